"""Prevent a longer list from being read as a contradiction of a shorter one.

A list of places or parties says "at least these". List a says all that list b says when each member of b is, or
contains, a member of a.

>>> from reconcile.values import Places
>>> Places("Erbil", "Baghdad").relate(Places("Baghdad"))
<Relation.NARROWER: 'narrower'>
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from reconcile.values.relation import Relation

M = TypeVar("M")
_INSIDE = frozenset({Relation.EQUAL, Relation.NARROWER})
_AROUND = frozenset({Relation.EQUAL, Relation.BROADER})
_RELATED = _INSIDE | _AROUND


def relate_lists(
    a: Sequence[M],
    b: Sequence[M],
    *,
    order: Callable[[M, M], Relation],
    a_complete: bool = False,
    b_complete: bool = False,
) -> Relation:
    """Return how the list `a` stands to the list `b`.

    Args:
        a: members of one list, at least one.
        b: members of the other, at least one.
        order: how one member stands to another: `NARROWER` is inside, `EXCLUSIVE` is apart.
        a_complete: whether `a` is said to be all there are; a member of `b` apart from all of `a` then excludes it.
        b_complete: the same of `b`.

    Returns:
        The relation; `UNKNOWN` where members that nobody could resolve decide.

    >>> less = lambda x, y: Relation.of(forward=x <= y, backward=y <= x)
    >>> relate_lists([1], [2], order=less)
    <Relation.NARROWER: 'narrower'>
    """
    grid = [[order(x, y) for y in b] for x in a]
    if len(a) == len(b) == 1 and not a_complete and not b_complete:
        cell = grid[0][0]
        return Relation.of(forward=cell in _INSIDE, backward=cell in _AROUND) if cell in _RELATED else _neither({cell})
    turned = [list(column) for column in zip(*grid, strict=True)]
    if (a_complete and _stranger(turned)) or (b_complete and _stranger(grid)):
        return Relation.EXCLUSIVE
    forward = _covers(turned, _INSIDE) and (not b_complete or (a_complete and _covers(grid, _INSIDE)))
    backward = _covers(grid, _AROUND) and (not a_complete or (b_complete and _covers(turned, _AROUND)))
    if forward or backward:
        return Relation.of(forward=forward, backward=backward)
    return _neither({cell for row in grid for cell in row})


def relate_areas(a: Sequence[M], b: Sequence[M], *, order: Callable[[M, M], Relation]) -> Relation:
    """Return how the area that `a` covers stands to the area that `b` covers: more members are a larger area.

    Args:
        a: members of one list, at least one.
        b: members of the other, at least one.
        order: how one member stands to another: `NARROWER` is inside, `EXCLUSIVE` is apart.

    Returns:
        `NARROWER` where each member of `a` lies in one of `b`.

    >>> same = lambda x, y: Relation.EQUAL if x == y else Relation.EXCLUSIVE
    >>> relate_areas(["Kirkuk"], ["Kirkuk", "Diyala"], order=same)
    <Relation.NARROWER: 'narrower'>
    """
    grid = [[order(x, y) for y in b] for x in a]
    if len(a) == len(b) == 1:
        cell = grid[0][0]
        return Relation.of(forward=cell in _INSIDE, backward=cell in _AROUND) if cell in _RELATED else _neither({cell})
    turned = [list(column) for column in zip(*grid, strict=True)]
    forward, backward = _covers(grid, _INSIDE), _covers(turned, _AROUND)
    if forward or backward:
        return Relation.of(forward=forward, backward=backward)
    return _neither({cell for row in grid for cell in row})


def _covers(rows: Sequence[Sequence[Relation]], wanted: frozenset[Relation]) -> bool:
    return not any(map(wanted.isdisjoint, rows))


def _stranger(rows: Sequence[Sequence[Relation]]) -> bool:
    return any(all(cell is Relation.EXCLUSIVE for cell in row) for row in rows)


def _neither(cells: set[Relation]) -> Relation:
    if Relation.UNKNOWN in cells:
        return Relation.UNKNOWN
    return Relation.COMPATIBLE if cells - {Relation.EXCLUSIVE} else Relation.EXCLUSIVE


def share(a: Sequence[M], b: Sequence[M], *, closeness: Callable[[M, M], float | None]) -> float | None:
    """Return the mean, over the shorter list, of each member's closeness to its nearest in the other list.

    Args:
        a: members of one list.
        b: members of the other.
        closeness: 0..1 for two members, None where nothing is known.

    Returns:
        0..1, or None where no two members could be compared.

    >>> share([1, 2], [2], closeness=lambda x, y: float(x == y))
    1.0
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    best = [max((c for y in long if (c := closeness(x, y)) is not None), default=None) for x in short]
    known = [c for c in best if c is not None]
    if len(a) == len(b):
        other = [max((c for x in short if (c := closeness(x, y)) is not None), default=None) for y in long]
        known += [c for c in other if c is not None]
    return math.fsum(known) / len(known) if known else None
