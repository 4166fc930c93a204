"""Prevent three figures from becoming three alarms: values that all stand to each other in one way are one conflict.

>>> from reconcile.diff.readings.verdict import Verdict
>>> no = Verdict(Kind.CONTRADICTION, ())
>>> edges = [Edge(0, 1, no, (), ()), Edge(1, 2, no, (), ()), Edge(0, 2, no, (), ())]
>>> [len(group.positions) for group in grouped_edges(edges, [0, 1, 2])]
[3]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, Self

from reconcile.claims import Claim
from reconcile.diff.couples import Couple
from reconcile.diff.model import Breadth, Conflict, Kind, Position
from reconcile.diff.readings.timing import one_document
from reconcile.diff.readings.verdict import Verdict, combined, sharpest
from reconcile.diff.statements import Statement
from reconcile.diff.voices.lineage import Lineage

Stated = tuple[Statement, ...]


class Judged(NamedTuple):
    """Statements of two values that stand to each other alike, and the verdict on them."""

    couple: Couple
    verdict: Verdict


class Edge(NamedTuple):
    """The verdict on two positions, by their numbers, and the statements of each that it rests on."""

    a: int
    b: int
    verdict: Verdict
    left: Stated
    right: Stated
    pairs: tuple[tuple[Claim, Claim], ...] = ()

    @classmethod
    def of(cls, a: int, b: int, judged: Sequence[Judged]) -> Self:
        """Return the edge for the sharpest of several verdicts.

        Args:
            a: the number of one value.
            b: the number of the other.
            judged: the verdicts on pairs of their statements, at least one.
        """
        verdict = sharpest([one.verdict for one in judged])
        couples = [one.couple for one in judged if one.verdict.kind is verdict.kind]
        pairs = tuple((one.a.claim, one.b.claim) for one in couples if one.tied)
        left = _distinct(statement for one in couples for statement in one.left)
        right = _distinct(statement for one in couples for statement in one.right)
        return cls(a, b, verdict, left, right, pairs)


class Group(NamedTuple):
    """Values that all stand to each other in one way.

    Attributes:
        positions: the statements of each value.
        verdict: the kind, with the readings of all pairs.
        pairs: opposed claims with ties.
        softened: how many readings the pair has that fewest soften.
    """

    positions: tuple[Stated, ...]
    verdict: Verdict
    pairs: tuple[tuple[Claim, Claim], ...]
    softened: int


def _distinct(statements: Iterable[Statement]) -> Stated:
    distinct = {one.order: one for one in statements}
    return tuple(distinct.values()) if len(distinct) < 2 else tuple(distinct[order] for order in sorted(distinct))


def grouped_edges(edges: Iterable[Edge], seats: Sequence[int]) -> list[Group]:
    """Return the groups of values that the same verdict links: all to all for a conflict, in a chain for a difference.

    Args:
        edges: the verdicts on pairs; the same verdict is the same kind and, of differences, the same certain readings.
        seats: for each position that the edges number, the position it is shown as (see `seated`).
    """
    alike: dict[tuple[object, ...], list[Edge]] = {}
    for edge in edges:
        kind = edge.verdict.kind
        certain = () if kind.is_conflict else {reading.kind for reading in edge.verdict.readings if reading.certain}
        alike.setdefault((kind, *sorted(certain)), []).append(edge)
    return [
        _group(group, seats)
        for (kind, *_), same in alike.items()
        for group in (_cliques(same, seats) if kind in _SHARP else _chains(same))
    ]


_SHARP = frozenset(kind for kind in Kind if kind.is_conflict)


def _chains(edges: Sequence[Edge]) -> Iterable[Sequence[Edge]]:
    """Yield the edges of each connected component."""
    home: dict[int, set[int]] = {}
    for edge in edges:
        merged = home.get(edge.a, {edge.a}) | home.get(edge.b, {edge.b})
        home.update(dict.fromkeys(merged, merged))
    for members in {min(group): group for group in home.values()}.values():
        yield [edge for edge in edges if edge.a in members]


def _cliques(edges: Sequence[Edge], seats: Sequence[int]) -> Iterable[Sequence[Edge]]:
    """Yield edges among values that all stand against each other, until each edge was told; larger groups first found.

    Values count, whichever accounts state them: an account may leave unstated what others state.
    """
    alike: dict[tuple[int, int], list[Edge]] = {}
    for edge in edges:
        alike.setdefault((min(seats[edge.a], seats[edge.b]), max(seats[edge.a], seats[edge.b])), []).append(edge)
    against: dict[int, set[int]] = {}
    for a, b in alike:
        against.setdefault(a, set()).add(b)
        against.setdefault(b, set()).add(a)
    left = dict.fromkeys(sorted(alike))
    while left:
        pairs = list(combinations(_clique(next(iter(left)), against), 2))
        yield [edge for pair in pairs for edge in alike[pair]]
        for pair in pairs:
            left.pop(pair, None)


def _clique(pair: tuple[int, int], against: Mapping[int, set[int]]) -> list[int]:
    """Return the two values of `pair` and others, lowest first, each of which stands against all before it."""
    members, others = list(pair), against[pair[0]] & against[pair[1]]
    while others:
        first = min(others)
        members.append(first)
        others = others & against[first]
    return sorted(members)


def _group(edges: Sequence[Edge], seats: Sequence[int]) -> Group:
    """Gather the statements of a group, those of one seat as one position."""
    stated: dict[int, list[Statement]] = {}
    for edge in edges:
        stated.setdefault(seats[edge.a], []).extend(edge.left)
        stated.setdefault(seats[edge.b], []).extend(edge.right)
    positions = sorted((_distinct(some) for some in stated.values()), key=_order)
    pairs = tuple(pair for edge in edges for pair in edge.pairs)
    softened = min(len({reading.kind for reading in edge.verdict.readings}) for edge in edges)
    return Group(tuple(positions), combined([edge.verdict for edge in edges]), pairs, softened)


def seated(positions: Sequence[Sequence[Statement]], *, apart: Callable[[Statement, Statement], bool]) -> list[int]:
    """Return for each position the first of those with the same value, in frames that are not apart.

    Args:
        positions: the statements of each position of each account of a field.
        apart: whether two statements stand in frames that have nothing to do with each other.
    """
    seats: list[int] = []
    members: dict[int, list[Statement]] = {}
    for n, stated in enumerate(positions):
        first = stated[0]
        seat = next((s for s, some in members.items() if _one_value(first, some, apart)), n)
        members.setdefault(seat, []).append(first)
        seats.append(seat)
    return seats


def _one_value(one: Statement, others: Sequence[Statement], apart: Callable[[Statement, Statement], bool]) -> bool:
    return one.bare == others[0].bare and not any(apart(one, other) for other in others)


def _order(stated: Stated) -> tuple[str, int]:
    return stated[0].order if stated else ("", 0)


def conflict(
    kind: Kind,
    positions: Sequence[Position],
    *,
    field: str,
    events: tuple[str, ...],
    lineage: Lineage,
    verdict: Verdict,
    pairs: Sequence[tuple[Claim, Claim]],
    softened: int | None = None,
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
        pairs: the claims that it opposes, two by two, as far as they have anything in common.
        softened: how many kinds of readings lower the severity; by default those of the verdict.
        breadth: of a denial, its breadth.
    """
    return Conflict(
        id=_id(kind, field, positions),
        kind=kind,
        events=events,
        field=field,
        positions=tuple(positions),
        readings=verdict.readings,
        severity=severity(
            kind,
            positions,
            readings=len({one.kind for one in verdict.readings}) if softened is None else softened,
            breadth=breadth,
            weigh_sources=lineage.weigh_sources,
        ),
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
    Kind.REVISION: 0.2,
    Kind.DIFFERENCE: 0.2,
}
_BREADTH: dict[Breadth | None, float] = {None: 1.0, "whole": 1.0, "partial": 0.8, "unknown": 0.6}


def severity(
    kind: Kind,
    positions: Sequence[Position],
    *,
    readings: int,
    breadth: Breadth | None = None,
    weigh_sources: bool = False,
) -> float:
    """Return how much a conflict matters, 0 to 1: by kind and breadth, less for each reading and for unnamed voices.

    Args:
        kind: its kind.
        positions: what stands against each other.
        readings: how many readings there are; each takes off a tenth of what is left.
        breadth: of a denial, its breadth.
        weigh_sources: lower it by the better grade of the weaker side; unknown grades (F and 6) lower nothing.

    >>> severity(Kind.CONTRADICTION, [], readings=0) > severity(Kind.CONTRADICTION, [], readings=1)
    True
    """
    unnamed = any(not position.voices for position in positions)
    graded = min((_grade(position) for position in positions), default=1.0) if weigh_sources else 1.0
    return round(_BASE[kind] * _BREADTH[breadth] * 0.9**readings * (0.8 if unnamed else 1.0) * graded, 4)


_RELIABILITY = {"A": 1.0, "B": 0.9, "C": 0.8, "D": 0.65, "E": 0.5}
_CREDIBILITY = {1: 1.0, 2: 0.9, 3: 0.8, 4: 0.65, 5: 0.5}


def _grade(position: Position) -> float:
    """Return the best grade among the claims of a position, on both axes of the Admiralty scale."""
    return max(
        _RELIABILITY.get(claim.source.reliability or "F", 1.0) * _CREDIBILITY.get(claim.credibility or 6, 1.0)
        for claim in position.claims
    )


def _id(kind: Kind, field: str, positions: Sequence[Position]) -> str:
    parts = [kind.value, field, [[*position.ids, str(position.value)] for position in positions]]
    text = json.dumps(parts)
    return "k" + hashlib.sha256(text.encode()).hexdigest()[:16]
