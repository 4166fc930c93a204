"""Prevent "3 killed and 5 wounded" from being 3: the whole of a text has a place in this grammar, or it is refused.

text := lead quantity [range] [unit] [noun] [after], see docs/reading-numbers.md.

>>> parse("more than 40", None)[:2]
(41, None)
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.errors import ClaimError
from reconcile.language.numbers.best import Best, read_best
from reconcile.language.numbers.lead import Lead, read_lead
from reconcile.language.numbers.nothing import counted_nothing
from reconcile.language.numbers.phrases import match, table_for
from reconcile.language.numbers.quantity import Quantity, read_quantity
from reconcile.language.numbers.ranges import measured, read_range
from reconcile.language.numbers.reading import NumberReading
from reconcile.language.numbers.tail import Tail, one_words, plain_noun, read_tail, strip_end
from reconcile.language.numbers.tokens import Token, tokens
from reconcile.language.numbers.words.units import DURATIONS

REPAIR = "begin with one number, as '2', 'at least 20', 'مركزين'"


_OR = frozenset({"يان", "يا", "و", "an", "yan", "u"})
_AND_MORE = frozenset({"odd", "plus"})
_COMPARED = frozenset({"more-behind", "fewer-behind"})


def parse(text: str, locale: str | None) -> NumberReading:
    """Read the quantity that a text begins with.

    Args:
        text: a text of at most 1,000 characters.
        locale: decides separators that may be read in two ways, or None.

    Raises:
        ClaimError: if the text is no quantity, or may be read in two ways.

    >>> parse("بين 5 و10", None)[:2], parse("لا ضحايا", None)[:2]
    ((5, 10), (0, 0))
    """
    words, chunks = tokens(text)
    if "-" in text:
        words, chunks = _unhyphened(words, chunks)
    best = read_best(words, locale=locale)
    if best is None:
        return _counted(text, words, chunks, locale)
    said = _counted(text, words[: best.start], chunks[: best.start], locale)
    if best.ends(words):
        return _with_best(said, best)
    if said.noun is not None:
        return _counted(text, words, chunks, locale)
    words, chunks = [*words[: best.start], *words[best.end :]], [*chunks[: best.start], *chunks[best.end :]]
    return _with_best(_counted(text, words, chunks, locale), best)


def _with_best(found: NumberReading, best: Best) -> NumberReading:
    low, high = found.low, found.high
    if (low is not None and best.value < low) or (high is not None and best.value > high):
        raise ClaimError(
            f"the best value {best.value} is outside its bounds", repair="state a range and a value inside it"
        )
    if best.unit and best.unit != found.unit:
        raise ClaimError(f"two units: {found.unit} and {best.unit}", repair="state one unit")
    return found._replace(best=best.value)


def _counted(text: str, words: Sequence[Token], chunks: Sequence[int], locale: str | None) -> NumberReading:
    """Read the quantity of these tokens, without a best value."""
    lead = read_lead(words)
    if words:
        words, lead = _compared(words, lead)
    if lead.zero:
        return NumberReading(0, 0, noun=counted_nothing(text, words, chunks, lead.end))
    found = _one_after_noun(words) if not lead.end else None
    found = found or read_quantity(words, lead.end, locale=locale, money=lead.unit is not None)
    if found is None:
        raise ClaimError("it begins with no quantity", repair=REPAIR)
    if found.noun_from is None and not lead.range and _all_plain(words, found.end):
        noun = plain_noun(text, words, chunks, found.end)
        return _reading(found, lead, Tail(noun), lead.unit)
    return _with_context(text, words, chunks, found, lead, locale)


def _compared(words: Sequence[Token], lead: Lead) -> tuple[Sequence[Token], Lead]:
    """Read "ji 100 kesî zêdetir", "لە ١٠٠ کەس زیاتر": "from" with a comparison behind is "more than"."""
    last = strip_end(words, len(words), lead.end)
    if not words[last - 1].opens:
        return words, lead
    found = match(table_for(_COMPARED), words, last - 1)
    if found is None or found[1] != last or last - 1 == lead.end:
        return words, lead
    if lead.range != "from" and words[last - 2].key in _OR:
        return words, lead
    if lead.range != "from":
        raise ClaimError("so many more, or more than so many", repair="say which of the two")
    return words[: last - 1], lead._replace(range="", bound=found[0].removesuffix("-behind"))


def _unhyphened(words: Sequence[Token], chunks: Sequence[int]) -> tuple[list[Token], list[int]]:
    """Take the hyphen out of "one-hundred" and "fifty-thousand", which are no ranges; read "40-odd" as "40+"."""
    for at in range(len(words) - 1, 0, -1):
        if words[at].key in _AND_MORE and words[at].glued and words[at - 1].key == "-" and words[at - 1].glued:
            words = [*words[: at - 1], words[at - 1]._replace(key="+"), *words[at + 1 :]]
            chunks = [*chunks[:at], *chunks[at + 1 :]]
    kept = [
        at
        for at, word in enumerate(words)
        if not (word.key == "-" and word.glued and at + 1 < len(words) and words[at + 1].kind in {"hundred", "scale"})
    ]
    return [words[at] for at in kept], [chunks[at] for at in kept]


def _all_plain(words: Sequence[Token], start: int) -> bool:
    for token in words[start:]:  # noqa: SIM110  (a generator costs more than the loop)
        if not token.plain:
            return False
    return True


def _with_context(
    text: str, words: Sequence[Token], chunks: Sequence[int], found: Quantity, lead: Lead, locale: str | None
) -> NumberReading:
    """Read the unit, the range, and what is said behind the number."""
    first = measured(words, found, lead.unit)
    whole = read_range(words, first, lead.range, locale=locale)
    if whole is not first and lead.bound:
        raise ClaimError("a bound before a range", repair="state the range")
    quantity = whole.quantity
    noun_from = quantity.noun_from
    if noun_from is None:
        noun_from = quantity.end if whole.unit in DURATIONS else whole.end
    end = _restated(words, quantity, max(quantity.end, noun_from), locale)
    tail = read_tail(text, words, chunks, max(noun_from, end) if noun_from >= quantity.end else noun_from, end)
    return _reading(quantity, lead, tail, whole.unit)


def _restated(words: Sequence[Token], found: Quantity, at: int, locale: str | None) -> int:
    """Read "Two (2) centres": a number said twice must be the same."""
    if at + 2 >= len(words) or words[at].key != "(" or found.noun_from is not None:
        return max(at, found.end)
    again = read_quantity(words, at + 1, locale=locale)
    if again is None or again.end >= len(words) or words[again.end].key != ")":
        return max(at, found.end)
    if (again.low, again.high) != (found.low, found.high):
        raise ClaimError("two numbers disagree", repair="state one number")
    return again.end + 1


def _one_after_noun(words: Sequence[Token]) -> Quantity | None:
    """Read "مركز واحد", "المحافظات الثلاث": the noun stands before its number."""
    if len(words) < 2 or words[0].kind or not words[0].raw:
        return None
    second = words[1]
    if second.kind != "unit" or second.joined:
        return None
    if second.key in {"واحد", "واحده"}:
        return Quantity(1, 1, 2, noun_from=0) if words[0].key in one_words() else None
    if words[0].definite and second.definite and 3 <= second.value <= 10:
        return Quantity(second.value, second.value, 2, noun_from=0)
    return None


def _reading(found: Quantity, lead: Lead, tail: Tail, unit: str | None) -> NumberReading:
    bound = tail.bound or lead.bound
    if tail.bound and lead.bound and tail.bound != lead.bound:
        raise ClaimError(f"two bounds for one number: {lead.bound} and {tail.bound}", repair="state one bound")
    low, high = _bounds(found, bound, whole=unit is None)
    approximate = lead.approximate or tail.approximate or found.approximate
    return NumberReading(low, high, None, approximate, unit, tail.noun, lead.increment or tail.increment)


def _bounds(found: Quantity, bound: str | None, *, whole: bool) -> tuple[int | float | None, int | float | None]:
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
