"""Prevent a name from being cut anew in each of its comparisons: names as arrays of sound symbols.

>>> names = Spelled(["Khaffaji", "الخفاجي", "Erbil"])
>>> names.alike(np.array([0, 0]), np.array([1, 2])).round(1).tolist()
[0.9, 0.1]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reconcile.align.arrays import Bools, Floats, Ints, encode, packed, starts
from reconcile.align.compiled import loops
from reconcile.align.order import ascending, told_apart
from reconcile.language import name_similarities
from reconcile.language.names.bits import Texts
from reconcile.language.names.parts import parts
from reconcile.language.names.score import SCALE, WHOLE, alike, whole
from reconcile.language.names.similarity import FEW

LONGEST = 64
OTHERS, WEIGHT, SHORT = 8, 16, 255
COMMON = 32
TIMES = 2


class Sounds(NamedTuple):
    """Names as arrays. A name has one text for all of it, then one for each of its parts.

    Args:
        symbols: the sound symbols of all distinct texts, end to end, as numbers below `alphabet`.
        start: where each distinct text begins, and where the last one ends.
        alphabet: how many symbols there are.
        first: where the texts of each name begin, and where the last one's end.
        text: which distinct text each is.
        bags: which of the commonest symbols each text holds once and twice, as bits.
        sizes: how many symbols each text has, how many of them are not in its bag, and how much it counts, packed.
    """

    symbols: Ints
    start: Ints
    alphabet: int
    first: Ints
    text: Ints
    bags: npt.NDArray[np.uint64]
    sizes: Ints


class Spelled:
    """Distinct names, compared by number.

    Args:
        names: the names.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    def alike(self, a: Ints, b: Ints, *, least: int = 0) -> Floats:
        """Return `name_similarity` of the names with these numbers.

        Args:
            a: numbers of names.
            b: as many numbers of names.
            least: thousandths; what is below may be given as 0, which takes less time.
        """
        fast = loops(len(a))
        if fast is None:
            return self._slowly(a, b) if not least else self._if_near(a, b, least=least)
        found = fast.name_likenesses(*self.sounds, least, a, b) / SCALE
        long = np.flatnonzero(self.long[a] | self.long[b])
        found[long] = self._slowly(a[long], b[long])
        return found

    def _if_near(self, a: Ints, b: Ints, *, least: int) -> Floats:
        """Return what `_slowly` does, and 0 where the names in one piece are too unlike for `least`."""
        needed = (least - (SCALE - WHOLE)) * SCALE / WHOLE  # where all parts are equal
        pieces = self._pieces.alike(a, b) if len(a) > FEW else self._one_by_one(a, b)
        near = np.flatnonzero(pieces >= needed)
        found = np.zeros(len(a))
        found[near] = self._slowly(a[near], b[near])
        return found

    def _one_by_one(self, a: Ints, b: Ints) -> Ints:
        rows: tuple[list[int], list[int]] = a.tolist(), b.tolist()
        one, two = ([self._whole[i] for i in side] for side in rows)
        return np.fromiter(map(alike, one, two), dtype=np.int64, count=len(a))

    @cached_property
    def _pieces(self) -> Texts:
        return Texts(self._whole)

    @cached_property
    def _whole(self) -> list[str]:
        return [whole(parts(name)) for name in self.names]

    def _slowly(self, a: Ints, b: Ints) -> Floats:
        rows: tuple[list[int], list[int]] = a.tolist(), b.tolist()
        one, two = ([self.names[i] for i in side] for side in rows)
        return name_similarities(one, two)

    @cached_property
    def _cut(self) -> tuple[list[str], Ints, Ints, Ints]:
        """The distinct texts, where those of each name begin, which ones they are, and how much each counts."""
        rows = [((whole(found), 0), *found) for found in map(parts, self.names)]
        flat = list(chain.from_iterable(rows))
        text, texts = encode([sound for sound, _ in flat])
        weights = np.fromiter((weight for _, weight in flat), dtype=np.int64, count=len(flat))
        return texts, starts(np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))), text, weights

    @cached_property
    def sounds(self) -> Sounds:
        """The names as arrays; texts of more than 64 symbols are left empty."""
        texts, first, text, weights = self._cut
        short = [one if len(one) <= LONGEST else "" for one in texts]
        symbols, alphabet = _by_frequency("".join(short))
        start = starts(np.fromiter(map(len, short), dtype=np.int64, count=len(short)))
        some, others = _held(symbols, start)
        sizes = np.diff(start)[text] | others[text] << OTHERS | weights << WEIGHT
        return Sounds(symbols, start, alphabet, first, text, some[text], sizes)

    @cached_property
    def long(self) -> Bools:
        """Whether a name has a text of more than 64 symbols, which are compared elsewhere."""
        texts, first, text, _ = self._cut
        over = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))[text] > LONGEST
        return np.bincount(np.repeat(np.arange(len(self.names)), np.diff(first))[over], minlength=len(self.names)) > 0


def _by_frequency(text: str) -> tuple[Ints, int]:
    """Return a number per symbol, the commonest ones first, and how many there are."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    number = told_apart(codes.astype(np.int64))[1]
    counts = np.bincount(number)
    rank = np.argsort(np.argsort(-counts, kind="stable"))
    return rank[number].astype(np.int64), max(1, len(counts))


def _held(symbols: Ints, start: Ints) -> tuple[npt.NDArray[np.uint64], Ints]:
    """Return which of the commonest symbols each text holds once and twice, as bits, and how many more it holds."""
    size = len(start) - 1
    text = np.repeat(np.arange(size), np.diff(start))
    both, bits = packed(text, symbols)
    both = ascending(both)
    text, symbol = both >> bits, both & ((1 << bits) - 1)
    new = np.concatenate(
        [np.ones(min(1, len(text)), dtype=np.bool_), (text[1:] != text[:-1]) | (symbol[1:] != symbol[:-1])]
    )
    first = np.flatnonzero(new)
    time = np.arange(len(text)) - first[np.cumsum(new) - 1]
    common = (symbol < COMMON) & (time < TIMES)
    bit = np.left_shift(np.uint64(1), (symbol * TIMES + time)[common].astype(np.uint64))
    some = np.zeros(size, dtype=np.uint64)
    np.bitwise_or.at(some, text[common], bit)
    return some, np.bincount(text[~common], minlength=size)
