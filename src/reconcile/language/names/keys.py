"""Prevent a title or an article from hiding a known name: the keys under which a name may be looked up.

>>> name_keys("Lt. Gen. Jabbar Yawar")[-1] == name_keys("Jabbar Yawar")[0]
True
"""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.language.fold import fold
from reconcile.language.names.words import TITLES

_NOT_LETTERS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"the", "al", "el", "an", "as", "ash", "ar", "at", "ad", "az"})
MAX_LENGTH = 500


def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys of `name`, the fullest first: all of it, then without one leading title after the other.

    Args:
        name: a name of a person or a body.

    >>> name_keys("the U.N.")
    ('un',)
    """
    return _keys(name) if len(name) <= MAX_LENGTH else ()


def first_key(name: str) -> str:
    """Return the fullest key of `name`, empty where it has none.

    >>> first_key("the U.N."), first_key("…")
    ('un', '')
    """
    return next(iter(name_keys(name)), "")


@lru_cache(maxsize=1 << 16)
def _keys(name: str) -> tuple[str, ...]:
    text = fold(name).replace("'", "").replace(".", "" if len(name) < 12 and " " not in name.strip(". ") else " ")
    words = [_bare(word) for word in _NOT_LETTERS.sub(" ", text).split() if word not in _ARTICLES]
    keys = ["".join(words)]
    while len(words) > 2 and words[0] in _BARE_TITLES:
        words = words[1:]
        keys.append("".join(words))
    return tuple(dict.fromkeys(key for key in keys if key))


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


_BARE_TITLES = frozenset(_bare(word) for word in TITLES)
