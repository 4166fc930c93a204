"""Prevent "../2020-10-12" in a printed sentence: the dates of the claims are told in words inside a reason, too.

>>> from reconcile.claims import Claim
>>> claim = Claim(about="x", when="2020-10", source="Rudaw")
>>> with_dates_in_words("2020-10 lies within 2020", date_forms([claim]))
'October 2020 lies within 2020'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reconcile.claims import Claim
from reconcile.diff.model import Reading, Why
from reconcile.diff.statements import values_of
from reconcile.errors import ClaimError
from reconcile.report.dates import date_words
from reconcile.values import Period

_BEFORE, _AFTER = r"(?<![\w/\-\[.])", r"(?![\w/\-?~%\]]|\.\.|:\d)"
_DECIDED = re.compile(r"(?<=, )\S{1,60}(?=: )")


def date_forms(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the words for each date that claims state, by the form in which a reason writes it.

    Args:
        claims: claims of one conflict. A form that is also the id of one of them is left out, for in a text it may
            be that id.
    """
    known = tuple(claims)
    periods = {str(one): one for claim in known for one in _periods(claim) if one.known}
    ids = {claim.id for claim in known}
    return {form: date_words(one) for form, one in periods.items() if not form.isdecimal() and form not in ids}


def _periods(claim: Claim) -> Iterable[Period]:
    fields = (getattr(claim, name) for name in type(claim).model_fields)
    return (one for value in fields for one in values_of(value) if isinstance(one, Period))


def with_dates_in_words(text: str, forms: Mapping[str, str]) -> str:
    """Return a text in which every date that stands alone is told in words; all else stays as it is.

    Args:
        text: a reason.
        forms: the words for each date, as `date_forms` gives them.
    """
    if not forms:
        return text
    known = "|".join(re.escape(form) for form in sorted(forms, key=lambda one: (-len(one), one)))
    return re.sub(f"{_BEFORE}(?:{known}){_AFTER}", lambda found: forms[found.group()], text)


def reason_words(reading: Reading, forms: Mapping[str, str]) -> str:
    """Return the text of a reading with its dates in words, that of a person's decision too.

    Args:
        reading: the reading.
        forms: the words for each date of its claims.

    >>> reason_words(Reading("ruled by a person", "both-stand: a, b – desk, 2020-10-14: other rooms"), {})
    'both-stand: a, b – desk, 14 October 2020: other rooms'
    """
    if reading.kind != Why.RULING:
        return with_dates_in_words(reading.text, forms)
    decision = decision_of(reading)
    if decision is None:
        return reading.text
    return f"{decision.what} – {decision.who}, {date_words(decision.when)}: {decision.why}"


class Decision(NamedTuple):
    """A person's decision, as a reading tells it.

    Attributes:
        what: what was decided, of which claims.
        who: who decided.
        when: the day.
        why: the reason.
    """

    what: str
    who: str
    when: Period
    why: str


def decision_of(reading: Reading) -> Decision | None:
    """Return the decision that a reading tells, or None where it is not told as a ruling tells it.

    Args:
        reading: a reading that is a person's ruling.
    """
    what, _, rest = reading.text.partition(" – ")
    for found in _DECIDED.finditer(rest):
        day = _day(found.group())
        if day is not None:
            return Decision(what, rest[: found.start() - 2], day, rest[found.end() + 2 :])
    return None


def _day(text: str) -> Period | None:
    try:
        day = Period(text)
    except (ClaimError, ValueError):
        return None
    return day if str(day) == text else None
