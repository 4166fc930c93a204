"""Prevent a list of two cities from being foreign to a list of one: members are compared.

>>> from reconcile.align.fields.member import Member, nothing_known
>>> erbil, hewler = Member("q1", "Erbil", node="q1"), Member("q1", "Hewlêr", node="q1")
>>> column = MembersColumn.of([(erbil, Member("x", "Baghdad")), (hewler,), ()], order=nothing_known)
>>> column.single(0, 1)[0], column.single(0, 2)[0]
(1.0, None)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from types import ModuleType

import numpy as np

from reconcile.align.arrays import DIGITS, Bools, Floats, Ints, Lists, gathered, lists, ragged, settled, starts
from reconcile.align.compiled import loops
from reconcile.align.fields.base import Compared, Tally
from reconcile.align.fields.member import Member, Order, keys_of, member_order
from reconcile.align.fields.traits import SAME, Facts, cards_of
from reconcile.align.fields.whole import Whole, share_of
from reconcile.align.letters import ALIKE, alike_enough, kindred, letters, marks
from reconcile.align.order import as_sets, distinct, distinct_pairs
from reconcile.align.sounds import Spelled
from reconcile.align.strings import numbered
from reconcile.language.names.score import SCALE


@dataclass(frozen=True)
class MembersColumn:
    """A list of places or parties per claim.

    Args:
        lists: the members of each row, as codes.
        members: the distinct members, sorted.
        tally: how many rows hold each key.
        order: how alike two members are by what is known of both, or None.
        base: the usual share of one member among all claims.
    """

    lists: Lists
    members: Sequence[Member]
    tally: Tally
    order: Order
    base: float = 0.05

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[Member]],
        *,
        order: Order,
        tally: Tally | None = None,
        base: float = 0.05,
    ) -> MembersColumn:
        """Return the column of lists of members; an empty list says nothing."""
        members = sorted({member for row in rows for member in row}, key=member_order)
        index = {member: code for code, member in enumerate(members)}
        codes = lists([[index[member] for member in row] for row in rows])
        return cls.of_codes(codes, members, order=order, tally=tally, base=base)

    @classmethod
    def of_codes(
        cls,
        codes: Lists,
        members: Sequence[Member],
        *,
        order: Order,
        tally: Tally | None = None,
        base: float = 0.05,
    ) -> MembersColumn:
        """Return the column of lists of members given as codes.

        Args:
            codes: the members of each row.
            members: what the codes stand for, sorted.
            order: how alike two members are by what is known of both, or None.
            tally: frozen frequencies; by default counted here.
            base: the usual share of one member among all claims.
        """
        found = as_sets(codes.rows, codes.codes, size=len(codes.start) - 1)
        return cls(found, members, tally or _tally(found, members), order, base)

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:
        """Return, per pair of rows, the mean closeness of the shorter list's members to their nearest in the other."""
        found = self._compared(a, b, shares=shares)
        return found._replace(share=self._whole.share(a, b, found.share)) if shares else found

    @property
    def least_share(self) -> float:
        """The share of the rarest member, or of the rarest list of several."""
        return min(float(shares.min(initial=1.0)) for shares in (self._facts.shares, self._whole.shares))

    @cached_property
    def _whole(self) -> Whole:
        return Whole.of(self.lists, [member.key for member in self.members], self._facts.shares.tolist())

    def _compared(self, a: Ints, b: Ints, *, shares: bool) -> Compared:
        fast = loops(len(a))
        if fast is not None and len(self.members):
            return self._compiled(fast, a, b, self._facts.shares[: None if shares else 0])
        counts_a, counts_b = self.lists.counts[a], self.lists.counts[b]
        pair, rank = ragged(counts_a * counts_b)
        row, column = rank // np.maximum(1, counts_b[pair]), rank % np.maximum(1, counts_b[pair])
        left = self.lists.codes[self.lists.start[a[pair]] + row]
        right = self.lists.codes[self.lists.start[b[pair]] + column]
        close, common = self._close(left, right)
        forward, backward = _best(pair, row, close, counts_a), _best(pair, column, close, counts_b)
        total = np.where(counts_a <= counts_b, forward, 0.0) + np.where(counts_b <= counts_a, backward, 0.0)
        length = np.where(counts_a <= counts_b, counts_a, 0) + np.where(counts_b <= counts_a, counts_b, 0)
        silent = (counts_a == 0) | (counts_b == 0)
        similarity = np.where(silent, np.nan, total / np.maximum(1, length))
        return Compared(settled(similarity), _rarest(pair, common, size=len(a)))

    def _compiled(self, loops: ModuleType, a: Ints, b: Ints, shares: Floats) -> Compared:
        told, long = self._rows
        asking = np.flatnonzero((told[a] & told[b]) | long[a] | long[b])
        known = distinct(loops.asked(*self.lists, self._cards, a[asking], b[asking]))
        named = self._cards, shares, known, self._asked(known), *self._spelled.sounds
        return Compared(*loops.members_alike(*self.lists, self._longest, *named, a, b))

    def _close(self, left: Ints, right: Ints) -> tuple[Floats, Floats]:
        key, told, marks, shares = self._facts
        found = (key[left] == key[right]).astype(np.float64)
        known = told[left] & told[right]
        open_ = np.flatnonzero((found == 0.0) & ~known & kindred(marks[left], marks[right]))
        low, high, place = distinct_pairs(left[open_], right[open_])
        found[open_] = self._letters(low, high)[place]
        known = np.flatnonzero(known)
        low, high, place = distinct_pairs(left[known], right[known])
        found[known] = self._asked(low * len(self.members) + high)[place]
        return found, np.where(found >= SAME, np.maximum(shares[left], shares[right]), np.nan)

    def _asked(self, couples: Ints) -> Floats:
        """Return how alike the couples low * members + high are; each is asked once."""
        known = self._answers
        new = [couple for couple in couples.tolist() if couple not in known]
        low, high = np.divmod(np.array(new, dtype=np.int64), max(1, len(self.members)))
        known.update(zip(new, self._answered(low, high).tolist(), strict=True))
        return np.array([known[couple] for couple in couples.tolist()], dtype=np.float64)

    def _answered(self, low: Ints, high: Ints) -> Floats:
        told, marks = self._facts.told, self._facts.marks
        both = np.flatnonzero(told[low] & told[high])
        found = np.where(kindred(marks[low], marks[high]), np.nan, 0.0)
        found[both] = [self._by_order(x, y) for x, y in zip(low[both].tolist(), high[both].tolist(), strict=True)]
        open_ = np.flatnonzero(np.isnan(found))
        found[open_] = self._letters(low[open_], high[open_])
        return settled(found)

    def _by_order(self, low: int, high: int) -> float:
        found = self.order(self.members[low], self.members[high])
        return math.nan if found is None else found

    def _letters(self, low: Ints, high: Ints) -> Floats:
        return settled(alike_enough(self._spelled.alike(low, high, least=round(ALIKE * SCALE))))

    @cached_property
    def _answers(self) -> dict[int, float]:
        return {}

    @cached_property
    def _spelled(self) -> Spelled:
        return Spelled([member.name for member in self.members])

    @cached_property
    def _facts(self) -> Facts:
        shares = self.tally.share([member.key for member in self.members], base=self.base)
        return Facts.of(self.members, shares=shares)

    @cached_property
    def _longest(self) -> int:
        return int(self.lists.counts.max(initial=0))

    @cached_property
    def _cards(self) -> Ints:
        return cards_of(self._facts, self._spelled.sounds, long=self._spelled.long)

    @cached_property
    def _rows(self) -> tuple[Bools, Bools]:
        """Whether a row holds a member of which tables tell, and one that is long."""
        size = len(self.lists.start) - 1
        of_rows = (self.lists.rows[known[self.lists.codes]] for known in (self._facts.told, self._spelled.long))
        told, long = (np.bincount(rows, minlength=size) > 0 for rows in of_rows)
        return told, long

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return similarity and share of two rows, slowly, member by member."""
        one, two = self._row(a), self._row(b)
        if not one or not two:
            return None, None
        grid = [[self._single(x, y) for y in two] for x in one]
        forward, backward = [max(row) for row in grid], [max(column) for column in zip(*grid, strict=True)]
        best = (forward if len(one) <= len(two) else []) + (backward if len(two) <= len(one) else [])
        shares = [
            max(self.tally.share([x.key, y.key], base=self.base).tolist())
            for x, row in zip(one, grid, strict=True)
            for y, cell in zip(two, row, strict=True)
            if cell >= SAME
        ]
        keys = [sorted({member.key for member in side}) for side in (one, two)]
        if keys[0] == keys[1] and len(keys[0]) > 1:
            shares = [share_of(self.tally.share(keys[0], base=self.base).tolist())]
        return round(sum(best) / len(best), DIGITS), min(shares, default=None)

    def _single(self, a: Member, b: Member) -> float:
        told = [m.node is not None or m.circle is not None for m in (a, b)]
        if all(told):
            by_order = self.order(a, b)
            return round(by_order, DIGITS) if by_order is not None else _by_letters(a, b)
        if a.key == b.key:
            return 1.0
        near = bool(kindred(*(np.array([marks(m.name)], dtype=np.int64) for m in (a, b)))[0])
        return _by_letters(a, b) if near else 0.0

    def _row(self, row: int) -> list[Member]:
        start, end = self.lists.start[row : row + 2].tolist()
        return [self.members[code] for code in self.lists.codes[start:end].tolist()]

    def keys(self) -> Lists:
        """Return, per row, the keys of its members, the words of their names and where they lie."""
        codes, _ = numbered([key for keys in self._keys for key in keys])
        counts = np.fromiter(map(len, self._keys), dtype=np.int64, count=len(self._keys))
        of_member = Lists(starts(counts), codes)
        found = gathered(self.lists.codes, of_member)
        return as_sets(self.lists.rows[found.rows], found.codes, size=len(self.lists.start) - 1)

    def key_names(self) -> Sequence[str]:
        """Return all keys, sorted."""
        return sorted(set(chain.from_iterable(self._keys)))

    @cached_property
    def _keys(self) -> list[list[str]]:
        return [keys_of(member) for member in self.members]


def _tally(found: Lists, members: Sequence[Member]) -> Tally:
    names = sorted({member.key for member in members})
    index = {name: code for code, name in enumerate(names)}
    key = np.array([index[member.key] for member in members], dtype=np.int64)
    held = as_sets(found.rows, key[found.codes], size=len(found.start) - 1)
    counts = np.bincount(held.codes, minlength=len(names)).tolist()
    return Tally(int((found.counts > 0).sum()), dict(zip(names, counts, strict=True)))


def _best(pair: Ints, member: Ints, close: Floats, counts: Ints) -> Floats:
    """Return, per pair, the sum over one side's members of their best closeness."""
    first = np.cumsum(counts) - counts
    best = np.zeros(int(counts.sum()))
    np.maximum.at(best, first[pair] + member, close)
    owner = np.repeat(np.arange(len(counts)), counts)
    return np.bincount(owner, weights=best, minlength=len(counts)).astype(np.float64)


def _rarest(pair: Ints, shares: Floats, *, size: int) -> Floats:
    found = np.full(size, np.inf)
    known = ~np.isnan(shares)
    np.minimum.at(found, pair[known], shares[known])
    return np.where(np.isinf(found), np.nan, found)


def _by_letters(a: Member, b: Member) -> float:
    return round(float(letters([a.name], [b.name])[0]), DIGITS)
