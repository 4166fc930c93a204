"""Prevent three figures from becoming three alarms: positions that all exclude each other are one conflict.

>>> from reconcile.diff.verdict import Verdict
>>> contradiction = Verdict(Kind.CONTRADICTION, ())
>>> [group for group, _ in cliques([Edge(0, 1, contradiction), Edge(1, 2, contradiction), Edge(0, 2, contradiction)])]
[(0, 1, 2)]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.claims import Claim
from reconcile.diff.lineage import Lineage
from reconcile.diff.model import Breadth, Conflict, Kind, Position
from reconcile.diff.timing import one_document
from reconcile.diff.verdict import Verdict, sharpest


@dataclass(frozen=True, slots=True)
class Edge:
    """The verdict on two positions, by their numbers."""

    a: int
    b: int
    verdict: Verdict


def conflicts_of(
    edges: Sequence[Edge], positions: Sequence[Position], *, field: str, event: str, lineage: Lineage
) -> tuple[Conflict, ...]:
    """Return one conflict for each group of positions that all stand to each other in one way.

    Args:
        edges: the verdicts on pairs.
        positions: the positions that the edges number.
        field: the field they are of.
        event: the event's id.
        lineage: tells whose voice a claim is.
    """
    found = [
        conflict(
            verdict.kind,
            [positions[i] for i in members],
            field=field,
            events=(event,),
            verdict=verdict,
            lineage=lineage,
        )
        for members, verdict in cliques(edges)
    ]
    return tuple(sorted(found, key=lambda one: (-one.severity, one.id)))


def cliques(edges: Sequence[Edge]) -> list[tuple[tuple[int, ...], Verdict]]:
    """Return the groups of positions between all of which the same verdict stands, else the single pairs.

    Args:
        edges: the verdicts on pairs; the same verdict is the same kind with the same kinds of readings.
    """
    alike: dict[tuple[object, ...], list[Edge]] = {}
    for edge in edges:
        key = (edge.verdict.kind, tuple(sorted({reading.kind for reading in edge.verdict.readings})))
        alike.setdefault(key, []).append(edge)
    return [group for same in alike.values() for group in _components(same)]


def _components(edges: Sequence[Edge]) -> Iterable[tuple[tuple[int, ...], Verdict]]:
    home: dict[int, set[int]] = {}
    for edge in edges:
        merged = home.get(edge.a, {edge.a}) | home.get(edge.b, {edge.b})
        home.update(dict.fromkeys(merged, merged))
    for members in {min(group): group for group in home.values()}.values():
        inside = [edge for edge in edges if edge.a in members]
        if len(inside) == len(members) * (len(members) - 1) // 2:
            whole = sharpest(edge.verdict for edge in inside)
            assert whole is not None  # noqa: S101 - a component has at least one edge
            yield tuple(sorted(members)), whole
        else:
            yield from (((edge.a, edge.b), edge.verdict) for edge in inside)


def conflict(
    kind: Kind,
    positions: Sequence[Position],
    *,
    field: str,
    events: tuple[str, ...],
    lineage: Lineage,
    verdict: Verdict,
    breadth: Breadth | None = None,
) -> Conflict:
    """Return a conflict with its id, severity and what both sides share.

    Args:
        kind: its kind.
        positions: what stands against each other.
        field: the field.
        events: the ids of the events concerned.
        lineage: tells whose voice a claim is.
        verdict: the readings.
        breadth: of a denial, its breadth.
    """
    pairs = [(a, b) for p, q in combinations(positions, 2) for a in p.claims for b in q.claims]
    return Conflict(
        id=_id(kind, field, positions),
        kind=kind,
        events=events,
        field=field,
        positions=tuple(positions),
        readings=verdict.readings,
        severity=severity(kind, positions, readings=len(verdict.readings), breadth=breadth),
        breadth=breadth,
        same_voice=any(_one_voice(a, b, lineage) for a, b in pairs),
        same_document=any(one_document(a, b) for a, b in pairs),
        same_outlet=any(a.source.outlet == b.source.outlet for a, b in pairs),
    )


def _one_voice(a: Claim, b: Claim, lineage: Lineage) -> bool:
    return a.source.named and b.source.named and lineage.voice(a) == lineage.voice(b)


_BASE = {
    Kind.DENIAL: 0.9,
    Kind.CONTRADICTION: 0.8,
    Kind.DISCREPANCY: 0.5,
    Kind.REVISION: 0.3,
    Kind.DIFFERENCE: 0.1,
}
_BREADTH: dict[Breadth | None, float] = {None: 1.0, "whole": 1.0, "partial": 0.8, "unknown": 0.6}


def severity(
    kind: Kind, positions: Sequence[Position], *, readings: int, breadth: Breadth | None = None
) -> float:
    """Return how much a conflict matters, 0 to 1: by kind and breadth, less for each reading and for unnamed voices.

    Args:
        kind: its kind.
        positions: what stands against each other.
        readings: how many readings there are; each takes off a tenth of what is left.
        breadth: of a denial, its breadth.

    >>> severity(Kind.CONTRADICTION, [], readings=0) > severity(Kind.CONTRADICTION, [], readings=1)
    True
    """
    unnamed = any(not position.voices for position in positions)
    return round(_BASE[kind] * _BREADTH[breadth] * 0.9**readings * (0.8 if unnamed else 1.0), 4)


def _id(kind: Kind, field: str, positions: Sequence[Position]) -> str:
    parts = [kind.value, field, [[*position.ids, str(position.value)] for position in positions]]
    text = json.dumps(parts, ensure_ascii=True)
    return "k" + hashlib.sha256(text.encode()).hexdigest()[:16]
