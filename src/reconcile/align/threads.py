"""Prevent one core from working while the others wait: array work in pieces, whose number decides nothing.

>>> in_threads(lambda at: at * 2, [1, 2, 3])
[2, 4, 6]
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from reconcile.align.memory import released

MOST = 4

X = TypeVar("X")
Y = TypeVar("Y")


def in_threads(work: Callable[[X], Y], pieces: Sequence[X]) -> list[Y]:
    """Return what `work` makes of each piece, in their order.

    Args:
        work: a function of one piece that changes nothing others see.
        pieces: the pieces.
    """
    threads = min(MOST, os.cpu_count() or 1, len(pieces)) if len(pieces) > 1 else 1
    if threads < 2:
        return [work(piece) for piece in pieces]
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(work, pieces))
    released()  # each thread frees what it took into a store of its own
    return found
