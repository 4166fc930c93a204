"""Prevent `st.from_type(Claim)` from guessing: Hypothesis is told how each public type is drawn, when it is asked for.

Nothing is built here: each type is registered with a function that imports its strategy on use. Classes that derive
from `Claim` are registered as well, those that exist and those still to come.

>>> register()
>>> from hypothesis import find, strategies as st
>>> from reconcile import Quantity
>>> print(find(st.from_type(Quantity), lambda q: True))
0
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis.strategies import SearchStrategy, register_type_strategy

from reconcile.claims import Claim, Evidence, Reference, Source
from reconcile.claims.ruling import Ruling
from reconcile.diff.coverage import Coverage
from reconcile.values import EventType, Parties, Party, Period, Phase, Place, Places, Quantity, Relation, Text

_BY_TYPE: dict[type, str] = {
    EventType: "event_types",
    Evidence: "evidence",
    Parties: "parties",
    Period: "periods",
    Phase: "phases",
    Places: "places",
    Quantity: "quantities",
    Relation: "relations",
    Source: "sources",
    Text: "texts",
}


def register() -> None:
    """Register every public type with Hypothesis; doing it again changes nothing."""
    for kind, name in _BY_TYPE.items():
        register_type_strategy(kind, _named(name))
    register_type_strategy(Place, lambda _: _member("places"))
    register_type_strategy(Party, lambda _: _member("parties"))
    register_type_strategy(Reference, _references)
    register_type_strategy(Ruling, _rulings)
    register_type_strategy(Coverage, _coverages)
    _follow_subclasses()


def _named(name: str) -> Callable[[type[Any]], SearchStrategy[Any]]:
    def strategy(_: type[Any]) -> SearchStrategy[Any]:
        import reconcile.strategies

        return getattr(reconcile.strategies, name)()

    return strategy


def _member(name: str) -> SearchStrategy[Any]:
    import reconcile.strategies

    lists: SearchStrategy[Any] = getattr(reconcile.strategies, name)(max_size=1)
    return lists.map(_first)


def _first(listed: Any) -> Any:  # noqa: ANN401 - places or parties
    return listed.items[0]


def _references(_: type[Any]) -> SearchStrategy[Reference]:
    from reconcile.strategies.claimed import references

    return references()


def _rulings(_: type[Any]) -> SearchStrategy[Ruling]:
    from reconcile.strategies.ruled import rulings

    return rulings()


def _coverages(_: type[Any]) -> SearchStrategy[Coverage]:
    from reconcile.strategies.ruled import coverages

    return coverages()


def _claims(kind: type[Any]) -> SearchStrategy[Any]:
    from reconcile.strategies.claimed import claims

    return claims(kind)


def _follow_subclasses() -> None:
    """Register `Claim` and all classes that derive from it.

    Hypothesis looks a class up by itself, never by its bases, and would build a user's claim from required fields
    only; so each new class is registered as pydantic completes it.
    """
    waiting: list[type[Claim]] = [Claim]
    while waiting:
        kind = waiting.pop()
        register_type_strategy(kind, _claims)
        waiting.extend(kind.__subclasses__())
    before = Claim.__dict__["__pydantic_init_subclass__"]
    if not isinstance(before, _Following):
        Claim.__pydantic_init_subclass__ = _Following(partial(_on_subclass, before.__func__))  # pyright: ignore[reportAttributeAccessIssue]


class _Following(classmethod):  # pyright: ignore[reportMissingTypeArgument] - only marks what was put there
    """The hook that registers a new class of claims."""


def _on_subclass(before: Callable[..., None], kind: type[Claim], **given: Any) -> None:  # noqa: ANN401 - class keywords
    before(kind, **given)
    register_type_strategy(kind, _claims)
