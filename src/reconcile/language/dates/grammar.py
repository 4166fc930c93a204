"""Prevent a date from meaning more or less than its words: texts are read by this grammar whole, or refused.

text := [bound] date [to date], see docs/reading-dates.md.

>>> read_date("since 2018")[:2], read_date("قبل نحو يومين", reported=date(2019, 8, 1)).upper
((datetime.date(2018, 1, 1), None), datetime.date(2019, 7, 30))
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from reconcile.errors import ClaimError, shown
from reconcile.language.dates.bounds import read_bounded, read_draft
from reconcile.language.dates.edtf import LONGEST
from reconcile.language.dates.formal import read_formal
from reconcile.language.dates.plan import plan_of
from reconcile.language.dates.reading import DateReading
from reconcile.language.numbers.numerals import plain_digits

_REPAIR = "write a date, as 13 October 2020, late June 2014 or 2020-10"


def read_date(text: str, *, reported: date | None = None, locale: str | None = None) -> DateReading:
    """Read the time that a text states.

    Args:
        text: a date as a report writes it, in Arabic, Sorani, Kurmanji or English, or EDTF; at most 1,000 characters.
        reported: the day of the report; what is relative looks back from it.
        locale: decides the order of day and month in digits ("en-US", "ar-IQ").

    Returns:
        Its bounds and kind. A relative phrase without `reported` has unknown bounds.

    Raises:
        ClaimError: if the text is no date, may be read in two ways, or disagrees with itself.

    >>> read_date("late June 2014").lower, read_date("مساء الاربعاء", reported=date(2019, 8, 1)).lower
    (datetime.date(2014, 6, 21), datetime.date(2019, 7, 31))
    """
    if not isinstance(text, str):
        raise ClaimError(f"not a text: {shown(text)}", repair=_REPAIR)
    if len(text) > LONGEST:
        raise ClaimError(f"a date of {len(text):,} characters; the limit is {LONGEST:,}", repair=_REPAIR)
    if isinstance(reported, datetime):
        reported = reported.date()
    return _read(text, reported, locale)


@lru_cache(maxsize=16384)
def _read(text: str, reported: date | None, locale: str | None) -> DateReading:
    try:
        return read_formal(plain_digits(text).strip()) or _words(text, reported, locale)
    except ClaimError as error:
        raise ClaimError(f"no date read in {shown(text)}: {error.found}", repair=error.repair) from None


def _words(text: str, reported: date | None, locale: str | None) -> DateReading:
    plan = plan_of(text, locale)
    found = read_bounded(plan.pieces, reported) if plan.draft is None else read_draft(plan.draft, reported)
    if not (plan.approximate or plan.uncertain):
        return found
    return found._replace(approximate=plan.approximate or found.approximate, uncertain=plan.uncertain)
