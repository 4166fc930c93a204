"""Prevent a date from being read out of words that are none: every word of a date is known here, or it is no date.

>>> [(item.role, item.value) for item in items("late June 2014")]
[('late', 0), ('month', 6), ('numeral', 2014)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.errors import ClaimError, shown
from reconcile.language.calendar_names import HIJRI_MONTHS, MONTHS, SEASONS, WEEKDAYS
from reconcile.language.dates.words import DECADES, EXACT, LAST_YEARS, ORDINALS, ROLES, UNITS
from reconcile.language.fold import fold
from reconcile.language.numbers.compose import compose
from reconcile.language.numbers.lexicon import exact
from reconcile.language.numbers.numerals import plain_digits
from reconcile.language.numbers.tokens import Token, tokens

_PREFIXES = ("ال", "لل", "بال", "وال", "كال", "فال", "ول", "وب", "ب", "و", "ل", "ف", "ك")
_FOLDED_EXACT = frozenset(map(fold, EXACT))
_SINCE = ("هوه", "وه")
_SIGNS = frozenset("/-.,،()[]؛;:'\"«»“”")


class Item(NamedTuple):
    """One meaningful piece of a date.

    Attributes:
        role: what it is (see `ROLES`), or `month`, `hijri`, `weekday`, `season`, `unit`, `ordinal`, `decade`,
            `numeral`, `count`, `sign`.
        value: its number, if it has one.
        extra: of a unit its count (0 many, 1 one, 2 two), of a numeral how many digits it has.
        raw: as written.
        glued: no space stands before it.
        name: the unit's name or the sign.
    """

    role: str
    value: int
    extra: int
    raw: str
    glued: bool
    name: str = ""


class _Meaning(NamedTuple):
    role: str
    value: int = 0
    extra: int = 0
    name: str = ""


Table = Mapping[str, Sequence[tuple[tuple[str, ...], _Meaning]]]


def _meanings() -> Iterator[tuple[str, _Meaning]]:
    for role, written in ROLES.items():
        yield from ((phrase, _Meaning(role)) for phrase in written.split("|"))
    for role, names in (
        ("month", MONTHS),
        ("hijri", HIJRI_MONTHS),
        ("weekday", WEEKDAYS),
        ("season", SEASONS),
    ):
        yield from ((name, _Meaning(role, number)) for name, number in names.items())
    for unit, forms in UNITS.items():
        for count, written in zip((1, 2, 0), forms, strict=True):
            yield from ((word, _Meaning("unit", 0, count, unit)) for word in written.split("|"))
    for role, table in (("ordinal", ORDINALS), ("decade", DECADES)):
        for number, written in table.items():
            yield from ((word, _Meaning(role, number)) for word in written.split("|"))
    yield from ((word, _Meaning("year-shift", shift)) for word, shift in LAST_YEARS.items())


def _stem(key: str) -> str:
    return key[2:] if key.startswith("ال") and len(key) > 4 else key


@cache
def _table() -> Table:
    """From the first word of a phrase to the rest of it; a phrase stands under its folded and its bare words."""
    found: dict[str, dict[tuple[str, ...], _Meaning]] = {}
    for phrase, meaning in _meanings():
        written = tuple(re.findall(r"\d+|[^\d\s]+", fold(phrase)))
        bare = written if meaning.role == "today" else tuple(map(_stem, written))
        for words in (written, bare):
            if words:
                found.setdefault(words[0], {}).setdefault(words[1:], meaning)
    return {first: sorted(rests.items(), key=lambda item: -len(item[0])) for first, rests in found.items()}


@lru_cache(maxsize=32768)
def _readings(key: str) -> tuple[str, ...]:
    """The forms under which a word may stand in the table, nearest first."""
    forms = [key]
    if not key.isascii():
        forms += [key[len(prefix) :] for prefix in _PREFIXES if key.startswith(prefix) and len(key) - len(prefix) > 1]
    table = _table()
    return tuple(form for form in dict.fromkeys(forms) if form in table)


def _phrase(words: Sequence[Token], at: int) -> tuple[_Meaning, int] | None:
    best: tuple[_Meaning, int] | None = None
    for form in _readings(words[at].key):
        for rest, meaning in _table()[form]:
            end = at + 1 + len(rest)
            if best is not None and end <= best[1]:
                break
            if end <= len(words) and all(_same(words[at + 1 + n].key, word) for n, word in enumerate(rest)):
                best = meaning, end
                break
    return best


def _same(key: str, word: str) -> bool:
    return key == word or _stem(key) == word


def items(text: str) -> list[Item]:
    """Return the pieces of a date.

    Args:
        text: the text of a date.

    Raises:
        ClaimError: if a word of it is not known to belong to dates.
    """
    words, _ = tokens(text)
    found: list[Item] = []
    at = 0
    while at < len(words):
        token = words[at]
        if token.kind == "numeral":
            alone = numeral_item(token.raw, token.glued)
        else:
            alone = None if token.kind else _alone(token.raw, token.key, token.glued)
        if alone is not None:
            found.append(alone)
            at += 1
            continue
        if _attached_and(token.key):
            found.append(Item("and", 0, 0, "و", glued=False))
        stem = _without_since(token.key)
        if stem:
            item, _ = _item([token._replace(key=stem, raw=stem)], 0)
            found += [item, Item("since-behind", 0, 0, token.raw, glued=True)]
            at += 1
            continue
        item, at = _item(words, at)
        found.append(item)
    return found


@lru_cache(maxsize=32768)
def numeral_item(raw: str, glued: bool) -> Item:  # noqa: FBT001  (a key of the cache)
    """Return the piece that a numeral is.

    >>> numeral_item("٢٠٢٠", glued=False).value
    2020
    """
    digits = plain_digits(raw)
    if digits.isdecimal() and len(digits) <= 4:
        return Item("numeral", int(digits), len(digits), raw, glued)
    return Item("numeral-text", 0, 0, digits, glued)


@lru_cache(maxsize=32768)
def _alone(raw: str, key: str, glued: bool) -> Item | None:  # noqa: FBT001  (a key of the cache)
    """The piece that a word is whatever follows it, or None where what follows matters."""
    forms = _readings(key)
    if len(forms) != 1 or forms[0] != key or key in _FOLDED_EXACT:
        return None
    rests = _table()[key]
    if len(rests) != 1 or rests[0][0]:
        return None
    role, value, extra, name = rests[0][1]
    return Item(role, value, extra, raw, glued, name)


@lru_cache(maxsize=32768)
def _without_since(key: str) -> str:
    """The word without the Sorani ending of "since" (لە ئازارەوە), or an empty text where it has none."""
    if _readings(key):
        return ""
    return next((key[: -len(end)] for end in _SINCE if key.endswith(end) and _readings(key[: -len(end)])), "")


def _attached_and(key: str) -> bool:
    readings = _readings(key)
    return key.startswith("و") and len(key) > 2 and bool(readings) and readings[0] != key


def _item(words: Sequence[Token], at: int) -> tuple[Item, int]:
    token = words[at]
    if token.key in _FOLDED_EXACT and exact(token.raw) in EXACT:
        role, value = EXACT[exact(token.raw)]
        return Item(role, value, 0, token.raw, token.glued), at + 1
    phrase = _phrase(words, at)
    if phrase:
        meaning, end = phrase
        return Item(meaning.role, meaning.value, meaning.extra, token.raw, token.glued, meaning.name), end
    number = compose(words, at) if token.kind else None
    if number and isinstance(number.value, int):
        return Item("count", number.value, 0, token.raw, token.glued), number.end
    if token.key in _SIGNS:
        return Item("sign", 0, 0, token.raw, token.glued, token.key), at + 1
    if token.kind == "" and len(token.key) >= 4:
        return Item("unknown", 0, 0, token.raw, token.glued, token.key), at + 1
    raise ClaimError(f"{shown(token.raw)} belongs to no date", repair="write a date, as 13 October 2020 or 2020-10")
