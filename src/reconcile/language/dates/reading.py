"""Prevent "late 2017" from becoming 1 January 2017: a date is read as the interval that its words allow."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple

Moment = date | datetime
Kind = Literal["within", "throughout"]
Part = Literal["early", "mid", "late"]


class DateReading(NamedTuple):
    """What a text states of a time.

    Attributes:
        lower: the first possible moment, inclusive; None where it is open or unknown.
        upper: the last possible moment, inclusive; None where it is open or unknown.
        approximate: the text says "about".
        uncertain: the text says "perhaps".
        kind: `within`, one time inside the bounds; or `throughout`, a span from its start to its end.
        part: `early`, `mid` or `late` of a month, a year or longer, where the text says so.
        starts_by: of a span, its latest possible start.
        ends_from: of a span, its earliest possible end.

    >>> DateReading(date(2018, 1, 1), date(2018, 12, 31)).kind
    'within'
    """

    lower: Moment | None
    upper: Moment | None
    approximate: bool = False
    uncertain: bool = False
    kind: Kind = "within"
    part: Part | None = None
    starts_by: Moment | None = None
    ends_from: Moment | None = None
