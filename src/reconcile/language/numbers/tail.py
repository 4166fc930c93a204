"""Prevent "3 killed and 5 wounded" from being three: what follows a number is its noun, or makes the text unreadable.

>>> from reconcile.language.numbers.tokens import tokens
>>> read_tail("20 قتيلا على الأقل", *tokens("20 قتيلا على الأقل"), 1, 1)
Tail(noun='قتيلا', bound='at-least', approximate=False, increment=False)
"""

# ruff: noqa: SIM905  (lists of words read better as text)

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reconcile.errors import ClaimError
from reconcile.language.calendar_names import is_calendar_word
from reconcile.language.fold import fold
from reconcile.language.numbers.phrases import AFTER, match, table_for
from reconcile.language.numbers.tokens import FRACTIONS, Token, spelling
from reconcile.language.numbers.words.duals import COUNT_NOUNS

_CLOSERS = frozenset(".,;:،؛!?؟)]»\"'”’…")
_ANDS = frozenset({"and", "و", "u", ",", "،", ";", "؛", "&", "+", "but", "لكن"})
_BOUNDS = frozenset({"more", "fewer", "at-least", "at-most"})
_NEVER_FIRST = frozenset({"/", ":", "x", "-", "and", "و", "u", "but", "لكن"})
_COMMAS = frozenset({",", "،", ";", "؛", "(", "—", "["})
_SHARES = frozenset({"in", "لهسهر"})
_OFS = frozenset({"of", "من"})
_NUMBERS = frozenset(
    (
        "numeral vulgar unit bound ten teen tens hundred hundreds scale scales construct multiple "
        "multiples open plural dual-nominative dual-oblique"
    ).split()
)


_COUNTS = _NUMBERS | {"fraction"}


@cache
def one_words() -> frozenset[str]:
    """Return the folded singulars of the known count nouns, each of which says one.

    >>> "ضابط" in one_words()
    True
    """
    return frozenset(map(fold, COUNT_NOUNS))


class Tail(NamedTuple):
    """What follows a number: its noun, and a bound, "about" or "others" said behind it."""

    noun: str | None = None
    bound: str | None = None
    approximate: bool = False
    increment: bool = False


def read_tail(text: str, words: Sequence[Token], chunks: Sequence[int], noun_from: int, end: int) -> Tail:
    """Read what follows a number.

    Args:
        text: the whole text.
        words: its tokens.
        chunks: for each token the index of its chunk.
        noun_from: where the noun may begin (before `end` for a dual).
        end: the first token behind the number.

    Raises:
        ClaimError: if the text goes on to another count, a date or a time.
    """
    last = strip_end(words, len(words), max(end, noun_from))
    tail = Tail()
    plus = noun_from < last and (words[noun_from].key == "plus" or _is_sign(words[noun_from], "+"))
    if plus:
        tail, noun_from = tail._replace(bound="at-least"), noun_from + 1
    noun_from, last, tail = _sayings(words, noun_from, last, tail, movable=noun_from >= end)
    if noun_from >= last:
        return tail
    _check(words, noun_from, last, end)
    if words[noun_from].key in _COMMAS and noun_from >= end:
        return tail
    increment = _adds(words, max(noun_from, end), last)
    if noun_from >= end and words[noun_from].key in _OFS and noun_from + 1 < last:
        noun_from += 1
    elif words[noun_from].key in _OFS:
        return tail
    return tail._replace(noun=raw_words(text, words, chunks, noun_from, last), increment=increment)


def _is_sign(word: Token, sign: str) -> bool:
    return word.key == sign and word.glued


def strip_end(words: Sequence[Token], last: int, least: int) -> int:
    """Return where the words end once closing marks are taken off.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> strip_end(tokens("3 killed.")[0], 3, 0)
    2
    """
    while last > least and words[last - 1].key in _CLOSERS:
        last -= 1
    return last


def _sayings(words: Sequence[Token], start: int, last: int, tail: Tail, *, movable: bool) -> tuple[int, int, Tail]:
    """Take "or more", "على الأقل" off the beginning or the end of what follows."""
    table = table_for(AFTER)
    while movable and start < last:
        at = start + (words[start].key in {",", "،", "("})
        found = match(table, words, at)
        if found is None or found[1] > last or (found[0] in {"about", "only-behind"} and found[1] < last):
            break
        tail, start = _said(tail, found[0]), _strip_forward(words, found[1], last)
    for at in range(max(start, last - 4), last):
        if not words[at].opens:
            continue
        found = match(table, words, at)
        if found and found[1] == last:
            tail, last = _said(tail, found[0]), strip_end(words, at, start)
            break
    return start, last, tail


def _strip_forward(words: Sequence[Token], start: int, last: int) -> int:
    return start + 1 if start < last and words[start].key in {",", "،", ")"} else start


def _said(tail: Tail, role: str) -> Tail:
    if role == "only-behind":
        return tail
    return tail._replace(approximate=True) if role == "about" else tail._replace(bound=role)


def _check(words: Sequence[Token], start: int, last: int, end: int) -> None:
    if start >= end:
        _check_first(words[start])
        if _is_share(words, start, last):
            raise ClaimError("it is a share of a number", repair="write the number, or the share in percent")
    for at in range(start + 1, last):
        token = words[at]
        before = words[at - 2] if words[at - 1].key == "a" and at > start + 1 else words[at - 1]
        counts = token.kind in _COUNTS and (token.joined or before.key in _ANDS)
        if counts or _one_more(words, at) or (words[at - 1].key in _ANDS and _bounds_a_number(words, at)):
            raise ClaimError("it states more than one count or bound", repair="make one claim of each count")


def _is_share(words: Sequence[Token], start: int, last: int) -> bool:
    """Read "3 in 10", "3 من كل 10", "دوو لەسەر سێ" as parts of each ten or three, which are no counts."""
    if words[start].key == "من":
        return start + 1 < last and words[start + 1].key == "كل"
    following = words[start + 1] if start + 1 < last else None
    if words[start].key not in _SHARES or following is None:
        return False
    return following.kind in _NUMBERS and not (following.kind == "numeral" and len(following.raw) > 3)


def _one_more(words: Sequence[Token], at: int) -> bool:
    """Read "جنديان وضابط", "two soldiers and an officer": one more of something else."""
    if words[at].key in {"a", "an"}:
        return words[at - 1].key in {"and", "&", "+"} and at + 1 < len(words) and not words[at + 1].kind
    return words[at].joined and not words[at].definite and words[at].bare in one_words()


def _check_first(first: Token) -> None:
    if first.kind in _NUMBERS or first.key in _NEVER_FIRST or (first.glued and first.key in "_@#&*=\\^|~±°"):
        raise ClaimError("two numbers stand side by side, or one is part of a code", repair="state one number")
    if first.key in FRACTIONS:
        raise ClaimError(
            f"{first.raw!r} makes it a fraction, or is an unclear unit", repair="write the number in digits"
        )
    if is_calendar_word(first.key):
        raise ClaimError("it is a date or a time", repair="read it as a date")


def _bounds_a_number(words: Sequence[Token], at: int) -> bool:
    """Read "(at least 5) and at most | 10": a bound, then a number."""
    found = match(table_for(_BOUNDS), words, at)
    return found is not None and found[1] < len(words) and words[found[1]].kind in _NUMBERS


def _adds(words: Sequence[Token], start: int, last: int) -> bool:
    table = table_for(frozenset({"others"}))
    for at in range(start, min(start + 3, last)):
        if not words[at].opens:
            continue
        found = match(table, words, at)
        follows = found is not None and found[1] < last and words[found[1]].key in {"than", "من"}
        if found and not follows and not (words[at].key.isascii() and at > start + 1):
            return True
    return False


def raw_words(text: str, words: Sequence[Token], chunks: Sequence[int], start: int, last: int) -> str:
    """Return the words from `start` to `last` as written.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> raw_words("13قتيلا في بغداد.", *tokens("13قتيلا في بغداد."), 1, 4)
    'قتيلا في بغداد'
    """
    written = text.split()[chunks[start] : chunks[last - 1] + 1]
    final = words[last - 1]
    if final.at + len(final.raw) < len(written[-1]):
        written[-1] = spelling(written[-1])[: final.at + len(final.raw)]
    if words[start].at:
        written[0] = spelling(written[0])[words[start].at :]
    return " ".join(written)


def plain_noun(text: str, words: Sequence[Token], chunks: Sequence[int], start: int) -> str | None:
    """Return the words from `start` on, where none of them has a meaning for the number.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> plain_noun("3 غرف عمليات", *tokens("3 غرف عمليات"), 1)
    'غرف عمليات'
    """
    return raw_words(text, words, chunks, start, len(words)) if start < len(words) else None
