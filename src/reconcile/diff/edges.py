"""Prevent a quarrel in one town from being told of another: which statements of two values stand against each other.

>>> from reconcile import Claim
>>> from reconcile.diff.statements import statements
>>> claims = [Claim(id=i, about="x", count=n, source=i) for i, n in (("b", 2), ("a", 2))]
>>> [one.claim.id for one in distinct(statements(claim)[0] for claim in (*claims, *claims))]
['a', 'b']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self, TypeVar

from reconcile.claims import Claim
from reconcile.diff.couples import Couple
from reconcile.diff.readings.verdict import Verdict, sharpest
from reconcile.diff.standings import Standings
from reconcile.diff.statements import Frame, Statement

T = TypeVar("T")
Stated = tuple[Statement, ...]
Held = Mapping[int, Frame]


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
        left = distinct(statement for one in couples for statement in one.left)
        right = distinct(statement for one in couples for statement in one.right)
        return cls(a, b, verdict, left, right, pairs)


def edges_between(a: int, b: int, judged: Sequence[Judged], *, standings: Standings) -> list[Edge]:
    """Return the edges between two positions: one, but where their statements are of places apart.

    Args:
        a: the number of one position.
        b: the number of the other.
        judged: the verdicts on pairs of their statements, at least one.
        standings: how the frames of the event stand to each other.
    """
    kind = sharpest([one.verdict for one in judged]).kind
    if len(judged) == 1 or not kind.is_conflict:
        return [Edge.of(a, b, judged)]
    alike = [one for one in judged if one.verdict.kind is kind]
    if standings.together(frame for one in alike for frame in _frames(one)):
        return [Edge.of(a, b, judged)]
    return [Edge.of(a, b, part) for part in parts_of(alike, _frames, standings)]


def parts_of(
    some: Sequence[T], frames: Callable[[T], Iterable[Frame]], standings: Standings, *, told: Iterable[int] = ()
) -> Iterator[list[T]]:
    """Yield parts whose frames may stand together in one conflict, each with all that fits what it begins with.

    What fits two towns goes to both: else one of them would be told in as many pieces as it has values.

    Args:
        some: what is to be parted, in order.
        frames: returns the frames of one thing.
        standings: how they stand to each other.
        told: the identities of things with which no part need begin.
    """
    numbered = [{standings.number(frame): frame for frame in frames(one)} for one in some]
    done = set(told)
    for first, held in zip(some, numbered, strict=True):
        if id(first) not in done:
            part = _fitting(held, zip(some, numbered, strict=True), standings)
            done.update(map(id, part))
            yield part


def _fitting(held: Held, some: Iterable[tuple[T, Held]], standings: Standings) -> list[T]:
    """Return all that fits the frames `held` and what was taken before it, in the order given."""
    held, part = dict(held), list[T]()
    for one, mine in some:
        new = mine.keys() - held.keys()
        if not any(standings.between(mine[a], held[b]).disjoint for a in new for b in held):
            held.update(mine)
            part.append(one)
    return part


def _frames(judged: Judged) -> Iterable[Frame]:
    return [one.frame for one in (*judged.couple.left, *judged.couple.right)]


def distinct(statements: Iterable[Statement]) -> Stated:
    """Return the statements in order, each once."""
    found = {one.order: one for one in statements}
    return tuple(found.values()) if len(found) < 2 else tuple(found[order] for order in sorted(found))
