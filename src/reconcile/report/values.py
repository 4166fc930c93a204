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
            return ("areas in " if value.part else "") + _members([named(one.name) for one in value.items])
        case Parties():
            return _members([_party(one) for one in value.items])
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
    """Return a quantity in words, the thing counted isolated where it is right-to-left.

    >>> quantity_words(Quantity(2, scope="main", of="centres"))
    '2 main centres'
    """
    bounds = str(value.bare().model_copy(update={"increment": False}))
    more = "a further " if value.increment else ""
    of = value.of or (counted_in(value.raw) if value.raw is not None else None)
    words = [more + bounds, *(named(part) for part in (value.unit, value.scope, of) if part)]
    return " ".join(words)


def _party(party: Party) -> str:
    sure = "" if party.certainty == "certain" else _CERTAINTIES[party.certainty]
    said = ", ".join(part for part in (named(party.role) if party.role else "", sure) if part)
    return f"{named(party.name)} ({said})" if said else named(party.name)


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
