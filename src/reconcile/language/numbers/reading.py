"""Prevent a number from losing what was said of it: bounds, "about", the unit and the thing counted stay with it."""

from __future__ import annotations

from typing import NamedTuple


class NumberReading(NamedTuple):
    """What a text states of a quantity.

    Attributes:
        low: the least number it allows, inclusive; None where nothing bounds it.
        high: the greatest number it allows, inclusive; None where nothing bounds it.
        best: a best value named beside the bounds.
        approximate: whether the text says "about"; the bounds stay as stated.
        unit: code of the unit of measure ("percent", "km", "USD", "day"), where one is stated.
        noun: the counted thing as written, with what follows it.
        increment: whether it is an addition ("another 3"), not a total.

    >>> NumberReading(2, 2).noun is None
    True
    """

    low: int | float | None
    high: int | float | None
    best: int | float | None = None
    approximate: bool = False
    unit: str | None = None
    noun: str | None = None
    increment: bool = False
