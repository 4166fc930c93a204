"""Prevent a list of two cities, repeated in full, from weighing no more than one of them.

Two claims that name the same cities, and all of them, share more than their rarest city. The members of a list are
not independent (who names Erbil and Baghdad names them together), so each further one counts half its bits.

>>> share_of([0.1, 0.04]), share_of([0.1])
(0.012649110640673518, 0.1)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import MISSING, Floats, Ints, Lists, encode


class Whole(NamedTuple):
    """Which rows hold one list of several members.

    Args:
        code: a number of each row's list, or -1 where it has fewer than two members.
        shares: the share of each list.
    """

    code: Ints
    shares: Floats

    @classmethod
    def of(cls, lists: Lists, keys: Sequence[str], shares: Sequence[float]) -> Whole:
        """Return the lists of each row.

        Args:
            lists: the members of each row, as codes.
            keys: what makes two members the same, by code.
            shares: the share of claims that hold each member.
        """
        of_key = dict(zip(keys, shares, strict=True))
        held: list[tuple[str, ...] | None] = [None] * (len(lists.start) - 1)
        several: list[int] = np.flatnonzero(lists.counts > 1).tolist()
        for row in several:
            codes: list[int] = lists.codes[lists.start[row] : lists.start[row + 1]].tolist()
            names = tuple(sorted({keys[code] for code in codes}))
            held[row] = names if len(names) > 1 else None
        found, distinct = encode(held)
        return cls(found, np.array([share_of([of_key[key] for key in names]) for names in distinct], dtype=np.float64))

    def share(self, a: Ints, b: Ints, single: Floats) -> Floats:
        """Return the share of what each pair of rows has in common: of the list where both hold the same.

        Args:
            a: one row of each pair.
            b: the other.
            single: the share of the rarest member that both hold.
        """
        same = np.flatnonzero((self.code[a] == self.code[b]) & (self.code[a] != MISSING))
        found = single.copy()
        found[same] = self.shares[self.code[a[same]]]
        return found


def share_of(shares: Sequence[float]) -> float:
    """Return the share of a list: its rarest member's in full, and half the bits of each other one."""
    rarest, *more = sorted(shares)
    return rarest * math.sqrt(math.prod(more))
