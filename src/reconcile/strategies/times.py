"""Prevent tests from meeting whole days only: open bounds, months, moments with zones, spans and doubts vary too.

>>> from hypothesis import find
>>> print(find(periods(allow_spans=False), lambda p: p.known and p.approximate))
2000-01-01~
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.strategies.about import perhaps
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
    shapes = _shapes(allow_unknown=allow_unknown, allow_spans=allow_spans)
    times = _times(min_date, max_date) if allow_times else None
    found = _periods(shapes, _Range(min_date, max_date, st.dates(min_date, max_date), times))
    return found if allow_unknown else found.filter(lambda period: period.known)


Bounds = tuple[Moment | None, Moment | None]


class _Range(NamedTuple):
    """Where moments lie, and what draws them: days, and times of a day where those are allowed."""

    first: dt.date
    last: dt.date
    days: SearchStrategy[dt.date]
    times: SearchStrategy[dt.datetime] | None

    def moment(self, draw: DrawFn) -> Moment:
        """Draw a day or, as often, a time of a day."""
        return draw(self.times) if self.times is not None and draw(_FLAGS) else draw(self.days)

    def day(self, draw: DrawFn) -> dt.date:
        """Draw a day in as many steps as a moment: what takes fewer steps is taken for the simpler example."""
        moment = self.moment(draw)
        return moment.date() if isinstance(moment, dt.datetime) else moment

    def cut(self, span: tuple[dt.date, dt.date]) -> Bounds:
        """Return the part of a span of days that lies inside."""
        return max(span[0], self.first), min(span[1], self.last)


def _times(first: dt.date, last: dt.date) -> SearchStrategy[dt.datetime]:
    low, high = dt.datetime.combine(first, dt.time.min), dt.datetime.combine(last, dt.time.max)
    zones: SearchStrategy[Any] = st.sampled_from(_ZONES)
    return st.datetimes(low, high, timezones=zones)


def _at(draw: DrawFn, among: _Range) -> Bounds:
    moment = among.moment(draw)
    return moment, moment


def _month(draw: DrawFn, among: _Range) -> Bounds:
    day = among.day(draw)
    last = 31 if day.month == 12 else (day.replace(day=1, month=day.month + 1) - dt.timedelta(1)).day
    return among.cut((day.replace(day=1), day.replace(day=last)))


def _year(draw: DrawFn, among: _Range) -> Bounds:
    day = among.day(draw)
    return among.cut((day.replace(month=1, day=1), day.replace(month=12, day=31)))


def _between(draw: DrawFn, among: _Range) -> Bounds:
    one, other = among.moment(draw), among.moment(draw)
    low, high = ends(one, other)
    return (one, other) if low <= high else (other, one)


def _since(draw: DrawFn, among: _Range) -> Bounds:
    return among.moment(draw), None


def _until(draw: DrawFn, among: _Range) -> Bounds:
    return None, among.moment(draw)


def _unknown(draw: DrawFn, among: _Range) -> Bounds:  # noqa: ARG001 - nothing is drawn
    return None, None


Shape = Callable[[DrawFn, _Range], Bounds]
_WITHIN: tuple[Shape, ...] = (_at, _month, _year, _between, _since, _until)
_EDGES: SearchStrategy[Shape] = st.sampled_from([_unknown, _at, _between])
_PARTS = st.sampled_from([None, "early", "mid", "late"])
_FLAGS = st.booleans()


@cache
def _shapes(*, allow_unknown: bool, allow_spans: bool) -> SearchStrategy[Shape | None]:
    """Return how the bounds of a period are drawn; None, as often, for a span."""
    within = [*_WITHIN, _unknown] if allow_unknown else [*_WITHIN]
    return st.sampled_from([*within, *[None] * len(within)] if allow_spans else within)


@composite
def _periods(draw: DrawFn, shapes: SearchStrategy[Shape | None], among: _Range) -> Period:
    shape = draw(shapes)
    told = _span(draw, among) if shape is None else _within(draw, shape(draw, among))
    return Period(**told, approximate=draw(_FLAGS), uncertain=draw(_FLAGS), raw=perhaps(draw))


def _within(draw: DrawFn, bounds: Bounds) -> dict[str, Any]:
    return {"lower": bounds[0], "upper": bounds[1], "part": draw(_PARTS)}


def _span(draw: DrawFn, among: _Range) -> dict[str, Any]:
    """Draw a span whose start and end are each known, known to lie between two moments, or open."""
    first, second = (draw(_EDGES)(draw, among) for _ in range(2))
    (lower, starts_by), (ends_from, upper) = sorted_edges(first, second)
    return {"lower": lower, "starts_by": starts_by, "ends_from": ends_from, "upper": upper, "kind": "throughout"}


def sorted_edges(start: Bounds, stop: Bounds) -> tuple[Bounds, Bounds]:
    """Return the two ends of a span in the order in which its start does not come after its end.

    >>> sorted_edges((None, None), (dt.date(2020, 1, 1), dt.date(2020, 1, 1)))[0]
    (None, None)
    """
    if start[0] is None or stop[1] is None or ends(start[0], stop[1])[0] <= ends(start[0], stop[1])[1]:
        return start, stop
    return stop, start
