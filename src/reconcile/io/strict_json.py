"""Prevent JSON from losing what was written: of two equal keys one would vanish, so such a record is refused.

>>> parse_json(b'{"count": {"low": 2}}')
{'count': {'low': 2}}
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, cast

from pydantic_core import from_json, to_json

from reconcile.errors import ClaimError
from reconcile.io.found import named
from reconcile.io.json_place import place_in

_PLACE = re.compile(r" at line (\d{1,12}) column (\d{1,12})$")
_REPAIRS = (
    ("recursion limit", "brackets are nested more than 200 deep", "a claim needs no more than six"),
    ("number out of range", "a number has more than 4,300 digits", "write a number of at most 10^18"),
    ("trailing comma", "a comma stands before a closing bracket", "take it out"),
    ("trailing characters", "more follows after the end of the record", "write one record per line"),
    ("key must be a string", "a key is not in double quotation marks", 'write "key": value'),
    ("control character", "a line break or another control character stands in a text", r"write \n or a blank for it"),
    ("hex escape", r"half of a character (a lone surrogate such as \ud800)", "write the whole character"),
    ("invalid unicode", "the bytes are not UTF-8", "save the file as UTF-8"),
    ("invalid escape", "a backslash stands before a character it cannot escape", r"write \\ for a backslash"),
    ("invalid number", "not a number that JSON knows", "write digits; leave the field out where unknown"),
    ("EOF", "the record ends too early", "close all brackets and quotation marks"),
    ("expected `:`", "a key has no colon after it", 'write "key": value'),
    ("expected `,`", "no comma between two entries", "set a comma between them"),
    ("expected", "not a value that JSON knows", 'write a number, true, false, null, "text", […] or {…}'),
)  # fmt: skip


def parse_json(raw: bytes, *, columns: bool = True) -> object:
    """Return the value that JSON text states, refusing what a lenient reader would lose or change.

    Args:
        raw: UTF-8 bytes.
        columns: name the column of an error beside its field.

    Raises:
        ClaimError: the text is not JSON, nests more than 200 deep, repeats a key in one object, or holds NaN,
            an infinity, a number beyond floating point or half of a character.

    >>> parse_json(b'{"a": 1, "a": 2}')
    Traceback (most recent call last):
    reconcile.errors.ClaimError: a: the key is given twice (keep one, the other would be lost)
    """
    try:
        value: Any = from_json(raw, allow_inf_nan=False)
    except ValueError as error:
        raise _syntax(raw, str(error), columns=columns) from None
    if not _faithful(raw, value):
        _refuse_losses(raw)
    return value


def _faithful(raw: bytes, value: Any) -> bool:  # noqa: ANN401 - any JSON
    """Tell whether nothing was lost: a repeated key leaves a colon in the text that no parsed key accounts for."""
    if b"\\" in raw and (rb"\u003a" in raw or rb"\u003A" in raw):
        return False
    again = to_json(value, inf_nan_mode="constants")
    # One letter is looked for first: that takes a tenth of the time, and most records have none.
    return again.count(b":") == raw.count(b":") and not (b"I" in again and b"Infinity" in again)


class _Pairs(list[tuple[str, Any]]):
    """The entries of one JSON object, repeated keys among them."""


def _refuse_losses(raw: bytes) -> None:
    try:
        tree = json.loads(raw, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError) as error:
        raise ClaimError(f"not JSON: {str(error)[:200]}", repair="check the record") from None
    _search(tree, "")


def _search(node: Any, path: str) -> None:  # noqa: ANN401 - any JSON
    if isinstance(node, float) and not math.isfinite(node):
        raise ClaimError("a number too large to hold", where=path, repair="write a number of at most 10^18")
    if isinstance(node, _Pairs):
        _search_entries(node, path)
    elif isinstance(node, list):
        for index, item in enumerate(cast("list[Any]", node)):
            _search(item, f"{path}[{index}]")


def _search_entries(pairs: _Pairs, path: str) -> None:
    known: set[str] = set()
    for key, item in pairs:
        inner = f"{path}.{named(key)}" if path else named(key)
        if key in known:
            raise ClaimError("the key is given twice", where=inner, repair="keep one, the other would be lost")
        known.add(key)
        _search(item, inner)


def _syntax(raw: bytes, message: str, *, columns: bool) -> ClaimError:
    place = _PLACE.search(message)
    if place is None:
        return ClaimError("not JSON", repair="check the record")
    row, column = int(place[1]), int(place[2])
    start = _line_start(raw, row)
    stop = max(start, start + column - 1)
    while stop > start and raw[stop - 1 : stop].isalpha():  # a word is wrong from its first letter
        stop -= 1
    found, repair = _told(message, raw[max(0, stop - 10) : stop + 10])
    letters = len(raw[start:stop].decode("utf-8", "replace")) + 1
    parts = ((f"line {row}" if b"\n" in raw else "", f"column {letters}") if columns else ()) + (place_in(raw, stop),)
    return ClaimError(found, where=", ".join(part for part in parts if part), repair=repair)


def _told(message: str, around: bytes) -> tuple[str, str]:
    if b"NaN" in around or b"Infinity" in around:
        return "NaN and Infinity are no numbers", "leave the field out where the number is unknown"
    return next(
        ((found, repair) for sign, found, repair in _REPAIRS if sign in message),
        ("not JSON", "check the record"),
    )


def _line_start(raw: bytes, row: int) -> int:
    start = 0
    for _ in range(row - 1):
        start = raw.find(b"\n", start) + 1
    return start
