"""Every text of the lists is read as it says, or refused where it says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reconcile import ClaimError
from reconcile.language import read_date

LISTS = Path(__file__).parent / "lists"
REPORTED = "2020-10-13"
PARTS = {"e": "early", "m": "mid", "l": "late"}


def rows(name: str) -> list[list[str]]:
    lines = (LISTS / f"dates.{name}.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [[*row, "", "", ""][:5] for row in cells]


def stated(row: list[str]) -> tuple[object, ...]:
    """Return what a row says of its text."""
    _, lower, upper, flags, _ = row
    if lower == "refused":
        return ("refused",)
    part = next((part for sign, part in PARTS.items() if sign in flags), None)
    return (lower, upper, "~" in flags, "?" in flags, "T" in flags, part)


def read(row: list[str]) -> tuple[object, ...]:
    """Return what the reader says of the text of a row."""
    try:
        found = read_date(row[0], reported=date.fromisoformat(row[4] or REPORTED))
    except ClaimError:
        return ("refused",)
    bounds = (str(found.lower or "-"), str(found.upper or "-"))
    return (*bounds, found.approximate, found.uncertain, found.kind == "throughout", found.part)


@pytest.mark.parametrize("name", ["en", "ar", "ku", "survey", "blind-en", "blind-ar", "blind-ku", "news"])
def test_listed(name: str) -> None:
    wrong = [(row[0], stated(row), read(row)) for row in rows(name) if read(row) != stated(row)]
    assert wrong == []


@pytest.mark.parametrize("name", ["en", "ar", "ku"])
def test_lists_are_long_enough(name: str) -> None:
    assert len({row[0] for row in rows(name)}) >= 200
