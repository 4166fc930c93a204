"""Prevent dates, times and zones from being compared as if they were one precision: every bound becomes a number.

>>> import datetime as dt
>>> ends(dt.date(2020, 1, 1), dt.date(2020, 1, 1))[1] - ends(dt.date(2020, 1, 1), None)[0] + 1 == DAY
True
"""

from __future__ import annotations

import datetime as dt
import math
from functools import lru_cache

Span = tuple[float, float]
DAY = 24 * 60 * 60 * 1_000_000
HOUR = DAY // 24


@lru_cache(maxsize=1 << 14)
def ends(lower: dt.date | None, upper: dt.date | None) -> Span:
    """Return first and last microsecond of a period; a missing bound is infinite.

    Args:
        lower: first day or moment. A moment with a zone counts in UTC, one without as it stands.
        upper: last day (its last microsecond) or moment.

    >>> ends(None, None)
    (-inf, inf)
    """
    low = -math.inf if lower is None else _start(lower)
    if upper is None:
        return low, math.inf
    return low, _start(upper) if isinstance(upper, dt.datetime) else _start(upper) + DAY - 1


def _start(moment: dt.date) -> int:
    days = moment.toordinal() * DAY
    if not isinstance(moment, dt.datetime):
        return days
    clock = ((moment.hour * 60 + moment.minute) * 60 + moment.second) * 1_000_000 + moment.microsecond
    offset = moment.utcoffset()
    return days + clock - (offset // dt.timedelta(microseconds=1) if offset else 0)


def zone_room(a_zoned: bool, b_zoned: bool) -> tuple[int, int]:  # noqa: FBT001 - two sides of one comparison
    """Return how far a period may move against another whose zone is known while its own is not, or the other way.

    Args:
        a_zoned: whether the zone of the first is known.
        b_zoned: whether the zone of the second is known.

    Returns:
        Microseconds that the first may lie later, and earlier, than it seems. Zones run from −12 to +14 hours.

    >>> zone_room(True, True), zone_room(False, False)
    ((0, 0), (0, 0))
    """
    if a_zoned == b_zoned:
        return 0, 0
    return (14 * HOUR, 12 * HOUR) if a_zoned else (12 * HOUR, 14 * HOUR)


def widened(span: Span) -> Span:
    """Return `span` wider on both sides by its own length, at least an hour: what "about" allows.

    >>> widened((0, DAY - 1)) == (-DAY, 2 * DAY - 1)
    True
    """
    low, high = span
    width = high - low + 1
    room = width if HOUR <= width < math.inf else HOUR if width < HOUR else DAY
    return low - room, high + room


def overlap_gap(a: Span, b: Span) -> float:
    """Return the microseconds between two spans, 0 where they meet.

    >>> overlap_gap((0, 1), (5, 9))
    4
    """
    return max(0, a[0] - b[1], b[0] - a[1])
