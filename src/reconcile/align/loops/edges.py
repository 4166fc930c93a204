"""Prevent components of millions of pairs from being found in rounds: each pair is looked at once."""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from reconcile.align.arrays import Ints

compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
inlined: Any = njit(cache=True, nogil=True, error_model="numpy", inline="always")


@inlined
def root(parent: Ints, row: int) -> int:
    """Return the lowest row that a row is known to be connected with; what is walked gets shorter."""
    while parent[row] != row:
        parent[row] = parent[parent[row]]
        row = parent[row]
    return row


@compiled
def rooted(size: int, a: Ints, b: Ints) -> Ints:
    """Return the lowest row that each row is connected with, as `cluster.components` does."""
    parent = np.arange(size)
    for i in range(len(a)):
        one, two = root(parent, a[i]), root(parent, b[i])
        if one < two:
            parent[two] = one
        else:
            parent[one] = two
    for row in range(size):  # what stands before a row has its root
        parent[row] = parent[parent[row]]
    return parent
