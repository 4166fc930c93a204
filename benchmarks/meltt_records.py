"""How a record of an event data set becomes a claim; the taxonomies that make their codes comparable.

>>> Coded(levels=("clash", "violence")).similarity(Coded(levels=("bomb", "violence")))
0.6
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict

from reconcile import Claim, Identity, Relation

# The taxonomies list some sources' kinds by the code of their codebook, the records by its label.
CODES = {
    "ged": ("State-based conflict", "Non-state conflict", "One-sided violence"),
    "gtd": (
        "Assassination", "Armed Assault", "Bombing/Explosion", "Hijacking", "Hostage Taking (Barricade Incident)",
        "Hostage Taking (Kidnapping)", "Facility/Infrastructure Attack", "Unarmed Assault", "Unknown",
    ),
}  # fmt: skip
FIELDS = {
    "event": ("kind", "event_type"), "actor": ("actor", "actor1"), "prec": ("precision", "geo_precision"),
    "model": ("model", "model"), "color": ("color", "color"), "damage": ("damage", "damage"),
}  # fmt: skip
Taxonomies = Mapping[tuple[str, str, str, str], tuple[str, ...]]


class Coded(BaseModel):
    """What a source's code says on each level of a taxonomy, finest first. The levels need not form a tree."""

    model_config = ConfigDict(frozen=True)

    levels: tuple[str, ...]

    def relate(self, other: Self, /) -> Relation:
        """Return `EQUAL` for equal levels; else nothing is known."""
        return Relation.EQUAL if self == other else Relation.UNKNOWN

    def similarity(self, other: Self, /) -> float:
        """Return from 1 for the finest level to .6 for the broadest on which both agree; 0 where on none."""
        most = max(1, len(self.levels) - 1)
        pairs = enumerate(zip(self.levels, other.levels, strict=False))
        return next((1.0 - 0.4 * at / most for at, (a, b) in pairs if a == b), 0.0)

    def blocking_keys(self) -> frozenset[str]:
        """Return none: half of all records share a level."""
        return frozenset()


class Incident(Claim):
    """A record of an event data set."""

    begins: Annotated[dt.date | None, Identity()] = None
    ends: Annotated[dt.date | None, Identity()] = None
    lasting: Annotated[bool, Identity()] = False
    kind: Coded | None = None
    actor: Coded | None = None
    precision: Coded | None = None
    model: Coded | None = None
    color: Coded | None = None
    damage: Coded | None = None


def taxonomies(folder: Path) -> Taxonomies:
    """Return the levels, finest first, by country, taxonomy, source and the source's word; "" is any country."""
    found: dict[tuple[str, str, str, str], tuple[str, ...]] = {}
    for path in sorted(folder.glob("*taxonomies.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                levels = tuple(row[name].strip() for name in sorted(row) if name.startswith("level") and row[name])
                name = row["taxonomy"].removesuffix("_tax"), row["source"], row["raw_value"].strip()
                found[(row.get("country") or "", *name)] = levels
                found.setdefault(("", *name), levels)
    return found


def incidents(rows: list[dict[str, Any]], known: Taxonomies, *, exchanged: bool) -> dict[str, Incident]:
    """Return each record as a claim. The claim's id counts the records of its source in order of time.

    Args:
        rows: the records of one country.
        known: the taxonomies.
        exchanged: whether latitude and longitude change places.
    """
    found: dict[str, Incident] = {}
    seen: Counter[str] = Counter()
    for row in sorted(rows, key=lambda row: row["date_start"]):
        seen[row["source"]] += 1
        found[row["record_id"]] = _incident(row, known, f"{row['source']}:{seen[row['source']]:07d}", exchanged)
    return found


def _incident(row: dict[str, Any], known: Taxonomies, name: str, exchanged: bool) -> Incident:  # noqa: FBT001
    north, east = (row["lon"], row["lat"]) if exchanged else (row["lat"], row["lon"])
    return Incident.model_validate({
        "id": name,
        "source": {"outlet": row["source"]},
        "event_type": "event",
        "about": _wording(row),
        "parties": [name for name in dict.fromkeys((row.get("actor1"), row.get("actor2"))) if name] or None,
        "places": [{"name": row.get("place") or "unnamed", "lat": north, "lon": east}],
        "begins": row["date_start"],
        "ends": row["date_end"],
        "lasting": row["date_start"] != row["date_end"],
        **{field: _coded(row, taxonomy, row.get(key), known) for taxonomy, (field, key) in FIELDS.items()},
    })  # fmt: skip


def _wording(row: dict[str, Any]) -> str | None:
    """Return what the record tells; some sources repeat the name of the place instead."""
    text = str(row.get("text") or "").strip()
    return text if text and text != str(row.get("place") or "").strip() else None


def _coded(row: dict[str, Any], taxonomy: str, value: object, known: Taxonomies) -> Coded | None:
    if value is None:
        return None
    labels = CODES.get(row["source"], ())
    words = [str(value).strip(), *([str(labels.index(value) + 1)] if taxonomy == "event" and value in labels else [])]
    tried = [(country, taxonomy, row["source"], word) for country in (row.get("country") or "", "") for word in words]
    levels = next((known[name] for name in tried if name in known), None)
    return Coded(levels=levels) if levels else None
