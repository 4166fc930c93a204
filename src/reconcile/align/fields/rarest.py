"""Prevent rows from being looked for under common words: each stands under its rarest that another row has too.

>>> words = Lists(np.array([0, 2, 3]), np.array([0, 1, 1]))
>>> rarest(words, np.array([1, 0]), order=np.array([1, 0]), live=np.array([True, True]), most=1).codes.tolist()
[1, 1]
"""

from __future__ import annotations

import numpy as np

from reconcile.align.arrays import Bools, Ints, Lists, gathered, packed, ragged, starts
from reconcile.align.compiled import loops
from reconcile.align.order import ascending
from reconcile.align.threads import in_threads

AT_ONCE = 50_000


def rarest(words: Lists, codes: Ints, *, order: Ints, live: Bools, most: int) -> Lists:
    """Return some words of the text of each row, the rarest first.

    Args:
        words: the words of each text.
        codes: the text of each row, or -1.
        order: all words, the rarest first.
        live: whether each word may be taken.
        most: how many are taken of each text.
    """
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    fast = loops(len(codes))
    if fast is not None:
        rank[~live] = len(order)
        ends = [codes[at : at + AT_ONCE] for at in range(0, max(1, len(codes)), AT_ONCE)]
        parts = in_threads(lambda some: fast.rarest(*words, some, rank, order, most), ends)
        return _in_one(parts)
    of_text = _in_one(in_threads(lambda some: _smallest(some, live, rank, order, most), sliced(words)))
    return gathered(codes, of_text)


def _in_one(parts: list[tuple[Ints, Ints]]) -> Lists:
    counts, codes = (np.concatenate(side) for side in zip(*parts, strict=True))
    return Lists(starts(counts), codes)


def sliced(words: Lists) -> list[Lists]:
    """Return the lists in slices, so that what is made of them is small at any time.

    Args:
        words: lists.
    """
    size = len(words.start) - 1
    ends = [min(size, at + AT_ONCE) for at in range(0, max(1, size), AT_ONCE)]
    return [
        Lists(words.start[at : end + 1] - words.start[at], words.codes[words.start[at] : words.start[end]])
        for at, end in zip([0, *ends], ends, strict=False)
    ]


def _smallest(words: Lists, live: Bools, rank: Ints, order: Ints, most: int) -> tuple[Ints, Ints]:
    """Return how many, and which, are the rarest live words of each text."""
    useful = live[words.codes]
    both, bits = packed(words.rows[useful], rank[words.codes[useful]])
    both = ascending(both)
    counts = np.bincount(both >> bits, minlength=len(words.start) - 1)
    kept = ragged(counts)[1] < most
    return np.minimum(counts, most), order[both[kept] & ((1 << bits) - 1)]
