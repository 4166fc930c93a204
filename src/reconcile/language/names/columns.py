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

from reconcile.language.names.parts import CORE, LONGEST, MOST, parts, plain_sound
from reconcile.language.names.score import whole

Counts = NDArray[np.int64]

# In place of the number of a sound: an article or a link; a title, a generic head, or what is no single word.
_NOTHING, _SPECIAL = -1, -2


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
    cut = [name[:LONGEST].split() for name in names]
    lengths = np.fromiter(map(len, cut), np.int64, len(cut))
    written, table = rows(), rows()
    pieces = numbered(chain.from_iterable(cut), written, int(lengths.sum()))
    sounds = {piece: plain_sound(piece) for piece in written}
    numbers = [_SPECIAL if sound is None else table[sound] if sound else _NOTHING for sound in sounds.values()]
    found = np.array(numbers, dtype=np.int64)[pieces] if numbers else pieces
    owner = np.repeat(np.arange(len(cut)), lengths)
    sizes = np.bincount(owner[found >= 0], minlength=len(cut))
    special = np.bincount(owner[found == _SPECIAL], minlength=len(cut)) > 0
    special |= (sizes == 0) | (sizes > MOST)
    others = {at: parts(names[at]) for at in np.flatnonzero(special).tolist()}
    sizes[special] = [len(other) for other in others.values()]
    flat = list(chain.from_iterable(others.values()))
    plain = ~np.repeat(special, sizes)
    words, weights = np.empty(len(plain), dtype=np.int64), np.full(len(plain), CORE)
    words[plain] = found[(found >= 0) & ~special[owner]]
    words[~plain] = numbered([sound for sound, _ in flat], table, len(flat))
    weights[~plain] = [weight for _, weight in flat]
    wholes = [whole(others[at]) if at in others else _joined(piece, sounds) for at, piece in enumerate(cut)]
    return Columns(sizes, words, weights, list(table), wholes)


def _joined(pieces: Sequence[str], sounds: Mapping[str, str | None]) -> str:
    return "".join([sounds[piece] or "" for piece in pieces])
