"""Prevent "between 40 and 60, most likely 45" from losing its 45: the likeliest number behind a range is read here.

>>> from reconcile.language.numbers.tokens import tokens
>>> read_best(tokens("40-60 killed (best estimate 50)")[0], locale=None)
Best(start=4, end=9, value=50, unit=None)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.language.numbers.phrases import match, table_for, unit_table
from reconcile.language.numbers.quantity import read_quantity
from reconcile.language.numbers.tail import strip_end
from reconcile.language.numbers.tokens import Token

_BEST = frozenset({"best"})
_BEFORE = frozenset({",", "،", "(", "[", ";", "؛", ":", "-"})
_BEHIND = frozenset({")", "]", ",", "،", ";", "؛"})


class Best(NamedTuple):
    """The clause that names a best value.

    Attributes:
        start: index of its first token, the sign that opens it included.
        end: index of the first token behind it.
        value: the best value.
        unit: the unit stated with it, or None.
    """

    start: int
    end: int
    value: int | float
    unit: str | None

    def ends(self, words: Sequence[Token]) -> bool:
        """Return whether nothing follows the clause."""
        return strip_end(words, len(words), self.end) == self.end


def read_best(words: Sequence[Token], *, locale: str | None) -> Best | None:
    """Return the clause that names the best value, or None where there is none.

    Args:
        words: the tokens of a text.
        locale: decides the separators of numerals.
    """
    table = table_for(_BEST)
    for at in range(1, len(words) - 1):
        if not words[at].opens:
            continue
        found = match(table, words, at)
        opened = words[at - 1].key in _BEFORE
        if found is None or not (opened or found[1] > at + 1):
            continue
        number = read_quantity(words, found[1], locale=locale)
        if number is None or number.high != number.low or number.noun_from is not None:
            continue
        unit = match(unit_table(), words, number.end)
        end = unit[1] if unit else number.end
        closed = end < len(words) and words[end].key in _BEHIND
        return Best(at - opened, end + closed, number.low, unit[0] if unit else None)
    return None
