"""Prevent two dates in one text from being mixed: each piece fills its place once, or must agree with what is there.

>>> from reconcile.language.dates.lexer import items
>>> from reconcile.language.dates.merging import merged
>>> draft_of(merged(items("13 تشرين الأول/أكتوبر 2020"), locale=None))
Draft(weekday=None, day=13, month=10, hijri=None, year=2020, era=None, ...)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.errors import ClaimError, shown
from reconcile.language.dates.lexer import Item

_NOISE = frozenset({"during", "of", "skip", "and", "time-of-day", "from", "article"})
_HALVES = {
    "half": (40,),
    "half-2": (41,),
    "quarter-1": (33,),
    "quarter-2": (34,),
    "quarter-3": (35,),
    "quarter-4": (36,),
}
_DAYS = {
    "today": (0, 0),
    "yesterday": (-1, -1),
    "before-yesterday": (-2, -2),
    "tomorrow": (1, 1),
    "after-tomorrow": (2, 2),
    "last-night": (-1, 0),
}
_DIRECTIONS = frozenset({"last", "next", "this"})


class Draft(NamedTuple):
    """The places of a date, as far as a text fills them."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    hijri: int | None = None
    year: int | None = None
    era: str | None = None
    season: int | None = None
    part: str | None = None
    direction: str | None = None
    unit: str | None = None
    unit_direction: str | None = None
    days: tuple[int, int] | None = None
    count: int | None = None
    count_unit: str | None = None
    ago: bool = False
    decade: int | None = None
    full_decade: bool = False
    century: int | None = None
    eve: bool = False
    recent: bool = False
    year_shift: int | None = None


def draft_of(pieces: Sequence[Item]) -> Draft:
    """Return the places that the pieces of one date fill.

    Raises:
        ClaimError: if two pieces disagree, or a piece has no place.
    """
    draft, at = Draft(), 0
    while at < len(pieces):
        draft, at = _step(draft, pieces, at)
    return draft


def _put(draft: Draft, **places: object) -> Draft:
    for name, value in places.items():
        known = getattr(draft, name)
        if known not in (None, False) and known != value:
            raise ClaimError(
                f"two readings of the {name.replace('_', ' ')} disagree: {known} and {value}",
                repair="state one date",
            )
    return draft._replace(**places)  # type: ignore[arg-type]


def _at(pieces: Sequence[Item], at: int) -> Item:
    return pieces[at] if 0 <= at < len(pieces) else Item("", 0, 0, "", glued=False)


def _step(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    item = pieces[at]
    role = item.role
    if role in _NOISE:
        return draft, at + 1
    if role in {"numeral", "count", "ordinal"}:
        return _number(draft, pieces, at)
    if role == "unit":
        return _unit(draft, pieces, at)
    if role in _DIRECTIONS:
        return _direction(draft, pieces, at)
    if role in {"weekday", "month", "hijri", "season", "day", "year"}:
        return _put(draft, **{role: item.value}), at + 1
    if role in {"early", "mid", "late"}:
        return _put(draft, part=role), at + 1 + (_at(pieces, at + 1).name == "-")
    if role in _HALVES:
        return _put(draft, season=_HALVES[role][0]), at + 1
    if role in _DAYS:
        return _put(draft, days=_DAYS[role]), at + 1
    return _rest(draft, pieces, at)


def _rest(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    item, role = pieces[at], pieces[at].role
    simple = {
        "ago": {"ago": True},
        "ah": {"era": "ah"},
        "ad": {"era": "ad"},
        "eve": {"eve": True},
        "recent": {"recent": True},
    }
    if role in simple:
        return _put(draft, **simple[role]), at + 1
    if role == "year-shift":
        return _put(draft, year_shift=item.value), at + 1
    if role == "decade":
        return _put(draft, decade=item.value, full_decade=item.extra == 4), at + 1
    if role == "decade-word":
        return _decade_word(draft, pieces, at)
    if role == "century":
        return _century(draft, pieces, at)
    if role == "sign" and item.name in {"/", "-"} and at and at + 1 < len(pieces):
        return draft, at + 1
    if role == "bc":
        raise ClaimError("years before our era are outside 1 to 9999", repair="give a year of that range")
    raise ClaimError(
        f"{shown(item.raw)} has no place in this date", repair="write a date, as 13 October 2020 or 2020-10"
    )


def _number(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    item, after = pieces[at], _at(pieces, at + 1)
    if after.role in {"century"}:
        return _put(draft, century=item.value), at + 2
    if after.role == "unit" and not _names_what_follows(pieces, at + 1) and item.role != "day":
        if item.role == "ordinal" and item.value not in (20, 30):
            raise ClaimError(
                f"{shown(item.raw + ' ' + after.raw)} is not a date by itself", repair="give the date"
            )
        return _put(draft, count=item.value, count_unit=after.name), at + 2
    if item.role == "numeral" and item.extra == 4:
        return _put(draft, year=item.value), at + 1
    if item.role == "count" and item.value >= 1000:
        return _put(draft, year=item.value), at + 1
    if 1 <= item.value <= 31 and item.extra <= 2:
        return _put(draft, day=item.value), at + 1
    if item.extra == 3 and _at(pieces, at + 1).role in {"ad", "ah"}:
        return _put(draft, year=item.value), at + 1
    raise ClaimError(f"{shown(item.raw)} is no day and no year", repair="write the year in four digits")


def _names_what_follows(pieces: Sequence[Item], at: int) -> bool:
    """Whether a unit only introduces its name: "month July", "عام 2019", "يوم الثلاثاء"."""
    unit, after = pieces[at], _at(pieces, at + 1)
    if unit.extra == 2:
        return False
    if unit.name == "month":
        return after.role in {"month", "hijri"}
    if unit.name == "year":
        return (
            (after.role == "numeral" and after.extra >= 3)
            or after.role == "year"
            or (after.role == "count" and after.value >= 1000)
        )
    if unit.name == "day":
        return after.role in {
            "weekday",
            "today",
            "yesterday",
            "tomorrow",
            "before-yesterday",
            "numeral",
            "ordinal",
            "day",
            "after-tomorrow",
        }
    if unit.name == "century":
        return after.role in {"ordinal", "count"}
    return False


def _unit(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    unit, after = pieces[at], _at(pieces, at + 1)
    if unit.name == "century" and after.role in {"ordinal", "count"}:
        return _put(draft, century=after.value), at + 2
    if unit.name == "decade" and after.role == "decade":
        return draft, at + 1
    if _names_what_follows(pieces, at):
        return draft, at + 1
    if unit.extra == 2:
        return _put(draft, count=2, count_unit=unit.name), at + 1
    if after.role in {"count", "numeral"} and 0 < after.value < 1000 and after.extra < 4 and unit.extra == 0:
        return _put(draft, count=after.value, count_unit=unit.name), at + 2
    if after.role in _DIRECTIONS and unit.extra == 1 | unit.extra:
        return _put(draft, unit=unit.name, unit_direction=after.role), at + 2
    if after.role in _DIRECTIONS:
        return _many(draft, unit, after.role, after.raw), at + 2
    return _put(draft, count=1 if unit.extra else 0, count_unit=unit.name), at + 1


def _many(draft: Draft, unit: Item, direction: str, raw: str) -> Draft:
    """ "مانگی ڕابردوو" is one month; "الأيام الماضية" are many days."""
    plural = unit.raw.lower().endswith("s") or raw.endswith(("ية", "يه")) or _is_arabic_plural(unit.raw)
    if plural:
        return _put(draft, count=0, count_unit=unit.name, direction=direction)
    return _put(draft, unit=unit.name, unit_direction=direction)


def _is_arabic_plural(raw: str) -> bool:
    return raw.removeprefix("ال") in {
        "أيام",
        "ايام",
        "أسابيع",
        "اسابيع",
        "أشهر",
        "اشهر",
        "شهور",
        "سنوات",
        "أعوام",
        "اعوام",
        "عقود",
        "ساعات",
    }


def _direction(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    role, after = pieces[at].role, _at(pieces, at + 1)
    if after.role == "unit" and not _names_what_follows(pieces, at + 1):
        if after.extra == 2:
            return _put(draft, count=2, count_unit=after.name, direction=role), at + 2
        if after.extra == 1:
            return _put(draft, unit=after.name, unit_direction=role), at + 2
        return _many(draft, after, role, ""), at + 2
    if draft.unit is not None and draft.unit_direction is None:
        return _put(draft, unit_direction=role), at + 1
    if (
        role == "this"
        and draft.day is not None
        and draft.month is None
        and draft.unit is None
        and draft.count_unit is None
    ):
        return _put(draft, unit="month", unit_direction="this"), at + 1
    return _put(draft, direction=role), at + 1


def _decade_word(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    after = _at(pieces, at + 1)
    if after.role == "decade":
        return draft, at + 1
    if after.role == "numeral" and after.extra == 4 and after.value % 10 == 0:
        return _put(draft, decade=after.value, full_decade=True), at + 2
    raise ClaimError("a decade is not named", repair="write it as 1990s")


def _century(draft: Draft, pieces: Sequence[Item], at: int) -> tuple[Draft, int]:
    after = _at(pieces, at + 1)
    if after.role in {"ordinal", "count", "numeral"} and after.value <= 99:
        return _put(draft, century=after.value), at + 2
    if after.role in _DIRECTIONS:
        return _put(draft, unit="century", unit_direction=after.role), at + 2
    return _put(draft, unit="century"), at + 1
