"""Prevent Python loops over pairs: ragged lists are walked as flat arrays.

>>> owner, rank = ragged(np.array([2, 0, 1]))
>>> owner.tolist(), rank.tolist()
([0, 0, 2], [0, 1, 0])
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar, cast

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
T = TypeVar("T", bound=Hashable)

MISSING = -1
DIGITS = 9
WORD = 63
ONE_BY_ONE = 1_000
_AT_ONCE, _HALF = 1_000_000, 32


class Pairs(NamedTuple):
    """Two columns of row numbers, `a[i] < b[i]`, sorted and distinct; those that blocking finds are of 32 bits."""

    a: Ints
    b: Ints

    def among(self, rows: Bools) -> Pairs:
        """Return the pairs of which both rows are wanted, as plain arrays of 64 bits.

        Args:
            rows: whether each row is wanted.
        """
        return self.whole(rows[self.a] & rows[self.b])

    def whole(self, rows: slice | Bools | None = None) -> Pairs:
        """Return these pairs, or some of them, as plain arrays of 64 bits.

        Args:
            rows: which; by default all.
        """
        a, b = self if rows is None else (side[rows] for side in self)
        return Pairs(a.astype(np.int64, copy=False), b.astype(np.int64, copy=False))


class Neighbors(NamedTuple):
    """Pairs by one of their rows: the row of rank r stands with those of ranks `b[start[r]:start[r + 1]]`, all higher.

    Tens of millions of pairs take half the memory of `Pairs`, and need not be sorted. Ranks follow the days, so that
    what pairs that follow each other say lies near at hand.

    Args:
        start: where the partners of each rank begin, and where the last ones end.
        b: the ranks of partners.
        rows: the row of each rank; by default the same.

    >>> some = Neighbors(np.array([0, 2, 3, 3]), np.array([1, 2, 2]))
    >>> some.pairs.a.tolist(), some.among(np.array([True, False, True])).b.tolist()
    ([0, 0, 1], [2])
    """

    start: Ints
    b: Ints
    rows: Ints | None = None

    @property
    def pairs(self) -> Pairs:
        """All pairs, sorted."""
        both = np.empty(len(self.b), dtype=np.int64)
        for at in range(0, len(both), _AT_ONCE):
            a, b = self.whole(slice(at, at + _AT_ONCE))
            both[at : at + len(a)] = a << _HALF | b
        both.sort()
        halves = both.astype("<i8", copy=False).view("<i4")
        return Pairs(halves[1::2], halves[::2])

    def whole(self, some: slice) -> Pairs:
        """Return some of the pairs as plain arrays of 64 bits.

        Args:
            some: which; one after the other.
        """
        a, b = self.either_way(some)
        return Pairs(np.minimum(a, b), np.maximum(a, b))

    def either_way(self, some: slice) -> Pairs:
        """Return some of the pairs as plain arrays of 64 bits; either row may be the lower.

        Args:
            some: which; one after the other.
        """
        begin, end, _ = some.indices(len(self.b))
        if begin >= end:
            return Pairs(*(np.zeros(0, dtype=np.int64) for _ in "ab"))
        first, last = np.searchsorted(self.start, (begin, end - 1), side="right").tolist()
        a = Lists(np.clip(self.start[first - 1 : last + 1], begin, end), self.b).rows + (first - 1)
        b = self.b[begin:end]
        if self.rows is not None:
            a, b = self.rows[a], self.rows[b]
        return Pairs(a.astype(np.int64, copy=False), b.astype(np.int64))

    def among(self, rows: Bools) -> Pairs:
        """Return the pairs of which both rows are wanted, as plain arrays of 64 bits.

        Args:
            rows: whether each row is wanted.
        """
        found: list[Pairs] = []
        for at in range(0, max(1, len(self.b)), _AT_ONCE):
            a, b = self.whole(slice(at, at + _AT_ONCE))
            wanted = rows[a] & rows[b]
            found.append(Pairs(a[wanted], b[wanted]))
        return Pairs(*(np.concatenate(side) for side in zip(*found, strict=True)))


class Lists(NamedTuple):
    """One list of codes per row: row r holds `codes[start[r]:start[r + 1]]`."""

    start: Ints
    codes: Ints

    @property
    def counts(self) -> Ints:
        """How many codes each row holds."""
        return self.start[1:] - self.start[:-1]

    @property
    def narrow(self) -> Lists:
        """The same lists in half the memory, where codes are below two thousand million."""
        return Lists(self.start, narrow(self.codes))

    @property
    def rows(self) -> Ints:
        """The row of each code."""
        return np.arange(len(self.start) - 1).repeat(self.counts)


def ragged(counts: Ints) -> tuple[Ints, Ints]:
    """Return, for lists of the given lengths laid end to end, each element's list and its place in that list.

    Args:
        counts: the length of each list.
    """
    owner = np.arange(len(counts)).repeat(counts)
    first = counts.cumsum() - counts
    return owner, np.arange(len(owner)) - first[owner]


def lists(rows: Iterable[Sequence[int]]) -> Lists:
    """Return `rows` as flat arrays.

    >>> lists([[3, 1], [], [2]]).start.tolist()
    [0, 2, 2, 3]
    """
    given = list(rows)
    counts = np.fromiter((len(row) for row in given), dtype=np.int64, count=len(given))
    codes = np.fromiter((code for row in given for code in row), dtype=np.int64, count=int(counts.sum()))
    return Lists(starts(counts), codes)


def encode(values: Sequence[T | None]) -> tuple[Ints, list[T]]:
    """Return a code per value, and the distinct values that the codes count; None is `MISSING`.

    >>> encode(["x", None, "y", "x"])[0].tolist()
    [0, -1, 1, 0]
    """
    if len(values) <= ONE_BY_ONE:  # to hash a list of places thrice takes longer
        number: dict[T | None, int] = {None: MISSING}
        codes = [number.setdefault(value, len(number) - 1) for value in values]
        return np.array(codes, dtype=np.int64), cast("list[T]", list(number)[1:])
    said = dict.fromkeys(values)
    said.pop(None, None)
    found = cast("list[T]", list(said))
    index: dict[T | None, int] = dict(zip(found, range(len(found)), strict=True))
    index[None] = MISSING
    return np.fromiter(map(index.__getitem__, values), dtype=np.int64, count=len(values)), found


def gathered(codes: Ints, of_value: Lists) -> Lists:
    """Return, per row, the list of the value whose code the row holds; rows that hold none get an empty one.

    >>> gathered(np.array([1, MISSING, 0]), lists([[7], [8, 9]])).codes.tolist()
    [8, 9, 7]
    """
    counts = np.concatenate((of_value.counts, (0,)))[codes]
    owner, rank = ragged(counts)
    return Lists(starts(counts), of_value.codes[of_value.start[codes[owner]] + rank])


def narrow(codes: Ints) -> Ints:
    """Return codes below two thousand million in half the memory.

    >>> narrow(np.array([7])).dtype
    dtype('int32')
    """
    return cast("Ints", codes.astype(np.int32, copy=False))


def short(codes: Ints) -> Ints:
    """Return codes of some thousands at most in a quarter of the memory.

    >>> short(np.array([-1, 7])).dtype
    dtype('int16')
    """
    return cast("Ints", codes.astype(np.int16))


def together(parts: list[Ints]) -> Ints:
    """Return the parts in one; each is let go as soon as it is copied, and none is left.

    Args:
        parts: arrays of one type, at least one.

    >>> together([np.array([2]), np.array([1, 3])]).tolist()
    [2, 1, 3]
    """
    found, count = np.empty((sum(map(len, parts)), *parts[0].shape[1:]), dtype=parts[0].dtype), 0
    parts.reverse()
    while parts:
        part = parts.pop()
        found[count : count + len(part)] = part
        count += len(part)
    return found


def starts(counts: Ints) -> Ints:
    """Return where each of the lists of the given lengths begins, and where the last one ends."""
    found = np.zeros(len(counts) + 1, dtype=np.int64)
    counts.cumsum(out=found[1:])
    return found


def packed(high: Ints, low: Ints) -> tuple[Ints, int]:
    """Return both numbers of each couple in one that sorts as the couples do, and how many bits the low one has.

    >>> packed(np.array([1, 2]), np.array([3, 0]))[0].tolist()
    [7, 8]
    """
    bits = int(low.max(initial=0)).bit_length()
    return high << bits | low, bits


def settled(similarity: Floats) -> Floats:
    """Return `similarity` rounded to nine digits, so that the order of additions never shows.

    >>> settled(np.array([0.1 + 0.2])).tolist()
    [0.3]
    """
    return similarity.round(DIGITS)
