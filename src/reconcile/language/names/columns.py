"""Prevent a million names from being cut one by one: most are made of plain words, and a word is cut once.

>>> names = columns(["Jabbar Yawar", "Gen. Jabbar Yawar"])
>>> names.sizes.tolist(), names.wholes[0] == names.wholes[1]
([2, 2], True)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reconcile.language.names.parts import CORE, LONGEST, MOST, Part, weighed_words
from reconcile.language.names.plain import many_symbols, plain_sounds
from reconcile.language.names.score import whole

Counts = NDArray[np.int64]

# In place of the number of a sound: an article or a link; a title, a generic head, or what is no single word.
_NOTHING, _SPECIAL = -1, -2
# What parts two names, a letter for private use, and its number.
_MARK, _END = "\ue000", 0


class Columns(NamedTuple):
    """Names as columns.

    Attributes:
        sizes: how many parts each name has.
        words: for each part of each name the number of its sound.
        weights: for each part its weight.
        sounds: the distinct sounds.
        wholes: each name in one piece.
    """

    sizes: Counts
    words: Counts
    weights: Counts
    sounds: list[str]
    wholes: list[str]


def rows() -> defaultdict[str, int]:
    """Return a table that numbers texts as they are first asked for.

    >>> numbers = rows()
    >>> numbers["a"], numbers["b"], numbers["a"]
    (0, 1, 0)
    """
    return defaultdict(count().__next__)


def numbered(texts: Iterable[str], table: Mapping[str, int], size: int = -1) -> Counts:
    """Return the numbers of texts.

    >>> numbered(["a", "b", "a"], rows()).tolist()
    [0, 1, 0]
    """
    return np.fromiter(map(table.__getitem__, texts), np.int64, size)


def columns(names: Sequence[str]) -> Columns:
    """Return names as columns; each name's parts are those that `parts` gives.

    Args:
        names: distinct names.
    """
    pieces, written = _pieces(names)
    sounds = ["", *plain_sounds(list(written)[1:])]
    table = rows()
    numbers = [_SPECIAL if sound is None else table[sound] if sound else _NOTHING for sound in sounds]
    found = np.array(numbers)[pieces]
    ends = pieces == _END
    owner = np.cumsum(ends) - ends
    sizes = np.bincount(owner[found >= 0], minlength=len(names))
    special = np.bincount(owner[found == _SPECIAL], minlength=len(names)) > 0
    special |= (sizes == 0) | (sizes > MOST)
    others = _parts({at: names[at][:LONGEST] for at in np.flatnonzero(special).tolist()})
    sizes[special] = [len(other) for other in others.values()]
    flat = list(chain.from_iterable(others.values()))
    plain = ~np.repeat(special, sizes)
    words, weights = np.empty(len(plain), dtype=np.int64), np.full(len(plain), CORE)
    words[plain] = found[(found >= 0) & ~special[owner]]
    words[~plain] = numbered([sound for sound, _ in flat], table, len(flat))
    weights[~plain] = [weight for _, weight in flat]
    wholes = _wholes(pieces, sounds)
    for at, other in others.items():
        wholes[at] = whole(other)
    return Columns(sizes, words, weights, list(table), wholes)


def _parts(names: Mapping[int, str]) -> dict[int, list[Part]]:
    """Return `parts` of names that are not made of plain pieces."""
    words = {at: weighed_words(name) for at, name in names.items()}
    distinct = list(dict.fromkeys([word for row in words.values() for word, _ in row]))
    sounds = dict(zip(distinct, many_symbols(distinct), strict=True))
    return {at: [(sounds[word], weight) for word, weight in row] for at, row in words.items()}


def _pieces(names: Sequence[str]) -> tuple[Counts, Mapping[str, int]]:
    """Return the pieces of all names as numbers, with `_END` behind each name, and the numbers of the pieces."""
    short = [name[:LONGEST] for name in names]
    cut = f" {_MARK} ".join([*short, ""]).split()
    if len(names) != cut.count(_MARK):
        # A piece that is the mark has neither letter nor digit: the names are the same without it.
        short = [" ".join([piece for piece in name.split() if piece != _MARK]) for name in short]
        cut = f" {_MARK} ".join([*short, ""]).split()
    written = rows()
    numbered([_MARK], written)  # the first text gets the number `_END`
    return numbered(cut, written, len(cut)), written


def _wholes(pieces: Counts, sounds: Sequence[str | None]) -> list[str]:
    """Return each name in one piece, where it is made of pieces with a plain sound."""
    texts = ["\n", *(sound or "" for sound in sounds[1:])]
    numbers: list[int] = pieces.tolist()
    return "".join([texts[number] for number in numbers]).split("\n")[:-1]
