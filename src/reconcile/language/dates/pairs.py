"""Prevent the second date of a range from losing what only the first one says: two dates in one text are read together.

>>> from reconcile.language.dates.lexer import items
>>> dashed(items("3-5 March 2020"), None).lower
datetime.date(2020, 3, 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reconcile.errors import ClaimError
from reconcile.language.dates.draft import Draft, draft_of
from reconcile.language.dates.lexer import Item
from reconcile.language.dates.reading import DateReading
from reconcile.language.dates.resolve import resolve
from reconcile.language.dates.spans import Span, shifted

_ONE_OF_MANY = frozenset({"weekday", "numeral", "ordinal", "month", "year", "decade"})


def dashed(pieces: Sequence[Item], reported: date | None) -> DateReading | None:
    """Read "3-5 March 2020", "2014–2017": one time inside the two.

    Args:
        pieces: the merged pieces of a text.
        reported: the day of the report.

    Returns:
        The reading, or None where no dash parts two dates.
    """
    dashes = [
        at
        for at, piece in enumerate(pieces)
        if piece.name == "-" and 0 < at < len(pieces) - 1 and pieces[at - 1].role != "mid"
    ]
    if len(dashes) != 1:
        return None
    first, second = pair(_without_eve(pieces[: dashes[0]]), pieces[dashes[0] + 1 :], reported)
    return checked(DateReading(first.lower if first else None, second.upper if second else None))


def adjacent(pieces: Sequence[Item], reported: date | None) -> DateReading | None:
    """Read "3 and 4 May", "السبت/الأحد": two that touch are one time inside the two; any others are no date.

    Args:
        pieces: the merged pieces of a text.
        reported: the day of the report.

    Raises:
        ClaimError: if the two are apart.

    >>> from reconcile.language.dates.lexer import items
    >>> adjacent(items("3 and 4 May 2020"), None).upper
    datetime.date(2020, 5, 4)
    """
    for at in range(1, len(pieces) - 1):
        before, after = pieces[at - 1], pieces[at + 1]
        joined = pieces[at].role == "and" or (pieces[at].name == "/" and after.role == "weekday")
        if joined and before.role == after.role in _ONE_OF_MANY:
            break
    else:
        return None
    if before.role == "month" and before.value == after.value:
        return None
    first, second = pair(_without_eve(pieces[:at]), pieces[at + 1 :], reported)
    if first is None or second is None:
        return None
    if shifted(first.upper, 1) != second.lower:
        raise ClaimError("two times apart", repair="state one date, or a range")
    return DateReading(first.lower, second.upper)


def _without_eve(pieces: Sequence[Item]) -> list[Item]:
    """Take out the word for the night before a day, where two days follow it: it is the night between them."""
    return [piece for piece in pieces if piece.role not in {"eve", "small-hours"}]


def pair(left: Sequence[Item], right: Sequence[Item], reported: date | None) -> tuple[Span | None, Span | None]:
    """Return the two ends of a range; what one leaves out, the other gives.

    Args:
        left: the pieces of the first date.
        right: those of the second.
        reported: the day of the report.
    """
    first, second = draft_of(left), draft_of(right)
    if (
        first.month is None
        and first.hijri is None
        and first.day is not None
        and first.unit is None
        and first.days is None
    ):
        first = first._replace(
            month=second.month, hijri=second.hijri, unit=second.unit, unit_direction=second.unit_direction
        )
    if second.month is None and second.hijri is None and second.day is not None and second.unit is None:
        second = second._replace(month=first.month, hijri=first.hijri)
    if first.year is None and second.year is not None and first.days is None and _in_months(first):
        first = first._replace(year=second.year - _turns(first, second), era=second.era)
    if first.season is not None and second == Draft(year=second.year):
        second = second._replace(season=first.season)
    if second.year is None and first.year is not None and _in_months(second):
        second = second._replace(year=first.year + _turns(first, second), era=first.era)
    end = resolve(second, reported)
    if first.season == second.season == 24 and first.year is not None and second.year == first.year + 1:
        return resolve(Draft(month=12, year=first.year), None), resolve(Draft(month=2, year=second.year), None)
    if end is not None and first == Draft(weekday=first.weekday) and second == Draft(weekday=second.weekday):
        reported = end.lower
    return resolve(first, reported), end


def _in_months(draft: Draft) -> bool:
    return draft.month is not None or draft.hijri is not None or draft.season is not None


def _turns(first: Draft, second: Draft) -> int:
    """1 where the range passes the end of the year ("November to February 2015")."""
    one, two = (first.month or first.hijri, first.day or 0), (second.month or second.hijri, second.day or 0)
    if one[0] is None or two[0] is None:
        return 0
    return 1 if (one[0], one[1]) > (two[0], two[1] or 99) else 0


def checked(found: DateReading) -> DateReading:
    """Return a reading that does not end before it begins.

    >>> checked(DateReading(date(2020, 1, 2), date(2020, 1, 1)))
    Traceback (most recent call last):
        ...
    reconcile.errors.ClaimError: it ends before it begins (put the earlier date first)
    """
    if found.lower is not None and found.upper is not None and found.lower > found.upper:
        raise ClaimError("it ends before it begins", repair="put the earlier date first")
    return found
