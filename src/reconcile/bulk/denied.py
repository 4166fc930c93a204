"""Prevent a denial from being shown to every claim of a run: only those that it may reach are made and asked.

>>> import pyarrow as pa
>>> from reconcile.bulk.sifted import sifted
>>> table = pa.table(
...     {"id": ["d", "s"], "event_type": ["x"] * 2, "polarity": ["denied", "affirmed"], "source": ["B", "A"]}
... )
>>> found = reached(sifted(table, Claim).rows, lineage=Lineage())
>>> [one.claim.id for one in found["d"]]
['s']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

import numpy as np

from reconcile.align.arrays import Bools, Floats, Ints, encode
from reconcile.bulk.rows import Rows
from reconcile.claims import Claim
from reconcile.diff.denials.attach import Reached, attached
from reconcile.diff.denials.targets import denied_by
from reconcile.diff.voices.lineage import Lineage
from reconcile.values import EventType, Period, Relation
from reconcile.values.moments import HOUR

_ZONES = 14 * HOUR


def reached(rows: Rows[Any], *, lineage: Lineage) -> dict[str, tuple[Reached, ...]]:
    """Return for each denial, by id, the claims that it reaches.

    Args:
        rows: all claims.
        lineage: how names are resolved, and which claims are withdrawn.
    """
    near = _Near.of(rows)
    found: dict[str, tuple[Reached, ...]] = {}
    for row in near.deniers.tolist():
        (denial,) = rows.claims([row])
        candidates = rows.claims(near.to(denial, row).tolist())
        found.update(attached([denial], candidates, lineage=lineage))
    return found


@dataclass(frozen=True, slots=True)
class _Near:
    """What tells, by columns alone, which claims a denial cannot reach.

    Attributes:
        rows: all claims.
        affirmed: whether each is affirmed.
        kind: the number of its type; -1 without a type.
        kinds: the types.
        low: the first moment at which it can have taken place; -inf where that is not known.
        high: the last one; inf where that is not known.
        deniers: the rows that deny, and those that name what they deny.
    """

    rows: Rows[Any]
    affirmed: Bools
    kind: Ints
    kinds: Sequence[EventType]
    low: Floats
    high: Floats
    deniers: Ints

    @classmethod
    def of(cls, rows: Rows[Any]) -> Self:
        denied = np.array([one == "denied" for one in rows.values("polarity")], dtype=np.bool_)
        names = [any(r.kind == "denies" for r in refers) for refers in rows.values("refers")]
        kind, kinds = encode(cast("list[EventType | None]", rows.values("event_type")))
        low, high = _ends(rows.values("when"))
        deniers = np.flatnonzero(denied | np.array(names, dtype=np.bool_))
        return cls(rows, ~denied, kind, kinds, low, high, deniers)

    def to(self, denial: Claim, row: int) -> Ints:
        """Return the rows that a denial may reach: those that it names, else those of its kind and time."""
        place = self.rows.place
        named = {place[r.claim] for r in denied_by(denial) if r.claim in place}
        if named or denial.polarity == "affirmed":
            return np.array(sorted(named), dtype=np.int64)
        fits = self.affirmed & (self.low <= self.high[row]) & (self.low[row] <= self.high)
        if denial.event_type is not None:
            related = [denial.event_type.relate(kind) is not Relation.UNKNOWN for kind in self.kinds]
            fits &= np.array([*related, denial.about is not None], dtype=np.bool_)[self.kind]
        return np.flatnonzero(fits)


def _ends(periods: Iterable[Period | None]) -> tuple[Floats, Floats]:
    """Return the bounds of each period, wider by what an unknown zone may move them; open where nothing is known."""
    known: dict[int, tuple[float, float]] = {}
    ends = [_bounds(one, known) for one in periods]
    low, high = ([side[n] for side in ends] for n in (0, 1))
    return np.array(low, dtype=np.float64) - _ZONES, np.array(high, dtype=np.float64) + _ZONES


def _bounds(period: Period | None, known: dict[int, tuple[float, float]]) -> tuple[float, float]:
    if period is None or not period.known:
        return -np.inf, np.inf
    found = known.get(id(period))
    if found is None:
        found = known[id(period)] = (-np.inf, np.inf) if period.uncertain else period.compared
    return found
