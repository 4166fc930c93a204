"""Measure the reader of numbers: precision and recall on lists of texts, texts a second, time by length, odd texts.

uv run benchmarks/reading_numbers.py                 (the lists of tests/unit/language/lists)
uv run benchmarks/reading_numbers.py --data FOLDER   (other lists, written like those: numbers.*.txt)
uv run benchmarks/reading_numbers.py --odd 1000000   (so many odd texts: nothing but ClaimError may be raised)
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reconcile import ClaimError
from reconcile.language import read_number
from reconcile.language.numbers.grammar import parse

LISTS = Path(__file__).parents[1] / "tests" / "unit" / "language" / "lists"
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
    speed("digits", made_digits(60_000))
    speed("words and phrases, distinct", made_words(everything, 60_000))
    speed("the same, each read whole by the grammar", made_words(everything, 20_000), parse_whole)
    speed("the same 1,000 texts again and again", made_digits(1_000) * 200)
    length()
    odd([row[0] for row in everything], options.odd)


def lists(folder: Path) -> list[Path]:
    """Return the lists in a folder; the run ends with a line where it holds none."""
    found = sorted(folder.glob("numbers.*.txt"))
    if not found:
        raise SystemExit(f"no lists numbers.*.txt in {folder}: leave --data out to take those of {LISTS}")
    return found


def rows(path: Path) -> list[Row]:
    """Return the rows of one list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [[*row, "", "", ""][:5] for row in cells]


def value(text: str) -> float | None:
    """Return a bound of a list."""
    return None if text == "-" else float(text)


def quality(name: str, listed: Sequence[Row]) -> None:
    """Print precision (of what is read) and recall (of what a reader should read)."""
    right = wrong = missed = refused = 0
    for text, low, high, flags, unit in listed:
        try:
            found = read_number(text)
        except ClaimError:
            missed += low != "refused"
            refused += low == "refused"
            continue
        said = (found.low, found.high, found.approximate, found.increment, found.unit or "")
        meant = ("refused",) if low == "refused" else (value(low), value(high), "~" in flags, "+" in flags, unit)
        right, wrong = right + (said == meant), wrong + (said != meant)
    readable = sum(row[1] != "refused" for row in listed)
    precision, recall = right / max(right + wrong, 1), right / max(readable, 1)
    print(f"{name:16} {len(listed):4} texts  precision {precision:.3f}  recall {recall:.3f}  rightly refused {refused}")


def made_digits(count: int) -> list[str]:
    """Return distinct texts with numerals, in two languages."""
    rng = random.Random(1)
    english = [
        f"{lead}{{:,}} {noun}" for lead in ("", "at least ", "more than ", "nearly ") for noun in ("people", "troops")
    ]
    arabic = [f"{lead}{{}} {noun}" for lead in ("", "أكثر من ", "نحو ", "ما لا يقل عن ") for noun in ("نازح", "قتيلا")]
    found: dict[str, None] = {}
    while len(found) < count:
        found[rng.choice(english + arabic).format(rng.randrange(1, 10**7))] = None
    return list(found)


def made_words(listed: Sequence[Row], count: int) -> list[str]:
    """Return distinct texts: those of the lists that are read, each with one of many nouns behind it."""
    texts = [row[0] for row in listed if row[1] != "refused" and row[0][-1].isalpha()]
    nouns = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("ner", "mat", "sil", "tok")]
    return [f"{texts[n % len(texts)]} {nouns[n // len(texts) % len(nouns)]}" for n in range(count)]


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


def parse_whole(text: str) -> object:
    """Read a text without the frames that earlier texts have left, as where no two texts are alike."""
    return parse(text, None)


def speed(name: str, texts: Sequence[str], read: Callable[[str], object] = read_number) -> None:
    """Print how many texts a second one core reads; the reader remembers 16,384 texts, fewer than are distinct here."""
    print(f"{name}: {len(texts) / timed(read, texts):,.0f} texts a second")


def length() -> None:
    """Print the longest time that 100,000 characters of one pattern take."""
    patterns = ["1", "1,", "و", "ثلاثة ", "one ", "-", "½", "ا", "1.", "( ", "million ", "\u200f", "ـ"]
    longest = [(pattern * 100_000)[:100_000] for pattern in patterns]
    slowest = max(timed(read_number, [text]) for text in longest)
    inside = max(timed(read_number, [text[:1000]]) for text in longest)
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
            read_number(text)
            read += 1
        except ClaimError:
            continue
    print(f"odd texts: {count:,}, {read:,} read, the others refused, nothing else raised")


if __name__ == "__main__":
    main()
