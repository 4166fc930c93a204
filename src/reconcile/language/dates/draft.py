"""Prevent two dates in one text from being mixed: each piece fills its place once, or must agree with what is there.

>>> from reconcile.language.dates.lexer import items
>>> from reconcile.language.dates.merging import merged
>>> draft_of(merged(items("13 تشرين الأول/أكتوبر 2020"), locale=None))
Draft(weekday=None, day=13, month=10, hijri=None, year=2020, era=None, ...)
"""

# ruff: noqa: SIM905  (lists of words read better as text)

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from reconcile.errors import ClaimError, shown
from reconcile.language.dates.lexer import Item
from reconcile.language.dates.reading import Part

_NOISE = frozenset({"clock", "during", "of", "skip", "and", "time-of-day", "from", "article"})
_DIRECTIONS = frozenset({"last", "next", "this"})
_ERAS = frozenset({"ad", "ah"})
LAST_WEEK = 5
_MONTH_BEFORE_ITS_NUMBER = frozenset({"شهر", "مانگی", "meha"})
_NOTHING = Item("", 0, 0, "", glued=False)
_REPAIR = "write a date, as 13 October 2020 or 2020-10"
_FIXED: Mapping[str, tuple[str, object]] = {
    "half": ("season", 40), "half-2": ("season", 41),
    "quarter-1": ("season", 33), "quarter-2": ("season", 34), "quarter-3": ("season", 35), "quarter-4": ("season", 36),
    "today": ("days", (0, 0)), "yesterday": ("days", (-1, -1)), "before-yesterday": ("days", (-2, -2)),
    "tomorrow": ("days", (1, 1)), "after-tomorrow": ("days", (2, 2)), "last-night": ("days", (-1, 0)),
    "ago": ("ago", True), "ah": ("era", "ah"), "ad": ("era", "ad"), "eve": ("eve", True), "recent": ("recent", True),
    "small-hours": ("small_hours", True), "weekend": ("weekend", True),
}  # fmt: skip
_NAMED_BY = {
    "month": frozenset({"month", "hijri"}),
    "decade": frozenset({"decade"}),
    "day": frozenset(
        {"weekday", "today", "yesterday", "tomorrow", "before-yesterday", "after-tomorrow", "numeral", "ordinal", "day"}
    ),
}
_KURDISH_PLURALS = frozenset({"ڕۆژانی", "هەفتانی", "مانگانی", "rojên", "hefteyên", "mehên"})
_PLURALS = frozenset(
    (
        "hours days weeks months years decades centuries أيام ايام أسابيع اسابيع أشهر اشهر شهور سنوات "
        "أعوام اعوام عقود ساعات"
    ).split()
)


class Draft(NamedTuple):
    """The places of a date, as far as a text fills them."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    hijri: int | None = None
    year: int | None = None
    era: str | None = None
    season: int | None = None
    part: Part | None = None
    direction: str | None = None
    unit: str | None = None
    unit_direction: str | None = None
    days: tuple[int, int] | None = None
    amount: int | None = None
    count_unit: str | None = None
    ago: bool = False
    decade: int | None = None
    full_decade: bool = False
    century: int | None = None
    eve: bool = False
    small_hours: bool = False
    weekend: bool = False
    recent: bool = False
    year_shift: int | None = None
    week: int | None = None
    side: str | None = None


Places = dict[str, Any]


def draft_of(pieces: Sequence[Item]) -> Draft:
    """Return the places that the pieces of one date fill.

    Raises:
        ClaimError: if two pieces disagree, or a piece has no place.
    """
    places: Places = {}
    at = 0
    while at < len(pieces):
        role = pieces[at].role
        if role not in _NOISE:
            at = _STEPS.get(role, _no_place)(places, pieces, at)
        else:
            at += 1
    if places.get("unit") == "week" and places.get("unit_direction") == "last" and "month" in places:
        # "the last week of May", which is no week before the report.
        places |= {"unit": None, "unit_direction": None, "week": LAST_WEEK}
    return Draft(**places)


def _put(places: Places, name: str, value: object) -> None:
    known = places.setdefault(name, value)
    if known != value:
        raise ClaimError(
            f"two readings of the {name.replace('_', ' ')} disagree: {known} and {value}", repair="state one date"
        )


def _at(pieces: Sequence[Item], at: int) -> Item:
    return pieces[at] if at < len(pieces) else _NOTHING


def _no_place(places: Places, pieces: Sequence[Item], at: int) -> int:
    item = pieces[at]
    if item.role == "sign" and item.name in "/-" and places and at + 1 < len(pieces):
        return at + 1
    if item.role == "bc":
        raise ClaimError("years before our era are outside 1 to 9999", repair="give a year of that range")
    raise ClaimError(f"{shown(item.raw)} has no place in this date", repair=_REPAIR)


def _named(places: Places, pieces: Sequence[Item], at: int) -> int:
    """Months, weekdays, seasons, and days and years of a numeric date."""
    _put(places, pieces[at].role, pieces[at].value)
    return at + 1


def _part(places: Places, pieces: Sequence[Item], at: int) -> int:
    _put(places, "part", pieces[at].role)
    return at + 1 + (_at(pieces, at + 1).name == "-")


def _side(places: Places, pieces: Sequence[Item], at: int) -> int:
    _put(places, "side", pieces[at].role)
    return at + 1


def _fixed(places: Places, pieces: Sequence[Item], at: int) -> int:
    name, value = _FIXED[pieces[at].role]
    _put(places, name, value)
    return at + 1


def _shift(places: Places, pieces: Sequence[Item], at: int) -> int:
    _put(places, "year_shift", pieces[at].value)
    return at + 1


def _decade(places: Places, pieces: Sequence[Item], at: int) -> int:
    _put(places, "decade", pieces[at].value)
    _put(places, "full_decade", pieces[at].extra == 4)
    return at + 1


def _number(places: Places, pieces: Sequence[Item], at: int) -> int:
    item, after = pieces[at], _at(pieces, at + 1)
    if after.role == "unit" and not _names_what_follows(pieces, at + 1):
        if after.name == "century" and after.extra:
            _put(places, "century", item.value)
        elif item.role == "ordinal" and item.value <= 4 and after.name == "week":
            _put(places, "week", item.value)
        elif item.role == "ordinal" and item.value not in (20, 30):
            raise ClaimError(f"{shown(f'{item.raw} {after.raw}')} is no date by itself", repair="give the date")
        else:
            _put(places, "amount", item.value)
            _put(places, "count_unit", after.name)
        return at + 2
    if item.extra == 4 or (item.role == "count" and item.value >= 1000) or (item.extra == 3 and after.role in _ERAS):
        _put(places, "year", item.value)
    elif 1 <= item.value <= 31 and item.extra <= 2:
        _put(places, "day", item.value)
    else:
        raise ClaimError(f"{shown(item.raw)} is no day and no year", repair="write the year in four digits")
    return at + 1


def _names_what_follows(pieces: Sequence[Item], at: int) -> bool:
    """Whether a unit only introduces its name: "month July", "عام 2019", "يوم الثلاثاء"."""
    unit, after = pieces[at], _at(pieces, at + 1)
    if unit.extra == 2 or (after.role == "ordinal" and _is_plural(unit.raw)):
        return False
    if unit.name == "year":
        return after.role in {"year", "year-shift"} or (
            after.role in {"numeral", "count"} and (after.extra >= 3 or after.value >= 1000)
        )
    return after.role in _NAMED_BY.get(unit.name, ())


def _unit(places: Places, pieces: Sequence[Item], at: int) -> int:
    unit, after = pieces[at], _at(pieces, at + 1)
    if unit.name == "century" and after.role in {"ordinal", "count", "numeral"} and after.value <= 99:
        _put(places, "century", after.value)
        return at + 2
    if unit.name == "week" and unit.extra == 1 and after.role == "ordinal" and after.value <= 4:
        _put(places, "week", after.value)
        return at + 2
    if unit.raw in _MONTH_BEFORE_ITS_NUMBER and after.role in {"numeral", "count", "ordinal"} and after.value <= 12:
        _put(places, "month", after.value)
        return at + 2
    if _names_what_follows(pieces, at):
        return at + 1
    if unit.extra == 2:
        return _counted(places, unit.name, 2, at + 1)
    if after.role in {"count", "numeral"} and 0 < after.value < 1000 and unit.extra == 0:
        return _counted(places, unit.name, after.value, at + 2)
    if after.role in _DIRECTIONS:
        return _whole(places, unit, after.role, at + 2)
    return _counted(places, unit.name, 1 if unit.extra else 0, at + 1)


def _counted(places: Places, unit: str, count: int, end: int) -> int:
    _put(places, "amount", count)
    _put(places, "count_unit", unit)
    return end


def _whole(places: Places, unit: Item, direction: str, end: int) -> int:
    """Read "مانگی ڕابردوو", "last month" are one month; "الأيام الماضية" and "the past two days" are many."""
    if unit.name == "day" and unit.extra == 1 and direction != "this":
        raise ClaimError("a day after or before something unsaid", repair="write the date")
    if unit.extra == 2 or _is_plural(unit.raw):
        _put(places, "direction", direction)
        return _counted(places, unit.name, unit.extra, end)
    _put(places, "unit", unit.name)
    _put(places, "unit_direction", direction)
    return end


def _is_plural(raw: str) -> bool:
    return raw.lower() in _PLURALS or raw.lower() in _KURDISH_PLURALS or raw.removeprefix("ال") in _PLURALS


def _direction(places: Places, pieces: Sequence[Item], at: int) -> int:
    role, after = pieces[at].role, _at(pieces, at + 1)
    if after.role == "unit" and pieces[at].raw.lower() in {"following", "preceding"}:
        raise ClaimError(f"a {after.name} after or before something unsaid", repair="write the date")
    if after.role == "unit" and not _names_what_follows(pieces, at + 1):
        return _whole(places, after, role, at + 2)
    bare_day = "day" in places and not places.keys() & {"month", "unit", "count_unit", "hijri"}
    if role == "this" and bare_day:
        _put(places, "unit", "month")
        _put(places, "unit_direction", "this")
    else:
        _put(places, "direction", role)
    return at + 1


def _decade_word(places: Places, pieces: Sequence[Item], at: int) -> int:
    after = _at(pieces, at + 1)
    if after.role == "numeral" and after.extra in (2, 4) and after.value % 10 == 0:
        _put(places, "decade", after.value)
        _put(places, "full_decade", after.extra == 4)
        return at + 2
    return at + 1


_STEPS: Mapping[str, Callable[[Places, Sequence[Item], int], int]] = {
    **dict.fromkeys(("numeral", "count", "ordinal"), _number),
    **dict.fromkeys(("weekday", "month", "hijri", "season", "day", "year"), _named),
    **dict.fromkeys(("early", "mid", "late"), _part),
    **dict.fromkeys(("earlier", "later"), _side),
    **dict.fromkeys(_FIXED, _fixed),
    **dict.fromkeys(_DIRECTIONS, _direction),
    "unit": _unit,
    "year-shift": _shift,
    "decade": _decade,
    "decade-word": _decade_word,
}
