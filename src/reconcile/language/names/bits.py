"""Prevent a million short words from being compared one call at a time: the longest common rows of many, as bits.

>>> words = Rows(["KkRr", "Kk", "Mm"])
>>> words.alike(np.array([0, 0, 1]), np.array([0, 1, 2])).tolist()
[1000, 666, 0]
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from reconcile.language.names.score import SCALE

Counts = NDArray[np.int64]

_AT_ONCE = 1 << 15
_BITS = 32
_SYMBOLS = 128  # sound symbols are ASCII letters and digits; a word with any other is compared elsewhere


class Texts:
    """Texts as an array, with their lengths, to compare many by number.

    Args:
        texts: the texts.

    >>> Texts(["KkRr", "Kk"]).alike(np.array([0]), np.array([1])).tolist()
    [666]
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.lengths: Counts = np.fromiter(map(len, texts), np.int64, len(texts))
        self._texts = np.array([*texts, ""], dtype=object)

    def alike(self, a: Counts, b: Counts) -> Counts:
        """Return how alike the texts with these numbers are, in thousandths, as `score.alike` says it of two."""
        ours, theirs = self._texts[a].tolist(), self._texts[b].tolist()
        shared = cpdist(ours, theirs, scorer=Indel.similarity, dtype=np.int64)
        return shared * SCALE // np.maximum(self.lengths[a] + self.lengths[b], 1)


class Rows(Texts):
    """Words of sound symbols; those of at most 32 symbols are compared as bits.

    Args:
        texts: distinct words.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts)
        text = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        owner = np.repeat(np.arange(len(texts)), self.lengths)
        odd = np.bincount(owner[text >= _SYMBOLS], minlength=len(texts)) > 0
        self._long = odd | (self.lengths > _BITS)
        self._table(np.minimum(text, _SYMBOLS), owner)

    def _table(self, text: NDArray[np.uint32], owner: Counts) -> None:
        """Set for each place of each word its symbol, and for each symbol the places where it stands in each word."""
        used, number = np.unique(text, return_inverse=True)
        place = np.arange(len(text)) - (np.cumsum(self.lengths) - self.lengths)[owner]
        kept = ~self._long[owner]
        place, number, owner = place[kept], number[kept], owner[kept]
        self._alphabet = len(used) + 1
        depth = int(place.max(initial=-1)) + 1
        # Behind its end a word has a symbol that stands in no word.
        self._symbols = np.full((depth, len(self.lengths)), len(used), dtype=np.uint8)
        self._symbols[place, owner] = number
        self._shown = np.zeros(len(self.lengths) * self._alphabet, dtype=np.uint32)
        for at in range(depth):
            here = np.flatnonzero((self.lengths > at) & ~self._long)
            self._shown[here * self._alphabet + self._symbols[at, here]] |= np.uint32(1 << at)

    def alike(self, a: Counts, b: Counts) -> Counts:
        """Return how alike the words with these numbers are, in thousandths."""
        found = np.empty(len(a), dtype=np.int64)
        for start in range(0, len(a), _AT_ONCE):
            block = slice(start, start + _AT_ONCE)
            found[block] = self._alike(a[block], b[block])
        long = np.flatnonzero(self._long[a] | self._long[b])
        if len(long):
            found[long] = super().alike(a[long], b[long])
        return found

    def _alike(self, a: Counts, b: Counts) -> Counts:
        order = np.argsort(_BITS - np.minimum(self.lengths[b], _BITS).astype(np.uint8), kind="stable")
        one, other = a[order], b[order]
        shared = np.empty(len(a), dtype=np.int64)
        shared[order] = self._common(one, other)
        return 2 * shared * SCALE // np.maximum(self.lengths[a] + self.lengths[b], 1)

    def _common(self, a: Counts, b: Counts) -> NDArray[np.uint8]:
        """Return the length of the longest common row of each pair, the longest b first.

        All places of a word are looked at at once, as bits (Hyyrö 2004); a bit that is gone is a symbol shared.
        """
        row, state = a * self._alphabet, np.full(len(a), ~np.uint32(0), dtype=np.uint32)
        sizes = self.lengths[b]
        for at, symbols in enumerate(self._symbols):
            size = len(b) - int(np.searchsorted(sizes[::-1], at, side="right"))
            if not size:
                break
            here = state[:size]
            shared = self._shown[row[:size] + symbols[b[:size]]] & here
            state[:size] = (here + shared) | (here - shared)
        return np.bitwise_count(~state)
