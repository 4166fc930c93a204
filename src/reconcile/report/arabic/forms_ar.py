"""Prevent an English reason in an Arabic sentence: each form in which the house writes a reason has its Arabic.

>>> FORMS[Why.ROUNDING][0].arabic.format("987", "1,000")
'الرقم 987 يُقرَّب إلى 1,000'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reconcile.diff.model import Why


class Form(NamedTuple):
    """One form of a reading's text, and its Arabic.

    Attributes:
        fixed: the fixed words, as `taken_apart` takes them.
        kinds: for each gap what stands in it, as `told` takes it.
        arabic: the sentence, `{0}` for the first gap.
        ranges: the sentence where a value is a range, whose own words (بين) could not follow those of `arabic`; empty
            where they can.
    """

    fixed: tuple[str, ...]
    kinds: str
    arabic: str
    ranges: str = ""


_SAID_OF = ("one is said of ", ", the other of ", "")
_WITHIN = Form(("", " lies within ", ""), "vw", "{0} ضمن {1}")
_PHASES = (" is said of what is ", ", ", " of what is ", "")
FORMS: Mapping[Why, tuple[Form, ...]] = {
    Why.OTHER_THING: (Form(_SAID_OF, "qq", "أحد القولين يخص {0} والآخر يخص {1}"),),
    Why.OTHER_PHASE: (Form(_SAID_OF, "vv", "أحد القولين يخص مرحلة {0} والآخر يخص مرحلة {1}"),),
    Why.OTHER_DATE: (Form(_SAID_OF, "vv", "تاريخ أحد القولين: {0}، وتاريخ الآخر: {1}"),),
    Why.OTHER_PLACES: (Form(_SAID_OF, "vv", "أحد القولين عن {0} والآخر عن {1}"),),
    Why.CONTAINMENT: (Form(_SAID_OF, "vv", "أحد القولين عن {0} والآخر عن {1}"), _WITHIN),
    Why.PART: (Form(("", " may be a part of ", ""), "vv", "الرقم {0} جزء من الرقم {1}"),),
    Why.SUM: (Form(("", ""), "c", "مجموع أجزاء: {0}"),),
    Why.SIZE: (
        Form(
            ("", " is the number of places that ", " lists (", ")"), "viv",
            "الرقم {0} هو عدد الأماكن المذكورة في الإفادة {1} ({2})",
        ),
    ),
    Why.PRECISION: (
        _WITHIN,
        Form(("", " may stand beside ", ""), "vv", "لا تعارض بين {0} و{1}", "القولان متوافقان: {0}، و{1}"),
        Form(("what is ", " was ", " before"), "vv", "مرحلة {0} تسبقها مرحلة {1}"),
    ),
    Why.ROUNDING: (Form(("", " rounds to ", ""), "vv", "الرقم {0} يُقرَّب إلى {1}"),),
    Why.APPROXIMATION: (
        Form(
            ("", " and ", " agree within what “about” allows"), "vv", "الفرق بين {0} و{1} ضمن ما يسمح به التقريب",
            "الفرق بين القولين ضمن ما يسمح به التقريب: {0}، و{1}",
        ),
        Form(("“", "” takes in ", ", for its upper end is open"), "qw", "العبارة {0} تشمل {1}، إذ لا حد أعلى لها"),
    ),
    Why.BEST: (
        Form(
            ("", " and ", " are bounds and best values that both allow one figure"), "vv",
            "{0} و{1}: الحدود المذكورة تسمح معًا برقم واحد",
        ),
    ),
    Why.MIDNIGHT: (
        Form(("", " and ", " may be one day in two time zones"), "vv", "{0} و{1}: يوم واحد بتوقيتين مختلفين"),
    ),
    Why.ANNOUNCED: (
        Form(
            ("", " is the day on which ", " was reported: it may be that of the announcement"), "vi",
            "{0} هو يوم نشر الإفادة {1}، أي يوم الإعلان لا يوم الحدث",
        ),
    ),
    Why.TOLERANCE: (
        Form(
            ("", " and ", " lie within the tolerance of ", ""), "vvf",
            "الفرق بين {0} و{1} ضمن الهامش المسموح به للحقل ({2})",
            "الفرق بين القولين ضمن الهامش المسموح به للحقل ({2}): {0}، و{1}",
        ),
    ),
    Why.OPEN_LIST: (
        Form(
            ("neither list is said to be all: ", " against ", ""), "vv",
            "لم يرد أن أيًّا من القائمتين كاملة: {0} مقابل {1}",
        ),
        Form(
            ("only one list is said to be all: ", " against ", ""), "vv",
            "قائمة واحدة فقط ورد أنها كاملة: {0} مقابل {1}",
        ),
    ),
    Why.LATER: (
        Form(
            ("", " was the figure of ", ", ", " that of ", ""), "vvvv",
            "الرقم بتاريخ {1}: {0}، والرقم بتاريخ {3}: {2}",
        ),
    ),
    Why.FELL: (
        Form(
            ("a figure that only grows fell from ", " (", ") to ", " (", ")"), "vvvv",
            "تراجع رقم من شأنه أن يزداد فقط، من {0} ({1}) إلى {2} ({3})",
            "تراجع رقم من شأنه أن يزداد فقط: {0} ({1})، ثم {2} ({3})",
        ),
    ),
    Why.CORRECTED: (
        Form(("", " retracts ", ""), "ii", "الإفادة {0} تسحب الإفادة {1}"),
        Form(("", " corrects ", ""), "ii", "الإفادة {0} تصحح الإفادة {1}"),
        Form(("", " was taken back by ", ""), "ii", "سُحبت الإفادة {0} بالإفادة {1}"),
        Form(("", " was corrected by ", ""), "ii", "صُحِّحت الإفادة {0} بالإفادة {1}"),
        Form(("", " first said ", ", later ", ""), "nvv", "القول الأول بحسب {0}: {1}، والقول اللاحق: {2}"),
    ),
    Why.MOVED: (
        Form(("an earlier phase: ", *_PHASES), "vvvv", "مرحلة سابقة: {0} في مرحلة {1}، و{2} في مرحلة {3}"),
        Form(("", " by ", ", ", " by ", ""), "vvvv", "{0} بحلول {1}، ثم {2} بحلول {3}", "{0} ({1})، ثم {2} ({3})"),
    ),
    Why.PLANNED: (
        Form(
            ("", " for ", " is the plan, ", " is what became of it"), "vvv",
            "المخطط له: {0} (الموعد: {1})، وما آل إليه الأمر: {2}",
        ),
        Form(("", " is the plan, ", " is what became of it"), "vv", "المخطط له: {0}، وما آل إليه الأمر: {1}"),
        Form(("", *_PHASES), "vvvv", "{0} في مرحلة {1}، و{2} في مرحلة {3}"),
    ),
    Why.INCREMENT: (
        Form(("", " is an addition, not a total: ", ""), "vc", "{0}، لا مجموع كلي: {1}"),
        Form(("", " is an addition, not a total"), "v", "{0}، لا مجموع كلي"),
    ),
    Why.ORIGIN: (Form(("", ": a copy may have changed it"), "o", "{0}، ويُحتمل أن النقل غيّر القول"),),
}  # fmt: skip
