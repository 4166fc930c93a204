"""Which pairs of records two alignments judge differently: a sample to be read by people.

>>> differing({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 2})
[('a', 'b'), ('b', 'c')]
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import Any

SEED = 7
SHOWN = ("date_start", "date_end", "place", "lat", "lon", "event_type", "actor1", "actor2", "deaths", "text")
LONGEST = 700


def differing(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> list[tuple[str, str]]:
    """Return the pairs that are of one event in one of two clusterings only, sorted."""
    return sorted(_pairs(gold) ^ _pairs(found))


def _pairs(clusters: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    members: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(clusters):
        members[clusters[name]].append(name)
    return {pair for names in members.values() for pair in combinations(names, 2)}


def disagreements(
    rows: list[dict[str, Any]], gold: Mapping[str, Hashable], found: Mapping[str, Hashable], *, most: int
) -> str:
    """Return a sample of disagreements, drawn by a fixed seed: who joins the pair, and both records' fields.

    Args:
        rows: the records.
        gold: the reference.
        found: the alignment that is judged.
        most: how many to draw.
    """
    row = {one["record_id"]: one for one in rows}
    pairs = differing(gold, found)
    drawn = random.Random(SEED).sample(pairs, min(most, len(pairs)))
    lines = [f"{len(drawn)} of {len(pairs)} disagreements"]
    for at, (a, b) in enumerate(sorted(drawn), 1):
        lines.append(f"{at}. {'reference' if gold[a] == gold[b] else 'likeness'} joins {a} and {b}")
        lines += [f"    {name}: {_told(row[one])}" for name, one in (("one", a), ("two", b))]
    return "\n".join(lines)


def _told(row: dict[str, Any]) -> str:
    return " | ".join(str(row.get(name))[:LONGEST] for name in SHOWN)
