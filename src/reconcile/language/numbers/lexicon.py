"""Prevent one word from having two meanings by accident: all vocabularies meet here, and a clash is refused.

A word is looked up by its exact letters first and by its folded letters second. Folded letters that two different
values share (Sorani سێ 3, سی 30) are looked up by exact letters only.

>>> entry("خمسين").value, entry("سێ").value, entry("سی").value, entry("خانقين").kind
(50, 3, 30, '')
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.language.fold import fold
from reconcile.language.numbers.words.arabic import ARABIC
from reconcile.language.numbers.words.duals import COUNT_NOUNS, SOUND_PLURAL_NOUNS, dual_forms
from reconcile.language.numbers.words.english import ENGLISH
from reconcile.language.numbers.words.kurdish import KURMANJI, SORANI
from reconcile.language.numbers.words.vocabulary import Vocabulary

VOCABULARIES = (ENGLISH, ARABIC, SORANI, KURMANJI)

# Unaccented spellings of Kurmanji numerals that are words of another language: read with their accents only.
_BLOCKED = frozenset({"car", "se", "si", "ses", "not", "nod", "neh", "hefte", "ta", "do", "sal"})
_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_ARTICLES = ("ال", "وال", "بال", "كال", "لل", "فال", "وبال", "ولل", "فلل")


class Word(NamedTuple):
    """What one spelling means."""

    kind: str
    value: int | float
    high: int | None
    language: str


class Entry(NamedTuple):
    """What one written word means, with what is attached to it; see `Token` for the fields."""

    kind: str
    value: int | float
    high: int | None
    key: str
    bare: str
    joined: bool
    definite: bool


_INVISIBLE = map(ord, "ـ\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u00ad")
_MARKS = dict.fromkeys([*_INVISIBLE, *range(0x64B, 0x660), 0x670, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_LETTERS = {
    ord("ك"): "ک",
    ord("ھ"): "ه",
    ord("ہ"): "ه",
    ord("–"): "-",
    ord("—"): "-",
    ord("−"): "-",
    ord("‐"): "-",
    ord("‑"): "-",
}


def spelling(text: str) -> str:
    """Return `text` composed (NFC), so that marks belong to their letters.

    >>> len(spelling("se" + chr(0x302)))
    2
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def exact(word: str) -> str:
    """Return the exact letters of a word: no marks, no invisible signs, one kaf, lower case.

    >>> exact("سێـ"), exact("Sê")
    ('سێ', 'sê')
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.translate(_MARKS).translate(_LETTERS).casefold())


def _words(vocabulary: Vocabulary) -> list[tuple[str, Word]]:
    language = vocabulary.language
    found = [
        (written, Word(kind, value, None, language))
        for kind, spellings in vocabulary.cardinals.items()
        for value, words in spellings.items()
        for written in words.split()
    ]
    for (low, high), words in vocabulary.open.items():
        found += [(written, Word("open", low, high, language)) for written in words.split()]
    for (low, top), words in vocabulary.vague.items():
        found += [(written, Word("vague", low, top, language)) for written in words.split()]
    return found


def _duals() -> list[tuple[str, Word]]:
    found = [
        (form, Word(f"dual-{case}", 2, None, "ar"))
        for noun in COUNT_NOUNS
        for case, forms in dual_forms(noun).items()
        for form in forms
    ]
    for noun in SOUND_PLURAL_NOUNS:
        found += [(form, Word("dual-nominative", 2, None, "ar")) for form in dual_forms(noun)["nominative"]]
        found += [(form, Word("plural-or-dual", 2, None, "ar")) for form in dual_forms(noun)["oblique"]]
    return found


@cache
def _tables() -> tuple[dict[str, Word], dict[str, Word]]:
    """The words by exact and by folded letters; earlier vocabularies win a clash of exact letters."""
    by_letters: dict[str, Word] = {}
    by_fold: dict[str, Word] = {}
    clashing: set[str] = set(_BLOCKED)
    everything = [pair for vocabulary in VOCABULARIES for pair in _words(vocabulary)] + _duals()
    for written, word in everything:
        by_letters.setdefault(exact(written), word)
        key = fold(written)
        known = by_fold.setdefault(key, word)
        if (known.kind, known.value) != (word.kind, word.value):
            clashing.add(key)
    return by_letters, {key: word for key, word in by_fold.items() if key not in clashing}


@lru_cache(maxsize=65536)
def entry(written: str) -> Entry:
    """Return what a written word means.

    Args:
        written: one word, in any script.

    >>> entry("وبالمركزين")[-2:], entry("وبالمركزين").kind
    ((True, True), 'dual-oblique')
    """
    by_letters, by_fold = _tables()
    key = fold(written)
    letters = key if key == written else exact(written)
    found = by_letters.get(letters)
    if found is None and letters.startswith(("وأ", "وإ")) and letters[1:] in by_letters:
        # "وأحد" (and one) folds to "واحد" (one).
        found = by_letters[letters[1:]]
        return Entry(found.kind, found.value, found.high, key, key[1:], joined=True, definite=False)
    found = found or by_fold.get(key)
    if found:
        return Entry(found.kind, found.value, found.high, key, key, joined=False, definite=False)
    if key.isascii():
        return Entry("", 0, None, key, key, joined=False, definite=False)
    for prefix in (*_CLITICS, *_ARTICLES):
        rest = key[len(prefix) :]
        if not key.startswith(prefix) or len(rest) < 2:
            continue
        found = by_fold.get(rest) or by_letters.get(letters[len(prefix) :])
        if found and found.language == "ar":
            joined = prefix[0] in "وف" and prefix != "ف"
            return Entry(found.kind, found.value, found.high, key, rest, joined, prefix in _ARTICLES)
    return Entry("", 0, None, key, _without_clitic(key), key.startswith("و") and len(key) > 3, key.startswith("ال"))


def _without_clitic(key: str) -> str:
    """The word without one attached preposition, for phrases such as "بأكثر من"."""
    return key[1:] if len(key) > 3 and key[0] in "وفبلك" else key
