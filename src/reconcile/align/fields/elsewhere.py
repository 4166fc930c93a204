"""Prevent stock phrases from joining two towns on two days: where place and day both exclude is no slip.

One wrong city, or one wrong day, is a common slip, and each costs little. Another province and another day together,
or another country, are seldom a slip: Fellegi and Sunter's sum takes fields for independent, and this column holds
what the two say only together. Places nearer than a hundred kilometres are never elsewhere, nor is another town of one
province.

>>> import numpy as np
>>> from reconcile.values import BUILTIN, Period, Places
>>> days = [Period("2023-01-10"), Period("2023-01-11"), Period("2023-01-11")]
>>> towns = [Places("Bakhmut"), Places("Kherson"), Places("Kramatorsk")]
>>> column = ElsewhereColumn.of(towns, TimeColumn.of(days), names=BUILTIN)
>>> column.compare(np.array([0, 0]), np.array([1, 2])).similarity.tolist()
[0.0, nan]
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import MISSING, Bools, Floats, Ints, encode
from reconcile.align.fields.base import Compared, nothing
from reconcile.align.fields.joint import Joint
from reconcile.align.fields.times import TimeColumn
from reconcile.language import PlaceInfo
from reconcile.values import Names, Place, Places, TableNames
from reconcile.values.places import EARTH_KM, distance_km

FAR_KM = 100.0
FIELD, KIND = "place and time", "elsewhere"


class Spot(NamedTuple):
    """Where all places of one claim lie.

    Args:
        countries: the countries that hold them, or may where a name is ambiguous; none where one is not known.
        province: the one first-level division that holds them, or None.
        point: latitude, longitude and radius in kilometres of the only one, or None.
        stated: whether the claim itself states that point.
    """

    countries: frozenset[str] = frozenset()
    province: str | None = None
    point: tuple[float, float, float] | None = None
    stated: bool = False


@dataclass(frozen=True)
class ElsewhereColumn(Joint):
    """Where and when each claim places its event.

    Args:
        spots: the spot of each distinct list of places.
        codes: the spot of each row.
        low: first day of each row; NaN unknown.
        high: last day.
    """

    spots: Sequence[Spot]
    codes: Ints
    low: Floats
    high: Floats

    @classmethod
    def of(cls, places: Sequence[Places | None], when: TimeColumn, *, names: Names) -> ElsewhereColumn:
        """Return the column of claims.

        Args:
            places: where, per row, or None.
            when: when; the day of a report never stands in here.
            names: how places are resolved.
        """
        number: dict[Places | None, int] = {}
        codes = np.fromiter((number.setdefault(one, len(number)) for one in places), np.int64, count=len(places))
        return cls([spot(one, names=names) for one in number], codes, when.low, when.high)

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.codes)

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:  # noqa: ARG002 - nothing is shared
        """Return 0 for pairs in two countries, or in two provinces on two days; NaN, no evidence, for all others."""
        if not self._telling:
            return Compared(nothing(len(a)), nothing(len(a)))
        facts, left, right = self._facts, self.codes[a], self.codes[b]
        days = (self.low[a] > self.high[b]) | (self.low[b] > self.high[a])
        abroad = facts.abroad[facts.country[left], facts.country[right]]
        away = _differ(facts.province, left, right)
        apart = facts.stated[left] & facts.stated[right] & ~_equal(facts.province, left, right)
        found = abroad | (days & (away | apart))
        rows = np.flatnonzero(found)
        found[rows] = ~(_gap(facts, left[rows], right[rows]) < FAR_KM)
        return Compared(np.where(found, 0.0, np.nan), nothing(len(a)))

    @cached_property
    def _facts(self) -> _Facts:
        points = [one.point or (math.nan,) * 3 for one in self.spots]
        lat, lon, radius = np.array(points, dtype=np.float64).reshape(-1, 3).T
        held = list(dict.fromkeys(one.countries for one in self.spots))
        country = np.array([held.index(one.countries) for one in self.spots], dtype=np.int64)
        province = encode([one.province for one in self.spots])[0]
        stated = np.array([one.stated for one in self.spots], dtype=np.bool_)
        return _Facts(_disjoint(held), country, province, np.radians(lat), np.radians(lon), radius, stated)

    @cached_property
    def _telling(self) -> bool:
        """Whether any two spots can be apart."""
        known = self._facts.province[self._facts.province != MISSING]
        differ = bool((known[1:] != known[:-1]).any())
        return bool(self._facts.abroad.any()) or differ or int(self._facts.stated.sum()) > 1

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return 0 or None for one pair, slowly."""
        one, two = (self.spots[int(self.codes[row])] for row in (a, b))
        days = bool(self.low[a] > self.high[b] or self.low[b] > self.high[a])
        abroad = bool(one.countries and two.countries) and one.countries.isdisjoint(two.countries)
        known = None not in (one.province, two.province)
        away = one.province != two.province if known else one.stated and two.stated
        if not (abroad or (days and away)):
            return None, None
        if one.point is not None and two.point is not None:
            between = distance_km(*one.point[:2], *two.point[:2]) - one.point[2] - two.point[2]
            return (None, None) if between < FAR_KM else (0.0, None)
        return 0.0, None


class _Facts(NamedTuple):
    """What is known of each spot; in radians; `abroad` says of two sets of countries whether they share none."""

    abroad: Bools
    country: Ints
    province: Ints
    lat: Floats
    lon: Floats
    radius: Floats
    stated: Bools


def _differ(codes: Ints, left: Ints, right: Ints) -> Bools:
    return (codes[left] != codes[right]) & (codes[left] != MISSING) & (codes[right] != MISSING)


def _disjoint(sets: Sequence[frozenset[str]]) -> Bools:
    every = sorted(frozenset[str]().union(*sets))
    held = np.array([[name in one for name in every] for one in sets], dtype=np.float64).reshape(len(sets), len(every))
    known: Bools = held.sum(axis=1) > 0
    shared: Floats = np.matmul(held, held.T)
    return (shared == 0) & np.logical_and.outer(known, known)


def _equal(codes: Ints, left: Ints, right: Ints) -> Bools:
    return (codes[left] == codes[right]) & (codes[left] != MISSING)


def _gap(facts: _Facts, left: Ints, right: Ints) -> Floats:
    """Return the kilometres between two spots (haversine); NaN where one has no point."""
    p, q, turn = facts.lat[left], facts.lat[right], facts.lon[right] - facts.lon[left]
    h = np.sin((q - p) / 2) ** 2 + np.cos(p) * np.cos(q) * np.sin(turn / 2) ** 2
    return 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, h))) - facts.radius[left] - facts.radius[right]


def spot(places: Places | None, *, names: Names) -> Spot:
    """Return where all places of a claim lie, as far as they are all known to lie in one area.

    Args:
        places: the places, or None.
        names: how they are resolved.

    >>> from reconcile.values import BUILTIN
    >>> spot(Places("Bakhmut", "Kherson"), names=BUILTIN)
    Spot(countries=frozenset({'UA'}), province=None, point=None, stated=False)
    """
    if places is None or not isinstance(names, TableNames):
        return Spot()
    every = [_spot(place, names, among=[one.name for one in places.items]) for place in places.items]
    if len(every) == 1:
        return every[0]
    countries = [one.countries for one in every]
    provinces = {one.province for one in every}
    return Spot(
        frozenset[str]().union(*countries) if all(countries) else frozenset(),
        provinces.pop() if len(provinces) == 1 else None,
    )


def _spot(place: Place, names: TableNames, *, among: Sequence[str]) -> Spot:
    point = None if place.lat is None or place.lon is None else (place.lat, place.lon, place.radius_km or 0.0)
    node, info = names.place(place.name, among=among), names.gazetteer.info
    if node is None:
        countries = [info(one.high).country for one in names.meanings(place.name)]
        return Spot(frozenset(countries) if all(countries) else frozenset(), None, point, point is not None)
    areas = [info(number) for number in names.gazetteer.chain(node.high)]
    province = next((one.id for one in areas if one.kind == "admin1"), None)
    return Spot(frozenset({areas[0].country} - {""}), province, point or _point(info(node.low)), point is not None)


def _point(place: PlaceInfo) -> tuple[float, float, float] | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon, 0.0)
