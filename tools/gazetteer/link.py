"""Prevent "Hewlêr" from being the city only and "Erbil" the governorate only: a seat and its division share names.

A division and the settlement that it is named after are two places with one name in every language; here each gets
the other's names. Codes ("EBL", "NYC") and names that state a level stay where they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gazetteer.records import Record, Records
from gazetteer.sources import DEEP
from rapidfuzz.fuzz import ratio

from reconcile.language.places.words import is_generic, place_key, unqualified

_CODE = re.compile(r"^[A-Z]{2,4}\d?$")
_ALIKE = 60


def keys_of(record: Record) -> set[str]:
    """Return every key by which `record` is found: its names, and its names without their generic heads."""
    keys = {place_key(name) for name in record.names}
    if record.kind != "city":
        keys |= set(_bare(record))
    return keys - {""}


def _bare(record: Record) -> Iterator[str]:
    for name in record.names:
        cut = unqualified(name)
        if (
            cut
            and (record.kind in cut[1] or cut[1] == {"country"})
            and not is_generic(cut[0])
            and len(cut[0]) > 2
        ):
            yield cut[0]


def adopt_seats(records: Records) -> None:
    """Put each settlement that lacks a district into the district named after it, where exactly one is."""
    districts: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for record in records.values():
        if record.kind == "admin2":
            for key in keys_of(record):
                districts[record.parent, key].add(record.id)
    for seats in _largest(r for r in records.values() if r.kind == "city").values():
        found = districts.get((seats.parent, place_key(seats.name)), set())
        if len(found) == 1:
            seats.parent = next(iter(found))


def _largest(records: Iterable[Record]) -> dict[tuple[str | None, str], Record]:
    largest: dict[tuple[str | None, str], Record] = {}
    for record in records:
        place = (record.parent, place_key(record.name))
        other = largest.get(place)
        if other is None or (record.population, record.id) > (other.population, other.id):
            largest[place] = record
    return largest


def share_names(records: Records) -> None:
    """Give a division and the seat it is named after each other's names.

    In the countries held in depth all names are shared; elsewhere those that sound alike, since a nickname of a city
    ("Big Apple") is seldom one of its division.
    """
    keys = {record.id: keys_of(record) for record in records.values()}
    seats: dict[str, list[Record]] = defaultdict(list)
    for record in records.values():
        if record.kind == "city":
            for container in _containers(records, record):
                if place_key(record.name) in keys[container.id]:
                    seats[container.id].append(record)
    for division, found in sorted(seats.items()):
        seat = max(found, key=lambda record: (record.population, record.id))
        _share(records[division], seat)


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
