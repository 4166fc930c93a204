"""Prevent "03/04/2020" from being one of two days by luck: pieces are joined into days, months and years here.

>>> [(item.role, item.value) for item in merged(items("13/10/2020"), locale=None)]
[('day', 13), ('month', 10), ('year', 2020)]
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from reconcile.errors import ClaimError, shown
from reconcile.language.calendar_names import MONTHS
from reconcile.language.dates.lexer import Item, items
from reconcile.language.dates.spans import day

_DROPPED = frozenset(",،()[];؛:'\"«»“”")
_UNSETTLED = frozenset({"sign", "unknown", "numeral-text", "count", "ordinal", "suffix", "few"})
_MONTH_FIRST = frozenset({"en-US", "en-PH", "fil", "fil-PH", "en-PR", "en-GU"})
_DAY_FIRST = frozenset(
    [
        "ar",
        "ckb",
        "ku",
        "kmr",
        "tr",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "ru",
        "uk",
        "pl",
        "fa",
        "he",
        "da",
        "nb",
        "el",
        "ro",
        "bg",
        "cs",
        "fi",
        "sv",
    ]
)
_DAY_FIRST_PLACES = frozenset({"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN", "en-IQ"})


def merged(pieces: Sequence[Item], *, locale: str | None) -> list[Item]:
    """Return the pieces with numeric dates, misspelt months and compound ordinals joined.

    Args:
        pieces: as the lexer gives them.
        locale: decides the order of day and month ("en-US", "en-GB", "ar-IQ").

    Raises:
        ClaimError: if a numeric date may be read in two ways, or a word belongs to no date.
    """
    if _UNSETTLED.isdisjoint([piece.role for piece in pieces]):
        return list(pieces)
    hijri = any(piece.role == "ah" for piece in pieces)
    found: list[Item] = []
    at = 0
    while at < len(pieces):
        new, at = _numeric(pieces, at, locale) or _ordinal(pieces, at) or _word(pieces, at)
        found.extend(_in_hijri(part) if hijri else part for part in new)
    return found


def _in_hijri(item: Item) -> Item:
    """Read the month of "15/9/1442 AH" as one of that calendar."""
    return item._replace(role="hijri") if item.role == "month" and item.extra else item


def _word(pieces: Sequence[Item], at: int) -> tuple[list[Item], int]:
    item = pieces[at]
    if item.role == "unknown":
        return _misspelt(pieces, at)
    if item.role == "sign" and item.name in _DROPPED:
        return [], at + 1
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if item.role == "few" and after and after.role == "unit":
        return [after._replace(extra=0)], at + 2  # "چەند ڕۆژێک": its "one" is no number
    if item.role == "few" or (item.role == "sign" and item.name in ".'" and at):
        return [], at + 1
    if item.name == "-" and _one_month_twice(pieces, at):
        return [], at + 1
    if item.role == "numeral-text":
        raise ClaimError(f"{shown(item.raw)} is no part of a date", repair="write a date, as 13 October 2020")
    return [item], at + 1


def _one_month_twice(pieces: Sequence[Item], at: int) -> bool:
    """Read "حزيران - يونيو" as one month by its two names."""
    if not 0 < at < len(pieces) - 1:
        return False
    before, after = pieces[at - 1], pieces[at + 1]
    return before.role == after.role == "month" and before.value == after.value


def _ordinal(pieces: Sequence[Item], at: int) -> tuple[list[Item], int] | None:
    """Read "13th", "1990s", "twenty-first", "الحادي والعشرين", "بیست و یەکەم"."""
    item = pieces[at]
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if item.role == "numeral" and after and after.glued and after.role == "suffix":
        if after.raw.lower() == "s":
            return [_decade(item)], at + 2
        return [item._replace(role="ordinal")], at + 2
    if item.role not in {"count", "ordinal"} or after is None or item.value > 30:
        return None
    skip = 1 if after.role == "and" or (after.role == "sign" and after.name == "-") else 0
    other = pieces[at + 1 + skip] if at + 1 + skip < len(pieces) else None
    if other is None or other.role != "ordinal":
        return None
    small, large = sorted((item.value, other.value))
    if not (1 <= small <= 9 and large in (20, 30)) or (skip == 0 and item.value < 20):
        return None
    return [other._replace(value=small + large)], at + 2 + skip


def _decade(item: Item) -> Item:
    """Read "1990s", "90s"; "1800s" may be ten years or a hundred."""
    if item.value % 10 or item.value % 100 == 0 or item.extra not in (2, 4):
        raise ClaimError(f"'{item.raw}s' is no decade, or a century too", repair="write it as 1990s or 19th century")
    return item._replace(role="decade", extra=4 if item.extra == 4 else 0)


def _misspelt(pieces: Sequence[Item], at: int) -> tuple[list[Item], int]:
    """A month written with one letter wrong, or two in a long name, beside a day or a year."""
    item = pieces[at]
    beside = [pieces[n].role for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(pieces)]
    if not {"numeral", "month", "ordinal", "count", "year"} & set(beside):
        raise ClaimError(f"{shown(item.raw)} belongs to no date", repair="write a date, as 13 October 2020 or 2020-10")
    rest = pieces[at + 1] if at + 1 < len(pieces) else None
    if rest and rest.role == "ordinal" and rest.value in (1, 2):
        month = _nearest(item.name, {"تشرين": 10, "كانون": 12})
        if month:
            return [
                item._replace(
                    role="month", value={(10, 1): 10, (10, 2): 11, (12, 1): 12, (12, 2): 1}[month, rest.value]
                )
            ], at + 2
    month = _nearest(item.name, {name: number for name, number in MONTHS.items() if " " not in name and len(name) > 3})
    if month is None:
        raise ClaimError(f"{shown(item.raw)} belongs to no date", repair="write a date, as 13 October 2020 or 2020-10")
    return [item._replace(role="month", value=month)], at + 1


def _nearest(word: str, names: dict[str, int]) -> int | None:
    limit = 1 if len(word) < 7 else 2
    near = {name: OSA.distance(word, name, score_cutoff=limit) for name in names}
    best = min(near.values(), default=limit + 1)
    found = {names[name] for name, distance in near.items() if distance == best <= limit}
    return found.pop() if len(found) == 1 else None


def _numeric(pieces: Sequence[Item], at: int, locale: str | None) -> tuple[list[Item], int] | None:
    """A date in digits: 13/10/2020, 2020-10-13, 13.10.2020, 10/2020."""
    if pieces[at].role == "numeral-text":
        parts = pieces[at].raw.split(".")
        if not all(part.isdecimal() for part in parts) or not 2 <= len(parts) <= 3:
            return None
        return _dated(parts, ".", locale, _weekday(pieces)), at + 1
    run, end, sign = [pieces[at].raw], at + 1, ""
    if pieces[at].role != "numeral":
        return None
    while end + 1 < len(pieces) and pieces[end].role == "sign" and pieces[end].name in "/-" and pieces[end].glued:
        if sign not in ("", pieces[end].name) or pieces[end + 1].role != "numeral" or not pieces[end + 1].glued:
            break
        sign = pieces[end].name
        run.append(pieces[end + 1].raw)
        end += 2
    if len(run) == 3 or (len(run) == 2 and sign == "/"):
        return _dated([str(int(part)).rjust(len(part), "0") for part in run], sign, locale, _weekday(pieces)), end
    if len(run) != 2 or len(run[0]) != 4 or len(run[1]) != 2:
        return None
    found = _year_and(*map(int, run), season=any(piece.role == "season" for piece in pieces))
    return (found, end) if found else None


def _year_and(year: int, second: int, *, season: bool) -> list[Item] | None:
    """Read "2018-03" as a month and "2014-17" as years, as the formal reader does, and "winter 2010-11" as years."""
    if 1 <= second <= 12 and not season:
        return [_part("year", year), _part("month", second)]
    if second <= year % 100 or (21 <= second <= 41 and not season):  # 21 to 41 are the seasons of EDTF
        return None
    last = _part("year", year // 100 * 100 + second)
    return [_part("year", year), Item("sign", 0, 0, "-", glued=True, name="-"), last]


def _weekday(pieces: Sequence[Item]) -> int | None:
    return next((piece.value for piece in pieces if piece.role == "weekday"), None)


def _dated(parts: Sequence[str], sign: str, locale: str | None, weekday: int | None) -> list[Item]:
    text = sign.join(parts)
    values = [int(part) for part in parts]
    sizes = [len(part) for part in parts]
    if sizes[0] == 4:
        if sizes[1:] == [4]:
            return [
                _part("year", values[0]),
                Item("sign", 0, 0, "-", glued=True, name="-"),
                _part("year", values[1]),
            ]
        if max(sizes[1:]) > 2:
            raise ClaimError(f"{shown(text)} is no date", repair="write it as 2020-10-13")
        return [_part(role, value) for role, value in zip(("year", "month", "day"), values, strict=False)]
    if (sizes[-1] != 4 and len(parts) == 3) or max(sizes[:-1]) > 2:
        raise ClaimError(f"the year of {shown(text)} is not written in full", repair="write it as 2020-10-13")
    if len(parts) == 2 and sizes[1] == 4:
        return [_part("month", values[0]), _part("year", values[1])]
    if len(parts) == 2 and sign == ".":
        raise ClaimError(f"{shown(text)} is no date", repair="write it as 2020-10-13")
    return _ordered(values, text, locale, weekday)


def _ordered(values: Sequence[int], text: str, locale: str | None, weekday: int | None) -> list[Item]:
    first, second = values[0], values[1]
    month_first = _month_first(locale)
    if first > 12 or first == second or (month_first is False and second <= 12):
        order = ("day", "month", "year")
    elif second > 12 or month_first:
        order = ("month", "day", "year")
    elif (named := _named_by(weekday, values)) is not None:
        order = named
    else:
        raise ClaimError(
            f"{shown(text)} may be day/month or month/day", repair="give a locale, or write it as 2020-04-03"
        )
    if month_first is not None and first != second and month_first != (order[0] == "month"):
        raise ClaimError(f"{shown(text)} has not the order of the locale", repair="write it as 2020-04-03")
    return [_part(role, value) for role, value in zip(order, values, strict=False)]


def _named_by(weekday: int | None, values: Sequence[int]) -> tuple[str, str, str] | None:
    """The order in which the day is the weekday that stands beside it, where only one is."""
    if weekday is None or len(values) < 3:
        return None
    first, second, year = values
    orders = {("day", "month", "year"): (second, first), ("month", "day", "year"): (first, second)}
    fits = [order for order, (month, number) in orders.items() if day(year, month, number).weekday() == weekday]
    return fits[0] if len(fits) == 1 else None


def _month_first(locale: str | None) -> bool | None:
    if locale is None:
        return None
    name = locale.replace("_", "-")
    if name in _MONTH_FIRST:
        return True
    return False if name in _DAY_FIRST_PLACES or name.partition("-")[0] in _DAY_FIRST else None


def _part(role: str, value: int) -> Item:
    if role == "month" and not 1 <= value <= 12:
        raise ClaimError(f"there is no month {value}", repair="check the date")
    return Item(role, value, 4 if role == "year" else 2, str(value), glued=False)


__all__ = ["items", "merged"]
