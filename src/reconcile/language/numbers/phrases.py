"""Prevent "no more than 20" from being read as "no": the longest phrase at a place decides.

>>> from reconcile.language.numbers.tokens import tokens
>>> match(table_for(LEAD), tokens("no more than 20")[0], 0)
('at-most', 3)
"""

# ruff: noqa: SIM905  (lists of words read better as text)

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reconcile.language.fold import fold
from reconcile.language.numbers.lexicon import VOCABULARIES
from reconcile.language.numbers.words.units import DURATIONS, UNITS

if TYPE_CHECKING:
    from reconcile.language.numbers.tokens import Token

_WORD = re.compile(r"[^\W\d_]+|\d+|\S")
Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def table_of(phrases: Mapping[str, Sequence[str]]) -> Table:
    """Return a table from the first word of each phrase to the rest of it and its role, longest first.

    Args:
        phrases: role → its phrases.

    >>> table_of({"more": ["more than", "more"]})
    {'more': [(('than',), 'more'), ((), 'more')]}
    """
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role, written in phrases.items():
        for words in (_WORD.findall(fold(phrase)) for phrase in written):
            if words:
                found.setdefault(words[0], []).append((tuple(words[1:]), role))
    for rests in found.values():
        rests.sort(key=lambda item: -len(item[0]))
    return found


LEAD = frozenset(
    (
        "more fewer at-least at-most about just-more just-fewer skip between from none nobody another "
        "article percent-before refuse"
    ).split()
)
AFTER = frozenset({"at-least", "at-most", "about", "only-behind"})


@cache
def table_for(roles: frozenset[str]) -> Table:
    """Return the table of the phrases, of all languages, that have one of `roles`.

    >>> table_for(frozenset({"or"}))["or"]
    [((), 'or')]
    """
    found: dict[str, list[str]] = {}
    for vocabulary in VOCABULARIES:
        for role, written in vocabulary.phrases.items():
            if role in roles:
                found.setdefault(role, []).extend(phrase for phrase in written.split("|") if phrase)
    return table_of(found)


@cache
def unit_table() -> Table:
    """Return the table of the units of measure.

    >>> unit_table()["square"][0]
    (('kilometres',), 'km2')
    """
    return table_of({code: words.split("|") for code, words in (UNITS | DURATIONS).items()})


@cache
def openers() -> frozenset[str]:
    """Return the first words of all phrases: a token that is none of them begins no phrase.

    >>> "nearly" in openers(), "troops" in openers()
    (True, False)
    """
    roles = frozenset(role for vocabulary in VOCABULARIES for role in vocabulary.phrases)
    return frozenset(table_for(roles)) | frozenset(unit_table())


@cache
def words_of_phrases() -> frozenset[str]:
    """Return every word of every phrase and unit, behind the first ones too.

    >>> "excess" in words_of_phrases(), "troops" in words_of_phrases()
    (True, False)
    """
    roles = frozenset(role for vocabulary in VOCABULARIES for role in vocabulary.phrases)
    tables = (table_for(roles), unit_table())
    rests = {word for table in tables for phrases in table.values() for rest, _ in phrases for word in rest}
    return openers() | rests


def match(table: Table, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the role of the longest phrase of `table` that begins at `at`, and where it ends.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> words = tokens("no more than 20")[0]
    >>> match(table_for(LEAD), words, 0)
    ('at-most', 3)
    """
    if at >= len(tokens) or not tokens[at].opens:
        return None
    first = tokens[at]
    rests = table.get(first.key) or table.get(first.bare) or ()
    start, size = at + 1, len(tokens)
    for rest, role in rests:
        if not rest:
            return role, start
        end = start + len(rest)
        if end <= size and tokens[start].key == rest[0] and all(map(_says, tokens[start:end], rest)):
            return role, end
    return None


def _says(token: Token, word: str) -> bool:
    return token.key == word
