"""Prevent sorting from taking longer than what is sorted for: whole numbers are counted into place, digit by digit."""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false, reportReturnType=false

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from reconcile.align.arrays import Ints

compiled: Any = njit(cache=True, nogil=True, error_model="numpy")


@compiled
def counted_into_place(numbers: Ints, low: int, high: int, most: int) -> Ints:
    """Return `numbers` in the order of their bits from `low` to below `high`, those alike as they stand.

    Each step goes by at most `most` bits. The given numbers are written over.
    """
    one, other, place = numbers, np.empty_like(numbers), np.empty((1 << most) + 1, dtype=np.int64)
    steps = (high - low + most - 1) // most
    for step in range(steps):
        first = low + (high - low) * step // steps
        mask = (1 << low + (high - low) * (step + 1) // steps - first) - 1
        place[:] = 0
        for number in one:
            place[(number >> first & mask) + 1] += 1
        for digit in range(mask):
            place[digit + 1] += place[digit]
        for number in one:
            digit = number >> first & mask
            other[place[digit]] = number
            place[digit] += 1
        one, other = other, one
    return one
