"""Prevent a softened verdict from sharpening: a kind is settled from the relation, then readings can only lower it.

>>> settle(Kind.CONTRADICTION, [Effect.EXPLAINS]).value
'difference'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reconcile.diff.model import Kind, Reading
from reconcile.diff.readings.pair import Effect, Pair
from reconcile.diff.readings.readers import readings
from reconcile.values import Parties, Places, Relation


class Verdict(NamedTuple):
    """How two statements stand, and why both may be true.

    Attributes:
        kind: from contradiction to difference.
        readings: the reasons, in the order in which they are looked for.
    """

    kind: Kind
    readings: tuple[Reading, ...]

    def about(self, ids: tuple[str, ...]) -> Verdict:
        """Return the same verdict on all of the claims that stand alike.

        Args:
            ids: their ids.
        """
        return Verdict(self.kind, tuple([reading.about(ids) for reading in self.readings]))


def judge(pair: Pair) -> Verdict | None:
    """Return the verdict on two statements whose values are not equal, or None where nothing is to be said.

    Nothing is said of values in disjoint frames, of unknown relations, of what one voice in one document says more
    and less precisely, and of compatible values that no reading links.

    Args:
        pair: the two statements with all that bears on them.
    """
    base = _base(pair)
    if base is None:
        return None
    found = readings(pair)
    if not found and base is Kind.DIFFERENCE:
        return None
    kind = settle(base, [one.effect for one in found])
    return Verdict(kind, tuple(one.reading for one in found))


def _base(pair: Pair) -> Kind | None:
    if pair.standing.disjoint or pair.relation in (Relation.EQUAL, Relation.UNKNOWN):
        return None
    if pair.exclusive:
        return Kind.CONTRADICTION
    if pair.standing.other:
        return None
    if pair.same_voice and pair.same_document:
        return None
    return Kind.DISCREPANCY if isinstance(pair.a.value, Places | Parties) else Kind.DIFFERENCE


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


def sharpest(verdicts: Sequence[Verdict]) -> Verdict:
    """Return one verdict for many pairs of statements of two values: the sharpest kind, each kind of reading once.

    Args:
        verdicts: the verdicts on pairs of statements, at least one.

    >>> sharpest([Verdict(Kind.DIFFERENCE, ()), Verdict(Kind.CONTRADICTION, ())]).kind.value
    'contradiction'
    """
    if len(verdicts) == 1 and len(verdicts[0].readings) < 2:
        return verdicts[0]
    kind = min((v.kind for v in verdicts), key=_ORDER.index)
    return Verdict(kind, _merged(reading for v in verdicts if v.kind is kind for reading in v.readings))


def combined(verdicts: Sequence[Verdict]) -> Verdict:
    """Return one verdict for pairs of several values that all have the same kind, with every reading told once.

    Args:
        verdicts: the verdicts, at least one.
    """
    if len(verdicts) == 1 and len(verdicts[0].readings) < 2:
        return verdicts[0]
    claims: dict[Reading, set[str]] = {}
    for reading in (reading for verdict in verdicts for reading in verdict.readings):
        claims.setdefault(reading.about(()), set()).update(reading.claims)
    told = (reading.about(tuple(sorted(ids))) for reading, ids in claims.items())
    return Verdict(verdicts[0].kind, tuple(sorted(told)))


def _merged(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Give each kind of reason once, in the words of its first claims, with all the claims it is about."""
    merged: dict[str, Reading] = {}
    for one in sorted(readings, key=lambda r: (r.kind, not r.certain, r.claims, r.text)):
        first = merged.get(one.kind, one)
        claims = tuple(sorted({*first.claims, *one.claims}))
        merged[one.kind] = first.about(claims)
    return tuple(merged.values())
