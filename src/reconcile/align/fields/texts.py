"""Prevent common words from making two reports one event: wording is compared by its rare words.

Two texts are as alike as the cosine of their stems weighed by surprise (tf–idf without tf). Texts that share
no script are not compared at all: that is missing evidence, not a difference.

>>> column = TextColumn.of(["centres opened in Erbil", "a centre opens in Erbil", "مركز في أربيل", None])
>>> column.single(0, 1)[0], column.single(0, 2)[0]
(1.0, None)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from reconcile.align.arrays import (
    DIGITS,
    MISSING,
    Floats,
    Ints,
    Lists,
    as_sets,
    distinct_pairs,
    gathered,
    lists,
    ragged,
    settled,
    starts,
)
from reconcile.align.fields.base import Compared, Tally
from reconcile.align.sparse import Rows, row_products
from reconcile.align.strings import coded, split
from reconcile.align.words import idf_weight, stems, word_stems

KEYS = 6
REPEATED = 3


@dataclass(frozen=True)
class TextColumn:
    """The wording of each claim.

    Args:
        codes: which distinct text each row holds, or -1.
        texts: the distinct texts.
        words: the stems of each distinct text, each once, as codes in the alphabetical order of the stems.
        stems: all stems, sorted.
        scripts: the scripts of each distinct text as bits; 0 where no stem is left.
        tally: in how many rows each stem stands.
        weights: the bits of each stem over the length of each text, laid out as `words.codes`.
        numbers: whether bare numbers count as words.
    """

    codes: Ints
    texts: Sequence[str]
    words: Lists
    stems: Sequence[str]
    scripts: Ints
    tally: Tally
    weights: Floats
    numbers: bool = False

    @classmethod
    def of(cls, values: Sequence[str | None], *, tally: Tally | None = None, numbers: bool = False) -> TextColumn:
        """Return the column of texts.

        Args:
            values: a text per row, or None.
            tally: frozen frequencies of stems; by default counted here.
            numbers: whether bare numbers count as words.
        """
        codes, texts = coded(values)
        words, vocabulary = _words(texts, numbers=numbers)
        rows = np.bincount(codes[codes >= 0], minlength=len(texts))
        if tally is None:
            held = np.bincount(words.codes, weights=np.repeat(rows, words.counts), minlength=len(vocabulary))
            tally = Tally(int(rows.sum()), dict(zip(vocabulary, held.astype(np.int64).tolist(), strict=True)))
        bits = np.array([idf_weight(tally.total, tally.counts.get(stem, 0)) for stem in vocabulary])
        return cls(codes, texts, words, vocabulary, _scripts(words, vocabulary), tally, _unit(words, bits), numbers)

    def compare(self, a: Ints, b: Ints) -> Compared:
        """Return the cosine of each pair of rows, NaN where a text is missing or they share no script."""
        left, right = self.codes[a], self.codes[b]
        scripts = np.append(self.scripts, 0)
        known = np.flatnonzero(scripts[left] & scripts[right])
        similarity = np.full(len(a), np.nan)
        similarity[known] = self._cosines(left[known], right[known])
        return Compared(similarity, np.full(len(a), np.nan))

    def _cosines(self, left: Ints, right: Ints) -> Floats:
        """Return the cosine of texts; where few texts stand in many rows, each couple is compared once."""
        rows = Rows(self.words.start, self.words.codes, self.weights, len(self.stems))
        if len(self.texts) * REPEATED > len(self.codes):
            return settled(np.minimum(1.0, row_products(rows, left, right)))
        low, high, place = distinct_pairs(left, right)
        return settled(np.minimum(1.0, row_products(rows, low, high)))[place]

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return the cosine of two rows, slowly, from their words."""
        left, right = (self._weighted(int(self.codes[i])) for i in (a, b))
        if not ({script(stem) for stem in left} & {script(stem) for stem in right}):
            return None, None
        product = sum(weight * right[stem] for stem, weight in left.items() if stem in right)
        length = math.sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
        return round(min(1.0, product / length), DIGITS), None

    def _weighted(self, code: int) -> dict[str, float]:
        found = stems(self.texts[code], numbers=self.numbers) if code != MISSING else ()
        return {stem: idf_weight(self.tally.total, self.tally.counts.get(stem, 0)) for stem in found}

    def keys(self) -> Lists:
        """Return the six rarest stems of each row that another row has too."""
        rows = np.bincount(self.codes[self.codes >= 0], minlength=len(self.texts))
        live = np.bincount(self.words.codes, weights=np.repeat(rows, self.words.counts), minlength=len(self.stems))
        counts = np.array([self.tally.counts.get(stem, 0) for stem in self.stems], dtype=np.int64)
        rarity = np.argsort(np.argsort(counts, kind="stable"))  # stems are sorted, so ties fall alphabetically
        useful = live[self.words.codes] > 1
        owner, rank = self.words.rows[useful], rarity[self.words.codes[useful]]
        return gathered(self.codes, _smallest(owner, rank, np.argsort(rarity), rows=len(self.texts)))

    def key_names(self) -> Sequence[str]:
        """Return the stems."""
        return self.stems


def _smallest(owner: Ints, rank: Ints, meaning: Ints, *, rows: int) -> Lists:
    """Return the `KEYS` lowest ranks of each owner, as what the ranks mean."""
    packed = np.sort(owner * max(1, len(meaning)) + rank)
    owner, rank = packed // max(1, len(meaning)), packed % max(1, len(meaning))
    counts = np.bincount(owner, minlength=rows)
    kept = ragged(counts)[1] < KEYS
    return Lists(starts(np.minimum(counts, KEYS)), meaning[rank[kept]])


def _words(texts: Sequence[str], *, numbers: bool) -> tuple[Lists, list[str]]:
    """Return the distinct stems of each text, as codes in alphabetical order, and the stems."""
    given, distinct = split(texts)
    stemmed = [word_stems(piece, numbers=numbers) for piece in distinct]
    vocabulary = sorted(set(chain.from_iterable(stemmed)))
    index = {stem: code for code, stem in enumerate(vocabulary)}
    of_piece = lists([[index[stem] for stem in stems_] for stems_ in stemmed])
    found = gathered(given.codes, of_piece)
    owner = np.repeat(given.rows, found.counts)
    return as_sets(owner, found.codes, size=len(texts)), vocabulary


def _unit(words: Lists, bits: Floats) -> Floats:
    weights = bits[words.codes]
    length = np.sqrt(np.bincount(words.rows, weights=weights * weights, minlength=len(words.start) - 1))
    return weights / length[words.rows]


def script(stem: str) -> int:
    """Return a bit for the script of a stem: 1 Latin, 2 Arabic, 4 any other.

    >>> script("erbil"), script("مركز")
    (1, 2)
    """
    code = ord(stem[0])
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return 1
    return 2 if 0x600 <= code < 0x780 else 4


def _scripts(words: Lists, vocabulary: Sequence[str]) -> Ints:
    bits = np.array([script(stem) for stem in vocabulary], dtype=np.int64)[words.codes]
    found: npt.NDArray[np.int64] = np.zeros(len(words.start) - 1, dtype=np.int64)
    for bit in (1, 2, 4):
        found[words.rows[bits == bit]] |= bit
    return found
