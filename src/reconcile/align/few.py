"""Prevent a handful of claims from waiting for arrays: few rows under keys that few share are paired one by one.

>>> keys = Lists(np.array([0, 1, 3, 4]), np.array([7, 7, 8, 8]))
>>> found = pairs_of_few([keys], limit=2)
>>> found is not None and (found[0].pairs.b.tolist(), found[1])
([1, 2], [2])
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from reconcile.align.arrays import Lists, Neighbors, narrow, starts

FEW = 1_000
PAIRS = 3_000


def pairs_of_few(families: Sequence[Lists], *, limit: int, most: int = FEW) -> tuple[Neighbors, list[int]] | None:
    """Return each row's partners above it, and how many pairs each family brought in.

    Args:
        families: the keys that each field gives each row.
        limit: how many rows may stand under one key.
        most: how many keys all rows may have together.

    Returns:
        None where there are more keys than `most`, or where more rows than `limit` stand under one of them.
    """
    if sum(len(keys.codes) for keys in families) > most:
        return None
    found: list[int] = []
    pairs: set[tuple[int, int]] = set()
    for keys in families:
        under = _under(keys)
        if any(len(rows) > limit for rows in under) or sum(len(rows) ** 2 for rows in under) > PAIRS:
            return None
        couples = [pair for rows in under for pair in combinations(rows, 2)]
        found.append(len(couples))
        pairs.update(couples)
    size = len(families[0].start) - 1 if families else 0
    return _neighbors(sorted(pairs), size), found


def _under(keys: Lists) -> list[list[int]]:
    """Return the rows under each key, ascending; a row stands under a key once."""
    rows: dict[int, list[int]] = {}
    for row, key in zip(keys.rows.tolist(), keys.codes.tolist(), strict=True):
        rows.setdefault(key, []).append(row)
    return list(rows.values())


def _neighbors(pairs: Sequence[tuple[int, int]], size: int) -> Neighbors:
    a, b = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Neighbors(starts(np.bincount(a, minlength=size)), narrow(b))
