"""Prevent a result of millions of objects from being held at once: events come one after the other, and go.

>>> import pyarrow as pa
>>> from reconcile import Claim
>>> from reconcile.bulk.sifted import sifted
>>> table = pa.table({"id": ["a", "b"], "about": ["two joint centres"] * 2, "count": [2, 3], "source": ["A", "B"]})
>>> run = Run.of(sifted(table, Claim).rows, Settings())
>>> [(event.label, conflicts[0].kind.value) for event, conflicts in run.events()]
[('two joint centres', 'contradiction')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any, Self

import numpy as np

from reconcile.align import Aligner
from reconcile.align.arrays import Ints
from reconcile.bulk.aligned import Known, aligned, known, names_in
from reconcile.bulk.denied import reached
from reconcile.bulk.rows import Rows
from reconcile.claims import Claim
from reconcile.diff.decisions import Decisions
from reconcile.diff.denials.attach import Reached, denial_conflicts
from reconcile.diff.denials.withdrawal import withdrawals
from reconcile.diff.engine import diff
from reconcile.diff.model import Conflict, Event
from reconcile.diff.summary import event_id, event_of, homes, with_denials
from reconcile.diff.voices.lineage import Lineage
from reconcile.reconciliation import capped_notes, dangling_notes
from reconcile.settings import Settings

_FRESH = 2_000
Group = list[int]


@dataclass(frozen=True)
class Run:
    """A run over columns: which claims are of one event is settled, what they amount to is worked out event by event.

    Attributes:
        rows: the claims.
        groups: the rows of each event, those of one event by id, events by their first claim.
        ids: the id of each event.
        lineage: how names are resolved and outlets belong together.
        denials: the conflicts of denials.
        taken_back: the revisions by retraction.
        notes: what the run had to leave out or refine, and every ruling in words.
    """

    rows: Rows[Any]
    groups: Sequence[Group]
    ids: Sequence[str]
    lineage: Lineage
    denials: Sequence[Conflict]
    taken_back: Sequence[Conflict]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, rows: Rows[Any], settings: Settings) -> Self:
        """Return the run over claims.

        Args:
            rows: the claims.
            settings: tables, rulings and the aligner of the run.

        Raises:
            ClaimError: two rulings disagree.
        """
        names = names_in(rows, gazetteer=settings.gazetteer, lexicon=settings.lexicon)
        decisions = _decisions(rows, settings)
        affirmed, denied = _by_polarity(rows)
        alignment = aligned(
            rows.some(affirmed), names=names, aligner=settings.aligner or Aligner(),
            together=decisions.together, apart=decisions.apart,
        )  # fmt: skip
        labels: list[int] = alignment.labels.tolist()
        told = chain(_together(rows, affirmed, labels), [rows.claims(denied.tolist())])
        referring = _referring(rows)
        lineage = settings.lineage(referring, names, events=told, decisions=decisions)
        hit = reached(rows, lineage=lineage)
        groups = _groups(rows, affirmed, denied, labels, hit)
        ids = [event_id([rows.ids[row] for row in group]) for group in groups]
        home = {rows.ids[row]: one for one, group in zip(ids, groups, strict=True) for row in group}
        denials = denial_conflicts(hit, _speaking(rows, hit), event_of=home, lineage=lineage)
        back = withdrawals(_by_id(_retracting(rows)), event_of=home, lineage=lineage)
        notes = (*capped_notes(alignment.capped), *dangling_notes(referring, rows.place), *decisions.notes)
        return cls(rows, groups, ids, lineage, denials, back, notes)

    @cached_property
    def denied(self) -> Mapping[str, Sequence[Conflict]]:
        """The conflicts of denials, by the ids of their events."""
        mine: dict[str, list[Conflict]] = {}
        for one in self.denials:
            for event in one.events:
                mine.setdefault(event, []).append(one)
        return mine

    def events(self, groups: Iterable[Group] | None = None) -> Iterator[tuple[Event, tuple[Conflict, ...]]]:
        """Yield each event with its accounts, and the conflicts inside it but for denials.

        Args:
            groups: the rows of each event; by default of all, by their first claims.
        """
        lineage = self.lineage
        for nth, group in enumerate(self.groups if groups is None else groups):
            if nth % _FRESH == 0:  # what a lineage remembers of each claim is not needed for the next events
                lineage = replace(self.lineage)
            claims = self.rows.claims(group)
            number = event_id([claim.id for claim in claims])
            told = diff(lineage.heard(claims), lineage=lineage, event=number)
            event = event_of(claims, told.accounts, number=number)
            yield with_denials(event, self.denied.get(event.id, ()), lineage), told.conflicts


def _decisions(rows: Rows[Any], settings: Settings) -> Decisions:
    """Return what people ruled; only the claims that they name are made."""
    named = {one for ruling in settings.rulings for one in ruling.claims if one in rows.place}
    return Decisions.of(settings.rulings, _by_id(rows.claims([rows.place[one] for one in sorted(named)])))


def _by_id(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims}


def _by_polarity(rows: Rows[Any]) -> tuple[Ints, Ints]:
    denied = np.array([one == "denied" for one in rows.values("polarity")], dtype=np.bool_)
    return np.flatnonzero(~denied), np.flatnonzero(denied)


def _together(rows: Rows[Any], affirmed: Ints, labels: Sequence[int]) -> Iterator[list[Claim]]:
    """Yield the claims of each event of two or more: only inside one is wording compared."""
    groups: dict[int, Group] = {}
    members: list[int] = affirmed.tolist()
    for row, label in zip(members, labels, strict=True):
        groups.setdefault(label, []).append(row)
    return (rows.claims(group) for group in groups.values() if len(group) > 1)


def _referring(rows: Rows[Any]) -> list[Claim]:
    return rows.claims([row for row, refers in enumerate(rows.values("refers")) if refers])


def _retracting(rows: Rows[Any]) -> list[Claim]:
    """Return the claims that retract another, and those that they retract, by id."""
    refers = rows.values("refers")
    kinds = [{r.claim for r in some if r.kind == "retracts"} for some in refers]
    wanted = {row for row, some in enumerate(kinds) if some}
    wanted |= {rows.place[one] for some in kinds for one in some if one in rows.place}
    return rows.claims(sorted(wanted))


def _speaking(rows: Rows[Any], hit: Mapping[str, Iterable[Reached]]) -> dict[str, Claim]:
    return _by_id(rows.claims([rows.place[one] for one in sorted(hit)]))


def _groups(
    rows: Rows[Any], affirmed: Ints, denied: Ints, labels: Sequence[int], hit: Mapping[str, tuple[Reached, ...]]
) -> list[Group]:
    every: list[Known] = known(rows)
    sides: tuple[list[int], list[int]] = affirmed.tolist(), denied.tolist()
    said, against = ([every[row] for row in side] for side in sides)
    return [[rows.place[one.id] for one in group] for group in homes(said, against, labels, hit)]
