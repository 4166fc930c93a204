"""Prevent a hundred thousand plain words from being sounded one by one: all at once, as one long text.

Words that need a closer look (of two scripts, with marks, of several parts) are sounded as `parts.plain_sound` does.

>>> plain_sounds(["Kirkuk", "al-Khafaji", "General"]) == [*map(plain_sound, ["Kirkuk", "al-Khafaji", "General"])]
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from reconcile.language.fold import folded_letters
from reconcile.language.names.parts import ARTICLES, SPECIAL, bare, plain_sound
from reconcile.language.names.sounds import ARABIC, FIRST_VOWEL, PIECES, SYMBOLS, symbols
from reconcile.language.names.words import LINKS, with_vowels

_BREAK = "\n"
_NO_WORDS = ARTICLES | LINKS | SPECIAL
_PLAIN_ARABIC = frozenset(ARABIC)
_VOWELS = "aiu"

# A letter of its own for each distinct row of symbols, so that rows can be compared as letters.
_ROWS = sorted(set(SYMBOLS.values()) - set(_VOWELS))
_LETTER = {row: chr(256 + at) for at, row in enumerate(_ROWS)} | {vowel: vowel for vowel in _VOWELS}
_LETTERS = {piece: _LETTER[row] for piece, row in SYMBOLS.items()} | {_BREAK: _BREAK}
_ROW_OF_ARABIC = str.maketrans({letter: _LETTER[row] for letter, row in ARABIC.items()})
_SYMBOLS = str.maketrans({letter: row for row, letter in _LETTER.items()})
_PIECE = re.compile(f"{_BREAK}|{PIECES.pattern}")
_LEADING = re.compile(f"^[{_VOWELS}]+", re.MULTILINE)


def plain_sounds(pieces: Sequence[str]) -> list[str | None]:
    """Return `parts.plain_sound` of each piece of a name.

    Args:
        pieces: what stands between the spaces of names.
    """
    others = [at for at, piece in enumerate(pieces) if not piece.isascii()]
    folded = folded_letters(with_vowels(_BREAK.join([pieces[at] for at in others]))).split(_BREAK)
    words = {at: word for at, piece in enumerate(pieces) if piece.isascii() and (word := _latin(piece))}
    words |= {at: word for at, text in zip(others, folded, strict=False) if (word := _arabic(text))}
    found = dict(zip(words, many_symbols(list(words.values())), strict=True))
    return [found[at] if at in found else plain_sound(piece) for at, piece in enumerate(pieces)]


def many_symbols(words: Sequence[str]) -> list[str]:
    """Return `sounds.symbols` of each word.

    Args:
        words: folded words without apostrophes.

    >>> many_symbols(["kirkuk", "2020"]) == [symbols("kirkuk"), symbols("2020")]
    True
    """
    latin = {at: word for at, word in enumerate(words) if word.isascii() and word.isalpha()}
    arabic = {at: word for at, word in enumerate(words) if word and _PLAIN_ARABIC.issuperset(word)}
    found = dict(zip(latin, _once("".join(map(_LETTERS.__getitem__, _PIECE.findall(_joined(latin))))), strict=False))
    found |= zip(arabic, _once(_joined(arabic).translate(_ROW_OF_ARABIC)), strict=False)
    return [found[at] if at in found else symbols(word) for at, word in enumerate(words)]


def _joined(words: dict[int, str]) -> str:
    return _BREAK.join(words.values())


def _latin(piece: str) -> str:
    """Return the one word of a piece, in small letters; empty where there is more to see than that."""
    word = piece.lower()
    if not word.isalpha():
        head, _, tail = word.partition("-")
        word = tail if head in ARTICLES and tail.isalpha() else ""
    return "" if word in _NO_WORDS else word


def _arabic(text: str) -> str:
    """Return the one word of a folded piece without its article; empty where there is more to see than that."""
    if not _PLAIN_ARABIC.issuperset(text):
        return ""
    word = bare(text)
    return "" if word in _NO_WORDS else word


def _once(text: str) -> list[str]:
    """Return the sound symbols of words that are given as letters for rows of symbols, as `sounds.symbols` has them."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    once = codes[np.append(True, codes[1:] != codes[:-1])] if len(codes) else codes
    single = _LEADING.sub(FIRST_VOWEL, once.tobytes().decode("utf-32-le"))
    return single.translate(_SYMBOLS).split(_BREAK)
