"""Prevent "15 رمضان 1442" from being 15 May: Hijri dates are turned by the Umm al-Qura calendar (1343–1500 AH).

Where the month began by sighting, the day may be one off; the bounds are those of the calendar.

>>> hijri_span(1442, 9, 15).lower
datetime.date(2021, 4, 27)
"""

from __future__ import annotations

from datetime import date

from reconcile.errors import ClaimError
from reconcile.language.dates.spans import Span, shifted

_FIRST, _LAST = 1343, 1500


def hijri_span(year: int, month: int | None, number: int | None) -> Span:
    """Return the Gregorian days of a Hijri day, month or year.

    Raises:
        ClaimError: outside 1343–1500 AH, or where the calendar has no such day.

    >>> hijri_span(1442, 9, None).upper
    datetime.date(2021, 5, 12)
    """
    if number is not None and month is None:
        raise ClaimError("a day without its month", repair="write the month")
    lower = _gregorian(year, month or 1, number or 1)
    if number is not None:
        return Span(lower, lower)
    next_year, next_month = (year + 1, 1) if month in (None, 12) else (year, month + 1)
    if next_year > _LAST:
        return Span(lower, date(2077, 11, 16))
    return Span(lower, shifted(_gregorian(next_year, next_month, 1), -1))


def _gregorian(year: int, month: int, number: int) -> date:
    from hijridate import Hijri

    if not _FIRST <= year <= _LAST:
        raise ClaimError(f"the Hijri year {year} is outside {_FIRST} to {_LAST}", repair="give the Gregorian date")
    try:
        turned = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        raise ClaimError(f"there is no day {number} in month {month} of {year} AH", repair="check the date") from None
    return date(turned.year, turned.month, turned.day)


def last_hijri(month: int, number: int | None, reported: date, *, strictly: bool) -> Span:
    """Return the last such month or day that began by the day of the report.

    Raises:
        ClaimError: where the calendar does not reach.

    >>> last_hijri(9, None, date(2021, 6, 1), strictly=False).lower
    datetime.date(2021, 4, 13)
    """
    guess = int((reported.year - 622) * 1.0307) + 2
    for year in range(min(guess, _LAST), max(guess - 6, _FIRST - 1), -1):
        try:
            span = hijri_span(year, month, number)
        except ClaimError:
            continue
        if span.lower <= reported and not (strictly and span.upper >= reported):
            return span
    raise ClaimError("the Hijri year is not stated", repair="write the year")
