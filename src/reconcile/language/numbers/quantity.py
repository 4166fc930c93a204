"""Prevent 40 from standing for "dozens", or "one or two thousand" for one of them: one quantity is read here.

>>> from reconcile.language.numbers.tokens import tokens
>>> read_quantity(tokens("عشرات الآلاف من النازحين")[0], 0)[:3]
(20000, 99999, 2)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.errors import ClaimError
from reconcile.language.numbers.compose import Cardinal, compose
from reconcile.language.numbers.numerals import LIMIT, numeral
from reconcile.language.numbers.phrases import match, unit_table
from reconcile.language.numbers.tokens import Token

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
_MONEY_SCALES = {"m": 10**6, "b": 10**9}
_REFUSED_SUFFIXES = frozenset({"st", "nd", "rd", "th", "s", "m", "b"})
# Endings of a rank behind digits (Sorani).
_RANKS = frozenset({"ههم", "همين", "ههمين", "يهم", "يهمين"})
# Without their points these are "five" and "a fifth", "seven" and "a seventh".
_FIFTHS = frozenset({"خمس", "سبع", "تسع", "عشر"})
_PLURALS = frozenset({"open", "vague", "plural"})
_ALONE = frozenset({"unit", "ten", "teen", "tens"})
_COUNTED_IN = frozenset({"ten", "hundred"})
_KURDISH_PLURALS = frozenset({"hezaran", "milyonan", "milyaran", "ههزاران"})


class Quantity(NamedTuple):
    """A number, or a plural that stands for an interval.

    Attributes:
        low: its least value.
        high: its greatest value, or None.
        end: the index of the first token behind it.
        cardinal: how it is composed, if it is one number.
        noun_from: where its noun begins, if not behind it (a dual, or "مركز واحد").
        approximate: whether the words themselves say "about" ("a couple of hundred").
    """

    low: int | float
    high: int | float | None
    end: int
    cardinal: Cardinal | None = None
    noun_from: int | None = None
    approximate: bool = False


def read_quantity(
    words: Sequence[Token], at: int, *, locale: str | None = None, money: bool = False
) -> Quantity | None:
    """Return the quantity that begins at token `at`, or None if none begins there.

    Args:
        words: the tokens of a text.
        at: where it must begin.
        locale: decides the separators of numerals.
        money: whether a sign of currency stands before it ("$5m").

    Raises:
        ClaimError: if the words may be read in two ways.
    """
    if at >= len(words):
        return None
    token = words[at]
    if token.kind == "numeral" and (at + 1 == len(words) or words[at + 1].plain):
        value = numeral(token.raw, locale=locale)
        return Quantity(value, value, at + 1)
    if token.kind in _ALONE and (at + 1 == len(words) or words[at + 1].plain) and _alone(token):
        return Quantity(token.value, token.value, at + 1, Cardinal(token.value, at + 1))
    if token.kind in _PLURALS and not (token.joined and at):
        return _plural(words, at)
    if token.kind in _COUNTED_IN and at + 1 < len(words) and words[at + 1].key in _KURDISH_PLURALS:
        return _many_scales(words, at)
    special = _SPECIAL.get(token.kind)
    if special:
        return special(words, at)
    sign = -1 if token.key == "-" and at + 1 < len(words) and words[at + 1].glued else 1
    found = compose(words, at + (sign < 0), locale=locale)
    if found is None:
        return None
    if token.kind == "tens" and token.definite and found.end == at + 1 == len(words):
        raise ClaimError(f"{token.raw!r} may be a number or a rank", repair="write the number in digits")
    if token.key in _FIFTHS and found.end == at + 1 < len(words) and words[at + 1].key.startswith("ال"):
        raise ClaimError(f"{token.raw!r} may be a number or a fraction", repair="write the number in digits")
    if found.end < len(words) and words[found.end].glued and words[found.end - 1].kind == "numeral":
        found = _letter_scale(words, found, money=money)
    value = found.value * sign
    return Quantity(value, value, found.end, found._replace(value=value) if sign < 0 else found)


def _alone(token: Token) -> bool:
    """Whether a number word is a whole number where no rule speaks of what is behind it."""
    return bool(token.value) and not token.definite and token.key not in _FIFTHS


def _letter_scale(words: Sequence[Token], found: Cardinal, *, money: bool) -> Cardinal:
    """Read "5k", "3bn"; a letter that may be metres or millions is refused, and so are ordinals."""
    token = words[found.end]
    if token.kind == "scale":
        return found
    scale = _LETTER_SCALES.get(token.raw) or (_MONEY_SCALES.get(token.raw) if money else None)
    if scale:
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
    if token.raw.isascii() or len(token.key) <= 2 or token.key in _RANKS:
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
        raise ClaimError(f"{token.raw!r} alone is no dual", repair="write the number, or the noun it belongs to")
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
    """Read "Dozens", "thousands", "عشرات الآلاف", "several hundred"."""
    token = words[at]
    least, most = token.value, token.high
    if token.kind == "plural":
        least, most = 2 * token.value, 1000 * int(token.value) - 1
    end, scale = at + 1, 1
    while True:
        after = end + (end < len(words) and words[end].key == "of")
        factor = _factor(words[after]) if after < len(words) and token.kind != "plural" else 0
        if not factor:
            break
        scale, end = scale * factor, after + 1
    if least * scale > LIMIT or (most or 9) * scale > LIMIT:
        raise ClaimError("the number exceeds 10**18", repair="check the figure")
    if scale > 1 and most is None:
        most = 9
    return Quantity(least * scale, None if most is None else (most + 1) * scale - 1, end)


def _many_scales(words: Sequence[Token], at: int) -> Quantity:
    """Read "bi deh hezaran": tens of thousands; without "bi" it may be ten thousand in the oblique."""
    if not at or words[at - 1].key != "bi":
        raise ClaimError(f"'{words[at].raw} {words[at + 1].raw}' is one or many of them", repair="write the figure")
    least = int(words[at].value * words[at + 1].value)
    return Quantity(2 * least, 10 * least - 1, at + 2)


def _factor(token: Token) -> int:
    """What a vague plural counts in: "tens of | thousands", "بضع | مئات"; 0 for anything else."""
    if token.joined:
        return 0
    if token.kind in ("scale", "plural", "hundred", "multiple"):
        return int(token.value)
    return {20: 10, 24: 12, 200: 100}.get(int(token.value), 0) if token.kind == "open" else 0


def _both(words: Sequence[Token], at: int) -> Quantity:
    end = at + 1
    after = end + (end < len(words) and words[end].key == "of")
    if after < len(words) and words[after].kind in ("scale", "hundred", "multiple"):
        value = 2 * int(words[after].value)
        return Quantity(
            value, value, after + 1, Cardinal(value, after + 1, int(words[after].value), 2), approximate=True
        )
    if end < len(words) and words[end].kind.startswith("dual"):
        return Quantity(2, 2, end + 1, noun_from=end)
    value = int(words[at].value)
    return Quantity(value, value, end)


def _two_of_scale(words: Sequence[Token], at: int) -> Quantity:
    """Read "ألفا قتيل": two thousand before its noun; alone it may be one thousand."""
    token = words[at]
    if "ً" in token.raw or at + 1 >= len(words) or words[at + 1].kind:
        raise ClaimError(f"{token.raw!r} is one or two of them", repair="write the number in digits")
    return Quantity(2 * token.value, 2 * token.value, at + 1)


def _construct(words: Sequence[Token], at: int) -> Quantity:
    """Read "مليوني نازح": two million before its noun, or before a smaller number."""
    if at + 1 >= len(words):
        raise ClaimError(f"{words[at].raw!r} needs the noun it counts", repair="add the noun")
    found = compose(words, at)
    assert found is not None  # noqa: S101  (a construct is always a number)
    return Quantity(found.value, found.value, found.end, found)


_SPECIAL = {
    "both": _both, "accusative": _two_of_scale, "construct": _construct, "plural-or-dual": _dual,
    "dual-nominative": _dual, "dual-oblique": _dual,
    "dual-nominative-construct": _dual, "dual-oblique-construct": _dual,
}  # fmt: skip
