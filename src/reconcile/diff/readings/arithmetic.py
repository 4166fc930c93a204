"""Prevent numbers from being compared that count different things: parts, sums, sizes and roundings are worked out.

>>> round_step(1000), round_step(987)
(1000, 1)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from reconcile.diff.model import Why
from reconcile.diff.readings.pair import Effect, Found, Pair
from reconcile.diff.readings.parts import exact
from reconcile.diff.statements import Statement
from reconcile.language.measures import measure
from reconcile.language.numbers import ends_open, read_number
from reconcile.language.things import grows, taken_in, thing
from reconcile.values import Phase, Quantity, Relation
from reconcile.values.quantity import figure

CLOSE = 0.05
CLOSE_TO_EQUAL = 1e-9
MOST_PARTS = 12
TWO_MORE = 2  # "hundreds" begin at two hundred: up to there "dozens" may be meant


def cumulative(pair: Pair) -> bool:
    """Return whether the figures only grow: the field says so, or a thing counted is of that kind.

    Args:
        pair: two statements, of which one may leave unstated what it counts.
    """
    things = {one.frame.of for one in (pair.a, pair.b)} - {None}
    declared = pair.a.spec.disputed.cumulative or pair.b.spec.disputed.cumulative
    return declared or any(grows(str(one)) for one in things)


def part_of_whole(pair: Pair) -> Found | None:
    """One figure is of a stated part, the other of all: both stand if the part is not larger."""
    if not (pair.exclusive and isinstance(pair.a.bare, Quantity) and not pair.standing.other):
        return None
    part = _part(pair)
    if part is None:
        return None
    whole = pair.b if part is pair.a else pair.a
    if part.bare.compared[0] > whole.bare.compared[1]:
        return None
    text = f"{part.value} may be a part of {whole.value}"
    small, large = exact(part), exact(whole)
    figures = f"{_told(small, pair)} ≤ {_told(large, pair)}" if small is not None and large is not None else ""
    return Found(pair.reading(Why.PART, text, figures=figures), Effect.EXPLAINS)


def _told(number: float, pair: Pair) -> str:
    """Return a figure as a report prints it, in the unit that both sides state; else in the base unit."""
    return figure(_in_stated_unit(number, pair))


def _in_stated_unit(number: float, pair: Pair) -> float:
    unit, other = pair.a.value.unit, pair.b.value.unit
    known = measure(unit) if unit is not None and unit == other else None
    return number if known is None else round(number / known.factor, 6)


def _part(pair: Pair) -> Statement | None:
    a, b = pair.a.frame, pair.b.frame
    if "scope" in pair.standing.unstated:
        return pair.a if a.scope is not None else pair.b
    if pair.standing.part in (Relation.NARROWER, Relation.BROADER):
        return pair.a if pair.standing.part is Relation.NARROWER else pair.b
    if a.of is not None and b.of is not None and (a.scope is None) == (b.scope is None):
        first, second = thing(a.of), thing(b.of)
        if taken_in(first, second) != first or taken_in(second, first) != second:
            return pair.a if "casualties" in second else pair.b
        if first > second or second > first:  # who says more fully what is counted may count a part of it
            return pair.a if first > second else pair.b
    return None


def rounding(pair: Pair) -> Found | None:
    """One figure is round, in the unit that both state, and the other rounds to it: 1,000 against 987."""
    x, y = exact(pair.a), exact(pair.b)
    if x is None or y is None or not pair.exclusive:
        return None
    stated = (_in_stated_unit(number, pair) for number in (x, y))
    fine, coarse = sorted(stated, key=lambda n: (round_step(n), n))
    step, least = round_step(coarse), 100 if round_step(fine) >= 1 else 1
    if step < least or round_step(fine) >= step or abs(fine - coarse) > min(step / 2, CLOSE * abs(coarse)):
        return None
    text = f"{figure(fine)} rounds to {figure(coarse)}"
    figures = f"{figure(fine)} ≈ {figure(coarse)}"
    return Found(pair.reading(Why.ROUNDING, text, certain=True, figures=figures), Effect.EXPLAINS)


def open_plural(pair: Pair) -> Found | None:
    """The upper end of a plural such as "dozens" is open: a figure below the next such plural may be meant."""
    if not (pair.exclusive and isinstance(pair.a.bare, Quantity)):
        return None
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        usual, end = one.value, one.bare.high
        if usual.high is None or usual.raw is None or end >= other.bare.compared[0] or not _read_of_plural(usual):
            continue
        if other.bare.compared[0] < end * TWO_MORE * (usual.high + 1) / usual.high:
            text = f"“{usual.raw}” takes in {other.value}, for its upper end is open"
            return Found(pair.reading(Why.APPROXIMATION, text), Effect.EXPLAINS)
    return None


def _read_of_plural(usual: Quantity) -> bool:
    """Whether the bounds are those of the plural as written, with nothing changed since."""
    assert usual.raw is not None  # noqa: S101 - asked before
    return ends_open(usual.raw) and read_number(usual.raw)[:2] == (usual.low, usual.high)


def round_step(number: float) -> float:
    """Return the largest power of ten that divides a whole number; 1 for 0, a step below 1 for fractions."""
    if number != int(number):
        return 0.1
    whole, step = abs(int(number)), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return step


def addition(pair: Pair) -> Found | None:
    """One figure is said to be added to an earlier one."""
    if "increment" not in pair.standing.other:
        return None
    more, base = (pair.a, pair.b) if pair.a.frame.increment else (pair.b, pair.a)
    x, y = exact(base), exact(more)
    figures = ""
    if x is not None and y is not None:
        figures = f"{_told(x, pair)} + {_told(y, pair)} = {_told(x + y, pair)}"
    text = f"{more.value} is an addition, not a total" + (f": {figures}" if figures else "")
    return Found(pair.reading(Why.INCREMENT, text, certain=True, figures=figures), Effect.EXPLAINS)


def sum_of_parts(pair: Pair) -> Found | None:
    """The smaller figure and others beside it make up the larger one."""
    x, y = exact(pair.a), exact(pair.b)
    if x is None or y is None or not pair.exclusive or min(x, y) <= 0:
        return None
    part, total = (pair.a, max(x, y)) if x < y else (pair.b, max(x, y))
    rest = pair.parts.beside(part)
    if len(rest) > MOST_PARTS:
        return None  # among many figures a sum comes out by chance
    for size in (1, 2, 3):
        for others in combinations(rest, size):
            figures = [min(x, y), *(number for number, _ in others)]
            if abs(sum(figures) - total) < CLOSE_TO_EQUAL and _all_apart([s for _, s in others], pair):
                parts = [_told(one, pair) for one in sorted(figures, reverse=True)]
                text = f"{' + '.join(parts)} = {_told(total, pair)}"
                return Found(pair.reading(Why.SUM, text, figures=text))
    return None


def _all_apart(parts: Iterable[Statement], pair: Pair) -> bool:
    return all(pair.parts.apart(a, b) for a, b in combinations(parts, 2))


def size_of_list(pair: Pair) -> Found | None:
    """A figure is the number of places that the other side lists; one of no stated thing may be that of its own."""
    if not (pair.exclusive and isinstance(pair.a.bare, Quantity)):
        return None
    sides = (pair.a, pair.b)
    for one, by in (*zip(sides, sides[::-1], strict=True), *zip(sides, sides, strict=True)):
        listed, other = by.claim.places, pair.b if one is pair.a else pair.a
        if one is by and (one.frame.of is not None or one.frame.implied):
            continue
        if listed is not None and len(listed.items) > 1 and exact(one) == len(listed.items) != exact(other):
            text = f"{one.value} is the number of places that {by.claim.id} lists ({listed})"
            return Found(pair.reading(Why.SIZE, text, figures=str(len(listed.items))))
    return None


_DONE = frozenset({Phase.BEGUN, Phase.COMPLETED})


def planned_and_done(pair: Pair) -> Found | None:
    """Figures of two phases: what is planned and what is done are two counts; else one is only of an earlier phase."""
    first, second = pair.a.claim.phase, pair.b.claim.phase
    if not (pair.exclusive and isinstance(pair.a.bare, Quantity) and first and second) or first is second:
        return None
    text = f"{pair.a.value} is said of what is {first.value}, {pair.b.value} of what is {second.value}"
    if (first in _DONE) == (second in _DONE):
        return Found(pair.reading(Why.MOVED, f"an earlier phase: {text}"))
    return Found(pair.reading(Why.PLANNED, text), Effect.EXPLAINS)
