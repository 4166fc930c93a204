"""Prevent a count from being compared without what it counts: each value is taken out of its claim with its frame.

>>> from reconcile import Claim
>>> [s.field for s in statements(Claim(about="x", count=2, phase="agreed", source="A"))]
['count', 'phase']
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple, cast

from reconcile.claims import Claim, FieldSpec, specs
from reconcile.errors import ClaimError
from reconcile.language import read_number
from reconcile.language.measures import unit_code
from reconcile.language.things import head, known_things
from reconcile.values import Parties, Period, Phase, Places, Quantity
from reconcile.values.base import changed


class Frame(NamedTuple):
    """What a value is said of; None is unstated.

    Attributes:
        of: the thing counted.
        scope: the part of it.
        unit: the unit of measure.
        increment: an addition to an earlier figure.
        places: where.
        as_of: the date of the figure.
        phase: the phase whose time is stated.
        number: for a list of places, the count that goes with it.
        implied: for a count of no stated thing, the things that its event type is about, as far as they are known.
    """

    of: str | None = None
    scope: str | None = None
    unit: str | None = None
    increment: bool = False
    places: Places | None = None
    as_of: Period | None = None
    phase: Phase | None = None
    number: Quantity | None = None
    implied: frozenset[str] = frozenset()

    @property
    def stated(self) -> tuple[tuple[str, str], ...]:
        """The stated parts, as text."""
        if self is _NO_FRAME:
            return ()
        said = self.of, self.scope, self.unit, self.places, self.as_of, self.phase
        parts = zip(_STATED, said, strict=True)
        return tuple([(name, str(value)) for name, value in parts if value is not None])


_NO_FRAME = Frame()
_NO_TEXT = {"raw": None}
_STATED = ("of", "scope", "unit", "places", "as_of", "phase")


class Statement(NamedTuple):
    """One value of one field of one claim, with its frame.

    Attributes:
        claim: the claim.
        spec: the field.
        value: the value as stated.
        bare: the value without its frame and raw text.
        frame: what it is said of.
        nth: its place among the values of the field.
    """

    claim: Claim
    spec: FieldSpec
    value: Any
    bare: Any
    frame: Frame
    nth: int = 0

    @property
    def field(self) -> str:
        """The field's name."""
        return self.spec.name

    @property
    def order(self) -> tuple[str, int]:
        """Sorts statements by content."""
        return self.claim.id, self.nth


def statements(claim: Claim) -> tuple[Statement, ...]:
    """Return every compared value of a claim, in the order of its fields.

    Args:
        claim: an affirmed claim; a denied one asserts none of its values.
    """
    held = claim.__dict__
    where = Frame(places=claim.places)
    return tuple(
        [
            Statement(claim, spec, one, bare(one), frame_of(claim, spec, one, where=where), nth)
            for spec in _compared(type(claim))
            if (value := held.get(spec.name)) is not None
            for nth, one in enumerate(values_of(value))
        ]
    )


@lru_cache(maxsize=256)
def _compared(claim_type: type[Claim]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in specs(claim_type) if spec.compared)


def values_of(field: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any field of a user's class
    """Return the values that a field holds: none, one, or each of a tuple.

    >>> values_of(None), values_of(2), values_of((2, 3))
    ((), (2,), (2, 3))
    """
    if field is None:
        return ()
    return cast("tuple[Any, ...]", field) if isinstance(field, tuple) else (field,)


def bare(value: Any) -> Any:  # noqa: ANN401 - any value of a user's class
    """Return `value` without frame and raw text, so that the same thing said in other words is the same value.

    >>> bare(Quantity.parse("two")) == bare(Quantity(2, of="centres"))
    True
    """
    if isinstance(value, Period):
        return value if value.raw is None else changed(value, _NO_TEXT)
    take_off = _taken_off(cast("type[Any]", type(value)))
    return value if take_off is None else take_off(value)


@lru_cache(maxsize=256)
def _taken_off(kind: type[Any]) -> Callable[[Any], Any] | None:
    """Return what takes off frame and raw text; asked once for each type, since pydantic is slow to say no."""
    found = getattr(kind, "bare", None)
    return found if callable(found) else None


def frame_of(claim: Claim, spec: FieldSpec, value: Any, *, where: Frame) -> Frame:  # noqa: ANN401 - any value of a user's class
    """Return what `value` of field `spec` is said of.

    Args:
        claim: the claim that states it.
        spec: the field.
        value: the value as stated.
        where: the places of the claim alone, which is the frame of most fields.
    """
    if isinstance(value, Quantity):
        return _of_count(claim, value.in_base())
    if isinstance(value, Places):
        return _of_list(claim)
    if isinstance(value, Parties):
        return _NO_FRAME
    return Frame(places=claim.places, phase=claim.phase) if spec.name == "when" and claim.phase is not None else where


def _of_count(claim: Claim, count: Quantity) -> Frame:
    unit = None if count.unit is None else unit_code(count.unit)
    of = count.of or (counted_in(count.raw) if count.raw is not None else None)
    kind = claim.event_type.path[-1].replace("-", " ") if claim.event_type is not None else ""
    return Frame(
        of, count.scope, unit, count.increment, claim.places, claim.as_of,
        implied=known_things(kind) if of is None and kind else frozenset(),
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def counted_in(raw: str) -> str | None:
    """Return the thing that a count as written names, where the table of things knows it, else None.

    >>> counted_in("ثلاث محافظات"), counted_in("two bridges in the city"), counted_in("two widgets")
    ('محافظات', 'bridges', None)
    """
    try:
        noun = head(read_number(raw).noun or "")
    except ClaimError:
        return None
    return noun if known_things(noun) else None


def _of_list(claim: Claim) -> Frame:
    counts = claim.counts
    if len(counts) != 1:
        return _NO_FRAME
    return Frame(of=counts[0].of, scope=counts[0].scope, number=counts[0].bare())
