"""Prevent "conflict in count": a conflict is told in sentences that a journalist could print, with every reading.

>>> from reconcile import Claim, reconcile
>>> claims = [Claim(id=i, event_type="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> print(explain_conflict(reconcile(claims).conflicts[0]))
On x: a in its own words (undated; claim a) says 2; b in its own words (undated; claim b) says 3. Not all of this can be true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.claims import Claim
from reconcile.diff.model import Conflict, Kind, Position, Reading
from reconcile.report.dates import date_words
from reconcile.report.values import saying, value_words
from reconcile.report.who import attribution
from reconcile.report.words import isolated, listed, named

_VERDICTS = {
    Kind.DENIAL: "",
    Kind.CONTRADICTION: "Not all of this can be true",
    Kind.DISCREPANCY: "The lists differ",
    Kind.REVISION: "The account has changed",
    Kind.DIFFERENCE: "All of this may be true",
}
_BREADTHS = {
    "whole": "The denial reaches all of it",
    "partial": "The denial reaches only part of it",
    "unknown": "How much of it the denial reaches is not stated",
}
_DETAILS = ("count", "places", "phase", "when", "due")


def explain_conflict(conflict: Conflict) -> str:
    """Return one or two sentences: who says what, when and through whom, and every reason why both may stand.

    Args:
        conflict: a conflict or difference.

    Returns:
        Plain text with claim ids; right-to-left names stand between U+2068 and U+2069.
    """
    first = _denied(conflict) if conflict.kind is Kind.DENIAL else _stated(conflict)
    return f"{first} {_judged(conflict)}".strip()


def _stated(conflict: Conflict) -> str:
    told = [_position(position, conflict.field) for position in conflict.positions]
    subject = subject_words(conflict.claims)
    return f"{subject}{'; '.join(told)}."


def _position(position: Position, field: str) -> str:
    who, many = attribution(position.claims)
    said = saying(field, position.value, many=many)
    dates = {date_words(claim.as_of) for claim in position.claims if claim.as_of is not None}
    return f"{who} {said}" + (f" as of {dates.pop()}" if len(dates) == 1 and field == "count" else "")


def subject_words(claims: Sequence[Claim]) -> str:
    """Return what claims are about, as the beginning of a sentence, or an empty string.

    Args:
        claims: claims of one conflict.
    """
    texts = Counter(claim.about.text for claim in claims if claim.about is not None)
    if texts:
        text = min(texts, key=lambda one: (-texts[one], len(one), one))
        return f"On “{named(text)}”: "
    kinds = sorted(str(claim.event_type) for claim in claims if claim.event_type is not None)
    return f"On {named(kinds[0])}: " if kinds else ""


def _denied(conflict: Conflict) -> str:
    target, *denials = conflict.positions
    denier, many = attribution([claim for position in denials for claim in position.claims])
    asserter, several = attribution(target.claims)
    thing = _thing([claim for position in denials for claim in position.claims])
    stated = _thing(target.claims)
    verb = "deny" if many else "denies"
    also = "state" if several else "states"
    what = "that" if stated == thing else stated
    return f"{denier} {verb} {thing}; {asserter} {also} {what}."


def _thing(claims: Sequence[Claim]) -> str:
    """Return what claims state, in the words most of them use, with what they say of it."""
    shown = listed(list(dict.fromkeys(_one_thing(claim) for claim in claims)), most=2)
    return shown or "it"


def _one_thing(claim: Claim) -> str:
    about = f"“{named(claim.about.text)}”" if claim.about is not None else named(str(claim.event_type))
    said = [_detail(claim, name) for name in _DETAILS if getattr(claim, name) is not None]
    return f"{about} ({'; '.join(said)})" if said else about


def _detail(claim: Claim, name: str) -> str:
    words = value_words(getattr(claim, name))
    return {"places": f"in {words}", "due": f"due {words}"}.get(name, words)


def _judged(conflict: Conflict) -> str:
    verdict = _BREADTHS.get(conflict.breadth or "", "") if conflict.kind is Kind.DENIAL else _VERDICTS[conflict.kind]
    reasons = _reasons(conflict.readings)
    marks = [*([_same(conflict)] if _same(conflict) else [])]
    head = f"{verdict}: {reasons}" if verdict and reasons else verdict or reasons
    return "; ".join(part for part in (head, *marks) if part) + "." if head or marks else ""


def _reasons(readings: Sequence[Reading]) -> str:
    return "; ".join(reading_words(one) for one in readings)


def reading_words(reading: Reading) -> str:
    """Return a reading in words: what is only possible is said to be so.

    >>> reading_words(Reading("sum of parts", "3 + 2 = 5"))
    'possibly 3 + 2 = 5 (sum of parts)'
    """
    text = isolated(reading.text)
    return f"{'' if reading.certain else 'possibly '}{text} ({reading.kind})"


def _same(conflict: Conflict) -> str:
    if conflict.same_voice:
        return "one voice stands on both sides"
    if conflict.same_document:
        return "one document carries both"
    return "one outlet carries both" if conflict.same_outlet else ""
