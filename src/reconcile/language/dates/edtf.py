"""Prevent an EDTF date from meaning its first day only: every form is read as the bounds that it states.

>>> read_edtf("2020-10~").upper, read_edtf("2018/..", kind="throughout").starts_by
(datetime.date(2020, 10, 31), datetime.date(2018, 12, 31))
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from reconcile.errors import ClaimError, shown
from reconcile.language.dates.reading import DateReading, Kind, Moment
from reconcile.language.dates.spans import checked_year, day, month_span, season_span

LONGEST = 1_000
_REPAIR = "write an EDTF date, as 2020-10-13, 2020-10~, 201X, 2014-22 or 2018/.."
_DATE = re.compile(
    r"([?~%]?)([0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?", re.ASCII
)
# A day without signs, as most dates are.
_PLAIN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", re.ASCII)
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]{1,6}))?)?)?"
    r"(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?([?~%]?)",
    re.ASCII,
)
_FORM = re.compile(r"[0-9X?~%T:Z.,+/\[\]-]+", re.ASCII)


class _End(NamedTuple):
    """One date of an interval: its bounds and how sure it is."""

    lower: Moment | None
    upper: Moment | None
    approximate: bool = False
    uncertain: bool = False


def looks_like_edtf(text: str) -> bool:
    """Return whether a text has only the signs of EDTF in it, and so is read as nothing else.

    >>> looks_like_edtf("2020-10~"), looks_like_edtf("13 October 2020")
    (True, False)
    """
    return _FORM.fullmatch(text) is not None


def read_edtf(text: str, *, kind: Kind = "within") -> DateReading:
    """Read an EDTF string (ISO 8601-2): levels 0 and 1, and of level 2 what reports need.

    Of level 2: qualified parts (2004-06~-11), masked digits anywhere (15XX-12-25), parts of a year 25–41, and one span
    in brackets, `[2018-06-01..2018-06-10]`, which may also stand as one end of an interval. Sets are refused.

    Args:
        text: the EDTF string, at most 1,000 characters.
        kind: whether an interval bounds one time, or is a span from its start to its end.

    Returns:
        Its bounds; with `throughout` also the latest start and the earliest end.

    Raises:
        ClaimError: if the text is no EDTF, or names a year outside 1 to 9999.

    >>> read_edtf("2014-XX/2015-03?").uncertain, read_edtf("../2013").lower
    (True, None)
    """
    if not isinstance(text, str):
        raise ClaimError(f"not a text: {shown(text)}", repair=_REPAIR)
    if len(text) > LONGEST:
        raise ClaimError(f"a date of {len(text):,} characters; the limit is {LONGEST:,}", repair=_REPAIR)
    text = text.strip()
    plain = _PLAIN.fullmatch(text)
    if plain:
        one = day(int(plain[1]), int(plain[2]), int(plain[3]))
        found = DateReading(one, one)
        return found if kind == "within" else found._replace(kind=kind, starts_by=one, ends_from=one)
    first, slash, second = text.partition("/")
    start = _end(first)
    stop = _end(second) if slash else start
    _check_order(start, stop, text)
    approximate, uncertain = start.approximate or stop.approximate, start.uncertain or stop.uncertain
    found = DateReading(start.lower, stop.upper, approximate, uncertain, kind)
    if kind == "within":
        return found
    return found._replace(starts_by=start.upper, ends_from=stop.lower)


def _check_order(start: _End, stop: _End, text: str) -> None:
    if start.lower is None or stop.upper is None:
        return
    if _sortable(start.lower) > _sortable(stop.upper, last=True):
        raise ClaimError(f"the interval {shown(text)} ends before it begins", repair="put the earlier date first")


def _sortable(moment: Moment, *, last: bool = False) -> tuple[date, float]:
    """The day and the time in it; a bare day begins with its first second and ends with its last."""
    if not isinstance(moment, datetime):
        return moment, 86_400.0 if last else 0.0
    if moment.tzinfo is not None and 1 < moment.year < 9999:
        moment = moment.astimezone(UTC)
    return moment.date(), timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second).total_seconds()


def _end(text: str) -> _End:
    if text in {"", ".."}:
        return _End(None, None)
    if text.startswith("["):
        return _choice(text)
    found = _DATE.fullmatch(text)
    if found:
        return _date(found)
    found = _TIME.fullmatch(text)
    if found:
        return _time(found)
    if re.match(r"-|Y|\d{5}", text, re.ASCII):
        raise _too_far(text)
    raise ClaimError(f"{shown(text)} is not EDTF", repair=_REPAIR)


def _too_far(text: str) -> ClaimError:
    """Return what is wrong with a date without its hyphens, such as 20201013, or a year that is too far off."""
    digits = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text, re.ASCII)
    try:
        if digits:
            return ClaimError(f"{shown(text)} lacks its hyphens", repair=f"write {date(*map(int, digits.groups()))}")
    except ValueError:
        pass
    return ClaimError(f"{shown(text)} is outside the years 1 to 9999", repair="give a year of that range")


def _choice(text: str) -> _End:
    """`[a..b]`: one moment from a to b."""
    inner = text[1:-1].split("..") if text.endswith("]") else []
    if len(inner) != 2 or "[" in "".join(inner):
        raise ClaimError(f"{shown(text)} is a set", repair="write one span, as [2018-06-01..2018-06-10]")
    start, stop = _end(inner[0]), _end(inner[1])
    _check_order(start, stop, text)
    return _End(start.lower, stop.upper, start.approximate or stop.approximate, start.uncertain or stop.uncertain)


def _date(found: re.Match[str]) -> _End:
    signs = "".join(found.group(1, 3, 4, 6, 7, 9)[n] or "" for n in range(6))
    approximate, uncertain = "~" in signs or "%" in signs, "?" in signs or "%" in signs
    year, month, number = found[2], found[5], found[8]
    if year == "XXXX" and month in (None, "XX") and number in (None, "XX"):
        return _End(None, None, approximate, uncertain)
    if month and month.isdigit() and int(month) > 12:
        lower, upper = _season(year, int(month), number)
    else:
        lower, upper = _lower(year, month, number), _upper(year, month, number)
    return _End(lower, upper, approximate, uncertain)


def _season(year: str, code: int, number: str | None) -> tuple[date, date]:
    if not 21 <= code <= 41 or number or "X" in year:
        raise ClaimError(f"there is no month {code}", repair="write a month 01–12 or a season 21–24")
    return season_span(int(year), code)


def _masked(mask: str, least: int, greatest: int) -> tuple[int, int]:
    """The least and the greatest number that a mask such as `1X` allows."""
    low, high = int(mask.replace("X", "0")), int(mask.replace("X", "9"))
    if high < least or low > greatest:
        raise ClaimError(f"{mask} is not {least} to {greatest}", repair="check the date")
    return max(low, least) if "X" in mask else low, min(high, greatest)


def _lower(year: str, month: str | None, number: str | None) -> date:
    first = checked_year(int(year.replace("X", "0")) or (1 if year.startswith("X") else 0))
    low_month = _masked(month, 1, 12)[0] if month else 1
    low_day = _masked(number, 1, 31)[0] if number else 1
    return _existing(range(first, first + _years(year)), low_month, low_day)


def _upper(year: str, month: str | None, number: str | None) -> date:
    last = checked_year(int(year.replace("X", "9")))
    high_month = _masked(month, 1, 12)[1] if month else 12
    if number is None or "X" in number:
        end = month_span(last, high_month).upper
        return end if number is None else end.replace(day=min(end.day, _masked(number, 1, end.day)[1]))
    return _existing(range(last, last - _years(year), -1), high_month, int(number))


def _years(year: str) -> int:
    return 9 if "X" in year else 1


def _existing(years: range, month: int, number: int) -> date:
    """The first of some years that has such a day (29 February of a masked year)."""
    for year in years:
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return day(years[0], month, number)


def _time(found: re.Match[str]) -> _End:
    """A time: to the second one moment, to the minute or the hour all its seconds."""
    moment = datetime.combine(date.min, time.min)
    hour, minute, second = found[2], found[3], found[4]
    try:
        moment = datetime.strptime(found[1], "%Y-%m-%d").replace(
            hour=int(hour), minute=int(minute or 0), second=int(second or 0),
            microsecond=int((found[5] or "0").ljust(6, "0")), tzinfo=_zone(found[6]),
        )  # fmt: skip
    except ValueError:
        raise ClaimError(f"{shown(found[0])} is no time of the calendar", repair="check the time") from None
    last = timedelta() if second else timedelta(seconds=59) if minute else timedelta(minutes=59, seconds=59)
    return _End(moment, moment + last, found[7] in {"~", "%"}, found[7] in {"?", "%"})


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if int(digits[2:]) > 59 or minutes > 14 * 60:
        raise ValueError(text)
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
