"""Prevent a million comparisons from taking minutes: the similarity of many pairs of names in arrays.

Names are cut once each, and so are the pairs of their parts; the rest is arithmetic on whole numbers, so that the
result is the one of a single comparison to the last bit.

>>> similarities(["Kirkuk"], ["Kirkuk"]).tolist()
[1.0]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reconcile.language.names.bits import Counts, Rows, Texts
from reconcile.language.names.columns import columns, numbered, rows
from reconcile.language.names.parts import MOST
from reconcile.language.names.score import SCALE, WHOLE

_AT_ONCE = 1 << 14


def similarities(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Return the similarity of each pair of names.

    Args:
        left: names.
        right: as many names.
    """
    table = rows()
    ours, theirs = _by_object(left, table), _by_object(right, table)
    names = _Names(list(table))
    pairs, back = np.unique(ours * len(table) + theirs, return_inverse=True)
    a, b = np.divmod(pairs, max(len(table), 1))
    return names.compare(a, b)[back]


def _by_object(names: Sequence[str], table: Mapping[str, int]) -> Counts:
    """Return the numbers of names; one that stands often, as the same object, is looked up once."""
    kept = list(names)  # held, so that no two have one address
    objects, back = np.unique(np.fromiter(map(id, kept), np.int64, len(kept)), return_inverse=True)
    one = np.empty(len(objects), dtype=np.int64)
    one[back] = np.arange(len(kept))
    numbers: list[int] = one.tolist()
    return numbered([kept[at] for at in numbers], table)[back]


class _Names:
    """Distinct names as columns: each name's parts, each part's word and weight, each word's symbols."""

    def __init__(self, names: Sequence[str]) -> None:
        cut = columns(names)
        self.sizes, self.words, self.weights = cut.sizes, cut.words, cut.weights
        self.starts: Counts = np.cumsum(self.sizes) - self.sizes
        self.symbols, self.wholes = Rows(cut.sounds), Texts(cut.wholes)

    def compare(self, a: Counts, b: Counts) -> NDArray[np.float64]:
        """Return the similarity of the names with these numbers."""
        found = np.zeros(len(a))
        for run in _of_one_shape(self.sizes[a], self.sizes[b]):
            found[run] = self._block(a[run], b[run]) / SCALE
        return found

    def _block(self, a: Counts, b: Counts) -> Counts:
        """Return the similarity in thousandths of names of which all on a side have as many parts."""
        words, weights = self._parts(a)
        others, other_weights = self._parts(b)
        shape = (len(words), len(others), len(a))
        cells = (np.broadcast_to(side, shape).ravel() for side in (words[:, np.newaxis], others))
        alike = self.symbols.alike(*cells).reshape(shape)
        best = (alike.max(axis=1) * weights).sum(axis=0) + (alike.max(axis=0) * other_weights).sum(axis=0)
        by_parts = best // (weights.sum(axis=0) + other_weights.sum(axis=0))
        return (by_parts * (SCALE - WHOLE) + self.wholes.alike(a, b) * WHOLE) // SCALE

    def _parts(self, names: Counts) -> tuple[Counts, Counts]:
        size: int = self.sizes[names[0]].item()
        at = self.starts[names] + np.arange(size)[:, np.newaxis]
        return self.words[at], self.weights[at]


def _of_one_shape(tall: Counts, wide: Counts) -> Iterator[Counts]:
    """Yield the numbers of pairs in runs of as many parts on each side; pairs of which one has none are left out."""
    shapes = tall * (MOST + 1) + wide
    order = np.argsort(shapes, kind="stable")
    order = order[(tall * wide)[order] > 0]
    for run in np.split(order, np.flatnonzero(np.diff(shapes[order])) + 1):
        yield from (run[at : at + _AT_ONCE] for at in range(0, len(run), _AT_ONCE))
