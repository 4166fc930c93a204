"""Prevent two builds of one input from differing: columns in sorted order, with a hash over their bytes.

The hash covers the columns and not the file, whose compression may differ from one zlib to another.
"""

from __future__ import annotations

import hashlib
from itertools import accumulate
from pathlib import Path

import numpy as np
from gazetteer.link import keys_of
from gazetteer.records import Record, Records
from numpy.typing import NDArray

from reconcile.language.places.table import BLOCK
from reconcile.language.places.words import place_key

Columns = dict[str, NDArray[np.generic]]
KINDS = ("country", "region", "admin1", "admin2", "city", "area")


def columns(records: Records, likenesses: dict[str, str]) -> Columns:
    """Return the table's columns: places sorted by id, keys sorted, members of a key sorted."""
    places = sorted(records.values(), key=lambda record: record.id)
    rows = {record.id: row for row, record in enumerate(places)}
    found: dict[str, set[int]] = {}
    for row, record in enumerate(places):
        for key in keys_of(record):
            found.setdefault(key, set()).add(row)
    for name, plain in sorted(likenesses.items()):
        found[place_key(name)] = found[place_key(plain)]
    table = _place_columns(places, rows) | _key_columns(found)
    table["digest"] = np.frombuffer(digest(table).encode(), dtype=np.uint8)
    return table


def _place_columns(places: list[Record], rows: dict[str, int]) -> Columns:
    def number(record: Record) -> int:
        """The GeoNames number of a place; 0 for one of our own."""
        return int(record.id[3:]) if record.id.startswith("gn:") else 0

    claims = [(rows[record.id], rows[other]) for record in places for other in sorted(record.claimed)]
    return {
        "number": np.array([number(record) for record in places], dtype=np.int32),
        "own_ids": _text([record.id for record in places if number(record) == 0]),
        "names": _text([record.name for record in places]),
        "kind": np.array([KINDS.index(record.kind) for record in places], dtype=np.uint8),
        "country": _text(["".join(record.country) for record in places]),
        "parent": np.array([rows.get(record.parent or "", -1) for record in places], dtype=np.int32),
        "capital": np.array([rows.get(record.capital or "", -1) for record in places], dtype=np.int32),
        "lat": np.array([record.lat if record.lat is not None else np.nan for record in places], dtype=np.float32),
        "lon": np.array([record.lon if record.lon is not None else np.nan for record in places], dtype=np.float32),
        "population": np.array([record.population for record in places], dtype=np.int32),
        "loose": np.array([row for row, record in enumerate(places) if record.loose], dtype=np.int32),
        "known": np.array([row for row, record in enumerate(places) if record.known], dtype=np.int32),
        "claimed": np.array(claims, dtype=np.int32).reshape(-1, 2),
    }


def _key_columns(found: dict[str, set[int]]) -> Columns:
    keys = sorted(found)
    members = [sorted(found[key]) for key in keys]
    starts = list(accumulate((len(key.encode("utf-8")) + 1 for key in keys), initial=0))[:-1]
    return {
        "keys": _text(keys),
        "blocks": np.array(starts[::BLOCK], dtype=np.int32),
        "sizes": np.array([len(rows) for rows in members], dtype=np.uint16),
        "members": np.array([row for rows in members for row in rows], dtype=np.int32),
    }


def _text(lines: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def digest(table: Columns) -> str:
    """Return the SHA-256 over the columns' names and bytes, without the digest itself."""
    total = hashlib.sha256()
    for name in sorted(table):
        if name != "digest":
            total.update(name.encode() + b"\0" + str(table[name].dtype).encode() + b"\0" + table[name].tobytes())
    return total.hexdigest()


KEYS = frozenset({"keys", "blocks", "sizes", "members"})


def write(table: Columns, folder: Path) -> list[Path]:
    """Write the columns as two compressed files, the keys of names apart from the places; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {"places.npz": table.keys() - KEYS, "place_keys.npz": KEYS}
    for file, names in parts.items():
        np.savez_compressed(folder / file, allow_pickle=False, **{name: table[name] for name in sorted(names)})
    return [folder / file for file in parts]


def read(folder: Path) -> Columns:
    """Return the columns that `write` wrote into a folder."""
    found: Columns = {}
    for file in ("places.npz", "place_keys.npz"):
        with np.load(folder / file, allow_pickle=False) as held:
            found |= {name: held[name] for name in held.files}
    return found
