"""Prevent ten minutes on a timetable from being a contradiction: a field may say how far values may differ.

>>> from reconcile import Disputed, Quantity
>>> within_tolerance(Quantity(100), Quantity(95), Disputed(rel_tol=0.1))
True
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from reconcile.claims import Disputed
from reconcile.values import Period, Quantity
from reconcile.values.moments import overlap_gap

_SECOND = 1_000_000


def within_tolerance(a: Any, b: Any, disputed: Disputed) -> bool:  # noqa: ANN401 - any value of a user's class
    """Return whether two values lie within the tolerance of their field.

    Args:
        a: a value.
        b: another of the same type; types without a distance are never within tolerance.
        disputed: the field's tolerance. Of numbers: gap ≤ max(abs_tol, rel_tol × larger absolute bound); of times:
            the gap is at most `abs_tol`.
    """
    if not (disputed.rel_tol or disputed.abs_tol):
        return False
    return isinstance(a, _MEASURED) and isinstance(b, _MEASURED) and _within(a, b, disputed)  # pyright: ignore[reportArgumentType] - frozen models hash


_MEASURED = Quantity | int | float | Period | dt.date


@lru_cache(maxsize=1 << 14)
def _within(a: Any, b: Any, disputed: Disputed) -> bool:  # noqa: ANN401 - a type with a distance
    """Two values meet once for each pair of sources that state them: the answer is kept."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _near(a.compared, b.compared, disputed)
    if isinstance(a, int | float) and isinstance(b, int | float):
        return _near((a, a), (b, b), disputed)
    if isinstance(a, Period) and isinstance(b, Period):
        return _soon(a, b, disputed)
    if isinstance(a, dt.date) and isinstance(b, dt.date):
        return _soon(Period(a), Period(b), disputed)
    return False


def _near(a: tuple[float, float], b: tuple[float, float], disputed: Disputed) -> bool:
    gap = overlap_gap(a, b)
    bounds = [abs(x) for x in (*a, *b) if abs(x) != float("inf")]
    room = disputed.abs_tol if not isinstance(disputed.abs_tol, dt.timedelta) else 0.0
    return gap <= max(room, disputed.rel_tol * max(bounds, default=0.0))


def _soon(a: Period, b: Period, disputed: Disputed) -> bool:
    room = disputed.abs_tol
    if not isinstance(room, dt.timedelta) or not (a.known and b.known):
        return False
    if a.kind == b.kind == "throughout":
        return False
    a_low, b_low = a.stated[0], b.stated[0]
    exact = isinstance(a.lower, dt.datetime) and isinstance(b.lower, dt.datetime)
    gap = abs(a_low - b_low) if exact else overlap_gap(a.compared, b.compared)
    return gap <= room.total_seconds() * _SECOND
