"""Prevent a wrong number from a text that only looks like one: a text is read whole, or refused.

>>> read_number("ما لا يقل عن مركزين في بغداد وأربيل")
NumberReading(low=2, high=None, best=None, approximate=False, unit=None, noun='مركزين في بغداد وأربيل', increment=False)
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.errors import ClaimError, shown
from reconcile.language.numbers.frames import framed
from reconcile.language.numbers.grammar import REPAIR, parse
from reconcile.language.numbers.quantity import read_quantity
from reconcile.language.numbers.reading import NumberReading
from reconcile.language.numbers.tokens import tokens
from reconcile.language.numbers.years import no_count

LONGEST = 1_000


def read_number(text: str, *, locale: str | None = None) -> NumberReading:
    """Read the quantity that a text begins with.

    Args:
        text: a number as a report writes it, in Arabic, Sorani, Kurmanji or English, in words or digits of any
            script; at most 1,000 characters.
        locale: decides separators that may be read in two ways ("1.200"), as "de" or "ar-IQ".

    Returns:
        Its bounds (closed), approximation, unit and noun.

    Raises:
        ClaimError: if the text is no quantity, or may be read in two ways.

    >>> read_number("nearly 3,000 troops")
    NumberReading(low=3000, high=3000, best=None, approximate=True, unit=None, noun='troops', increment=False)
    >>> read_number("more than 40")[:2], read_number("بين 5 و10")[:2], read_number("لا ضحايا")[:2]
    ((41, None), (5, 10), (0, 0))
    """
    if not isinstance(text, str):
        raise ClaimError(f"not a text: {shown(text)}", repair=REPAIR)
    if len(text) > LONGEST:
        raise ClaimError(f"a number of {len(text):,} characters; the limit is {LONGEST:,}", repair=REPAIR)
    return _read(text, locale)


@lru_cache(maxsize=16384)
def ends_open(text: str) -> bool:
    """Return whether the upper bound of a text is only where its plural usually ends, as that of "dozens".

    Args:
        text: a number as a report writes it.

    >>> ends_open("dozens of people"), ends_open("at most dozens"), ends_open("24 to 99")
    (True, False, False)
    """
    try:
        found, words = read_number(text), tokens(text)[0]
        plurals = (read_quantity(words, at) for at in range(len(words)) if words[at].kind)
        return any(
            one.cardinal is None and one.high is not None and one.low < one.high and one[:2] == found[:2]
            for one in plurals
            if one is not None
        )
    except ClaimError:
        return False


@lru_cache(maxsize=16384)
def _read(text: str, locale: str | None) -> NumberReading:
    reason = no_count(text)
    if reason:
        raise ClaimError(f"no number read in {shown(text)}: {reason}", repair=REPAIR)
    try:
        return (framed(text) if locale is None else None) or parse(text, locale)
    except ClaimError as error:
        raise ClaimError(f"no number read in {shown(text)}: {error.found}", repair=error.repair) from None
