"""Prevent the pairs under a million keys from being laid out in arrays of arrays: they are written one by one."""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from reconcile.align.arrays import Bools, Ints

compiled: Any = njit(cache=True, nogil=True)
HALF = 32


@compiled
def reached(key: Ints, low: Ints, high: Ints, limit: int, window: int, rest: int) -> tuple[Ints, Ints, Bools]:
    """Return where each entry's partners end, where those near it in time end, and whether it has too many.

    Entries are sorted by key and first day. One that has too many gets its next `rest`.
    """
    ends, near, full = np.empty_like(key), np.empty_like(key), np.zeros(len(key), dtype=np.bool_)
    begin, end = 0, 0
    for at in range(len(key)):
        if at == end:
            begin = at
            while end < len(key) and key[end] == key[begin]:
                end += 1
        near[at] = at + 1 + np.searchsorted(low[at + 1 : end], high[at] + window, side="right")
        ends[at] = end if end - begin <= limit else near[at]
        if end - begin > limit and near[at] - at - 1 > limit:
            full[at], ends[at] = True, at + 1 + rest
    return ends, near, full


@compiled
def pairs_of(row: Ints, ends: Ints) -> Ints:
    """Return each row with each of its partners, the lower one first, packed into one number."""
    count = 0
    for at in range(len(row)):
        count += ends[at] - at - 1
    found, count = np.empty(count, dtype=np.int64), 0
    for at in range(len(row)):
        one = row[at]
        for other in range(at + 1, ends[at]):
            two = row[other]
            if one != two:
                found[count] = min(one, two) << HALF | max(one, two)
                count += 1
    return found[:count]
