"""Prevent matching from knowing the types of fields: a column says how alike two rows are.

>>> Tally(100, {"x": 10}).share(["x", "y"], base=0.1).round(3).tolist()
[0.1, 0.004]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from reconcile.align.arrays import Floats, Ints, Lists

PRIOR = 60.0
AFFAIR = 400.0


class Tally(NamedTuple):
    """How many claims there are, and how many of them hold each value; frozen in a `Model`.

    Args:
        total: how many claims state the field.
        counts: how many of them state a value, by the value's key.
    """

    total: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, rows: int, held: Iterable[str]) -> Tally:
        """Return the tally of `rows` claims that hold the values `held`."""
        return cls(rows, dict(Counter(held)))

    def share(self, keys: Sequence[str], *, base: float) -> Floats:
        """Return which share of all claims holds each key, as if sixty more of `base` were known.

        That a value is common is believed only as far as many claims show it: a few claims are often all of one
        affair, and share its kind and its place for that reason.

        Args:
            keys: keys of values.
            base: the usual share of a value in this kind of field; a value never seen gets a tenth of it.
        """
        found = np.fromiter((self.counts.get(key, 0) for key in keys), dtype=np.float64, count=len(keys))
        usual = np.where(found > 0, base, base / 10)
        share = (found + PRIOR * usual) / (self.total + PRIOR)
        return np.where(share > base, base + (share - base) * self.total / (self.total + AFFAIR), share)


class Compared(NamedTuple):
    """What a field says of pairs of rows.

    Args:
        similarity: 0..1, or NaN where one row says nothing.
        share: the share of all claims that hold the value both rows hold, or NaN where they hold none in
            common.
    """

    similarity: Floats
    share: Floats


def nothing(size: int) -> Floats:
    """Return as many shares of values that are not shared."""
    return np.full(size, np.nan)


class Column(Protocol):
    """One weighing field of all claims."""

    @property
    def tally(self) -> Tally:
        """How frequent each value is."""
        ...

    @property
    def least_share(self) -> float:
        """The least share that a value can have that two rows hold; 1 where no value is ever shared."""
        ...

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:
        """Return how alike each pair of rows is, and how common what they share is, unless that is not asked for."""
        ...

    def keys(self) -> Lists:
        """Return the blocking keys of each row, as numbers."""
        ...

    def key_names(self) -> Sequence[str]:
        """Return what each blocking key stands for."""
        ...

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return what `compare` says of one pair, computed slowly and plainly from the values."""
        ...
