"""Prevent a false alarm: every reason why two differing statements may both stand is looked for and shown.

Each reader looks at one pair of statements and finds one reason, or none. `READERS` is the whole list, so that a new
reading is one function and one line.

>>> len(READERS) > 10
True
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reconcile.diff.model import Why
from reconcile.diff.readings.arithmetic import (
    addition,
    open_plural,
    part_of_whole,
    planned_and_done,
    rounding,
    size_of_list,
    sum_of_parts,
)
from reconcile.diff.readings.lists import counted_apart, doubted, listed
from reconcile.diff.readings.pair import Effect, Found, Pair, Reader
from reconcile.diff.readings.revisions import (
    corrected,
    fell,
    later_figure,
    moved_on,
    order_unknown,
    planned,
    taken_back,
)
from reconcile.diff.readings.tolerance import within_tolerance
from reconcile.diff.statements import Statement
from reconcile.diff.voices.independence import shared_origin
from reconcile.values import Parties, Period, Phase, Places, Quantity, Relation
from reconcile.values.moments import overlap_gap


def readings(pair: Pair) -> tuple[Found, ...]:
    """Return every reading of a pair of statements, in the order of `READERS`.

    Args:
        pair: two statements whose values are not equal.
    """
    kinds: list[type[Any]] = [type(pair.a.bare), type(pair.b.bare)]
    readers = _readers_of(*kinds, exclusive=pair.exclusive)
    return tuple([found for reader in readers if (found := reader(pair)) is not None])


_OTHER = {"of": Why.OTHER_THING, "unit": Why.OTHER_THING, "phase": Why.OTHER_PHASE, "as_of": Why.OTHER_DATE}


def other_frame(pair: Pair) -> Found | None:
    """The values are said of other things, dates or phases: both stand."""
    part = next((name for name in pair.standing.other if name in _OTHER), None)
    if part is None or (part == "as_of" and fell(pair) is not None):
        return None
    said = [_said_of(one, part, pair) for one in (pair.a, pair.b)]
    text = f"one is said of {said[0]}, the other of {said[1]}"
    stated = all(getattr(one.frame, part) or (part == "unit" and one.frame.of) for one in (pair.a, pair.b))
    return Found(pair.reading(_OTHER[part], text, certain=stated), Effect.EXPLAINS)


def _said_of(one: Statement, part: str, pair: Pair) -> Any:  # noqa: ANN401 - any part of a frame
    """Return what a value is said of, its unit as stated; with its scope where only both tell one from the other."""
    stated = one.value.unit if part == "unit" else getattr(one.frame, part)
    if part == "of" and stated is not None and one.frame.scope is not None:
        other = pair.b if one is pair.a else pair.a
        both = other.frame.scope is None and "scope" not in pair.standing.unstated
        return f"{one.frame.scope} {stated}" if both else stated
    return stated or one.frame.of or " and ".join(sorted(one.frame.implied)) or "a number"


_UNSTATED = {
    "of": "what it counts",
    "scope": "which part it counts",
    "unit": "its unit",
    "places": "which places it speaks of",
}


def unstated(pair: Pair) -> Found | None:
    """One side does not say of which thing or part it speaks, or nobody knows whether both speak of one place."""
    counts = isinstance(pair.a.value, Quantity)
    parts = [part for part in pair.standing.unstated if counts or part == "places"]
    nested = None not in (pair.a.frame.of, pair.b.frame.of)  # both say it, one more fully
    parts = [part for part in parts if part != "of" or not (nested or "unit" in pair.standing.other)]
    if not (pair.exclusive and parts):
        return None
    both = pair.a.frame.places is not None and pair.b.frame.places is not None
    said = " and ".join(_UNSTATED[part] for part in parts if not (both and part == "places"))
    told = [f"one side does not state {said}"] if said else []
    told += ["it is not known whether both speak of one place"] if both and "places" in parts else []
    effect = Effect.EXPLAINS if "places" in pair.standing.other else Effect.SOFTENS
    return Found(pair.reading(Why.UNSTATED, "; ".join(told), certain=True), effect)


def ruled(pair: Pair) -> Found | None:
    """A person decided that both may stand."""
    rulings = pair.lineage.decisions.between(pair.a.claim.id, pair.b.claim.id, field=pair.field_name)
    if not rulings:
        return None
    return Found(pair.reading(Why.RULING, str(rulings[0]), certain=True), Effect.EXPLAINS)


def other_places(pair: Pair) -> Found | None:
    """The values are said of lists of places that overlap or contain one another."""
    where = pair.standing.places
    if not pair.exclusive or where not in _PLACES:
        return None
    if where in _NESTED and isinstance(pair.a.bare, Quantity) and pair.a.frame.unit is None:
        part, whole = (pair.a, pair.b) if where is Relation.NARROWER else (pair.b, pair.a)
        if part.bare.compared[0] > whole.bare.compared[1]:  # that one place lies in the other explains nothing then
            return None
    text = f"one is said of {pair.a.frame.places}, the other of {pair.b.frame.places}"
    return Found(pair.reading(_PLACES[where], text))


_NESTED = (Relation.NARROWER, Relation.BROADER)


_PLACES = {
    Relation.COMPATIBLE: Why.OTHER_PLACES,
    Relation.NARROWER: Why.CONTAINMENT,
    Relation.BROADER: Why.CONTAINMENT,
}


def tolerance(pair: Pair) -> Found | None:
    """The gap is inside the field's tolerance."""
    if not (pair.exclusive and within_tolerance(pair.a.bare, pair.b.bare, pair.a.spec.disputed)):
        return None
    text = f"{pair.a.value} and {pair.b.value} lie within the tolerance of {pair.field_name}"
    return Found(pair.reading(Why.TOLERANCE, text, certain=True), Effect.EXPLAINS)


def other_day(pair: Pair) -> Found | None:
    """The figures are of dates of which one lies within the other: they may be of two days."""
    first, second = pair.a.frame.as_of, pair.b.frame.as_of
    if not pair.exclusive or first is None or second is None or "as_of" in pair.standing.other:
        return None
    if first.relate(second) not in (Relation.NARROWER, Relation.BROADER, Relation.COMPATIBLE):
        return None
    return Found(pair.reading(Why.OTHER_DATE, f"one is said of {first}, the other of {second}"), Effect.EXPLAINS)


def not_asserted(pair: Pair) -> Found | None:
    """One side is only possible, an opinion, a condition or a duty: it cannot contradict."""
    weak = {s.claim.id: s.claim for s in (pair.a, pair.b) if not s.claim.asserts}
    if not weak:
        return doubted(pair)
    said = "; ".join(f"{c.id} {_MANNERS[c.mode if c.mode != 'fact' else c.certainty]}" for c in weak.values())
    return Found(pair.reading(Why.NOT_ASSERTED, said, certain=True), Effect.EXPLAINS)


_MANNERS = {
    "conditional": "holds on a condition",
    "opinion": "is an opinion",
    "obligation": "says what ought to be",
    "possible": "is only said to be possible",
    "unknown": "does not say how certain it is",
}


def origin(pair: Pair) -> Found | None:
    """Both came through one origin: a slip in copying is possible."""
    if not pair.exclusive or pair.same_document or pair.a.claim.source.outlet == pair.b.claim.source.outlet:
        return None
    shared = shared_origin(pair.a.claim, pair.b.claim, pair.lineage)
    return Found(pair.reading(Why.ORIGIN, f"{shared}: a copy may have changed it")) if shared else None


def precision(pair: Pair) -> Found | None:
    """One side says the same less precisely."""
    if pair.exclusive or isinstance(pair.a.value, Phase | Places | Parties):
        return None
    a, b = pair.a, pair.b
    if isinstance(a.bare, Quantity) and (a.bare.approximate or b.bare.approximate):
        text = f"{a.value} and {b.value} agree within what “about” allows"
        return Found(pair.reading(Why.APPROXIMATION, text, certain=True), Effect.EXPLAINS)
    if isinstance(a.bare, Quantity) and (a.bare.best is not None or b.bare.best is not None):
        text = f"{a.value} and {b.value} are bounds and best values that both allow one figure"
        return Found(pair.reading(Why.BEST, text, certain=True), Effect.EXPLAINS)
    if isinstance(a.bare, Period) and isinstance(b.bare, Period) and overlap_gap(a.bare.compared, b.bare.compared) > 0:
        text = f"{a.value} and {b.value} may be one day in two time zones"
        return Found(pair.reading(Why.MIDNIGHT, text), Effect.EXPLAINS)
    narrow, wide = (b, a) if pair.relation is Relation.BROADER else (a, b)
    verb = "lies within" if pair.relation is not Relation.COMPATIBLE else "may stand beside"
    return Found(pair.reading(Why.PRECISION, f"{narrow.value} {verb} {wide.value}", certain=True), Effect.EXPLAINS)


def announced(pair: Pair) -> Found | None:
    """A date of the event that is the day of its own report may be the day on which it was announced."""
    if pair.field_name != "when" or not pair.exclusive:
        return None
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        day = one.claim.reported
        if day is not None and day.stated == one.value.stated and other.value.stated < one.value.stated:
            text = f"{one.value} is the day on which {one.claim.id} was reported: it may be that of the announcement"
            return Found(pair.reading(Why.ANNOUNCED, text))
    return None


def entailed_phase(pair: Pair) -> Found | None:
    """A later phase says the earlier ones."""
    if not isinstance(pair.a.value, Phase) or pair.relation not in (Relation.NARROWER, Relation.BROADER):
        return None
    late, early = (pair.a, pair.b) if pair.relation is Relation.NARROWER else (pair.b, pair.a)
    if planned(pair) is not None or moved_on(pair) is not None:
        return None
    text = f"what is {late.value.value} was {early.value.value} before"
    return Found(pair.reading(Why.PRECISION, text, certain=True), Effect.EXPLAINS)


READERS: tuple[Reader, ...] = (
    ruled,
    other_frame,
    addition,
    other_day,
    not_asserted,
    tolerance,
    corrected,
    taken_back,
    later_figure,
    fell,
    moved_on,
    planned,
    planned_and_done,
    part_of_whole,
    rounding,
    open_plural,
    sum_of_parts,
    size_of_list,
    unstated,
    other_places,
    counted_apart,
    announced,
    order_unknown,
    origin,
    precision,
    entailed_phase,
    listed,
)


_ONLY_OF: tuple[tuple[tuple[type, ...], frozenset[Reader]], ...] = (
    (
        (Quantity,),
        frozenset({
            addition, other_day, later_figure, fell, part_of_whole, rounding, open_plural, sum_of_parts, size_of_list,
            planned_and_done,
        }),
    ),
    ((Phase,), frozenset({moved_on, planned, entailed_phase})),
    ((Places, Parties), frozenset({counted_apart, listed})),
)  # fmt: skip
_OF_EXCLUSIVE = frozenset({
    other_day, tolerance, later_figure, fell, planned_and_done, part_of_whole, rounding, open_plural, sum_of_parts,
    size_of_list, unstated, other_places, counted_apart, announced, order_unknown, origin,
})  # fmt: skip
_OF_RELATED = frozenset({planned, precision, entailed_phase, listed})


@lru_cache(maxsize=256)
def _readers_of(one: type, other: type, *, exclusive: bool) -> tuple[Reader, ...]:
    """Return the readers that may find anything between values of two types: the others would look in vain."""
    vain = {
        reader for kinds, readers in _ONLY_OF if not issubclass(one, kinds) and not issubclass(other, kinds)
        for reader in readers
    } | (_OF_RELATED if exclusive else _OF_EXCLUSIVE)  # fmt: skip
    return tuple(reader for reader in READERS if reader not in vain)
