"""Every text of the lists is read as it says, or refused where it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import ClaimError
from reconcile.language import read_number

LISTS = Path(__file__).parent / "lists"


def rows(name: str) -> list[list[str]]:
    lines = (LISTS / f"numbers.{name}.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [[*row, "", "", ""][:5] for row in cells]


def number(text: str) -> int | float | None:
    if text == "-":
        return None
    return float(text) if "." in text else int(text)


def stated(row: list[str]) -> tuple[object, ...]:
    """Return what a row says of its text."""
    _, low, high, flags, unit = row
    if low == "refused":
        return ("refused",)
    return (number(low), number(high), "~" in flags, "+" in flags, unit)


def read(text: str) -> tuple[object, ...]:
    """Return what the reader says of a text."""
    try:
        found = read_number(text)
    except ClaimError:
        return ("refused",)
    return (found.low, found.high, found.approximate, found.increment, found.unit or "")


@pytest.mark.parametrize("name", ["en", "ar", "ku", "survey", "blind-en", "blind-ar", "blind-ku", "news"])
def test_listed(name: str) -> None:
    wrong = [(row[0], stated(row), read(row[0])) for row in rows(name) if read(row[0]) != stated(row)]
    assert wrong == []


@pytest.mark.parametrize("name", ["en", "ar", "ku"])
def test_lists_are_long_enough(name: str) -> None:
    assert len({row[0] for row in rows(name)}) >= 200
