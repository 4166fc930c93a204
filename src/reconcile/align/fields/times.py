"""Prevent "October" from standing eighteen days away from "31 October": precision counts.

>>> import numpy as np
>>> from reconcile.values import Period
>>> column = TimeColumn.of([Period("2020-10-13"), Period("2020-10-15"), Period("2020-10"), None])
>>> column.compare(np.array([0, 0, 0]), np.array([1, 2, 3])).similarity.round(2).tolist()
[0.33, 0.1, nan]
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.align.arrays import DIGITS, Floats, Ints, Lists, settled
from reconcile.align.fields.base import Compared, Tally
from reconcile.values import Period
from reconcile.values.moments import DAY

VAGUE = 9.0
FOREVER = 4_000_000


@dataclass(frozen=True)
class TimeColumn:
    """The first and last day of each claim, counted from year 1; NaN unknown, infinite open.

    Args:
        low: first day.
        high: last day.
    """

    low: Floats
    high: Floats

    @classmethod
    def of(cls, values: Sequence[Period | None]) -> TimeColumn:
        """Return the column of periods."""
        ends = [value.compared if value is not None and value.known else None for value in values]
        low = [math.nan if end is None else _day(end[0]) for end in ends]
        high = [math.nan if end is None else _day(end[1]) for end in ends]
        return cls(np.array(low, dtype=np.float64), np.array(high, dtype=np.float64))

    @property
    def tally(self) -> Tally:
        """Times have no frequencies."""
        return Tally(0, {})

    def compare(self, a: Ints, b: Ints) -> Compared:
        """Return 1 / (1 + days apart + the wider one's vagueness), NaN where one is unknown."""
        apart = np.maximum(0.0, np.maximum(self.low[a] - self.high[b], self.low[b] - self.high[a]))
        width = np.maximum(self.high[a] - self.low[a], self.high[b] - self.low[b])
        vague = np.minimum(VAGUE, width / 3.0)
        return Compared(settled(1.0 / (1.0 + apart + vague)), np.full(len(a), np.nan))

    def keys(self) -> Lists:
        """Return none: a day alone is no reason to compare two claims."""
        return Lists(np.zeros(len(self.low) + 1, dtype=np.int64), np.zeros(0, dtype=np.int64))

    def key_names(self) -> Sequence[str]:
        """Return none."""
        return ()

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return the similarity of two rows, slowly; no day is rarer than another."""
        (low, high), (low_2, high_2) = ((float(self.low[i]), float(self.high[i])) for i in (a, b))
        if math.isnan(low) or math.isnan(low_2):
            return None, None
        apart = max(0.0, low - high_2, low_2 - high)
        width = max(high - low, high_2 - low_2)
        vague = min(VAGUE, width / 3.0)
        return round(1.0 / (1.0 + apart + vague), DIGITS), None

    def days(self) -> tuple[Ints, Ints]:
        """Return the first and last day of each row as whole numbers; unknown and open ends reach everywhere."""
        low = np.nan_to_num(self.low, nan=0, neginf=0, posinf=FOREVER)
        high = np.nan_to_num(self.high, nan=FOREVER, neginf=0, posinf=FOREVER)
        return np.clip(low, 0, FOREVER).astype(np.int64), np.clip(high, 0, FOREVER).astype(np.int64)


def _day(moment: float) -> float:
    """Return the day of a moment; whole numbers are divided as such, since a float cannot hold a microsecond."""
    return moment if math.isinf(moment) else float(moment // DAY)
