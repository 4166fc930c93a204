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
_SAME_SOUND = str.maketrans("pvgqcxz", "bfjkkks")
_SILENT = frozenset("aeiouyw")


@lru_cache(maxsize=1 << 17)
def marks(name: str) -> int:
    """Return the consonants of a name, in whatever script, as bits.

    >>> marks("Bob") == marks("pub")
    True
    """
    plain = anyascii(fold(name)).casefold().translate(_SAME_SOUND)
    return sum(1 << (ord(char) - ord("a")) for char in set(plain) if "a" <= char <= "z" and char not in _SILENT)


def kindred(left: Ints, right: Ints) -> Bools:
    """Return whether two sets of consonants have enough in common for their names to be compared.

    Args:
        left: marks of names.
        right: marks of as many names.
    """
    shared, least = np.bitwise_count(left & right), np.minimum(np.bitwise_count(left), np.bitwise_count(right))
    return shared >= ENOUGH * least


def letters(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Return the similarity of names by letters and sounds; what is under three quarters counts as nothing.

    >>> letters(["Khaffaji", "Erbil"], ["Khafaji", "Mosul"]).tolist()[1]
    0.0
    """
    if not len(left):
        return np.zeros(0)
    alike = name_similarities(left, right)
    return np.where(alike >= ALIKE, alike, 0.0)
