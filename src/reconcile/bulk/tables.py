"""Prevent a result from being handed on by halves: claims, positions, conflicts and rejects are tables of one run.

>>> import pyarrow as pa
>>> from reconcile.bulk import reconcile_table
>>> found = reconcile_table(pa.table({"id": ["a", "b"], "about": ["x", "x"], "count": [2, 3], "source": ["A", "B"]}))
>>> found.conflicts["kind"].to_pylist(), found.positions["value"].to_pylist()
(['contradiction'], ['2', '3'])
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from reconcile.bulk.run import Run
from reconcile.claims import Claim
from reconcile.diff.model import Conflict, Event
from reconcile.diff.summary import sorted_events
from reconcile.result import Reconciliation
from reconcile.settings import Settings

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class Tables(Generic[C]):
    """What many sources say about the same events, as Arrow tables.

    Attributes:
        claims: each claim with its event, its voice and the outlet that attests it first-hand, by id.
        positions: each claim in each position of each account, events in time order.
        conflicts: conflicts, sharpest first, then differences.
        rejects: what is wrong with the rows that are no claims: `row` from 0, `field`, `found` and `repair`.
        multiplicity: how often a claim was given, where more than once.
        notes: what the run had to leave out or refine, and every ruling in words.

    >>> import pyarrow as pa
    >>> from reconcile import reconcile_table
    >>> reconcile_table(pa.table({"about": ["x", "y"], "source": ["A", ""]})).rejects.num_rows
    1
    """

    claims: Any
    positions: Any
    conflicts: Any
    rejects: Any
    multiplicity: Mapping[str, int]
    notes: tuple[str, ...]
    _run: Run = field(repr=False, compare=False)
    _settings: Settings = field(repr=False, compare=False)

    def to_table(self, of: Literal["claims", "positions", "conflicts", "rejects"] = "claims") -> dict[str, list[Any]]:
        """Return one of the tables as columns.

        Args:
            of: which.
        """
        return getattr(self, of).to_pydict()

    def reconciliation(self) -> Reconciliation[C]:
        """Return the result as objects, to look into and to report; made now, claim by claim."""
        run = self._run
        events: list[Event] = []
        found: list[Conflict] = []
        for event, conflicts in run.events():
            events.append(event)
            found.extend(conflicts)
        ranked = sorted([*found, *run.taken_back, *run.denials], key=lambda one: (-one.severity, one.id))
        return Reconciliation(
            claims=tuple(run.rows.claims(range(len(run.rows)))),
            events=sorted_events(events),
            conflicts=tuple(one for one in ranked if one.kind.is_conflict),
            differences=tuple(one for one in ranked if not one.kind.is_conflict),
            multiplicity=self.multiplicity,
            rulings=run.lineage.decisions.applied,
            stale=run.lineage.decisions.stale,
            notes=self.notes,
            _settings=self._settings,
        )

    def to_json(self) -> str:
        """Return the whole result as JSON: the same text that `reconcile` gives for the same claims."""
        return self.reconciliation().to_json()
