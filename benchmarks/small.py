"""Small work stays instant: what reconciling 50 claims takes, the first time in a process and once warm.

    uv run benchmarks/small.py [--data FOLDER]         (the first 50 of its claims.jsonl; else invented ones)
    uv run benchmarks/small.py --quick

Invented claims: ten affairs that five outlets tell in words of their own, in English and Arabic, with counts, places
and days on which they differ, and a denial each. Every round is given claims of its own, so that nothing is
remembered from the round before; the first call is measured after `import reconcile` and after the claims are made.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import statistics
import time
from pathlib import Path

from conll import finish
from reconcile import Claim, reconcile
from stories import Language, Story

CLAIMS = 50
TOWNS = ("Erbil", "بغداد", "Kirkuk", "الموصل", "Basra", "النجف", "Sulaymaniyah", "ديالى", "Ramadi", "سامراء")
KINDS = ("protest", "assault.shelling", "diplomacy.meeting", "force.redeploy", "strike")


def main() -> None:
    """Time the first call and some warm ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with claims.jsonl")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--quick", action="store_true", help="few rounds")
    given = parser.parse_args()
    rounds = 5 if given.quick else given.rounds
    scenes = from_folder(given.data, rounds) if given.data else [invented(n) for n in range(rounds + 1)]
    first, *warm = [milliseconds(scene) for scene in scenes]
    finish(
        "small",
        claims=CLAIMS,
        first_ms=first,
        warm_ms=round(statistics.median(warm), 1),
        best_ms=min(warm),
        rounds=len(warm),
    )


def milliseconds(claims: list[Claim]) -> float:
    """Return how long reconciling takes."""
    start = time.perf_counter()
    reconcile(claims)
    return round((time.perf_counter() - start) * 1_000, 1)


def from_folder(folder: Path, rounds: int) -> list[list[Claim]]:
    """Return slices of 50 claims of a file."""
    with (folder / "claims.jsonl").open(encoding="utf-8") as lines:
        claims = [Claim.model_validate_json(line) for line in itertools.islice(lines, CLAIMS * (rounds + 1))]
    return [claims[at : at + CLAIMS] for at in range(0, len(claims), CLAIMS)]


def invented(seed: int) -> list[Claim]:
    """Return 50 claims, the same for a seed in every run."""
    rng = random.Random(seed)
    return [claim for affair in range(CLAIMS // 5) for claim in _affair(f"{seed}.{affair}", rng)]


def _affair(name: str, rng: random.Random) -> list[Claim]:
    language: Language = rng.choice(("en", "ar"))
    story = Story.invented(rng, language)
    kind, towns, figure = rng.choice(KINDS), rng.sample(TOWNS, 3), rng.randrange(2, 60)
    day = dt.date(2020, 1, 1) + dt.timedelta(days=rng.randrange(700))
    return [
        Claim(
            id=f"{name}.{n}",
            about=story.told(rng),
            event_type=kind,
            count={"low": figure + rng.choice((0, 0, 0, 3)), "of": story.what},
            places=rng.choice((towns[:1], towns[:2])),
            parties=[story.name],
            when=day + dt.timedelta(days=rng.choice((0, 0, 0, 1))),
            polarity="denied" if n == 4 else "affirmed",
            source={"outlet": f"outlet {rng.randrange(20)}", "speaker": rng.choice((None, story.name))},
        )
        for n in range(5)
    ]


if __name__ == "__main__":
    main()
