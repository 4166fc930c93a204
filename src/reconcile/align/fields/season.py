"""Prevent the figures of January and February from being one event: what comes back is another event.

Two days that are known exactly and lie four weeks apart are seldom two tellings of one day; nor are two reports, ten
months apart, that do not say when. All that such claims share (wording, place, parties) two instances of one series
share too, so this weighs more than any one field gains. Where the two speak of two phases of one matter, or a day is
doubted, it says nothing.

>>> from reconcile.values import Period
>>> days = TimeColumn.of([Period("2023-01-03"), Period("2023-02-03"), Period("2023-02-05"), Period("2023-02")])
>>> column = SeasonColumn(days, lambda name: [None] * 4)
>>> column.compare(np.array([0, 1, 0]), np.array([1, 2, 3])).similarity.tolist()
[0.0, nan, nan]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from reconcile.align.arrays import MISSING, Bools, Floats, Ints, encode
from reconcile.align.fields.base import Compared, nothing
from reconcile.align.fields.joint import Joint
from reconcile.align.fields.times import TimeColumn
from reconcile.values import Period

FIELD, KIND = "another time", "season"
WEEKS, YEAR = 28.0, 300.0
DAY = 1.0


class SeasonColumn(Joint):
    """Which claims are of another time.

    Args:
        when: the days of each claim, and of its report.
        values: returns the values of a field of the claims, by its name; asked for phases and for doubted days.
    """

    def __init__(self, when: TimeColumn, values: Callable[[str], Sequence[Any]]) -> None:
        self._when, self._values = when, values

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._when.low)

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:  # noqa: ARG002 - nothing is shared
        """Return 0 for pairs of another time; NaN, no evidence, for all others."""
        low, high = self._exact
        found = _apart(low, high, a, b) >= WEEKS
        if self._when.told is not None:
            found |= _apart(*self._told, a, b) >= YEAR
        if not found.any():
            return Compared(nothing(len(a)), nothing(len(a)))
        phase, doubted = self._facts
        rows = np.flatnonzero(found)
        left, right = a[rows], b[rows]
        moved = (phase[left] != phase[right]) & (phase[left] != MISSING) & (phase[right] != MISSING)
        found[rows] = ~(moved | doubted[left] | doubted[right])
        return Compared(np.where(found, 0.0, np.nan), nothing(len(a)))

    @cached_property
    def _exact(self) -> tuple[Floats, Floats]:
        """The days of the claims that know theirs exactly."""
        low, high = self._when.low, self._when.high
        exact = np.isfinite(low) & np.isfinite(high) & (high <= low + DAY)
        return np.where(exact, low, np.nan), np.where(exact, high, np.nan)

    @cached_property
    def _told(self) -> tuple[Floats, Floats]:
        """The days of reports of claims that do not say when; those of all others are unknown."""
        told = self._when.told
        low, high = (told.low, told.high) if told is not None else (nothing(self.size),) * 2
        silent = np.isnan(self._when.low)
        return np.where(silent, low, np.nan), np.where(silent, high, np.nan)

    @cached_property
    def _facts(self) -> tuple[Ints, Bools]:
        doubted = [isinstance(one, Period) and one.uncertain for one in self._values("when")]
        return encode(self._values("phase"))[0], np.array(doubted, dtype=np.bool_)

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return 0 or None for one pair, slowly."""
        if not self._other_time(a, b):
            return None, None
        one, two = (self._values("phase")[row] for row in (a, b))
        days = [self._values("when")[row] for row in (a, b)]
        if (None not in (one, two) and one != two) or any(isinstance(d, Period) and d.uncertain for d in days):
            return None, None
        return 0.0, None

    def _other_time(self, a: int, b: int) -> bool:
        """Whether known days lie weeks apart or, of claims that do not say when, reports most of a year."""
        spans = [(float(self._when.low[row]), float(self._when.high[row])) for row in (a, b)]
        if all(high <= low + DAY for low, high in spans):
            return _gap(*spans) >= WEEKS
        told = self._when.told
        if told is None or not all(np.isnan(low) for low, _ in spans):
            return False
        return _gap(*((float(told.low[row]), float(told.high[row])) for row in (a, b))) >= YEAR


def _apart(low: Floats, high: Floats, a: Ints, b: Ints) -> Floats:
    """Return the days between two periods, below 0 where they meet; NaN where one is unknown."""
    return np.maximum(low[a] - high[b], low[b] - high[a])


def _gap(one: tuple[float, float], two: tuple[float, float]) -> float:
    return max(one[0] - two[1], two[0] - one[1])
