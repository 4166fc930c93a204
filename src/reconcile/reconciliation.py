"""Prevent a pile of claims from being read as a tally of truth: the way through from claims to explained conflicts.

Read, resolve names, align claims of one event, compare inside frames, attach denials, and show all of it.

>>> from reconcile import Claim
>>> result = reconcile([Claim(id=i, about="centres agreed", count=n, source=i) for i, n in (("a", 2), ("b", 3))])
>>> [(c.kind.value, c.field) for c in result.conflicts]
[('contradiction', 'count')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from reconcile.claims import Claim, specs
from reconcile.claims.ruling import Ruling
from reconcile.collecting import uncollected
from reconcile.diff.coverage import Coverage
from reconcile.diff.decisions import Decisions
from reconcile.diff.denials.attach import attached, denial_conflicts, deniers
from reconcile.diff.denials.withdrawal import withdrawals
from reconcile.diff.engine import diff
from reconcile.diff.model import Conflict, Event
from reconcile.diff.statements import values_of
from reconcile.diff.summary import event_id, event_of, homes, sorted_events, with_denials
from reconcile.diff.voices.lineage import Lineage
from reconcile.errors import ClaimError, shown
from reconcile.language import Gazetteer, Lexicon
from reconcile.result import Reconciliation
from reconcile.settings import Settings, check_tables, listed
from reconcile.values import Period
from reconcile.values.base import kind_of

if TYPE_CHECKING:
    from reconcile.align import Aligner

C = TypeVar("C", bound=Claim)


def reconcile(
    claims: Iterable[C],
    *,
    gazetteer: Gazetteer | None = None,
    lexicon: Lexicon | None = None,
    families: Mapping[str, str] | None = None,
    rulings: Iterable[Ruling] = (),
    coverage: Iterable[Coverage] = (),
    weigh_sources: bool = False,
    aligner: Aligner | None = None,
) -> Reconciliation[C]:
    """Return which events the claims speak of, who agrees, and every conflict with its reasons.

    Args:
        claims: claims in any order; identical ones count once, with a multiplicity.
        gazetteer: how places are resolved; by default the table that ships with the library.
        lexicon: how people and organizations are resolved.
        families: for an outlet's name, the publisher family it belongs to: one family is one origin.
        rulings: what people decided; those whose evidence has changed since are shown and not applied.
        coverage: which outlet watches which place and period.
        weigh_sources: let grades of reliability and credibility lower severity; else they are only carried and shown.
        aligner: how claims of one event are found.

    Raises:
        ClaimError: two claims of different content have one id, two rulings disagree, or a table is none.

    >>> reconcile([Claim(about="a", source="A"), Claim(about="a", source="A")]).multiplicity
    {'...': 2}
    """
    rulings, coverage = listed(rulings), listed(coverage)
    check_tables(gazetteer=gazetteer, lexicon=lexicon, families=families, rulings=rulings, coverage=coverage)
    tables = dict(families or {}), rulings, coverage
    settings = Settings(gazetteer, lexicon, *tables, aligner=aligner, weigh_sources=weigh_sources)
    with uncollected():
        return reconciled(claims, settings)


def reconciled(claims: Iterable[C], settings: Settings) -> Reconciliation[C]:
    """Return the result of one run.

    Args:
        claims: claims in any order.
        settings: tables, rulings and the aligner of the run.
    """
    from reconcile.align import Aligner

    distinct, multiplicity = unique(claims)
    decisions = Decisions.of(settings.rulings, {claim.id: claim for claim in distinct})
    names = settings.names(distinct)
    affirmed = [claim for claim in distinct if claim.polarity == "affirmed"]
    aligner = settings.aligner or Aligner()
    alignment = aligner.align(affirmed, names=names, together=decisions.together, apart=decisions.apart)
    denied = [claim for claim in distinct if claim.polarity == "denied"]
    groups = [*together(affirmed, alignment.labels.tolist()), denied]
    lineage = settings.lineage(distinct, names, events=groups, decisions=decisions)
    events, found = compared(affirmed, denied, alignment.labels.tolist(), lineage)
    ranked = sorted(found, key=lambda one: (-one.severity, one.id))
    return Reconciliation(
        claims=tuple(distinct),
        events=events,
        conflicts=tuple(one for one in ranked if one.kind.is_conflict),
        differences=tuple(one for one in ranked if not one.kind.is_conflict),
        multiplicity=multiplicity,
        rulings=decisions.applied,
        stale=decisions.stale,
        notes=(
            *capped_notes(alignment.capped),
            *dangling_notes(distinct, {claim.id for claim in distinct}),
            *mixed_notes(distinct),
            *decisions.notes,
        ),
        _settings=settings,
        _known=True,
    )


def capped_notes(capped: Mapping[str, int]) -> Iterable[str]:
    """Yield in words which claims under frequent keys were compared only with some.

    Args:
        capped: by field, how many.
    """
    for name, count in sorted(capped.items()):
        yield f"{name}: {count} claims under frequent keys were compared only with their nearest in time"


def dangling_notes(claims: Iterable[Claim], known: Container[str]) -> Iterable[str]:
    """Yield in words which claims speak of others that are not there.

    Args:
        claims: claims, by id.
        known: the ids of all claims.
    """
    for claim in claims:
        for one in claim.refers:
            if one.claim not in known:
                yield f"{claim.id} {one.kind} {one.claim}, which is not among the claims"


def mixed_notes(claims: Iterable[Claim]) -> Iterable[str]:
    """Yield in words which fields two classes state by types that cannot be compared.

    Args:
        claims: claims, of one or several classes.
    """
    by_class: dict[type[Claim], list[Claim]] = {}
    for claim in claims:
        by_class.setdefault(type(claim), []).append(claim)
    for one, other in combinations(sorted(by_class, key=lambda c: (c.__module__, c.__qualname__)), 2):
        for name in (spec.name for spec in specs(one) if spec.compared and spec.name in other.model_fields):
            said = {kind: _kinds(by_class[kind], name) for kind in (one, other)}
            if all(said.values()) and said[one].isdisjoint(said[other]):
                told = " and ".join(f"{' or '.join(sorted(some))} in {kind.__name__}" for kind, some in said.items())
                yield f"{name}: {told} are of two types, and are not compared"


def _kinds(claims: Iterable[Claim], name: str) -> set[str]:
    return {kind_of(value) for claim in claims for value in values_of(getattr(claim, name))}


def together(claims: Sequence[Claim], labels: Sequence[int]) -> list[list[Claim]]:
    """Return the claims of each event.

    Args:
        claims: claims.
        labels: for each, the number of its event.
    """
    groups: dict[int, list[Claim]] = {}
    for claim, label in zip(claims, labels, strict=True):
        groups.setdefault(label, []).append(claim)
    return list(groups.values())


def unique(claims: Iterable[C]) -> tuple[list[C], dict[str, int]]:
    """Return the distinct claims by id, and how often each that came more than once did.

    Args:
        claims: claims in any order.

    Raises:
        ClaimError: two claims of different content have one id, or something is no claim.
    """
    seen: dict[str, C] = {}
    times: dict[str, int] = {}
    clashes: list[ClaimError] = []
    for claim in claims:
        if not isinstance(claim, Claim):
            raise ClaimError(f"not a claim: {shown(claim)}", repair="use rc.Claim.model_validate(…) or rc.read_claims")
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
    reached = attached([*denied, *deniers(affirmed)], [*affirmed, *denied], lineage=lineage)
    groups = homes(affirmed, denied, labels, reached)
    events: list[Event] = []
    found: list[Conflict] = []
    home: dict[str, str] = {}
    for members in groups:
        ids = [claim.id for claim in members]
        event = event_id(ids)
        home.update(dict.fromkeys(ids, event))
        told = diff(lineage.heard(members), lineage=lineage, event=event)
        events.append(event_of(members, told.accounts, number=event))
        found.extend(told.conflicts)
    claims = {claim.id: claim for claim in (*affirmed, *denied)}
    denials = denial_conflicts(reached, claims, event_of=home, lineage=lineage)
    found.extend(withdrawals(claims, event_of=home, lineage=lineage))
    denied_in: dict[str, list[Conflict]] = {}
    for one in denials:
        for event in dict.fromkeys(one.events):
            denied_in.setdefault(event, []).append(one)
    return sorted_events(with_denials(one, denied_in.get(one.id, ()), lineage) for one in events), [*found, *denials]


def said_by(claims: Iterable[C], day: dt.date) -> list[C]:
    """Return the claims known to have been stated by the end of a day; undated ones are not.

    Args:
        claims: claims in any order.
        day: the day.
    """
    end = Period(day).stated[1]
    dated = ((claim, claim.stated_at) for claim in claims)
    return [claim for claim, said in dated if said is not None and said.upper is not None and said.stated[1] <= end]
