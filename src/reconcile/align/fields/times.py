"""Prevent "October" from standing eighteen days away from "31 October": precision counts.

Where a claim does not say when, the day it was reported stands in for it, weakly: what is reported happened on
that day or in the three days before, or, told late, any time before. Such a likeness is never that of one day,
and never as low as that of weeks apart; that two claims stand in one document says less than that two documents
tell of the same days, for one document tells of many events.

>>> import numpy as np
>>> from reconcile.values import Period
>>> column = TimeColumn.of([Period("2020-10-13"), Period("2020-10-15"), Period("2020-10"), None])
>>> column.compare(np.array([0, 0, 0]), np.array([1, 2, 3])).similarity.round(2).tolist()
[0.33, 0.4, nan]
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import DIGITS, MISSING, Bools, Floats, Ints, Lists, settled
from reconcile.align.compiled import loops
from reconcile.align.fields.base import Compared, Tally, nothing
from reconcile.values import Period
from reconcile.values.moments import DAY

VAGUE = 1.5
BEFORE = 3.0
LEAST, WITHIN, MOST = 0.1, 0.42, 0.45
FOREVER = 4_000_000


class Told(NamedTuple):
    """When and where claims were reported that do not say when something happened.

    Args:
        low: first day of the report; NaN unknown.
        high: last day.
        document: a number of the document, or -1.
    """

    low: Floats
    high: Floats
    document: Ints


@dataclass(frozen=True)
class TimeColumn:
    """The first and last day of each claim, counted from year 1; NaN unknown, infinite open.

    Args:
        low: first day.
        high: last day.
        told: what stands in where a time is not stated, if anything may.
    """

    low: Floats
    high: Floats
    told: Told | None = None

    @classmethod
    def of(cls, values: Sequence[Period | None], *, told: Told | None = None) -> TimeColumn:
        """Return the column of periods.

        Args:
            values: a period per row, or None.
            told: what stands in for a time that is not stated.
        """
        return cls(*ends(values), told)

    @property
    def tally(self) -> Tally:
        """Times have no frequencies."""
        return Tally(0, {})

    @property
    def least_share(self) -> float:
        """No day is rare."""
        return 1.0

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:  # noqa: ARG002 - no day is rare
        """Return 1 / (1 + days apart + the wider one's vagueness), NaN where one is unknown."""
        fast = loops(len(a)) if self.told is None else None
        if fast is not None:
            return Compared(fast.days_alike(self._beside, a, b), nothing(len(a)))
        low, high, weak = self._filled
        apart = np.maximum(0.0, np.maximum(low[a] - high[b], low[b] - high[a]))
        width = np.maximum(high[a] - low[a], high[b] - low[b])
        similarity = 1.0 / (1.0 + apart + np.minimum(VAGUE, width / 3.0))
        if self.told is not None:
            page = self.told.document
            most = np.where((page[a] == page[b]) & (page[a] != MISSING), WITHIN, MOST)
            similarity = np.where(weak[a] | weak[b], np.clip(similarity, LEAST, most), similarity)
        return Compared(settled(similarity), nothing(len(a)))

    @cached_property
    def _beside(self) -> Floats:
        return np.stack([self.low, self.high], axis=1).astype(np.float64)

    @cached_property
    def _filled(self) -> tuple[Floats, Floats, Bools]:
        """First and last day of each row, and whether they stand in for what is not stated."""
        weak = np.isnan(self.low)
        if self.told is None:
            return self.low, self.high, weak
        return np.where(weak, self.told.low - BEFORE, self.low), np.where(weak, self.told.high, self.high), weak

    def keys(self) -> Lists:
        """Return none: a day alone is no reason to compare two claims."""
        return Lists(np.zeros(len(self.low) + 1, dtype=np.int64), np.zeros(0, dtype=np.int64))

    def key_names(self) -> Sequence[str]:
        """Return none."""
        return ()

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return the similarity of two rows, slowly; no day is rarer than another."""
        (low, high, weak), (low_2, high_2, weak_2) = self._row(a), self._row(b)
        if math.isnan(low) or math.isnan(low_2):
            return None, None
        apart = max(0.0, low - high_2, low_2 - high)
        width = max(high - low, high_2 - low_2)
        similarity = 1.0 / (1.0 + apart + min(VAGUE, width / 3.0))
        if self.told is not None and (weak or weak_2):
            page, page_2 = int(self.told.document[a]), int(self.told.document[b])
            similarity = min(WITHIN if page == page_2 != MISSING else MOST, max(LEAST, similarity))
        return round(similarity, DIGITS), None

    def _row(self, row: int) -> tuple[float, float, bool]:
        if self.told is None or not math.isnan(self.low[row]):
            return float(self.low[row]), float(self.high[row]), False
        return float(self.told.low[row]) - BEFORE, float(self.told.high[row]), True

    def days(self) -> tuple[Ints, Ints]:
        """Return the first and last day of each row, reports standing in; unknown and open ends reach everywhere."""
        first, last, _ = self._filled
        low = np.nan_to_num(first, nan=0, neginf=0, posinf=FOREVER)
        high = np.nan_to_num(last, nan=FOREVER, neginf=0, posinf=FOREVER)
        return np.clip(low, 0, FOREVER).astype(np.int64), np.clip(high, 0, FOREVER).astype(np.int64)


def ends(values: Sequence[Period | None]) -> tuple[Floats, Floats]:
    """Return the first and last day of each period; NaN where it is unknown."""
    found = [value.compared if value is not None and value.known else None for value in values]
    low = [math.nan if end is None else _day(end[0]) for end in found]
    high = [math.nan if end is None else _day(end[1]) for end in found]
    return np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)


def _day(moment: float) -> float:
    """Return the day of a moment; whole numbers are divided as such, since a float cannot hold a microsecond."""
    return moment if math.isinf(moment) else float(moment // DAY)
