"""Prevent أربيل and Hewlêr from being two cities, and Springfield from being one: how names are read is one object.

The values ask a `Names` whether one name lies inside another. `BUILTIN` reads by the tables that ship with the
library; a run of `reconcile` makes its own from the user's gazetteer, lexicon and all names of the run.

>>> BUILTIN.place("Khanaqin") is not None
True
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from reconcile.language import fold
from reconcile.values.relation import Relation

if TYPE_CHECKING:
    from reconcile.language import Gazetteer, Lexicon, Node

_ORDER = {
    "equal": Relation.EQUAL,
    "inside": Relation.NARROWER,
    "contains": Relation.BROADER,
    "apart": Relation.EXCLUSIVE,
    "unknown": Relation.UNKNOWN,
}


class Names(Protocol):
    """Resolves the names of places and parties, and orders what they resolve to."""

    def place(self, name: str, *, among: Iterable[str] = ()) -> Hashable | None:
        """Return what `name` stands for, or None where that is unknown or ambiguous."""
        ...

    def place_order(self, a: Hashable, b: Hashable) -> Relation:
        """Return `NARROWER` where resolved place a lies in b, `EXCLUSIVE` where they are apart."""
        ...

    def meanings(self, name: str) -> tuple[Hashable, ...]:
        """Return every place that `name` may stand for, however many."""
        ...

    def party(self, name: str, *, on: date | None = None) -> str | None:
        """Return the entity that `name` stands for (on a day, for an office), or None."""
        ...

    def party_order(self, a: str, b: str) -> Relation:
        """Return `NARROWER` where entity a is a part of b."""
        ...

    def spelling(self, name: str) -> str:
        """Return the key that all near-equal spellings of an unresolved name share."""
        ...

    def voice(self, name: str, *, likely: bool = False) -> str:
        """Return the key that all names of one voice share; with `likely`, all names that may be one."""
        ...


_NOTHING: tuple[str, ...] = ()


class TableNames:
    """Names by one gazetteer and one lexicon; what they do not know is equal by folded text only."""

    def __init__(self, gazetteer: Gazetteer | None = None, lexicon: Lexicon | None = None) -> None:
        self._gazetteer, self._lexicon = gazetteer, lexicon
        self._place = lru_cache(maxsize=1 << 16)(self._read_place)
        self._order = lru_cache(maxsize=1 << 16)(self._read_order)
        self._meanings = lru_cache(maxsize=1 << 14)(self._read_meanings)
        self._party = lru_cache(maxsize=1 << 16)(self._read_party)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The table of places, loaded at first use."""
        from reconcile.language import Gazetteer

        return self._gazetteer or Gazetteer.builtin()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The table of people and organizations, loaded at first use."""
        from reconcile.language import Lexicon

        return self._lexicon or Lexicon.builtin()

    def _read_place(self, name: str, among: tuple[str, ...]) -> Node | None:
        return self.gazetteer.node(name, among=among)

    def _read_order(self, a: Node, b: Node) -> Relation:
        return _ORDER[self.gazetteer.order(a, b)]

    def _read_meanings(self, name: str) -> tuple[Node, ...]:
        return self.gazetteer.nodes(name)

    def _read_party(self, name: str, on: date | None) -> str | None:
        return self.lexicon.resolve(name, on=on)

    def _knows(self, other: TableNames) -> None:
        """Take over what another reader of the same tables has looked up."""
        self._place, self._order, self._meanings, self._party = (
            other._place, other._order, other._meanings, other._party
        )  # fmt: skip

    def place(self, name: str, *, among: Iterable[str] = _NOTHING) -> Node | None:
        """Return the node of the gazetteer that `name` stands for, read among other names of its claim."""
        others = None if among is _NOTHING else {*among} - {name}
        return self._place(name, tuple(sorted(others)) if others else ())

    def place_order(self, a: Hashable, b: Hashable) -> Relation:
        """Return how node a stands to node b by containment."""
        node = _node_type()
        if not (isinstance(a, node) and isinstance(b, node)):
            return Relation.UNKNOWN
        return self._order(a, b)

    def meanings(self, name: str) -> tuple[Node, ...]:
        """Return every node of the gazetteer that `name` may stand for."""
        return self._meanings(name)

    def party(self, name: str, *, on: date | None = None) -> str | None:
        """Return the lexicon's entity for `name`."""
        return self._party(name, on)

    def party_order(self, a: str, b: str) -> Relation:
        """Return how entity a stands to entity b by `part_of`."""
        return _ORDER[self.lexicon.order(a, b)]

    def spelling(self, name: str) -> str:
        """Return the folded text: scalar comparison groups no spellings."""
        return fold(name) or name

    def voice(self, name: str, *, likely: bool = False) -> str:  # noqa: ARG002 - one name says nothing of others
        """Return the entity, or the folded text: scalar comparison groups no voices."""
        return self.party(name) or self.spelling(name)


@cache
def _node_type() -> type[Node]:
    # Imported once and late: the gazetteer's modules are not needed to compare counts.
    from reconcile.language import Node

    return Node


BUILTIN = TableNames()
