"""Prevent a million dates from costing a million analyses: the words of a date are analyzed once for all its years.

"13 October 2020" is a plan ("13 October" and a year) and the year; what is relative is one plan for all days of a
report.

>>> plan_of("13 October 2020", None).draft == plan_of("13 October 2019", None).draft._replace(year=2020)
True
"""

# ruff: noqa: SIM905  (lists of words read better as text)

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.errors import ClaimError
from reconcile.language.dates.draft import Draft, draft_of
from reconcile.language.dates.lexer import Item, items, numeral_item
from reconcile.language.dates.merging import merged
from reconcile.language.dates.settled import settled

# What bounds a date on one side, or joins two.
_BOUNDING = frozenset("since since-behind before after until by whole between from to and sign".split())
# A multiple of ten, so that what may be a decade shows as one and is left to the grammar.
_PROBE = 8640
_FIGURE = str(_PROBE)
_YEARS = re.compile(r"\d{4}")
_YEAR = Draft._fields.index("year")


class Plan(NamedTuple):
    """What the words of a date say, before it is known when they were said.

    Attributes:
        draft: the places of one date; None where the text bounds it, or joins two.
        pieces: its pieces, without "about" and "perhaps"; empty where there is a draft.
        approximate: it says "about".
        uncertain: it says "perhaps".
    """

    draft: Draft | None
    pieces: tuple[Item, ...]
    approximate: bool
    uncertain: bool


def plan_of(text: str, locale: str | None) -> Plan:
    """Return the plan of a text.

    Args:
        text: a date in words.
        locale: decides the order of day and month in digits.

    Raises:
        ClaimError: if a word belongs to no date, or the order of day and month is not clear.

    >>> plan_of("since 2018", None).draft is None
    True
    """
    if _YEARS.search(text) is None:
        return _plan(text, locale)
    pieces = text.split()
    years = [at for at, piece in enumerate(pieces) if len(piece) == 4 and piece.isdecimal() and int(piece) >= 1000]
    if len(years) != 1:
        return _plan(text, locale)
    year = pieces[years[0]]
    pieces[years[0]] = _FIGURE
    frame = _frame(" ".join(pieces), locale)
    return _plan(text, locale) if frame is None else _in_year(frame, year)


@lru_cache(maxsize=16384)
def _plan(text: str, locale: str | None) -> Plan:
    pieces = merged(settled(items(text)), locale=locale)
    roles = {piece.role for piece in pieces}
    bare = _bare(pieces)
    if not bare:
        raise ClaimError("it names no time", repair="write a date, as 13 October 2020, late June 2014 or 2020-10")
    draft = draft_of(bare) if _BOUNDING.isdisjoint(roles) else None
    return Plan(draft, () if draft else bare, "about" in roles, "maybe" in roles)


def _bare(pieces: Sequence[Item]) -> tuple[Item, ...]:
    """The pieces without "about", "perhaps", and what joins the text to one before it."""
    kept = [piece for piece in pieces if piece.role not in {"about", "maybe"}]
    start = next((at for at, piece in enumerate(kept) if piece.role not in {"and", "skip", "sign"}), len(kept))
    return tuple(kept[start:])


@lru_cache(maxsize=16384)
def _frame(text: str, locale: str | None) -> Plan | None:
    """The plan of a text with a probe as its year; None where the probe is more or less than that."""
    try:
        plan = _plan(text, locale)
    except ClaimError:
        return None
    if plan.draft is None:
        return plan if [piece.raw for piece in plan.pieces].count(_FIGURE) == 1 else None
    return plan if plan.draft.year == _PROBE and plan.draft.count(_PROBE) == 1 else None


def _in_year(frame: Plan, year: str) -> Plan:
    if frame.draft is not None:
        draft = Draft._make((*frame.draft[:_YEAR], int(year), *frame.draft[_YEAR + 1 :]))
        return Plan(draft, (), frame.approximate, frame.uncertain)
    pieces = [numeral_item(year, glued=False) if piece.raw == _FIGURE else piece for piece in frame.pieces]
    return frame._replace(pieces=tuple(pieces))
