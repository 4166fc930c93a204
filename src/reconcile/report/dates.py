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
    >>> date_words(Period(lower=None, upper="2013-12-31")), date_words(Period("2020-01-05", "2020-02-01"))
    ('until 31 December 2013', 'between 5 January and 1 February 2020')
    """
    if period is None:
        return "undated"
    if not period.known:
        return f"“{named(period.raw)}” (date not known)" if period.raw else "undated"
    words = _span(period) if period.kind == "throughout" else _within(period)
    return f"{'about ' if period.approximate else ''}{words}{' (uncertain)' if period.uncertain else ''}"


def _within(period: Period) -> str:
    low, high = period.lower, period.upper
    if low is None or high is None:
        return f"until {_moment(high)}" if high is not None else f"{_moment(low)} or later"
    whole = _whole(low, high)
    if whole is not None:
        return whole
    if period.part is not None and _same_month(low, high):
        return f"{period.part} {_month(low)}"
    if period.part is not None and low.year == high.year:
        return f"{period.part} {low.year}"
    return f"between {_from_to(low, high, 'and')}"


def _span(period: Period) -> str:
    start, end = _edge(period.lower, period.starts_by), _edge(period.ends_from, period.upper)
    if start and end:
        return f"from {start} to {end}"
    return f"since {start}" if start else f"until {end}"


def _edge(low: dt.date | None, high: dt.date | None) -> str:
    if low is None or high is None:
        return _moment(low if high is None else high)
    return _whole(low, high) or f"between {_from_to(low, high, 'and')}"


def _whole(low: dt.date, high: dt.date) -> str | None:
    """Return the day, month or year that two bounds enclose exactly, if they do."""
    if low == high:
        return _moment(low)
    if isinstance(low, dt.datetime) or isinstance(high, dt.datetime):
        return None
    if _same_month(low, high) and (low.day, high.day) == (1, calendar.monthrange(low.year, low.month)[1]):
        return _month(low)
    if low.year == high.year and (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return str(low.year)
    return None


def _from_to(low: dt.date, high: dt.date, word: str) -> str:
    first = _moment(low)
    if not isinstance(low, dt.datetime) and low.year == high.year:
        first = str(low.day) if _same_month(low, high) else f"{low.day} {_MONTHS[low.month]}"
    return f"{first} {word} {_moment(high)}"


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
    return f"{day}, {moment:%H:%M}{_zone(moment)}"


def _zone(moment: dt.datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return " UTC" if not offset else f" UTC{moment:%z}"
