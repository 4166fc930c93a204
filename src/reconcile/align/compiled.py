"""Prevent a small run from waiting for a compiler, and a large one from waiting for numpy.

Compiled loops come with the extra `fast`. They are loaded once there is work enough to pay for it, about a third
of a second; the results are the same without them.

>>> with forced(on=False):
...     loops(10**9) is None
True
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator
from contextvars import ContextVar
from types import ModuleType

ENOUGH = 200_000
_NAME = "reconcile.align.loops"
_FORCED: ContextVar[bool | None] = ContextVar("forced", default=None)


def loops(steps: int) -> ModuleType | None:
    """Return the compiled loops; None where they are not installed, or not loaded and not worth it.

    Args:
        steps: how many pairs there are to go through.
    """
    forced_ = _FORCED.get()
    if forced_ is not None:
        return _loaded() if forced_ else None
    # Imported, not taken from sys.modules: there another thread's import may be half done.
    return _loaded() if steps >= ENOUGH or _NAME in sys.modules else None


@contextlib.contextmanager
def forced(*, on: bool) -> Generator[None]:
    """Use compiled loops for everything, or for nothing, as long as the block runs.

    Args:
        on: whether they are used.

    Yields:
        Nothing.
    """
    before = _FORCED.set(on)
    try:
        yield
    finally:
        _FORCED.reset(before)


def _loaded() -> ModuleType | None:
    try:
        from reconcile.align import loops as found
    except (ImportError, RuntimeError):  # numba is absent; or finds no folder to keep what it has compiled
        return None
    return found
