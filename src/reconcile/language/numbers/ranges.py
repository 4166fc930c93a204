"""Prevent "between two and three million" from beginning at two: the two ends of a range are read together.

>>> from reconcile.language.numbers.tokens import tokens
>>> words = tokens("two or three million people")[0]
>>> read_range(words, Measured(read_quantity(words, 0), None, 1), "", locale=None).quantity[:2]
(2000000, 3000000)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.errors import ClaimError
from reconcile.language.numbers.phrases import match, table_for, unit_table
from reconcile.language.numbers.quantity import Quantity, read_quantity
from reconcile.language.numbers.tokens import Token

_CONNECTORS = {
    "between": frozenset({"and", "to", "or"}),
    "from": frozenset({"to"}),
    "": frozenset({"to", "or"}),
}  # fmt: skip
_OPENERS = frozenset({"between", "from"})


class Measured(NamedTuple):
    """A quantity, its unit, and where the words behind both begin."""

    quantity: Quantity
    unit: str | None
    end: int


def measured(words: Sequence[Token], quantity: Quantity, unit: str | None) -> Measured:
    """Return a quantity with the unit that stands behind it, or is known from before it.

    Raises:
        ClaimError: if the two units differ.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> measured(tokens("5 km")[0], Quantity(5, 5, 1), None).unit
    'km'
    """
    at = quantity.end if quantity.noun_from is None else quantity.noun_from
    if at >= len(words):
        return Measured(quantity, unit, quantity.end)
    if words[at].key in {"of", "من"}:
        at += 1
    found = match(unit_table(), words, at)
    if found is None:
        return Measured(quantity, unit, quantity.end)
    code, end = found
    if unit and unit not in (code, "dinar", "lira"):
        raise ClaimError(f"two units: {unit} and {code}", repair="state one unit")
    return Measured(quantity, code, max(end, quantity.end))


def read_range(words: Sequence[Token], first: Measured, mode: str, *, locale: str | None) -> Measured:
    """Return the range that `first` begins, or `first` itself if it begins none.

    Args:
        words: the tokens of a text.
        first: its first quantity.
        mode: `between` or `from` where the text begins so, else empty.
        locale: decides the separators of numerals.

    Raises:
        ClaimError: if the range lacks its second number, falls, or leaves its scale unclear.
    """
    at = _connector(words, first.end, mode)
    second = read_quantity(words, at, locale=locale) if at is not None else None
    if second is None or at is None:
        if mode:
            raise ClaimError("a range without its second number", repair="write 'between 5 and 10'")
        if at is not None and words[at - 1].key == "-" and words[at - 1].glued:
            raise ClaimError("the number is part of a compound word", repair="begin with a count")
        return first
    one = first.quantity
    if one.noun_from is not None or second.noun_from is not None:
        raise ClaimError("a range of two things", repair="state one range of numbers")
    if _shares_thousands(words, first.end - 1, at):
        raise ClaimError("the thousands of the first number are not clear", repair="write both numbers in full")
    low, high = _shared_scale(one, second)
    if low == high and words[at - 1].key == "-":
        raise ClaimError("a range whose ends are equal", repair="write the number")
    if high is not None and low > high:
        raise ClaimError(f"the range falls from {low} to {high}", repair="put the smaller number first")
    if _are_years(words, one, second, at):
        raise ClaimError("it may be a span of years", repair="write 'from 2,019 to 2,020' or a date")
    return measured(words, Quantity(low, high, second.end), first.unit)


def _connector(words: Sequence[Token], at: int, mode: str) -> int | None:
    """Where the second number of a range begins, or None."""
    if at >= len(words):
        return None
    if words[at].key == "-":
        return at + 1
    if mode == "between" and words[at].joined and words[at].kind:
        return at
    found = match(table_for(_CONNECTORS[mode]), words, at)
    if found is None or found[1] >= len(words) or match(table_for(_OPENERS), words, found[1]):
        return None
    return found[1] + (words[found[1]].key in {"a", "an"})


def _shared_scale(first: Quantity, second: Quantity) -> tuple[int | float, int | float | None]:
    """Read "Between two and three million": the scale of the second belongs to the first too."""
    one, two = first.cardinal, second.cardinal
    if one is None or two is None or two.scaled == 1 or one.scaled > 1 or not two.lead or one.value >= two.lead:
        return first.low, second.high
    if one.value * 10 < two.lead and one.value:
        raise ClaimError("the scale of the first number is not clear", repair="write both numbers in full")
    low = one.value * two.scaled
    return (int(low) if low == int(low) else low), second.high


def _shares_thousands(words: Sequence[Token], before: int, at: int) -> bool:
    """Whether a range is written as "20-30,000", which may begin at 20 or at 20,000."""
    first, second = words[before], words[at + (words[at].key in {"a", "an"})]
    if first.kind != "numeral" or second.kind != "numeral" or not first.raw.isdecimal():
        return False
    upper = second.key if second.key[-3:] == "000" and not second.key.isdecimal() else ""
    digits = "".join(char for char in upper if char.isdecimal())
    return bool(digits) and 0 < int(first.raw) * 1000 < int(digits)


def _are_years(words: Sequence[Token], one: Quantity, second: Quantity, at: int) -> bool:
    dashed = words[at - 1].key == "-" and second.end == len(words)
    plain = all(
        words[n].kind == "numeral" and len(words[n].raw) == 4 and words[n].raw.isdecimal() for n in (at - 2, at)
    )
    return dashed and plain and 1900 <= one.low <= 2099
