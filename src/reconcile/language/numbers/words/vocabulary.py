"""Prevent a language from being half added: one `Vocabulary` holds all the words a number reader needs of it.

>>> from reconcile.language.numbers.words.english import ENGLISH
>>> "dozen" in ENGLISH.cardinals["multiple"][12]
True
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Spellings = Mapping[int | float, str]


class Vocabulary(NamedTuple):
    """The number words of one language; spellings are parted by spaces, phrases by `|`.

    Attributes:
        language: its ISO 639 code.
        cardinals: kind of word → value → spellings. The kinds: `unit` 0–9, `bound` (a form that only stands in
            compounds), `ten`, `teen` 11–19, `tens` 20–90, `hundred` (multiplied by what precedes), `hundreds`
            (200–900 in one word), `scale` 10³ and up, `scales` (a dual such as "two million" in one word),
            `construct` (such a dual that must be followed by its noun), `multiple` (dozen), `fraction`, and `both`.
        open: an open plural ("dozens") → its closed interval.
        vague: a vague plural ("several") → its least and its greatest member, if it has one.
        phrases: role → phrases. The roles: `more`, `fewer`, `at-least`, `at-most`, `about`, `skip`, `between`,
            `from`, `to`, `or`, `and`, `of`, `point`, `none`, `nobody`, `another`, `article`, `percent-before`,
            `just-more`, `just-fewer`, `only-behind`, `others` (behind the noun: an addition),
            `best` (the likeliest number, behind a range),
            `more-behind` and `fewer-behind` ("ji … zêdetir"), `refuse` (never a count).
    """

    language: str
    cardinals: Mapping[str, Spellings]
    open: Mapping[tuple[int, int], str]
    vague: Mapping[tuple[int, int | None], str]
    phrases: Mapping[str, str]
