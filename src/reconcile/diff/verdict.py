"""Prevent a softened verdict from sharpening: a kind is settled from the relation, then readings can only lower it.

>>> settle(Kind.CONTRADICTION, [Effect.EXPLAINS]).value
'difference'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.diff.model import Kind, Reading
from reconcile.diff.pair import Effect, Pair
from reconcile.diff.readings import readings
from reconcile.values import Parties, Places, Relation


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two statements stand, and why both may be true.

    Attributes:
        kind: from contradiction to difference.
        readings: the reasons, in the order in which they are looked for.
    """

    kind: Kind
    readings: tuple[Reading, ...]


def judge(pair: Pair) -> Verdict | None:
    """Return the verdict on two statements whose values are not equal, or None where nothing is to be said.

    Nothing is said of values in disjoint frames, of unknown relations, and of two lists that one voice gives in one
    document.

    Args:
        pair: the two statements with all that bears on them.
    """
    base = _base(pair)
    if base is None:
        return None
    found = readings(pair)
    kind = settle(base, [one.effect for one in found])
    return Verdict(kind, tuple(one.reading for one in found))


def _base(pair: Pair) -> Kind | None:
    if pair.standing.disjoint or pair.relation in (Relation.EQUAL, Relation.UNKNOWN):
        return None
    if pair.exclusive:
        return Kind.CONTRADICTION
    if pair.standing.other:
        return None
    if isinstance(pair.a.value, Places | Parties):
        return None if pair.same_voice and pair.same_document else Kind.DISCREPANCY
    return Kind.DIFFERENCE


def settle(base: Kind, effects: Iterable[Effect]) -> Kind:
    """Return the kind that is left of `base` once the readings have had their effect.

    Args:
        base: the kind by relation alone.
        effects: what each reading does.
    """
    seen = set(effects)
    if Effect.REVISES in seen:
        return Kind.REVISION
    return Kind.DIFFERENCE if Effect.EXPLAINS in seen else base


_ORDER = (Kind.DENIAL, Kind.CONTRADICTION, Kind.DISCREPANCY, Kind.REVISION, Kind.DIFFERENCE)


def sharpest(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return one verdict for many pairs: the sharpest kind, with all readings of the pairs of that kind.

    Args:
        verdicts: the verdicts on every pair of claims of two positions.

    >>> sharpest([]) is None
    True
    """
    every = list(verdicts)
    if not every:
        return None
    kind = min((v.kind for v in every), key=_ORDER.index)
    return Verdict(kind, _merged(reading for v in every if v.kind is kind for reading in v.readings))


def _merged(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Give each reason once, with all the claims it is about."""
    merged: dict[tuple[str, str], Reading] = {}
    for one in readings:
        key = (one.kind, one.text)
        before = merged.get(key)
        claims = sorted({*one.claims, *(before.claims if before else ())})
        merged[key] = Reading(one.kind, one.text, certain=one.certain, claims=tuple(claims))
    return tuple(sorted(merged.values()))
