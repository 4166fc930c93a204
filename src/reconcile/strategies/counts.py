"""Prevent tests from meeting exact figures only: bounds, best values, "about" and what is counted vary too.

>>> from hypothesis import find
>>> print(find(quantities(), lambda q: q.approximate and not q.low == q.high))
about at least 0
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.strategies.about import words
from reconcile.strategies.arguments import check_between, check_type, strategy_or
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
    parts = {"of": of, "scope": scope, "unit": unit}
    unsaid = st.none() | words()
    said: dict[str, SearchStrategy[Any]] = {name: strategy_or(part, unsaid, name) for name, part in parts.items()}
    said |= {"approximate": st.booleans(), "increment": st.booleans(), "raw": unsaid}
    figures = _figures(min_value, max_value, allow_fractions=allow_fractions)
    return st.builds(_quantity, _bounds(figures), st.fixed_dictionaries(said))


def _figures(low: Figure, high: Figure, *, allow_fractions: bool) -> SearchStrategy[Figure]:
    first, last = -int(-low // 1), int(high // 1)
    whole: SearchStrategy[Figure] = st.integers(first, last) if first <= last else st.nothing()
    if not allow_fractions:
        return whole
    return whole | st.floats(float(low), float(high)).filter(lambda x: low <= x <= high)


def _quantity(bounds: dict[str, Any], parts: dict[str, Any]) -> Quantity:
    return Quantity(**bounds, **parts)


def _bounds(figures: SearchStrategy[Figure]) -> SearchStrategy[dict[str, Any]]:
    ordered = st.tuples(figures, figures, figures).map(sorted)
    return st.one_of(
        figures.map(lambda x: {"low": x, "high": x}),
        figures.map(lambda x: {"low": x}),
        figures.map(lambda x: {"high": x}),
        ordered.map(lambda three: {"low": three[0], "high": three[2]}),
        ordered.map(lambda three: {"low": three[0], "best": three[1], "high": three[2]}),
    )
