"""Prevent a user's table and the built-in one from giving two answers: tables in a pile, the upper one first.

>>> from reconcile.language.places.table import builtin_table
>>> stack = Stack((builtin_table(),))
>>> [place.info.name for place in path(stack, "gn:98182")]
['Baghdad', 'Baghdad Governorate', 'Iraq']
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from reconcile.language.places.model import Layer, Node, Place
from reconcile.language.places.names import find
from reconcile.language.places.resolve import nodes_of, of_its_peers, pick
from reconcile.language.places.typos import nearest_keys

_CACHED = 1 << 17
_DEEPEST = 64


class Stack:
    """Tables of places; a name or an id in one hides the same in those below it.

    Args:
        layers: the tables, the upper one first.
    """

    __slots__ = ("_hash", "digest", "layers")

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self.layers = layers
        self.digest = hashlib.sha256("\n".join(layer.digest for layer in layers).encode()).hexdigest()
        self._hash = hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Stack) and other.digest == self.digest)

    def __hash__(self) -> int:
        return self._hash

    def find(self, key: str) -> tuple[str, ...]:
        """Return the ids that `key` may mean in the uppermost table that knows it."""
        return next((found for layer in self.layers if (found := layer.find(key))), ())

    def place(self, number: str) -> Place | None:
        """Return the place with this id, or None."""
        return next((place for layer in self.layers if (place := layer.place(number))), None)


@lru_cache(maxsize=_CACHED)
def path(stack: Stack, number: str) -> tuple[Place, ...]:
    """Return the place with this id and its containers, outward; empty where the id is unknown."""
    places: list[Place] = []
    place = stack.place(number)
    while place and len(places) < _DEEPEST:
        places.append(place)
        place = stack.place(place.info.parent) if place.info.parent else None
    return tuple(places)


@lru_cache(maxsize=_CACHED)
def candidates(stack: Stack, name: str, typos: int) -> tuple[str, ...]:
    """Return the ids that `name` may mean, sorted; with `typos` also of names one letter away, if there is no other."""
    found = find(name, stack.find, lambda number: path(stack, number))
    if found or not typos:
        return found
    near = {number for layer in stack.layers for key in nearest_keys(name, layer) for number in layer.find(key)}
    return tuple(sorted(near))


@lru_cache(maxsize=_CACHED)
def node(stack: Stack, name: str, among: frozenset[str], typos: int) -> Node | None:
    """Return where `name` stands in the tree of places, or None where it is unknown or ambiguous."""
    others = [_nodes(stack, other, 0) for other in sorted(among)]
    found = pick(_nodes(stack, name, typos), others, lambda number: path(stack, number))
    if found is None or found.is_one:
        return found
    return of_its_peers(found, candidates(stack, name, typos), others, lambda number: path(stack, number))


@lru_cache(maxsize=_CACHED)
def _nodes(stack: Stack, name: str, typos: int) -> tuple[Node, ...]:
    return nodes_of(candidates(stack, name, typos), lambda number: path(stack, number))
