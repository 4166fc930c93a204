"""Prevent a lucky guess: the candidates of a name become one place only where nothing else is possible.

>>> from reconcile.language.places import Gazetteer
>>> places = Gazetteer.builtin()
>>> places.node("Tripoli") is None, places.info(places.node("Tripoli", among=["Beirut"]).low).country
(True, 'LB')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reconcile.language.places.model import Node, Place

Paths = Callable[[str], Sequence[Place]]

_DWARFS = 50
_FEW_PEOPLE = 1000


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
        """How far inside a place lies; the larger place, then the id, breaks a tie."""
        places = path(number)
        return (len(places), places[0].info.population if places else 0, number)

    return max(inside, key=depth)


def of_its_peers(node: Node, candidates: Sequence[str], others: Iterable[Sequence[Node]], path: Paths) -> Node:
    """Return the country or the place inside it, where a name means either and the claim's other places tell which.

    تونس is a country and its capital. Beside countries it is the country, beside places of other countries the
    capital. A place of the same country tells nothing ("صفاقس، تونس": Sfax in Tunisia, or Sfax and Tunis): both stay.

    Args:
        node: the node of the name.
        candidates: the ids that the name may mean.
        others: the nodes of each other name of the claim.
        path: gives the places from an id outward.
    """
    if node.is_one or path(node.high)[0].info.kind != "country":
        return node
    clear = [found for names in others if (found := pick(names, (), path)) and _is_clear(found, path)]
    abroad = [other for other in clear if path(other.high)[-1].info.id != node.high]
    kinds = {path(other.high)[0].info.kind == "country" for other in abroad}
    if kinds == {True}:
        return Node(node.high, node.high)
    inner = nodes_of([number for number in candidates if number != node.high], path)
    return inner[0] if kinds == {False} and len(inner) == 1 else node


def _is_clear(node: Node, path: Paths) -> bool:
    return node.is_one or path(node.high)[0].info.kind != "country"


def prominent(nodes: Sequence[Node], path: Paths) -> Node | None:
    """Return the one well-known node that dwarfs the others, or None.

    A village abroad does not make "Baghdad" ambiguous: a country, a capital or a place marked as known is meant where
    it has at least `_DWARFS` times the people of every other. Where these are not known, they count as `_FEW_PEOPLE`.

    Args:
        nodes: the nodes of a name.
        path: gives the places from an id outward.
    """
    people = sorted(((_people(node, path), node) for node in nodes), reverse=True)
    if len(people) < 2 or people[0][0] < _DWARFS * max(people[1][0], _FEW_PEOPLE):
        return None
    first = people[0][1]
    return first if any(place.known for place in _span(first, path)) else None


def _people(node: Node, path: Paths) -> int:
    return max((place.info.population for place in _span(node, path)), default=0)


def _span(node: Node, path: Paths) -> Sequence[Place]:
    inner = path(node.low)
    return inner[: len(inner) - len(path(node.high)) + 1]


def pick(nodes: Sequence[Node], others: Iterable[Sequence[Node]], path: Paths) -> Node | None:
    """Return the one node that is meant, or None where that is open.

    The unambiguous names of the claim decide: that node is meant which alone shares a container with them, beyond what
    all nodes of the name share. Else the one country that all names may lie in. Against a node that dwarfs the others
    only containers below countries count. Where nothing tells, a country goes before settlements of its name.

    Args:
        nodes: the nodes of the name.
        others: the nodes of each other name of the claim.
        path: gives the places from an id outward.
    """
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    others = [found for found in others if found]
    clear = [found[0] for found in others if len(found) == 1]
    if first := prominent(nodes, path):
        return _only(_supported(nodes, clear, path, countries=False)) or first
    left = _supported(nodes, clear, path) or _in_shared_country(nodes, others, path)
    if not left:
        return _country_first(nodes, path)
    found = _only(left)
    return None if found is None or _is_contested(found, nodes, others, path) else found


def _supported(nodes: Sequence[Node], clear: Sequence[Node], path: Paths, *, countries: bool = True) -> Sequence[Node]:
    """Return the nodes that share with an unambiguous name a container that not all nodes share."""

    def containers(node: Node) -> set[str]:
        """Ids of the node's outermost place and of what holds it."""
        return {place.info.id for place in path(node.high) if countries or place.info.kind != "country"}

    known = [containers(node) for node in clear]
    found: Sequence[Node] = ()
    while True:
        common = set[str].intersection(*map(containers, found or nodes))
        left = [node for node in found or nodes if any((containers(node) - common) & around for around in known)]
        if not left or len(left) == len(found):
            return found
        found = left


def _country_first(nodes: Sequence[Node], path: Paths) -> Node | None:
    kinds = {node: path(node.high)[0].info.kind for node in nodes}
    countries = [node for node in nodes if kinds[node] == "country"]
    rivals = {kind for node, kind in kinds.items() if node not in countries}
    return _only(countries) if rivals <= {"admin2", "city"} else None


def _is_contested(node: Node, nodes: Sequence[Node], others: Sequence[Sequence[Node]], path: Paths) -> bool:
    """Return whether another ambiguous name may lie in the country of a rival, and not in that of `node`."""
    own, rivals = _country(node, path), _countries(nodes, path)
    return any(own not in (near := _countries(found, path)) and near & rivals for found in others if len(found) > 1)


def _only(nodes: Sequence[Node]) -> Node | None:
    return nodes[0] if len(nodes) == 1 else None


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
