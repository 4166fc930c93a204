"""Prevent a flattering score: all clustering benchmarks are scored here, by CoNLL F1 and pairwise F1.

CoNLL F1 is the mean of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), as the
reference scorer computes them on gold mentions. Run as a command it scores a file of predictions:

    python benchmarks/conll.py GOLD.csv PREDICTIONS.csv        (both with the columns id,cluster)
"""

from __future__ import annotations

import argparse
import atexit
import csv
import gc
import gzip
import json
import resource
import time
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

Clusters = Mapping[str, Hashable]
START = time.perf_counter()
atexit.register(gc.freeze)  # the collector's last look at a million objects is a tenth of a run


def scores(gold: Clusters, found: Clusters) -> dict[str, float]:
    """Return CoNLL F1 with its three parts, and pairwise precision, recall and F1, of one clustering.

    Args:
        gold: the true cluster of each id.
        found: the predicted cluster of each id of `gold`.

    >>> scores({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 2})["conll"]
    1.0
    """
    ids = sorted(gold)
    cells = Counter((gold[i], found[i]) for i in ids)
    sizes, sizes_2 = Counter(gold[i] for i in ids), Counter(found[i] for i in ids)
    parts = {
        "muc": _f1(_muc(cells, sizes, 0), _muc(cells, sizes_2, 1)),
        "b3": _f1(
            sum(n * n / sizes[g] for (g, _), n in cells.items()) / len(ids),
            sum(n * n / sizes_2[f] for (_, f), n in cells.items()) / len(ids),
        ),
        "ceaf_e": _ceaf_e(cells, sizes, sizes_2),
    }
    both = sum(_pairs(n) for n in cells.values())
    true, told = (sum(_pairs(n) for n in c.values()) for c in (sizes, sizes_2))
    precision, recall = both / told if told else 1.0, both / true if true else 1.0
    pairwise = {"precision": precision, "recall": recall, "f1": _f1(precision, recall)}
    found_all = {"conll": sum(parts.values()) / 3, **parts, **pairwise}
    return {name: round(value, 4) for name, value in found_all.items()}


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(cells: Counter[tuple[Hashable, Hashable]], sizes: Counter[Hashable], side: int) -> float:
    links = sum(n - 1 for n in sizes.values())
    pieces = Counter(cell[side] for cell in cells)
    kept = sum(size - pieces[name] for name, size in sizes.items())
    return kept / links if links else 0.0


def _ceaf_e(cells: Counter[tuple[Hashable, Hashable]], sizes: Counter[Hashable], sizes_2: Counter[Hashable]) -> float:
    import lap

    row = {name: i for i, name in enumerate(sizes)}
    column = {name: i for i, name in enumerate(sizes_2)}
    alike = np.zeros((len(row), len(column)))
    for (g, f), n in cells.items():
        alike[row[g], column[f]] = 2 * n / (sizes[g] + sizes_2[f])
    best = -float(lap.lapjv(-alike, extend_cost=True, return_cost=True)[0])
    return _f1(best / len(row), best / len(column))


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, gzip'd or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def arguments(about: str | None) -> argparse.ArgumentParser:
    """Return the arguments that every alignment benchmark has."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data")
    parser.add_argument("--predictions", type=Path, help="where to write id,cluster")
    return parser


def write(path: Path | None, found: Clusters) -> None:
    """Write `id,cluster` rows in the order of the ids."""
    if path is not None:
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["id", "cluster"])
            rows.writerows(sorted(found.items()))


def finish(name: str, **results: object) -> None:
    """Print the last line: wall seconds since the start of the process, peak memory, and the results."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall = round(time.perf_counter() - START, 2)
    print(json.dumps({"benchmark": name, "wall_s": wall, "peak_mb": round(peak), **results}))


def labelled(ids: Sequence[str], labels: Sequence[int]) -> dict[str, str]:
    """Return the cluster of each id, named by its number."""
    return {name: f"e{label}" for name, label in zip(ids, labels, strict=True)}


def _read(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["cluster"] for row in csv.DictReader(file)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    given = parser.parse_args()
    print(json.dumps(scores(_read(given.gold), _read(given.predictions))))
