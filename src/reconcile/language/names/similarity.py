"""Prevent two spellings of one name from counting as two people, and two ministries from counting as one.

>>> name_similarity("الفريق جبار ياور", "Jabbar Yawar") > 0.5
True
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reconcile.language.names.sounds import sounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def name_similarity(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1, across scripts.

    Args:
        a: a name.
        b: another name.

    >>> name_similarity("Erbil", "Erbil")
    1.0
    """
    return fuzz.token_sort_ratio(sounds(a), sounds(b)) / 100


def name_similarities(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Return `name_similarity` of each pair.

    Args:
        left: names.
        right: as many names.

    >>> name_similarities(["a"], ["a"]).tolist()
    [1.0]
    """
    import numpy as np

    return np.array([name_similarity(a, b) for a, b in zip(left, right, strict=True)])
