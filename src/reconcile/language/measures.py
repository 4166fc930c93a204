"""Prevent five kilometres from contradicting 5,000 metres: units of one dimension are compared in one unit.

>>> measure("kilometres"), measure("m"), measure("rooms") is None, is_share("%")
(Measure(base='m', factor=1000.0), Measure(base='m', factor=1.0), True, True)
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reconcile.language.fold import fold
from reconcile.language.numbers.words.units import DURATIONS, UNITS

_FACTORS = {
    "m": {"m": 1.0, "km": 1000.0, "cm": 0.01, "mm": 0.001, "mi": 1609.344, "ft": 0.3048},
    "m2": {"m2": 1.0, "km2": 1e6, "ha": 1e4, "acre": 4046.8564224},
    "kg": {"kg": 1.0, "g": 0.001, "t": 1000.0},
    "l": {"l": 1.0, "bbl": 158.987294928},
    "kW": {"kW": 1.0, "MW": 1000.0},
    "second": {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0},
}
_MEASURES = {code: (base, factor) for base, codes in _FACTORS.items() for code, factor in codes.items()}
MOST_FACTOR = max(factor for _, factor in _MEASURES.values())
_CODES = {
    fold(word): code for table in (DURATIONS, UNITS) for code, words in table.items() for word in words.split("|")
}
_PER = ("per ", "/", " لكل ", " a day", " a month", " a year", " في اليوم", "يوميا", "سنويا", "شهريا")


class Measure(NamedTuple):
    """A unit as so many of the base unit of its dimension."""

    base: str
    factor: float


@lru_cache(maxsize=4096)
def unit_code(unit: str) -> str:
    """Return the code that all spellings of a unit share; an unknown unit is its folded self.

    >>> unit_code("%") == unit_code("بالمئة")
    True
    """
    key = fold(unit)
    codes = (*UNITS, *DURATIONS)
    return _CODES.get(key) or next((code for code in codes if fold(code) == key), key or unit)


@lru_cache(maxsize=4096)
def measure(unit: str) -> Measure | None:
    """Return how many base units one of `unit` is (SI Brochure, 9th ed., tables 2 to 8), or None.

    Args:
        unit: a unit as written, in any language; a dunam has no one size and is not converted.
    """
    known = _MEASURES.get(unit_code(unit))
    return Measure(*known) if known else None


@lru_cache(maxsize=4096)
def is_share(unit: str) -> bool:
    """Return whether a figure in this unit is a share or a rate, which never is a number of things.

    >>> is_share("per 1000"), is_share("km")
    (True, False)
    """
    code = unit_code(unit)
    return code == "percent" or any(mark in f"{code} " or mark in f" {code}" for mark in _PER)
