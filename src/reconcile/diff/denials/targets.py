"""Prevent a denial from being thrown away, or from hitting what it does not speak of: reach is worked out by field.

>>> from reconcile import Claim
>>> said = Claim(event_type="force.redeploy", phase="agreed", source="A")
>>> denied = Claim(event_type="force.redeploy", phase="discussed", polarity="denied", source="B")
>>> reach(denied, said, names=BUILTIN)
'whole'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from reconcile.claims import Claim, Reference, specs
from reconcile.claims.roles import META
from reconcile.diff.model import Breadth
from reconcile.diff.readings.timing import one_document
from reconcile.diff.statements import values_of
from reconcile.language.measures import is_share
from reconcile.language.things import thing
from reconcile.values import BUILTIN, Names, Places, Quantity, Relation, Text, relation
from reconcile.values.moments import DAY, overlap_gap

__all__ = ["BUILTIN", "explicit", "nearest", "reach"]
FAR_DAYS = 60
ALIKE = 0.8
HALF = 0.5
_META = frozenset({"event_type", "about"})


def denied_by(claim: Claim) -> tuple[Reference, ...]:
    """Return what a claim names as denied.

    Args:
        claim: a claim, denied or not.
    """
    return tuple([one for one in claim.refers if one.kind == "denies"])


def explicit(denial: Claim, claim: Claim) -> bool:
    """Return whether `denial` names `claim` as what it denies."""
    return any(r.claim == claim.id for r in denied_by(denial))


def about_the_source(denial: Claim, claim: Claim) -> bool:
    """Return whether a denial names only who spoke or by what right ("no one was authorised"), not what was said.

    Args:
        denial: a denial.
        claim: a claim that it names.
    """
    fields = [r.fields for r in denied_by(denial) if r.claim == claim.id]
    return bool(fields) and all(names and META.issuperset(names) for names in fields)


def happened_since(denial: Claim, claim: Claim) -> bool:
    """Return whether what a claim states lies wholly after the denial, which is dated and speaks of no time itself.

    Args:
        denial: a denial; one that states a time, or a plan, speaks of that.
        claim: a claim that it reaches.
    """
    said, when = denial.stated_at, claim.when
    if said is None or when is None or denial.when is not None or denial.due is not None or explicit(denial, claim):
        return False
    return said.known and when.known and said.compared[1] < when.compared[0]


def reach(denial: Claim, claim: Claim, *, names: Names) -> Breadth | None:
    """Return how much of `claim` a denial reaches, or None where it does not reach it.

    Every field that both state must be equal or related: where the denial says no more than the claim it denies the
    whole, where it says more or something else compatible it denies a part, and where nothing but the type is in
    common its breadth is unknown. A field that excludes the claim's, another key, or a statement made more than 60
    days apart without a common time, is not reached.

    Args:
        denial: a claim with polarity `denied`.
        claim: an affirmed claim.
        names: how names are resolved.
    """
    named = explicit(denial, claim)
    if denied_by(denial) and not named:
        return None
    if not (named or _one_affair(denial, claim, names)):
        return None
    relations: list[Relation] = []
    for one in _fields(denial, claim, names, only=named_fields(denial, claim)):
        if one is Relation.EXCLUSIVE and not named:
            return None
        relations.append(one)
    if named:
        return "partial" if _touches_a_part(denial, claim) else _named_breadth(denial, claim, relations)
    return _breadth(relations)


def _named_breadth(denial: Claim, claim: Claim, relations: Sequence[Relation]) -> Breadth:
    """A denial that names a claim denies all of it, unless it is the denial's own words that say less."""
    if denial.polarity == "affirmed" or not relations or named_fields(denial, claim):
        return "whole"
    return _breadth(relations)


def _breadth(relations: Sequence[Relation]) -> Breadth:
    known = [r for r in relations if r is not Relation.UNKNOWN]
    if not known:
        return "unknown"
    return "whole" if all(r in (Relation.EQUAL, Relation.BROADER) for r in known) else "partial"


def _touches_a_part(denial: Claim, claim: Claim) -> bool:
    """Whether a denial names fields, and the claim states more than those."""
    named = named_fields(denial, claim)
    stated = {spec.name for spec in specs(type(claim)) if spec.compared and getattr(claim, spec.name) is not None}
    return bool(named) and (not stated or not stated <= named)


def named_fields(denial: Claim, claim: Claim) -> frozenset[str]:
    """Return the fields of `claim` that a denial names; none means all of it.

    Args:
        denial: a denial.
        claim: a claim that it reaches.
    """
    return frozenset(f for r in denied_by(denial) if r.claim == claim.id for f in r.fields)


def denies_value(denial: Claim, field: str, value: Any, *, names: Names) -> bool:  # noqa: ANN401 - any value
    """Return whether a denial that reaches a claim speaks of one of its values: to deny one count denies no other.

    Args:
        denial: a denial that names no fields. One that affirms something of its own denies all of what it names.
        field: the field.
        value: a value that the claim states there.
        names: how names are resolved.
    """
    said = values_of(getattr(denial, field, None)) if denial.polarity == "denied" else ()
    return not said or any(_one(one, value, names) not in _APART for one in said)


def _fields(denial: Claim, claim: Claim, names: Names, *, only: frozenset[str]) -> Iterator[Relation]:
    """Yield how each field that both state relates, denial to claim; only the named ones where some are named."""
    shared = (name for name in _shared(type(denial), type(claim)) if not only or name in only)
    pairs = ((values_of(getattr(denial, name)), values_of(getattr(claim, name))) for name in shared)
    return (_field(a, b, names) for a, b in pairs if a and b)


@lru_cache(maxsize=256)
def _shared(denial: type[Claim], claim: type[Claim]) -> tuple[str, ...]:
    return tuple(sorted({spec.name for spec in specs(claim)} & {spec.name for spec in specs(denial)} - _META))


def _field(a: Sequence[Any], b: Sequence[Any], names: Names) -> Relation:
    if len(a) == len(b) == 1:
        return _one(a[0], b[0], names)
    nearest = [min((_one(x, y, names) for y in b), key=_RANK.index) for x in a]
    return max(nearest, key=_RANK.index)


_APART = (Relation.EXCLUSIVE, Relation.UNKNOWN)
_RANK = (
    Relation.EQUAL,
    Relation.BROADER,
    Relation.NARROWER,
    Relation.COMPATIBLE,
    Relation.UNKNOWN,
    Relation.EXCLUSIVE,
)


def _one(a: Any, b: Any, names: Names) -> Relation:  # noqa: ANN401 - any value of a user's class
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.bare().relate(b.bare()) if _one_thing(a, b) else Relation.EXCLUSIVE
    return relation(a, b, names=names)


def _one_thing(a: Quantity, b: Quantity) -> bool:
    parts = ((a.of, b.of), (a.scope, b.scope), (a.unit, b.unit))
    words = [(thing(x), thing(y)) for x, y in parts if x is not None and y is not None]
    same_kind = a.increment == b.increment and _share(a.unit) == _share(b.unit)
    return same_kind and all(x <= y or y <= x for x, y in words)


def _share(unit: str | None) -> bool:
    return unit is not None and is_share(unit)


def _one_affair(denial: Claim, claim: Claim, names: Names) -> bool:
    if denial.key is not None and claim.key is not None:
        return denial.key == claim.key
    if denial.voice == claim.voice and one_document(denial, claim):
        return False
    return (
        _one_date(denial, claim)
        and _same_kind(denial, claim)
        and _near_in_time(denial, claim)
        and _near_in_place(denial, claim, names)
    )


def _one_date(denial: Claim, claim: Claim) -> bool:
    if denial.as_of is None or claim.as_of is None:
        return True
    return denial.as_of.relate(claim.as_of) is not Relation.EXCLUSIVE


def _same_kind(denial: Claim, claim: Claim) -> bool:
    if denial.event_type is not None and claim.event_type is not None:
        return denial.event_type.relate(claim.event_type) is not Relation.UNKNOWN
    if isinstance(denial.about, Text) and isinstance(claim.about, Text):
        return (denial.about.similarity(claim.about) or 0.0) >= ALIKE
    return False


def _near_in_time(denial: Claim, claim: Claim) -> bool:
    if denial.when is not None and claim.when is not None and denial.when.known and claim.when.known:
        return denial.when.relate(claim.when) is not Relation.EXCLUSIVE
    first, second = denial.stated_at, claim.stated_at
    if first is None or second is None or not (first.known and second.known):
        return True
    return overlap_gap(first.compared, second.compared) <= FAR_DAYS * DAY


def _near_in_place(denial: Claim, claim: Claim, names: Names) -> bool:
    """Two lists of which no table knows a name must be alike, or of one document or wording, to be of one affair."""
    if not (isinstance(denial.places, Places) and isinstance(claim.places, Places)):
        return True
    if denial.places.relate(claim.places, names=names) is not Relation.UNKNOWN:
        return True
    known = any(node is not None for one in (denial.places, claim.places) for _, node in one.resolved(names))
    document = denial.source.document is not None and denial.source.document == claim.source.document
    wording = denial.about is not None and claim.about is not None and denial.about.similarity(claim.about)
    like = denial.places.similarity(claim.places, names=names) or 0.0
    return known or document or (wording or 0.0) >= HALF or like >= ALIKE


def nearest(reached: Iterable[tuple[Claim, Breadth, bool]]) -> Claim | None:
    """Return the claim that a denial is most about: named first, then the widest breadth, then the smallest id.

    Args:
        reached: claims with breadth and whether the denial names them.
    """
    rank: dict[Breadth, int] = {"whole": 0, "partial": 1, "unknown": 2}
    ordered = sorted(reached, key=lambda item: (not item[2], rank[item[1]], item[0].id))
    return ordered[0][0] if ordered else None
