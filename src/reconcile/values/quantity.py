"""Prevent "at least 20" from contradicting 25: a count is an interval of what it allows, said of a stated thing.

>>> Quantity(25).relate(Quantity(low=20)), Quantity(2).relate(Quantity(3))
(<Relation.NARROWER: 'narrower'>, <Relation.EXCLUSIVE: 'exclusive'>)
"""

from __future__ import annotations

import math
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import Field, model_validator

from reconcile.errors import ClaimError, shown
from reconcile.language import fold
from reconcile.values.base import FrozenValue, Name, Words, changed
from reconcile.values.relation import Relation, alien

LIMIT = 10**18
APPROXIMATE = 0.1
_FRAMELESS = {"of": None, "scope": None, "unit": None, "increment": False, "raw": None}

Number = Annotated[
    Annotated[int, Field(strict=True)] | Annotated[float, Field(allow_inf_nan=False, strict=True)],
    Field(ge=-LIMIT, le=LIMIT),  # outside the union, else a whole number beyond the limit is rounded down to it
]


class Quantity(FrozenValue):
    """One number inside [low, high], of a thing.

    Args:
        low: the least it can be; None sets no bound.
        high: the most it can be; None sets no bound. `Quantity(2)` is exactly two; `Quantity(low=2)` at least two.
        best: the source's own best figure between the bounds.
        approximate: said with "about": what is compared is 10 % wider, the stated bounds stay.
        of: the thing counted ("killed", "coordination centres").
        scope: the part of it that is meant ("civilians", "main").
        unit: the unit of measure, if any.
        increment: said to be added to an earlier figure ("a further five"), not a total.
        raw: the text it was read from.

    Raises:
        ValueError: a bound is not a finite number of at most 10^18, or `low > high`, or `best` lies outside.

    >>> print(Quantity(low=20, of="killed"), Quantity(low=0, high=5, best=0), Quantity(40, approximate=True))
    at least 20 killed 0–5 (best 0) about 40
    """

    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = ({"type": "number"}, {"type": "string"})

    low: Number | None = None
    high: Number | None = None
    best: Number | None = None
    approximate: bool = False
    of: Name | None = None
    scope: Name | None = None
    unit: Name | None = None
    increment: bool = False
    raw: Words | None = None

    def __init__(self, exact: Any = None, /, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        if isinstance(exact, str):
            fields = {**self._read(exact), **fields}
        elif exact is not None:
            fields = {"low": exact, "high": exact, **fields}
        super().__init__(**fields)

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        if isinstance(data, int | float) and not isinstance(data, bool):
            return {"low": data, "high": data}
        if isinstance(data, str):
            return cls._read(data)
        if isinstance(data, dict):
            return _completed(cast("dict[str, Any]", data))
        return data

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        low, high = self.interval
        if low > high:
            raise ClaimError(f"low {self.low} exceeds high {self.high}", repair="swap them or drop one")
        if self.best is not None and not low <= self.best <= high:
            raise ClaimError(f"best {self.best} lies outside {self.low}–{self.high}", repair="widen the bounds")
        if self.low is None and self.high is None:
            raise ClaimError("a quantity without a number", repair="give low, high or best")
        return self

    @classmethod
    def _read(cls, text: str, *, locale: str | None = None) -> dict[str, Any]:
        from reconcile.language import read_number

        reading = read_number(text, locale=locale)
        return {
            "low": reading.low, "high": reading.high, "best": reading.best, "approximate": reading.approximate,
            "unit": reading.unit, "increment": reading.increment, "raw": text,
        }  # fmt: skip

    @classmethod
    def parse(cls, text: str, *, of: str | None = None, scope: str | None = None, locale: str | None = None) -> Self:
        """Return the quantity that `text` states, as a report writes it.

        Args:
            text: digits or words in Arabic, Kurdish or English ("أكثر من 40", "two dozen", "بیست و پێنج").
            of: the thing counted.
            scope: the part of it that is meant.
            locale: decides what is ambiguous without one ("1.200").

        Returns:
            A quantity that keeps `text` as `raw`. The counted noun is not guessed into `of`.

        Raises:
            ClaimError: the text states no number, or more than one reading is possible.

        >>> Quantity.parse("أكثر من 40").low, Quantity.parse("مركزين").high
        (41, 2)
        """
        if not isinstance(text, str):
            raise ClaimError(f"not a text: {shown(text)}", where="count", repair="give a string")
        fields = {k: v for k, v in cls._read(text, locale=locale).items() if v is not None}
        try:
            return cls(**fields, of=of, scope=scope)
        except ClaimError:
            raise
        except ValueError as error:
            raise ClaimError(f"cannot read {shown(text)} as a quantity", where="count", repair=str(error)) from None

    @property
    def interval(self) -> tuple[float, float]:
        """The stated bounds, an open side as infinity."""
        return (
            -math.inf if self.low is None else self.low,
            math.inf if self.high is None else self.high,
        )

    @property
    def compared(self) -> tuple[float, float]:
        """The bounds that comparison uses: the stated ones, widened by 10 % where the figure is approximate."""
        low, high = self.interval
        if not self.approximate:
            return low, high
        return low - APPROXIMATE * abs(low), high + APPROXIMATE * abs(high)

    @property
    def exact(self) -> bool:
        """Whether one number only is allowed."""
        low, high = self.compared
        return low == high

    @property
    def _frameless(self) -> bool:
        return self.of is self.scope is self.unit is None

    def bare(self) -> Quantity:
        """Return the same bounds without what they are said of: frames are compared apart from values."""
        if self._frameless and self.raw is None and not self.increment:
            return self
        return changed(self.in_base(), _FRAMELESS)

    def in_base(self) -> Quantity:
        """Return the same quantity in the base unit of its dimension; one without a known unit is itself.

        >>> print(Quantity(5, unit="km").in_base())
        5,000 m
        """
        if self.unit is None:
            return self
        from reconcile.language.measures import measure

        known = measure(self.unit)
        if known is None or self.unit == known.base:
            return self
        bounds = {name: _times(getattr(self, name), known.factor) for name in ("low", "high", "best")}
        return changed(self, {**bounds, "unit": known.base})

    def relate(self, other: Quantity, /) -> Relation:
        """Return how this quantity stands to `other`.

        Intervals inside one another are narrower, apart they exclude each other. Two stated things, scopes or units
        that differ make the relation `UNKNOWN`; one unstated says less.

        >>> Quantity(2, of="centres").relate(Quantity(3, of="governorates"))
        <Relation.UNKNOWN: 'unknown'>
        """
        if alien(other, Quantity):
            return Relation.UNKNOWN
        if self._frameless and other._frameless and self.increment == other.increment:
            return _relate_bounds(self, other)
        mine, theirs = self.in_base(), other.in_base()
        parts = [_part(getattr(mine, name), getattr(theirs, name)) for name in ("of", "scope", "increment")]
        parts.append(_part(_unit(mine), _unit(theirs)))
        if Relation.UNKNOWN in parts:
            return Relation.UNKNOWN
        return Relation.both([_relate_bounds(mine, theirs), *parts])

    def similarity(self, other: Quantity, /) -> float | None:
        """Return 1 where the intervals meet, else the ratio of the facing bounds (0 across zero)."""
        if alien(other, Quantity):
            return None
        (low, high), (low_2, high_2) = self.compared, other.compared
        near, far = (high, low_2) if high < low_2 else (high_2, low)
        if near >= far:
            return 1.0
        if near <= 0 <= far:
            return 0.0
        return near / far if near > 0 else far / near

    def blocking_keys(self) -> frozenset[str]:
        """Return no keys: a differing count must never keep two claims apart."""
        return frozenset()

    def __str__(self) -> str:
        text = _bounds_text(self)
        words = [("about " if self.approximate else "") + text, self.unit, self.scope, self.of]
        return " ".join(word for word in words if word)


def _completed(data: dict[str, Any]) -> dict[str, Any]:
    if data.get("best") is not None and data.get("low") is None and data.get("high") is None:
        return {**data, "low": data["best"], "high": data["best"]}
    return data


def _relate_bounds(a: Quantity, b: Quantity) -> Relation:
    (low, high), (low_2, high_2) = a.compared, b.compared
    if (low, high) == (low_2, high_2):
        best, best_2 = (None if one.exact else one.best for one in (a, b))
        return Relation.of(forward=best == best_2 or best_2 is None, backward=best == best_2 or best is None)
    return Relation.of(
        forward=low_2 <= low and high <= high_2,
        backward=low <= low_2 and high_2 <= high,
        apart=high < low_2 or high_2 < low,
    )


def _times(number: float | None, factor: float) -> float | None:
    if number is None:
        return None
    product = round(number * factor, 9)
    return int(product) if product == int(product) else product


def _unit(quantity: Quantity) -> str | None:
    if quantity.unit is None:
        return None
    from reconcile.language.measures import unit_code

    return unit_code(quantity.unit)


def _part(a: str | bool | None, b: str | bool | None) -> Relation:  # noqa: FBT001 - a part of a frame is any of these
    left, right = (fold(x) if isinstance(x, str) else x for x in (a, b))
    if left == right:
        return Relation.EQUAL
    if left is not None and right is not None:
        return Relation.UNKNOWN
    return Relation.BROADER if left is None else Relation.NARROWER


def figure(number: float) -> str:
    """Return a number as a report prints it, with separators.

    >>> figure(1_900_000), figure(2.5)
    ('1,900,000', '2.5')
    """
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,}" if isinstance(number, int) else f"{number:,g}"


def _bounds_text(q: Quantity) -> str:
    match q.low, q.high:
        case None, None:
            return "unknown"
        case None, high:
            text = f"at most {figure(high)}"
        case low, None:
            text = f"at least {figure(low)}"
        case low, high if low == high:
            return figure(low)
        case low, high:
            text = f"{figure(low)}–{figure(high)}"
    return text if q.best is None else f"{text} (best {figure(q.best)})"
