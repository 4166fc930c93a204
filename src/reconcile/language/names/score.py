"""Prevent the single and the batch comparison of names from drifting apart: what both are made of, in whole numbers.

>>> alike("KkRr", "KkRr"), alike("Kk", "Kq"), alike("Kk", "Mm")
(1000, 500, 0)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rapidfuzz.distance import Indel

from reconcile.language.names.parts import CORE, Part

_common = Indel.similarity
SCALE = 1000
WHOLE = 400  # thousandths that the names in one piece count for; the rest is the parts'


def alike(a: str, b: str) -> int:
    """Return how alike two rows of sound symbols are, in thousandths: twice the longest common row by both lengths."""
    return _common(a, b) * SCALE // (len(a) + len(b) or 1)


def whole(parts: Sequence[Part]) -> str:
    """Return the sound symbols of a name in one piece, without its titles and generic heads.

    >>> whole((("Kk", 4), ("Mm", 1), ("Pp", 4)))
    'KkPp'
    """
    return "".join([sound for sound, weight in parts if weight == CORE] or [sound for sound, _ in parts])


def score(a: Sequence[Part], b: Sequence[Part]) -> int:
    """Return how alike two names are, in thousandths.

    Args:
        a: the parts of a name.
        b: the parts of another.

    >>> score((("Kk", 4),), (("Kk", 4),)), score((), (("Kk", 4),))
    (1000, 0)
    """
    if not a or not b:
        return 0
    # As `alike` does it, written out: one run asks this of hundreds of pairs.
    cells = [[_common(part, other) * SCALE // (len(part) + len(other) or 1) for other, _ in b] for part, _ in a]
    found = total = 0
    for (_, weight), row in chain(zip(a, cells, strict=True), zip(b, zip(*cells, strict=True), strict=True)):
        found += weight * max(row)
        total += weight
    return (found // total * (SCALE - WHOLE) + alike(whole(a), whole(b)) * WHOLE) // SCALE
