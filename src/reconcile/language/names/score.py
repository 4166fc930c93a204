"""Prevent the single and the batch comparison of names from drifting apart: what both are made of, in whole numbers.

>>> alike("KkRr", "KkRr"), alike("Kk", "Kq"), alike("Kk", "Mm")
(1000, 500, 0)
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from reconcile.language.names.parts import CORE, Part

SCALE = 1000
WHOLE = 400  # thousandths that the names in one piece count for; the rest is the parts'


def alike(a: str, b: str) -> int:
    """Return how alike two rows of sound symbols are, in thousandths: twice the longest common row by both lengths."""
    return Indel.similarity(a, b) * SCALE // max(len(a) + len(b), 1)


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
    cells = [[alike(part, other) for other, _ in b] for part, _ in a]
    ours = sum(weight * max(row) for (_, weight), row in zip(a, cells, strict=True))
    theirs = sum(weight * max(column) for (_, weight), column in zip(b, zip(*cells, strict=True), strict=True))
    total = sum(weight for _, weight in (*a, *b))
    by_parts = (ours + theirs) // total
    return (by_parts * (SCALE - WHOLE) + alike(whole(a), whole(b)) * WHOLE) // SCALE
