"""Prevent "ألف ومئتان" from being a thousand, or "five six" from being eleven: words make one number by grammar only.

>>> from reconcile.language.numbers.tokens import tokens
>>> compose(tokens("ثلاثة ملايين ومئتي ألف وخمسة وعشرين")[0], 0).value
3200025
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.errors import ClaimError
from reconcile.language.numbers.hundreds import ANDS, Cardinal, below_thousand, is_joined
from reconcile.language.numbers.numerals import LIMIT, VULGAR, numeral
from reconcile.language.numbers.tokens import Token

_POINTS = frozenset({"point", "فاصله"})
_SCALES = frozenset({"scale", "accusative", "multiple"})
_ALONE = frozenset({"scale", "multiple"})
_DUAL_SCALES = frozenset({"scales", "construct"})


def compose(tokens: Sequence[Token], at: int, *, locale: str | None = None) -> Cardinal | None:
    """Return the longest number that begins at token `at`, or None if none begins there.

    Args:
        tokens: the tokens of a text.
        at: where the number must begin.
        locale: decides the separators of numerals.

    Raises:
        ClaimError: if a numeral is ambiguous, or the number is too large.
    """
    first = _scaled_group(tokens, at, locale)
    if first is None or first.end == len(tokens) or not _goes_on(tokens[first.end]):
        return first and _checked(first)
    found = first
    while found.scaled > 1 and isinstance(found.value, int):
        part = _next_part(tokens, found, locale)
        if part is None:
            break
        found = Cardinal(found.value + part.value, part.end, part.scaled)
    return _checked(_with_half(tokens, _with_decimals(tokens, found)))


def _goes_on(token: Token) -> bool:
    return bool(token.kind) or token.key in ANDS or token.key in _POINTS


def _next_part(tokens: Sequence[Token], found: Cardinal, locale: str | None) -> Cardinal | None:
    """The part behind a scale ("two thousand | and five"): smaller than the scale, and joined to it."""
    at = found.end
    if at >= len(tokens):
        return None
    if tokens[at].key in ANDS:
        at += 1
    elif not is_joined(tokens, at) and not tokens[at - 1].key.isascii():
        return None
    part = _scaled_group(tokens, at, locale)
    fits = part is not None and part.scaled < found.scaled and isinstance(part.value, int)
    return part if part is not None and fits and 0 < part.value < found.scaled else None


def _checked(found: Cardinal) -> Cardinal:
    value = found.value
    if value > LIMIT:
        raise ClaimError("the number exceeds 10**18", repair="check the figure")
    if isinstance(value, float) and found.scaled > 1 and abs(value - round(value)) < 1e-9 * found.scaled:
        return found._replace(value=round(value))
    return found


def _scaled_group(tokens: Sequence[Token], at: int, locale: str | None) -> Cardinal | None:
    """A number below 1,000 or a numeral, and the scale words behind it ("three hundred thousand million")."""
    if at >= len(tokens) or not tokens[at].kind:
        return None
    token = tokens[at]
    if token.kind in _DUAL_SCALES:
        return Cardinal(token.value, at + 1, int(token.value) // 2, 2)
    alone = token.kind in _ALONE
    group = Cardinal(1, at + 1) if alone else _group(tokens, at, locale)
    if group is None:
        return None
    end, scale = group.end, int(token.value) if alone else 1
    while end < len(tokens) and _multiplies(tokens[end], group):
        scale *= int(tokens[end].value)
        end += 1
    if scale == 1:
        return None if group.lead else group
    return Cardinal(group.value * scale, end, scale, group.value)


def _group(tokens: Sequence[Token], at: int, locale: str | None) -> Cardinal | None:
    kind = tokens[at].kind
    if kind in ("numeral", "vulgar"):
        return _numeral(tokens, at, locale)
    fraction = _fraction_group(tokens, at) if kind in ("fraction", "unit") else None
    return fraction or below_thousand(tokens, at)


def _multiplies(token: Token, group: Cardinal) -> bool:
    if token.joined or token.preposed:
        return False
    if token.kind == "hundred":
        return group.bare and 1 <= group.value <= 99 and token.key == "hundred"
    if token.kind == "plural":
        return group.value > 2
    return token.kind in _SCALES


def _numeral(tokens: Sequence[Token], at: int, locale: str | None) -> Cardinal | None:
    """A numeral, with its thousands parted by spaces ("3 000") and a vulgar fraction behind it ("2½")."""
    token = tokens[at]
    if token.kind == "vulgar":
        return Cardinal(VULGAR[token.raw], at + 1)
    if token.kind != "numeral":
        return None
    end, raw = at + 1, token.raw
    while raw.isdecimal() and end < len(tokens) and _thousands(tokens, at, end):
        end += 1
    if end > at + 1:
        raw = "".join(part.raw for part in tokens[at:end])
    value = numeral(raw, locale=locale)
    if end < len(tokens) and tokens[end].kind == "vulgar" and isinstance(value, int):
        return Cardinal(value + VULGAR[tokens[end].raw], end + 1)
    return Cardinal(value, end, bare=True)


def _thousands(tokens: Sequence[Token], at: int, end: int) -> bool:
    following = tokens[end]
    return (
        following.kind == "numeral" and not following.glued and len(following.raw) == 3 and following.raw.isdecimal()
        and len(tokens[at].raw) <= 3 and not tokens[at].raw.startswith(("0", "٠", "۰"))
    )  # fmt: skip


def _fraction_group(tokens: Sequence[Token], at: int) -> Cardinal | None:
    """Read "Half a million", "نصف مليون", "three quarters of a million": `lead` marks that a scale must follow."""
    value, end = 0.0, at
    token = tokens[at]
    if token.kind == "fraction":
        value, end = float(token.value), at + 1
    elif token.kind == "unit" and at + 1 < len(tokens) and tokens[at + 1].bare in {"quarters", "ارباع"}:
        value, end = float(token.value) / 4, at + 2
    else:
        return None
    while end < len(tokens) and tokens[end].key in {"a", "an", "of", "the"}:
        end += 1
    return Cardinal(value, end, lead=1)


def _with_decimals(tokens: Sequence[Token], found: Cardinal) -> Cardinal:
    """Read "Three point five million", "ثلاثة فاصلة خمسة": digits in words behind the point."""
    at = found.end
    if at >= len(tokens) or tokens[at].key not in _POINTS or found.scaled > 1:
        return found
    end = at + 1
    while end < len(tokens) and tokens[end].kind == "unit" and not tokens[end].joined:
        end += 1
    if end == at + 1:
        return found
    value = float(f"{found.value}.{''.join(str(token.value) for token in tokens[at + 1 : end])}")
    scale = 1
    while end < len(tokens) and tokens[end].kind in ("scale", "plural", "accusative") and not tokens[end].joined:
        scale, end = scale * int(tokens[end].value), end + 1
    return Cardinal(value * scale, end, scale, value)


def _with_half(tokens: Sequence[Token], found: Cardinal) -> Cardinal:
    """Read "مليون ونصف", "two million and a half", "two and a half million", "milyon û nîv"."""
    at = found.end
    joined = at < len(tokens) and tokens[at].joined
    if not joined:
        if at + 1 >= len(tokens) or tokens[at].key not in ANDS:
            return found
        at += 1
        at += tokens[at].key in {"a", "one"}
    if at >= len(tokens) or tokens[at].kind != "fraction" or (found.value != round(found.value)):
        return found
    end, scale = at + 1, found.scaled
    if scale == 1:
        while end < len(tokens) and tokens[end].kind in _SCALES and not tokens[end].joined:
            scale *= int(tokens[end].value)
            end += 1
        return Cardinal((found.value + tokens[at].value) * scale, end, scale, found.value + tokens[at].value)
    if end < len(tokens) and tokens[end].kind in _SCALES and tokens[end].value == scale:
        end += 1
    return Cardinal(found.value + tokens[at].value * scale, end, scale, found.lead + tokens[at].value)
