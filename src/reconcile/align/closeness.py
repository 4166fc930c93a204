"""Prevent "Erbil" and "Hewlêr" from being compared as letters: what tables know decides first.

>>> from reconcile.values import BUILTIN
>>> erbil, hewler = (place_member(Place(name), names=BUILTIN, among=()) for name in ("Erbil", "Hewlêr"))
>>> place_closeness(BUILTIN)(erbil, hewler)
1.0
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.align.fields.member import Member, Order
from reconcile.values import Names, Place
from reconcile.values.places import distance_km
from reconcile.values.relation import Relation

INSIDE = 0.8
HALF_KM = 10.0
_KNOWN = {Relation.EQUAL: 1.0, Relation.NARROWER: INSIDE, Relation.BROADER: INSIDE, Relation.EXCLUSIVE: 0.0}


def place_member(place: Place, *, names: Names, among: Sequence[str]) -> Member:
    """Return a place as a member of a list.

    Args:
        place: the place.
        names: how names are resolved.
        among: the names it stands beside.
    """
    found = named_place(place.name, names=names, among=among)
    if place.lat is None or place.lon is None:
        return found
    return found._replace(circle=(place.lat, place.lon, place.radius_km or 0.0))


def named_place(name: str, *, names: Names, among: Sequence[str] = ()) -> Member:
    """Return a place that is known by its name alone, as a member of a list.

    Args:
        name: its name.
        names: how names are resolved.
        among: the names it stands beside.

    >>> from reconcile.values import BUILTIN
    >>> named_place("Nowhere", names=BUILTIN).key
    '~nowhere'
    """
    node = names.place(name, among=among)
    return Member("=" + repr(node) if node is not None else "~" + names.spelling(name), name, node)


def named_party(name: str, *, names: Names) -> Member:
    """Return a party, of which only the name matters here, as a member of a list.

    Args:
        name: its name.
        names: how names are resolved.

    >>> from reconcile.values import BUILTIN
    >>> named_party("Daesh", names=BUILTIN).key == named_party("ISIS", names=BUILTIN).key
    True
    """
    entity = names.party(name)
    return Member("=" + entity if entity is not None else "~" + names.spelling(name), name, entity)


def place_closeness(names: Names) -> Order:
    """Return how alike places are: by their distance where both have coordinates, else by tables, or None."""

    def known(a: Member, b: Member) -> float | None:
        if a.circle is not None and b.circle is not None:
            return near(a.circle, b.circle)
        if a.node is not None and b.node is not None:
            return _KNOWN.get(names.place_order(a.node, b.node))
        return 1.0 if a.key == b.key else None

    return known


def party_closeness(names: Names) -> Order:
    """Return how alike parties are: by tables, or None."""

    def known(a: Member, b: Member) -> float | None:
        if isinstance(a.node, str) and isinstance(b.node, str):
            return _KNOWN.get(names.party_order(a.node, b.node))
        return 1.0 if a.key == b.key else None

    return known


def near(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """Return 1 where two circles (degrees, degrees, kilometres) meet, one half at ten kilometres apart.

    >>> near((36.19, 44.01, 0), (36.19, 44.01, 5)), round(near((36.19, 44.01, 0), (36.28, 44.01, 0)), 2)
    (1.0, 0.5)
    """
    apart = max(0.0, distance_km(a[0], a[1], b[0], b[1]) - a[2] - b[2])
    return 1.0 / (1.0 + apart / HALF_KM)
