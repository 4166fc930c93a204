"""Prevent "Abdul Aziz" and "عبد العزيز" from being cut differently: a name becomes its parts, each with a weight.

Titles in front go, articles and links too; what says what kind of body it is (ministry, army) stays and weighs little.

>>> parts("Lt. Gen. Jabbar Yawar") == parts("Jabbar Yawar")
True
"""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.language.names.sounds import symbols
from reconcile.language.names.words import HEADS, LINKS, TITLES, letters, words_of

_WORD = re.compile(r"[^\W_]+")
ARTICLES = words_of("the al el an ar as ash at ath ad adh az er es ed en ez ال")
_JOINS_NEXT = words_of("""
    abd abdul abdel abdal abdol abdoul abu abou abo abi umm um bou bu
    عبد ابو ابي ام بو
""")
_JOINS_LAST = words_of("""
    din deen dine eddin eddine uddin addin aldin aldeen dien ullah allah ollah elah
    دين الله
""")
_JOINING = _JOINS_NEXT | _JOINS_LAST
SPECIAL = TITLES | HEADS | _JOINING
MOST = 12
LONGEST = 300
CORE, HEAD = 4, 1

Part = tuple[str, int]


def parts(name: str) -> tuple[Part, ...]:
    """Return the sound symbols of each part of `name`, with the part's weight.

    Args:
        name: a name of a person or a body in any script; what stands behind its first 300 letters is left out.

    Returns:
        At most 12 parts in the order of the name; `CORE` or `HEAD` is the weight. Empty for a name without letters.

    >>> parts("وزارة الدفاع") == ((symbols("وزاره"), HEAD), (symbols("دفاع"), CORE))
    True
    """
    return _parts(name[:LONGEST])


@lru_cache(maxsize=1 << 17)
def _parts(name: str) -> tuple[Part, ...]:
    return tuple([(_symbols(word), weight) for word, weight in weighed_words(name)])


def weighed_words(name: str) -> list[Part]:
    """Return the folded words of a name of at most 300 letters, each with its weight, as `parts` sounds them.

    Args:
        name: a name.

    >>> weighed_words("Gen. Ali Abd al-Rahman"), weighed_words("Dr. Ali")
    ([('ali', 4), ('abdrahman', 4)], [('dr', 1), ('ali', 4)])
    """
    words = _joined([word for raw in name.split() for word in _cut(raw)])[:MOST] or _WORD.findall(letters(name))[:MOST]
    if not words or words[0] not in TITLES:
        return [(word, HEAD if word in HEADS else CORE) for word in words]
    first = next((at for at, word in enumerate(words) if word not in TITLES), len(words) - 1)
    # A title before one word may be a name ("Amir Hamza"): it stays and weighs little.
    start = first if len(words) - first > 1 else 0
    return [(word, HEAD if at < first or word in HEADS else CORE) for at, word in enumerate(words[start:], start)]


_symbols = lru_cache(maxsize=1 << 17)(symbols)


@lru_cache(maxsize=1 << 17)
def _cut(raw: str) -> tuple[str, ...]:
    text = letters(raw).replace("'", "")
    words = [text] if text.isalpha() else _WORD.findall(text)
    return tuple(word for word in map(bare, words) if word not in ARTICLES and word not in LINKS)


def bare(word: str) -> str:
    """Return a folded word without the Arabic article that is written in one with it.

    >>> bare("الدفاع"), bare("الله")
    ('دفاع', 'الله')
    """
    return word[2:] if word.startswith("ال") and len(word) > 4 and word != "الله" else word


@lru_cache(maxsize=1 << 17)
def plain_sound(piece: str) -> str | None:
    """Return the sound symbols of a piece of a name that is one part of it whatever stands around it.

    Args:
        piece: what stands between two spaces of a name.

    Returns:
        The symbols; empty for an article or a link; None for a title, a generic head, and what may join its neighbors.

    >>> plain_sound("al-Khafaji") == symbols("khafaji"), plain_sound("al"), plain_sound("General")
    (True, '', None)
    """
    words = _cut(piece)
    if len(words) > 1 or not SPECIAL.isdisjoint(words):
        return None
    return "".join(map(_symbols, words))


def _joined(words: list[str]) -> list[str]:
    if _JOINING.isdisjoint(words):
        return words
    joined: list[str] = []
    glue = False
    for word in words:
        if joined and (glue or word in _JOINS_LAST):
            joined[-1] += word
        else:
            joined.append(word)
        glue = word in _JOINS_NEXT
    return joined
