"""BirthPlaces: "California" does not contradict "Los Angeles", "Nevada" does. The hierarchy is the data set's own.

    uv run benchmarks/birthplaces.py --data ../shared/data      (the folder that holds places_birthplaces/)
    uv run benchmarks/birthplaces.py --quick

For every two values of one person the verdict is held against the tree: one above the other must be no conflict, places
on different branches must be one. Names that stand in the tree more than once, or twice but for spelling, are counted
in rows of their own: `doubled apart` where all places of the names lie apart, `doubled open` where only some do.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import reconcile as rc

LIMIT_SECONDS = 3.0
Row = dict[str, str]
Paths = Mapping[str, tuple[str, ...]]


def read(folder: Path) -> tuple[list[Row], list[Row]]:
    """Return the rows of the claims and of the tree."""
    tables: list[list[Row]] = []
    for name in ("claims", "hierarchy"):
        with gzip.open(folder / "places_birthplaces" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
            tables.append(list(csv.DictReader(file)))
    return tables[0], tables[1]


def invented(people: int = 200) -> tuple[list[Row], list[Row]]:
    """Return claims about people and a tree of places that exist nowhere; one name in it stands twice."""
    rng = random.Random(5)
    tree = [{"id": "0", "name": "Root", "parent_id": "-1"}]
    for land, shire, town in product(range(4), range(4), range(4)):
        rows = [(f"{land}", f"Land{land}", "0"), (f"{land}.{shire}", f"Shire{land}x{shire}", f"{land}")]
        name = "Newtown" if (land, shire, town) in ((0, 0, 0), (3, 3, 3)) else f"Town{land}x{shire}x{town}"
        rows.append((f"{land}.{shire}.{town}", name, f"{land}.{shire}"))
        tree += [{"id": f"p{a}", "name": b, "parent_id": f"p{c}" if c != "0" else "0"} for a, b, c in rows]
    tree = list({row["id"]: row for row in tree}.values())
    names = [row["name"] for row in tree[1:]]
    claims = [
        {"object": f"Person {number}", "source": f"site{site}", "value": rng.choice(names)}
        for number in range(people)
        for site in range(3)
    ]
    return claims, tree


def claim(row: Row) -> rc.Claim:
    """Return one row as a claim about one person, who is the event."""
    return rc.Claim.model_validate({
        "id": f"{row['object']} / {row['source']}", "key": row["object"], "event_type": "birth",
        "places": [row["value"]], "source": {"outlet": row["source"]},
    })  # fmt: skip


def gazetteer(tree: Iterable[Row]) -> rc.Gazetteer:
    """Return the tree as a gazetteer, without the node above all countries."""
    rows = [row for row in tree if row["parent_id"] != "-1"]
    root = {row["id"] for row in tree if row["parent_id"] == "-1"}
    return rc.Gazetteer.from_rows(
        {"id": row["id"], "name": row["name"], "parent": "" if row["parent_id"] in root else row["parent_id"]}
        for row in rows
    )


def paths(tree: Iterable[Row]) -> Paths:
    """Return, for each id, the way from the top down to the place."""
    above = {row["id"]: row for row in tree}
    found: dict[str, tuple[str, ...]] = {}
    for number in above:
        way, at = [number], above[number]["parent_id"]
        while at in above:
            way.append(at)
            at = above[at]["parent_id"]
        found[number] = tuple(reversed(way))
    return found


def truth(a: str, b: str, places: rc.Gazetteer, known: Paths) -> str:
    """Return how two names stand by the tree: `same`, `above`, `apart`, or one of these of a doubled name, or open."""
    if a == b:
        return "same"
    first, second = places.candidates(a), places.candidates(b)
    kinds = {_stand(known[x], known[y]) for x, y in product(first, second)}
    kind = kinds.pop() if len(kinds) == 1 else "open"
    return kind if len(first) == len(second) == 1 else f"doubled {kind}"


def _stand(a: Sequence[str], b: Sequence[str]) -> str:
    return "above" if a[: len(b)] == b or b[: len(a)] == a else "apart"


def verdicts(result: rc.Reconciliation[Any]) -> dict[frozenset[str], str]:
    """Return the kind of the sharpest conflict or difference in `places` between every two claims."""
    found: dict[frozenset[str], str] = {}
    for one in (*result.conflicts, *result.differences):
        for left, right in combinations(one.positions if one.field == "places" else (), 2):
            for a, b in product(left.ids, right.ids):
                found.setdefault(frozenset((a, b)), one.kind.value)
    return found


def compare(
    claims: Sequence[rc.Claim], result: rc.Reconciliation[Any], places: rc.Gazetteer, known: Paths
) -> Counter[tuple[str, str]]:
    """Return how many pairs of claims of one person have which truth and which verdict."""
    said = verdicts(result)
    people: dict[str, list[rc.Claim]] = defaultdict(list)
    for one in claims:
        people[str(one.key)].append(one)
    return Counter(
        (truth(str(a.places), str(b.places), places, known), said.get(frozenset((a.id, b.id)), "none"))
        for group in people.values()
        for a, b in combinations(group, 2)
    )


def show(counts: Counter[tuple[str, str]]) -> None:
    """Print truth against verdict."""
    kinds = ("contradiction", "discrepancy", "difference", "none")
    print(f"{'by the tree':<16}" + "".join(f"{kind:>16}" for kind in kinds))
    for stand in ("same", "above", "apart", "doubled above", "doubled apart", "doubled open"):
        print(f"{stand:<16}" + "".join(f"{counts[stand, kind]:>16,}" for kind in kinds))


def main() -> None:
    """Print truth against verdict for every pair of claims, and the seconds that it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder that holds places_birthplaces/")
    parser.add_argument("--quick", action="store_true", help="a small invented tree instead")
    given = parser.parse_args()
    if not (given.data or given.quick):
        parser.error("give --data FOLDER or --quick")
    rows, tree = invented() if given.quick else read(given.data)
    places, claims = gazetteer(tree), [claim(row) for row in rows]
    begin, worked = time.perf_counter(), time.process_time()
    result = rc.reconcile(claims, gazetteer=places)
    seconds, worked = time.perf_counter() - begin, time.process_time() - worked
    counts = compare(claims, result, places, paths(tree))
    show(counts)
    conflicts = ("contradiction", "discrepancy")
    summary = {
        "benchmark": "birthplaces", "claims": len(claims), "events": len(result.events),
        "above_in_conflict": sum(counts["above", kind] for kind in conflicts),
        "apart_without_contradiction": sum(n for (t, k), n in counts.items() if t == "apart" and k != "contradiction"),
        "doubled_above_in_conflict": sum(counts["doubled above", kind] for kind in conflicts),
        "reconcile_seconds": round(seconds, 2), "cpu_seconds": round(worked, 2), "limit_seconds": LIMIT_SECONDS,
    }  # fmt: skip
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
