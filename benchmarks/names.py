"""Measure names: recall at 1 for words and full names across scripts, hard negatives, pairs and names a second.

uv run benchmarks/names.py --data FOLDER     (the folder that holds names_ar_latin/)
uv run benchmarks/names.py --quick           (speed only, on names made here)
uv run benchmarks/names.py --quick --odd 1000000   (so many odd names besides: nothing may be raised)
"""

from __future__ import annotations

import argparse
import csv
import gzip
import itertools
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reconcile.language import Lexicon, fold, name_similarities, name_similarity

Pair = tuple[str, str]
_TIE = 1e-9
_TOGETHER = 1000
LEXICON = Lexicon.builtin()


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--queries", type=int, default=100, help="names asked for in each country")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--odd", type=int, default=20_000)
    options = parser.parse_args()
    if options.quick:
        speed(made(200))
        odd([name for pair in made(200) for name in pair], options.odd)
        return
    tokens, full = needed(options.data, "names_ar_latin/tokens.csv.gz", "names_ar_latin/full_names.csv.gz")
    words = read(tokens)
    recall("words", [(row["arabic"], row["latin"]) for row in words if row["split"] == "eval"], 100_000)
    by_country: dict[str, list[Pair]] = defaultdict(list)
    for row in read(full):
        by_country[row["country"]].append((row["arabic"], row["latin"]))
    results = [recall(country, pairs, options.queries) for country, pairs in sorted(by_country.items())]
    hits, asked = (sum(column) for column in zip(*results, strict=True))
    print(f"full names inside one country: {asked:.0f} asked, recall@1 {hits / asked:.4f}")
    hard_negatives(by_country)
    everything = [pair for pairs in by_country.values() for pair in pairs]
    speed(everything)
    odd([name for pair in everything[::50] for name in pair], options.odd)


def needed(folder: Path, *names: str) -> list[Path]:
    """Return the files of these names in a folder; the run ends with a line that names those it misses."""
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise SystemExit(f"{folder} has no {', '.join(missing)}: give the folder with --data, or take --quick")
    return [folder / name for name in names]


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a compressed table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def made(size: int) -> list[Pair]:
    """Return names of two parts in two scripts."""
    given = [("محمد", "Mohammed"), ("علي", "Ali"), ("حسن", "Hassan"), ("يوسف", "Yousef"), ("كريم", "Karim")]
    last = [("الخفاجي", "al-Khafaji"), ("ياور", "Yawar"), ("الأسدي", "al-Asadi"), ("رسول", "Rasool")]
    pairs = [(f"{a} {c}", f"{b} {d}") for (a, b), (c, d) in itertools.product(given, last)]
    return (pairs * (size // len(pairs) + 1))[:size]


def recall(label: str, pairs: Sequence[Pair], queries: int) -> tuple[float, int]:
    """Rank all Latin forms for each Arabic one; of forms that share the first rank each counts its part."""
    gold: dict[str, set[str]] = defaultdict(set)
    for arabic, latin in pairs:
        gold[arabic].add(latin)
    forms = sorted({latin for _, latin in pairs})
    asked = sorted(gold)
    asked = asked if len(asked) <= queries else random.Random(5).sample(asked, queries)
    hits = 0.0
    for arabic in asked:
        found = name_similarities([arabic] * len(forms), forms)
        first = [forms[at] for at in np.flatnonzero(found >= found.max() - _TIE)]
        hits += sum(form in gold[arabic] for form in first) / len(first)
    print(f"{label}: {len(asked)} against {len(forms)}, recall@1 {hits / len(asked):.4f}")
    return hits, len(asked)


def hard_negatives(by_country: dict[str, list[Pair]]) -> None:
    """Print how often another person of the same surname is scored lower than the same person."""
    rng = random.Random(3)
    families: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for country, pairs in sorted(by_country.items()):
        for arabic, latin in pairs:
            if " " in arabic:
                families[country, arabic.split()[-1]].append((arabic, latin))
    rows: list[tuple[str, str, str]] = []
    for family in families.values():
        for arabic, latin in family[:5]:
            other = rng.choice(family)
            if arabic.split()[0] != other[0].split()[0] and latin.split()[0].lower() != other[1].split()[0].lower():
                rows.append((arabic, latin, other[1]))
    names, right, wrong = (list(column) for column in zip(*rows, strict=True))
    lower = name_similarities(names, wrong) < name_similarities(names, right)
    print(f"hard negatives: {len(rows)} pairs, lower than the positive in {lower.mean():.4f}")


def speed(pairs: Sequence[Pair]) -> None:
    """Print how many names fold, and how many pairs compare, in a second of one core."""
    names = [name for pair in pairs for name in pair]
    for label in ("first", "again"):
        begin = time.process_time()
        for name in names:
            fold(name)
        print(f"fold, {label}: {len(names) / (time.process_time() - begin):,.0f} names/s")
    rng = random.Random(1)
    for size in (2000, 20_000, len(pairs)):
        pool = rng.sample(list(pairs), min(size, len(pairs)))
        left, right = ([rng.choice(pool)[side] for _ in range(400_000)] for side in (0, 1))
        begin = time.process_time()
        name_similarities(left, right)
        rate = len(left) / (time.process_time() - begin)
        print(f"pairs of {2 * len(pool)} names: {rate:,.0f}/s")


def odd(names: Sequence[str], count: int) -> None:
    """Compare names made of broken pieces, one by one and in batch: nothing may be raised, and both must agree."""
    rng = random.Random(7)
    pieces = [*sorted({letter for name in names for letter in name}), "ال", "abd ", "al-", "وزارة ", "Gen. ", " and "]
    for _ in range(0, count, _TOGETHER):
        texts: list[str] = []
        for _ in range(_TOGETHER):
            text = "".join(rng.choice(pieces) for _ in range(rng.randrange(13)))
            texts.append(text + chr(rng.randrange(0x110000)) if rng.random() < 0.3 else text)
        others = texts[1:] + texts[:1]
        for text in texts:
            LEXICON.resolve(text)
        if name_similarities(texts, others).tolist() != list(map(name_similarity, texts, others)):
            raise AssertionError(texts)
    print(f"odd names: {count:,}, alike in batch and one by one, nothing raised")


if __name__ == "__main__":
    main()
