"""Prevent a million comparisons from taking minutes: the similarity of many pairs of names in arrays.

Names are cut once each, and so are the pairs of their parts; the rest is arithmetic on whole numbers, so that the
result is the one of a single comparison to the last bit.

>>> similarities(["Kirkuk"], ["Kirkuk"]).tolist()
[1.0]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from reconcile.language.names.columns import Counts, columns, numbered, rows
from reconcile.language.names.score import SCALE, WHOLE

_AT_ONCE = 50_000


def similarities(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Return the similarity of each pair of names.

    Args:
        left: names.
        right: as many names.
    """
    table = rows()
    ours, theirs = numbered(left, table), numbered(right, table)
    names = _Names(list(table))
    pairs, back = np.unique(ours * len(table) + theirs, return_inverse=True)
    a, b = np.divmod(pairs, max(len(table), 1))
    starts = range(0, len(pairs), _AT_ONCE)
    blocks = [names.compare(a[at : at + _AT_ONCE], b[at : at + _AT_ONCE]) for at in starts]
    return np.concatenate(blocks)[back] if blocks else np.zeros(0)


class _Names:
    """Distinct names as columns: each name's parts, each part's word and weight, each word's symbols."""

    def __init__(self, names: Sequence[str]) -> None:
        cut = columns(names)
        self.sizes, self.words, self.weights = cut.sizes, cut.words, cut.weights
        self.starts: Counts = np.cumsum(self.sizes) - self.sizes
        self.symbols, self.wholes = _Texts(cut.sounds), _Texts(cut.wholes)

    def compare(self, a: Counts, b: Counts) -> NDArray[np.float64]:
        """Return the similarity of the names with these numbers."""
        some = (self.sizes[a] > 0) & (self.sizes[b] > 0)
        found = np.zeros(len(a))
        a, b = a[some], b[some]
        if len(a):
            piece = self.wholes.similar(a, b)
            found[some] = ((self._by_parts(a, b) * (SCALE - WHOLE) + piece * WHOLE) // SCALE) / SCALE
        return found

    def _by_parts(self, a: Counts, b: Counts) -> Counts:
        tall, wide = self.sizes[a], self.sizes[b]
        sizes = tall * wide
        ends = np.cumsum(sizes)
        cell: Counts = np.arange(int(ends[-1])) - np.repeat(ends - sizes, sizes)
        across = np.repeat(wide, sizes)
        row: Counts = cell // across
        column: Counts = cell % across
        words_a = self.words[np.repeat(self.starts[a], sizes) + row]
        words_b = self.words[np.repeat(self.starts[b], sizes) + column]
        alike = self.symbols.similar(words_a, words_b)
        # The same cells, column by column: for each part of b the cells of all parts of a.
        turned = np.empty_like(alike)
        turned[np.repeat(ends - sizes, sizes) + column * np.repeat(tall, sizes) + row] = alike
        total = self._best(a, alike, np.repeat(wide, tall)) + self._best(b, turned, np.repeat(tall, wide))
        return total // (self._weight(a) + self._weight(b))

    def _best(self, names: Counts, alike: Counts, runs: Counts) -> Counts:
        """Return for each name the weighed sum of the best that each of its parts finds in its run of cells."""
        best = np.maximum.reduceat(alike, np.cumsum(runs) - runs)
        sizes = self.sizes[names]
        ends = np.cumsum(sizes)
        part = np.arange(len(best)) - np.repeat(ends - sizes - self.starts[names], sizes)
        return np.add.reduceat(best * self.weights[part], ends - sizes)

    def _weight(self, names: Counts) -> Counts:
        ends = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(self.weights)))
        return ends[self.starts[names] + self.sizes[names]] - ends[self.starts[names]]


class _Texts:
    """Texts as an array, with their lengths, to compare many by number."""

    def __init__(self, texts: list[str]) -> None:
        self.texts: NDArray[Any] = np.array([*texts, ""], dtype=object)
        self.lengths: Counts = np.fromiter(map(len, self.texts), np.int64, len(self.texts))

    def similar(self, a: Counts, b: Counts) -> Counts:
        """Return how alike the texts with these numbers are, in thousandths, as `alike` says it of two."""
        shared = cpdist(self.texts[a].tolist(), self.texts[b].tolist(), scorer=Indel.similarity, dtype=np.int64)
        return shared * SCALE // np.maximum(self.lengths[a] + self.lengths[b], 1)
