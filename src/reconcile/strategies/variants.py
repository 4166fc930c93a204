"""Prevent a variant from being what it should not be: values that stand to a given one in a wanted way, proved by it.

>>> from hypothesis import find
>>> from reconcile import Phase
>>> find(variants(Phase.COMPLETED, "wider"), lambda phase: True)
<Phase.DISCUSSED: 'discussed'>
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.values import Parties, Period, Phase, Places, Quantity, Relation, relation
from reconcile.values.quantity import LIMIT

Wanted = Literal["wider", "other", "apart"]
_WANTED = {
    "wider": (Relation.EQUAL, Relation.BROADER),
    "other": (Relation.NARROWER, Relation.COMPATIBLE),
    "apart": (Relation.EXCLUSIVE,),
}


def variants(value: Any, wanted: Wanted) -> SearchStrategy[Any] | None:  # noqa: ANN401 - any value of a claim
    """Return values that stand to `value` as wanted, or None where none is at hand.

    Args:
        value: a value, or a tuple of them, of which each variant is held against all.
        wanted: `wider` says no more than the value, `other` says more or something beside it, `apart` excludes it.
    """
    stated = cast("tuple[Any, ...]", value) if isinstance(value, tuple) else (value,)
    found = [one for source in stated for one in _near(source) if _stands(one, source, stated, wanted)]
    return st.sampled_from(found) if found else None


def _stands(one: Any, source: Any, stated: tuple[Any, ...], wanted: Wanted) -> bool:  # noqa: ANN401
    """Whether a variant of `source` stands as wanted to it, and no other value says otherwise."""
    every = {_relation(one, other) for other in stated}
    if wanted == "apart":
        return every == {Relation.EXCLUSIVE}
    outdone = wanted == "other" and every & {Relation.EQUAL, Relation.BROADER}
    return _relation(one, source) in _WANTED[wanted] and not outdone


def _relation(a: Any, b: Any) -> Relation:  # noqa: ANN401 - any value of a claim
    """Relate values in one frame: what a figure is of is compared before it, and never makes it more or less."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.bare().relate(b.bare())
    return relation(a, b)


def _near(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any value of a claim
    match value:
        case Quantity():
            yield from _quantities(value)
        case Period():
            yield from _periods(value)
        case Phase():
            yield from Phase
        case Places() | Parties():
            yield from _lists(value)
        case _:
            yield value


def _quantities(q: Quantity) -> Iterator[Quantity]:
    yield q.model_copy(update={"raw": None})
    low, high = q.low, q.high
    if low is not None and high is not None:
        yield q.model_copy(update={"high": None, "best": None})
        yield q.model_copy(update={"low": None, "best": None})
        yield q.model_copy(update={"high": low, "best": None, "approximate": False})
    for part in ("of", "scope"):
        yield q.model_copy(update={part: None, "raw": None})
    for far in (*(x + step for x in (low, high) if x is not None for step in (1, -1)), LIMIT, -LIMIT):
        if abs(far) <= LIMIT:
            yield Quantity(low=far, high=far, of=q.of, scope=q.scope, unit=q.unit, increment=q.increment)


def _periods(p: Period) -> Iterator[Period]:
    yield p.model_copy(update={"raw": None})
    if p.kind == "throughout":
        return
    if p.lower is not None and p.upper is not None:
        yield p.model_copy(update={"upper": None, "part": None})
        yield p.model_copy(update={"lower": None, "part": None})
        yield p.model_copy(update={"upper": p.lower, "part": None, "approximate": False})
    yield Period(dt.date(1, 1, 1), dt.date(1, 1, 1))
    yield Period(dt.date(9999, 12, 31), dt.date(9999, 12, 31))


def _lists(listed: Places | Parties) -> Iterator[Places | Parties]:
    yield listed
    kind, part = type(listed), {"part": listed.part} if isinstance(listed, Places) else {}
    for item in listed.items:
        yield kind(items=(item,), **part)
    yield kind(items=(*listed.items, "another one"), **part)
