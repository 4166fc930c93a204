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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import WORD, Bools, Ints, Lists, Pairs, distinct, order_of, ragged
from reconcile.align.threads import in_threads

LIMIT = 40
WINDOW = 4
SECOND_KEYS = 3
HALF = 32
AT_ONCE = 250_000
PENDING = 10_000_000


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


class _Sorted(NamedTuple):
    """Rows under keys, sorted by key, then first day, then row: each packed into one number."""

    packed: Ints
    bits: int
    by_day: Ints


class _Entries(NamedTuple):
    """Rows under some of the keys, in that order."""

    key: Ints
    row: Ints
    low: Ints
    high: Ints


class _Found(NamedTuple):
    """Pairs packed into one number each, the rows that had too many partners, and the entries these stand among."""

    packed: Ints
    full: Ints
    crowded_rows: Ints
    crowded_keys: Ints


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
    both = np.zeros(0, dtype=np.int64)
    found, refined, capped = ({family.name: 0 for family in families} for _ in range(3))
    bound = _Bound(limit, window)
    for place, family in enumerate(families):
        first = _paired(_sorted(family.keys.rows, family.keys.codes, low), low, high, bound)
        parts.extend(one.packed for one in first)
        refined[family.name] = len(_rows(one.full for one in first))
        found[family.name] = sum(len(one.packed) for one in first)
        rows, keys = (
            np.concatenate(side) for side in zip(*((f.crowded_rows, f.crowded_keys) for f in first), strict=True)
        )
        del first
        for other in families[place:]:
            second = _second(rows, keys, other, same=other is family)
            narrowed = _paired(_sorted(*second, low), low, high, bound._replace(cap=True))
            parts.extend(one.packed for one in narrowed)
            capped[family.name] += len(_rows(one.full for one in narrowed))
            del narrowed
            if sum(map(len, parts)) > PENDING:  # many are found twice: they are not all kept until the end
                _added(both, parts)
    _added(both, parts)
    return Blocking(_unpacked(both), found, refined, capped)


class _Bound(NamedTuple):
    """With how many later rows a row is paired, how many days may lie between, and whether more are cut off."""

    limit: int
    window: int
    cap: bool = False


def _rows(parts: Iterable[Ints]) -> Ints:
    return distinct(np.concatenate(list(parts)))


def _added(both: Ints, parts: list[Ints]) -> None:
    """Add the numbers of all parts to `both`, sorted and distinct, where it stands; the parts are emptied."""
    end = len(both)
    both.resize(end + sum(map(len, parts)), refcheck=False)
    while parts:
        part = parts.pop()
        both[end : end + len(part)] = part
        end += len(part)
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
    both.resize(kept, refcheck=False)


def _unpacked(both: Ints) -> Pairs:
    """Return the two halves of each number, where they stand: there may be tens of millions."""
    halves = both.astype("<i8", copy=False).view("<i4")
    return Pairs(halves[1::2], halves[::2])


def _sorted(rows: Ints, keys: Ints, low: Ints) -> _Sorted:
    by_day = order_of(low)
    rank = np.empty(len(low), dtype=np.int64)
    rank[by_day] = np.arange(len(low))
    bits = len(low).bit_length()
    if int(keys.max(initial=0)).bit_length() + bits > WORD:
        keys = np.unique(keys, return_inverse=True)[1]
    both = keys << bits
    both |= rank[rows]
    both.sort()
    return _Sorted(both, bits, by_day)


def _paired(entries: _Sorted, low: Ints, high: Ints, bound: _Bound) -> list[_Found]:
    """Return the pairs under each key, some keys at a time: what is made of them takes many times their memory."""
    packed, bits, by_day = entries

    def work(ends: tuple[int, int]) -> _Found:
        part = packed[slice(*ends)]
        row = by_day[part & ((1 << bits) - 1)]
        return _paired_entries(_Entries(part >> bits, row, low[row], high[row]), bound)

    return in_threads(work, _between_keys(packed, bits))


def _between_keys(packed: Ints, bits: int) -> list[tuple[int, int]]:
    """Return where some keys begin and end, again and again, in about equal numbers."""
    starts = [0]
    while starts[-1] < len(packed):
        at = min(starts[-1] + AT_ONCE, len(packed)) - 1
        starts.append(int(np.searchsorted(packed, ((int(packed[at]) >> bits) + 1) << bits)))
    return list(pairwise(starts)) or [(0, 0)]


def _paired_entries(entries: _Entries, bound: _Bound) -> _Found:
    """Return the pairs under each key: all under a rare one, those near in time under a frequent one."""
    ends, members = _reach(entries, bound.window)
    few = members <= bound.limit
    reach = np.where(few, ends.all, ends.near) - np.arange(len(entries.key)) - 1
    full = ~few & (reach > bound.limit)
    reach = np.where(full, bound.limit if bound.cap else 0, reach)
    owner, rank = ragged(reach)
    a, b = entries.row[owner], entries.row[owner + 1 + rank]
    packed = (np.minimum(a, b) << HALF | np.maximum(a, b))[a != b]
    crowded = _covered(full, ends.near)
    return _Found(packed, entries.row[full], entries.row[crowded], entries.key[crowded])


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


def _second(rows: Ints, keys: Ints, other: Family, *, same: bool) -> tuple[Ints, Ints]:
    """Return rows and keys made of an entry's key and each of the row's first keys in another field."""
    counts = np.minimum(SECOND_KEYS, other.keys.counts[rows])
    owner, rank = ragged(counts)
    beside = other.keys.codes[other.keys.start[rows[owner]] + rank]
    width = int(other.keys.codes.max(initial=0)) + 1
    apart = beside > keys[owner] if same else np.ones(len(owner), dtype=np.bool_)
    return rows[owner][apart], (keys[owner] * width + beside)[apart]
