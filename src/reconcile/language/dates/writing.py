"""Prevent a bound from being lost on the way out: what `write_edtf` writes, `read_edtf` reads back the same.

>>> from reconcile.language.dates.edtf import read_edtf
>>> write_edtf(read_edtf("2020-10~")), write_edtf(read_edtf("2014-02-03/.."))
('2020-10~', '2014-02-03/..')
"""

from __future__ import annotations

from datetime import date, datetime

from reconcile.errors import ClaimError
from reconcile.language.dates.reading import DateReading, Moment
from reconcile.language.dates.spans import month_span, season_span


def write_edtf(reading: DateReading) -> str:
    """Write a reading as EDTF.

    A span whose start or end is itself a span that EDTF has no name for writes it in brackets, as
    `[2018-06-01..2018-06-10]/..`. The word for the part of a month or year is not written; its bounds are.

    Args:
        reading: what `read_date` or `read_edtf` returned.

    Returns:
        An EDTF string; `read_edtf(write_edtf(r), kind=r.kind)` has the bounds and qualifiers of `r`.

    Raises:
        ClaimError: if the bounds are reversed.

    >>> write_edtf(DateReading(None, None, approximate=True))
    'XXXX~'
    """
    sign = {(True, True): "%", (True, False): "~", (False, True): "?"}.get((reading.approximate, reading.uncertain), "")
    if reading.kind == "throughout":
        return _span(reading, sign)
    lower, upper = reading.lower, reading.upper
    if lower is None and upper is None:
        return "XXXX" + sign
    single = _named(lower, upper)
    if single is not None:
        return single + sign
    return f"{_moment(lower, sign)}/{_moment(upper, sign)}"


def _span(reading: DateReading, sign: str) -> str:
    start = _edge(reading.lower, reading.starts_by, sign)
    end = _edge(reading.ends_from, reading.upper, sign)
    return f"{start}/{end}"


def _edge(lower: Moment | None, upper: Moment | None, sign: str) -> str:
    """One end of a span."""
    if lower is None and upper is None:
        return "XXXX" + sign if sign else ".."
    single = _named(lower, upper)
    if single is not None:
        return single + sign
    return f"[{_moment(lower, sign, open_end='')}..{_moment(upper, sign, open_end='')}]"


def _moment(moment: Moment | None, sign: str, *, open_end: str = "..") -> str:
    return open_end if moment is None else _iso(moment) + sign


def _iso(moment: Moment) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat().replace("+00:00", "Z")
    return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"


def _named(lower: Moment | None, upper: Moment | None) -> str | None:
    """The single EDTF date that has just these bounds, if there is one."""
    if lower is None or upper is None:
        return None
    if lower == upper and isinstance(lower, datetime) == isinstance(upper, datetime):
        return _iso(lower)
    if isinstance(lower, datetime) or isinstance(upper, datetime):
        return None
    if lower > upper:
        raise ClaimError(f"the period ends on {upper}, before it begins on {lower}", repair="swap its ends")
    return _years(lower, upper) or _months(lower, upper)


def _years(lower: date, upper: date) -> str | None:
    if (lower.month, lower.day, upper.month, upper.day) != (1, 1, 12, 31):
        return None
    first, last = f"{lower.year:04}", f"{upper.year:04}"
    if first == last:
        return first
    for digits in (1, 2, 3):
        if first[:-digits] == last[:-digits] and first.endswith("0" * digits) and last.endswith("9" * digits):
            return first[:-digits] + "X" * digits
    return None


def _months(lower: date, upper: date) -> str | None:
    if lower.year == upper.year and lower.month == upper.month:
        whole = (lower, upper) == tuple(month_span(lower.year, lower.month))
        return f"{lower.year:04}-{lower.month:02}" if whole else None
    if lower.year == 9999:
        return None
    for code in (21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41):
        if (lower, upper) == tuple(season_span(lower.year, code)):
            return f"{lower.year:04}-{code}"
    return None
