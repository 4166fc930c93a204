"""Prevent a denial from joining what it denies: denials find their targets only after the events stand.

>>> from reconcile import Claim
>>> said = Claim(id="s", event_type="x", source="A")
>>> denied = Claim(id="d", event_type="x", polarity="denied", source="B")
>>> [r.claim.id for r in attached([denied], [said], lineage=Lineage())["d"]]
['s']
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.claims import Claim, specs
from reconcile.diff.conflicts import conflict
from reconcile.diff.denials.targets import about_the_source, denied_by, explicit, happened_since, reach
from reconcile.diff.model import Breadth, Conflict, Kind, Polar, Position, Reading, Why
from reconcile.diff.readings.timing import first_and_last
from reconcile.diff.readings.verdict import Verdict
from reconcile.diff.voices.backing import backing
from reconcile.diff.voices.lineage import Lineage
from reconcile.values import Names, Relation, relation


@dataclass(frozen=True, slots=True)
class Reached:
    """A claim that a denial reaches.

    Attributes:
        claim: the claim.
        breadth: how much of it.
        explicit: whether the denial names it.
    """

    claim: Claim
    breadth: Breadth
    explicit: bool


def deniers(claims: Iterable[Claim]) -> list[Claim]:
    """Return the affirmed claims that name another claim as denied: they affirm one thing and deny that one.

    Args:
        claims: affirmed claims.
    """
    return [claim for claim in claims if denied_by(claim)]


def attached(denials: Iterable[Claim], claims: Sequence[Claim], *, lineage: Lineage) -> dict[str, tuple[Reached, ...]]:
    """Return for each denial, by id, the claims that it reaches.

    Args:
        denials: denied claims, and affirmed ones that name what they deny.
        claims: all claims; a denied one is reached only by a denial that names it.
        lineage: how names are resolved, and which claims are withdrawn.
    """
    denials = list(denials)
    if not denials:
        return {}
    standing = [c for c in claims if c.id not in lineage.decisions.withdrawn and not _takes_back(c)]
    index, known = _Index.of(standing), {claim.id for claim in claims}
    found: dict[str, tuple[Reached, ...]] = {}
    for denial in denials:
        if denial.id in lineage.decisions.withdrawn or lineage.retracted(denial) or not denial.asserts:
            continue
        said = _heard(denial, known)
        reached = [
            Reached(claim, breadth, explicit(said, claim))
            for claim in index.near(said)
            if claim.id != denial.id and (breadth := reach(said, claim, names=lineage.names)) is not None
        ]
        found[denial.id] = tuple(sorted(reached, key=lambda r: r.claim.id))
    return found


def _heard(denial: Claim, known: Container[str]) -> Claim:
    """Return a denial as far as it can be followed: one that names only what nobody gave reaches by what it says."""
    if denial.polarity == "affirmed" or any(r.claim in known for r in denied_by(denial)):
        return denial
    return denial.model_copy(update={"refers": tuple(r for r in denial.refers if r.kind != "denies")})


def _takes_back(claim: Claim) -> bool:
    """Whether a claim only retracts another: it affirms nothing that could be denied."""
    return any(reference.kind == "retracts" for reference in claim.refers)


@dataclass(frozen=True, slots=True)
class _Index:
    """Claims by what a denial must share with them: the root of the type and, where both are dated, the month."""

    by_id: Mapping[str, Claim]
    by_root: Mapping[str, Mapping[str, Sequence[Claim]]]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> _Index:
        by_id: dict[str, Claim] = {}
        by_root: dict[str, dict[str, list[Claim]]] = {}
        for claim in claims:
            by_id[claim.id] = claim
            if claim.polarity == "denied":
                continue
            months = by_root.setdefault(_root(claim), {})
            for month in _months(claim):
                months.setdefault(month, []).append(claim)
        return cls(by_id, by_root)

    def near(self, denial: Claim) -> Iterable[Claim]:
        named = {r.claim for r in denied_by(denial)}
        if named:
            return [self.by_id[one] for one in sorted(named) if one in self.by_id]
        if denial.event_type is None:
            return [claim for months in self.by_root.values() for claim in _flat(months.values())]
        none: Mapping[str, Sequence[Claim]] = {}
        roots = [self.by_root.get(_root(denial), none), self.by_root.get("", none) if denial.about else none]
        wanted = _months(denial)
        if wanted == ("",):
            return _flat(group for months in roots for group in months.values())
        return _flat(months.get(month, ()) for months in roots for month in (*wanted, ""))


def _flat(groups: Iterable[Sequence[Claim]]) -> list[Claim]:
    return list({claim.id: claim for group in groups for claim in group}.values())


def _root(claim: Claim) -> str:
    return claim.event_type.path[0] if claim.event_type is not None else ""


def _months(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted(claim.when.blocking_keys())) or ("",) if claim.when is not None else ("",)


def denial_conflicts(
    reached: Mapping[str, tuple[Reached, ...]],
    denials: Mapping[str, Claim],
    *,
    event_of: Mapping[str, str],
    lineage: Lineage,
) -> tuple[Conflict, ...]:
    """Return a conflict for each thing denied: one group of like claims of one event, and all denials that reach it.

    Args:
        reached: what each denial reaches.
        denials: the denials by id.
        event_of: the event's id of each claim.
        lineage: how names are resolved.
    """
    hit: dict[str, dict[str, Reached]] = {}
    claims: dict[str, Claim] = {}
    for denial, targets in reached.items():
        for target in targets:
            hit.setdefault(target.claim.id, {})[denial] = target
            claims[target.claim.id] = target.claim
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[list[Claim]]] = {}
    for one in sorted(hit):
        key = (event_of[one], tuple((denial, str(hit[one][denial].breadth)) for denial in sorted(hit[one])))
        _put(groups.setdefault(key, []), claims[one], lineage.names)
    return tuple(
        _conflict(targets, [denials[d] for d, _ in by], hit, event_of, lineage)
        for (_, by), parts in sorted(groups.items())
        for targets in parts
    )


_AGAINST: dict[Polar, Polar] = {"affirmed": "denied", "denied": "denial denied"}


def _put(groups: list[list[Claim]], claim: Claim, names: Names) -> None:
    home = next((group for group in groups if all(_alike(claim, other, names) for other in group)), None)
    if home is None:
        groups.append([claim])
    else:
        home.append(claim)


def _alike(a: Claim, b: Claim, names: Names) -> bool:
    """Whether two claims state one thing, as far as both state it, more or less precisely."""
    if a.polarity != b.polarity:
        return False
    shared = {spec.name for spec in specs(type(a)) if spec.compared} & {spec.name for spec in specs(type(b))}
    pairs = [(getattr(a, name), getattr(b, name)) for name in shared]
    stated = [(x, y) for x, y in pairs if x is not None and y is not None]
    related = (Relation.EQUAL, Relation.NARROWER, Relation.BROADER)
    return all(x == y or relation(x, y, names=names) in related for x, y in stated)


def _conflict(
    targets: Sequence[Claim],
    denials: Sequence[Claim],
    hit: Mapping[str, Mapping[str, Reached]],
    event_of: Mapping[str, str],
    lineage: Lineage,
) -> Conflict:
    said: Polar = "denied" if targets[0].polarity == "denied" else "affirmed"
    pairs = [(claim, denial) for claim in targets for denial in denials]
    verdict = _settled(pairs, lineage)
    breadths = {hit[claim.id][denial.id].breadth for claim in targets for denial in denials}
    ranked: tuple[Breadth, ...] = ("whole", "partial", "unknown")
    events = dict.fromkeys([event_of[claim.id] for claim in (*targets, *denials)])
    return conflict(
        verdict.kind,
        [side(targets, lineage, value=said), side(denials, lineage, value=_AGAINST[said])],
        field="polarity",
        events=tuple(events),
        verdict=verdict,
        pairs=pairs,
        lineage=lineage,
        breadth=next(breadth for breadth in ranked if breadth in breadths),
    )


def _settled(pairs: Sequence[tuple[Claim, Claim]], lineage: Lineage) -> Verdict:
    """A denial of what was only possible, or that a ruling sets at rest, is a difference; one of who spoke, partial."""
    ids = tuple(sorted({claim.id for pair in pairs for claim in pair}))
    rulings = [lineage.decisions.between(a.id, b.id, field="polarity") for a, b in pairs]
    if all(rulings):
        return Verdict(Kind.DIFFERENCE, (Reading(Why.RULING.value, str(rulings[0][0]), certain=True, claims=ids),))
    if not any(claim.asserts for claim, _ in pairs):
        text = "what is denied was not asserted as a fact"
        return Verdict(Kind.DIFFERENCE, (Reading(Why.NOT_ASSERTED.value, text, certain=True, claims=ids),))
    if all(happened_since(denial, claim) for claim, denial in pairs):
        text = "it was denied before the time at which it is said to have happened"
        return Verdict(Kind.REVISION, (Reading(Why.MOVED.value, text, certain=True, claims=ids),))
    if all(about_the_source(denial, claim) for claim, denial in pairs):
        text = "it is denied who said it or by what right, not what was said"
        return Verdict(Kind.DENIAL, (Reading(Why.AUTHORITY.value, text, certain=True, claims=ids),))
    return Verdict(Kind.DENIAL, ())


def side(claims: Sequence[Claim], lineage: Lineage, *, value: Polar) -> Position:
    """Return the position of those who affirm, of those who deny, or of those who deny a denial.

    Args:
        claims: the claims of one side.
        lineage: how names are resolved.
        value: which side.
    """
    ordered = tuple(sorted(claims, key=lambda claim: claim.id))
    behind = backing(ordered, lineage=lineage)
    first, last = first_and_last(ordered)
    return Position(
        value=value,
        claims=ordered,
        voices=behind.voices,
        carriers=behind.carriers,
        independent_voices=behind.independent_voices,
        independent_carriers=behind.independent_carriers,
        first_said=first,
        last_said=last,
        denied=value != "affirmed",
    )
