"""Prevent "خمسة عشر" from being five, or "بیست و پێنج" from being twenty: numbers below a thousand are read here.

>>> from reconcile.language.numbers.tokens import tokens
>>> below_thousand(tokens("ثلاثمئة وخمسة وستون")[0], 0).value
365
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.language.numbers.tokens import Token

ANDS = frozenset({"و", "and", "u"})
_ENGLISH_PARTS = frozenset({"unit", "ten", "teen", "tens"})
_ENGLISH_UNITS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})


class Cardinal(NamedTuple):
    """A number read from words or digits.

    Attributes:
        value: the number.
        end: the index of the first token behind it.
        scaled: the last scale it was multiplied by, or 1.
        lead: what stood before that scale where nothing else was added, else 0.
        bare: whether it is one numeral without a scale.
    """

    value: int | float
    end: int
    scaled: int = 1
    lead: int | float = 0
    bare: bool = False


def _after_and(tokens: Sequence[Token], at: int) -> int | None:
    """Where the next part of a number begins: behind an "and", or at once; None at the end."""
    if at >= len(tokens):
        return None
    return at + 1 if tokens[at].key in ANDS else at


def below_thousand(tokens: Sequence[Token], at: int) -> Cardinal | None:
    """Return the number below 1,000 (or "twelve hundred") that begins at token `at`, or None.

    Args:
        tokens: the tokens of a text.
        at: where the number must begin.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> below_thousand(tokens("one hundred and five")[0], 0).value
    105
    """
    token = tokens[at]
    if token.kind == "hundreds":
        value, end = token.value, at + 1
    elif token.kind == "hundred":
        value, end = 100, at + 1
    else:
        small = _below_hundred(tokens, at)
        if small is None or small.end >= len(tokens) or not _is_hundred(tokens[small.end]):
            return small
        value, end = small.value * 100, small.end + 1
        if small.value % 10 == 0 and small.value:
            return small
    start = _after_and(tokens, end)
    rest = _below_hundred(tokens, start) if start is not None else None
    if rest is None or start is None or not _joined(tokens, start, end) or _begins_another(tokens, rest.end):
        return Cardinal(value, end)
    return Cardinal(value + rest.value, rest.end)


def _begins_another(tokens: Sequence[Token], at: int) -> bool:
    """Read "One hundred and two hundred": the "two" belongs to the second number."""
    return at < len(tokens) and _is_hundred(tokens[at])


def _is_hundred(token: Token) -> bool:
    return token.kind == "hundred" and not token.joined and not token.preposed


def _joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """English joins with or without "and"; the other languages always with one."""
    return (
        start > end
        or is_joined(tokens, start)
        or (tokens[start].key.isascii() and tokens[start].kind in _ENGLISH_PARTS)
    )


def is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Return whether an "and" is attached to a token; "واحد عشر" behind a number is "وأحد عشر" without its hamza.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> is_joined(tokens("مئة واحد عشر")[0], 1)
    True
    """
    before_ten = at + 1 < len(tokens) and tokens[at + 1].kind == "ten" and tokens[at].key == "واحد"
    return tokens[at].joined or before_ten


def _below_hundred(tokens: Sequence[Token], at: int) -> Cardinal | None:
    if at >= len(tokens):
        return None
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind in ("unit", "bound"):
        if following and following.kind == "ten" and not following.joined and following.bare in {"عشر", "عشره"}:
            return Cardinal(10 + token.value, at + 2)
        if following and following.kind == "tens" and following.joined:
            return Cardinal(token.value + following.value, at + 2)
        if following and following.key == "و" and _is_arabic_tens(tokens, at + 2):
            return Cardinal(token.value + tokens[at + 2].value, at + 3)
        return None if token.kind == "bound" else Cardinal(token.value, at + 1)
    if token.kind in ("ten", "teen"):
        return Cardinal(token.value, at + 1)
    return _tens(tokens, at) if token.kind == "tens" else None


def _is_arabic_tens(tokens: Sequence[Token], at: int) -> bool:
    """Read "ثلاثة و عشرون", with its "and" apart; Kurdish says the tens first."""
    return at < len(tokens) and tokens[at].kind == "tens" and tokens[at].key.endswith(("ون", "ين"))


def _tens(tokens: Sequence[Token], at: int) -> Cardinal:
    """Read "Twenty-five", "twenty five", "بیست و پێنج", "bîst û pênc"."""
    value, end = tokens[at].value, at + 1
    if end < len(tokens) and tokens[end].key in {"-", "و", "u"}:
        end += 1
    unit = tokens[end] if end < len(tokens) else None
    if unit and unit.kind == "unit" and unit.value and not unit.joined and (end > at + 1 or unit.key in _ENGLISH_UNITS):
        return Cardinal(value + unit.value, end + 1)
    return Cardinal(value, at + 1)
