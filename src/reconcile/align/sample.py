"""Prevent weights from being learned of halves of events: of very many claims, those of some spans of time are asked.

>>> in_spans(np.array([1, 9, 5, 2, 8, 7, 3, 4]), share=0.5).tolist()
[True, False, True, False, True, False, True, False]
"""

from __future__ import annotations

import numpy as np

from reconcile.align.arrays import Bools, Ints, Pairs, order_of

SPANS = 4


def in_spans(days: Ints, *, share: float) -> Bools:
    """Return a share of the claims: with each those that may be of its event, but at the ends of the spans.

    Args:
        days: first day of each claim. Claims of one day, or of none, follow each other as they stand.
        share: how many of all, 0 to 1.
    """
    rank = np.empty(len(days), dtype=np.int64)
    rank[order_of(days)] = np.arange(len(days))
    return rank * SPANS % len(days) < share * len(days)


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
    code, times = np.unique(a * size + b, return_counts=True)
    return Pairs(code // size, code % size), times
