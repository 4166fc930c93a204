"""Prevent every name from being spelled against every other: consonants are compared first.

>>> a, b, c = (np.array([marks(name)]) for name in ("Khafaji", "الخفاجي", "Erbil"))
>>> bool(kindred(a, b)[0]), bool(kindred(a, c)[0])
(True, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from anyascii import anyascii

from reconcile.align.arrays import Bools, Floats, Ints
from reconcile.language import fold, name_similarities

ALIKE = 0.75
ENOUGH = 0.6
SAME_SOUND = str.maketrans("pvgqcxz", "bfjkkks")
_SILENT = frozenset("aeiouyw")


class _Marks(dict[str, int]):
    """The consonants of each letter of any script, found out when it is first met."""

    def __missing__(self, letter: str) -> int:
        plain = anyascii(letter).casefold().translate(SAME_SOUND)
        self[letter] = sum(1 << (ord(one) - ord("a")) for one in set(plain) if "a" <= one <= "z" and one not in _SILENT)
        return self[letter]


_MARKS = _Marks()


@lru_cache(maxsize=1 << 17)
def marks(name: str) -> int:
    """Return the consonants of a name, in whatever script, as bits.

    >>> marks("Bob") == marks("pub")
    True
    """
    found = 0
    for letter in set(fold(name)):
        found |= _MARKS[letter]
    return found


def kindred(left: Ints, right: Ints) -> Bools:
    """Return whether two sets of consonants have enough in common for their names to be compared.

    Args:
        left: marks of names.
        right: marks of as many names.
    """
    return np.bitwise_count(left & right) >= np.minimum(enough(left), enough(right))


def enough(marked: Ints) -> Ints:
    """Return how many consonants of each set another name must share to be compared."""
    return np.ceil(ENOUGH * np.bitwise_count(marked)).astype(np.int64)


def letters(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Return the similarity of names by letters and sounds; what is under three quarters counts as nothing.

    >>> letters(["Khaffaji", "Erbil"], ["Khafaji", "Mosul"]).tolist()[1]
    0.0
    """
    if not len(left):
        return np.zeros(0)
    return alike_enough(name_similarities(left, right))


def alike_enough(alike: Floats) -> Floats:
    """Return the similarities of names with nothing for those under three quarters."""
    return np.where(alike >= ALIKE, alike, 0.0)
