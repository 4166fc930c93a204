"""Prevent "Khanaqin" and "Diyala" from being a contradiction: places are ordered by what contains what.

Every place is a position in a tree. A name that may mean a place or a part of it by the same name (Erbil the city,
the district, the governorate) is a position of its own, just below the outermost and above all else inside it.
"Apart" is said only where it is known: loose areas, disputed containers and settlements that run into each other
are "unknown".

>>> from reconcile.language.places import Gazetteer
>>> places = Gazetteer.builtin()
>>> places.order(places.node("Khanaqin"), places.node("Diyala"))
'inside'
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from reconcile.language.places.model import Node, Place

_EARTH_KM = 6371.0
_CITY_DENSITY = 3000.0  # people per square kilometre of built-up land, a low value so that the radius is generous
_LEAST_KM = 2.0

Path = Sequence[Place]


def order(a: Node, b: Node, path: Callable[[str], Path]) -> str:
    """Return how two nodes stand to each other.

    Args:
        a: the first node.
        b: the second node.
        path: gives the places from an id outward, empty where the id is unknown.

    Returns:
        `equal`, `inside` (a in b), `contains`, `apart` or `unknown`.
    """
    if a.high == b.high and a.is_one == b.is_one:
        return "equal"
    ours, theirs = path(a.high), path(b.high)
    if not ours or not theirs:
        return "unknown"
    if _is_inside(a, b, ours):
        return "inside"
    if _is_inside(b, a, theirs):
        return "contains"
    if _is_open(ours, theirs) or _is_open(theirs, ours):
        return "unknown"
    return "unknown" if _is_claimed(ours, b, path) or _is_claimed(theirs, a, path) else "apart"


def _is_inside(a: Node, b: Node, path: Path) -> bool:
    start = 0 if b.is_one and not a.is_one else 1
    return any(place.info.id == b.high for place in path[start:])


def _is_open(ours: Path, theirs: Path) -> bool:
    """Return whether something keeps us from saying that two places lie apart."""
    within = {place.info.id for place in theirs}
    for place in ours:
        if place.loose and (place.info.parent is None or place.info.parent in within):
            return True
    return _lacks_district(ours[0], theirs, within) or _run_together(ours[0], theirs[0])


def _is_claimed(ours: Path, other: Node, path: Callable[[str], Path]) -> bool:
    claims = (claim for place in ours for claim in place.claimed)
    return any(place.info.id == other.high for claim in claims for place in path(claim))


def _lacks_district(place: Place, theirs: Path, within: set[str]) -> bool:
    # A settlement filed under its province may lie in any district of it.
    parent = place.info.parent
    return (
        place.info.kind == "city"
        and theirs[0].info.kind == "admin2"
        and parent in within
        and all(other.info.id != parent or other.info.kind != "admin2" for other in theirs)
    )


def _run_together(a: Place, b: Place) -> bool:
    if a.info.kind != "city" or b.info.kind != "city":
        return False
    people = max(a.info.population, b.info.population)
    reach = max(_LEAST_KM, math.sqrt(people / _CITY_DENSITY / math.pi))
    return distance_km(a, b) <= reach


def distance_km(a: Place, b: Place) -> float:
    """Return the great-circle distance in kilometres (haversine formula), infinite where a coordinate is missing.

    >>> from reconcile.language.places.table import builtin_table
    >>> table = builtin_table()
    >>> round(distance_km(table.place("gn:98182"), table.place("gn:99072")), -1)
    350.0
    """
    if a.info.lat is None or a.info.lon is None or b.info.lat is None or b.info.lon is None:
        return math.inf
    north, south = math.radians(a.info.lat), math.radians(b.info.lat)
    east = math.radians(a.info.lon - b.info.lon)
    chord = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
