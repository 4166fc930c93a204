"""Seconds and memory of `reconcile_table`: a Parquet file in, events, positions, conflicts and rejects out.

    python make_claims.py 100000 FOLDER          (from ../shared/bench)
    python benchmarks/bulk.py --data FOLDER [--out FOLDER] [--limit ROWS]
    python benchmarks/bulk.py --quick            (invented claims, a second)

FOLDER holds `claims.parquet`, and for the quality of the events `gold.csv` (id,event).
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

from conll import finish
from reconcile import reconcile_table
from speed import pairwise

QUICK = 400


def main() -> None:
    """Reconcile a table and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with claims.parquet")
    parser.add_argument("--out", type=Path, help="folder that the tables are written to")
    parser.add_argument("--limit", type=int, help="only the first rows")
    parser.add_argument("--quick", action="store_true", help="small invented data")
    given = parser.parse_args()
    if given.data is None and not given.quick:
        parser.error("give --data FOLDER or --quick")
    table = invented() if given.quick else read(given.data, given.limit)
    start, worked = time.perf_counter(), time.process_time()
    found = reconcile_table(table, out=given.out)
    scores = against_gold(given.data, found) if given.data and given.limit is None else {}
    finish(
        "bulk",
        rows=table.num_rows,
        reconcile_s=round(time.perf_counter() - start, 2),
        cpu_s=round(time.process_time() - worked, 2),
        events=len(set(found.claims["event"].to_pylist())),
        positions=found.positions.num_rows,
        conflicts=found.conflicts.num_rows,
        rejects=found.rejects.num_rows,
        **scores,
    )


def read(folder: Path, limit: int | None) -> Any:  # noqa: ANN401 - an Arrow table
    """Return the claims of a folder, or say which file it misses."""
    import pyarrow.parquet as pq

    path = folder / "claims.parquet"
    if not path.is_file():
        raise SystemExit(f"{path} is missing: write it with make_claims.py")
    return pq.read_table(path).slice(0, limit)


def against_gold(folder: Path, found: Any) -> dict[str, float]:  # noqa: ANN401 - a result
    """Return pairwise precision, recall and F1 of the events, where the folder knows them."""
    events = dict(zip(found.claims["claim"].to_pylist(), found.claims["event"].to_pylist(), strict=True))
    path = folder / "gold.csv"
    return pairwise(path, events) if path.is_file() else {}


def invented() -> Any:  # noqa: ANN401 - an Arrow table
    """Return a table of small disputes, the same in every run: who counts how many, where and when."""
    import pyarrow as pa

    rng = random.Random(7)
    towns = ["Erbil", "Baghdad", "Kirkuk", "Mosul", "Basra", "Najaf"]
    rows = [row for event in range(QUICK // 4) for row in _dispute(event, rng, towns)]
    return pa.Table.from_pylist(rows)


def _dispute(event: int, rng: random.Random, towns: list[str]) -> list[dict[str, Any]]:
    told = {"event_type": rng.choice(["protest", "clash", "raid"]), "places": [rng.choice(towns)]}
    day = f"2020-{1 + event % 12:02}-{1 + event % 28:02}"
    return [
        {"id": f"{event}-{n}", **told, "when": day, "reported": day, "count": rng.choice([2, 2, 3]), "source": f"S{n}"}
        for n in range(4)
    ]


if __name__ == "__main__":
    main()
