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

from reconcile.align.arrays import MISSING, Floats, Ints, Lists, encode, gathered, packed
from reconcile.align.order import as_sets, told_apart

FEW = 500


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
        rows = np.flatnonzero(lists.counts > 1)
        if not len(rows):
            return cls(np.full(len(lists.start) - 1, MISSING), np.zeros(0))
        if len(rows) <= FEW:
            return cls(*_of_few(lists, rows.tolist(), keys, shares))
        key = encode(keys)[0]
        held = gathered(rows, lists)
        sets = as_sets(held.rows, key[held.codes], size=len(rows))
        several = np.flatnonzero(sets.counts > 1)
        number, first = numbered_lists(gathered(several, sets))
        code = np.full(len(lists.start) - 1, MISSING)
        code[rows[several]] = number
        of_key = np.zeros(len(keys))
        of_key[key] = shares
        of_list = gathered(several[first], sets)
        found = (
            [share_of(of_key[row].tolist()) for row in np.split(of_list.codes, of_list.start[1:-1])]
            if len(first)
            else []
        )
        return cls(code, np.array(found, dtype=np.float64))

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


def _of_few(lists: Lists, rows: Sequence[int], keys: Sequence[str], shares: Sequence[float]) -> tuple[Ints, Floats]:
    """Return what `Whole` holds, list by list."""
    of_key = dict(zip(keys, shares, strict=True))
    number: dict[frozenset[str], int] = {}
    code = np.full(len(lists.start) - 1, MISSING)
    for row in rows:
        members: list[int] = lists.codes[lists.start[row] : lists.start[row + 1]].tolist()
        held = frozenset(map(keys.__getitem__, members))
        if len(held) > 1:
            code[row] = number.setdefault(held, len(number))
    return code, np.array([share_of([of_key[key] for key in held]) for held in number], dtype=np.float64)


def numbered_lists(lists: Lists) -> tuple[Ints, Ints]:
    """Return a number per list, the same for equal lists, and the first list of each number.

    >>> numbered_lists(Lists(np.array([0, 1, 3, 4]), np.array([5, 5, 6, 5])))[0].tolist()
    [0, 1, 0]
    """
    counts = lists.counts
    number = np.zeros(len(counts), dtype=np.int64)
    for at in range(int(counts.max(initial=0))):
        longer = np.flatnonzero(counts > at)
        both, _ = packed(number[longer], lists.codes[lists.start[longer] + at])
        # Numbers that were given are never given again: a list is not the beginning of a longer one.
        number[longer] = int(number.max()) + 1 + told_apart(both)[1]
    first, number = told_apart(number)
    return number, first


def share_of(shares: Sequence[float]) -> float:
    """Return the share of a list: its rarest member's in full, and half the bits of each other one."""
    rarest, *more = sorted(shares)
    return rarest * math.sqrt(math.prod(more))
