"""Prevent "Khanaqin" from contradicting "Diyala": places contain one another, and a list says "at least these".

>>> Places("أربيل").relate(Places("Hewlêr")), Places("Khanaqin").relate(Places("Diyala"))
(<Relation.EQUAL: 'equal'>, <Relation.NARROWER: 'narrower'>)
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import Field, model_validator

from reconcile.errors import ClaimError
from reconcile.language import fold
from reconcile.values.base import FrozenValue, Name
from reconcile.values.members import relate_areas, relate_lists, share
from reconcile.values.names import BUILTIN, Names
from reconcile.values.relation import Relation, alien

EARTH_KM = 6371.0088
MOST = 200


class Place(FrozenValue):
    """One place as a report names it.

    Args:
        name: the name as written.
        lat: latitude in degrees, with `lon`.
        lon: longitude in degrees.
        radius_km: how far from that point the place may be, in kilometres.

    >>> print(Place("Erbil"))
    Erbil
    """

    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = ({"type": "string"},)

    name: Name
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    radius_km: Annotated[float, Field(ge=0, le=20_100)] | None = None

    def __init__(self, name: Any = None, /, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        super().__init__(**(fields if name is None else {"name": name, **fields}))

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        return {"name": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _paired(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ClaimError(f"{self.name}: one coordinate without the other", repair="give both lat and lon")
        if self.radius_km is not None and self.lat is None:
            raise ClaimError(f"{self.name}: a radius without a point", repair="give lat and lon")
        return self

    @property
    def circle(self) -> tuple[float, float, float] | None:
        """Latitude, longitude and radius, where all three are stated."""
        if self.lat is None or self.lon is None or self.radius_km is None:
            return None
        return self.lat, self.lon, self.radius_km

    def __str__(self) -> str:
        return self.name


class Places(FrozenValue):
    """At least these places.

    Args:
        items: names, or `Place`s; `Places("Erbil", "Baghdad")`.
        complete: the list is said to be all there are.
        part: only parts of them are meant ("areas in").

    >>> print(Places("Erbil", "Baghdad"))
    Erbil, Baghdad
    """

    holds_names: ClassVar[bool] = True
    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = (
        {"type": "string"},
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "object"}]}, "minItems": 1},
    )

    items: Annotated[tuple[Place, ...], Field(min_length=1, max_length=MOST)]
    complete: bool = False
    part: bool = False

    def __init__(self, *items: Any, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        if items:
            single = len(items) == 1 and isinstance(items[0], list | tuple)
            fields = {"items": items[0] if single else items, **fields}
        super().__init__(**fields)

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        form = coerced(data, member="name")
        if not isinstance(form, dict):
            return form
        given = cast("dict[str, Any]", form)
        part = given.get("part")  # a text, such as "areas in", stands for true
        return {**given, "part": bool(part.strip())} if isinstance(part, str) else given

    def relate(self, other: Places, /, *, names: Names = BUILTIN) -> Relation:
        """Return how this list stands to `other`.

        Args:
            other: another list of places.
            names: how names are resolved; by default the tables that ship with the library.
        """
        if alien(other, Places):
            return Relation.UNKNOWN
        mine, theirs = self.resolved(names), other.resolved(names)
        return relate_lists(
            mine,
            theirs,
            order=lambda a, b: order_places(a, b, names=names),
            a_complete=self.complete,
            b_complete=other.complete,
        )

    def area(self, other: Places, /, *, names: Names = BUILTIN, circles: bool = True) -> Relation:
        """Return how the area of this list stands to that of `other`: a longer list covers more.

        Args:
            other: another list of places.
            names: how names are resolved.
            circles: whether points and radii count beside the names.

        >>> Places("Kirkuk").area(Places("Kirkuk", "Diyala"))
        <Relation.NARROWER: 'narrower'>
        """
        if alien(other, Places):
            return Relation.UNKNOWN
        mine, theirs = self.resolved(names), other.resolved(names)
        by = order_places if circles else _order_names
        return relate_areas(mine, theirs, order=lambda a, b: by(a, b, names=names))

    def resolved(self, names: Names) -> tuple[tuple[Place, Hashable | None], ...]:
        """Return each place with what its name stands for, read among the other names of the list."""
        if len(self.items) == 1:
            return ((self.items[0], names.place(self.items[0].name)),)
        every = tuple([place.name for place in self.items])
        return tuple([(place, names.place(place.name, among=every)) for place in self.items])

    def similarity(self, other: Places, /, *, names: Names = BUILTIN) -> float | None:
        """Return how much of the shorter list lies in, or around, the other, 0..1."""
        if alien(other, Places):
            return None
        return share(self.resolved(names), other.resolved(names), closeness=lambda a, b: _closeness(a, b, names=names))

    def blocking_keys(self) -> frozenset[str]:
        """Return the folded names."""
        return frozenset("place:" + (fold(place.name) or place.name) for place in self.items)

    def __str__(self) -> str:
        text = ", ".join(map(str, self.items))
        return f"areas in {text}" if self.part else text


_Resolved = tuple[Place, Hashable | None]


def order_places(a: _Resolved, b: _Resolved, *, names: Names) -> Relation:
    """Return how one resolved place stands to another: by circles, then by tables, then by folded name.

    Args:
        a: a place and what its name stands for, if known.
        b: another.
        names: orders what names stand for.
    """
    by_name = _order_names(a, b, names=names)
    first, second = a[0].circle, b[0].circle
    if by_name not in (Relation.EQUAL, Relation.UNKNOWN) or (first is None and second is None):
        return by_name
    if first is not None and second is not None:
        return _order_circles(first, second)
    if by_name is Relation.UNKNOWN:
        return by_name
    return Relation.NARROWER if first is not None else Relation.BROADER


def _order_names(a: _Resolved, b: _Resolved, *, names: Names) -> Relation:
    if a[1] is not None and b[1] is not None:
        return names.place_order(a[1], b[1])
    mine, theirs = _meanings(a, names), _meanings(b, names)
    if mine and theirs:
        return _whichever_is_meant(mine, theirs, names)
    alike = not (mine or theirs) and names.spelling(a[0].name) == names.spelling(b[0].name)
    return Relation.EQUAL if alike else Relation.UNKNOWN


def _meanings(one: _Resolved, names: Names) -> tuple[Hashable, ...]:
    return (one[1],) if one[1] is not None else names.meanings(one[0].name)


def _whichever_is_meant(a: Sequence[Hashable], b: Sequence[Hashable], names: Names) -> Relation:
    """An ambiguous name still tells what holds for all that it may mean; that two are one, it never tells."""
    if len(a) * len(b) > MOST:
        return Relation.UNKNOWN
    found = {names.place_order(x, y) for x in a for y in b}
    return found.pop() if len(found) == 1 and Relation.EQUAL not in found else Relation.UNKNOWN


def _order_circles(a: tuple[float, float, float], b: tuple[float, float, float]) -> Relation:
    if a == b:
        return Relation.EQUAL
    between = distance_km(a[0], a[1], b[0], b[1])
    forward, backward = between + a[2] <= b[2], between + b[2] <= a[2]
    if forward or backward:
        return Relation.of(forward=forward, backward=backward)
    return Relation.EXCLUSIVE if between > a[2] + b[2] else Relation.UNKNOWN


def distance_km(lat: float, lon: float, lat_2: float, lon_2: float) -> float:
    """Return the great-circle distance in kilometres (haversine; Sinnott, Sky & Telescope 68, 1984).

    >>> round(distance_km(36.19, 44.01, 33.31, 44.37))
    322
    """
    p, q = math.radians(lat), math.radians(lat_2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon_2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


_CLOSE = {Relation.EQUAL: 1.0, Relation.NARROWER: 0.8, Relation.BROADER: 0.8, Relation.EXCLUSIVE: 0.0}


def _closeness(a: _Resolved, b: _Resolved, *, names: Names) -> float | None:
    from reconcile.language import name_similarity

    known = _CLOSE.get(order_places(a, b, names=names))
    return name_similarity(a[0].name, b[0].name) if known is None else known


def coerced(data: Any, *, member: str) -> Any:  # noqa: ANN401 - untrusted input in, the same out where it is odd
    """Return the dictionary form of a list of members given as a name, a list or one member.

    >>> coerced("Erbil", member="name"), coerced({"name": "Erbil"}, member="name")
    ({'items': ('Erbil',)}, {'items': ({'name': 'Erbil'},)})
    """
    if isinstance(data, str):
        return {"items": (data,)}
    if isinstance(data, list | tuple):
        return {"items": tuple(cast("list[Any]", data))}
    if isinstance(data, dict) and member in data:
        return {"items": (cast("dict[str, Any]", data),)}
    return cast("Any", data)
