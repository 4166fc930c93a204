"""Prevent a million claims from meaning half a billion comparisons: compared is what shares a key.

A key that few claims share pairs all of them. A key that many share pairs those whose times lie near each
other (sort and window); where that is still too many, those that share a second key as well; and where even
that is too many, each claim's nearest in time. What was refined or capped is counted in `Blocking`, so
nothing is dropped in silence.

>>> family = Family("type", Lists(np.array([0, 1, 2, 3]), np.array([0, 0, 1])))
>>> blocking = candidates([family], np.zeros(3, dtype=np.int64), np.zeros(3, dtype=np.int64))
>>> list(zip(blocking.pairs.a.tolist(), blocking.pairs.b.tolist()))
[(0, 1)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Bools, Ints, Lists, Neighbors, Pairs, ragged
from reconcile.align.compiled import loops
from reconcile.align.few import FEW, pairs_of_few
from reconcile.align.keyed import Days, days_of, slices_of, under_keys, under_two
from reconcile.align.memory import released
from reconcile.align.merged import Gathered
from reconcile.align.threads import in_threads

LIMIT = 40
WINDOW = 4
TOGETHER = 4


class Family(NamedTuple):
    """The keys that one field gives each row, the most telling first."""

    name: str
    keys: Lists


@dataclass(frozen=True)
class Blocking:
    """The pairs to compare, and how they were found.

    Attributes:
        neighbors: the pairs, by the one of their rows that is first by day.
        found: how many pairs each field's keys brought in, before duplicates were taken out.
        refined: how many rows stood under a key so frequent that nearness in time or a second key was asked
            for.
        capped: how many rows were paired only with their nearest in time, under two keys.
    """

    neighbors: Neighbors
    found: dict[str, int]
    refined: dict[str, int]
    capped: dict[str, int]

    @property
    def pairs(self) -> Pairs:
        """The pairs as two columns."""
        return self.neighbors.pairs


class _Entries(NamedTuple):
    """Rows under some of the keys, in that order; a row is told by its rank among the days."""

    key: Ints
    rank: Ints
    low: Ints
    high: Ints


class _Bound(NamedTuple):
    """With how many later rows a row is paired, how many days may lie between, and whether more are cut off."""

    limit: int
    window: int
    cap: bool = False


class _Reached(NamedTuple):
    """What some entries come to.

    Args:
        paired: those that have partners, as `Gathered.entries` does.
        number: how many pairs that makes.
        full: per entry, whether it has too many partners.
        crowded: per entry, whether it has, or is one of those that are too many.
    """

    paired: Ints
    number: int
    full: Bools
    crowded: Bools


class _Found(NamedTuple):
    """How many pairs there are, the rows that had too many partners, and the entries these stand among."""

    number: int
    full: Ints
    crowded_rows: Ints
    crowded_keys: Ints


def candidates(
    families: Sequence[Family], low: Ints, high: Ints, *, limit: int = LIMIT, window: int = WINDOW, few: int = FEW
) -> Blocking:
    """Return the pairs of rows that share a key.

    Args:
        families: the keys that each field gives.
        low: first day of each row; 0 where unknown.
        high: last day of each row; a far day where unknown.
        limit: with how many later rows one row is paired under one key.
        window: how many days may lie between two rows under a frequent key.
        few: up to how many keys of all rows are gone through one by one, which changes no pair.
    """
    told = pairs_of_few([family.keys for family in families], limit=limit, most=few)
    if told is not None:
        nothing = {family.name: 0 for family in families}
        return Blocking(told[0], dict(zip(nothing, told[1], strict=True)), nothing, dict(nothing))
    pairs, days = Gathered(len(low), limit=limit), days_of(low, high)
    found, refined, capped = _counted(families, days, _Bound(limit, window), pairs)
    del families  # with their keys, before there are pairs
    neighbors = pairs.merged()._replace(rows=days.by_day)
    released()
    return Blocking(neighbors, found, refined, capped)


_Counts = dict[str, int]


def _counted(
    families: Sequence[Family], days: Days, bound: _Bound, pairs: Gathered
) -> tuple[_Counts, _Counts, _Counts]:
    """Add the pairs under the keys of all families, and return how many were found, refined and capped."""
    found, refined, capped = ({family.name: 0 for family in families} for _ in range(3))
    loops(sum(len(family.keys.codes) for family in families))
    size = len(days.rank)
    for place, family in enumerate(families):
        first = _paired(
            under_keys(np.repeat(days.rank, family.keys.counts), family.keys.codes, days), days, bound, pairs
        )
        refined[family.name] = _rows(first, size)
        found[family.name] = sum(one.number for one in first)
        rows, keys = (
            np.concatenate(side) for side in zip(*((f.crowded_rows, f.crowded_keys) for f in first), strict=True)
        )
        del first
        for other in families[place:] if len(rows) else ():
            second = under_two(rows, keys, other.keys, days, same=other is family)
            capped[family.name] += _rows(_paired(second, days, bound._replace(cap=True), pairs), size)
    return found, refined, capped


def _rows(found: Iterable[_Found], size: int) -> int:
    """Return how many rows had too many partners."""
    full = np.zeros(size, dtype=np.bool_)
    for one in found:
        full[one.full] = True
    return int(full.sum())


def _paired(packed: Ints, days: Days, bound: _Bound, pairs: Gathered) -> list[_Found]:
    """Add the pairs under each key, some keys at a time: what is made of them takes many times their memory."""
    bits = len(days.low).bit_length()
    found: list[_Found] = []

    def work(ends: tuple[int, int]) -> tuple[Ints, _Found]:
        part = packed[slice(*ends)]
        paired, number, full, crowded = _reached(part, bits, days, bound, pairs)
        few = part[crowded]
        return paired, _Found(number, _row(part[full], bits, days), _row(few, bits, days), few >> bits)

    def parts() -> Iterator[Ints]:
        slices = slices_of(packed, bits)
        for at in range(0, len(slices), TOGETHER):
            for paired, one in in_threads(work, slices[at : at + TOGETHER]):
                found.append(one)
                yield paired

    pairs.add(len(packed), parts())
    return found


def _row(packed: Ints, bits: int, days: Days) -> Ints:
    return days.by_day[packed & ((1 << bits) - 1)]


def _reached(packed: Ints, bits: int, days: Days, bound: _Bound, pairs: Gathered) -> _Reached:
    """Return the pairs under each key: all under a rare one, those near in time under a frequent one."""
    fast = loops(len(packed))
    if fast is None:
        rank = packed & ((1 << bits) - 1)
        return _plain(_Entries(packed >> bits, rank, days.low[rank], days.high[rank]), bound, pairs)
    rest = bound.limit if bound.cap else 0
    return fast.reached(packed, bits, days.low, days.high, bound.limit, bound.window, rest, pairs.shift)


def _plain(entries: _Entries, bound: _Bound, pairs: Gathered) -> _Reached:
    ends, members = _reach(entries, bound.window)
    few = members <= bound.limit
    at = np.arange(len(entries.key))
    reach = np.where(few, ends.all, ends.near) - at - 1
    full = ~few & (reach > bound.limit)
    reach = np.where(full, bound.limit if bound.cap else 0, reach)
    owner, rank = ragged(reach)
    number = int((entries.rank[owner] != entries.rank[owner + 1 + rank]).sum())
    paired = _covered(reach > 0, at + 1 + reach)
    return _Reached(pairs.entries(entries.rank[paired], reach[paired]), number, full, _covered(full, ends.near))


class _Ends(NamedTuple):
    all: Ints
    near: Ints


def _reach(entries: _Entries, window: int) -> tuple[_Ends, Ints]:
    """Return where each entry's partners end, under its key and near it in time; and how many rows its key has."""
    if not len(entries.key):
        return _Ends(entries.key, entries.key), entries.key
    starts = np.flatnonzero(np.concatenate([[True], entries.key[1:] != entries.key[:-1]]))
    sizes = np.diff(np.append(starts, len(entries.key)))
    group = np.repeat(np.arange(len(starts)), sizes)
    width = int(max(entries.low.max(), entries.high.max())) + window + 2
    near = np.searchsorted(group * width + entries.low, group * width + entries.high + window, side="right")
    return _Ends((starts + sizes)[group], near), sizes[group]


def _covered(full: Bools, near: Ints) -> Bools:
    """Return the entries that are full, and all that stand between each and where those near it end."""
    change = np.zeros(len(full) + 1, dtype=np.int64)
    np.add.at(change, np.flatnonzero(full), 1)
    np.add.at(change, near[full], -1)
    return np.cumsum(change)[:-1] > 0
