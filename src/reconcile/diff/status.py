"""Prevent silence from passing for agreement: an account's status is the sharpest thing that can be said of it.

>>> status_of([], [])
'silent'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reconcile.diff.model import Conflict, Kind, Position, Status
from reconcile.diff.statements import Statement
from reconcile.values import Period, Phase, Quantity
from reconcile.values.base import changed


def status_of(positions: Sequence[Position], conflicts: Sequence[Conflict]) -> Status:
    """Return the status of an account, denials aside.

    Args:
        positions: its positions.
        conflicts: conflicts and differences that oppose its statements to others.
    """
    if not positions:
        return "silent"
    kinds = {c.kind for c in conflicts} if conflicts else frozenset[Kind]()
    if kinds & {Kind.CONTRADICTION, Kind.DISCREPANCY, Kind.DENIAL}:
        return "contested"
    if Kind.REVISION in kinds:
        return "revised"
    if max([position.independent_voices for position in positions]) > 1:
        return "corroborated"
    several = len({voice for position in positions for voice in position.voices}) > 1
    return "agreed" if several and _comparable(positions) else "single-voice"


def _comparable(positions: Sequence[Position]) -> bool:
    """Whether it is known how the positions stand to each other; two that nobody can compare do not agree."""
    return len(positions) == 1 or all(
        one.entailed_by
        or any(one.value in other.entailed_by for other in positions)
        or (one.compatible_with and not isinstance(one.value, Phase))  # what is suspended has not agreed to be begun
        for one in positions
    )


def bounds_of(statements: Sequence[Statement]) -> Quantity | Period | None:
    """Return what all statements of an account together allow, derived, or None where nothing satisfies them all.

    Args:
        statements: the statements of one account, of quantities or of periods that mean one time.
    """
    if not isinstance(statements[0].bare, Quantity | Period):
        return None
    values = [one.bare for one in statements if one.claim.asserts]
    if values and all(isinstance(v, Quantity) for v in values):
        return _quantity(values)
    if values and all(isinstance(v, Period) and v.kind == "within" and v.known for v in values):
        return _period(values)
    return None


def _quantity(values: Sequence[Quantity]) -> Quantity | None:
    lows = [v.low for v in values if v.low is not None]
    highs = [v.high for v in values if v.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        return None
    plain = next((v for v in values if v.low == low and v.high == high and v.best is None and not v.approximate), None)
    if low is None and high is None:
        return None
    # Not checked again: what was legal in hours may be beyond the limit in seconds.
    return plain if plain is not None else changed(_BOUNDS, {"low": low, "high": high})


_BOUNDS = Quantity(low=0, high=0)


def _period(values: Sequence[Period]) -> Period | None:
    low, high = latest(values, end=0), earliest(values, end=1)
    return None if low.stated[0] > high.stated[1] else between(low, high)


def earliest(periods: Sequence[Period], *, end: Literal[0, 1]) -> Period:
    """Return the period of which one end is the first of all; of several such ones the first by its text.

    Args:
        periods: periods, at least one.
        end: 0 for where they begin, 1 for where they end.
    """
    if len(periods) == 1:
        return periods[0]
    edge = min([one.stated[end] for one in periods])
    found = _at(periods, edge, end)
    return found[0] if len(found) == 1 else min(found, key=str)


def latest(periods: Sequence[Period], *, end: Literal[0, 1]) -> Period:
    """Return the period of which one end is the last of all; of several such ones the last by its text.

    Args:
        periods: periods, at least one.
        end: 0 for where they begin, 1 for where they end.

    >>> print(latest([Period("2020"), Period("2020-01-01/2020-03-01")], end=0))
    2020-01-01/2020-03-01
    """
    if len(periods) == 1:
        return periods[0]
    edge = max([one.stated[end] for one in periods])
    found = _at(periods, edge, end)
    return found[0] if len(found) == 1 else max(found, key=str)


def _at(periods: Sequence[Period], edge: float, end: Literal[0, 1]) -> Sequence[Period]:
    """Return the periods that have an end there; one of them where all are equal, for its text takes a while."""
    found = [one for one in periods if one.stated[end] == edge]
    return found[:1] if all(one == found[0] for one in found[1:]) else found


def between(first: Period, last: Period) -> Period | None:
    """Return the time from the lower bound of one period to the upper one of another, None where neither is known.

    >>> print(between(Period("2020-10-13"), Period("2020")))
    2020-10-13/2020-12-31
    """
    if not (first.lower or last.upper):
        return None
    if first is last and _plain(first):
        return first if first.raw is None else changed(first, {"raw": None})
    return Period(lower=first.lower, upper=last.upper)


def _plain(period: Period) -> bool:
    """Whether a period says no more than its bounds, in whatever words."""
    extras = (period.part, period.starts_by, period.ends_from)
    return period.kind == "within" and not (period.approximate or period.uncertain or any(extras))


def frame_of_account(statements: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    """Return the parts of the frame that no statement of an account states otherwise or leaves out.

    Args:
        statements: the statements of one account, at least one.
    """
    if len(statements) == 1:
        return statements[0].frame.stated
    first = statements[0].frame
    frames = [first, *(one.frame for one in statements if one.frame != first)]
    every = [dict(frame.stated) for frame in frames]
    return tuple((name, text) for name, text in every[0].items() if all(name in frame for frame in every))
