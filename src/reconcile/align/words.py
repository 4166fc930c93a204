"""Prevent "the centres" and "centre" from being two wordings: texts are compared by stems.

Stems are for comparing only. English loses plural and verb endings, Arabic the particles written together
with a word (after light10: Larkey, Ballesteros and Connell 2002), as these carry no evidence. Bare numbers
are left out: a count must never bring claims together or part them.

>>> stems("The 2 centres were opened"), stems("مركز التنسيق والمراكز")
(('centr', 'open'), ('مركز', 'تنسيق', 'مراكز'))
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from reconcile.language import fold
from reconcile.language.fold import folded_letters, is_plain_arabic

_WORD = re.compile(r"[^\W_]+")
_TO_LAST_DIGIT = re.compile(r"[^\W_]*\d")
_STOP = frozenset(
    fold(
        """
        a an and are as at be been being between both but by can could did do does during for from had
        has have having he her his how i if in into is it its may might more most must my near no nor
        not of off on one onto or other our out over own said say says shall she should since so some
        such than that the their them then there these they this those through to two three under until
        up upon us very was we were what when where which while who whom whose why will with within
        without would you your في من الي علي عن مع بين بعد قبل خلال عند منذ حتي كما قد لقد ان انه انها
        هذا هذه ذلك تلك التي الذي الذين كان كانت يكون تكون هو هي هم ما لا لم لن او ثم ايضا كل اي حيث اذا
        قال قالت يقول و له لها به بها فيه فيها لە له بۆ به و که كه لەگەڵ ئەو ئەم دا ل ji li di de bi bo
        ku ew ev u
        """
    ).split()
)
_ENGLISH = (
    ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("es", ""), ("s", ""), ("e", "")
)  # fmt: skip
_ENGLISH_BY_LETTER = {
    letter: tuple(rule for rule in _ENGLISH if rule[0][-1] == letter) for letter in {tail[-1] for tail, _ in _ENGLISH}
}
_ARABIC_HEADS = frozenset({"وال", "بال", "كال", "فال", "لل", "ال", "و"})
_ARABIC_TAILS = frozenset({"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"})
_LONGEST_STEM = 40


def stems(text: str, *, numbers: bool = False) -> tuple[str, ...]:
    """Return the stems of the words of `text`, in their order, without function words and bare numbers.

    Args:
        text: any string.
        numbers: keep bare numbers, as titles of works and goods need them.
    """
    read = _with_numbers if numbers else _without_numbers
    return tuple([stem for word in text.split() for stem in read(word)])


def word_stems(word: str, *, numbers: bool = False) -> tuple[str, ...]:
    """Return the stems in one blank-free piece of text; mostly one, none for a function word.

    >>> word_stems("cross-border"), word_stems("the")
    (('cross', 'border'), ())
    """
    return _with_numbers(word) if numbers else _without_numbers(word)


# Two, because what is remembered by one word alone is found in half the time.
@lru_cache(maxsize=1 << 17)
def _without_numbers(word: str) -> tuple[str, ...]:
    return stems_of(word)


@lru_cache(maxsize=1 << 17)
def _with_numbers(word: str) -> tuple[str, ...]:
    return stems_of(word, numbers=True)


def stems_of(word: str, *, numbers: bool = False) -> tuple[str, ...]:
    """Return what `word_stems` does without remembering it, for words that are asked for once.

    >>> stems_of("centres")
    ('centr',)
    """
    if word.isascii() and word.isalpha():  # most words: nothing to fold but case, nothing to cut
        plain_word = word.lower()
        return () if plain_word in _STOP else (_english(plain_word)[:_LONGEST_STEM],)
    if word and is_plain_arabic(word):  # most of the others: of letters that folding leaves as they are
        return () if word in _STOP else (_arabic(word)[:_LONGEST_STEM],)
    folded = folded_letters(word)
    if not is_plain_arabic(folded):
        folded = fold(word)
    if folded.isalpha():
        return () if folded in _STOP else (_stem(folded),)
    found = _WORD.findall(folded.replace("'s", ""))
    plain = tuple(_stem(part) for part in found if part not in _STOP and (numbers or not part.isdecimal()))
    return plain + _codes(found) if numbers else plain


def _codes(parts: Sequence[str]) -> tuple[str, ...]:
    """Return how else a code may be written: its parts in one, and without the letters after its last digit."""
    joined = "".join(parts)
    ends = _TO_LAST_DIGIT.match(joined)
    if ends is None or joined.isdecimal():
        return ()
    return tuple(code for code in dict.fromkeys((joined, ends.group())) if code not in parts and len(code) > 3)


def _stem(word: str) -> str:
    if word.isascii():
        return _english(word)[:_LONGEST_STEM]
    return _arabic(word)[:_LONGEST_STEM] if "\u0600" <= word[0] <= "\u06ff" else word[:_LONGEST_STEM]


def _english(word: str) -> str:
    for tail, instead in _ENGLISH_BY_LETTER.get(word[-1], ()):
        if word.endswith(tail) and len(word) - len(tail) >= 4 - len(instead) and not word.endswith("ss"):
            return word[: len(word) - len(tail)] + instead
    return word


def _arabic(word: str) -> str:
    # Three letters must remain; this is asked of half a million words, and a loop would take twice as long.
    spare = len(word) - 3
    if spare >= 3 and word[:3] in _ARABIC_HEADS:
        word = word[3:]
    elif spare >= 2 and word[:2] in _ARABIC_HEADS:
        word = word[2:]
    elif spare >= 1 and word[0] in _ARABIC_HEADS:
        word = word[1:]
    spare = len(word) - 3
    if spare >= 2 and word[-2:] in _ARABIC_TAILS:
        return word[:-2]
    return word[:-1] if spare >= 1 and word[-1] in _ARABIC_TAILS else word


def idf_weight(total: int, count: int) -> float:
    """Return the bits of surprise of a word that `count` of `total` texts hold.

    Twenty texts of which none holds the word are added, so that a handful of claims on one affair keeps
    weight for the words that all of them share.

    >>> round(idf_weight(1000, 0), 1), round(idf_weight(5, 5), 1)
    (10.0, 2.4)
    """
    return math.log2(1.0 + (total + 20) / (count + 1))
