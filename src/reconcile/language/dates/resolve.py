"""Prevent "on Tuesday" from being next Tuesday: what a date leaves out is found from the day of the report, backwards.

>>> from reconcile.language.dates.draft import Draft
>>> resolve(Draft(weekday=1), date(2020, 10, 15))
Span(lower=datetime.date(2020, 10, 13), upper=datetime.date(2020, 10, 13))
"""

from __future__ import annotations

from datetime import date

from reconcile.errors import ClaimError
from reconcile.language.dates.draft import LAST_WEEK, Draft
from reconcile.language.dates.hijri import hijri_span, last_hijri
from reconcile.language.dates.relative import (
    ago,
    in_unit,
    nearest_month,
    weekday_span,
    weekend_span,
    whole_unit,
    window,
)
from reconcile.language.dates.spans import (
    Span,
    checked_year,
    day,
    month_span,
    season_span,
    shifted,
    third,
    year_span,
)


def resolve(draft: Draft, reported: date | None) -> Span | None:
    """Return the days that a draft allows.

    Args:
        draft: the places of a date.
        reported: the day of the report; None leaves relative dates unknown.

    Returns:
        The span, or None where only the day of the report could tell it.

    Raises:
        ClaimError: if the places disagree or say too little.
    """
    span = _span(draft, reported)
    if (
        span is not None
        and draft.weekday is not None
        and span.lower == span.upper
        and span.lower.weekday() != draft.weekday
    ):
        raise ClaimError(f"{span.lower} is not the weekday that is named", repair="state one date")
    if span is not None and draft.part and span.upper.toordinal() - span.lower.toordinal() > 1:
        span = third(span, draft.part)
    if span is not None and draft.side:
        span = _beside(span, draft.side, reported)
    if span is not None and draft.eve:
        span = Span(shifted(span.lower, -1), span.upper)
    if span is not None and draft.small_hours:
        span = Span(span.lower, shifted(span.upper, 1))
    return span


def _beside(span: Span, side: str, reported: date | None) -> Span:
    """Take of "earlier this year" the days to the report, of "later this year" those from it on."""
    if reported is None or not span.lower <= reported <= span.upper:
        raise ClaimError(f"'{side}' of a time that the report is not in", repair="write the date")
    return Span(span.lower, reported) if side == "earlier" else Span(reported, span.upper)


def _span(draft: Draft, reported: date | None) -> Span | None:
    if draft.hijri is not None or draft.era == "ah":
        return _hijri(draft, reported)
    draft = _with_year(draft, reported)
    if draft.year is not None:
        return _absolute(draft)
    if draft.decade is not None or draft.century is not None:
        return _long(draft, reported)
    return _relative(draft, reported)


def _with_year(draft: Draft, reported: date | None) -> Draft:
    """Put in the year that "last year" or "this year" names beside a month or a season."""
    shift = draft.year_shift
    if draft.unit == "year" and (draft.month or draft.season) and draft.unit_direction:
        shift = {"last": -1, "this": 0, "next": 1}[draft.unit_direction]
    if shift is None or reported is None:
        return draft
    return draft._replace(year=reported.year + shift, unit=None, unit_direction=None, year_shift=None)


def _absolute(draft: Draft) -> Span:
    year = checked_year(draft.year or 0)
    if draft.era is None and (1300 <= year <= 1500 or 2600 <= year <= 2800):
        raise ClaimError(f"the year {year} may be of another calendar", repair="add AD or AH")
    if draft.count_unit or draft.unit or draft.decade or draft.century or draft.ago or _led_astray(draft):
        raise ClaimError("two ways of dating in one text", repair="state one date")
    if draft.day is not None and draft.month is None:
        raise ClaimError("a day without its month", repair="write the month")
    if draft.month is not None:
        if draft.season is not None:
            raise ClaimError("a month and a season", repair="state one of them")
        return _in_week(_day_or_month(year, draft.month, draft.day), draft)
    if draft.weekday is not None:
        raise ClaimError("a weekday without its day", repair="write the day and the month")
    return season_span(year, draft.season) if draft.season else year_span(year)


def _in_week(span: Span, draft: Draft) -> Span:
    """Take the first to fourth seven days of a month."""
    if draft.week is None:
        return span
    if draft.day is not None or draft.weekday is not None or draft.part:
        raise ClaimError("a day and a week", repair="state one of them")
    if draft.week == LAST_WEEK:
        return Span(shifted(span.upper, -6), span.upper)
    first = (draft.week - 1) * 7 + 1
    return Span(span.lower.replace(day=first), span.lower.replace(day=first + 6))


def _led_astray(draft: Draft) -> bool:
    """A "last" or "next" beside a bare year."""
    return draft.direction is not None and draft.month is None and draft.season is None


def _day_or_month(year: int, month: int, number: int | None) -> Span:
    if number is None:
        return month_span(checked_year(year), month)
    found = day(year, month, number)
    return Span(found, found)


def _long(draft: Draft, reported: date | None) -> Span | None:
    """Decades and centuries: "1990s", "تسعينيات القرن الماضي", "القرن العشرين"."""
    century = draft.century
    if draft.unit == "century" and reported is not None:
        century = (reported.year - 1) // 100 + 1 + {"last": -1, "next": 1}.get(draft.unit_direction or "", 0)
    if draft.decade is None:
        first = ((century or 1) - 1) * 100 + 1
        return year_span(first, min(first + 99, 9999))
    if draft.full_decade:
        return year_span(draft.decade, draft.decade + 9)
    if century is not None:
        first = (century - 1) * 100 + draft.decade
        return year_span(first, first + 9)
    if reported is None:
        return None
    first = reported.year // 100 * 100 + draft.decade
    first -= 100 if first > reported.year else 0
    return year_span(first, first + 9)


def _hijri(draft: Draft, reported: date | None) -> Span | None:
    if draft.year is not None:
        span = hijri_span(draft.year, draft.hijri, draft.day)
    elif reported is None or draft.hijri is None:
        return None
    else:
        span = last_hijri(draft.hijri, draft.day, reported, strictly=draft.direction == "last")
        if draft.direction == "next":
            raise ClaimError("the Hijri year is not stated", repair="write the year")
    if draft.month is not None and not _agrees(draft, span):
        raise ClaimError("the Hijri and the Gregorian month disagree", repair="state one date")
    return span


def _agrees(draft: Draft, span: Span) -> bool:
    return span.lower.month == draft.month or span.upper.month == draft.month


def _relative(draft: Draft, reported: date | None) -> Span | None:
    if not _says_something(draft):
        raise ClaimError("it names no time", repair="write a date, as 13 October 2020 or 2020-10")
    if reported is None:
        return None
    if draft.days is not None:
        return _near_day(draft, draft.days, reported)
    if draft.month is not None or draft.season is not None:
        return _in_week(nearest_month(draft, reported), draft)
    if draft.unit is not None:
        return _in_week(in_unit(draft, reported), draft)
    if draft.weekend:
        return weekend_span(draft.direction, reported)
    if draft.weekday is not None:
        return weekday_span(draft.weekday, draft.direction, reported)
    if draft.count_unit is not None:
        return _counted(draft, reported)
    if draft.year_shift is not None:
        return year_span(reported.year + draft.year_shift)
    raise ClaimError("it names no time", repair="write a date, as 13 October 2020 or 2020-10")


def _near_day(draft: Draft, days: tuple[int, int], reported: date) -> Span:
    """Read "today", "yesterday (12 October)": a date beside it must be the same day."""
    span = Span(shifted(reported, days[0]), shifted(reported, days[1]))
    month, number = draft.month, draft.day
    if (month is not None and month != span.lower.month) or (number is not None and number != span.lower.day):
        raise ClaimError(f"{span.lower} is not the day that is named", repair="state one date")
    return span


def _counted(draft: Draft, reported: date) -> Span | None:
    unit, count = draft.count_unit or "day", draft.amount or 0
    if draft.ago:
        return ago(count, unit, reported) if count else None
    if draft.direction in {"last", "next"}:
        return window(count, unit, draft.direction, reported) if count else None
    if draft.part and unit in {"month", "year"} and count <= 1:
        return whole_unit(unit, "this", reported, None)
    raise ClaimError("a length of time, not a date", repair="write a date, or 'two days ago'")


def _says_something(draft: Draft) -> bool:
    if draft.count_unit is not None and not draft.ago and draft.direction is None and not draft.part:
        return False
    if draft.day is not None and draft.month is None and draft.unit is None:
        return False
    places = (
        draft.weekday,
        draft.month,
        draft.season,
        draft.days,
        draft.unit,
        draft.count_unit,
        draft.year_shift,
        draft.weekend or None,
    )
    return any(value is not None for value in places)
