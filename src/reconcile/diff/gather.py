"""Prevent three figures from becoming three alarms: values that all stand to each other in one way are one conflict.

>>> from reconcile.diff.readings.verdict import Verdict
>>> from reconcile.values import BUILTIN
>>> no = Verdict(Kind.CONTRADICTION, ())
>>> edges = [Edge(0, 1, no, (), ()), Edge(1, 2, no, (), ()), Edge(0, 2, no, (), ())]
>>> [len(group.positions) for group in grouped_edges(edges, [0, 1, 2], standings=Standings(BUILTIN))]
[3]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reconcile.claims import Claim
from reconcile.diff.edges import Edge, Stated, distinct, parts_of
from reconcile.diff.model import Kind
from reconcile.diff.readings.verdict import Verdict, combined
from reconcile.diff.standings import Standings
from reconcile.diff.statements import Frame, Statement
from reconcile.diff.unions import join, root


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


def grouped_edges(edges: Iterable[Edge], seats: Sequence[int], *, standings: Standings) -> list[Group]:
    """Return the groups of values that the same verdict links: all to all for a conflict, in a chain for a difference.

    Args:
        edges: the verdicts on pairs; the same verdict is the same kind and, of differences, the same certain readings.
        seats: for each position that the edges number, the position it is shown as (see `seated`).
        standings: how the frames of the event stand to each other.
    """
    alike: dict[tuple[object, ...], list[Edge]] = {}
    for edge in edges:
        kind = edge.verdict.kind
        certain = () if kind.is_conflict else {reading.kind for reading in edge.verdict.readings if reading.certain}
        alike.setdefault((kind, *sorted(certain)), []).append(edge)
    return [
        _group(group, seats)
        for (kind, *_), same in alike.items()
        for group in (_sharp(same, seats, standings) if kind in _SHARP else _chains(same))
    ]


_SHARP = frozenset(kind for kind in Kind if kind.is_conflict)


def _chains(edges: Sequence[Edge]) -> Iterable[Sequence[Edge]]:
    """Return the edges of each connected component."""
    parent = list(range(1 + max((max(edge.a, edge.b) for edge in edges), default=-1)))
    for edge in edges:
        join(parent, edge.a, edge.b)
    linked: dict[int, list[Edge]] = {}
    for edge in edges:
        linked.setdefault(root(parent, edge.a), []).append(edge)
    return linked.values()


def _sharp(edges: Sequence[Edge], seats: Sequence[int], standings: Standings) -> Iterable[Sequence[Edge]]:
    """Yield `_cliques`; what two towns say is told apart, though a third claim that names none stands against both."""
    told: set[int] = set()
    parted: list[Sequence[Edge]] = []
    for group in _cliques(edges, seats):
        if standings.together(frame for edge in group for frame in _frames(edge)):
            yield group
            told.update(map(id, group))
        else:
            parted.append(group)
    for part in (part for group in parted for part in parts_of(group, _frames, standings, told=told)):
        for found in _cliques(part, seats):
            if not told.issuperset(map(id, found)):  # groups overlap, and so do their parts
                yield found
                told.update(map(id, found))


def _frames(edge: Edge) -> Iterable[Frame]:
    return [one.frame for one in (*edge.left, *edge.right)]


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
    positions = sorted((distinct(some) for some in stated.values()), key=_order)
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
