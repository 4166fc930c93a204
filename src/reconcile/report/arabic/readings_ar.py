"""Prevent a reason from staying untranslated: every kind of reading has its Arabic sentence, with its own values.

>>> from reconcile.diff.model import Reading
>>> reading_ar(Reading("rounding", "987 rounds to 1,000", certain=True), {}, ())
'الرقم 987 يُقرَّب إلى 1,000'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims import Claim
from reconcile.diff.model import Conflict, Reading, Why
from reconcile.report.arabic.dates_ar import date_ar
from reconcile.report.arabic.forms_ar import FORMS
from reconcile.report.arabic.gaps_ar import is_range, taken_apart, told, told_values
from reconcile.report.arabic.words_ar import identified, isolated_ar, joined, quoted_ar
from reconcile.report.dated import decision_of
from reconcile.report.explain import MOST_ALIKE, by_kind

SENTENCES = {
    Why.OTHER_THING: "القولان عن معدودين مختلفين",
    Why.PART: "أحد الرقمين جزء من الآخر",
    Why.SUM: "أحد الرقمين مجموع أجزاء",
    Why.SIZE: "أحد الرقمين هو عدد الأماكن المذكورة",
    Why.UNSTATED: "أحد القولين لا يحدد كل ما يشمله",
    Why.PRECISION: "أحد القولين أدق من الآخر",
    Why.CONTAINMENT: "أحد القولين ضمن الآخر",
    Why.ROUNDING: "أحد الرقمين تقريب للآخر",
    Why.APPROXIMATION: "الفرق ضمن ما يسمح به التقريب",
    Why.OPEN_LIST: "لم يرد أن أيًّا من القائمتين كاملة",
    Why.LATER: "أحد الرقمين أحدث من الآخر",
    Why.MOVED: "انتقل الأمر إلى مرحلة أخرى",
    Why.CORRECTED: "جرى تصحيح قول سابق أو سحبه",
    Why.ORIGIN: "الأصل واحد، ويُحتمل أن النقل غيّر القول",
    Why.PLANNED: "أحد القولين عن المخطط له والآخر عما آل إليه الأمر",
    Why.ORDER: "ترتيب الإفادات في الزمن غير معروف",
    Why.OTHER_DATE: "القولان عن تاريخين مختلفين",
    Why.OTHER_PHASE: "القولان عن مرحلتين مختلفتين",
    Why.OTHER_PLACES: "القولان عن أماكن مختلفة",
    Why.TOLERANCE: "الفرق ضمن الهامش المسموح به",
    Why.NOT_ASSERTED: "لم يرد ذلك على أنه حقيقة مؤكدة",
    Why.BEST: "الحدود المذكورة تسمح معًا برقم واحد",
    Why.INCREMENT: "أحد الرقمين إضافة لا مجموع",
    Why.RULING: "صدر في ذلك قرار من المحررين",
    Why.AUTHORITY: "النفي يخص هوية القائل أو صفته، لا مضمون القول",
    Why.FELL: "تراجع رقم من شأنه أن يزداد فقط",
    Why.MIDNIGHT: "يُحتمل أن اليوم واحد بتوقيتين مختلفين",
    Why.ANNOUNCED: "أحد التاريخين هو تاريخ الإعلان",
}
_UNSTATED = {
    "what it counts": "المعدود",
    "which part it counts": "الجزء المقصود من المعدود",
    "its unit": "وحدة القياس",
    "which places it speaks of": "الأماكن المقصودة",
}
_MANNERS = {
    "conditional": "مشروطة",
    "opinion": "رأي",
    "obligation": "تقول ما ينبغي أن يكون",
    "possible": "لا تتحدث إلا عن احتمال",
    "unknown": "لا تبيّن درجة اليقين",
}
_UNORDERED = {"not all are dated": "ليست كل الإفادات مؤرخة", "the dates overlap": "التواريخ متداخلة"}


def readings_ar(conflict: Conflict) -> list[str]:
    """Return the readings of a conflict in Arabic, each once; many of one kind are counted.

    Args:
        conflict: a conflict or difference.
    """
    values = told_values(conflict) if conflict.readings else {}
    told: list[str] = []
    for alike in by_kind(conflict.readings).values():
        words = list(dict.fromkeys(reading_ar(one, values, conflict.claims) for one in alike))
        told += words[:MOST_ALIKE]
        more = len(words) - MOST_ALIKE
        told += [f"أسباب أخرى من النوع نفسه ({more:,})"] if more > 0 else []
    return told


def reading_ar(reading: Reading, values: Mapping[str, str], claims: Sequence[Claim]) -> str:
    """Return a reading in Arabic; what is only possible is said to be so.

    Args:
        reading: the reading.
        values: the Arabic of what the claims state (see `told_values`).
        claims: the claims of the conflict.
    """
    why = next((one for one in Why if one.value == reading.kind), None)
    words = f"سبب آخر: {quoted_ar(reading.kind)}" if why is None else _sentence(why, reading, values, claims)
    return words if reading.certain else f"{words} (ممكن)"


def _sentence(why: Why, reading: Reading, values: Mapping[str, str], claims: Sequence[Claim]) -> str:
    match why:
        case Why.UNSTATED:
            said = _unstated(reading.text)
        case Why.ORDER:
            said = _order(reading)
        case Why.NOT_ASSERTED:
            said = _weak(reading, claims)
        case Why.RULING:
            said = _decided(reading)
        case _:
            said = _formed(why, reading.text, values)
    return said or SENTENCES[why]


def _formed(why: Why, text: str, values: Mapping[str, str]) -> str:
    for form in FORMS.get(why, ()):
        gaps = taken_apart(text, form.fixed)
        if gaps is not None:
            words = [told(gap, kind, values) for gap, kind in zip(gaps, form.kinds, strict=True)]
            arabic = form.ranges if form.ranges and any(map(is_range, words)) else form.arabic
            return arabic.format(*words) if all(words) else ""
    return ""


def _unstated(text: str) -> str:
    told = [_unstated_part(part) for part in text.split("; ")]
    return "، و".join(told) if all(told) else ""


def _unstated_part(text: str) -> str:
    if text == "it is not known whether both speak of one place":
        return "لا يُعرف هل القولان عن مكان واحد"
    parts = text.removeprefix("one side does not state ").split(" and ")
    known = [_UNSTATED[part] for part in parts if part in _UNSTATED]
    return f"أحد القولين لا يحدد {joined(known)}" if len(known) == len(parts) else ""


def _order(reading: Reading) -> str:
    """Tell why nobody knows the order; by the text, for a date may be stated and yet tell nothing."""
    why = _UNORDERED.get(reading.text.partition("unknown: ")[2])
    return f"{SENTENCES[Why.ORDER]}: {why}" if why else ""


def _weak(reading: Reading, claims: Sequence[Claim]) -> str:
    weak = [one for one in claims if one.id in reading.claims and not one.asserts]
    return "، و".join(
        f"الإفادة {identified(one.id)} {_MANNERS[one.certainty if one.mode == 'fact' else one.mode]}" for one in weak
    )


def _decided(reading: Reading) -> str:
    decision = decision_of(reading)
    if decision is None:
        return ""
    return f"قرار من {isolated_ar(decision.who)}، {date_ar(decision.when)}: {quoted_ar(decision.why)}"
