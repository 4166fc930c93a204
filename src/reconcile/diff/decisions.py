"""Prevent two people's decisions from overruling each other in silence: rulings that disagree are an error.

>>> Decisions.of([], {}).applied
()
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.claims import Claim, specs
from reconcile.claims.ruling import Ruling
from reconcile.errors import ClaimError, shown


@dataclass(frozen=True, slots=True)
class Decisions:
    """The rulings of a run: which apply, and which no longer fit their evidence.

    Attributes:
        applied: rulings whose evidence is what it was, by content.
        stale: rulings whose claims are gone or have changed; they are shown, not applied.
    """

    applied: tuple[Ruling, ...] = ()
    stale: tuple[Ruling, ...] = ()

    @classmethod
    def of(cls, rulings: Iterable[Ruling], claims: Mapping[str, Claim]) -> Decisions:
        """Return the rulings of a run, each once.

        Args:
            rulings: rulings in any order.
            claims: the claims by id.

        Raises:
            ClaimError: two rulings that apply disagree; it names both.
        """
        every = sorted({ruling.order: ruling for ruling in rulings}.values(), key=lambda ruling: ruling.order)
        fitting = tuple(ruling for ruling in every if ruling.fits(claims))
        _known_fields(fitting, claims)
        _agree(fitting)
        _keep_keys(fitting, claims)
        return cls(fitting, tuple(ruling for ruling in every if not ruling.fits(claims)))

    @property
    def together(self) -> tuple[tuple[str, str], ...]:
        """The pairs of claims ruled to be of one event."""
        return tuple((r.claims[0], other) for r in self.applied if r.kind == "same-event" for other in r.claims[1:])

    @property
    def apart(self) -> tuple[tuple[str, str], ...]:
        """The pairs of claims ruled not to be of one event."""
        return tuple(pair for r in self.applied if r.kind == "not-same-event" for pair in combinations(r.claims, 2))

    @property
    def withdrawn(self) -> frozenset[str]:
        """The claims that no longer count."""
        return frozenset(claim for r in self.applied if r.kind == "withdrawn" for claim in r.claims)

    @property
    def notes(self) -> tuple[str, ...]:
        """Every ruling in words, for the report."""
        applied = [f"ruling applied: {ruling}" for ruling in self.applied]
        return (*applied, *(f"ruling not applied, its evidence has changed: {ruling}" for ruling in self.stale))

    def between(self, a: str, b: str, *, field: str) -> Sequence[Ruling]:
        """Return the rulings that set two claims' difference in a field at rest.

        Args:
            a: a claim's id.
            b: another's.
            field: the field.
        """
        kinds = ("frames-differ", "both-stand")
        return [r for r in self.applied if r.kind in kinds and {a, b} <= {*r.claims} and r.field in (None, field)]


def _known_fields(rulings: Sequence[Ruling], claims: Mapping[str, Claim]) -> None:
    """Raise where a ruling speaks of a field that none of its claims has: it would set nothing at rest."""
    errors: list[ClaimError] = []
    for ruling in rulings:
        known = {spec.name for one in ruling.claims for spec in specs(type(claims[one])) if spec.compared}
        if ruling.field is not None and ruling.field not in {*known, "polarity"}:
            repair = f"one of {', '.join(sorted({*known, 'polarity'}))}"
            errors.append(ClaimError(f"no field {shown(ruling.field)}", where=f"ruling {ruling}", repair=repair))
    if errors:
        raise ClaimError.gather(errors)


def _agree(rulings: Sequence[Ruling]) -> None:
    """Raise where claims ruled to be of one event, in one step or several, are ruled apart."""
    root: dict[str, str] = {}

    def find(one: str) -> str:
        while root.get(one, one) != one:
            one = root[one]
        return one

    same = [ruling for ruling in rulings if ruling.kind == "same-event"]
    for ruling in same:
        for other in ruling.claims[1:]:
            a, b = sorted((find(ruling.claims[0]), find(other)))
            root[b] = a
    clashes = [
        _clash(ruling, next(r for r in same if find(r.claims[0]) == find(a)))
        for ruling in rulings
        if ruling.kind == "not-same-event"
        for a, b in combinations(ruling.claims, 2)
        if find(a) == find(b)
    ]
    if clashes:
        raise ClaimError.gather(clashes)


def _keep_keys(rulings: Sequence[Ruling], claims: Mapping[str, Claim]) -> None:
    """Raise where a ruling joins claims of different keys, or parts claims of one: keys are the caller's own ruling."""
    errors: list[ClaimError] = []
    for ruling in rulings:
        keys = [claims[one].key for one in ruling.claims]
        stated = [key for key in keys if key is not None]
        joins = ruling.kind == "same-event" and len(set(stated)) > 1
        parts = ruling.kind == "not-same-event" and len(set(stated)) < len(stated)
        if joins or parts:
            found = f"the ruling “{ruling}” is against the keys {', '.join(sorted(set(stated)))}"
            errors.append(ClaimError(found, where="rulings", repair="change the keys, or withdraw the ruling"))
    if errors:
        raise ClaimError.gather(errors)


def _clash(apart: Ruling, same: Ruling) -> ClaimError:
    return ClaimError(f"two rulings disagree: “{same}” and “{apart}”", where="rulings", repair="withdraw one of them")
