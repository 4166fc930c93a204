"""Prevent two spellings of one word from counting as two words.

Arabic, Persian, Kurdish and Latin letters that writers use for each other become one letter; marks, tatweel and
invisible characters go; every digit system becomes 0–9. The folded text is for comparing only: it is never shown.

>>> fold("أربيل") == fold("اربيل"), fold("كركوك") == fold("کرکوک"), fold("Hewlêr")
(True, True, 'hewler')
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME_LETTER = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و", "ئ": "ي", "ء": "",
    "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ۍ": "ي",
    "ك": "ك", "ک": "ك", "ڪ": "ك", "گ": "گ",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۂ": "ه", "ۃ": "ه",
    "ۆ": "و", "ۇ": "و", "ۈ": "و", "ۊ": "و", "ڤ": "ف", "ڵ": "ل", "ڕ": "ر",
    "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'",
    "ﷺ": "", "ﷻ": "",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "ـ": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u2060": "", "\ufeff": "",
    "\u202a": "", "\u202b": "", "\u202c": "", "\u202d": "", "\u202e": "",
    "\u2066": "", "\u2067": "", "\u2068": "", "\u2069": "", "\u061c": "", "\u00ad": "",
}  # fmt: skip
_LONGEST_KEPT = 64


class _Letters(dict[int, str]):
    """What each letter becomes, found out when it is first met."""

    def __missing__(self, number: int) -> str:
        char = chr(number)
        if unicodedata.category(char) == "Mn":
            char = ""
        elif char.isdecimal():
            char = str(unicodedata.decimal(char))
        self[number] = char
        return char


# Letters that no further step changes.
_PLAIN_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
_LETTERS = _Letters(str.maketrans(_SAME_LETTER))


def _folded(word: str) -> str:
    if word.isascii() and "`" not in word:
        return word.lower()
    text = word.translate(_LETTERS)
    if _PLAIN_ARABIC.issuperset(text):
        return text
    # Marks go first: putting a long row of them in order takes time by the square of its length.
    text = unicodedata.normalize("NFKC", text).translate(_LETTERS).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_LETTERS))
    return " ".join(text.split())


_kept = lru_cache(maxsize=1 << 17)(_folded)


def _fold_word(word: str) -> str:
    # Long words are not kept: the cache must not grow with hostile input.
    return _kept(word) if len(word) <= _LONGEST_KEPT else _folded(word)


def folded_letters(text: str) -> str:
    """Return `text` with each letter folded by itself, which is `fold` where plain Arabic letters come of it.

    >>> folded_letters("أربيل") == fold("أربيل")
    True
    """
    return text.translate(_LETTERS)


def is_plain_arabic(text: str) -> bool:
    """Return whether a text is of letters that folding leaves as they are.

    >>> is_plain_arabic("اربيل"), is_plain_arabic("أربيل")
    (True, False)
    """
    return _PLAIN_ARABIC.issuperset(text)


def fold(text: str) -> str:
    """Return `text` with spelling variants of its letters, digits and spaces made one.

    Args:
        text: any string, in any script.

    Returns:
        The folded text: case-folded, words parted by single spaces, no marks, digits 0–9. `fold` is idempotent.

    >>> fold("  مُحَافَظَةٌ  "), fold("١٣ تشرين")
    ('محافظه', '13 تشرين')
    """
    words = text.split()
    if len(words) == 1:
        return _fold_word(words[0])
    if text.isascii() and "`" not in text:
        return " ".join(words).lower()
    return " ".join(filter(None, map(_fold_word, words)))
