"""MELTT: the same violent events in ACLED, UCDP-GED, SCAD and GTD, without labels or deaths.

    python benchmarks/meltt.py --data ../shared/data/meltt [--predictions FILE] [--rank likeness]
    python benchmarks/meltt.py --data ../shared/data/meltt --disagreements 60

Reads every `*.jsonl.gz` of event records in the folder, country by country, and `*taxonomies.csv.gz`, which map
each source's own words for kinds of events, actors and precision to common levels. A record can be of one event
with a record of another source when both begin and end within a day of each other, lie within three kilometres
and agree on some level of every taxonomy; a source lists an event once. Where several records of a source would
do, `--rank order` takes them in order of time, as the R package MELTT does, whose clusters are the reference;
`--rank likeness` takes the likest: wording, names of actors, same day, nearness, finer levels. Both are scored; the
predictions are those of `--rank`. `--disagreements` lists pairs that likeness and the reference judge differently.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from conll import arguments, finish, labelled, read_lines, scores, write
from meltt_records import Taxonomies, incidents, taxonomies
from meltt_verdicts import disagreements
from reconcile.align import Aligner, Model, Scale, resolve_names

GOLD = ("cluster_3km_1day", "cluster")
DAY = 1.0 / (1.0 + 1)
THREE_KM = 1.0 / (1.0 + 3.0 / 10.0) - 1e-6
NEVER = -40.0
AGREED = (0.1,)
RANKED = (0.1, 0.6, 0.8, 1.0)
TAXONOMIES = ("kind", "actor", "precision", "model", "color", "damage")


def in_order() -> Model:
    """Return windows alone: whatever lies inside them is equally likely, so that order decides."""
    return Model(
        (
            *(Scale(name, "time", (DAY,), (NEVER, 0.0)) for name in ("begins", "ends")),
            Scale("places", "places", (THREE_KM,), (NEVER, 0.0)),
            Scale("lasting", "label", (1.0,), (NEVER, 0.0)),
            *(Scale(name, "value", AGREED, (NEVER, 0.0)) for name in TAXONOMIES),
        ),
        prior=4.0,
    )


def by_likeness() -> Model:
    """Return the same windows, inside which days, kilometres, levels, names and wording weigh; nothing is fitted."""
    return Model(
        (
            *(Scale(name, "time", (DAY, 1.0), (NEVER, -0.5, 0.7)) for name in ("begins", "ends")),
            Scale("places", "places", (THREE_KM, 0.9, 0.97), (NEVER, -0.3, 0.2, 0.6)),
            Scale("lasting", "label", (1.0,), (NEVER, 0.0)),
            *(Scale(name, "value", RANKED, (NEVER, -0.6, 0.0, 0.4, 1.0)) for name in TAXONOMIES),
            Scale("parties", "parties", (0.45, 0.75, 0.95), (-0.2, 0.3, 0.7, 1.2)),
            Scale(
                "about", "text", (0.05, 0.12, 0.2, 0.3, 0.45, 0.65, 0.85), (-2.5, -1.0, 0.0, 1.0, 2.0, 4.0, 6.0, 8.0)
            ),
        ),
        prior=4.0,
    )


MODELS = {"order": in_order, "likeness": by_likeness}


def aligned(rows: list[dict[str, Any]], known: Taxonomies, *, rank: str, exchanged: bool) -> dict[str, str]:
    """Return the event of each record.

    Args:
        rows: the records of one country.
        known: the taxonomies.
        rank: which of several records within the windows is taken.
        exchanged: whether kilometres are measured with latitude and longitude exchanged.
    """
    claims = incidents(rows, known, exchanged=exchanged)
    aligner = Aligner(one_per="outlet", in_turn=True, model=MODELS[rank](), limit=200)
    found = aligner.align(list(claims.values()), names=resolve_names(list(claims.values())))
    return labelled(list(claims), found.labels.tolist())


def countries(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the records of each country, or of each file that names none."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(folder.glob("*.jsonl.gz")):
        for row in read_lines(path):
            found[row.get("country") or path.name.removesuffix(".jsonl.gz")].append(row)
    return dict(sorted(found.items()))


def main() -> None:
    """Align every country of the folder and score it."""
    parser = arguments(__doc__)
    parser.add_argument("--rank", choices=sorted(MODELS), default="order", help="which of several fitting records")
    parser.add_argument("--disagreements", type=int, default=0, help="how many to list, by a fixed seed")
    given = parser.parse_args()
    known = taxonomies(given.data)
    predicted: dict[str, str] = {}
    results: dict[str, dict[str, object]] = {rank: {} for rank in MODELS}
    for name, rows in countries(given.data).items():
        gold = {row["record_id"]: next((row[key] for key in GOLD if row.get(key)), None) for row in rows}
        for rank in MODELS:
            # The clusters of the simulated crashes, which name no country, were made with exchanged coordinates.
            exchanged = rank == "order" and not rows[0].get("country")
            found = aligned(rows, known, rank=rank, exchanged=exchanged)
            if rank == given.rank:
                predicted |= {record: f"{name}:{event}" for record, event in found.items()}
            if all(gold.values()):
                results[rank][name] = scores(gold, found) | {"events": len(set(found.values()))}
            if rank == "likeness" and given.disagreements and all(gold.values()):
                print(disagreements(rows, gold, found, most=given.disagreements))
    write(given.predictions, predicted)
    other = next(rank for rank in MODELS if rank != given.rank)
    finish("meltt", **results[given.rank], **{f"by_{other}": results[other]})


if __name__ == "__main__":
    main()
