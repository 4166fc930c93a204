"""Prevent a million texts from costing a million analyses: what is said around a figure is analyzed once.

"at least 17,250 people displaced" is a frame ("at least … " before a noun), a figure and a noun. Frames are few and
are read by the grammar; figures and nouns are put in. A figure is put in only where both bounds follow from it alone,
and a noun only where it is made of words that no rule speaks of: every other text is read by the grammar whole.

>>> from reconcile.language.numbers.grammar import parse
>>> framed("at least 17,250 people") == parse("at least 17,250 people", None)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.errors import ClaimError
from reconcile.language.numbers.grammar import parse
from reconcile.language.numbers.numerals import LIMIT, whole_figure
from reconcile.language.numbers.phrases import words_of_phrases
from reconcile.language.numbers.reading import NumberReading
from reconcile.language.numbers.tokens import LONGEST_CHUNK, tokens

# A smaller figure may multiply a hundred, or be the rest of a longer number.
_LEAST = 100
_PROBE = 7_654_321
_FIGURE = str(_PROBE)
_STEPS = frozenset({None, -1, 0, 1})
# No words of any language, for a noun in Latin letters and one in others.
_NOUNS = {True: "zqxzq", False: "ظغضظغ"}


class _Frame(NamedTuple):
    """What the grammar reads of a frame.

    Attributes:
        reading: with the probe as its figure and its noun.
        low: what the lower bound adds to the figure; None where there is no figure, or no bound.
        high: the same of the upper bound.
        noun: what its noun says before the noun that is put in; None where the noun stays as it is.
    """

    reading: NumberReading
    low: int | None
    high: int | None
    noun: str | None


def framed(text: str) -> NumberReading | None:
    """Return the reading of a text as its frame, figure and noun, or None where the grammar must read it whole.

    Args:
        text: a text of at most the grammar's length; its locale is unknown.

    >>> framed("3 killed and 5 wounded") is None
    True
    """
    pieces = text.split()
    last = len(pieces)
    while last and _unspoken(pieces[last - 1]):
        last -= 1
    at, figure = _one_figure(pieces, last)
    noun = _NOUNS[pieces[last].isascii()] if last < len(pieces) else ""
    if not last or not (noun or figure):
        return None
    head = pieces[:last]
    if figure:
        head[at] = _FIGURE
    frame = _frame(" ".join(head), noun, figure > 0)
    if frame is None:
        return None
    said = frame.reading
    written = said.noun if frame.noun is None else frame.noun + " ".join(pieces[last:])
    low = said.low if frame.low is None else figure + frame.low
    high = said.high if frame.high is None else figure + frame.high
    return NumberReading(low, high, said.best, said.approximate, said.unit, written, said.increment)


def _one_figure(pieces: Sequence[str], last: int) -> tuple[int, int]:
    """Where the one figure of a text stands, and its value; 0 where it has none, or digits elsewhere too."""
    found = -1
    for at in range(last):
        if pieces[at][0].isdecimal() or _has_digits(pieces[at]):
            if found >= 0:
                return -1, 0
            found = at
    value = whole_figure(pieces[found]) if found >= 0 else None
    return (found, value) if value is not None and _LEAST <= value <= LIMIT else (-1, 0)


@lru_cache(maxsize=16384)
def _has_digits(piece: str) -> bool:
    return any(char.isnumeric() for char in piece)


@lru_cache(maxsize=65536)
def _unspoken(piece: str) -> bool:
    """Whether a piece is one word of a noun, and no rule of the grammar speaks of it."""
    if len(piece) > LONGEST_CHUNK:
        return False
    cut = tokens(piece)[0]
    word = cut[0]
    if len(cut) > 1 or not word.plain or word.raw != piece or word.joined or word.definite:
        return False
    return word.key not in words_of_phrases() and not word.key.startswith("ال")


@lru_cache(maxsize=16384)
def _frame(head: str, noun: str, has_figure: bool) -> _Frame | None:  # noqa: FBT001  (a key of the cache)
    try:
        found = parse(f"{head} {noun}".rstrip(), None)
    except ClaimError:
        return None
    low, high = (_added(found.low), _added(found.high)) if has_figure else (None, None)
    unclear = not {low, high} <= _STEPS or _FIGURE in (found.noun or "")
    # "No casualties" asks whether the noun is something counted.
    if unclear or found.best is not None or found.low == found.high == 0:
        return None
    before = found.noun.removesuffix(noun) if noun and found.noun and found.noun.endswith(noun) else None
    return _Frame(found, low, high, before)


def _added(bound: float | None) -> int | None:
    """What a bound adds to the probe; more than a step where it does not follow from the probe alone."""
    if bound is None:
        return None
    return bound - _PROBE if isinstance(bound, int) else _PROBE
