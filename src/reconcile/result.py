"""Prevent an answer that cannot be asked for its reasons: a result holds every claim, position and conflict.

>>> from reconcile import Claim, reconcile
>>> result = reconcile([Claim(id="a", about="x", count=2, source="A", reported="2020-10-13")])
>>> [(str(step.said), str(step.value)) for step in result.history("a", "count")]
[('2020-10-13', '2')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from reconcile.claims import Claim, specs
from reconcile.claims.ruling import Ruling
from reconcile.diff.coverage import Stance, stances
from reconcile.diff.history import Step, standing_alone, steps
from reconcile.diff.model import Conflict, Event, Kind, Why
from reconcile.diff.voices.backing import links
from reconcile.diff.voices.independence import Link
from reconcile.errors import ClaimError, shown
from reconcile.settings import Settings
from reconcile.values import Period
from reconcile.values.period import anchor

if TYPE_CHECKING:
    from reconcile.align import Match

C = TypeVar("C", bound=Claim)


def known_or_raise(what: str, name: str | None, known: Sequence[str]) -> None:
    """Raise where a name that a caller gives is none of those known, for a slip must not read as "nothing found".

    Args:
        what: what the name is of.
        name: the name, or None.
        known: the known ones.

    Raises:
        ClaimError: the name is not known.

    >>> known_or_raise("kind", "denial", ["denial"])
    """
    if name is not None and name not in known:
        raise ClaimError(f"no {what} {shown(str(name))}", repair=f"one of {', '.join(known)}")


def one_day(day: str | dt.date) -> dt.date:
    """Return the day that a caller names.

    Args:
        day: a date, or EDTF of one day.

    Raises:
        ClaimError: it is not one day.

    >>> one_day("2020-10-13")
    datetime.date(2020, 10, 13)
    """
    found = anchor(Period.parse(day) if isinstance(day, str) else day)
    if found is None:
        raise ClaimError(f"not one day: {shown(day)}", where="as_of", repair="give a date, as in 2020-10-13")
    return found


@dataclass(frozen=True)
class Reconciliation(Generic[C]):
    """What many sources say about the same events, with the evidence for each answer.

    Attributes:
        claims: every distinct claim, by id.
        events: the events they speak of, in time order; every claim has exactly one home event.
        conflicts: denials, contradictions and discrepancies, sharpest first.
        differences: revisions and differences: what differs and may both stand.
        multiplicity: how often a claim was given, where more than once.
        rulings: people's decisions that were applied.
        stale: people's decisions whose evidence has changed since; they were not applied.
        notes: what the run had to leave out or refine, and every ruling in words.

    >>> from reconcile import reconcile
    >>> len(reconcile([]).events)
    0
    """

    claims: tuple[C, ...]
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    differences: tuple[Conflict, ...]
    multiplicity: Mapping[str, int] = field(default_factory=dict[str, int])
    rulings: tuple[Ruling, ...] = ()
    stale: tuple[Ruling, ...] = ()
    notes: tuple[str, ...] = ()
    _settings: Settings = field(default_factory=Settings, repr=False, compare=False)
    _known: bool = field(default=False, repr=False, compare=False)

    def __repr__(self) -> str:
        """Show how much there is; `print` tells it all."""
        from reconcile.report.words import counted

        sizes = (("claim", self.claims), ("event", self.events), ("conflict", self.conflicts))
        told = ", ".join(counted(len(some), name) for name, some in (*sizes, ("difference", self.differences)))
        return f"Reconciliation({told})"

    def event(self, claim: C | str) -> Event:
        """Return the home event of a claim, or the event of that id.

        Args:
            claim: a claim, a claim's id or an event's id.

        Raises:
            ClaimError: nothing has that id.
        """
        wanted = claim if isinstance(claim, str) else claim.id
        for one in self.events:
            if one.id == wanted or any(c.id == wanted for c in one.claims):
                return one
        raise ClaimError(f"no claim or event {shown(wanted)}", repair="give an id of this result")

    def find(
        self,
        *,
        kind: Kind | str | None = None,
        field: str | None = None,
        claim: C | str | None = None,
        event: Event | str | None = None,
        reading: str | None = None,
    ) -> tuple[Conflict, ...]:
        """Return the conflicts and differences that meet every condition given, sharpest first.

        Args:
            kind: `denial`, `contradiction`, `discrepancy`, `revision` or `difference`.
            field: the field.
            claim: a claim, or its id, that is concerned.
            event: an event, or its id.
            reading: the kind of a reading, as in `Why`.

        Raises:
            ClaimError: there is no such kind, field or reading.
        """
        known_or_raise("kind", kind, [one.value for one in Kind])
        known_or_raise("reading", reading, [one.value for one in Why])
        known_or_raise("field", field, self._fields())
        wanted = claim.id if isinstance(claim, Claim) else claim
        home = event.id if isinstance(event, Event) else event
        return tuple(
            one
            for one in (*self.conflicts, *self.differences)
            if (kind is None or one.kind == kind)
            and (field is None or one.field == field)
            and (wanted is None or any(c.id == wanted for c in one.claims))
            and (home is None or home in one.events)
            and (reading is None or any(r.kind == reading for r in one.readings))
        )

    def _fields(self) -> list[str]:
        kinds = {type(claim) for claim in self.claims} | {Claim}
        return sorted({spec.name for kind in kinds for spec in specs(kind)} | {"polarity"})

    def explain(self, a: C | str, b: C | str) -> Match:
        """Return why two claims are, or are not, of one event: the weight of every field.

        Args:
            a: a claim or its id.
            b: another.

        Raises:
            ClaimError: nothing has that id.
        """
        from reconcile.align import Aligner

        places = {claim.id: i for i, claim in enumerate(self.claims)}
        wanted = [x if isinstance(x, str) else x.id for x in (a, b)]
        missing = [one for one in wanted if one not in places]
        if missing:
            raise ClaimError(f"no claim {shown(missing[0])}", repair="give an id of this result")
        aligner = self._settings.aligner or Aligner()
        alignment = aligner.align(self.claims, names=self._settings.names(self.claims))
        return alignment.match(places[wanted[0]], places[wanted[1]])

    def as_of(self, day: str | dt.date) -> Reconciliation[C]:
        """Return what was known then: the result of only the claims stated by the end of a day.

        Args:
            day: the day. A claim that is not dated is not known to have been stated by then, and is left out.
        """
        from reconcile.reconciliation import reconciled, said_by

        return reconciled(said_by(self.claims, one_day(day)), self._settings)

    def rerun(self) -> Reconciliation[C] | None:
        """Return what the same claims give anew with the same tables; None if read from a file, which holds none."""
        from reconcile.reconciliation import reconciled

        given = (claim for claim in self.claims for _ in range(self.multiplicity.get(claim.id, 1)))
        return reconciled(given, self._settings) if self._known else None

    def history(self, event: Event | str, field: str) -> tuple[Step, ...]:
        """Return who stated what of one field of an event, in the order in which it was stated.

        Args:
            event: an event, its id, or the id of one of its claims.
            field: the field; `polarity` lists who affirmed and who denied.

        Returns:
            One step for each statement; undated ones last, for their place is unknown.

        Raises:
            ClaimError: there is no such field, or nothing has that id.
        """
        known_or_raise("field", field, self._fields())
        home = event if isinstance(event, Event) else self.event(event)
        return steps(home, field)

    def stances(self, event: Event | str) -> dict[str, Stance]:
        """Return what each outlet has to say of an event: silent is not denied, and not covered is not silent.

        Args:
            event: an event, its id, or the id of one of its claims.

        Returns:
            By outlet: `asserts`, `denies`, `silent`, `not covered`, or `unknown` where no coverage was given.
        """
        home = event if isinstance(event, Event) else self.event(event)
        outlets = {claim.source.outlet for claim in self.claims}
        names = self._settings.names(self.claims)
        return stances(home.claims, self._settings.coverage, outlets=outlets, names=names)

    def links(self, event: Event | str) -> tuple[tuple[str, str, Link], ...]:
        """Return the graph of dependence among the claims of an event: two ids, and why and how surely they depend.

        Args:
            event: an event, its id, or the id of one of its claims.
        """
        home = event if isinstance(event, Event) else self.event(event)
        lineage = self._settings.lineage(self.claims, self._settings.names(self.claims), events=[home.claims])
        return links(home.claims, lineage=lineage)

    def alone(self) -> dict[str, tuple[int, int]]:
        """Return how often each outlet stands alone with a value.

        Returns:
            By outlet, two numbers: the positions in which it is the only outlet, and all positions in which it
            stands, both counted in accounts in which several outlets speak.
        """
        return standing_alone(self.events)

    def to_json(self) -> str:
        """Return the whole result as JSON: the same text for the same claims, in whatever order they came."""
        from reconcile.io.results import result_to_json

        return result_to_json(self)

    @classmethod
    def from_json(cls, text: str, *types: type[Claim]) -> Reconciliation[Claim]:
        """Return the result that `to_json` wrote.

        Args:
            text: the JSON.
            types: the classes of the claims, where they are not all plain `Claim`s.

        Raises:
            ClaimError: the text is not such a result.
        """
        from reconcile.io.results import result_from_json

        return result_from_json(text, *types)

    def to_table(self, of: Literal["claims", "positions", "conflicts"] = "claims") -> dict[str, list[Any]]:
        """Return columns that any data frame library takes.

        Args:
            of: `claims` (claim to event), `positions` (claim to event, field and position) or `conflicts`.
        """
        from reconcile.io.result_tables import result_to_table

        return result_to_table(self, of=of)

    def save(self, path: str | Path) -> None:
        """Write the result to a file, in the form its ending names (.txt, .md, .html, .json, .csv).

        Args:
            path: the file. Nothing half-written stays behind.

        Raises:
            ClaimError: the ending is none of these, or the file cannot be written.
        """
        from reconcile.report import save

        save(self, path)

    def __str__(self) -> str:
        from reconcile.report import render_text

        return render_text(self)
