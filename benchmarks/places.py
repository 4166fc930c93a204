"""Measure the gazetteer: right places among the candidates, wrong unique answers, typos, load time and speed.

uv run benchmarks/places.py --data FOLDER     (the folder that holds places_aliases/)
uv run benchmarks/places.py --quick           (load and speed only, on names made here)
uv run benchmarks/places.py --quick --odd 1000000   (so many odd names besides: nothing may be raised)
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path

from reconcile.language.places import Gazetteer

OWN = ("أربيل", "Erbil", "Hewlêr", "هەولێر", "Kirkuk", "كركوك", "Tripoli", "nowhere", "Khanaqin", "خانقين") * 1000


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--quick", action="store_true", help="load and speed only")
    parser.add_argument("--odd", type=int, default=20_000)
    importlib.import_module("numpy")
    options = parser.parse_args()
    begin = time.process_time()
    places = Gazetteer.builtin()
    print(f"load: {(time.process_time() - begin) * 1000:.0f} ms, numpy not counted")
    if options.quick:
        speed(places, [f"{head}{name}" for head in ("", "محافظة ", "city of ") for name in OWN])
        odd(places, OWN[:10], options.odd)
        return
    rows = aliases(*needed(options.data, "places_aliases/aliases.csv.gz"))
    for country in ("SY", "IR", "TR", ""):
        quality(
            places,
            [(number, name) for number, where, name in rows if country in ("", where)],
            country or "all",
        )
    typos(places, rows)
    speed(places, [name for _, _, name in rows])
    odd(places, [name for _, _, name in rows[::50]], options.odd)


def needed(folder: Path, *names: str) -> list[Path]:
    """Return the files of these names in a folder; the run ends with a line that names those it misses."""
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise SystemExit(f"{folder} has no {', '.join(missing)}: give the folder with --data, or take --quick")
    return [folder / name for name in names]


def aliases(path: Path) -> list[tuple[str, str, str]]:
    """Return id, country and name of each row."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [(f"gn:{row['geonameid']}", row["country"], row["alias"]) for row in csv.DictReader(file)]


def quality(places: Gazetteer, rows: list[tuple[str, str]], label: str) -> None:
    """Print how often the right place is among the candidates, and how often a unique answer is wrong."""
    found = unique = wrong = 0
    for number, name in rows:
        candidates = places.candidates(name)
        found += number in candidates
        node = places.node(name)
        unique += node is not None
        wrong += node is not None and number not in within(places, candidates, node.high)
    total = len(rows)
    print(
        f"{label}: {total} aliases, right {found / total:.4f}, unique {unique / total:.4f}, wrong {wrong / total:.4f}"
    )


def within(places: Gazetteer, candidates: tuple[str, ...], high: str) -> set[str]:
    """Return the candidates that a node stands for."""
    return {one for one in candidates if high in places.chain(one)}


def typos(places: Gazetteer, rows: list[tuple[str, str, str]]) -> None:
    """Print the same for names with one letter lost, doubled, changed or swapped with its neighbour."""
    rng = random.Random(7)
    sample = rng.sample([row for row in rows if len(row[2]) >= 5], 2000)
    right = wrong = answered = 0
    begin = time.process_time()
    for number, _, name in sample:
        spelt = misspell(name, rng)
        candidates = places.candidates(spelt, typos=1)
        right += number in candidates
        node = places.node(spelt, typos=1)
        answered += node is not None
        wrong += node is not None and number not in within(places, candidates, node.high)
    rate = len(sample) / (time.process_time() - begin)
    size = len(sample)
    print(
        f"typos: {size} names, right {right / size:.4f}, unique {answered / size:.4f}, "
        f"wrong {wrong / size:.4f}, {rate:,.0f}/s"
    )


def misspell(name: str, rng: random.Random) -> str:
    """Return `name` with one letter wrong."""
    letters = list(name)
    at = rng.choice([index for index, letter in enumerate(letters) if letter.isalpha()] or [0])
    kind = rng.randrange(4)
    if kind == 0:
        del letters[at]
    elif kind == 1:
        letters.insert(at, letters[at])
    elif kind == 2:
        letters[at] = rng.choice([letter for letter in letters if letter.isalpha()] or ["x"])
    elif at + 1 < len(letters):
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def speed(places: Gazetteer, names: list[str]) -> None:
    """Print look-ups a second, first and repeated."""
    for label in ("first", "repeated"):
        begin = time.process_time()
        for name in names:
            places.candidates(name)
        print(f"look-ups, {label}: {len(names) / (time.process_time() - begin):,.0f}/s")
    begin = time.process_time()
    for name in names:
        places.node(name)
    print(f"nodes, repeated: {len(names) / (time.process_time() - begin):,.0f}/s")


def odd(places: Gazetteer, names: Sequence[str], count: int) -> None:
    """Look up names made of broken pieces of others: nothing may be raised, and a node must be among the candidates."""
    rng = random.Random(7)
    pieces = sorted(
        {piece for name in names for piece in re.findall(r"\w+|\W", name)}
        | {letter for name in names for letter in name}
    )
    known = 0
    for _ in range(count):
        text = "".join(rng.choice((" ", "", "")) + rng.choice(pieces) for _ in range(rng.randrange(1, 6)))
        if rng.random() < 0.3:
            text += chr(rng.randrange(0x110000))
        known += places.node(text, among=("Iraq",) if rng.random() < 0.1 else ()) is not None
        places.nodes(text)
    print(f"odd names: {count:,}, {known:,} known, nothing raised")


if __name__ == "__main__":
    main()
