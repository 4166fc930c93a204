"""Prevent "2020-10-01/2020-10-31" from being all a reader is told: periods are said as a newspaper would.

>>> from reconcile.values import Period
>>> date_words(Period("2020-10-13")), date_words(Period("2020-10"))
('13 October 2020', 'October 2020')
"""

from __future__ import annotations

import calendar
import datetime as dt

from reconcile.report.words import named
from reconcile.values import Period

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def date_words(period: Period | None) -> str:
    """Return a period in words, or what was written where its bounds are unknown.

    Args:
        period: a time or a span; None is "undated".

    >>> from reconcile.values import Period
    >>> date_words(Period(upper="2013-12-31")), date_words(Period("2020-01-05", "2020-02-01"))
    ('2013 or earlier', 'between 5 January and 1 February 2020')
    """
    if period is None:
        return "undated"
    if not period.known:
        return f"“{named(period.raw)}”, date not known" if period.raw else "undated"
    words = _span(period) if period.kind == "throughout" else _within(period)
    return f"{'about ' if period.approximate else ''}{words}{' (uncertain)' if period.uncertain else ''}"


def _within(period: Period) -> str:
    low, high = period.lower, period.upper
    if low is None or high is None:
        return f"{_last(high)} or earlier" if high is not None else f"{_first(low)} or later"
    whole = _whole(low, high)
    if whole is not None:
        return whole
    if period.part is not None and low.year == high.year:
        return f"{period.part} {_month(low) if _same_month(low, high) else low.year}"
    return f"between {_from_to(low, high)}"


def _span(period: Period) -> str:
    start, end = _edge(period.lower, period.starts_by), _edge(period.ends_from, period.upper)
    if start and end:
        return f"from {start} to {end}"
    return f"since {start}" if start else f"until {end}"


def _edge(low: dt.date | None, high: dt.date | None) -> str:
    if low is None or high is None:
        return _moment(low if high is None else high)
    return _whole(low, high) or f"between {_from_to(low, high)}"


def _whole(low: dt.date, high: dt.date) -> str | None:
    """Return the day, month or year that two bounds enclose exactly, if they do."""
    if low == high:
        return _moment(low)
    if isinstance(low, dt.datetime) or isinstance(high, dt.datetime) or low.day != 1 or not _ends_month(high):
        return None
    if _same_month(low, high):
        return _month(low)
    return str(low.year) if low.year == high.year and (low.month, high.month) == (1, 12) else None


def _first(low: dt.date | None) -> str:
    """Return the year that begins with this day, or the day."""
    if low is None or isinstance(low, dt.datetime) or (low.month, low.day) != (1, 1):
        return _moment(low)
    return str(low.year)


def _last(high: dt.date) -> str:
    """Return the year or month that ends with this day, or the day."""
    if isinstance(high, dt.datetime) or not _ends_month(high):
        return _moment(high)
    return str(high.year) if high.month == 12 else _month(high)


def _ends_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _from_to(low: dt.date, high: dt.date) -> str:
    first = _moment(low)
    if not isinstance(low, dt.datetime) and not isinstance(high, dt.datetime) and low.year == high.year:
        first = str(low.day) if _same_month(low, high) else f"{low.day} {_MONTHS[low.month]}"
    return f"{first} and {_moment(high)}"


def _same_month(low: dt.date, high: dt.date) -> bool:
    return (low.year, low.month) == (high.year, high.month)


def _month(day: dt.date) -> str:
    return f"{_MONTHS[day.month]} {day.year}"


def _moment(moment: dt.date | None) -> str:
    if moment is None:
        return ""
    day = f"{moment.day} {_month(moment)}"
    if not isinstance(moment, dt.datetime):
        return day
    clock = f"{moment:%H:%M:%S}".removesuffix(":00")
    return f"{day}, {clock}{_zone(moment)}"


def _zone(moment: dt.datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return f" UTC{moment:%z}" if offset else " UTC"
