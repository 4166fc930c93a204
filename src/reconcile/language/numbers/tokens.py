"""Prevent a number from being missed because it is written with an article, a preposition or no space.

A text is cut at white space; each piece is looked up once and remembered, so that a word costs its analysis once.

>>> [(token.kind, token.value) for token in tokens("وبمليوني نازح")[0]]
[('construct', 2000000), ('', 0)]
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reconcile.language.calendar_names import is_calendar_word
from reconcile.language.numbers.lexicon import Entry, entry, spelling
from reconcile.language.numbers.numerals import plain_digits
from reconcile.language.numbers.phrases import openers

_INVISIBLE = (
    r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u200b-\u200f"
    r"\u061c\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_PIECE = re.compile(
    rf"(?P<number>\d(?:[\d.,٬٫،'’]*\d)?)|(?P<vulgar>[½⅓⅔¼¾])|(?P<word>(?:[^\W\d_½⅓⅔¼¾²³]|[{_INVISIBLE}])+)|(?P<symbol>.)",
    re.DOTALL,
)
_COMMAS = re.compile(r"[0-9,]+[0-9]", re.ASCII)
LONGEST_CHUNK = 64
# A number before one of these is the upper part of a fraction, or its unit is not clear.
FRACTIONS = frozenset(
    {"third", "thirds", "quarter", "quarters", "half", "halves", "fifth", "fifths", "tenth", "tenths", "eighths"}
    | {"ثلثي", "ثلثا", "ارباع", "اخماس", "اثلاث", "اعشار", "m", "b"}
)
_SPECIAL = FRACTIONS | {
    "and",
    "but",
    "و",
    "u",
    "point",
    "فاصله",
    "x",
    "plus",
    "of",
    "من",
    "لكن",
    "ب",
    "ل",
    "ف",
    "ك",
    "ال",
}
_SIGNS = {
    "٪": "%",
    "﹪": "%",
    "％": "%",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "‒": "-",
    "＄": "$",
    "～": "~",
    "∼": "~",
    "²": "2",
}


class Token(NamedTuple):
    """One numeral, word or sign.

    Attributes:
        kind: `numeral`, `vulgar`, `symbol`, the kind of a number word (see `Vocabulary`), or "" for any other word.
        value: what a number word states.
        high: the upper end of an open or vague plural.
        key: the folded word.
        bare: the folded word without Arabic conjunction, preposition and article.
        raw: as written.
        at: where it begins in its chunk.
        joined: an "and" is attached to it.
        definite: an article is attached to it.
        glued: no space stands before it.
        opens: whether a known phrase may begin with it.
        plain: whether it is a word that no rule of the grammar speaks of.
    """

    kind: str
    value: int | float
    high: int | None
    key: str
    bare: str
    raw: str
    at: int
    joined: bool
    definite: bool
    glued: bool
    opens: bool
    plain: bool = False

    @property
    def preposed(self) -> bool:
        """Whether an Arabic preposition is attached to it, as in "بالمئة"."""
        prefix = self.key.removesuffix(self.bare)
        return bool(prefix) and prefix not in {"ال", "و", "وال"}


def _token(match: re.Match[str]) -> Token:
    raw, at, group = match[0], match.start(), match.lastgroup
    if group == "number":
        return Token("numeral", 0, None, plain_digits(raw), raw, raw, at, False, False, at > 0, False)  # noqa: FBT003
    if group == "word":
        word: Entry = entry(raw)
        if not word.key:
            dash = "-" if "ـ" in raw else raw
            return Token("symbol", 0, None, dash, dash, raw, at, False, False, at > 0, dash in openers())  # noqa: FBT003
        opens = word.key in openers() or word.bare in openers()
        plain = not (opens or word.kind or at or is_calendar_word(word.key) or word.key in _SPECIAL)
        return Token(*word[:5], raw, at, word.joined, word.definite, at > 0, opens, plain)
    key = _SIGNS.get(raw, raw)
    return Token(group or "symbol", 0, None, key, key, raw, at, False, False, at > 0, key in openers())  # noqa: FBT003


def _cut(chunk: str) -> tuple[Token, ...]:
    return tuple(map(_token, _PIECE.finditer(spelling(chunk))))


_remembered = lru_cache(maxsize=32768)(_cut)


def tokens(text: str) -> tuple[list[Token], list[int]]:
    """Return the tokens of `text`, and for each the index of the white-space-separated chunk it stands in.

    Args:
        text: any text.

    >>> [token.raw for token in tokens("2-3 km")[0]]
    ['2', '-', '3', 'km']
    """
    found: list[Token] = []
    chunks: list[int] = []
    for index, chunk in enumerate(text.split()):
        if chunk[0].isdecimal() and (chunk.isdecimal() or (chunk.isascii() and _COMMAS.fullmatch(chunk))):
            # Numerals are rarely the same twice: what is remembered is kept for words.
            found.append(_numeral(chunk))
            chunks.append(index)
            continue
        cut = _remembered(chunk) if len(chunk) <= LONGEST_CHUNK else _cut(chunk)
        if len(cut) == 1:
            found.append(cut[0])
            chunks.append(index)
        else:
            found += cut
            chunks += [index] * len(cut)
    return found, chunks


def _numeral(raw: str) -> Token:
    key = plain_digits(raw)
    return Token("numeral", 0, None, key, key, raw, 0, joined=False, definite=False, glued=False, opens=False)
