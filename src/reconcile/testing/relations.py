"""Prevent a value type of your own from breaking the algebra that the whole diff rests on.

>>> from reconcile import Quantity
>>> assert_relations([Quantity(2), Quantity(3), Quantity(low=2)])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement, product
from typing import Any

from reconcile.testing.breach import demand
from reconcile.values import BUILTIN, Names, Relation, relation

LAW = "law 3 (relations)"


def assert_relations(values: Iterable[Any], *, names: Names = BUILTIN) -> None:
    """Assert that values of one type relate as statements do.

    A value is `EQUAL` to itself, or `UNKNOWN`; `relate(a, b)` mirrors `relate(b, a)`; what is equal or narrower than
    what is equal or narrower is so itself. Where names that no table knows decide, `UNKNOWN` may stand for the last.

    Args:
        values: values of one type; time grows with the cube of their number.
        names: how names are resolved.

    Raises:
        AssertionError: a law is broken; the message names the values.

    >>> from reconcile import Period
    >>> assert_relations([Period("2020"), Period("2020-10"), Period("2020-10-13")])
    """
    every = list(values)
    grid = [[relation(a, b, names=names) for b in every] for a in every]
    for i, a in enumerate(every):
        demand(grid[i][i] in (Relation.EQUAL, Relation.UNKNOWN), LAW, f"{a!r} is {grid[i][i].value} to itself")
    for i, j in combinations_with_replacement(range(len(every)), 2):
        demand(
            grid[i][j] is grid[j][i].converse,
            LAW,
            f"{every[i]!r} is {grid[i][j].value} to {every[j]!r}, which is {grid[j][i].value} to it",
        )
    for i, j, k in product(range(len(every)), repeat=3):
        _demand_chain(every, grid, (i, j, k))


def _demand_chain(values: Sequence[Any], grid: Sequence[Sequence[Relation]], at: tuple[int, int, int]) -> None:
    """Demand that a ≤ b and b ≤ c give a ≤ c, equal only where both are equal."""
    i, j, k = at
    steps = {grid[i][j], grid[j][k]}
    if not steps <= {Relation.EQUAL, Relation.NARROWER}:
        return
    wanted = Relation.EQUAL if steps == {Relation.EQUAL} else Relation.NARROWER
    open_names = grid[i][k] is Relation.UNKNOWN and hasattr(values[i], "holds_names")
    demand(
        grid[i][k] is wanted or open_names,
        LAW,
        f"{values[i]!r} is {grid[i][j].value} to {values[j]!r}, that {grid[j][k].value} to {values[k]!r}, "
        f"but the first is {grid[i][k].value} to the last",
    )
