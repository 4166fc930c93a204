"""Prevent a wrong dual or plural: values are said in Arabic so that no noun has to agree with a number.

>>> from reconcile.values import Phase, Quantity
>>> value_ar(Quantity(low=20)), said_ar("phase", Phase.AGREED)
('20 على الأقل', 'جرى الاتفاق على الأمر')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

from reconcile.diff.statements import counted_in
from reconcile.report.arabic.dates_ar import date_ar
from reconcile.report.arabic.words_ar import calculated, isolated_ar, joined, quoted_ar
from reconcile.report.words import label
from reconcile.values import Parties, Party, Period, Phase, Places, Quantity
from reconcile.values.quantity import figure

_PHASES = {
    Phase.DISCUSSED: ("البحث", "جرى بحث الأمر"),
    Phase.PROPOSED: ("الاقتراح", "جرى اقتراح الأمر"),
    Phase.AGREED: ("الاتفاق", "جرى الاتفاق على الأمر"),
    Phase.ORDERED: ("صدور أمر بالتنفيذ", "صدر أمر بالتنفيذ"),
    Phase.BEGUN: ("بدء التنفيذ", "بدأ التنفيذ"),
    Phase.COMPLETED: ("اكتمال التنفيذ", "اكتمل التنفيذ"),
    Phase.SUSPENDED: ("التعليق", "جرى تعليق الأمر"),
    Phase.CANCELLED: ("الإلغاء", "جرى إلغاء الأمر"),
    Phase.NOT_IMPLEMENTED: ("عدم التنفيذ", "لم يُنفَّذ الأمر"),
}
_CERTAINTIES = {"probable": "على وجه الترجيح", "possible": "على وجه الاحتمال", "unknown": "من دون تأكيد"}
_POLARITIES = {
    "affirmed": "تأكيد الأمر",
    "denied": "نفي الأمر",
    "denial denied": "نفي النفي",
    "retracted": "سحب ما قيل",
}
_FIELDS = {
    "count": "العدد", "places": "المكان", "parties": "الأطراف", "when": "التاريخ", "due": "الموعد المقرر",
    "phase": "المرحلة", "event_type": "نوع الحدث", "about": "الموضوع", "as_of": "تاريخ الرقم",
    "polarity": "التأكيد أو النفي",
}  # fmt: skip
_MOST = 12


def value_ar(value: Any) -> str:  # noqa: ANN401 - any field of a user's class
    """Return a value in Arabic words, foreign names isolated.

    Args:
        value: a value of the house or of a user's class.
    """
    match value:
        case None:
            return "لا شيء"
        case bool():
            return "نعم" if value else "لا"
        case Phase():
            return _PHASES[value][0]
        case Period():
            return date_ar(value)
        case Places():
            areas = "مناطق من " if value.part else ""
            return areas + _members([isolated_ar(one.name) for one in value.items]) + _all(value)
        case Parties():
            return _members([_party(one) for one in value.items]) + _all(value)
        case Quantity():
            return quantity_ar(value)
        case _:
            return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - any field of a user's class
    match value:
        case dt.datetime() | dt.date():
            return date_ar(Period(lower=value, upper=value))
        case Enum():
            return isolated_ar(str(value.value))
        case int() | float():
            return calculated(f"{value:,}")
        case list() | tuple() | set() | frozenset():
            return _members([value_ar(one) for one in cast("list[Any]", value)]) or "قائمة فارغة"
        case Mapping():
            pairs = cast("dict[Any, Any]", value).items()
            return _members([f"{isolated_ar(str(k))}: {value_ar(v)}" for k, v in pairs]) or "قائمة فارغة"
        case _:
            return isolated_ar(str(value))


def quantity_ar(value: Quantity) -> str:
    """Return a quantity in Arabic words; what is counted stands beside the figure, so that nothing must agree.

    >>> from reconcile.values import Quantity
    >>> quantity_ar(Quantity(2, of="مراكز")), quantity_ar(Quantity(low=20, high=30, approximate=True))
    ('2 («مراكز»)', 'بين 20 و30 تقريبًا')
    """
    bounds = _bounds(value)
    exact = value.low is not None and value.low == value.high
    about = f"نحو {bounds}" if exact else f"{bounds} تقريبًا"
    told = about if value.approximate else bounds
    more = f"إضافة قدرها {told}" if value.increment else told
    of = value.of or (counted_in(value.raw) if value.raw is not None else None)
    parts = [quoted_ar(part) for part in (value.unit, of, value.scope) if part]
    return f"{more} ({'، '.join(parts)})" if parts else more


def _bounds(value: Quantity) -> str:
    best = f" (الأرجح {_figure(value.best)})" if value.best is not None else ""
    match value.low, value.high:
        case None, None:
            return "عدد غير معروف"
        case None, high:
            return f"{_figure(high)} على الأكثر{best}"
        case low, None:
            return f"{_figure(low)} على الأقل{best}"
        case low, high if low == high:
            return _figure(low)
        case low, high:
            return f"بين {_figure(low)} و{_figure(high)}{best}"


def _figure(number: float) -> str:
    return calculated(figure(number))


def _party(party: Party) -> str:
    sure = "" if party.certainty == "certain" else _CERTAINTIES[party.certainty]
    said = "، ".join(part for part in (isolated_ar(party.role) if party.role else "", sure) if part)
    return f"{isolated_ar(party.name)} ({said})" if said else isolated_ar(party.name)


def _all(value: Places | Parties) -> str:
    return " فقط" if value.complete else ""


def _members(names: list[str]) -> str:
    return joined(names, most=_MOST)


def field_ar(field: str) -> str:
    """Return a field's name in Arabic; that of a user's class in quotation marks.

    >>> field_ar("count")
    'العدد'
    """
    return _FIELDS.get(field) or quoted_ar(label(field))


def said_ar(field: str, value: Any) -> str:  # noqa: ANN401 - any field of a user's class
    """Return what is stated in a field, to follow "بحسب": no word of it depends on who states it.

    Args:
        field: the field.
        value: what is stated.

    >>> from reconcile.values import Places
    >>> said_ar("places", Places("أربيل", "بغداد")), said_ar("count", 12)
    ('المكان: أربيل وبغداد', 'العدد: 12')
    """
    if isinstance(value, Phase):
        return _PHASES[value][1]
    if field == "polarity":
        return _POLARITIES.get(str(value)) or isolated_ar(str(value))
    return f"{field_ar(field)}: {value_ar(value)}"
