"""Prevent weights from being learned of halves of events: of very many claims, those of some spans of time are asked.

>>> in_spans(np.array([1, 9, 5, 2, 8, 7, 3, 4]), share=0.5).tolist()
[True, False, True, False, True, False, True, False]
"""

from __future__ import annotations

import numpy as np

from reconcile.align.arrays import Bools, Ints, Pairs
from reconcile.align.order import order_of, told_apart

SPANS = 4


def in_spans(days: Ints, *, share: float) -> Bools:
    """Return the claims that hold about a share of the pairs: with each those that may be of its event.

    Claims without a day, or of a day that holds more of them than a span, are drawn evenly instead, which parts
    events: so that their pairs are as many, the root of the share of them is taken.

    Args:
        days: first day of each claim; 0 for those that have none.
        share: how many of all pairs, 0 to 1.
    """
    span = share * len(days) / SPANS
    _, day = told_apart(days)
    dated = (np.asarray(days) != 0) & (np.bincount(day)[day] <= max(span, 1))
    wanted = np.empty(len(days), dtype=np.bool_)
    wanted[~dated] = _evenly(int((~dated).sum()), share**0.5)
    rank = np.empty(int(dated.sum()), dtype=np.int64)
    rank[order_of(np.asarray(days)[dated])] = np.arange(len(rank))
    wanted[dated] = rank * SPANS % max(len(rank), 1) < share * len(rank)
    return wanted


def _evenly(size: int, share: float) -> Bools:
    return np.diff(np.floor(np.arange(size + 1) * share)) > 0


def drawn(a: Ints, b: Ints, size: int) -> tuple[Pairs, Ints | None]:
    """Return pairs, those of few rows each once with how often they come: a sample of nine claims repeats itself.

    Args:
        a: rows.
        b: as many other rows.
        size: how many rows there are.

    >>> pairs, times = drawn(np.zeros(5, dtype=np.int64), np.ones(5, dtype=np.int64), 2)
    >>> pairs.a.tolist(), times.tolist()
    ([0], [5])
    """
    if size * size >= len(a):
        return Pairs(a, b), None
    both = a * size + b
    first, number = told_apart(both)
    return Pairs(both[first] // size, both[first] % size), np.bincount(number)
