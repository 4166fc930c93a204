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
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from reconcile.align.arrays import encode
from reconcile.align.closeness import party_closeness, party_member, place_closeness, place_member
from reconcile.align.fields import Column, Member, MembersColumn, Tally, TextColumn, TimeColumn
from reconcile.align.fields.distinct import (
    action_column,
    label_column,
    number_column,
    path_column,
    string_column,
    value_column,
)
from reconcile.align.fields.times import Told, ends
from reconcile.claims import Claim, specs
from reconcile.values import Action, EventType, Names, Parties, Period, Places, Text
from reconcile.values.base import Value

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
                found[spec.name] = _kind(spec.type, values(spec.name))
    return tuple(Field(name, kind) for name, kind in found.items())


def values_of(claims: Sequence[Claim], name: str) -> list[Any]:
    """Return the values of one field, None where a class has no such field."""
    return [getattr(claim, name, None) for claim in claims]


def _kind(kind: type, values: Sequence[Any]) -> str:
    for base, name in _KINDS:
        if issubclass(kind, base):
            return _kind_of_strings(values) if name == "string" else name
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
            return MembersColumn.of(_parties(values, names), order=party_closeness(names), tally=tally)
        case "places":
            return MembersColumn.of(_places(values, names), order=place_closeness(names), tally=tally)
        case "time":
            return TimeColumn.of([_period(v) for v in values], told=told)
        case _:
            return _plain(field.kind, values, tally)


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


def _parties(values: Sequence[Any], names: Names) -> list[tuple[Member, ...]]:
    known: Mapping[Parties, tuple[Member, ...]] = {
        value: tuple(party_member(party, names=names) for party in value.items)
        for value in dict.fromkeys(v for v in values if isinstance(v, Parties))
    }
    return [known[value] if isinstance(value, Parties) else () for value in values]


def _places(values: Sequence[Any], names: Names) -> list[tuple[Member, ...]]:
    known: Mapping[Places, tuple[Member, ...]] = {
        value: tuple(place_member(p, names=names, among=[q.name for q in value.items]) for p in value.items)
        for value in dict.fromkeys(v for v in values if isinstance(v, Places))
    }
    return [known[value] if isinstance(value, Places) else () for value in values]
