"""Prevent "Hewlêr" from being the city only and "Erbil" the governorate only: a seat and its division share names.

A division and the settlement that it is named after are two places with one name in every language; here each gets
the other's names. Codes ("EBL", "NYC") and names that state a level stay where they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gazetteer.records import Record, Records
from gazetteer.sources import DEEP, LARGE
from rapidfuzz.fuzz import ratio

from reconcile.language.places.words import is_generic, place_key, unqualified

_CODE = re.compile(r"^[A-Z]{2,4}\d?$")
_ALIKE = 60
_NEAR = 0.1  # degrees
_CITY_STATE = 2


def keys_of(record: Record) -> set[str]:
    """Return every key by which `record` is found: its names, and its names without their generic heads."""
    keys = {place_key(name) for name in record.names}
    if record.kind != "city" and not record.strict:
        keys |= set(_bare(record))
    return keys - {""}


def _bare(record: Record) -> Iterator[str]:
    for name in record.names:
        cut = unqualified(name)
        if cut and (record.kind in cut[1] or cut[1] == {"country"}) and not is_generic(cut[0]) and len(cut[0]) > 2:
            yield cut[0]


def adopt_seats(records: Records) -> None:
    """Put each settlement that a district of its division is named after into that district.

    The sources file some seats under a neighbour, or under the division only.
    """
    districts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records.values():
        if record.kind == "admin2" and record.parent:
            for key in keys_of(record):
                districts[record.parent, key].add(record.id)
    largest = _largest(records)
    for (division, key), seat in sorted(largest.items(), key=lambda item: (item[1].name_is(item[0][1]), item[0])):
        found = districts.get((division, key), set())
        if len(found) == 1:
            seat.parent = next(iter(found))


def _largest(records: Records) -> dict[tuple[str, str], Record]:
    largest: dict[tuple[str, str], Record] = {}
    for record in records.values():
        division = _division(records, record) if record.kind == "city" else None
        for key in keys_of(record) if division else ():
            place = (division or "", key)
            if place not in largest or _rank(record, key) > _rank(largest[place], key):
                largest[place] = record
    return largest


def _rank(record: Record, key: str) -> tuple[bool, int, str]:
    return (record.name_is(key), record.population, record.id)


def _division(records: Records, record: Record) -> str | None:
    return next((one.id for one in _containers(records, record) if one.kind == "admin1"), None)


def add_up_people(records: Records) -> None:
    """Give divisions without a population the sum of their settlements'."""
    people: dict[str, int] = defaultdict(int)
    for record in records.values():
        if record.kind == "city":
            for container in _containers(records, record):
                people[container.id] += record.population
    for number, total in people.items():
        records[number].population = records[number].population or total


def merge_twins(records: Records) -> None:
    """Make settlements one that share name, division, people and place: the source holds some of them twice."""
    first: dict[tuple[str | None, str, int], Record] = {}
    for record in sorted(records.values(), key=lambda one: one.id):
        if record.kind == "city" and record.population:
            twin = first.setdefault((_division(records, record), place_key(record.name), record.population), record)
            if twin is not record and _is_near(twin, record):
                twin.names |= record.names
                del records[record.id]


def _is_near(a: Record, b: Record) -> bool:
    places = (a.lat, a.lon, b.lat, b.lon)
    if any(place is None for place in places):
        return False
    return abs((a.lat or 0) - (b.lat or 0)) < _NEAR and abs((a.lon or 0) - (b.lon or 0)) < _NEAR


def mark_known(records: Records) -> None:
    """Mark the first-level divisions of the countries held in depth, and the seats they are named after."""
    for record in records.values():
        if record.country in DEEP and record.kind == "admin1":
            record.known = True
        if record.country in DEEP and record.kind == "city" and record.population >= LARGE:
            division = _division(records, record)
            record.known |= bool(division) and place_key(record.name) in keys_of(records[division or ""])


def drop_weak(records: Records) -> None:
    """Take from places outside the countries held in depth the variants that are a known place's shown name.

    The sources give Al Khums the variant "Homs", and Ibadan "Abadan".
    """
    shown = {place_key(record.name): record for record in records.values() if record.known}
    for record in records.values():
        if record.country in DEEP or record.known:
            continue
        own = place_key(record.name)
        record.names = {
            name
            for name in record.names
            if place_key(name) in {own, ""} or shown.get(place_key(name), record).country == record.country
        }


def share_names(records: Records) -> None:
    """Give a division and the seat it is named after each other's names.

    In the countries held in depth all names are shared; elsewhere those that sound alike, since a nickname of a city
    ("Big Apple") is seldom one of its division.
    """
    keys = {record.id: keys_of(record) for record in records.values() if record.kind != "country"}
    seats: dict[str, list[Record]] = defaultdict(list)
    for record in records.values():
        if record.kind == "city":
            for container in _containers(records, record):
                if keys[record.id] & keys[container.id]:
                    seats[container.id].append(record)
    for number, found in sorted(seats.items()):
        namesakes = [seat for seat in found if place_key(seat.name) in keys[number]] or found
        if len(found) == 1 or any(place_key(seat.name) in keys[number] for seat in found):
            _share(records[number], max(namesakes, key=lambda seat: (seat.population, seat.id)))


def part_capitals(records: Records) -> None:
    """Take from a country the name that its capital is shown by, where the country is shown by another.

    "Tunis" is the city and "Tunisia" the country, though some language calls both so. A city that holds half of the
    country's people (Macau, Vatican City) is the country: both keep the name.
    """
    for country in records.values():
        capital = records.get(country.capital or "") if country.kind == "country" else None
        if capital is None or country.population <= _CITY_STATE * capital.population:
            continue
        own = place_key(capital.name)
        if not country.name_is(own):
            country.names = {name for name in country.names if place_key(name) != own}


def _containers(records: Records, record: Record) -> Iterator[Record]:
    parent = record.parent
    while parent:
        if records[parent].kind in {"admin1", "admin2"}:
            yield records[parent]
        parent = records[parent].parent


def _share(division: Record, seat: Record) -> None:
    ours, theirs = _shareable(division), _shareable(seat)
    if division.country not in DEEP:
        theirs = {name for name in theirs if _sounds_like_any(name, division.names)}
    division.names |= theirs
    seat.names |= ours


def _shareable(record: Record) -> set[str]:
    return {name for name in record.names if not _CODE.match(name) and unqualified(name) is None}


def _sounds_like_any(name: str, others: Iterable[str]) -> bool:
    key = place_key(name)
    return any(ratio(key, place_key(other)) >= _ALIKE for other in others)
