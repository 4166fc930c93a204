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

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import WORD, Bools, Ints, Lists, Pairs, distinct, order_of, ragged

LIMIT = 40
WINDOW = 4
SECOND_KEYS = 3
HALF = 32
AT_ONCE = 250_000


class Family(NamedTuple):
    """The keys that one field gives each row, the most telling first."""

    name: str
    keys: Lists


@dataclass(frozen=True)
class Blocking:
    """The pairs to compare, and how they were found.

    Attributes:
        pairs: the pairs.
        found: how many pairs each field's keys brought in, before duplicates were taken out.
        refined: how many rows stood under a key so frequent that nearness in time or a second key was asked
            for.
        capped: how many rows were paired only with their nearest in time, under two keys.
    """

    pairs: Pairs
    found: dict[str, int]
    refined: dict[str, int]
    capped: dict[str, int]


class _Entries(NamedTuple):
    """Rows under keys, sorted by key, then first day, then row."""

    key: Ints
    row: Ints
    low: Ints
    high: Ints


class _Found(NamedTuple):
    """Pairs packed into one number each, and which entries had too many partners."""

    packed: Ints
    full: Bools
    crowded: Bools


def candidates(
    families: Sequence[Family], low: Ints, high: Ints, *, limit: int = LIMIT, window: int = WINDOW
) -> Blocking:
    """Return the pairs of rows that share a key.

    Args:
        families: the keys that each field gives.
        low: first day of each row; 0 where unknown.
        high: last day of each row; a far day where unknown.
        limit: with how many later rows one row is paired under one key.
        window: how many days may lie between two rows under a frequent key.
    """
    parts: list[Ints] = []
    found, refined, capped = ({family.name: 0 for family in families} for _ in range(3))
    for place, family in enumerate(families):
        entries = _entries(family.keys.rows, family.keys.codes, low, high)
        first = _paired(entries, limit=limit, window=window)
        parts.append(first.packed)
        refined[family.name] = len(distinct(entries.row[first.full]))
        for other in families[place:]:
            second = _second(entries, first.crowded, other, same=other is family)
            entries_2 = _entries(*second, low, high)
            narrowed = _paired(entries_2, limit=limit, window=window, cap=True)
            parts.append(narrowed.packed)
            capped[family.name] += len(distinct(entries_2.row[narrowed.full]))
        found[family.name] = len(first.packed)
    return Blocking(_unpacked(_together(parts)), found, refined, capped)


def _together(parts: list[Ints]) -> Ints:
    """Return the distinct numbers of all parts, sorted; the parts are emptied on the way."""
    both = np.empty(sum(map(len, parts)), dtype=np.int64)
    end = len(both)
    while parts:
        part = parts.pop()
        both[end - len(part) : end] = part
        end -= len(part)
    both.sort()
    kept, last = 0, -1
    for at in range(0, len(both), AT_ONCE):  # forward, so that what is read was not yet written over
        part = both[at : at + AT_ONCE]
        new = np.empty(len(part), dtype=np.bool_)
        new[0] = part[0] != last
        np.not_equal(part[1:], part[:-1], out=new[1:])
        last = int(part[-1])
        part = part[new]
        both[kept : kept + len(part)] = part
        kept += len(part)
    return both[:kept]


def _unpacked(both: Ints) -> Pairs:
    """Return the two halves of each number, where they stand: there may be tens of millions."""
    halves = both.astype("<i8", copy=False).view("<i4")
    return Pairs(halves[1::2], halves[::2])


def _entries(rows: Ints, keys: Ints, low: Ints, high: Ints) -> _Entries:
    by_day = order_of(low)
    rank = np.empty(len(low), dtype=np.int64)
    rank[by_day] = np.arange(len(low))
    bits = len(low).bit_length()
    if int(keys.max(initial=0)).bit_length() + bits > WORD:
        keys = np.unique(keys, return_inverse=True)[1]
    both = keys << bits | rank[rows]
    both.sort()
    row = by_day[both & ((1 << bits) - 1)]
    return _Entries(both >> bits, row, low[row], high[row])


def _paired(entries: _Entries, *, limit: int, window: int, cap: bool = False) -> _Found:
    """Return the pairs under each key: all under a rare one, those near in time under a frequent one."""
    total = len(entries.key)
    ends, members = _reach(entries, window)
    few = members <= limit
    reach = np.where(few, ends.all, ends.near) - np.arange(total) - 1
    full = ~few & (reach > limit)
    reach = np.where(full, limit if cap else 0, reach)
    both = np.empty(int(reach.sum()), dtype=np.int64)
    kept = 0
    for at in range(0, total, AT_ONCE):
        owner, rank = ragged(reach[at : at + AT_ONCE])
        a, b = entries.row[owner + at], entries.row[owner + (at + 1) + rank]
        part = (np.minimum(a, b) << HALF | np.maximum(a, b))[a != b]
        both[kept : kept + len(part)] = part
        kept += len(part)
    return _Found(both[:kept], full, _covered(full, ends.near))


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
    """Return the entries that have too many partners, and all those partners."""
    change = np.zeros(len(full) + 1, dtype=np.int64)
    np.add.at(change, np.flatnonzero(full), 1)
    np.add.at(change, near[full], -1)
    return np.cumsum(change)[:-1] > 0


def _second(entries: _Entries, crowded: Bools, other: Family, *, same: bool) -> tuple[Ints, Ints]:
    """Return rows and keys made of an entry's key and each of the row's first keys in another field."""
    rows, keys = entries.row[crowded], entries.key[crowded]
    counts = np.minimum(SECOND_KEYS, other.keys.counts[rows])
    owner, rank = ragged(counts)
    beside = other.keys.codes[other.keys.start[rows[owner]] + rank]
    width = int(other.keys.codes.max(initial=0)) + 1
    apart = beside > keys[owner] if same else np.ones(len(owner), dtype=np.bool_)
    return rows[owner][apart], (keys[owner] * width + beside)[apart]
