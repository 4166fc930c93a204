"""Prevent three renderers from telling three stories: a result is laid out once, as plain data, and then drawn.

>>> from reconcile import Claim, reconcile
>>> outline(reconcile([Claim(id="a", about="centre opens", source="Rudaw")])).events[0].heading
'centre opens'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from reconcile.claims import Claim
from reconcile.diff.model import Conflict, Event, Kind
from reconcile.report.accounts import (
    AccountPart,
    Backer,
    PositionPart,
    account_parts,
    backed_by,
    shared_backing,
    unheard,
)
from reconcile.report.dates import date_words
from reconcile.report.decided import decided, other_notes
from reconcile.report.explain import explain_conflict, subject_words
from reconcile.report.words import counted, label, listed, named


class Result(Protocol):
    """What a report needs of a reconciliation."""

    @property
    def claims(self) -> Sequence[Claim]:
        """Every distinct claim."""
        ...

    @property
    def events(self) -> Sequence[Event]:
        """The events."""
        ...

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """Denials, contradictions and discrepancies."""
        ...

    @property
    def differences(self) -> Sequence[Conflict]:
        """Revisions and differences."""
        ...


class EventPart(NamedTuple):
    """One event.

    Attributes:
        mark: its short name in this report ("E1").
        heading: what it is.
        facts: its type, time, and how many claims speak of it.
        sole: who stands behind all that is said, where every value has the same claims.
        opening: the words before them: whether they are one voice or several.
        accounts: what is said of it, field by field.
        unheard: voices that speak of it without a value that is compared.
    """

    mark: str
    heading: str
    facts: tuple[str, ...]
    sole: PositionPart | None
    opening: str
    accounts: tuple[AccountPart, ...]
    unheard: tuple[Backer, ...]


class Entry(NamedTuple):
    """One conflict or difference.

    Attributes:
        mark: its short name in this report ("C1", "D1").
        kind: its kind, and the breadth of a denial.
        field: the field; of a denial none.
        about: the field and the events.
        events: the marks of the events.
        title: what it is about, in the claims' words.
        text: the explanation.
    """

    mark: str
    kind: str
    field: str
    about: str
    events: tuple[str, ...]
    title: str
    text: str


class Outline(NamedTuple):
    """A whole report as plain data; texts hold isolated names and are not yet escaped for any format.

    Attributes:
        facts: what was read and what was found, a sentence each.
        events: the events in time order.
        conflicts: sharpest first.
        differences: sharpest first.
        rulings: people's decisions, those that were not applied last.
        notes: what the run had to leave out.
        claims: every claim by id.
        homes: for each claim's id the mark of its event.
    """

    facts: tuple[str, ...]
    events: tuple[EventPart, ...]
    conflicts: tuple[Entry, ...]
    differences: tuple[Entry, ...]
    rulings: tuple[str, ...]
    notes: tuple[str, ...]
    claims: tuple[Claim, ...]
    homes: dict[str, str]


def outline(result: Result) -> Outline:
    """Return the plain data of a report.

    Args:
        result: a reconciliation.
    """
    events = sorted(result.events, key=_time)
    marks = {event.id: f"E{number}" for number, event in enumerate(events, 1)}
    conflicts, differences = sharpest(result.conflicts), sharpest(result.differences)
    entries = {
        **{one.id: f"C{number}" for number, one in enumerate(conflicts, 1)},
        **{one.id: f"D{number}" for number, one in enumerate(differences, 1)},
    }
    by_event: dict[str, list[Conflict]] = {event.id: [] for event in events}
    for one in (*conflicts, *differences):
        for event in dict.fromkeys(one.events):
            by_event.setdefault(event, []).append(one)
    applied, stale = getattr(result, "rulings", ()), getattr(result, "stale", ())
    titles = {event.id: named(event.label) for event in events if event.label}
    return Outline(
        facts=_facts(result, conflicts, differences),
        events=tuple(_event(event, marks[event.id], by_event[event.id], entries) for event in events),
        conflicts=tuple(_entry(one, entries[one.id], marks, titles) for one in conflicts),
        differences=tuple(_entry(one, entries[one.id], marks, titles) for one in differences),
        rulings=decided(applied, stale),
        notes=other_notes(getattr(result, "notes", ()), (*applied, *stale)),
        claims=tuple(sorted(result.claims, key=lambda claim: claim.id)),
        homes={claim.id: marks[event.id] for event in events for claim in event.claims},
    )


def _time(event: Event) -> tuple[float, float, str]:
    said = [claim.stated_at for claim in event.claims if claim.stated_at is not None and claim.stated_at.known]
    first = min((period.stated for period in said), default=(float("inf"), float("inf")))
    low, high = event.span.stated if event.span is not None and event.span.known else first
    return (high if low == float("-inf") else low, high, event.id)


def sharpest(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Return conflicts by severity, then by kind, then by content.

    Args:
        conflicts: in any order.
    """
    return sorted(conflicts, key=lambda one: (-one.severity, list(Kind).index(one.kind), one.id))


def _facts(result: Result, conflicts: Sequence[Conflict], differences: Sequence[Conflict]) -> tuple[str, ...]:
    outlets = len({claim.source.outlet for claim in result.claims})
    voices = len({claim.voice for claim in result.claims if claim.source.named})
    read = (
        f"{counted(len(result.claims), 'claim')} in {counted(outlets, 'outlet')}, by {counted(voices, 'named voice')},"
        f" about {counted(len(result.events), 'event')}."
    )
    sharp = f"Conflicts: {_kinds(conflicts)}." if conflicts else "No conflicts."
    mild = f"Differences that may all stand: {_kinds(differences)}." if differences else "No differences."
    return read, sharp, mild


_PLURALS = {"discrepancy": "discrepancies"}


def _kinds(conflicts: Sequence[Conflict]) -> str:
    found = Counter(one.kind for one in conflicts)
    return listed([counted(found[kind], kind.value, _PLURALS.get(kind.value, "")) for kind in Kind if found[kind]])


def _event(event: Event, mark: str, conflicts: Sequence[Conflict], entries: dict[str, str]) -> EventPart:
    kind = named(event.event_type) if event.event_type else ""
    when = date_words(event.span) if event.span is not None and event.span.known else "date not stated"
    facts = [kind, when, counted(len(event.claims), "claim")]
    return EventPart(
        mark=mark,
        heading=named(event.label or event.event_type or event.id),
        facts=tuple(fact for fact in facts if fact and fact != named(event.label)),
        sole=shared_backing(event),
        opening=backed_by(event),
        accounts=account_parts(event, conflicts, entries),
        unheard=unheard(event),
    )


_BREADTHS = {"whole": " of all", "partial": " of a part", "unknown": " of unknown breadth"}


def _entry(conflict: Conflict, mark: str, marks: Mapping[str, str], titles: Mapping[str, str]) -> Entry:
    events = tuple(dict.fromkeys(marks[one] for one in conflict.events if one in marks))
    denial = conflict.kind is Kind.DENIAL
    field = "" if denial else label(conflict.field)
    about = (field, f"event {listed(events)}" if events else "")
    title = "" if denial else next((titles[one] for one in conflict.events if one in titles), "")
    return Entry(
        mark=mark,
        kind=conflict.kind.value + _BREADTHS.get(conflict.breadth or "", ""),
        field=field,
        about=", ".join(part for part in about if part),
        events=events,
        title=title or subject_words(conflict.positions[0].claims if denial else conflict.claims),
        text=explain_conflict(conflict),
    )
