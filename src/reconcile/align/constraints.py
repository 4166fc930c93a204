"""Prevent a caller's knowledge from being weighed: keys, references and rulings decide first.

>>> joined([MISSING, 0, 0], [(0, 1)]).tolist()
[0, 0, 0]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from reconcile.align.arrays import MISSING, Ints, encode
from reconcile.align.cluster import Rules
from reconcile.claims import Claim

JOINING = frozenset({"corrects", "confirms", "quotes", "retracts"})


def rules_of(
    claims: Sequence[Claim],
    *,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
    record: Sequence[str | None] = (),
) -> Rules:
    """Return the constraints that claims state.

    Args:
        claims: the claims, sorted by id.
        together: pairs of positions known to be of one event.
        apart: pairs of positions known not to be of one event.
        record: per claim its source, where one event holds at most one claim of each source.

    Returns:
        The constraints. Claims of one key are joined; so are a claim and the one it corrects, confirms,
        quotes or retracts, unless their keys differ.
    """
    keys = encode([claim.key for claim in claims])[0]
    pairs = sorted({(min(pair), max(pair)) for pair in apart})
    barred = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Rules(
        joined=joined(keys.tolist(), [*sorted(together), *references(claims)]),
        key=keys if bool((keys >= 0).any()) else None,
        record=ranked(record) if len(record) else None,
        apart=(barred[:, 0], barred[:, 1]) if pairs else None,
    )


def ranked(names: Sequence[str | None]) -> Ints:
    """Return a number per name in alphabetical order, -1 for None.

    >>> ranked(["north", None, "east"]).tolist()
    [1, -1, 0]
    """
    place = {name: at for at, name in enumerate(sorted({name for name in names if name is not None}))}
    return np.array([MISSING if name is None else place[name] for name in names], dtype=np.int64)


def references(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return the pairs of positions that a reference joins, sorted."""
    place = {claim.id: position for position, claim in enumerate(claims)}
    found = {
        (min(here, place[to.claim]), max(here, place[to.claim]))
        for here, claim in enumerate(claims)
        for to in claim.refers
        if to.kind in JOINING and to.claim in place and place[to.claim] != here
    }
    return sorted(found)


def joined(keys: Sequence[int], pairs: Sequence[tuple[int, int]]) -> Ints:
    """Return, per claim, the lowest claim it is joined with, by key first and then by `pairs` in their order.

    Args:
        keys: a number per claim, or -1; different ones never join.
        pairs: positions to be joined.
    """
    parent = list(range(len(keys)))
    of_group = list(keys)
    first: dict[int, int] = {}
    for here, key in enumerate(keys):
        if key != MISSING:
            parent[here] = first.setdefault(key, here)
    for pair in pairs:
        low, high = sorted(_root(parent, member) for member in pair)
        if low != high and (of_group[low] == of_group[high] or MISSING in (of_group[low], of_group[high])):
            parent[high] = low
            of_group[low] = max(of_group[low], of_group[high])
    return np.array([_root(parent, here) for here in range(len(keys))], dtype=np.int64)


def _root(parent: list[int], here: int) -> int:
    while parent[here] != here:
        parent[here] = parent[parent[here]]
        here = parent[here]
    return here
