"""Prevent a pile of claims from being read as a tally of truth: the way through from claims to explained conflicts.

Read, resolve names, align claims of one event, compare inside frames, attach denials, and show all of it.

>>> from reconcile import Claim
>>> result = reconcile([Claim(id=i, about="centres agreed", count=n, source=i) for i, n in (("a", 2), ("b", 3))])
>>> [(c.kind.value, c.field) for c in result.conflicts]
[('contradiction', 'count')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from reconcile.claims import Claim
from reconcile.diff.attach import attached, denial_conflicts
from reconcile.diff.engine import diff
from reconcile.diff.lineage import Lineage
from reconcile.diff.model import Conflict, Event, Kind
from reconcile.diff.summary import event_of, homes, sorted_events, with_denials
from reconcile.errors import ClaimError, shown
from reconcile.language import Gazetteer, Lexicon

if TYPE_CHECKING:
    from reconcile.align import Aligner, Match

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class Reconciliation(Generic[C]):
    """What many sources say about the same events, with the evidence for each answer.

    Attributes:
        claims: every distinct claim, by id.
        events: the events they speak of, in time order; every claim has exactly one home event.
        conflicts: denials, contradictions and discrepancies, sharpest first.
        differences: revisions and differences: what differs and may both stand.
        multiplicity: how often a claim was given, where more than once.
        notes: what the run had to leave out or refine, such as capped blocking keys.

    >>> print(len(reconcile([]).events))
    0
    """

    claims: tuple[C, ...]
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    differences: tuple[Conflict, ...]
    multiplicity: Mapping[str, int] = field(default_factory=dict[str, int])
    notes: tuple[str, ...] = ()
    _tables: tuple[Gazetteer | None, Lexicon | None, Aligner | None] = field(
        default=(None, None, None), repr=False, compare=False
    )

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
        """
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

    def explain(self, a: C | str, b: C | str) -> Match:
        """Return why two claims are, or are not, of one event: the weight of every field.

        Args:
            a: a claim or its id.
            b: another.

        Raises:
            ClaimError: nothing has that id.
        """
        from reconcile.align import Aligner, resolve_names

        gazetteer, lexicon, aligner = self._tables
        places = {c.id: i for i, c in enumerate(self.claims)}
        wanted = [x if isinstance(x, str) else x.id for x in (a, b)]
        missing = [one for one in wanted if one not in places]
        if missing:
            raise ClaimError(f"no claim {shown(missing[0])}", repair="give an id of this result")
        names = resolve_names(self.claims, gazetteer=gazetteer, lexicon=lexicon)
        alignment = (aligner or Aligner()).align(self.claims, names=names)
        return alignment.match(places[wanted[0]], places[wanted[1]])

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
        from reconcile.io.results import result_to_table

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


def reconcile(
    claims: Iterable[C],
    *,
    gazetteer: Gazetteer | None = None,
    lexicon: Lexicon | None = None,
    families: Mapping[str, str] | None = None,
    aligner: Aligner | None = None,
) -> Reconciliation[C]:
    """Return which events the claims speak of, who agrees, and every conflict with its reasons.

    Args:
        claims: claims in any order; identical ones count once, with a multiplicity.
        gazetteer: how places are resolved; by default the table that ships with the library.
        lexicon: how people and organizations are resolved.
        families: for an outlet's name, the publisher family it belongs to: one family is one origin.
        aligner: how claims of one event are found.

    Raises:
        ClaimError: two claims of different content have one id.

    >>> reconcile([Claim(about="a", source="A"), Claim(about="a", source="A")]).multiplicity
    {'...': 2}
    """
    from reconcile.align import Aligner, resolve_names

    distinct, multiplicity = unique(claims)
    names = resolve_names(distinct, gazetteer=gazetteer, lexicon=lexicon)
    affirmed = [claim for claim in distinct if claim.polarity == "affirmed"]
    alignment = (aligner or Aligner()).align(affirmed, names=names)
    lineage = Lineage(names, dict(families or {}))
    events, found = compared(
        affirmed, [c for c in distinct if c.polarity == "denied"], alignment.labels.tolist(), lineage
    )
    ranked = sorted(found, key=lambda one: (-one.severity, one.id))
    return Reconciliation(
        claims=tuple(distinct),
        events=events,
        conflicts=tuple(one for one in ranked if one.kind.is_conflict),
        differences=tuple(one for one in ranked if not one.kind.is_conflict),
        multiplicity=multiplicity,
        notes=tuple(
            f"{name}: {count} claims under frequent keys were compared only with their nearest in time"
            for name, count in sorted(alignment.capped.items())
        ),
        _tables=(gazetteer, lexicon, aligner),
    )


def unique(claims: Iterable[C]) -> tuple[list[C], dict[str, int]]:
    """Return the distinct claims by id, and how often each that came more than once did.

    Args:
        claims: claims in any order.

    Raises:
        ClaimError: two claims of different content have one id.
    """
    seen: dict[str, C] = {}
    times: dict[str, int] = {}
    clashes: list[ClaimError] = []
    for claim in claims:
        before = seen.setdefault(claim.id, claim)
        if before is not claim and before != claim:
            clashes.append(ClaimError(f"two claims have the id {shown(claim.id)}", repair="give each its own id"))
        times[claim.id] = times.get(claim.id, 0) + 1
    if clashes:
        raise ClaimError.gather(sorted(clashes, key=str))
    return [seen[one] for one in sorted(seen)], {one: times[one] for one in sorted(times) if times[one] > 1}


def compared(
    affirmed: Sequence[Claim], denied: Sequence[Claim], labels: Sequence[int], lineage: Lineage
) -> tuple[tuple[Event, ...], list[Conflict]]:
    """Return the events with their accounts, and all conflicts, once alignment is fixed.

    Args:
        affirmed: the affirmed claims, by id.
        denied: the denials, by id.
        labels: for each affirmed claim, the number of its event.
        lineage: how names are resolved and outlets belong together.
    """
    reached = attached(denied, affirmed, names=lineage.names)
    groups = homes(affirmed, denied, [int(n) for n in labels], reached)
    events: list[Event] = []
    found: list[Conflict] = []
    home: dict[str, str] = {}
    for members in groups:
        event = event_of(members)
        home.update(dict.fromkeys((claim.id for claim in members), event.id))
        told = diff((c for c in members if c.polarity == "affirmed"), lineage=lineage, event=event.id)
        events.append(replace(event, accounts=told.accounts))
        found.extend(told.conflicts)
    denials = denial_conflicts(reached, {c.id: c for c in denied}, event_of=home, lineage=lineage)
    return sorted_events(with_denials(event, denials, lineage) for event in events), [*found, *denials]
