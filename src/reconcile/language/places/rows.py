"""Prevent one bad row of a user's places from hiding the others: every fault is told, with its row and field.

>>> layer = RowLayer.of([{"id": "camp", "name": "Camp Alpha", "aliases": "Alpha;معسكر ألفا"}])
>>> layer.find("alpha")
('camp',)
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence

from reconcile.errors import ClaimError, shown
from reconcile.language.places.model import Layer, Place, PlaceInfo
from reconcile.language.places.words import MAX_LENGTH, place_key
from reconcile.language.read_table import entries

_NO_PARENT = ("", "-1")
_LARGEST = 1_000_000_000
_DEEPEST = 64

Row = Mapping[str, object]


class RowLayer:
    """Places given as rows.

    Args:
        places: the places by id.
        names: the ids of each key.
    """

    __slots__ = ("_names", "_places", "digest")

    def __init__(self, places: Mapping[str, Place], names: Mapping[str, Iterable[str]]) -> None:
        self._places = dict(places)
        self._names = {key: tuple(sorted(set(ids))) for key, ids in sorted(names.items())}
        content = json.dumps([sorted(self._places.items()), sorted(self._names.items())], ensure_ascii=True)
        self.digest = hashlib.sha256(content.encode()).hexdigest()

    @classmethod
    def of(cls, rows: Iterable[Row], *, below: Sequence[Layer] = ()) -> RowLayer:
        """Return the layer of `rows` above the layers `below`.

        Raises:
            ClaimError: gathers every fault with its row and field.

        >>> RowLayer.of([{"id": "a", "name": "A", "lat": 91}])
        Traceback (most recent call last):
        ...
        reconcile.errors.ClaimError: row 1, field lat: not within -90 to 90: 91 (give degrees)
        """
        return cls.numbered(((f"row {number}", row) for number, row in enumerate(rows, 1)), below=below)

    @classmethod
    def numbered(cls, rows: Iterable[tuple[str, Row]], *, below: Sequence[Layer] = ()) -> RowLayer:
        """Return the layer of rows that come with the line they stand on.

        Raises:
            ClaimError: gathers every fault with its line and field.
        """
        reader = _Reader(below)
        for line, row in rows:
            reader.add(line, row)
        return cls(reader.finished(), reader.names)

    def find(self, key: str) -> tuple[str, ...]:
        """Return the ids that `key` may mean, sorted."""
        return self._names.get(key, ())

    def place(self, number: str) -> Place | None:
        """Return the place with this id, or None."""
        return self._places.get(number)

    def all_keys(self) -> list[str]:
        """Return every key, sorted."""
        return list(self._names)


class _Reader:
    def __init__(self, below: Sequence[Layer]) -> None:
        self.below = below
        self.places: dict[str, Place] = {}
        self.names: dict[str, list[str]] = {}
        self.lines: dict[str, str] = {}
        self.errors: list[ClaimError] = []

    def add(self, line: str, row: Row) -> None:
        """Take in one row; a fault in it is kept to be told with the others."""
        try:
            place, aliases = _place(row, self._known(str(row.get("id", ""))))
            self._refuse_second(place.info.id)
        except ClaimError as error:
            self.errors.extend(error.at(line).errors)
            return
        self.places[place.info.id] = place
        self.lines[place.info.id] = line
        for alias in aliases:
            self.names.setdefault(place_key(alias), []).append(place.info.id)

    def _refuse_second(self, number: str) -> None:
        if number in self.places:
            raise ClaimError(f"second row with {shown(number)}", where="field id", repair="make ids unique")

    def _known(self, number: str) -> Place | None:
        return next((place for layer in self.below if (place := layer.place(number))), None)

    def finished(self) -> dict[str, Place]:
        """Return the places by id.

        Raises:
            ClaimError: with the faults of all rows.
        """
        for number, place in self.places.items():
            if fault := self._parent_fault(place):
                self.errors.append(fault.at(f"{self.lines[number]}, field parent"))
        if self.errors:
            raise ClaimError.gather(self.errors)
        return {number: self._with_country(place) for number, place in self.places.items()}

    def _above(self, place: Place) -> Place | None:
        parent = place.info.parent
        return (self.places.get(parent) or self._known(parent)) if parent else None

    def _parent_fault(self, place: Place) -> ClaimError | None:
        if place.info.parent and self._above(place) is None:
            return ClaimError(
                f"no place has the id {shown(place.info.parent)}", repair="add its row, or leave it empty"
            )
        above, depth = place, 0
        while above := self._above(above):
            depth += 1
            if above.info.id == place.info.id or depth > _DEEPEST:
                return ClaimError("the containers go round in a ring", repair="break the ring")
        return None

    def _with_country(self, place: Place) -> Place:
        above: Place | None = place
        while above and not above.info.country:
            above = self._above(above)
        return place._replace(info=place.info._replace(country=above.info.country if above else ""))


def _place(row: Row, known: Place | None) -> tuple[Place, list[str]]:
    number, name = _text(row, "id"), _text(row, "name")
    if not number:
        raise ClaimError("no id", where="field id", repair="give every place an id")
    if not name and known is None:
        raise ClaimError("no name", where="field name", repair="give every place a name")
    aliases = [alias for alias in (name, *_aliases(row)) if place_key(alias)]
    if not aliases and known is None:
        raise ClaimError(f"no letter in {shown(name)}", where="field name", repair="give a name with letters")
    old = known.info if known else PlaceInfo(number, name, "place", None, "", None, None, 0)
    parent = _text(row, "parent") or _text(row, "parent_id")
    info = PlaceInfo(
        number, name or old.name, _text(row, "kind") or old.kind,
        old.parent if parent in _NO_PARENT else parent, _text(row, "country") or old.country,
        _number(row, "lat", 90.0, old.lat), _number(row, "lon", 180.0, old.lon),
        int(_number(row, "population", _LARGEST, float(old.population)) or 0),
    )  # fmt: skip
    return (known or Place(info))._replace(info=info), aliases


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise ClaimError(f"not a text: {shown(value)}", where=f"field {name}", repair="write a text")
    text = str(value).strip()
    if len(text) > MAX_LENGTH:
        raise ClaimError(f"too long: {len(text)} letters", where=f"field {name}", repair=f"at most {MAX_LENGTH}")
    return text


def _aliases(row: Row) -> list[str]:
    return [_text({"aliases": part}, "aliases") for part in entries(row.get("aliases"))]


def _number(row: Row, name: str, limit: float, default: float | None) -> float | None:
    value = row.get(name)
    if value is None or value == "":
        return default
    try:
        number = float(value) if isinstance(value, str | int | float) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    if not abs(number) <= limit:
        raise ClaimError(
            f"not within -{limit:g} to {limit:g}: {shown(value)}",
            where=f"field {name}",
            repair="give degrees",
        )
    return number
