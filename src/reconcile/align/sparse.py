"""Prevent a Python loop per pair of texts: products of sparse rows.

>>> rows = Rows(np.array([0, 2, 3]), np.array([0, 1, 1]), np.array([0.6, 0.8, 1.0]), 2)
>>> row_products(rows, np.array([0, 0]), np.array([0, 1])).round(3).tolist()
[1.0, 0.8]
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Floats, Ints, ragged

_AT_ONCE = 50_000


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
    parts = [_products(rows, a[i : i + _AT_ONCE], b[i : i + _AT_ONCE]) for i in range(0, len(a), _AT_ONCE)]
    return np.concatenate(parts) if parts else np.zeros(0)


def _products(rows: Rows, a: Ints, b: Ints) -> Floats:
    """Look up each column of one row in the other; products are added in the order of the columns."""
    counts = np.diff(rows.start)
    (pair, rank), (pair_2, rank_2) = ragged(counts[a]), ragged(counts[b])
    at, at_2 = rows.start[a[pair]] + rank, rows.start[b[pair_2]] + rank_2
    wanted, there = pair * rows.width + rows.columns[at], pair_2 * rows.width + rows.columns[at_2]
    place = np.searchsorted(there, wanted)
    both = np.flatnonzero(np.append(there, -1)[place] == wanted)
    weights = rows.values[at[both]] * rows.values[at_2[place[both]]]
    return np.bincount(pair[both], weights=weights, minlength=len(a)).astype(np.float64)
