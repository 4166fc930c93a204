"""Prevent a count from deciding whether two claims are of one event: each field says what it is used for.

`Identity` fields weigh in alignment; `Disputed` fields are compared. A field's type decides where nothing is said.

>>> from reconcile import Claim
>>> [spec.name for spec in specs(Claim) if spec.weighs]
['event_type', 'about', 'parties', 'places', 'when']
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from reconcile.errors import ClaimError
from reconcile.values import EventType, Parties, Period, Places, Quantity, Text

if TYPE_CHECKING:
    from reconcile.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Disputed:
    """Marks a field as compared, with the tolerance inside which two values may both stand.

    Args:
        rel_tol: relative tolerance of numbers: the gap over the larger absolute bound.
        abs_tol: absolute tolerance of numbers, in their unit; of times a `timedelta`.
        cumulative: the figure only grows as more becomes known, so that a later, higher one is no contradiction.

    Raises:
        ClaimError: a tolerance is negative.

    >>> Disputed(rel_tol=0.1).rel_tol
    0.1
    """

    rel_tol: float = 0.0
    abs_tol: float | dt.timedelta = 0.0
    cumulative: bool = False

    def __post_init__(self) -> None:
        amount = self.abs_tol.total_seconds() if isinstance(self.abs_tol, dt.timedelta) else self.abs_tol
        if not (self.rel_tol >= 0 and amount >= 0):
            raise ClaimError("a tolerance below zero", where="Disputed", repair="give a number of at least 0")


@dataclass(frozen=True, slots=True)
class Identity:
    """Marks a field as weighing in alignment: equal values bring claims together, differing ones part them.

    Args:
        compared: also compare it and report conflicts.

    >>> Identity().compared
    False
    """

    compared: bool = False


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field of a claim class is used for.

    Attributes:
        name: the field.
        type: the class of its values.
        weighs: whether it weighs in alignment.
        compared: whether the diff compares it.
        disputed: its tolerance.
    """

    name: str
    type: type
    weighs: bool
    compared: bool
    disputed: Disputed = Disputed()


META = frozenset({
    "id", "as_of", "polarity", "certainty", "mode", "source", "reported", "said", "credibility", "refers",
    "evidence", "key", "part_of",
})  # fmt: skip
_BASE = {"event_type": (True, False), "about": (True, False), "when": (True, True)}
_BY_TYPE: dict[type, tuple[bool, bool]] = {
    EventType: (True, False), Text: (True, False), Parties: (True, True), Places: (True, True)
}  # fmt: skip


@lru_cache(maxsize=256)
def specs(claim_type: type[Claim]) -> tuple[FieldSpec, ...]:
    """Return what each field of a claim class is used for, in the order of their declaration.

    Args:
        claim_type: `Claim` or a subclass.
    """
    fields = claim_type.model_fields
    return tuple(
        _spec(name, plain_type(info.annotation), tuple(info.metadata))
        for name, info in fields.items()
        if name not in META
    )


def _spec(name: str, kind: type, marks: tuple[object, ...]) -> FieldSpec:
    disputed = next((mark for mark in marks if isinstance(mark, Disputed)), None)
    identity = next((mark for mark in marks if isinstance(mark, Identity)), None)
    weighs, compared = _BASE.get(name) or _BY_TYPE.get(kind, (False, True))
    if identity is not None:
        weighs, compared = True, identity.compared or disputed is not None
    elif disputed is not None:
        weighs, compared = False, True
    return FieldSpec(name, kind, weighs, compared, disputed or Disputed())


def check_tolerances(claim_type: type[Claim]) -> None:
    """Raise where a field has a tolerance that its values cannot use, for it would be without effect.

    Args:
        claim_type: `Claim` or a subclass.

    Raises:
        ClaimError: numbers have no distance in time, times none in numbers, and all other types have none.
    """
    for name, info in claim_type.model_fields.items():
        kinds = value_types(info.annotation)
        mark = next((one for one in info.metadata if isinstance(one, Disputed)), None)
        if mark is None or object in kinds or _usable(mark, kinds):
            continue
        told = " or ".join(kind.__name__ for kind in kinds)
        repair = "rel_tol and abs_tol are for numbers; a timedelta as abs_tol is for times; leave it out here"
        raise ClaimError(f"a tolerance that {told} cannot use", where=f"{claim_type.__name__}.{name}", repair=repair)


_NUMBERS, _TIMES = (Quantity, int, float), (Period, dt.date)


def _usable(mark: Disputed, kinds: tuple[type, ...]) -> bool:
    number = any(issubclass(kind, _NUMBERS) and not issubclass(kind, bool) for kind in kinds)
    time = any(issubclass(kind, _TIMES) for kind in kinds)
    timed = isinstance(mark.abs_tol, dt.timedelta)
    return (not mark.rel_tol or number) and (not mark.abs_tol or (time if timed else number))


def value_types(annotation: Any) -> tuple[type, ...]:  # noqa: ANN401 - any annotation
    """Return the classes of the values that an annotation allows, None, lists and marks taken off.

    >>> value_types(int | str | None), value_types(tuple[str, ...])
    ((<class 'int'>, <class 'str'>), (<class 'str'>,))
    """
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return tuple(kind for arg in args if arg is not type(None) for kind in value_types(arg))
    if args and (origin in (tuple, list, frozenset, set) or hasattr(annotation, "__metadata__")):
        return value_types(args[0])
    return (annotation if isinstance(annotation, type) and annotation is not Any else object,)


@lru_cache(maxsize=256)
def period_fields(claim_type: type[Claim]) -> tuple[str, ...]:
    """Return the names of the fields that hold a period.

    Args:
        claim_type: `Claim` or a class that derives from it.

    >>> from reconcile import Claim
    >>> period_fields(Claim)
    ('when', 'due', 'as_of', 'reported', 'said')
    """
    return tuple(name for name, info in claim_type.model_fields.items() if plain_type(info.annotation) is Period)


def plain_type(annotation: Any) -> type:  # noqa: ANN401 - any annotation
    """Return the class of the values that an annotation allows, None, lists and marks taken off.

    >>> plain_type(int | None), plain_type(tuple[str, ...])
    (<class 'int'>, <class 'str'>)
    """
    return next(iter(value_types(annotation)), object)
