"""Speed and quality on synthetic claims, from Parquet or JSON Lines, alone or in turn with Splink.

    python make_claims.py 100000 FOLDER                                         (from ../shared/bench)
    python benchmarks/speed.py --data FOLDER [--input jsonl] [--predictions FILE]
    python benchmarks/speed.py --data FOLDER --peer splink --script ../shared/bench/peer_splink.py --python
    PYTHON

Unsupervised: weights come from the claims themselves. `--peer` runs both programs as whole processes in turn,
`--rounds` times, and reports the ratio of the median wall times; PYTHON is an interpreter that has Splink.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from conll import arguments, finish, write

LIMIT = 10
Ints = npt.NDArray[np.int64]


def main() -> None:
    """Align the claims of a folder, or run against the peer."""
    parser = arguments(__doc__)
    parser.add_argument("--input", choices=["parquet", "jsonl"], default="parquet")
    parser.add_argument("--peer", choices=["splink"])
    parser.add_argument("--script", type=Path, help="the peer's program")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that runs the peer")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if given.peer:
        ours = [sys.executable, __file__, "--data", str(given.data), "--input", given.input]
        theirs = [given.python, str(given.script), str(given.data)]
        in_turn(ours, theirs, rounds=given.rounds)
        return
    gc.disable()  # many live objects make the cyclic collector quadratic, and nothing here is cyclic
    ids, labels = from_parquet(given.data) if given.input == "parquet" else from_json(given.data)
    if given.predictions:
        write(given.predictions, dict(zip(ids, map(str, labels.tolist()), strict=True)))
    finish("speed", claims=len(ids), **pairwise(given.data / "gold.csv", ids, labels))


def from_parquet(folder: Path) -> tuple[Sequence[str], Ints]:
    """Align the claims of a Parquet file as columns; no object is made per claim."""
    from reconcile.align import Aligner
    from reconcile.align.plain import plain_table

    ids, event_type, about, parties, places, when = _columns(folder)
    days = _ordinals(when)
    table = plain_table(
        ids,
        event_type=event_type,
        about=about,
        parties=parties,
        places=places,
        days=(days, days),
    )
    del event_type, about, parties, places, when, days
    blocking = table.blocking(limit=LIMIT)
    aligner = Aligner().fit_table(table, blocking=blocking)
    return ids, aligner.align_table(table.with_model(aligner.model), blocking=blocking).labels


def _columns(folder: Path) -> list[Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from reconcile.align.strings import ArrowLists, ArrowStrings

    wanted = {"id": ArrowStrings, "event_type": ArrowStrings, "about": ArrowStrings, "parties": ArrowLists,
              "places": ArrowLists, "when": ArrowStrings}  # fmt: skip
    table = pq.read_table(folder / "claims.parquet", columns=list(wanted))
    pa.default_memory_pool().release_unused()  # what reading took
    return [kind(table[name]) for name, kind in wanted.items()]


def _ordinals(texts: Sequence[str | None]) -> list[float]:
    from reconcile.align.strings import coded

    codes, distinct = coded(texts)
    days = [float(dt.date.fromisoformat(text).toordinal()) for text in distinct]
    return np.array([*days, np.nan])[codes].tolist()


def from_json(folder: Path) -> tuple[Sequence[str], Ints]:
    """Align the claims of a JSON Lines file as typed objects."""
    from reconcile import read_claims
    from reconcile.align import Aligner, Table, resolve_names
    from reconcile.align.columns import fields_of
    from reconcile.align.defaults import default_model

    claims = read_claims(folder / "claims.jsonl")
    names, model = resolve_names(claims), default_model(fields_of(claims))  # the fields that `Aligner.fit` learns
    table = Table.of(claims, names=names, model=model)
    blocking = table.blocking(limit=LIMIT)
    aligner = Aligner().fit_table(table, blocking=blocking)
    labels = aligner.align_table(table.with_model(aligner.model), blocking=blocking).labels
    return [claim.id for claim in claims], labels


def pairwise(path: Path, ids: Sequence[str], labels: Ints) -> dict[str, float]:
    """Return pairwise precision, recall and F1 against the gold file."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow.csv import read_csv

    from reconcile.align.strings import ArrowStrings, coded

    rows = read_csv(path)
    found = pa.array(ids) if not isinstance(ids, ArrowStrings) else ids.array
    gold, told = coded(ArrowStrings(rows["event"]))[0], labels[pc.index_in(rows["id"], value_set=found).to_numpy()]
    cells = np.unique(gold * len(told) + told, return_counts=True)[1]
    both, true, said = (
        int((counts * (counts - 1) // 2).sum()) for counts in (cells, np.bincount(gold), np.bincount(told))
    )
    scores = {"precision": both / max(1, said), "recall": both / max(1, true), "f1": 2 * both / max(1, true + said)}
    return {name: round(value, 4) for name, value in scores.items()}


def in_turn(ours: Sequence[str], theirs: Sequence[str], *, rounds: int) -> None:
    """Run both programs in turn as whole processes, and print each result and the ratio of the medians."""
    walls: dict[str, list[float]] = {"ours": [], "peer": []}
    for _ in range(rounds):
        for name, command in (("ours", ours), ("peer", theirs)):
            start = time.perf_counter()
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - given by the user
            walls[name].append(time.perf_counter() - start)
            print(name, round(walls[name][-1], 2), done.stdout.strip().splitlines()[-1], flush=True)
    medians = {name: statistics.median(times) for name, times in walls.items()}
    print(json.dumps({"benchmark": "speed-in-turn", **medians, "ratio": medians["ours"] / medians["peer"]}))


if __name__ == "__main__":
    main()
