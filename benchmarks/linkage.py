"""Record linkage (Febrl, DBLP–ACM, Abt–Buy) by the same engine: a user's claim class, no labels.

    python benchmarks/linkage.py --data ../shared/data/er_pairs [--predictions FILE]
    python benchmarks/linkage.py --data ../shared/data/febrl

Reads every `*_records.jsonl.gz` and `dataset*.jsonl.gz` of the folder (`record_id`, `source`, `fields`,
`cluster`). Each name among a file's fields becomes a field of a claim class made for that file. Two files of
one name that end in a and b (Febrl 4) are one task. Where a task has two sources, an event holds at most one
record of each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any

from pydantic import create_model

from conll import arguments, finish, labelled, read_lines, scores, write
from reconcile import Claim, Identity
from reconcile.align import Aligner, Model, resolve_names

LONGEST = 2_000


def tasks(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the records of each task in a folder."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted([*folder.glob("*_records.jsonl.gz"), *folder.glob("dataset*.jsonl.gz")]):
        name = re.sub(r"(_records|(?<=\d)[ab])?\.jsonl\.gz$", "", path.name)
        found[name] += list(read_lines(path))
    return found


def claims_of(rows: list[dict[str, Any]]) -> list[Claim]:
    """Return records as claims of a class with their fields."""
    names = sorted({name for row in rows for name in row["fields"]})
    fields: dict[str, Any] = {f"its_{name}": (Annotated[str | None, Identity()], None) for name in names}
    record = create_model("Record", __base__=Claim, **fields)
    return [
        record(
            id=row["record_id"],
            source={"outlet": row["source"]},
            event_type="record",
            **{f"its_{name}": str(value)[:LONGEST] for name, value in row["fields"].items() if str(value).strip()},
        )
        for row in rows
    ]


def main() -> None:
    """Align every task of the folder and score it."""
    given = arguments(__doc__).parse_args()
    predicted: dict[str, str] = {}
    results: dict[str, object] = {}
    for name, rows in tasks(given.data).items():
        claims = claims_of(rows)
        one_per = "outlet" if len({row["source"] for row in rows}) == 2 else None
        names = resolve_names(claims)
        # Among partners of one to one, it is not asked how rare matches are: the evidence alone must speak for one.
        alignment = Aligner(one_per=one_per, threshold=Model(()).prior if one_per else None).align(claims, names=names)
        found = labelled([claim.id for claim in claims], alignment.labels.tolist())
        predicted |= {record: f"{name}:{cluster}" for record, cluster in found.items()}
        results[name] = scores({row["record_id"]: row["cluster"] for row in rows}, found)
    write(given.predictions, predicted)
    finish("linkage", **results)


if __name__ == "__main__":
    main()
