"""Prevent a month from ending on the 30th: the bounds of every unit of the calendar are made here.

>>> month_span(2024, 2).upper, third(year_span(2017), "late").lower
(datetime.date(2024, 2, 29), datetime.date(2017, 9, 1))
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from reconcile.errors import ClaimError

_DAY = timedelta(days=1)


class Span(NamedTuple):
    """The first and the last day of something, inclusive."""

    lower: date
    upper: date


def checked_year(year: int) -> int:
    """Return `year` if the calendar has it.

    >>> checked_year(0)
    Traceback (most recent call last):
        ...
    reconcile.errors.ClaimError: the year 0 is outside 1 to 9999 (give a year of that range)
    """
    if not 1 <= year <= 9999:
        raise ClaimError(f"the year {year} is outside 1 to 9999", repair="give a year of that range")
    return year


def day(year: int, month: int, number: int) -> date:
    """Return a day of the calendar.

    Raises:
        ClaimError: if the calendar has no such day.

    >>> day(2019, 2, 28)
    datetime.date(2019, 2, 28)
    """
    try:
        return date(checked_year(year), month, number)
    except ValueError as error:
        if isinstance(error, ClaimError):
            raise
        raise ClaimError(f"there is no day {year:04}-{month:02}-{number:02}", repair="check the date") from None


@cache
def month_span(year: int, month: int) -> Span:
    """Return the first and the last day of a month.

    >>> month_span(2020, 10).upper.day
    31
    """
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_span(year: int, last: int | None = None) -> Span:
    """Return the first and the last day of a year, or of the years up to `last`.

    >>> year_span(1990, 1999).upper
    datetime.date(1999, 12, 31)
    """
    return Span(date(checked_year(year), 1, 1), date(checked_year(last or year), 12, 31))


def months_span(year: int, first: int, last: int) -> Span:
    """Return the span of some months of one year.

    >>> months_span(2014, 6, 8).upper
    datetime.date(2014, 8, 31)
    """
    return Span(month_span(year, first).lower, month_span(year, last).upper)


def season_span(year: int, season: int) -> Span:
    """Return the bounds of a season or another part of a year, by its EDTF code.

    Winter (24) of a year may be its first months or its last ones and the next year's first: both are inside.
    Codes 25–28 are the north's seasons, 29–32 the south's, 33–36 quarters, 37–39 thirds, 40 and 41 halves.

    Args:
        year: the year.
        season: 21 to 41, as ISO 8601-2 numbers them.

    >>> season_span(2014, 24)
    Span(lower=datetime.date(2014, 1, 1), upper=datetime.date(2015, 2, 28))
    """
    checked_year(year)
    if season in (24, 28, 30):
        return Span(month_span(year, 1).lower, month_span(checked_year(year + 1), 2).upper)
    return months_span(year, *_MONTHS_OF_SEASON[season])


_MONTHS_OF_SEASON = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 25: (3, 5), 26: (6, 8), 27: (9, 11), 29: (9, 11), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


def third(span: Span, part: str) -> Span:
    """Return the early, mid or late third of a month, a year, a decade or a century.

    Days 1–10, 11–20, 21–end; months 1–4, 5–8, 9–12; years 0–3, 4–6, 7–9; years 1–33, 34–66, 67–100.

    Args:
        span: a whole month, year, decade or century.
        part: `early`, `mid` or `late`.

    >>> third(month_span(2014, 6), "late").lower
    datetime.date(2014, 6, 21)
    """
    lower, upper = span
    index = ("early", "mid", "late").index(part)
    years = upper.year - lower.year + 1
    if years == 1 and lower.month == upper.month and (upper - lower).days > 25:
        first, last = ((1, 10), (11, 20), (21, upper.day))[index]
        return Span(lower.replace(day=first), lower.replace(day=last))
    if years == 1 and (upper - lower).days > 360:
        return months_span(lower.year, *((1, 4), (5, 8), (9, 12))[index])
    if years in (10, 100):
        steps = ((0, 3), (4, 6), (7, 9)) if years == 10 else ((0, 32), (33, 65), (66, 99))
        first, last = steps[index]
        return year_span(lower.year + first, lower.year + last)
    return _days_third(span, index)


def _days_third(span: Span, index: int) -> Span:
    """The third of any other span (a Hijri month, a season) by days."""
    days = (span.upper - span.lower).days + 1
    first = span.lower + _DAY * (days * index // 3)
    last = span.lower + _DAY * (days * (index + 1) // 3 - 1)
    return Span(first, last)


def day_before(moment: date) -> date:
    """Return the day before.

    Raises:
        ClaimError: before the first day of the calendar.

    >>> day_before(date(2014, 1, 1))
    datetime.date(2013, 12, 31)
    """
    return shifted(moment, -1)


def shifted(moment: date, days: int) -> date:
    """Return the day so many days later.

    >>> shifted(date(2014, 1, 1), 1)
    datetime.date(2014, 1, 2)
    """
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        raise ClaimError("the date is outside the years 1 to 9999", repair="give a date of that range") from None
