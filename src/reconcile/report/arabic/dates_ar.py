"""Prevent a reader in Cairo or in Baghdad from having to guess a month: each is given by both of its names.

>>> from reconcile.values import Period
>>> date_ar(Period("2020-10-13"))
'13 تشرين الأول/أكتوبر 2020'
"""

from __future__ import annotations

import calendar
import datetime as dt

from reconcile.report.arabic.words_ar import calculated, quoted_ar
from reconcile.values import Period

_MONTHS = (
    "", "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو", "تموز/يوليو",
    "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip
_PARTS = {"early": "أوائل", "mid": "أواسط", "late": "أواخر"}
UNDATED = "بلا تاريخ"


def date_ar(period: Period | None) -> str:
    """Return a period in Arabic words, or what was written where its bounds are unknown.

    Args:
        period: a time or a span; None is "بلا تاريخ".

    >>> from reconcile.values import Period
    >>> date_ar(Period(upper="2013-12-31")), date_ar(Period("2020-01-05", "2020-02-01"))
    ('2013 أو قبل ذلك', 'بين 5 كانون الثاني/يناير و1 شباط/فبراير 2020')
    """
    if period is None:
        return UNDATED
    if not period.known:
        return f"{quoted_ar(period.raw)}، والتاريخ غير معروف" if period.raw else UNDATED
    words = _span(period) if period.kind == "throughout" else _within(period)
    return f"{words}{' تقريبًا' if period.approximate else ''}{' (غير مؤكد)' if period.uncertain else ''}"


def _within(period: Period) -> str:
    low, high = period.lower, period.upper
    if low is None or high is None:
        return f"{_last(high)} أو قبل ذلك" if high is not None else f"{_first(low)} أو بعد ذلك"
    whole = _whole(low, high)
    if whole is not None:
        return whole
    if period.part is not None and low.year == high.year:
        return f"{_PARTS[period.part]} {_month(low) if _same_month(low, high) else low.year}"
    return f"بين {_from_to(low, high)}"


def _span(period: Period) -> str:
    start, end = _edge(period.lower, period.starts_by), _edge(period.ends_from, period.upper)
    if start and end:
        return f"من {start} إلى {end}"
    return f"منذ {start}" if start else f"حتى {end}"


def _edge(low: dt.date | None, high: dt.date | None) -> str:
    if low is None or high is None:
        return _moment(low if high is None else high)
    return _whole(low, high) or f"ما بين {_from_to(low, high)}"


def _whole(low: dt.date, high: dt.date) -> str | None:
    """Return the day, month or year that two bounds enclose exactly, if they do."""
    if low == high:
        return _moment(low)
    if isinstance(low, dt.datetime) or isinstance(high, dt.datetime) or low.day != 1 or not _ends_month(high):
        return None
    if _same_month(low, high):
        return _month(low)
    return str(low.year) if low.year == high.year and (low.month, high.month) == (1, 12) else None


def _first(low: dt.date | None) -> str:
    if low is None or isinstance(low, dt.datetime) or (low.month, low.day) != (1, 1):
        return _moment(low)
    return str(low.year)


def _last(high: dt.date) -> str:
    if isinstance(high, dt.datetime) or not _ends_month(high):
        return _moment(high)
    return str(high.year) if high.month == 12 else _month(high)


def _ends_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _from_to(low: dt.date, high: dt.date) -> str:
    first = _moment(low)
    if not isinstance(low, dt.datetime) and not isinstance(high, dt.datetime) and low.year == high.year:
        first = str(low.day) if _same_month(low, high) else f"{low.day} {_MONTHS[low.month]}"
    return f"{first} و{_moment(high)}"


def _same_month(low: dt.date, high: dt.date) -> bool:
    return (low.year, low.month) == (high.year, high.month)


def _month(day: dt.date) -> str:
    return f"{_MONTHS[day.month]} {day.year}"


def _moment(moment: dt.date | None) -> str:
    if moment is None:
        return ""
    day = f"{moment.day} {_month(moment)}"
    if not isinstance(moment, dt.datetime):
        return day
    clock = f"{moment:%H:%M:%S}".removesuffix(":00")
    return f"{day}، الساعة {calculated(clock)}{_zone(moment)}"


def _zone(moment: dt.datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return f" بتوقيت {calculated(f'UTC{moment:%z}' if offset else 'UTC')}"
