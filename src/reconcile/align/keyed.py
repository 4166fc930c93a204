"""Prevent rows under a key from being looked for: they stand together, sorted by key, first day and row.

>>> days = days_of(np.array([5, 3]), np.array([5, 3]))
>>> (under_keys(days.rank.astype(np.int64), np.array([7, 7]), days) & 3).tolist()
[0, 1]
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import WORD, Ints, Lists, narrow, ragged
from reconcile.align.compiled import loops
from reconcile.align.order import ascending, order_of
from reconcile.align.threads import in_threads

SECOND_KEYS = 3
AT_ONCE = 250_000


class Days(NamedTuple):
    """The rows by first day, first and last day in that order, and the place of each row among these."""

    by_day: Ints
    low: Ints
    high: Ints
    rank: Ints


def days_of(low: Ints, high: Ints) -> Days:
    """Return the rows by their days.

    Args:
        low: first day of each row.
        high: last day of each row.
    """
    by_day = order_of(low)
    rank = np.empty(len(low), dtype=np.int64)
    rank[by_day] = np.arange(len(low))
    return Days(narrow(by_day), low[by_day], high[by_day], narrow(rank))


def under_keys(ranks: Ints, keys: Ints, days: Days, *, ranked: bool = False) -> Ints:
    """Return rows, given by their ranks, under keys; packed into one number each, sorted by key, first day and row.

    Args:
        ranks: the rank of each row among the days.
        keys: its key.
        days: the days.
        ranked: the ranks of each key ascend already.
    """
    bits = len(days.low).bit_length()
    if int(keys.max(initial=0)).bit_length() + bits > WORD:
        keys = np.unique(keys, return_inverse=True)[1]
    both = keys.astype(np.int64)
    both <<= bits
    both |= ranks
    return ascending(both, known=bits if ranked else 0)


def slices_of(keys: Ints, bits: int = 0) -> list[tuple[int, int]]:
    """Return where some keys begin and end, again and again, in about equal numbers; beside keys stand other bits.

    Args:
        keys: ascending.
        bits: how many bits stand beside the key, below it.

    >>> slices_of(np.array([4, 4, 7]))
    [(0, 3)]
    """
    starts = [0]
    while starts[-1] < len(keys):
        at = min(starts[-1] + AT_ONCE, len(keys)) - 1
        starts.append(int(np.searchsorted(keys, ((int(keys[at]) >> bits) + 1) << bits)))
    return list(pairwise(starts)) or [(0, 0)]


def under_two(rows: Ints, keys: Ints, other: Lists, days: Days, *, same: bool) -> Ints:
    """Return entries under keys made of theirs and each of the row's first keys in another field, packed and sorted.

    The entries stand in the order of their keys, so slices that end between keys are sorted each by itself.

    Args:
        rows: the row of each entry, by key and rank.
        keys: its key.
        other: the keys of all rows in the other field.
        days: the days.
        same: the other field is the same one, of which only later keys are taken.
    """
    width = int(other.codes.max(initial=0)) + 1
    apart = ((int(keys[-1]) + 1) * width).bit_length() + len(days.low).bit_length() <= WORD

    def work(ends: tuple[int, int]) -> tuple[Ints, Ints]:
        some = slice(*ends)
        made, under = _beside(rows[some], keys[some], other, days.rank, width, same=same)
        return (under_keys(made, under, days, ranked=True), under[:0]) if apart else (made, under)

    found, under = (np.concatenate(side) for side in zip(*in_threads(work, slices_of(keys)), strict=True))
    return found if apart else under_keys(found, under, days, ranked=True)


def _beside(rows: Ints, keys: Ints, other: Lists, rank_of: Ints, width: int, *, same: bool) -> tuple[Ints, Ints]:
    fast = loops(len(rows))
    if fast is not None:
        return fast.beside(rows, keys, *other, rank_of, width, SECOND_KEYS, same)
    owner, rank = ragged(np.minimum(SECOND_KEYS, other.start[rows + 1] - other.start[rows]))
    beside = other.codes[other.start[rows[owner]] + rank]
    apart = beside > keys[owner] if same else np.ones(len(owner), dtype=np.bool_)
    return rank_of[rows[owner[apart]]], (keys[owner] * width + beside)[apart]
