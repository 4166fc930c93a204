"""Measure the reader of dates: precision and recall on lists of texts, texts a second, time by length, odd texts.

uv run benchmarks/reading_dates.py                 (the lists of tests/unit/language/lists)
uv run benchmarks/reading_dates.py --data FOLDER   (other lists, written like those: dates.*.txt)
uv run benchmarks/reading_dates.py --odd 1000000   (so many odd texts: nothing but ClaimError may be raised)
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from reconcile import ClaimError
from reconcile.language import read_date, read_edtf, write_edtf

LISTS = Path(__file__).parents[1] / "tests" / "unit" / "language" / "lists"
REPORTED = date(2020, 10, 13)
MONTHS = ("October", "March", "Sept.", "تشرين الأول", "كانون الأول/ديسمبر", "يوليو", "Cotmeh", "تشرینی یەکەمی")
Row = list[str]


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=LISTS)
    parser.add_argument("--odd", type=int, default=20_000)
    options = parser.parse_args()
    everything: list[Row] = []
    for path in lists(options.data):
        listed = rows(path)
        everything += listed
        quality(path.stem, listed)
    speed("absolute, distinct", made_days(60_000))
    speed(
        "EDTF, distinct",
        [
            f"{year:04}-{month:02}-{day:02}"
            for year in range(1600, 1700)
            for month in range(1, 13)
            for day in range(1, 29)
        ],
    )
    speed(
        "relative, each from another day",
        ["two days ago", "الشهر الماضي", "on Tuesday", "meha borî"] * 5_000,
        moving=True,
    )
    speed("the same 1,000 texts again and again", made_days(1_000) * 200)
    length()
    odd([row[0] for row in everything], options.odd)


def lists(folder: Path) -> list[Path]:
    """Return the lists in a folder; the run ends with a line where it holds none."""
    found = sorted(folder.glob("dates.*.txt"))
    if not found:
        raise SystemExit(f"no lists dates.*.txt in {folder}: leave --data out to take those of {LISTS}")
    return found


def rows(path: Path) -> list[Row]:
    """Return the rows of one list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [[*row, "", "", ""][:5] for row in cells]


def quality(name: str, listed: Sequence[Row]) -> None:
    """Print precision (of what is read) and recall (of what a reader should read)."""
    right = wrong = refused = 0
    for text, lower, upper, flags, reported in listed:
        day = date.fromisoformat(reported) if reported else REPORTED
        try:
            found = read_date(text, reported=day)
        except ClaimError:
            refused += lower == "refused"
            continue
        said = (
            str(found.lower or "-"),
            str(found.upper or "-"),
            found.approximate,
            found.uncertain,
            found.kind == "throughout",
        )
        meant = (lower, upper, "~" in flags, "?" in flags, "T" in flags)
        right, wrong = right + (said == meant), wrong + (said != meant)
    readable = sum(row[1] != "refused" for row in listed)
    precision, recall = right / max(right + wrong, 1), right / max(readable, 1)
    print(f"{name:16} {len(listed):4} texts  precision {precision:.3f}  recall {recall:.3f}  rightly refused {refused}")


def made_days(count: int) -> list[str]:
    """Return distinct days in words, in four languages."""
    rng = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < count:
        found[f"{rng.randrange(1, 29)} {rng.choice(MONTHS)} {rng.randrange(1600, 2500)}"] = None
    return list(found)


def timed(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the best of three runs, in seconds of this process."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        for text in texts:
            try:
                read(text)
            except ClaimError:
                continue
        best = min(best, time.process_time() - begun)
    return best


def speed(name: str, texts: Sequence[str], *, moving: bool = False) -> None:
    """Print how many texts a second one core reads; the reader remembers 16,384 texts, fewer than are distinct here."""
    days = iter([REPORTED.fromordinal(730_000 + n) for n in range(3 * len(texts))] if moving else [])
    seconds = timed(lambda text: read_date(text, reported=next(days, REPORTED)), texts)
    print(f"{name}: {len(texts) / seconds:,.0f} texts a second")


def length() -> None:
    """Print the longest time that 100,000 characters of one pattern take."""
    patterns = ["1", "1-", "و", "الأول ", "of ", "-", "/", "2020 ", "X", "1.", "( ", "since ", "\u200f", "13/"]
    longest = [(pattern * 100_000)[:100_000] for pattern in patterns]
    slowest = max(timed(read_date, [text]) for text in longest)
    inside = max(timed(read_date, [text[:1000]]) for text in longest)
    print(f"100,000 characters: at most {slowest * 1000:.2f} ms; 1,000 characters: {inside * 1000:.2f} ms")


def odd(texts: Sequence[str], count: int) -> None:
    """Read texts made of broken pieces of the lists: anything raised but ClaimError ends the run."""
    rng = random.Random(7)
    pieces = sorted({piece for text in texts for piece in re.findall(r"\w+|\W", text)})
    read = 0
    for _ in range(count):
        text = "".join(rng.choice((" ", " ", "")) + rng.choice(pieces) for _ in range(rng.randrange(1, 9)))
        if rng.random() < 0.3:
            text += chr(rng.randrange(0x110000))
        try:
            found = read_date(text, reported=rng.choice((None, REPORTED, date.min, date.max)))
        except ClaimError:
            continue
        read += 1
        if read_edtf(write_edtf(found), kind=found.kind) != found._replace(part=None):
            raise AssertionError(text)
    print(f"odd texts: {count:,}, {read:,} read and written back, the others refused, nothing else raised")


if __name__ == "__main__":
    main()
