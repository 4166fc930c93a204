"""Prevent "conflict in count": a conflict is told in sentences that a journalist could print, with every reading.

>>> from reconcile import Claim, reconcile
>>> claims = [Claim(id=i, about="x", key="k", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> print(explain_conflict(reconcile(claims).conflicts[0]))
On “x”: a in its own words (undated; claim a) says 2; b in its own words (undated; claim b) says 3. Not all of this
can be true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from reconcile.claims import Claim
from reconcile.claims.roles import META
from reconcile.diff.denials.targets import named_fields
from reconcile.diff.model import Conflict, Kind, Position, Reading
from reconcile.diff.statements import values_of
from reconcile.report.dated import date_forms, reason_words
from reconcile.report.dates import date_words
from reconcile.report.values import saying, value_words
from reconcile.report.who import Telling, common_way
from reconcile.report.words import counted, isolated, label, listed, named

_VERDICTS = {
    Kind.CONTRADICTION: ("Not all of this can be true", "; what may explain it: "),
    Kind.DISCREPANCY: ("The lists differ", "; what may explain it: "),
    Kind.REVISION: ("What is said has changed", ": "),
    Kind.DIFFERENCE: ("All of this may be true", ": "),
}
_BREADTHS = {
    "whole": "The denial reaches all of it",
    "partial": "The denial reaches only part of it",
    "unknown": "How much of it the denial reaches is not stated",
}
MOST_ALIKE = 3
_NO_DATES: Mapping[str, str] = MappingProxyType({})
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
    way, subject = common_way(conflict.claims), subject_words(conflict.claims)
    telling = Telling(carried=not way)
    told = [_position(position, conflict.field, telling) for position in conflict.positions]
    return f"{_opening(way, subject)}{'; '.join(told)}."


def _opening(way: str, subject: str) -> str:
    words = ", ".join(part for part in (way, f"on {subject}" if subject else "") if part)
    return f"{words[0].upper()}{words[1:]}: " if words else ""


def _position(position: Position, field: str, telling: Telling) -> str:
    who = telling.who(position.claims)
    said = saying(field, position.value, many=who.many)
    dates = {date_words(claim.as_of) for claim in position.claims if claim.as_of is not None}
    return f"{who.text} {said}" + (f" as of {dates.pop()}" if len(dates) == 1 and field == "count" else "")


def subject_words(claims: Sequence[Claim]) -> str:
    """Return what claims are about: the wording that most of them use, else their event type.

    Args:
        claims: claims of one conflict.
    """
    texts = Counter(claim.about.text for claim in claims if claim.about is not None)
    if texts:
        return f"“{named(min(texts, key=lambda one: (-texts[one], len(one), one)))}”"
    kinds = sorted(str(claim.event_type) for claim in claims if claim.event_type is not None)
    return named(kinds[0]) if kinds else ""


def _denied(conflict: Conflict) -> str:
    way = common_way(conflict.claims)
    telling = Telling(carried=not way)
    target, *denials = conflict.positions
    against = [claim for position in denials for claim in position.claims]
    denier, asserter = telling.who(against), telling.who(target.claims)
    stated = _thing(target.claims)
    # A claim that affirms one thing and denies another says in its own words only what it affirms.
    own = all(claim.polarity == "denied" for claim in against) and not target.denied
    things = [_denied_thing(claim, target.claims, own=own) for claim in against]
    thing = listed(list(dict.fromkeys(things)), most=2)
    verb = ("deny" if asserter.many else "denies") if target.denied else "state" if asserter.many else "states"
    same = stated == thing and not target.denied
    denied = f"the denial of {thing}" if target.denied else thing
    first = f"{denier.text} {'deny' if denier.many else 'denies'} {denied}"
    second = f"{asserter.text} {verb} {'it' if same else stated}"
    return f"{_opening(way, '')}{first}; {second}."


def _thing(claims: Sequence[Claim]) -> str:
    """Return what claims state, in their own words, with what they say of it."""
    return listed(list(dict.fromkeys(_one_thing(claim) for claim in claims)), most=2)


def _one_thing(claim: Claim) -> str:
    said = stated_values(claim)
    return f"{_about(claim)} ({said})" if said else _about(claim)


def _about(claim: Claim) -> str:
    return f"“{named(claim.about.text)}”" if claim.about is not None else named(str(claim.event_type))


def _denied_thing(denial: Claim, targets: Sequence[Claim], *, own: bool) -> str:
    """Return what a denial denies: all that it speaks of in its own words or its targets', or the fields it names."""
    parts = denied_parts(denial, targets)
    if not parts:
        return _one_thing(denial) if own else _thing(targets)
    fields = [f"the {label(name)}{_values(values)}" for name, values in parts.items()]
    about, more = _about(denial), stated_values(denial, but=parts) if own else ""
    return f"{listed(fields)} of {about} ({more})" if more else f"{listed(fields)} of {about}"


def _values(values: Sequence[Any]) -> str:
    return f" ({listed(list(dict.fromkeys(map(value_words, values))), most=2)})" if values else ""


def denied_parts(denial: Claim, targets: Sequence[Claim]) -> dict[str, tuple[Any, ...]]:
    """Return the fields that a denial names, each with the values denied; none where it denies the whole.

    Args:
        denial: a denial.
        targets: the claims that it denies. Their values stand where the denial gives none of its own.

    >>> said = Claim(id="a", about="storm", count=30, source="A")
    >>> link = {"kind": "denies", "claim": "a", "fields": ["count"]}
    >>> [*denied_parts(Claim(about="storm", source="B", refers=[link]), [said])]
    ['count']
    """
    named = [named_fields(denial, claim) for claim in targets]
    if not all(named):
        return {}
    return {name: _denied_values(name, denial, targets) for name in sorted({one for fields in named for one in fields})}


def _denied_values(name: str, denial: Claim, targets: Sequence[Claim]) -> tuple[Any, ...]:
    own = values_of(getattr(denial, name, None)) if denial.polarity == "denied" else ()
    if name in META:
        return ()
    return own or tuple(one for claim in targets for one in values_of(getattr(claim, name, None)))


def stated_values(claim: Claim, *, but: Container[str] = ()) -> str:
    """Return what a claim says of its event beside the wording, in words.

    Args:
        claim: the claim.
        but: fields to leave out.

    >>> stated_values(Claim(about="x", count=2, places=["Erbil"], source="Rudaw"))
    '2; in Erbil'
    """
    told = (name for name in _DETAILS if name not in but and getattr(claim, name) is not None)
    return "; ".join(_detail(claim, name) for name in told)


def _detail(claim: Claim, name: str) -> str:
    words = value_words(getattr(claim, name))
    return {"places": f"in {words}", "due": f"due {words}"}.get(name, words)


def _judged(conflict: Conflict) -> str:
    reasons = "; ".join(reasons_words(conflict))
    if conflict.kind is Kind.DENIAL:
        verdict, link = _BREADTHS.get(conflict.breadth or "", "It is denied"), "; what may explain it: "
    else:
        verdict, link = _VERDICTS[conflict.kind]
    first = f"{verdict}{link}{reasons}." if reasons else f"{verdict}."
    return " ".join(part for part in (first, _same(conflict)) if part)


def reasons_words(conflict: Conflict) -> list[str]:
    """Return the readings of a conflict in words, each once; many of one kind are counted.

    Args:
        conflict: a conflict or difference.
    """
    dates = date_forms(conflict.claims) if conflict.readings else _NO_DATES
    told: list[str] = []
    for kind, alike in by_kind(conflict.readings).items():
        words = list(dict.fromkeys(reading_words(one, dates) for one in alike))
        told += words[:MOST_ALIKE]
        told += [f"{counted(len(words) - MOST_ALIKE, 'more such reason')} ({kind})"] if len(words) > MOST_ALIKE else []
    return told


def by_kind(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """Return readings by kind, in the order in which each kind first comes.

    >>> list(by_kind([Reading("rounding", "987 rounds to 1,000")]))
    ['rounding']
    """
    found: dict[str, list[Reading]] = {}
    for one in readings:
        found.setdefault(one.kind, []).append(one)
    return found


def reading_words(reading: Reading, dates: Mapping[str, str] = _NO_DATES) -> str:
    """Return a reading in words: what is only possible is said to be so.

    Args:
        reading: the reading.
        dates: the words for each date of its claims (see `date_forms`).

    >>> reading_words(Reading("sum of parts", "3 + 2 = 5"))
    'possibly 3 + 2 = 5 (sum of parts)'
    """
    return f"{'' if reading.certain else 'possibly '}{isolated(reason_words(reading, dates))} ({reading.kind})"


def _same(conflict: Conflict) -> str:
    if conflict.same_voice:
        return "One voice stands on both sides."
    if conflict.same_document:
        return "One document carries both sides."
    return "One outlet carries both sides." if conflict.same_outlet else ""
