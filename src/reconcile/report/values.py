"""Prevent a value from being shown as a program holds it: each field's value is said in words.

>>> from reconcile.values import Phase
>>> value_words(Phase.NOT_IMPLEMENTED), saying("phase", Phase.AGREED, many=False)
('not implemented', 'says it was agreed')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

from reconcile.diff.statements import counted_in
from reconcile.report.dates import date_words
from reconcile.report.words import label, listed, named
from reconcile.values import Parties, Party, Period, Phase, Places, Quantity

_PHASES = {
    Phase.BEGUN: "has begun",
    Phase.COMPLETED: "is completed",
}
_VERBS = {
    "places": ("places it in", "place it in"),
    "parties": ("names", "name"),
    "when": ("dates it", "date it"),
    "due": ("plans it for", "plan it for"),
}
_POLARITIES = {
    "affirmed": ("states it", "state it"),
    "denied": ("denies it", "deny it"),
    "denial denied": ("denies the denial", "deny the denial"),
    "retracted": ("takes it back", "take it back"),
}
_LENGTHS = {
    **{one: f"{one}s" for one in ("second", "minute", "hour", "day", "week", "month", "year", "decade")},
    "century": "centuries",
}
_CERTAINTIES = {"probable": "probably", "possible": "possibly", "unknown": "not sure"}
_MOST = 12


def value_words(value: Any) -> str:  # noqa: ANN401 - any field of a user's class
    """Return a value in words, names isolated.

    Args:
        value: a value of the house or of a user's class.

    >>> from reconcile.values import Quantity
    >>> value_words(Quantity(low=20, of="killed"))
    'at least 20 killed'
    """
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case Phase():
            return value.value.replace("-", " ")
        case Period():
            return date_words(value)
        case Places():
            areas = "areas in " if value.part else ""
            return areas + _all_of([named(one.name) for one in value.items], "nowhere" if value.complete else "")
        case Parties():
            return _all_of([_party(one) for one in value.items], "nobody" if value.complete else "")
        case Quantity():
            return quantity_words(value)
        case _:
            return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - any field of a user's class
    match value:
        case dt.datetime() | dt.date():
            return date_words(Period(lower=value, upper=value))
        case Enum():
            return named(str(value.value))
        case int() | float():
            return f"{value:,}"
        case list() | tuple() | set() | frozenset():
            return _members([value_words(one) for one in cast("list[Any]", value)]) or "an empty list"
        case Mapping():
            return _members([f"{named(str(k))}: {value_words(v)}" for k, v in cast("dict[Any, Any]", value).items()])
        case _:
            return named(str(value))


def quantity_words(value: Quantity) -> str:
    """Return a quantity in words, in the unit in which it was stated, the thing counted isolated where needed.

    >>> quantity_words(Quantity(2, scope="main", of="centres")), quantity_words(Quantity(low=3, unit="day"))
    ('2 main centres', 'at least 3 days')
    """
    bounds = str(value.model_copy(update=_BOUNDS_ALONE))
    more = "a further " if value.increment else ""
    of = value.of or (counted_in(value.raw) if value.raw is not None else None)
    words = [more + bounds, *(named(part) for part in (_unit(value), value.scope, of) if part)]
    return " ".join(words)


_BOUNDS_ALONE = {"of": None, "scope": None, "unit": None, "increment": False, "raw": None}


def _unit(value: Quantity) -> str | None:
    """Return the unit as stated; the code of a length of time, which is a word, in the number it takes."""
    one = value.low == value.high == 1
    return value.unit if value.unit is None or one else unit_words(value.unit)


def unit_words(unit: str) -> str:
    """Return a unit as stated, a length of time in the plural.

    >>> unit_words("day"), unit_words("km")
    ('days', 'km')
    """
    return _LENGTHS.get(unit, unit)


def _party(party: Party) -> str:
    sure = "" if party.certainty == "certain" else _CERTAINTIES[party.certainty]
    said = ", ".join(part for part in (named(party.role) if party.role else "", sure) if part)
    return f"{named(party.name)} ({said})" if said else named(party.name)


def _all_of(names: list[str], nothing: str) -> str:
    """Return a list in words, and where it is said to be all, that there is nothing else."""
    told = _members(names)
    return f"{told}{',' if len(names) > 1 else ''} and {nothing} else" if nothing else told


def _members(names: list[str]) -> str:
    return listed(names, most=_MOST)


def saying(field: str, value: Any, *, many: bool) -> str:  # noqa: ANN401 - any field of a user's class
    """Return the words that follow those who state a value: "says it was agreed".

    Args:
        field: the field.
        value: what is stated.
        many: whether several state it.

    >>> from reconcile.values import Places
    >>> saying("places", Places("Erbil"), many=True), saying("staff", 12, many=False)
    ('place it in Erbil', 'gives 12 as staff')
    """
    words = value_words(value)
    if isinstance(value, Phase):
        said = _PHASES.get(value, f"was {words}")
        return f"{'say' if many else 'says'} it {said}"
    if field == "polarity" and words in _POLARITIES:
        return _POLARITIES[words][many]
    if field in _VERBS:
        return f"{_VERBS[field][many]} {words}"
    if field == "count" or (isinstance(value, Quantity) and value.of):
        return f"{'say' if many else 'says'} {words}"
    return f"{'give' if many else 'gives'} {words} as {label(field)}"
