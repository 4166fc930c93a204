"""Prevent a Python loop per pair of texts: products of sparse rows, through scipy.

>>> rows = Rows(np.array([0, 2, 3]), np.array([0, 1, 1]), np.array([0.6, 0.8, 1.0]), 2)
>>> row_products(rows, np.array([0, 0]), np.array([0, 1])).round(3).tolist()
[1.0, 0.8]
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Floats, Ints
from reconcile.align.compiled import loops

_AT_ONCE = 400_000


class Rows(NamedTuple):
    """A sparse matrix by rows: row r has `values[start[r]:start[r + 1]]` in the columns `columns[…]`, sorted."""

    start: Ints
    columns: Ints
    values: Floats
    width: int


def row_products(rows: Rows, a: Ints, b: Ints) -> Floats:
    """Return the scalar product of row a[i] and row b[i], for each i.

    Args:
        rows: the matrix.
        a: row numbers.
        b: as many row numbers.
    """
    fast = loops(len(a))
    if fast is not None:
        return fast.products(rows.start, rows.columns, rows.values, a, b)
    if not len(a):
        return np.zeros(0)
    from scipy.sparse import csr_array

    matrix = csr_array((rows.values, rows.columns, rows.start), shape=(len(rows.start) - 1, max(1, rows.width)))
    parts = [
        np.asarray(matrix[a[i : i + _AT_ONCE]].multiply(matrix[b[i : i + _AT_ONCE]]).sum(axis=1)).reshape(-1)
        for i in range(0, len(a), _AT_ONCE)
    ]
    return np.concatenate(parts)
