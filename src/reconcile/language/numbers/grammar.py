"""Prevent a wrong number from a text that only looks like one: a text is read by this grammar whole, or refused.

text := lead quantity [range] [unit] [noun] [after], see docs/reading-numbers.md.

>>> read_number("ما لا يقل عن مركزين في بغداد وأربيل")
NumberReading(low=2, high=None, best=None, approximate=False, unit=None, noun='مركزين في بغداد وأربيل', increment=False)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.errors import ClaimError, shown
from reconcile.language.numbers.compose import Cardinal, compose
from reconcile.language.numbers.lead import Lead, read_lead
from reconcile.language.numbers.numerals import LIMIT
from reconcile.language.numbers.phrases import match, table_for, unit_table
from reconcile.language.numbers.reading import NumberReading
from reconcile.language.numbers.tail import Tail, counted_nothing, read_tail
from reconcile.language.numbers.tokens import Token, tokens
from reconcile.language.numbers.units import DURATIONS

LONGEST = 1_000
_REPAIR = "begin with one number, as '2', 'at least 20', 'مركزين'"
_RANGE = {"between": frozenset({"and", "to", "or"}), "from": frozenset({"to"}), None: frozenset({"to", "or"})}
_LETTER_SCALES = {
    "k": 10**3,
    "K": 10**3,
    "M": 10**6,
    "bn": 10**9,
    "mn": 10**6,
    "mln": 10**6,
    "B": 10**9,
    "tn": 10**12,
}
_REFUSED_SUFFIXES = frozenset({"st", "nd", "rd", "th", "s", "m", "b"})


class Quantity(NamedTuple):
    """A number or a plural that stands for an interval, read from the tokens up to `end`."""

    low: int | float
    high: int | float | None
    end: int
    cardinal: Cardinal | None = None
    noun_from: int | None = None
    approximate: bool = False


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
        raise ClaimError(f"not a text: {shown(text)}", repair=_REPAIR)
    if len(text) > LONGEST:
        raise ClaimError(f"a number of {len(text):,} characters; the limit is {LONGEST:,}", repair=_REPAIR)
    return _read(text, locale)


@lru_cache(maxsize=16384)
def _read(text: str, locale: str | None) -> NumberReading:
    try:
        return _parse(text, locale)
    except ClaimError as error:
        raise ClaimError(f"no number read in {shown(text)}: {error.found}", repair=error.repair) from None


def _parse(text: str, locale: str | None) -> NumberReading:
    pairs = tokens(text)
    words = [token for token, _ in pairs]
    lead = read_lead(words)
    if lead.zero:
        return NumberReading(0, 0, noun=counted_nothing(text, pairs, lead.end))
    found = _one_after_noun(words) if not lead.end else None
    found = found or _quantity(words, lead.end, locale)
    if found is None:
        raise ClaimError("it begins with no quantity", repair=_REPAIR)
    unit, end = _unit(words, found.end, lead.unit)
    found, unit = _ranged(words, found, end, lead, unit, locale)
    if not unit:
        unit, end = _unit(words, found.end, None)
    tail = read_tail(
        text,
        pairs,
        found.noun_from
        if found.noun_from is not None
        else max(end, found.end)
        if unit not in DURATIONS
        else found.end,
        found.end,
    )
    return _reading(found, lead, tail, unit)


def _quantity(words: Sequence[Token], at: int, locale: str | None) -> Quantity | None:
    if at >= len(words):
        return None
    token = words[at]
    if token.kind.startswith("dual") or token.kind == "plural-or-dual":
        return _dual(words, at)
    if token.kind in ("open", "vague") and not (token.joined and at):
        return _plural(words, at)
    if token.kind == "both":
        return _both(words, at)
    if token.kind == "construct" and at + 1 >= len(words):
        raise ClaimError(f"{token.raw!r} needs the noun it counts", repair="add the noun")
    if token.kind == "accusative":
        return _two_of_scale(words, at)
    sign = -1 if token.key == "-" and at + 1 < len(words) and words[at + 1].glued else 1
    found = compose(words, at + (sign < 0), locale=locale)
    if found is None:
        return None
    if sign < 0:
        found = found._replace(value=-found.value)
    found = _letter_scale(words, found)
    return Quantity(found.value, found.value, found.end, found)


def _letter_scale(words: Sequence[Token], found: Cardinal) -> Cardinal:
    """ "5k", "3bn"; a letter that may be metres or millions is refused, and so are ordinals."""
    if found.end >= len(words) or not words[found.end].glued or words[found.end - 1].kind != "numeral":
        return found
    token = words[found.end]
    if token.kind == "scale":
        return found
    if token.raw in _LETTER_SCALES:
        scale = _LETTER_SCALES[token.raw]
        value = found.value * scale
        value = round(value) if abs(value - round(value)) < 1e-6 * scale else value
        return Cardinal(value, found.end + 1, scale, found.value)
    if token.raw in _REFUSED_SUFFIXES:
        raise ClaimError(
            f"'{words[found.end - 1].raw}{token.raw}' is not one number only",
            repair="write '5 million', '5 metres' or the figure",
        )
    if token.kind == "symbol" or match(unit_table(), words, found.end):
        return found
    if token.raw.isascii() or len(token.key) <= 2:
        raise ClaimError(
            f"'{words[found.end - 1].raw}{token.raw}' is a name or an ordinal",
            repair="part the number from the word",
        )
    return found


def _dual(words: Sequence[Token], at: int) -> Quantity:
    token = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    kind = token.kind
    if kind == "plural-or-dual" and "َي" in token.raw:
        kind = "dual-oblique"
    if kind == "plural-or-dual":
        raise ClaimError(f"{token.raw!r} is a dual or a plural", repair="write the number")
    if kind.endswith("construct") and not _governs(token, following, words[at + 1 :]):
        raise ClaimError(
            f"{token.raw!r} alone is no dual", repair="write the number, or the noun it belongs to"
        )
    end = at + 1
    if following and following.bare in {"اثنان", "اثنين", "اثنتان", "اثنتين"}:
        end += 1
    return Quantity(2, 2, end, noun_from=at)


def _governs(token: Token, following: Token | None, rest: Sequence[Token]) -> bool:
    """A dual in the construct state stands before a definite noun or before joined names."""
    if following is None or following.kind == "symbol" or token.definite or "ً" in token.raw:
        return False
    if token.bare.endswith(("تي", "تا")):
        return True
    return following.key.startswith("ال") or any(other.joined for other in rest)


def _plural(words: Sequence[Token], at: int) -> Quantity:
    """ "Dozens", "عشرات الآلاف", "several hundred"."""
    token, end, scale = words[at], at + 1, 1
    low, high = token.value, token.high
    while True:
        after = end + (end < len(words) and words[end].key == "of")
        if after >= len(words) or words[after].joined:
            break
        other = words[after]
        if other.kind in ("scale", "hundred", "multiple"):
            factor = int(other.value)
        elif other.kind == "open" and (token.kind == "vague" or scale > 1 or other.value > token.value):
            factor = {20: 10, 24: 12, 40: 20}.get(int(other.value), int(other.value) // 2)
        else:
            break
        scale, end = scale * factor, after + 1
    if scale > 1 and high is None:
        high = 9
    if scale > LIMIT:
        raise ClaimError("the number exceeds 10**18", repair="check the figure")
    return Quantity(low * scale, None if high is None else (high + 1) * scale - 1, end)


def _both(words: Sequence[Token], at: int) -> Quantity:
    end = at + 1
    after = end + (end < len(words) and words[end].key == "of")
    if after < len(words) and words[after].kind in ("scale", "hundred", "multiple"):
        value = 2 * int(words[after].value)
        return Quantity(
            value, value, after + 1, Cardinal(value, after + 1, int(words[after].value), 2), approximate=True
        )
    return Quantity(2, 2, end)


def _two_of_scale(words: Sequence[Token], at: int) -> Quantity:
    """ "ألفا قتيل": two thousand before its noun; alone it may be one thousand."""
    token = words[at]
    if "ً" in token.raw or at + 1 >= len(words) or words[at + 1].kind:
        raise ClaimError(f"{token.raw!r} is one or two of them", repair="write the number in digits")
    return Quantity(2 * token.value, 2 * token.value, at + 1)


def _one_after_noun(words: Sequence[Token]) -> Quantity | None:
    """ "مركز واحد", "المحافظات الثلاث": the noun stands before its number."""
    if len(words) < 2 or words[0].kind or not words[0].raw:
        return None
    second = words[1]
    if second.kind != "unit" or second.joined:
        return None
    if second.key in {"واحد", "واحده"}:
        return Quantity(1, 1, 2, noun_from=0) if _is_singular(words[0]) else None
    if words[0].definite and second.definite and 3 <= second.value <= 10:
        return Quantity(second.value, second.value, 2, noun_from=0)
    return None


def _is_singular(token: Token) -> bool:
    from reconcile.language.numbers.tail import singulars

    return token.key in singulars()


def _unit(words: Sequence[Token], at: int, known: str | None) -> tuple[str | None, int]:
    found = match(unit_table(), words, at)
    if found is None:
        return known, at
    code, end = found
    if known and known not in (code, "dinar", "lira"):
        raise ClaimError(f"two units: {known} and {code}", repair="state one unit")
    return code, end


def _ranged(
    words: Sequence[Token], first: Quantity, unit_end: int, lead: Lead, unit: str | None, locale: str | None
) -> tuple[Quantity, str | None]:
    """Read the second number of a range; without one, `first` is the quantity."""
    at = _connector(words, unit_end, lead.range)
    if at is None and unit_end != first.end:
        at = _connector(words, first.end, lead.range)
    second = _quantity(words, at, locale) if at is not None else None
    if second is None or at is None:
        if lead.range:
            raise ClaimError("a range without its second number", repair="write 'between 5 and 10'")
        if at is not None and words[at - 1].key == "-" and words[at - 1].glued:
            raise ClaimError("the number is part of a compound word", repair="begin with a count")
        return first._replace(end=unit_end if unit and unit not in DURATIONS else first.end), unit
    if first.noun_from is not None or second.noun_from is not None or lead.bound:
        raise ClaimError("a range of two things", repair="state one range of numbers")
    unit, end = _unit(words, second.end, unit)
    low, high = _shared_scale(first, second)
    if high is not None and low > high:
        raise ClaimError(f"the range falls from {low} to {high}", repair="put the smaller number first")
    return Quantity(
        low,
        high,
        second.end if unit in DURATIONS else end,
        approximate=first.approximate or second.approximate,
    ), unit


def _connector(words: Sequence[Token], at: int, mode: str | None) -> int | None:
    """Where the second number of a range begins, or None."""
    if at >= len(words):
        return None
    if words[at].key == "-":
        return at + 1
    if mode == "between" and words[at].joined and words[at].kind:
        return at
    found = match(table_for(_RANGE[mode]), words, at)
    if found is None or found[1] >= len(words):
        return None
    after = match(table_for(frozenset({"between", "from"})), words, found[1])
    return found[1] if after is None else None


def _shared_scale(first: Quantity, second: Quantity) -> tuple[int | float, int | float | None]:
    """ "Between two and three million": the scale of the second belongs to the first too."""
    one, two = first.cardinal, second.cardinal
    if (
        one is None
        or two is None
        or two.scaled == 1
        or one.scaled > 1
        or not two.lead
        or one.value >= two.lead
    ):
        return first.low, second.high
    if one.value * 10 < two.lead and one.value:
        raise ClaimError("the scale of the first number is not clear", repair="write both numbers in full")
    return one.value * two.scaled, second.high


def _reading(found: Quantity, lead: Lead, tail: Tail, unit: str | None) -> NumberReading:
    bound = tail.bound or lead.bound
    if tail.bound and lead.bound and tail.bound != lead.bound:
        raise ClaimError(
            f"two bounds for one number: {lead.bound} and {tail.bound}", repair="state one bound"
        )
    low, high = _bounds(found, bound, whole=unit is None)
    approximate = lead.approximate or tail.approximate or found.approximate
    return NumberReading(low, high, None, approximate, unit, tail.noun, lead.increment or tail.increment)


def _bounds(
    found: Quantity, bound: str | None, *, whole: bool
) -> tuple[int | float | None, int | float | None]:
    low, high = found.low, found.high
    step = 1 if whole and isinstance(low, int) else 0
    if bound is None:
        return low, high
    if bound in {"more", "fewer"} and low != high:
        raise ClaimError("more or fewer than a vague number", repair="state the bounds")
    if bound == "more":
        return low + step, None
    if bound == "fewer":
        return None, low - step
    return (low, None) if bound == "at-least" else (None, high)
