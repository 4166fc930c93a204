"""MELTT, Nigeria 2011: how many matched events of four data sets are contested on deaths, bare and looked at closely.

    uv run benchmarks/meltt_deaths.py --data ../shared/data      (the folder that holds meltt/)
    uv run benchmarks/meltt_deaths.py --quick

The silver clusters (3 km, 1 day) are the keys. Bare, a record is its one figure of deaths. In full it is a claim with
bounds and best value as its data set means them, the place with the radius that its precision allows, dates, and what
its note says of the figure ("at least 12", "feared dead"). `--sample N` prints the ids and verdicts of N events that
are contested when compared bare.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import reconcile as rc

Record = Mapping[str, Any]
SEED = 20_111_208

# How far from the stated point an event may be, in km, by the code of each data set: 1 is a named town in all of
# them; UCDP-GED says 2 is within about 25 km, 3 a district, 4 and 5 a state; ACLED says 2 near a town, 3 a region;
# GTD says 2 and 3 a village placed by the centre of its district, 4 a state. SCAD names a town or a state, no code.
RADIUS_KM = {
    "ged": {"1": 5.0, "2": 25.0, "3": 50.0, "4": 150.0, "5": 150.0},
    "acled": {"1": 5.0, "2": 25.0, "3": 150.0},
    "gtd": {"1": 5.0, "2": 25.0, "3": 50.0, "4": 150.0},
    "scad": {},
}
UNCODED_KM = 25.0
STATE_KM = 150.0


def read(folder: Path) -> list[Record]:
    """Return the records of the four data sets."""
    with gzip.open(folder / "meltt" / "nigeria_2011.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def invented(events: int = 60) -> list[Record]:
    """Return records of events that never were: every third in two sets with one figure inside the other's bounds."""
    rng = random.Random(3)
    records: list[Record] = []
    for number in range(events):
        deaths = rng.randrange(0, 30)
        same: dict[str, Any] = {
            "cluster_3km_1day": f"event{number}", "date_start": "2030-05-01", "date_end": "2030-05-02", "lat": 1.0,
            "lon": 1.0, "geo_precision": "1", "place": f"Village{number}", "actor1": "Band", "actor2": None,
            "injured": None, "text": "",
        }  # fmt: skip
        wide = number % 3 == 0
        records.append(same | {
            "record_id": f"ged:{number}", "source": "ged", "deaths": deaths, "deaths_low": deaths,
            "deaths_high": deaths + 9 * wide,
        })  # fmt: skip
        other = deaths + (rng.randrange(1, 9) if number % 3 < 2 else 0)
        records.append(same | {
            "record_id": f"gtd:{number}", "source": "gtd", "deaths": other, "deaths_low": None, "deaths_high": None,
        })  # fmt: skip
    return records


def bare(record: Record) -> rc.Claim:
    """Return a record as its one figure and nothing else."""
    return _claim(record, {"count": None if record["deaths"] is None else {"best": record["deaths"], "of": "killed"}})


def full(record: Record) -> rc.Claim:
    """Return a record with bounds, place and radius, dates and actors."""
    actors = [record["actor1"], record["actor2"] if record["source"] != "gtd" else None]
    return _claim(record, {
        "count": deaths(record), "places": places(record),
        "when": {"lower": record["date_start"], "upper": record["date_end"]},
        "parties": list(dict.fromkeys(name[:400] for name in actors if name)) or None,
    })  # fmt: skip


def _claim(record: Record, fields: Mapping[str, Any]) -> rc.Claim:
    return rc.Claim.model_validate({
        "id": record["record_id"], "key": record["cluster_3km_1day"], "event_type": "violence",
        "source": {"outlet": record["source"]}, **fields,
    })  # fmt: skip


def deaths(record: Record) -> dict[str, Any] | None:
    """Return the figure of a record with its bounds, as its data set means it, or None where it says nothing.

    UCDP-GED gives bounds. ACLED writes 0 also where its reports do not speak of deaths, so that its 0 is silence unless
    the note says that nobody was hurt, and it parts the dead of one report among places and victims: a figure below one
    in its own note is such a part. GTD shares the dead of linked attacks out evenly, which leaves fractions.
    """
    best, low, high = (record[name] for name in ("deaths", "deaths_low", "deaths_high"))
    text = str(record["text"] or "")
    if best is None or (record["source"] == "acled" and best == 0 and not _NOBODY.search(text)):
        return None
    if low is None or high is None:
        low, high = 0 if _FEARED.search(text) else best, None if at_least(text, best) else best
    part = best != int(best) or (record["source"] == "acled" and most_dead(text) > best)
    share = {"scope": f"part of the dead of linked attacks, as {record['source']} parts them"} if part else {}
    bounds = {"low": min(low, best), "high": None if high is None else max(high, best)}
    return {"best": best, "of": "killed", **bounds, **share}


_NOBODY = re.compile(
    r"\bno (?:one|(?:\w+ )?(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)))\b|\bnobody\b"
    r"|\bwithout (?:wounding|injuring|killing)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(r"\bfeared (?:dead|killed)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than)\s+([a-z0-9,-]{1,20})", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+(?:[,-][a-z0-9]+)*", re.IGNORECASE)
_DEAD, _KILLS = frozenset({"killed", "dead", "died"}), frozenset({"kill", "kills", "killed", "killing"})


def at_least(text: str, figure: float) -> bool:
    """Return whether a note says "at least" of the very figure that the record gives.

    >>> at_least("Gunmen killed at least two people", 2), at_least("at least 9 were wounded, two died", 2)
    (True, False)
    """
    return any(number(found.group(1)) == figure for found in _LEAST.finditer(text))


def most_dead(text: str) -> float:
    """Return the largest number among the words of a note that stand up to six before "killed" or four after "killing".

    >>> most_dead("Four policemen and two civilians were killed"), most_dead("a raid, killing three; 20 were hurt")
    (4, 3)
    """
    found = [0.0]
    for sentence in re.split(r"[.;]", text):
        words = [one.group().lower() for one in _WORD.finditer(sentence)]
        for at, word in enumerate(words):
            near = words[max(0, at - 6) : at] if word in _DEAD else []
            near = near + (words[at + 1 : at + 5] if word in _KILLS else [])
            found += [value for one in near if (value := number(one)) is not None]
    return max(found)


@lru_cache(maxsize=1 << 14)
def number(word: str) -> float | None:
    """Return the number that one word is, or None."""
    try:
        said = rc.Quantity.parse(word)
    except rc.ClaimError:
        return None
    return said.low if said.low == said.high else None


def places(record: Record) -> list[dict[str, Any]]:
    """Return the places of a record with how far from its point each may be."""
    name = str(record["place"] or "unnamed")[:400]
    names = [one.strip() for one in name.split(",") if one.strip()] if record["source"] == "scad" else [name]
    known = RADIUS_KM[record["source"]].get(str(record["geo_precision"]), UNCODED_KM)
    radius = STATE_KM if name.lower().endswith(" state") else known
    point = {"lat": record["lat"], "lon": record["lon"], "radius_km": radius}
    return [{"name": one, **(point if len(names) == 1 else {})} for one in names]


class Verdict(NamedTuple):
    """What is said of the deaths of one event: contested or not, and the reasons why figures may both stand."""

    event: str
    records: tuple[str, ...]
    contested: bool
    readings: tuple[str, ...]


def verdicts(claims: Iterable[rc.Claim]) -> dict[str, Verdict]:
    """Return, for each key with several records, what is said of its deaths."""
    result = rc.reconcile(claims)
    found: dict[str, Verdict] = {}
    for event in result.events:
        if len(event.claims) > 1:
            about = result.find(field="count", event=event)
            reasons = {reading.kind for one in about for reading in one.readings}
            sharp = any(one.kind.is_conflict for one in about)
            found[str(event.claims[0].key)] = Verdict(
                str(event.claims[0].key), tuple(c.id for c in event.claims), sharp, tuple(sorted(reasons))
            )
    return found


def sample(first: Mapping[str, Verdict], then: Mapping[str, Verdict], size: int, skip: int) -> list[Verdict]:
    """Return `size` verdicts on events that are contested when compared bare, in a random but fixed order."""
    contested = sorted(key for key, one in first.items() if one.contested)
    drawn = random.Random(SEED).sample(contested, min(skip + size, len(contested)))
    return [then[key] for key in sorted(drawn[skip:])]


def show(first: Mapping[str, Verdict], then: Mapping[str, Verdict], drawn: Sequence[Verdict]) -> None:
    """Print how many events are contested, the reasons why others no longer are, and the sample."""
    print(f"events of several data sets: {len(first)}")
    print(f"contested on deaths, bare:   {sum(one.contested for one in first.values())}")
    print(f"contested, looked at:        {sum(one.contested for one in then.values())}")
    reasons: dict[str, int] = defaultdict(int)
    for key, one in then.items():
        if first[key].contested and not one.contested:
            reasons[", ".join(one.readings) or "silence: fewer than two figures that differ are left"] += 1
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        print(f"  no longer, for {reason}: {count}")
    for one in drawn:
        print(f"{'contested' if one.contested else 'explained':<10} {' '.join(one.records)}  {', '.join(one.readings)}")


def main() -> None:
    """Print how many events are contested on deaths, bare and in full."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder that holds meltt/")
    parser.add_argument("--quick", action="store_true", help="small invented data instead")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="print N verdicts")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="leave out the first N of the sample's order")
    given = parser.parse_args()
    if not (given.data or given.quick):
        parser.error("give --data FOLDER or --quick")
    records = invented() if given.quick else read(given.data)
    first = verdicts(map(bare, records))
    begin = time.perf_counter()
    then = verdicts(map(full, records))
    seconds = time.perf_counter() - begin
    show(first, then, sample(first, then, given.sample, given.skip))
    summary = {
        "benchmark": "meltt_deaths", "records": len(records), "events_of_several": len(first),
        "contested_bare": sum(one.contested for one in first.values()),
        "contested": sum(one.contested for one in then.values()), "seconds": round(seconds, 2),
    }  # fmt: skip
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
