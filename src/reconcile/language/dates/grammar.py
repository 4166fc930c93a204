"""Prevent a date from meaning more or less than its words: texts are read by this grammar whole, or refused.

text := [bound] date [to date], see docs/reading-dates.md.

>>> read_date("since 2018")[:2], read_date("قبل نحو يومين", reported=date(2019, 8, 1)).upper
((datetime.date(2018, 1, 1), None), datetime.date(2019, 7, 30))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from reconcile.errors import ClaimError, shown
from reconcile.language.dates.draft import Draft, draft_of
from reconcile.language.dates.edtf import LONGEST, looks_like_edtf, read_edtf
from reconcile.language.dates.lexer import Item, items
from reconcile.language.dates.merging import merged
from reconcile.language.dates.reading import DateReading
from reconcile.language.dates.relative import ago
from reconcile.language.dates.resolve import resolve
from reconcile.language.dates.spans import Span, shifted
from reconcile.language.numbers.numerals import plain_digits

_REPAIR = "write a date, as 13 October 2020, late June 2014 or 2020-10"
# What makes a text more than one plain date.
_STRUCTURE = frozenset(
    [
        "about",
        "maybe",
        "since",
        "since-behind",
        "before",
        "after",
        "until",
        "by",
        "whole",
        "between",
        "from",
        "to",
        "and",
        "sign",
        "recent",
        "ago",
        "last",
    ]
)
_NUMERIC = re.compile(
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}[/.-]\d{4}|\d{4}/\d{1,2}|\d{4}-\d{4}",
    re.ASCII,
)
_SPACED = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(Z|[+-]\d{2}:?\d{2}))?", re.ASCII)
_OTHER_CALENDAR = re.compile(r"1[34]\d\d(?!\d)|1500|2[67]\d\d", re.ASCII)


def read_date(text: str, *, reported: date | None = None, locale: str | None = None) -> DateReading:
    """Read the time that a text states.

    Args:
        text: a date as a report writes it, in Arabic, Sorani, Kurmanji or English, or EDTF; at most 1,000 characters.
        reported: the day of the report; what is relative looks back from it.
        locale: decides the order of day and month in digits ("en-US", "ar-IQ").

    Returns:
        Its bounds and kind. A relative phrase without `reported` has unknown bounds.

    Raises:
        ClaimError: if the text is no date, may be read in two ways, or disagrees with itself.

    >>> read_date("late June 2014").lower, read_date("مساء الاربعاء", reported=date(2019, 8, 1)).lower
    (datetime.date(2014, 6, 21), datetime.date(2019, 7, 31))
    """
    if not isinstance(text, str):
        raise ClaimError(f"not a text: {shown(text)}", repair=_REPAIR)
    if len(text) > LONGEST:
        raise ClaimError(f"a date of {len(text):,} characters; the limit is {LONGEST:,}", repair=_REPAIR)
    if isinstance(reported, datetime):
        reported = reported.date()
    return _read(text, reported, locale)


@lru_cache(maxsize=16384)
def _read(text: str, reported: date | None, locale: str | None) -> DateReading:
    try:
        return _formal(plain_digits(text).strip()) or _words(text, reported, locale)
    except ClaimError as error:
        raise ClaimError(f"no date read in {shown(text)}: {error.found}", repair=error.repair) from None


def _formal(text: str) -> DateReading | None:
    """EDTF and ISO 8601, where nothing in the text may be read in another way."""
    spaced = _SPACED.fullmatch(text)
    if spaced:
        text = f"{spaced[1]}T{spaced[2]}{spaced[3] or ''}"
    if not looks_like_edtf(text) or _NUMERIC.fullmatch(text):
        return None
    if _OTHER_CALENDAR.match(text):
        raise ClaimError(f"the year of {shown(text)} may be of another calendar", repair="add AD or AH")
    return read_edtf(text)


def _words(text: str, reported: date | None, locale: str | None) -> DateReading:
    pieces = merged(items(text), locale=locale)
    if _STRUCTURE.isdisjoint([piece.role for piece in pieces]):
        return _reading(*_spanned(pieces, reported))
    approximate = any(piece.role == "about" for piece in pieces)
    uncertain = any(piece.role == "maybe" for piece in pieces)
    pieces = [piece for piece in pieces if piece.role not in {"about", "maybe"}]
    while pieces and pieces[0].role in {"and", "skip", "sign"}:
        pieces = pieces[1:]
    if not pieces:
        raise ClaimError("it names no time", repair=_REPAIR)
    found = _bounded(pieces, reported)
    return found._replace(approximate=approximate, uncertain=uncertain)


def _bounded(pieces: Sequence[Item], reported: date | None) -> DateReading:
    role, rest = pieces[0].role, pieces[1:]
    if pieces[-1].role == "since-behind":
        return _since(pieces[1:-1] if role in {"from", "since"} else pieces[:-1], reported)
    if role == "since":
        return _since(rest, reported)
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
        return _since(rest, reported)
    return _single(pieces, reported)


def _split(pieces: Sequence[Item], roles: frozenset[str], start: int = 1) -> int | None:
    return next((at for at in range(start, len(pieces) - 1) if pieces[at].role in roles), None)


def _spanned(pieces: Sequence[Item], reported: date | None) -> tuple[Draft, Span | None]:
    draft = draft_of(pieces)
    if draft == Draft(recent=True):
        return draft, None
    return draft, resolve(draft, reported)


def _reading(draft: Draft, span: Span | None) -> DateReading:
    """The bounds of one date; "late Monday" is a time of day, and no part of anything."""
    if span is None:
        return DateReading(None, None, part=draft.part)
    part = None if span.lower == span.upper else draft.part
    return DateReading(span.lower, span.upper, part=part)


def _single(pieces: Sequence[Item], reported: date | None) -> DateReading:
    ranged = _dashed(pieces, reported)
    if ranged:
        return ranged
    draft, span = _spanned(pieces, reported)
    if span is None and reported is not None and (draft.recent or draft.ago or draft.direction == "last"):
        return DateReading(None, reported)
    return _reading(draft, span)


def _dashed(pieces: Sequence[Item], reported: date | None) -> DateReading | None:
    """Read "3-5 March 2020", "2014–2017": one time inside the two."""
    dashes = [
        at
        for at, piece in enumerate(pieces)
        if piece.name == "-" and 0 < at < len(pieces) - 1 and pieces[at - 1].role != "mid"
    ]
    if len(dashes) != 1:
        return None
    first, second = _pair(pieces[: dashes[0]], pieces[dashes[0] + 1 :], reported)
    return _checked(DateReading(first.lower if first else None, second.upper if second else None))


def _since(rest: Sequence[Item], reported: date | None) -> DateReading:
    at = _split(rest, frozenset({"to", "until"}))
    if at is not None:
        return _lasting(rest, at, reported)
    draft = draft_of(rest)
    if draft.count_unit is not None and draft.direction is None:
        draft = draft._replace(ago=True)
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
    _, span = _spanned(rest, reported)
    upper = span.upper if span else None
    if role == "by":
        return DateReading(None, upper)
    return DateReading(None, upper, kind="throughout", ends_from=span.lower if span else None)


def _whole(rest: Sequence[Item], reported: date | None) -> DateReading:
    _, span = _spanned(rest, reported)
    if span is None:
        return DateReading(None, None, kind="throughout")
    return DateReading(span.lower, span.upper, kind="throughout", starts_by=span.lower, ends_from=span.upper)


def _between(rest: Sequence[Item], reported: date | None) -> DateReading:
    for at in range(1, len(rest) - 1):
        if rest[at].role in {"and", "to", "until"} or rest[at].name == "-":
            first, second = _pair(rest[:at], rest[at + 1 :], reported)
            return _checked(DateReading(first.lower if first else None, second.upper if second else None))
    raise ClaimError("'between' needs two dates", repair="write 'between March and June 2014'")


def _lasting(pieces: Sequence[Item], at: int, reported: date | None) -> DateReading:
    left = pieces[:at]
    while left and left[-1].role == "and":
        left = left[:-1]
    first, second = _pair(left, pieces[at + 1 :], reported)
    found = DateReading(first.lower if first else None, second.upper if second else None, kind="throughout")
    return _checked(
        found._replace(starts_by=first.upper if first else None, ends_from=second.lower if second else None)
    )


def _pair(left: Sequence[Item], right: Sequence[Item], reported: date | None) -> tuple[Span | None, Span | None]:
    """The two ends of a range; what one leaves out, the other gives."""
    first, second = draft_of(left), draft_of(right)
    if (
        first.month is None
        and first.hijri is None
        and first.day is not None
        and first.unit is None
        and first.days is None
    ):
        first = first._replace(
            month=second.month, hijri=second.hijri, unit=second.unit, unit_direction=second.unit_direction
        )
    if second.month is None and second.hijri is None and second.day is not None and second.unit is None:
        second = second._replace(month=first.month, hijri=first.hijri)
    if first.year is None and second.year is not None and first.days is None and _in_months(first):
        first = first._replace(year=second.year - _turns(first, second), era=second.era)
    if second.year is None and first.year is not None and _in_months(second):
        second = second._replace(year=first.year + _turns(first, second), era=first.era)
    return resolve(first, reported), resolve(second, reported)


def _in_months(draft: Draft) -> bool:
    return draft.month is not None or draft.hijri is not None or draft.season is not None


def _turns(first: Draft, second: Draft) -> int:
    """1 where the range passes the end of the year ("November to February 2015")."""
    one, two = (first.month or first.hijri, first.day or 0), (second.month or second.hijri, second.day or 0)
    if one[0] is None or two[0] is None:
        return 0
    return 1 if (one[0], one[1]) > (two[0], two[1] or 99) else 0


def _checked(found: DateReading) -> DateReading:
    if found.lower is not None and found.upper is not None and found.lower > found.upper:
        raise ClaimError("it ends before it begins", repair="put the earlier date first")
    return found
