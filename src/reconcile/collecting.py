"""Prevent the garbage collector from slowing a run over many small objects that make no cycles.

>>> import gc
>>> with uncollected():
...     gc.isenabled()
False
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Generator


@contextlib.contextmanager
def uncollected() -> Generator[None]:
    """Hold the cyclic garbage collector for as long as the block runs; it was on before only if it is on after.

    Yields:
        Nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
