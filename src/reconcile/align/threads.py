"""Prevent one core from working while the others wait: array work in pieces, whose number decides nothing.

>>> in_threads(lambda at: at * 2, [1, 2, 3])
[2, 4, 6]
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
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

    def one(context: Context, piece: X) -> Y:
        return context.run(work, piece)

    # Each in the context of the caller, who may have forced or forbidden compiled loops.
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(one, [copy_context() for _ in pieces], pieces))
    released()  # each thread frees what it took into a store of its own
    return found


def begun(work: Callable[[], Y], *, alone: bool = False) -> Callable[[], Y]:
    """Begin `work` beside what follows, and return what waits for what it makes.

    Args:
        work: a function that changes nothing others see.
        alone: wait for it at once, where it is too little to be worth a thread.

    >>> result = begun(lambda: 1 + 1)
    >>> result()
    2
    """
    if alone:
        found = work()
        return lambda: found
    pool = ThreadPoolExecutor(1)
    result = pool.submit(copy_context().run, work).result
    pool.shutdown(wait=False)  # the thread ends with its work
    return result
