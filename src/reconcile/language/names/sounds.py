"""Prevent Khafaji and الخفاجي from sharing no letter: a word in any script becomes one row of sound symbols.

A consonant gives two symbols, a class and the sound itself, a vowel one; so that letters which scripts confuse
(p and b, g and j) still share half, and a vowel that a script leaves out costs little.

>>> sounds("ياسر") == sounds("Yaser")
False
"""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

from reconcile.language.fold import fold


@lru_cache(maxsize=1 << 17)
def sounds(word: str) -> str:
    """Return the sound symbols of one word.

    Args:
        word: a word in any script.

    >>> sounds("") == ""
    True
    """
    return anyascii(fold(word)).lower().replace("'", "").replace("`", "")
