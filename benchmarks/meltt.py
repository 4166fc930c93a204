"""MELTT: the same violent events in ACLED, UCDP-GED, SCAD and GTD, without labels or deaths.

    python benchmarks/meltt.py --data ../shared/data/meltt [--predictions FILE]

Reads every `*.jsonl.gz` of event records in the folder, country by country, and `*taxonomies.csv.gz`, which
map each source's own words for kinds of events and actors to common levels. Scored against the clusters of
the R package MELTT (3 km, 1 day) where the records have them. A source lists an event once: an event holds
one record of each.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from conll import arguments, finish, labelled, read_lines, scores, write
from reconcile import Claim, EventType, Identity
from reconcile.align import Aligner, Model, Scale, resolve_names

GOLD = ("cluster_3km_1day", "cluster")
# The taxonomies list some sources' kinds by the code of their codebook, the records by its label.
CODES = {
    "ged": ("State-based conflict", "Non-state conflict", "One-sided violence"),
    "gtd": (
        "Assassination", "Armed Assault", "Bombing/Explosion", "Hijacking", "Hostage Taking (Barricade Incident)",
        "Hostage Taking (Kidnapping)", "Facility/Infrastructure Attack", "Unarmed Assault", "Unknown",
    ),
}  # fmt: skip
NEVER = -7.0
CUTS = (0.1, 0.2, 0.3, 0.6, 1.0)
Taxonomies = Mapping[tuple[str, str, str], str]


class Incident(Claim):
    """A record of an event data set; the paths of the taxonomies are its fields."""

    lasting: Annotated[bool, Identity()] = False
    actor: EventType | None = None
    model: EventType | None = None
    color: EventType | None = None
    damage: EventType | None = None


def taxonomies(folder: Path) -> Taxonomies:
    """Return the path, general to special, of each source's words."""
    found: dict[tuple[str, str, str], str] = {}
    for path in sorted(folder.glob("*taxonomies.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                levels = [row[level] for level in ("level4", "level3", "level2", "level1") if row.get(level)]
                name = row["taxonomy"].removesuffix("_tax"), row["source"], row["raw_value"]
                found[name] = ".".join(level.replace(".", " ").strip() for level in levels)
    return found


def incident(row: dict[str, Any], known: Taxonomies) -> Incident:
    """Return a record as a claim."""

    def path(taxonomy: str, value: object) -> str | None:
        return known.get((taxonomy, row["source"], str(value))) if value is not None else None

    kind = row.get("event_type")
    codes = CODES.get(row["source"], ())
    found = path("event", kind) or (path("event", codes.index(kind) + 1) if kind in codes else None)
    return Incident(
        id=row["record_id"],
        source={"outlet": row["source"]},
        event_type=found or "event",
        places=[{"name": row.get("place") or "unnamed", "lat": row["lat"], "lon": row["lon"]}],
        when={"lower": row["date_start"], "upper": row["date_end"]},
        lasting=row["date_start"] != row["date_end"],
        actor=path("actor", row.get("actor1")),
        **{name: path(name, row.get(name)) for name in ("model", "color", "damage")},
    )


def model(days: int) -> Model:
    """Return what MELTT is told: three kilometres, some days, and a taxonomy that ranks what is left.

    An event of one day is never one of several days. Inside the windows all weights are judgements; nothing is fitted.

    Args:
        days: how many days two records of one event may lie apart.
    """
    at = tuple(1.0 / (1.0 + apart) for apart in range(days, -1, -1))
    ranked = tuple(2.0 + 0.5 * step for step in range(days))
    return Model(
        (
            Scale("places", "places", (1 / 1.305, 0.87, 0.95, 0.995), (NEVER, 3.0, 3.2, 3.4, 3.5)),
            Scale("when", "time", at, (NEVER, *ranked, 3.0)),
            Scale("lasting", "label", (1.0,), (NEVER, 0.0)),
            Scale("event_type", "path", (0.1, 0.6, 1.0), (-1.5, -0.5, 0.5, 1.0)),
            Scale("actor", "path", (0.1, 0.6, 1.0), (-1.0, -0.3, 0.3, 0.6)),
            *(Scale(name, "path", CUTS, (-2.0, -1.0, 0.0, 0.3, 0.5, 1.0)) for name in ("model", "color", "damage")),
        ),
        prior=-4.0,
        absent=-4.0,
    )


def main() -> None:
    """Align every country of the folder and score it."""
    parser = arguments(__doc__)
    parser.add_argument("--days", type=int, help="window in days; by default 1 for records with a country, else 2")
    given = parser.parse_args()
    known = taxonomies(given.data)
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(given.data.glob("*.jsonl.gz")):
        for row in read_lines(path):
            groups[row.get("country") or path.name.removesuffix(".jsonl.gz")].append(row)
    predicted: dict[str, str] = {}
    results: dict[str, object] = {}
    for name, rows in sorted(groups.items()):
        claims = [incident(row, known) for row in rows]
        names = resolve_names(claims)
        window = given.days if given.days is not None else 1 if rows[0].get("country") else 2
        alignment = Aligner(one_per="outlet", model=model(window)).align(claims, names=names)
        found = {i: f"{name}:{e}" for i, e in labelled([c.id for c in claims], alignment.labels.tolist()).items()}
        predicted |= found
        gold = {row["record_id"]: next((row[key] for key in GOLD if row.get(key)), None) for row in rows}
        if all(gold.values()):
            results[name] = scores(gold, found) | {"events": len(set(found.values()))}
    write(given.predictions, predicted)
    finish("meltt", **results)


if __name__ == "__main__":
    main()
