"""Prevent "two weeks ago" from being a day: a relative phrase is as exact as its unit, and looks back from the report.

>>> ago(2, "day", date(2019, 8, 1)).lower, ago(3, "month", date(2020, 10, 13))
(datetime.date(2019, 7, 30), Span(lower=datetime.date(2020, 7, 1), upper=datetime.date(2020, 7, 31)))
"""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from reconcile.errors import ClaimError
from reconcile.language.dates.draft import Draft
from reconcile.language.dates.spans import Span, day, month_span, season_span, shifted, year_span

_YEARS = {"year": 1, "decade": 10, "century": 100}


def moved(moment: date, count: int, unit: str) -> date:
    """Return the day so many units later (or earlier, where `count` is negative).

    >>> moved(date(2020, 3, 31), -1, "month")
    datetime.date(2020, 2, 29)
    """
    if abs(count) > 100_000:
        raise ClaimError("the date is outside the years 1 to 9999", repair="give a date of that range")
    if unit in {"day", "week", "hour"}:
        return shifted(moment, count * {"day": 1, "week": 7}.get(unit, 0))
    try:
        change = relativedelta(months=count) if unit == "month" else relativedelta(years=count * _YEARS[unit])
        return moment + change
    except (ValueError, OverflowError):
        raise ClaimError("the date is outside the years 1 to 9999", repair="give a date of that range") from None


def ago(count: int, unit: str, reported: date) -> Span:
    """Return when "`count` units ago" was: the day, seven days around it, the month, the year, the ten years.

    Args:
        count: how many units; negative for the future.
        unit: `hour` to `century`.
        reported: the day of the report.

    >>> ago(2, "week", date(2020, 10, 15))
    Span(lower=datetime.date(2020, 9, 28), upper=datetime.date(2020, 10, 4))
    """
    if unit == "hour":
        days = -(-abs(count) // 24)
        ends = (shifted(reported, -days), reported) if count > 0 else (reported, shifted(reported, days))
        return Span(*ends)
    there = moved(reported, -count, unit)
    if unit == "day":
        return Span(there, there)
    if unit == "week":
        return Span(shifted(there, -3), shifted(there, 3))
    return month_span(there.year, there.month) if unit == "month" else _years_around(there.year, unit)


def _years_around(year: int, unit: str) -> Span:
    half = _YEARS[unit] // 2
    return year_span(year) if unit == "year" else year_span(max(year - half, 1), min(year + half, 9999))


def window(count: int, unit: str, direction: str, reported: date) -> Span:
    """Return "the last two weeks" or "the next ten days": from there to the report, or on from it.

    >>> window(10, "day", "last", date(2020, 10, 13)).lower
    datetime.date(2020, 10, 3)
    """
    if unit == "hour":
        return ago(count if direction == "last" else -count, unit, reported)
    if direction == "last":
        return Span(moved(reported, -count, unit), reported)
    return Span(reported, moved(reported, count, unit))


def whole_unit(unit: str, direction: str, reported: date, first_weekday: int | None) -> Span:
    """Return "last month", "this year", "next week".

    A week may begin on Saturday, Sunday or Monday: unless `first_weekday` says which, the bounds hold all three.

    >>> whole_unit("month", "last", date(2020, 1, 15), None).lower
    datetime.date(2019, 12, 1)
    """
    step = {"last": -1, "this": 0, "next": 1}[direction]
    if unit == "day":
        return Span(shifted(reported, step), shifted(reported, step))
    if unit == "week":
        starts = [
            _week_start(reported, first) + 7 * step
            for first in ([first_weekday] if first_weekday is not None else [5, 6, 0])
        ]
        return Span(shifted(reported, min(starts)), shifted(reported, max(starts) + 6))
    if unit == "hour":
        raise ClaimError("an hour is not a date", repair="write the date")
    there = moved(reported, step, unit)
    if unit == "month":
        return month_span(there.year, there.month)
    if unit == "year":
        return year_span(there.year)
    size = _YEARS[unit]
    first = there.year // 10 * 10 if unit == "decade" else (there.year - 1) // 100 * 100 + 1
    return year_span(first, min(first + size - 1, 9999))


def _week_start(reported: date, first: int) -> int:
    """How many days before the report its week began, as a number below or at zero."""
    return -((reported.weekday() - first) % 7)


def weekday_span(weekday: int, direction: str | None, reported: date) -> Span:
    """Return a weekday: the last one, the report's own day included unless the text says "last".

    >>> weekday_span(3, "last", date(2020, 6, 28)).lower
    datetime.date(2020, 6, 25)
    """
    back = (reported.weekday() - weekday) % 7
    if direction == "next":
        found = shifted(reported, (weekday - reported.weekday() - 1) % 7 + 1)
    elif direction == "last":
        found = shifted(reported, -(back or 7))
    elif direction == "this" and back:
        raise ClaimError("'this' weekday may be the last or the next", repair="write the date")
    else:
        found = shifted(reported, -back)
    return Span(found, found)


def weekend_span(direction: str | None, reported: date) -> Span:
    """Return the last or the next weekend, on Friday to Sunday, as countries have it.

    >>> weekend_span("last", date(2020, 10, 13))
    Span(lower=datetime.date(2020, 10, 9), upper=datetime.date(2020, 10, 11))
    """
    friday = shifted(reported, -((reported.weekday() - 4) % 7))
    inside = reported.weekday() >= 4
    if direction == "next":
        friday = shifted(friday, 7)
    elif (not inside and direction != "last") or (inside and direction == "last"):
        raise ClaimError("a weekend that may be the last or the next", repair="write the dates")
    return Span(friday, shifted(friday, 2))


def nearest_month(draft: Draft, reported: date) -> Span:
    """Return a month, a day of a month or a season whose year is not stated.

    Raises:
        ClaimError: if the year could as well be the next one.

    >>> nearest_month(Draft(month=7, direction="last"), date(2020, 10, 13)).lower
    datetime.date(2020, 7, 1)
    """
    years = range(max(reported.year - 8, 1), min(reported.year + 9, 9998))
    spans = [span for year in years if (span := _in_year(draft, year))]
    past = [
        span for span in spans if span.lower <= reported and not (draft.direction == "last" and span.upper >= reported)
    ]
    future = [span for span in spans if span.lower > reported]
    if not past or not future:
        raise ClaimError("there is no such day", repair="check the date")
    if draft.direction == "next":
        return future[0]
    if draft.direction == "this":
        return _this(past[-1], future[0], reported)
    gap, wait = (reported - past[-1].upper).days, (future[0].lower - reported).days
    if draft.direction is None and gap > wait:
        raise ClaimError(
            f"the year is not stated: {past[-1].lower.year} or {future[0].lower.year}",
            repair="write the year",
        )
    return past[-1]


def _this(past: Span, future: Span, reported: date) -> Span:
    for span in (past, future):
        if reported.year in (span.lower.year, span.upper.year):
            return span
    raise ClaimError("the year is not stated", repair="write the year")


def _in_year(draft: Draft, year: int) -> Span | None:
    if draft.season is not None:
        return season_span(year, draft.season) if draft.season != 24 else _winter(year)
    if draft.day is None:
        return month_span(year, draft.month or 1)
    try:
        found = day(year, draft.month or 1, draft.day)
    except ClaimError:
        return None
    return Span(found, found)


def _winter(year: int) -> Span:
    """Of winters without a year only one may be meant: December to February."""
    return Span(date(year, 12, 1), month_span(year + 1, 2).upper)


def in_unit(draft: Draft, reported: date) -> Span:
    """Return "last month", and a day or a weekday of it.

    >>> in_unit(Draft(day=9, unit="month", unit_direction="this"), date(2021, 3, 28)).lower
    datetime.date(2021, 3, 9)
    """
    span = whole_unit(draft.unit or "month", draft.unit_direction or "this", reported, None)
    if draft.day is not None:
        if draft.unit != "month":
            raise ClaimError("a day without its month", repair="write the month")
        found = day(span.lower.year, span.lower.month, draft.day)
        return Span(found, found)
    if draft.weekday is not None and draft.unit == "week":
        days = [shifted(span.lower, n) for n in range((span.upper - span.lower).days + 1)]
        named = [one for one in days if one.weekday() == draft.weekday]
        return Span(named[0], named[-1])
    if draft.weekday is not None:
        raise ClaimError("a weekday without its week", repair="write the date")
    if (draft.part and draft.unit in {"day", "week"}) or (draft.week is not None and draft.unit != "month"):
        raise ClaimError(f"a part of a {draft.unit}", repair="write the date")
    return span
