"""Prevent a run from holding a third more memory than it uses: what was freed goes back to the system.

The C library keeps what threads have freed, in case they ask again; after work on millions of rows that is hundreds of
megabytes, in pieces that the next step cannot use. No result depends on it.

>>> released()
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any

MUCH = 1 << 25


class _Kept(ctypes.Structure):
    """What `mallinfo2` of the GNU C library tells, in bytes."""

    _fields_ = (
        *((f"other_{at}", ctypes.c_size_t) for at in range(8)),
        ("free", ctypes.c_size_t),
        ("top", ctypes.c_size_t),
    )


def released() -> None:
    """Give back memory that is not used, where there is much of it."""
    library = _library()
    if library is None or library.mallinfo2().free < MUCH:
        return
    library.malloc_trim(0)
    arrow: Any = sys.modules.get("pyarrow")
    if arrow is not None:
        arrow.default_memory_pool().release_unused()


@cache
def _library() -> Any:  # noqa: ANN401 - ctypes makes its functions up
    """Return the C library; None where it is not that of GNU, or an old one."""
    try:
        library = ctypes.CDLL(None)
        library.mallinfo2.restype = _Kept
        library.malloc_trim.argtypes = [ctypes.c_size_t]
    except (AttributeError, OSError, TypeError):
        return None
    return library
