"""Prevent the hour of a day from being taken for its day: what is said of the clock is put aside before dates are read.

>>> from reconcile.language.dates.lexer import items
>>> [item.role for item in settled(items("10 June 2014, 15:30"))]
['numeral', 'month', 'numeral', 'sign']
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.errors import ClaimError
from reconcile.language.dates.lexer import Item

_HOURS = frozenset({"الساعة", "الساعه", "کاتژمێر", "کاتژمێری", "سەعات", "سەعاتی", "saet", "saeta"})
_NUMBERS = frozenset({"numeral", "count", "ordinal"})
_EZAFE = frozenset({"ی", "ي"})
_AND = Item("and", 0, 0, "", glued=False)


def settled(pieces: Sequence[Item]) -> list[Item]:
    """Return the pieces of a date without its time of the clock, and with what stands between two days in full.

    Args:
        pieces: as the lexer gives them.

    Raises:
        ClaimError: if it says "over two years ago", which is more than that.
    """
    found: list[Item] = []
    at = 0
    while at < len(pieces):
        end = _clock(pieces, at) or at
        if end > at:
            at = end
            continue
        item = pieces[at]
        if found and item.role == found[-1].role == "weekday" and item.value == (found[-1].value + 1) % 7:
            found.append(_AND)  # "ليل السبت الأحد": the night between them
        found.append(item)
        at += 1
    if any(piece.role == "ago" for piece in found) and found[0].raw.lower() == "over":
        raise ClaimError("more than a length of time ago", repair="write the date, or 'two years ago'")
    return _days_in_figures(found)


def _clock(pieces: Sequence[Item], at: int) -> int | None:
    """Where a time of the clock ends that begins here: "15:30", "10 a.m.", "الساعة العاشرة", "کاتژمێر ١٠ی"."""
    item, rest = pieces[at], pieces[at + 1 :]
    if (
        item.role == "unit"
        and item.name == "hour"
        and item.raw in _HOURS
        and (at == 0 or pieces[at - 1].role != "numeral")
    ):
        if not rest or rest[0].role not in _NUMBERS or not 0 < rest[0].value <= 24:
            return None
        return (_clock(pieces, at + 1) or at + 2) + (len(rest) > 1 and rest[1].glued and rest[1].raw in _EZAFE)
    if item.role != "numeral" or item.extra > 2 or item.value > 24 or not rest:
        return None
    end = at + 1
    if (
        len(rest) > 1
        and rest[0].name == ":"
        and rest[1].role == "numeral"
        and rest[1].extra == 2
        and rest[1].value < 60
    ):
        end = at + 3
    said = end < len(pieces) and pieces[end].role == "clock"
    return end + said if said or end > at + 1 else None


def _days_in_figures(pieces: list[Item]) -> list[Item]:
    """Read the second figure of "١٣ی ١٠ی ٢٠٢٠" as the month: Sorani writes day, month and year, each in the ezafe."""
    for at in range(len(pieces) - 4):
        day, ezafe, month, again, year = pieces[at : at + 5]
        roles = {day.role, month.role, year.role}
        small = 0 < day.value <= 31 and 0 < month.value <= 12 and max(day.extra, month.extra) <= 2
        if roles == {"numeral"} and year.extra == 4 and small and {ezafe.raw, again.raw} <= _EZAFE:
            return [*pieces[:at], day, month._replace(role="month"), year, *pieces[at + 5 :]]
    return pieces
