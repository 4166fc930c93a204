"""Prevent a lucky guess: the candidates of a name become one place only where nothing else is possible.

>>> from reconcile.language.places import Gazetteer
>>> places = Gazetteer.builtin()
>>> places.node("Tripoli") is None, places.info(places.node("Tripoli", among=["Beirut"]).low).country
(True, 'LB')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reconcile.language.places.model import Node, Place

Path = Sequence[Place]
Paths = Callable[[str], Path]


def nodes_of(candidates: Sequence[str], path: Paths) -> tuple[Node, ...]:
    """Return the nodes that `candidates` make: those inside another candidate join it.

    Args:
        candidates: ids.
        path: gives the places from an id outward.

    Returns:
        One node for each candidate that no other candidate contains, sorted.
    """
    known = set(candidates)
    insides: dict[str, list[str]] = {}
    for number in candidates:
        above = [place.info.id for place in path(number) if place.info.id in known]
        insides.setdefault(above[-1] if above else number, []).append(number)
    return tuple(sorted(Node(_innermost(inside, path), high) for high, inside in insides.items()))


def _innermost(inside: Sequence[str], path: Paths) -> str:
    def depth(number: str) -> tuple[int, int, str]:
        places = path(number)
        return (len(places), places[0].info.population if places else 0, number)

    return max(inside, key=depth)


def pick(nodes: Sequence[Node], others: Iterable[Sequence[Node]], path: Paths) -> Node | None:
    """Return the one node that the claim's other places point to, or None.

    The country that every name shares decides; else the countries of the unambiguous names; then the containers
    inside those countries that the node shares with the unambiguous names.

    Args:
        nodes: the nodes of the name.
        others: the nodes of each other name of the claim.
        path: gives the places from an id outward.
    """
    others = [found for found in others if found]
    clear = [found[0] for found in others if len(found) == 1]
    left = _in_shared_country(nodes, others, path) or _in_countries(nodes, _countries(clear, path), path)
    if len(left) != 1:
        left = _in_containers(left, clear, path)
    return left[0] if len(left) == 1 else None


def _country(node: Node, path: Paths) -> str:
    places = path(node.high)
    return places[0].info.country or places[-1].info.id if places else ""


def _countries(nodes: Iterable[Node], path: Paths) -> set[str]:
    return {_country(node, path) for node in nodes}


def _in_countries(nodes: Iterable[Node], countries: set[str], path: Paths) -> list[Node]:
    return [node for node in nodes if _country(node, path) in countries]


def _in_shared_country(nodes: Sequence[Node], others: Sequence[Sequence[Node]], path: Paths) -> list[Node]:
    shared = _countries(nodes, path)
    for found in others:
        shared &= _countries(found, path)
    return _in_countries(nodes, shared, path) if others and len(shared) == 1 else []


def _in_containers(nodes: Sequence[Node], clear: Sequence[Node], path: Paths) -> list[Node]:
    inner = {place.info.id for node in clear for place in path(node.high) if place.info.kind != "country"}
    return [node for node in nodes if any(place.info.id in inner for place in path(node.high))]
