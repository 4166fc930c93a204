"""Prevent tests from meeting whole days only: open bounds, months, moments with zones, spans and doubts vary too.

>>> from hypothesis import find
>>> print(find(periods(allow_spans=False), lambda p: p.known and p.approximate))
2000-01-01~
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from reconcile.strategies.about import words
from reconcile.strategies.arguments import check_between, check_type
from reconcile.values import Period
from reconcile.values.moments import ends

Moment = dt.date | dt.datetime
_ZONES = (None, dt.UTC, dt.timezone(dt.timedelta(hours=3)), dt.timezone(-dt.timedelta(hours=5, minutes=30)))


def periods(
    *,
    min_date: dt.date = dt.date.min,
    max_date: dt.date = dt.date.max,
    allow_times: bool = True,
    allow_unknown: bool = True,
    allow_spans: bool = True,
) -> SearchStrategy[Period]:
    """Return `Period`s: days, months, years, intervals, open and unknown bounds, moments, and spans.

    Args:
        min_date: the first day of any bound.
        max_date: the last day of any bound.
        allow_times: whether bounds may be moments, with and without a zone.
        allow_unknown: whether a period may have no bound at all.
        allow_spans: whether a period may be `throughout`.

    Raises:
        InvalidArgument: a date is none, the dates are reversed, or a switch is not True or False.

    >>> from hypothesis import find
    >>> print(find(periods(allow_unknown=False), lambda p: True))
    2000-01-01
    """
    for name, day in (("min_date", min_date), ("max_date", max_date)):
        if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
            raise InvalidArgument(f"{name}={day!r} is not a date (give a datetime.date)")
    check_between(min_date, max_date, low_name="min_date", high_name="max_date")
    switches = {"allow_times": allow_times, "allow_unknown": allow_unknown, "allow_spans": allow_spans}
    for name, switch in switches.items():
        check_type(switch, bool, name)
    moments = _moments(min_date, max_date, allow_times=allow_times)
    bounds = _bounds(moments, min_date, max_date)
    found = _periods(bounds | st.just((None, None)) if allow_unknown else bounds)
    spans = _spans(moments) if allow_unknown else _spans(moments).filter(lambda span: span.known)
    return found | spans if allow_spans else found


def _moments(first: dt.date, last: dt.date, *, allow_times: bool) -> SearchStrategy[Moment]:
    days = st.dates(first, last)
    if not allow_times:
        return days
    low, high = dt.datetime.combine(first, dt.time.min), dt.datetime.combine(last, dt.time.max)
    zones: SearchStrategy[Any] = st.sampled_from(_ZONES)
    return days | st.datetimes(low, high, timezones=zones)


Bounds = tuple[Moment | None, Moment | None]


def _bounds(moments: SearchStrategy[Moment], first: dt.date, last: dt.date) -> SearchStrategy[Bounds]:
    days = st.dates(first, last)
    return st.one_of(
        moments.map(lambda m: (m, m)),
        days.map(lambda day: _within(_month(day), first, last)),
        days.map(lambda day: _within((day.replace(month=1, day=1), day.replace(month=12, day=31)), first, last)),
        st.tuples(moments, moments).map(_in_order),
        moments.map(lambda m: (m, None)),
        moments.map(lambda m: (None, m)),
    )


def _month(day: dt.date) -> tuple[dt.date, dt.date]:
    last = 31 if day.month == 12 else (day.replace(day=1, month=day.month + 1) - dt.timedelta(1)).day
    return day.replace(day=1), day.replace(day=last)


def _within(span: tuple[dt.date, dt.date], first: dt.date, last: dt.date) -> Bounds:
    return max(span[0], first), min(span[1], last)


def _in_order(two: tuple[Moment, Moment]) -> tuple[Moment, Moment]:
    low, high = ends(*two)
    return two if low <= high else (two[1], two[0])


def _periods(bounds: SearchStrategy[Bounds]) -> SearchStrategy[Period]:
    part = st.sampled_from([None, "early", "mid", "late"])
    return st.builds(_period, bounds, part, _said())


def _period(bounds: Bounds, part: str | None, said: dict[str, Any]) -> Period:
    return Period(lower=bounds[0], upper=bounds[1], part=part, **said)


def _spans(moments: SearchStrategy[Moment]) -> SearchStrategy[Period]:
    """Return spans whose start and end are each known, known to lie between two moments, or open."""
    edge = st.just((None, None)) | moments.map(lambda m: (m, m)) | st.tuples(moments, moments).map(_in_order)
    return st.builds(_span, edge, edge, _said())


def _span(first: Bounds, second: Bounds, said: dict[str, Any]) -> Period:
    (lower, starts_by), (ends_from, upper) = sorted_edges(first, second)
    return Period(lower=lower, starts_by=starts_by, ends_from=ends_from, upper=upper, kind="throughout", **said)


def sorted_edges(start: Bounds, stop: Bounds) -> tuple[Bounds, Bounds]:
    """Return the two ends of a span in the order in which its start does not come after its end.

    >>> sorted_edges((None, None), (dt.date(2020, 1, 1), dt.date(2020, 1, 1)))[0]
    (None, None)
    """
    if start[0] is None or stop[1] is None or ends(start[0], stop[1])[0] <= ends(start[0], stop[1])[1]:
        return start, stop
    return stop, start


def _said() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"approximate": st.booleans(), "uncertain": st.booleans(), "raw": st.none() | words()})
