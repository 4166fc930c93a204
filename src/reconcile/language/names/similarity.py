"""Prevent two spellings of one name from counting as two people, and two ministries from counting as one.

Each part of a name looks for the part of the other name that sounds most like it. The names are as alike as their
parts are on the average, weighed; a quarter comes from the names in one piece, where the order of the parts counts.

>>> name_similarity("الفريق جبار ياور", "Jabbar Yawar") > 0.85
True
>>> name_similarity("وزارة الدفاع", "وزارة الداخلية") < 0.65
True
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconcile.errors import ClaimError
from reconcile.language.names.parts import parts
from reconcile.language.names.score import SCALE, score

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEW = 256
"""So few pairs are compared one by one before columns of them are worth making."""


def name_similarity(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1, across scripts.

    Args:
        a: a name of a person or a body.
        b: another name.

    Returns:
        1 for names that sound the same once titles, articles and links are gone; 0 where nothing is shared, or where
        a name holds neither letter nor digit.

    >>> name_similarity("Mustafa al-Kadhimi", "مصطفى الكاظمي") > 0.75
    True
    """
    return score(parts(a), parts(b)) / SCALE


def name_similarities(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Return `name_similarity` of each pair of names, many at once.

    Args:
        left: names.
        right: as many names.

    Returns:
        One similarity for each pair, equal to what `name_similarity` returns for it.

    Raises:
        ClaimError: when there are not as many names on both sides.

    >>> name_similarities(["Kirkuk", "Kirkuk"], ["كركوك", "Duhok"]).round(1).tolist()
    [0.9, 0.4]
    """
    if len(left) != len(right):
        raise ClaimError(f"{len(left)} names against {len(right)}", repair="give as many names on both sides")
    import numpy as np

    if len(left) <= FEW:
        return np.array([name_similarity(a, b) for a, b in zip(left, right, strict=True)], dtype=np.float64)
    from reconcile.language.names.batch import similarities

    return similarities(left, right)
