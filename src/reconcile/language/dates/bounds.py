"""Prevent "since 2018" from ending in 2018: what bounds a date on one side, or joins two, is read here.

>>> from reconcile.language.dates.lexer import items
>>> read_bounded(items("since 2018"), None).upper is None
True
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reconcile.errors import ClaimError
from reconcile.language.dates.draft import Draft, draft_of
from reconcile.language.dates.lexer import Item
from reconcile.language.dates.pairs import adjacent, checked, dashed, pair
from reconcile.language.dates.reading import DateReading
from reconcile.language.dates.relative import ago
from reconcile.language.dates.resolve import resolve
from reconcile.language.dates.spans import Span, shifted

_RECENT = Draft(recent=True)
# What else begins a span may begin one to come ("starting in June").
_LOOKING_BACK = frozenset({"since", "ever", "منذ", "مذ", "لەوەتەی"})


def read_draft(draft: Draft, reported: date | None) -> DateReading:
    """Read the places of one date without any bound.

    >>> read_draft(Draft(year=2020, month=10), None).upper
    datetime.date(2020, 10, 31)
    """
    span = _resolved(draft, reported)
    if span is None and reported is not None and (draft.recent or draft.ago or draft.direction == "last"):
        return DateReading(None, reported)
    if span is None and reported is not None and draft.direction == "next":
        return DateReading(reported, None)
    return _reading(draft, span)


def read_bounded(pieces: Sequence[Item], reported: date | None) -> DateReading:
    """Read a date with what stands before or between: since, until, before, from … to.

    Args:
        pieces: the merged pieces, without "about" and "perhaps".
        reported: the day of the report.

    Raises:
        ClaimError: if the pieces make no date.
    """
    role, rest = pieces[0].role, pieces[1:]
    if pieces[-1].role == "since-behind":
        past = not pieces[-1].raw.lower().startswith("onward")
        return _since(pieces[1:-1] if role in {"from", "since"} else pieces[:-1], reported, past=past)
    if role == "since":
        return _since(rest, reported, past=pieces[0].raw.lower() in _LOOKING_BACK)
    if role in {"before", "after"}:
        return _side(role, pieces, rest, reported)
    if role in {"until", "by"}:
        return _until(role, rest, reported)
    if role == "whole":
        return _whole(rest, reported)
    if role == "between":
        return _between(rest, reported)
    at = _split(pieces, frozenset({"to", "until"}))
    if at is not None:
        return _lasting(pieces[role == "from" :], at - (role == "from"), reported)
    if role == "from" and pieces[0].raw.lower() == "from":
        return _since(rest, reported, past=False)
    return _single(pieces, reported)


def _split(pieces: Sequence[Item], roles: frozenset[str], start: int = 1) -> int | None:
    return next((at for at in range(start, len(pieces) - 1) if pieces[at].role in roles), None)


def _resolved(draft: Draft, reported: date | None) -> Span | None:
    return None if draft == _RECENT else resolve(draft, reported)


def _reading(draft: Draft, span: Span | None) -> DateReading:
    """The bounds of one date; "late Monday" is a time of day, and no part of anything."""
    if span is None:
        return DateReading(None, None, part=draft.part)
    part = None if span.lower == span.upper else draft.part
    return DateReading(span.lower, span.upper, approximate=draft.week is not None, part=part)


def _single(pieces: Sequence[Item], reported: date | None) -> DateReading:
    return dashed(pieces, reported) or adjacent(pieces, reported) or read_draft(draft_of(pieces), reported)


def _since(rest: Sequence[Item], reported: date | None, *, past: bool) -> DateReading:
    at = _split(rest, frozenset({"to", "until"}))
    if at is not None:
        return _lasting(rest, at, reported)
    draft = draft_of(rest)
    if draft.count_unit is not None and draft.direction is None and draft.part is None:
        draft = draft._replace(ago=True)
    if (
        past
        and draft.direction is None
        and draft.year is None
        and (draft.month is not None or draft.season is not None)
    ):
        draft = draft._replace(direction="past")
    span = resolve(draft, reported)
    found = _reading(draft, span)._replace(kind="throughout")
    return found._replace(upper=None, starts_by=found.upper)


def _side(role: str, pieces: Sequence[Item], rest: Sequence[Item], reported: date | None) -> DateReading:
    draft = draft_of(rest)
    if draft.count_unit is not None and draft.direction is None and draft.year is None:
        return _distance(role, pieces[0], draft, reported)
    span = resolve(draft, reported)
    if span is None:
        return DateReading(None, None)
    if role == "before":
        return DateReading(None, shifted(span.lower, -1))
    return DateReading(shifted(span.upper, 1), None)


def _distance(role: str, word: Item, draft: Draft, reported: date | None) -> DateReading:
    """Read "قبل يومين" is two days ago, "بعد يومين" in two days; in English such words count from something unsaid."""
    if word.raw.isascii() and word.raw.lower() in {"before", "after", "later", "prior", "earlier"}:
        raise ClaimError(
            "a length of time before or after something unsaid", repair="write the date, or 'two days ago'"
        )
    if reported is None:
        return DateReading(None, None)
    if not draft.amount:
        return DateReading(None, reported) if role == "before" else DateReading(reported, None)
    span = ago(draft.amount if role == "before" else -draft.amount, draft.count_unit or "day", reported)
    return DateReading(span.lower, span.upper)


def _until(role: str, rest: Sequence[Item], reported: date | None) -> DateReading:
    span = _resolved(draft_of(rest), reported)
    upper = span.upper if span else None
    if role == "by":
        return DateReading(None, upper)
    return DateReading(None, upper, kind="throughout", ends_from=span.lower if span else None)


def _whole(rest: Sequence[Item], reported: date | None) -> DateReading:
    span = _resolved(draft_of(rest), reported)
    if span is None:
        return DateReading(None, None, kind="throughout")
    return DateReading(span.lower, span.upper, kind="throughout", starts_by=span.lower, ends_from=span.upper)


def _between(rest: Sequence[Item], reported: date | None) -> DateReading:
    for at in range(1, len(rest) - 1):
        if rest[at].role in {"and", "to", "until"} or rest[at].name == "-":
            first, second = pair(rest[:at], rest[at + 1 :], reported)
            return checked(DateReading(first.lower if first else None, second.upper if second else None))
    raise ClaimError("'between' needs two dates", repair="write 'between March and June 2014'")


def _lasting(pieces: Sequence[Item], at: int, reported: date | None) -> DateReading:
    left = pieces[:at]
    while left and left[-1].role in {"and", "since-behind"}:
        left = left[:-1]
    first, second = pair(left, pieces[at + 1 :], reported)
    found = DateReading(first.lower if first else None, second.upper if second else None, kind="throughout")
    return checked(found._replace(starts_by=first.upper if first else None, ends_from=second.lower if second else None))
