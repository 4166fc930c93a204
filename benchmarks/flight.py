"""Flight: who says when a flight leaves and from which gate, by 38 sites that copy each other. Keys are given.

    uv run benchmarks/flight.py --data ../shared/data      (the folder that holds flight/)
    uv run benchmarks/flight.py --quick

One row of the table is one claim: one site, one flight, one field. Times within ten minutes may both stand. A site
stands alone with a value that no other site gives, not even within the tolerance, although others speak.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import reconcile as rc

NEAR = rc.Disputed(abs_tol=dt.timedelta(minutes=10))
TIMES = ("sched_dep", "actual_dep", "sched_arr", "actual_arr")
LIMIT_SECONDS = 15.0

Row = dict[str, str]


class Departure(rc.Claim):
    """What one site says of one flight; `actual_dep` is the take-off on most sites, leaving the gate on some."""

    sched_dep: Annotated[dt.datetime | None, NEAR] = None
    actual_dep: Annotated[dt.datetime | None, NEAR] = None
    sched_arr: Annotated[dt.datetime | None, NEAR] = None
    actual_arr: Annotated[dt.datetime | None, NEAR] = None
    dep_gate: str | None = None
    arr_gate: str | None = None


def read(folder: Path) -> list[Row]:
    """Return the rows of 8 December 2011."""
    with gzip.open(folder / "flight" / "claims_2011-12-08_all.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def invented(flights: int = 40, sites: int = 8) -> list[Row]:
    """Return rows of flights that exist nowhere: two sites are late by an hour and a half, now and then."""
    rng = random.Random(11)
    rows: list[Row] = []
    for number in range(flights):
        leaves = dt.datetime(2030, 1, 1, rng.randrange(24), rng.randrange(60))
        for site in range(sites):
            slip = 95 if site < 2 and rng.random() < 0.2 else rng.randrange(-4, 5)
            stated = (leaves + dt.timedelta(minutes=slip)).isoformat(timespec="minutes")
            gate = f"B{number % 9}" if rng.random() < 0.9 else f"C{site}"
            told = {"date": "2030-01-01", "flight": f"ZZ-{number}", "source": f"site{site}"}
            rows.append(told | {"attribute": "actual_dep", "value": stated})
            rows.append(told | {"attribute": "dep_gate", "value": gate})
    return rows


def claim(row: Row, number: int) -> Departure:
    """Return one row as a claim; an empty value ("Contact Airline") is silence, not a value."""
    said: Any = row["value"] or None
    if said and row["attribute"] in TIMES:
        said = dt.datetime.fromisoformat(said)
    return Departure.model_validate({
        "id": f"{number:06d}", "event_type": "flight", "key": f"{row['date']} {row['flight']}",
        "source": {"outlet": row["source"]}, row["attribute"]: said,
    })  # fmt: skip


class Alone(NamedTuple):
    """How often one site stands alone, among the values that it and at least one other site state."""

    site: str
    alone: int
    stated: int

    @property
    def share(self) -> float:
        """The share of its values in which it stands alone."""
        return self.alone / self.stated if self.stated else 0.0


def alone(result: rc.Reconciliation[Any]) -> list[Alone]:
    """Return for each outlet how often it stands alone, the most lonely first.

    Args:
        result: a result. A value that a difference (tolerance, precision) links to another outlet's is not alone.
    """
    near = {
        (one.field, mine.id): {c.source.outlet for other in one.positions if other is not side for c in other.claims}
        for one in result.differences
        for side in one.positions
        for mine in side.claims
    }
    stated: Counter[str] = Counter()
    lonely: Counter[str] = Counter()
    for account in (account for event in result.events for account in event.accounts):
        if len({c.source.outlet for c in account.claims}) < 2:
            continue
        for position in account.positions:
            outlets = {c.source.outlet for c in position.claims}
            beside = set().union(*(near.get((account.field, c.id), set[str]()) for c in position.claims))
            stated.update(outlets)
            lonely.update(outlets if len(outlets) == 1 and not beside - outlets else ())
    found = [Alone(site, lonely[site], stated[site]) for site in stated]
    return sorted(found, key=lambda one: (-one.share, one.site))


def tally(result: rc.Reconciliation[Any]) -> Iterator[tuple[str, Counter[str]]]:
    """Return, for each field, how many accounts have which status."""
    fields = sorted({account.field for event in result.events for account in event.accounts})
    for field in fields:
        yield field, Counter(a.status for event in result.events for a in event.account(field))


def show(result: rc.Reconciliation[Any], sites: Iterable[Alone]) -> None:
    """Print the accounts by status, and the sites by loneliness."""
    statuses = ("contested", "revised", "corroborated", "agreed", "single-voice")
    print(f"{'field':<12}" + "".join(f"{name:>14}" for name in statuses))
    for field, counts in tally(result):
        print(f"{field:<12}" + "".join(f"{counts[name]:>14,}" for name in statuses))
    print(f"\n{'site':<22}{'alone':>8}{'stated':>8}{'share':>8}")
    for one in sites:
        print(f"{one.site:<22}{one.alone:>8,}{one.stated:>8,}{one.share:>8.3f}")


def main() -> None:
    """Print how the accounts stand, how often each site stands alone, and the seconds that it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder that holds flight/")
    parser.add_argument("--quick", action="store_true", help="a small invented table instead")
    given = parser.parse_args()
    if not (given.data or given.quick):
        parser.error("give --data FOLDER or --quick")
    rows = invented() if given.quick else read(given.data)
    begin = time.perf_counter()
    claims = [claim(row, number) for number, row in enumerate(rows)]
    built = time.perf_counter()
    worked = time.process_time()
    result = rc.reconcile(claims)
    done, worked = time.perf_counter(), time.process_time() - worked
    sites = alone(result)
    show(result, sites)
    summary = {
        "benchmark": "flight", "claims": len(claims), "events": len(result.events),
        "conflicts": len(result.conflicts), "differences": len(result.differences),
        "build_seconds": round(built - begin, 2), "reconcile_seconds": round(done - built, 2),
        "cpu_seconds": round(worked, 2),
        "limit_seconds": LIMIT_SECONDS, "alone": {one.site: round(one.share, 4) for one in sites},
    }  # fmt: skip
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
