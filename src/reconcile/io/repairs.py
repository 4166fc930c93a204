"""Prevent "Input should be a valid list": every kind of validation error is told in plain words, with its repair.

>>> found_and_repair("missing", {}, None)
('the field is missing', 'give it')
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reconcile.io.found import quoted
from reconcile.values.base import NOT_BLANK, WRITTEN, control_character

Context = Mapping[str, Any]
Plain = tuple[str, str]

_NUMBER = "write digits, without quotation marks"
_DATE = "write YYYY, YYYY-MM or YYYY-MM-DD"
_LISTS = ("list", "tuple", "set", "frozen_set", "iterable")
_FORMS = {
    "Quantity": 'write a number, as in 2 or {"low": 20}, or a text such as "more than 40"',
    "Period": 'write a date, as in "2020-10-13" or {"lower": "2020-10", "upper": "2020-11"}',
    "Places": 'write names, as in ["Erbil", "Baghdad"]',
    "Parties": 'write names, as in ["Peshmerga", {"name": "Iraqi army", "role": "actor"}]',
    "Place": 'write a name or {"name": "Erbil"}',
    "Party": 'write a name or {"name": "Peshmerga"}',
    "Text": "write a text in quotation marks",
    "Source": 'write who published it, as in "Rudaw" or {"outlet": "Rudaw"}',
}


def _amount(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and abs(value) >= 10**15 and str(value).strip("-").rstrip("0") == "1":
        return f"{'-' if value < 0 else ''}10^{len(str(abs(value))) - 1}"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _bound(words: str, key: str) -> Callable[[Context, object], Plain]:
    return lambda ctx, value: (
        f"{quoted(value)} is out of range",
        f"write a number {words} {_amount(ctx.get(key))}",
    )


def _not_a(kind: str, repair: str) -> Callable[[Context, object], Plain]:
    return lambda _, value: (f"not {kind}: {quoted(value)}", repair)


def _choice(ctx: Context, value: object) -> Plain:
    allowed = str(ctx.get("expected", "")).replace("'", '"')
    return (
        f"not one of the legal values: {quoted(value)}",
        f"write {'one of ' if ' or ' in allowed else ''}{allowed}",
    )


def _too_long_text(ctx: Context, value: object) -> Plain:
    size = len(value) if isinstance(value, str) else 0
    return f"a text of {size:,} characters", f"write at most {_amount(ctx.get('max_length'))}"


def _pattern(ctx: Context, value: object) -> Plain:
    pattern = str(ctx.get("pattern", ""))
    if pattern in (NOT_BLANK, WRITTEN):
        return _unwritten(str(value))
    if "0-9a-f" in pattern:
        return f"not a SHA-256: {quoted(value)}", "write its 64 hexadecimal digits in lower case"
    return f"not in the form asked for: {quoted(value)}", f"write it to match {pattern}"


def _unwritten(text: str) -> Plain:
    control = control_character(text)
    if control is None:
        return "a text of blanks only", "write a name or leave the field out"
    return f"a control character ({control}) in a text", "take it out"


def _missing(_: Context, __: object) -> Plain:
    return "the field is missing", "give it"


def _object(ctx: Context, value: object) -> Plain:
    repair = _FORMS.get(str(ctx.get("class_name")), "write it in braces, as {…}")
    return f"not readable: {quoted(value)}", repair


def _many(ctx: Context, value: object) -> Plain:
    return f"too many: {quoted(value)}", f"write at most {_amount(ctx.get('max_length'))}"


def _few(ctx: Context, value: object) -> Plain:
    return (
        f"too few: {quoted(value)}",
        f"write at least {_amount(ctx.get('min_length'))}, or leave the field out",
    )


_TOLD: dict[str, Callable[[Context, object], Plain]] = {
    "missing": _missing,
    "extra_forbidden": lambda _, __: ("no such field", "leave it out, or declare it in a class of your own"),
    "literal_error": _choice,
    "enum": _choice,
    "string_too_long": _too_long_text,
    "string_too_short": lambda _, __: ("an empty text", "write something or leave the field out"),
    "string_pattern_mismatch": _pattern,
    "string_unicode": lambda _, __: (
        "half of a character (a lone surrogate) in a text",
        "write whole characters",
    ),
    "string_type": _not_a("a text", "write it in quotation marks"),
    "greater_than_equal": _bound("of at least", "ge"),
    "greater_than": _bound("above", "gt"),
    "less_than_equal": _bound("of at most", "le"),
    "less_than": _bound("below", "lt"),
    "finite_number": _not_a("a finite number", "leave the field out where the number is unknown"),
    "int_from_float": _not_a("a whole number", "write digits without a decimal point"),
    "dict_type": _not_a("an object", "write it in braces, as {…}"),
    "too_long": _many,
    "too_short": _few,
}
_BY_PREFIX: tuple[tuple[tuple[str, ...], Callable[[Context, object], Plain]], ...] = (
    (("int_", "float_", "decimal_"), _not_a("a number", _NUMBER)),
    (("bool_",), _not_a("true or false", "write true or false")),
    (("datetime_", "date_"), _not_a("a date", _DATE)),
    (
        ("timezone_",),
        _not_a("a date with the right zone", "write or leave out the zone, as in 2020-10-13T08:00Z"),
    ),
    (("time_delta_",), _not_a("a length of time", "write it as in P1DT2H")),
    (("time_",), _not_a("a time of day", "write HH:MM")),
    (tuple(f"{kind}_type" for kind in _LISTS), _not_a("a list", "write it in brackets, as […]")),
    (("model_", "dataclass_"), _object),
    (("url_",), _not_a("a web address", "write it in full, as https://…")),
)


def found_and_repair(kind: str, context: Context, value: object) -> Plain:
    """Return what was found and how to mend it, for one kind of validation error.

    Args:
        kind: pydantic's type of the error.
        context: its limits and legal values.
        value: what stood there.

    >>> found_and_repair("int_type", {}, "x")
    ("not a number: 'x'", 'write digits, without quotation marks')
    """
    told = _TOLD.get(kind) or next((tell for signs, tell in _BY_PREFIX if kind.startswith(signs)), None)
    if told is None:
        return f"not legal here: {quoted(value)}", "see the documentation of the field"
    return told(context, value)
