"""Prevent matching from touching a million objects: fields are read once, into columns.

>>> from reconcile import Claim
>>> from reconcile.values import BUILTIN
>>> claims = [
...     Claim(id="a", about="centres opened", source="x"),
...     Claim(id="b", about="a centre opens", source="y"),
... ]
>>> [(field.name, field.kind) for field in fields_of(claims)][:2]
[('event_type', 'path'), ('about', 'text')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

import numpy as np

from reconcile.align.arrays import Ints, encode, gathered, lists
from reconcile.align.closeness import named_party, party_closeness, place_closeness, place_member
from reconcile.align.fields import Column, Member, MembersColumn, Tally, TextColumn, TimeColumn
from reconcile.align.fields.distinct import (
    action_column,
    label_column,
    number_column,
    path_column,
    string_column,
    value_column,
)
from reconcile.align.fields.member import Order, member_order
from reconcile.align.fields.times import Told, ends
from reconcile.claims import Claim, specs
from reconcile.values import Action, EventType, Names, Parties, Period, Places, Text
from reconcile.values.base import Value

L = TypeVar("L", bound=Parties | Places)
LONG = 4.0


class Field(NamedTuple):
    """One weighing field: its name and how its values are compared."""

    name: str
    kind: str


def fields_of(claims: Sequence[Claim]) -> tuple[Field, ...]:
    """Return the weighing fields of the classes of `claims`, those of `Claim` first.

    Args:
        claims: claims of one or several classes.

    Returns:
        Name and kind of each. A field of strings is `string` (compared by letters) where they are short, and
        `words` (compared by words) where they have more than four words on average.
    """
    return weighing({type(claim) for claim in claims}, lambda name: values_of(claims, name))


def weighing(classes: Iterable[type[Claim]], values: Callable[[str], Sequence[Any]]) -> tuple[Field, ...]:
    """Return the weighing fields of classes of claims, whatever holds the values.

    Args:
        classes: the classes.
        values: returns the values of a field, by its name.
    """
    found: dict[str, str] = {}
    for claim_type in sorted(classes, key=lambda c: (len(c.__mro__), c.__module__, c.__qualname__)):
        for spec in specs(claim_type):
            if spec.weighs and spec.name not in found:
                found[spec.name] = _kind(spec.type, partial(values, spec.name))
    return tuple(Field(name, kind) for name, kind in found.items())


def values_of(claims: Sequence[Claim], name: str) -> list[Any]:
    """Return the values of one field, None where a class has no such field."""
    if all(name in claim_type.model_fields for claim_type in {type(claim) for claim in claims}):
        return list(map(attrgetter(name), claims))
    return [getattr(claim, name) if name in type(claim).model_fields else None for claim in claims]


def _kind(kind: type, values: Callable[[], Sequence[Any]]) -> str:
    for base, name in _KINDS:
        if issubclass(kind, base):
            return _kind_of_strings(values()) if name == "string" else name
    return "value" if all(hasattr(kind, method) for method in ("relate", "similarity", "blocking_keys")) else "label"


_KINDS: tuple[tuple[type, str], ...] = (
    (EventType, "path"), (Action, "action"), (Text, "text"), (Parties, "parties"), (Places, "places"),
    (Period, "time"), (Enum, "label"), (bool, "label"), (str, "string"), (int, "number"), (float, "number"),
    (dt.date, "time"),
)  # fmt: skip


def _kind_of_strings(values: Sequence[Any]) -> str:
    words = [len(text.split()) for value in values if (text := as_text(value))]
    return "words" if words and sum(words) / len(words) > LONG else "string"


def as_text(value: object) -> str | None:
    """Return the words of a text, a string or a list of strings; None where there are none."""
    if isinstance(value, list | tuple):
        return " ".join(map(str, value)) or None  # pyright: ignore[reportUnknownArgumentType]
    text = value.text if isinstance(value, Text) else str(value) if value is not None else ""
    return text if text.strip() else None


def column(
    field: Field, values: Sequence[Any], *, names: Names, tally: Tally | None = None, told: Told | None = None
) -> Column:
    """Return the column of one field.

    Args:
        field: its name and kind.
        values: the value of each claim, or None.
        names: how names of places and parties are resolved.
        tally: frozen frequencies; by default they are counted here.
        told: when each claim was reported, where that may stand in for a time that is not stated.
    """
    match field.kind:
        case "path":
            return path_column([v if isinstance(v, EventType) else None for v in values], tally=tally)
        case "text":
            return TextColumn.of([as_text(v) for v in values], tally=tally)
        case "words" | "company":
            return TextColumn.of([as_text(v) for v in values], tally=tally, numbers=True)
        case "parties":
            return _members(values, Parties, partial(_parties, names=names), party_closeness(names), tally)
        case "places":
            return _members(values, Places, partial(_places, names=names), place_closeness(names), tally)
        case "time":
            codes, distinct = _told_apart(values)
            low, high = ends([_period(v) for v in distinct])
            return TimeColumn(low[codes], high[codes], told)
        case _:
            return _plain(field.kind, values, tally)


class Columns(Sequence[Column]):
    """Columns that are made when they are first looked at: claims whose keys tell all have no use for them.

    Args:
        made: makes the columns.
    """

    def __init__(self, made: Callable[[], Sequence[Column]]) -> None:
        self._made: Callable[[], Sequence[Column]] = made

    @cached_property
    def _columns(self) -> Sequence[Column]:
        return self._made()

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self._columns)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - one column, or some
        """Return one column, or some."""
        return self._columns[index]  # pyright: ignore[reportUnknownVariableType]


def told_of(values: Callable[[str], Sequence[Any]]) -> Told | None:
    """Return when claims that do not say when were reported, and in which document; None where all say when.

    Args:
        values: returns the values of a field of the claims, by its name.
    """
    silent = [value is None for value in values("when")]
    if not any(silent):
        return None
    report = [one if open_ else None for one, open_ in zip(values("reported"), silent, strict=True)]
    page = [one.document if open_ else None for one, open_ in zip(values("source"), silent, strict=True)]
    return Told(*ends(report), encode(page)[0])


def _plain(kind: str, values: Sequence[Any], tally: Tally | None) -> Column:
    match kind:
        case "action":
            return action_column([as_text(v) for v in values], tally=tally)
        case "string":
            return string_column([as_text(v) for v in values], tally=tally)
        case "number":
            return number_column([v if isinstance(v, int | float) else None for v in values], tally=tally)
        case "value":
            return value_column([v if isinstance(v, Value) else None for v in values], tally=tally)
        case _:
            return label_column(values, tally=tally)


def _period(value: object) -> Period | None:
    if isinstance(value, dt.date):
        return Period(value, value)
    return value if isinstance(value, Period) else None


def _members(
    values: Sequence[Any],
    kind: type[L],
    members_of: Callable[[L], tuple[Member, ...]],
    order: Order,
    tally: Tally | None,
) -> MembersColumn:
    """Return the column of lists of members; equal lists are looked up once, and one object is not even compared."""
    codes, objects = _told_apart(values)
    given: list[Any] = [value if isinstance(value, kind) else None for value in objects]
    number, distinct = encode(given)
    found = [members_of(value) for value in distinct]
    members = sorted(set(chain.from_iterable(found)), key=member_order)
    index = {member: code for code, member in enumerate(members)}
    of_list = lists([[index[member] for member in one] for one in found])
    return MembersColumn.of_codes(gathered(number[codes], of_list), members, order=order, tally=tally)


def _told_apart(values: Sequence[Any]) -> tuple[Ints, list[Any]]:
    """Return which object each value is, and the objects: claims that are read together share most of theirs."""
    held = list(values)
    objects = {id(value): value for value in held}
    number = {one: code for code, one in enumerate(objects)}
    codes = np.fromiter(map(number.__getitem__, map(id, held)), dtype=np.int64, count=len(held))
    return codes, list(objects.values())


def _parties(value: Parties, *, names: Names) -> tuple[Member, ...]:
    return tuple(named_party(one.name, names=names) for one in value.items)


def _places(value: Places, *, names: Names) -> tuple[Member, ...]:
    every = [place.name for place in value.items]
    return tuple(place_member(place, names=names, among=every) for place in value.items)
