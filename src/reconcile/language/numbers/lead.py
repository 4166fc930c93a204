"""Prevent "at least", "nearly" or "no" from being lost before a number: all that may stand before it is read here.

>>> from reconcile.language.numbers.tokens import tokens
>>> read_lead(tokens("at least about 20")[0])
Lead(end=3, bound='at-least', approximate=True, range='', unit=None, increment=False, zero=False)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.errors import ClaimError
from reconcile.language.numbers.phrases import LEAD, match, table_for, unit_table
from reconcile.language.numbers.tokens import Token

_SIGN_ROLES = {
    ">": "more",
    "<": "fewer",
    "≥": "at-least",
    "⩾": "at-least",
    "≤": "at-most",
    "⩽": "at-most",
    "~": "about",
    "≈": "about",
    "±": "about",
}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "₺": "TRY", "₴": "UAH", "₪": "ILS"}
_OPENERS = frozenset("\"'([«“”‘’„:")
_ATTACHED = frozenset({"ب", "ل", "و", "ف", "ك"})
_LEAD = table_for(LEAD)
_AFTER_ARTICLE = frozenset({"hundred", "scale", "multiple", "vague", "both", "fraction"})


class Lead(NamedTuple):
    """What stands before a number.

    Attributes:
        end: index of the first token of the number.
        bound: `more`, `fewer`, `at-least`, `at-most` or None.
        approximate: whether it says "about".
        range: `between` or `from`, where the text begins so, else empty.
        unit: a unit written before the number ("$", "لە سەدا").
        increment: whether it says "another".
        zero: whether it says "no", "none" or "without".
    """

    end: int = 0
    bound: str | None = None
    approximate: bool = False
    range: str = ""
    unit: str | None = None
    increment: bool = False
    zero: bool = False


def read_lead(tokens: Sequence[Token]) -> Lead:
    """Return what stands before the number that a text begins with.

    Args:
        tokens: the tokens of the text.

    Raises:
        ClaimError: if two bounds stand before one number, or the words are known never to state a count.
    """
    lead = Lead()
    while lead.end < len(tokens) and not tokens[lead.end].plain and tokens[lead.end].kind != "numeral":
        token = tokens[lead.end]
        if token.kind and token.kind != "symbol" and not token.opens:
            break
        following = _step(lead, tokens)
        if following is None:
            break
        lead = following
        if lead.zero:
            break
    return lead


def _step(lead: Lead, tokens: Sequence[Token]) -> Lead | None:
    token = tokens[lead.end]
    if token.kind == "symbol":
        return _sign(lead, token, tokens)
    found = match(_LEAD, tokens, lead.end)
    if found is None:
        unit = match(unit_table(), tokens, lead.end)
        if unit and unit[0].isupper() and lead.unit is None and not token.kind:
            return lead._replace(end=unit[1], unit=unit[0])
        following = tokens[lead.end + 1] if lead.end + 1 < len(tokens) else None
        about_the = token.key == "ال" and (lead.approximate or lead.bound) and following and following.kind == "numeral"
        skipped = about_the or (token.key in _ATTACHED and following and following.glued)
        return lead._replace(end=lead.end + 1) if skipped else None
    role, end = found
    return _apply(lead, role, tokens, end)


def _sign(lead: Lead, token: Token, tokens: Sequence[Token]) -> Lead | None:
    end = lead.end + 1
    role = _SIGN_ROLES.get(token.key)
    if role in {"more", "fewer"} and end < len(tokens) and tokens[end].key == "=":
        return _apply(lead, "at-least" if role == "more" else "at-most", tokens, end + 1)
    if role:
        return _apply(lead, role, tokens, end)
    if token.key == "%":
        return lead._replace(end=end, unit="percent")
    if token.key in _CURRENCIES:
        return lead._replace(end=end, unit=_CURRENCIES[token.key])
    return lead._replace(end=end) if token.key in _OPENERS else None


def _apply(lead: Lead, role: str, tokens: Sequence[Token], end: int) -> Lead | None:
    following = tokens[end].kind if end < len(tokens) else ""
    if role == "refuse":
        if following and following not in {"symbol", ""} and tokens[lead.end].kind == "fraction":
            return None
        return _refuse(tokens, lead.end) if tokens[lead.end].kind not in {"fraction", "bound"} else None
    if role == "article":
        single = end < len(tokens) and tokens[end].key == "single"
        more = single or following in _AFTER_ARTICLE or match(_LEAD, tokens, end)
        return lead._replace(end=end) if more else None
    if role == "fewer" and end == lead.end + 1 and tokens[lead.end].key == "دون" and following == "":
        role = "none"
    if role in {"none", "nobody"}:
        return lead._replace(end=end, zero=True) if lead == Lead(end=lead.end) else None
    if role.startswith("just-"):
        return _bounded(lead, role[5:], end, approximate=True)
    if role in {"more", "fewer", "at-least", "at-most"}:
        return _bounded(lead, role, end, approximate=lead.approximate)
    changes = {
        "about": {"approximate": True}, "another": {"increment": True}, "percent-before": {"unit": "percent"},
        "between": {"range": "between"}, "from": {"range": "from"}, "skip": {},
    }  # fmt: skip
    return lead._replace(end=end, **changes[role])


def _bounded(lead: Lead, role: str, end: int, *, approximate: bool) -> Lead:
    if lead.bound not in (None, role):
        raise ClaimError(f"two bounds before one number: {lead.bound} and {role}", repair="state one bound")
    return lead._replace(end=end, bound=role, approximate=approximate)


def _refuse(tokens: Sequence[Token], at: int) -> Lead:
    words = " ".join(token.raw for token in tokens[at : at + 3])
    raise ClaimError(f"{words!r} states no count", repair="give the number itself")
