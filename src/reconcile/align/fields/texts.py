"""Prevent common words from making two reports one event: wording is compared by its rare words.

Two texts are as alike as the cosine of their stems weighed by surprise (tf–idf without tf). Texts that share
no script are not compared at all: that is missing evidence, not a difference.

>>> column = TextColumn.of(["centres opened in Erbil", "a centre opens in Erbil", "مركز في أربيل", None])
>>> column.single(0, 1)[0], column.single(0, 2)[0]
(1.0, None)
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

import numpy as np

from reconcile.align.arrays import (
    DIGITS,
    MISSING,
    Floats,
    Ints,
    Lists,
    gathered,
    lists,
    narrow,
    settled,
    starts,
)
from reconcile.align.compiled import loops
from reconcile.align.fields.base import Compared, Tally, nothing
from reconcile.align.fields.rarest import rarest, sliced
from reconcile.align.order import as_sets, distinct_pairs
from reconcile.align.sparse import Rows, row_products
from reconcile.align.strings import coded_texts, numbered, split, united
from reconcile.align.threads import in_threads
from reconcile.align.words import idf_weight, stems, stems_of, word_stems

KEYS = 6
REPEATED = 3
AT_ONCE = 50_000
REMEMBERED = 10_000
FEW = 200
_SCRIPTS = ((("\0", "\u0250"), 1), (("\u1e00", "\u1f00"), 1), (("\u0600", "\u0780"), 2))
START, COUNT, SCRIPTS = 27, (1 << 27) - 8, 7


@dataclass(frozen=True)
class TextColumn:
    """The wording of each claim.

    Args:
        codes: which distinct text each row holds, or -1.
        texts: the distinct texts, of very many that nearly all differ all; none where they are not kept.
        words: the stems of each distinct text, each once, as codes in the alphabetical order of the stems.
        stems: all stems, sorted.
        scripts: the scripts of each distinct text as bits; 0 where no stem is left.
        tally: in how many rows each stem stands.
        counts: the same as numbers, one for each of `stems`.
        bits: the bits of surprise of each stem.
        lengths: the length of each text, by the bits of its stems.
        numbers: whether bare numbers count as words.
    """

    codes: Ints
    texts: Sequence[str]
    words: Lists
    stems: Sequence[str]
    scripts: Ints
    tally: Tally
    counts: Ints
    bits: Floats
    lengths: Floats
    numbers: bool = False

    @classmethod
    def of(
        cls,
        values: Sequence[str | None],
        *,
        tally: Tally | None = None,
        numbers: bool = False,
        rows: Ints | None = None,
        keep: bool = True,
    ) -> TextColumn:
        """Return the column of texts.

        Args:
            values: a text per row, or None.
            tally: frozen frequencies of stems; by default counted here.
            numbers: whether bare numbers count as words.
            rows: which value each row holds; by default they are in order.
            keep: hold the texts too; a million of them take as much memory as all that is made of them.
        """
        codes, texts = coded_texts(values)
        codes = codes if rows is None else codes[rows]
        words, vocabulary = _words(texts, numbers=numbers)
        times = np.bincount(codes[codes >= 0], minlength=len(texts))
        if tally is None:
            counts = _held(words, times, size=len(vocabulary))
            tally = Tally(int(times.sum()), dict(zip(vocabulary, counts.tolist(), strict=True)))
        else:
            counts = _counts(tally, vocabulary)
        bits = _bits(tally, counts)
        scripts = _scripts(words, vocabulary)
        kept, lengths = texts if keep else (), _lengths(words, bits)
        return cls(codes, kept, words, vocabulary, scripts, tally, counts, bits, lengths, numbers)

    @property
    def least_share(self) -> float:
        """Words are rare, and no text is shared."""
        return 1.0

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:  # noqa: ARG002 - no text is shared
        """Return the cosine of each pair of rows, NaN where a text is missing or they share no script."""
        fast = loops(len(a))
        if fast is not None:
            dense = np.zeros(len(self.stems))
            laid, lengths = self._laid
            return Compared(fast.texts_alike(laid, self.words.codes, self.bits, lengths, dense, a, b), nothing(len(a)))
        left, right = self.codes[a], self.codes[b]
        scripts = np.append(self.scripts, 0)
        known = np.flatnonzero(scripts[left] & scripts[right])
        similarity = np.full(len(a), np.nan)
        similarity[known] = self._cosines(left[known], right[known])
        return Compared(similarity, nothing(len(a)))

    @cached_property
    def _laid(self) -> tuple[Ints, Floats]:
        """Where the words of each row begin, how many they are, and its scripts, in one number; and its length."""
        of_text = self.words.start[:-1] << START | self.words.counts << 3 | self.scripts
        return np.append(of_text, 0)[self.codes], np.append(self.lengths, 1.0)[self.codes]

    @cached_property
    def _weights(self) -> Floats:
        """The bits of each stem over the length of its text, laid out as `words.codes`."""
        return self.bits[self.words.codes] / self.lengths[self.words.rows]

    def _cosines(self, left: Ints, right: Ints) -> Floats:
        """Return the cosine of texts; where few texts stand in many rows, each couple is compared once."""
        rows = Rows(self.words.start, self.words.codes, self._weights, len(self.stems))
        if len(self.lengths) * REPEATED > len(self.codes):
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
        return {stem: idf_weight(self.tally.total, self.tally.counts.get(stem, 0)) for stem in self._stems(code)}

    def _stems(self, code: int) -> Sequence[str]:
        if code == MISSING:
            return ()
        if self.texts:
            return stems(self.texts[code], numbers=self.numbers)
        start, end = self.words.start[code : code + 2].tolist()
        words: list[int] = self.words.codes[start:end].tolist()
        return [self.stems[word] for word in words]

    def keys(self) -> Lists:
        """Return the six rarest stems of each row that another row has too."""
        rows = np.bincount(self.codes[self.codes >= 0], minlength=len(self.lengths))
        live = _held(self.words, rows, size=len(self.stems)) > 1
        # Stems are sorted: ties fall alphabetically.
        return rarest(self.words, self.codes, order=np.argsort(self.counts, kind="stable"), live=live, most=KEYS)

    def key_names(self) -> Sequence[str]:
        """Return the stems."""
        return self.stems


def _held(words: Lists, rows: Ints, *, size: int) -> Ints:
    """Return in how many rows each stem stands; `rows` has how many hold each text."""
    found, at = np.zeros(size, dtype=np.int64), 0
    for some in sliced(words):
        end = at + len(some.start) - 1
        held = np.repeat(rows[at:end], some.counts)
        found += np.bincount(some.codes, weights=held, minlength=size).astype(np.int64)
        at = end
    return found


def _counts(tally: Tally, vocabulary: Sequence[str]) -> Ints:
    counts = tally.counts
    return np.fromiter((counts.get(stem, 0) for stem in vocabulary), dtype=np.int64, count=len(vocabulary))


def _bits(tally: Tally, counts: Ints) -> Floats:
    """Return the bits of surprise of each stem; most stems are as rare as many others."""
    rare, place = np.unique(counts, return_inverse=True)
    return np.array([idf_weight(tally.total, count) for count in rare.tolist()], dtype=np.float64)[place]


def _words(texts: Sequence[str], *, numbers: bool) -> tuple[Lists, list[str]]:
    """Return the distinct stems of each text, as codes in alphabetical order, and the stems."""
    if len(texts) <= FEW:
        return _words_of_few(texts, numbers=numbers)
    given = in_threads(_split, [texts[at : at + AT_ONCE] for at in range(0, max(1, len(texts)), AT_ONCE)])
    codes, pieces = united([distinct for _, distinct in given])
    slices = [Lists(some.start, narrow(code[some.codes])) for (some, _), code in zip(given, codes, strict=True)]
    del given, codes
    read = word_stems if len(pieces) < REMEMBERED else stems_of
    stemmed = list(map(partial(read, numbers=True) if numbers else read, pieces))
    counts = np.fromiter(map(len, stemmed), dtype=np.int64, count=len(stemmed))
    codes, vocabulary = numbered(list(chain.from_iterable(stemmed)))
    of_piece = Lists(starts(counts), codes)
    only = np.where(counts == 1, np.append(codes, MISSING)[of_piece.start[:-1]], MISSING)
    found = in_threads(lambda some: _as_sets(some, of_piece, only), slices)
    sizes, codes = (np.concatenate(side) for side in zip(*found, strict=True))
    return Lists(starts(sizes), codes), vocabulary


def _words_of_few(texts: Sequence[str], *, numbers: bool) -> tuple[Lists, list[str]]:
    """Return what `_words` does: some texts are stemmed one by one before arrays of their words are worth making."""
    rows = [set(stems(text, numbers=numbers)) for text in texts]
    vocabulary = sorted(set[str]().union(*rows))
    number = {stem: code for code, stem in enumerate(vocabulary)}
    words = lists([sorted(map(number.__getitem__, row)) for row in rows])
    return Lists(words.start, narrow(words.codes)), vocabulary


def _split(texts: Sequence[str]) -> tuple[Lists, Sequence[str]]:
    pieces, distinct = split(texts)
    return Lists(pieces.start, narrow(pieces.codes)), distinct


def _as_sets(pieces: Lists, of_piece: Lists, only: Ints) -> tuple[Ints, Ints]:
    """Return how many distinct stems each text has, and which; `only` has the one stem of most pieces, or -1."""
    rows, stem = pieces.rows, only[pieces.codes]
    alone, others = stem != MISSING, np.flatnonzero(stem == MISSING)
    more = gathered(pieces.codes[others], of_piece)
    row = np.concatenate((rows[alone], rows[others].repeat(more.counts)))
    words = as_sets(row, np.concatenate((stem[alone], more.codes)), size=len(pieces.start) - 1)
    return words.counts, narrow(words.codes)


def _lengths(words: Lists, bits: Floats) -> Floats:
    def of(some: Lists) -> Floats:
        squares = np.bincount(some.rows, weights=bits[some.codes] ** 2, minlength=len(some.start) - 1)
        return squares.astype(np.float64, copy=False)

    return np.sqrt(np.concatenate(in_threads(of, sliced(words))))


def script(stem: str) -> int:
    """Return a bit for the script of a stem: 1 Latin, 2 Arabic, 4 any other.

    >>> script("erbil"), script("مركز")
    (1, 2)
    """
    return next((bit for (low, high), bit in _SCRIPTS if low <= stem[0] < high), 4)


def _scripts(words: Lists, vocabulary: Sequence[str]) -> Ints:
    bits = np.full(len(vocabulary), 4, dtype=np.int64)
    for (low, high), bit in _SCRIPTS:  # stems are sorted: those of one script stand together
        bits[bisect_left(vocabulary, low) : bisect_left(vocabulary, high)] = bit
    found = np.zeros(len(words.start) - 1, dtype=np.int64)
    told = words.counts > 0
    if len(words.codes):
        found[told] = np.bitwise_or.reduceat(bits[words.codes], words.start[:-1][told])
    return found
