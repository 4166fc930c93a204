"""Prevent two languages from telling one period as two: its shape is worked out once, each language has the phrases.

>>> from reconcile.report.dates import ENGLISH
>>> from reconcile.values import Period
>>> period_words(Period("2020-10"), ENGLISH)
'October 2020'
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reconcile.values import Period


class Phrases(NamedTuple):
    """How a language tells periods; `{}` stands for dates, in the order in which the words are said.

    Attributes:
        months: names of the months; the first, at 0, is empty.
        parts: words for the early, middle and late part of a month or year.
        undated: no date is said.
        unread: what was written is shown, and that it says no known date.
        about, uncertain, earlier, later, part: a date, so qualified; `part` takes the part first.
        between, since, until, span: one of the days from here to there; and lasting so.
        edge: the start or end of a span, itself between two days.
        both: two days, joined.
        clock: a day, then the time on it.
        zone: the offset from UTC of a time.
        quoted: shows words of a source.
        clocked: shows a time of day or an offset.
    """

    months: tuple[str, ...]
    parts: Mapping[str, str]
    undated: str
    unread: str
    about: str
    uncertain: str
    earlier: str
    later: str
    part: str
    between: str
    since: str
    until: str
    span: str
    edge: str
    both: str
    clock: str
    zone: str
    quoted: Callable[[str], str]
    clocked: Callable[[str], str]


def period_words(period: Period | None, phrases: Phrases) -> str:
    """Return a period in words, or what was written where its bounds are unknown.

    Args:
        period: a time or a span; None is told as undated.
        phrases: the language.
    """
    if period is None:
        return phrases.undated
    if not period.known:
        return phrases.unread.format(phrases.quoted(period.raw)) if period.raw else phrases.undated
    words = _span(period, phrases) if period.kind == "throughout" else _within(period, phrases)
    words = phrases.about.format(words) if period.approximate else words
    return phrases.uncertain.format(words) if period.uncertain else words


def _within(period: Period, said: Phrases) -> str:
    low, high = period.lower, period.upper
    if low is None or high is None:
        return said.earlier.format(_last(high, said)) if high is not None else said.later.format(_first(low, said))
    whole = _whole(low, high, said)
    if whole is not None:
        return whole
    if period.part is not None and low.year == high.year:
        return said.part.format(said.parts[period.part], _month(low, said) if _same_month(low, high) else low.year)
    return said.between.format(_from_to(low, high, said))


def _span(period: Period, said: Phrases) -> str:
    start, end = _edge(period.lower, period.starts_by, said), _edge(period.ends_from, period.upper, said)
    if start and end:
        return said.span.format(start, end)
    return said.since.format(start) if start else said.until.format(end)


def _edge(low: dt.date | None, high: dt.date | None, said: Phrases) -> str:
    if low is None or high is None:
        return _moment(low if high is None else high, said)
    return _whole(low, high, said) or said.edge.format(_from_to(low, high, said))


def _whole(low: dt.date, high: dt.date, said: Phrases) -> str | None:
    """Return the day, month or year that two bounds enclose exactly, if they do."""
    if low == high:
        return _moment(low, said)
    if isinstance(low, dt.datetime) or isinstance(high, dt.datetime) or low.day != 1 or not _ends_month(high):
        return None
    if _same_month(low, high):
        return _month(low, said)
    return str(low.year) if low.year == high.year and (low.month, high.month) == (1, 12) else None


def _first(low: dt.date | None, said: Phrases) -> str:
    """Return the year that begins with this day, or the day."""
    if low is None or isinstance(low, dt.datetime) or (low.month, low.day) != (1, 1):
        return _moment(low, said)
    return str(low.year)


def _last(high: dt.date, said: Phrases) -> str:
    """Return the year or month that ends with this day, or the day."""
    if isinstance(high, dt.datetime) or not _ends_month(high):
        return _moment(high, said)
    return str(high.year) if high.month == 12 else _month(high, said)


def _ends_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _from_to(low: dt.date, high: dt.date, said: Phrases) -> str:
    first = _moment(low, said)
    if not isinstance(low, dt.datetime) and not isinstance(high, dt.datetime) and low.year == high.year:
        first = str(low.day) if _same_month(low, high) else f"{low.day} {said.months[low.month]}"
    return said.both.format(first, _moment(high, said))


def _same_month(low: dt.date, high: dt.date) -> bool:
    return (low.year, low.month) == (high.year, high.month)


def _month(day: dt.date, said: Phrases) -> str:
    return f"{said.months[day.month]} {day.year}"


def _moment(moment: dt.date | None, said: Phrases) -> str:
    if moment is None:
        return ""
    day = f"{moment.day} {_month(moment, said)}"
    if not isinstance(moment, dt.datetime):
        return day
    clock = said.clocked(f"{moment:%H:%M:%S}".removesuffix(":00"))
    return f"{said.clock.format(day, clock)}{_zone(moment, said)}"


def _zone(moment: dt.datetime, said: Phrases) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return said.zone.format(said.clocked(f"UTC{moment:%z}" if offset else "UTC"))
