"""Prevent a list of two cities from being foreign to a list of one: the members of lists are compared, the
best count.

>>> erbil, hewler = Member("q1", "Erbil", node="q1"), Member("q1", "Hewlêr", node="q1")
>>> column = MembersColumn.of([(erbil, Member("x", "Baghdad")), (hewler,), ()], closeness=plain_closeness)
>>> column.single(0, 1)[0], column.single(0, 2)[0]
(1.0, None)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import DIGITS, Floats, Ints, Lists, distinct_pairs, lists, ragged, settled
from reconcile.align.fields.base import Compared, Tally
from reconcile.align.words import word_stems

SAME = 0.8


class Member(NamedTuple):
    """One place or party of a claim.

    Args:
        key: what makes two members the same.
        name: the name as written.
        node: what tables know it as, or None.
        circle: latitude, longitude and radius in kilometres, where stated.
    """

    key: str
    name: str
    node: Hashable | None = None
    circle: tuple[float, float, float] | None = None


Closeness = Callable[[Sequence[Member], Sequence[Member]], Floats]


@dataclass(frozen=True)
class MembersColumn:
    """A list of places or parties per claim.

    Args:
        lists: the members of each row, as codes.
        members: the distinct members, sorted.
        tally: how many rows hold each key.
        closeness: how alike two different members are, 0..1.
        base: the usual share of one member among all claims.
    """

    lists: Lists
    members: Sequence[Member]
    tally: Tally
    closeness: Closeness
    base: float = 0.05

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[Member]],
        *,
        closeness: Closeness,
        tally: Tally | None = None,
        base: float = 0.05,
    ) -> MembersColumn:
        """Return the column of lists of members; an empty list says nothing."""
        members = sorted(set().union(*rows), key=_order) if rows else []
        index = {member: code for code, member in enumerate(members)}
        codes = lists([sorted({index[member] for member in row}) for row in rows])
        if tally is None:
            counts = Counter(key for row in rows for key in {member.key for member in row})
            tally = Tally(sum(1 for row in rows if row), dict(counts))
        return cls(codes, members, tally, closeness, base)

    def compare(self, a: Ints, b: Ints) -> Compared:
        """Return, per pair of rows, the mean closeness of the shorter list's members to their nearest in the other."""
        counts_a, counts_b = self.lists.counts[a], self.lists.counts[b]
        pair, rank = ragged(counts_a * counts_b)
        row, column = rank // np.maximum(1, counts_b[pair]), rank % np.maximum(1, counts_b[pair])
        left = self.lists.codes[self.lists.start[a[pair]] + row]
        right = self.lists.codes[self.lists.start[b[pair]] + column]
        close, shares = self._close(left, right)
        forward, backward = _best(pair, row, close, counts_a), _best(pair, column, close, counts_b)
        total = np.where(counts_a <= counts_b, forward, 0.0) + np.where(counts_b <= counts_a, backward, 0.0)
        length = np.where(counts_a <= counts_b, counts_a, 0) + np.where(counts_b <= counts_a, counts_b, 0)
        silent = (counts_a == 0) | (counts_b == 0)
        similarity = np.where(silent, np.nan, total / np.maximum(1, length))
        return Compared(settled(similarity), _rarest(pair, shares, size=len(a)))

    def _close(self, left: Ints, right: Ints) -> tuple[Floats, Floats]:
        low, high, place = distinct_pairs(left, right)
        one, two = [self.members[i] for i in low.tolist()], [self.members[i] for i in high.tolist()]
        close = settled(self.closeness(one, two))
        shares = np.maximum(*(self.tally.share([m.key for m in side], base=self.base) for side in (one, two)))
        return close[place], np.where(close >= SAME, shares, np.nan)[place]

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return similarity and share of two rows, slowly, member by member."""
        one, two = self._row(a), self._row(b)
        if not one or not two:
            return None, None
        grid = [
            [float(settled(self.closeness([min(x, y, key=_order)], [max(x, y, key=_order)]))[0]) for y in two]
            for x in one
        ]
        forward, backward = [max(row) for row in grid], [max(column) for column in zip(*grid, strict=True)]
        best = (forward if len(one) <= len(two) else []) + (backward if len(two) <= len(one) else [])
        shares = [
            max(self.tally.share([x.key, y.key], base=self.base).tolist())
            for x, row in zip(one, grid, strict=True)
            for y, cell in zip(two, row, strict=True)
            if cell >= SAME
        ]
        return round(sum(best) / len(best), DIGITS), min(shares, default=None)

    def _row(self, row: int) -> list[Member]:
        start, end = self.lists.start[row : row + 2].tolist()
        return [self.members[code] for code in self.lists.codes[start:end].tolist()]

    def keys(self) -> Lists:
        """Return, per row, the keys of its members and the words of their names."""
        index = {name: code for code, name in enumerate(self.key_names())}
        of_member = [[index[key] for key in _keys(member)] for member in self.members]
        start, end = self.lists.start[:-1].tolist(), self.lists.start[1:].tolist()
        codes = self.lists.codes.tolist()
        return lists(
            [sorted({key for code in codes[i:j] for key in of_member[code]}) for i, j in zip(start, end, strict=True)]
        )

    def key_names(self) -> Sequence[str]:
        """Return all keys, sorted."""
        return sorted({key for member in self.members for key in _keys(member)})


def _keys(member: Member) -> list[str]:
    words = {"word:" + stem for word in member.name.split() for stem in word_stems(word) if len(stem) > 2}
    return ["is:" + member.key, *sorted(words)]


def _order(member: Member) -> tuple[str, str, tuple[float, ...], str]:
    return member.key, member.name, member.circle or (), repr(member.node)


def _best(pair: Ints, member: Ints, close: Floats, counts: Ints) -> Floats:
    """Return, per pair, the sum over one side's members of their best closeness."""
    first = np.cumsum(counts) - counts
    best = np.zeros(int(counts.sum()))
    np.maximum.at(best, first[pair] + member, close)
    return np.bincount(np.repeat(np.arange(len(counts)), counts), weights=best, minlength=len(counts))


def _rarest(pair: Ints, shares: Floats, *, size: int) -> Floats:
    found = np.full(size, np.inf)
    known = ~np.isnan(shares)
    np.minimum.at(found, pair[known], shares[known])
    return np.where(np.isinf(found), np.nan, found)


def plain_closeness(left: Sequence[Member], right: Sequence[Member]) -> Floats:
    """Return 1 for members of one key, else 0."""
    return np.array([float(x.key == y.key) for x, y in zip(left, right, strict=True)], dtype=np.float64)
