"""Prevent a conflict from reaching Arabic readers untold: the same sentences as in English, made from the objects.

>>> from reconcile import Claim, reconcile
>>> claims = [Claim(id=i, about="مركز", key="k", count=n, source=i) for i, n in (("ا", 2), ("ب", 3))]
>>> explain_in_arabic(reconcile(claims).conflicts[0]).startswith("بشأن «مركز»: بحسب ا (بكلام الوسيلة نفسها")
True
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import Any

from reconcile.claims import Claim
from reconcile.diff.model import Conflict, Kind, Position
from reconcile.report.arabic.dates_ar import date_ar
from reconcile.report.arabic.readings_ar import readings_ar
from reconcile.report.arabic.values_ar import field_ar, said_ar, value_ar
from reconcile.report.arabic.who_ar import TellingAr, common_way_ar
from reconcile.report.arabic.words_ar import isolated_ar, joined, quoted_ar
from reconcile.report.explain import denied_parts

VERDICTS = {
    Kind.DENIAL: "",
    Kind.CONTRADICTION: "لا يمكن أن يصح كل ذلك معًا",
    Kind.DISCREPANCY: "القوائم لا تتطابق",
    Kind.REVISION: "تغيّر ما قيل",
    Kind.DIFFERENCE: "يمكن أن يصح كل ذلك معًا",
}
_SHARP = frozenset({Kind.DENIAL, Kind.CONTRADICTION, Kind.DISCREPANCY})
BREADTHS = {
    "whole": "النفي كلي: يشمل كل ما قيل",
    "partial": "النفي جزئي: يشمل بعض ما قيل فقط",
    "unknown": "لم يُذكر هل النفي كلي أم جزئي",
}
_DETAILS = ("count", "places", "phase", "when", "due")


def explain_in_arabic(conflict: Conflict) -> str:
    """Return one or two Arabic sentences: who says what, when and through whom, and every reason why both may stand.

    Args:
        conflict: a conflict or difference.

    Returns:
        Text for a right-to-left line, with claim ids; what is not Arabic stands in Unicode isolates.
    """
    first = _denied(conflict) if conflict.kind is Kind.DENIAL else _stated(conflict)
    return f"{first} {_judged(conflict)}"


def _stated(conflict: Conflict) -> str:
    way, subject = common_way_ar(conflict.claims), _subject(conflict.claims)
    telling = TellingAr(carried=not way)
    told = "؛ و".join(_position(position, conflict.field, telling) for position in conflict.positions)
    return f"{_opening(way, f'بشأن {subject}' if subject else '')}{told}."


def _opening(*parts: str) -> str:
    words = "، ".join(part for part in parts if part)
    return f"{words}: " if words else ""


def _position(position: Position, field: str, telling: TellingAr) -> str:
    dates = {date_ar(claim.as_of) for claim in position.claims if claim.as_of is not None}
    known = f" (تاريخ الرقم: {dates.pop()})" if len(dates) == 1 and field == "count" else ""
    return f"بحسب {telling.who(position.claims)}، {said_ar(field, position.value)}{known}"


def _subject(claims: Sequence[Claim]) -> str:
    texts = Counter(claim.about.text for claim in claims if claim.about is not None)
    if texts:
        return quoted_ar(min(texts, key=lambda one: (-texts[one], len(one), one)))
    kinds = sorted(str(claim.event_type) for claim in claims if claim.event_type is not None)
    return isolated_ar(kinds[0]) if kinds else ""


def _denied(conflict: Conflict) -> str:
    way = common_way_ar(conflict.claims)
    telling = TellingAr(carried=not way)
    target, *denials = conflict.positions
    against = [claim for position in denials for claim in position.claims]
    stated = _thing(target.claims)
    own = all(claim.polarity == "denied" for claim in against) and not target.denied
    things = [_denied_thing(claim, target.claims, own=own) for claim in against]
    thing = joined(list(dict.fromkeys(things)), most=2)
    first = f"ورد نفي من {telling.who(against)} {'لنفي ما يأتي' if target.denied else 'لما يأتي'}: {thing}"
    same = "للأمر نفسه" if stated == thing else f"لما يأتي: {stated}"
    said = "نفي" if target.denied else "تأكيد"
    return f"{_opening(way)}{first}؛ وورد {said} من {telling.who(target.claims)} {same}."


def _thing(claims: Sequence[Claim]) -> str:
    return joined(list(dict.fromkeys(_one_thing(claim) for claim in claims)), most=2)


def _denied_thing(denial: Claim, targets: Sequence[Claim], *, own: bool) -> str:
    """Return what a denial denies: all that it speaks of in its own words or its targets', or the fields it names."""
    parts = denied_parts(denial, targets)
    if not parts:
        return _one_thing(denial) if own else _thing(targets)
    fields = joined(f"{field_ar(name)}{_values(values)}" for name, values in parts.items())
    more = _details(denial, but=parts) if own else ""
    return f"{_about(denial)}{more} من حيث {fields}"


def _values(values: Sequence[Any]) -> str:
    return f" ({joined(list(dict.fromkeys(map(value_ar, values))), most=2)})" if values else ""


def _one_thing(claim: Claim) -> str:
    return f"{_about(claim)}{_details(claim)}"


def _about(claim: Claim) -> str:
    return quoted_ar(claim.about.text) if claim.about is not None else isolated_ar(str(claim.event_type))


def _details(claim: Claim, *, but: Container[str] = ()) -> str:
    told = (name for name in _DETAILS if name not in but and getattr(claim, name) is not None)
    said = "؛ ".join(said_ar(name, getattr(claim, name)) for name in told)
    return f" ({said})" if said else ""


def _judged(conflict: Conflict) -> str:
    verdict = VERDICTS[conflict.kind] or BREADTHS.get(conflict.breadth or "", "الأمر منفيّ")
    reasons = "؛ ".join(readings_ar(conflict))
    link = "؛ ومما قد يفسّر ذلك: " if conflict.kind in _SHARP else ": "
    first = f"{verdict}{link}{reasons}." if reasons else f"{verdict}."
    return " ".join(part for part in (first, _same(conflict)) if part)


def _same(conflict: Conflict) -> str:
    if conflict.same_voice:
        return "الجهة نفسها تقف وراء أكثر من قول."
    if conflict.same_document:
        return "ورد أكثر من قول في وثيقة واحدة."
    return "ورد أكثر من قول في وسيلة إعلام واحدة." if conflict.same_outlet else ""
