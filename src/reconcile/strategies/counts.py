"""Prevent tests from meeting exact figures only: bounds, best values, "about" and what is counted vary too.

>>> from hypothesis import find
>>> print(find(quantities(), lambda q: q.approximate and not q.low == q.high))
about at least 0
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.strategies.about import perhaps
from reconcile.strategies.arguments import check_between, check_strategies, check_type
from reconcile.values import Quantity
from reconcile.values.quantity import LIMIT

Figure = int | float


def quantities(
    *,
    min_value: Figure = -LIMIT,
    max_value: Figure = LIMIT,
    allow_fractions: bool = True,
    of: SearchStrategy[str | None] | None = None,
    scope: SearchStrategy[str | None] | None = None,
    unit: SearchStrategy[str | None] | None = None,
) -> SearchStrategy[Quantity]:
    """Return `Quantity`s: exact, bounded on one or both sides, with and without a best value.

    Args:
        min_value: the least figure, at least -10^18.
        max_value: the greatest figure, at most 10^18.
        allow_fractions: whether figures may be other than whole numbers.
        of: the thing counted, or None where it is not said.
        scope: the part of it.
        unit: the unit of measure.

    Raises:
        InvalidArgument: a bound is no legal number, the bounds are reversed, or an argument is no strategy.

    >>> from hypothesis import find
    >>> print(find(quantities(min_value=1), lambda q: q.low != q.high))
    at least 1
    """
    for name, bound in (("min_value", min_value), ("max_value", max_value)):
        check_type(bound, (int, float), name)
        check_between(-LIMIT, bound, low_name="the least legal value ", high_name=name)
        check_between(bound, LIMIT, low_name=name, high_name="the greatest legal value ")
    check_between(min_value, max_value, low_name="min_value", high_name="max_value")
    check_type(allow_fractions, bool, "allow_fractions")
    check_strategies(of=of, scope=scope, unit=unit)
    figures = _figures(min_value, max_value, allow_fractions=allow_fractions)
    return _quantities(figures, of, scope, unit) if figures else st.nothing()


_SHAPES = st.sampled_from(
    [
        (("low", "high"),),
        (("low",),),
        (("high",),),
        (("low",), ("high",)),
        (("low",), ("best",), ("high",)),
    ]
)
"""For each figure of a quantity, smallest first, what it is."""
_FLAGS = st.booleans()
Figures = tuple[SearchStrategy[Figure], ...]
Words = SearchStrategy[str | None]


def _figures(low: Figure, high: Figure, *, allow_fractions: bool) -> Figures:
    """Return strategies for whole numbers and for others, those that there are."""
    first, last = -int(-low // 1), int(high // 1)
    whole: Figures = (st.integers(first, last),) if first <= last else ()
    broken: Figures = (st.floats(float(low), float(high)).filter(lambda x: low <= x <= high),)
    return (*whole, *broken) if allow_fractions else whole


@composite
def _quantities(draw: DrawFn, figures: Figures, of: Words | None, scope: Words | None, unit: Words | None) -> Quantity:
    shape = draw(_SHAPES)
    ordered = sorted(draw(figures[-1 if draw(_FLAGS) else 0]) for _ in shape)
    told: dict[str, Any] = {name: figure for names, figure in zip(shape, ordered, strict=True) for name in names}
    told |= {"of": perhaps(draw, of), "scope": perhaps(draw, scope), "unit": perhaps(draw, unit)}
    return Quantity(**told, approximate=draw(_FLAGS), increment=draw(_FLAGS), raw=perhaps(draw))
