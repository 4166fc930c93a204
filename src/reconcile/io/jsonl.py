r"""Prevent one broken line from costing the other hundred thousand: each line of JSON Lines stands for itself.

>>> import io
>>> from reconcile.io.limits import LIMITS
>>> [record.where for record in json_lines(io.BytesIO(b'{"a": 1}\n\n{"a": 2}'), limits=LIMITS)]
['line 1', 'line 3']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple, cast

from reconcile.errors import ClaimError
from reconcile.io.found import quoted
from reconcile.io.json_split import split_records
from reconcile.io.limits import Limits
from reconcile.io.stream import lines, whole
from reconcile.io.strict_json import parse_json


class Record(NamedTuple):
    """One record of a file, not yet a claim.

    Attributes:
        where: its line or number in the file.
        data: what stands there.
    """

    where: str
    data: object


Found = Record | ClaimError


def json_lines(stream: IO[bytes], *, limits: Limits) -> Iterator[Found]:
    """Yield the records of JSON Lines, one object a line; blank lines are passed over.

    Args:
        stream: bytes.
        limits: how much is read.

    Raises:
        ClaimError: the file as a whole cannot be read further.
    """
    for number, line in lines(stream, limits=limits):
        if number > limits.max_records:
            raise too_many(limits)
        where = f"line {number}"
        if isinstance(line, ClaimError):
            yield line.at(where)
        elif line.strip():
            yield _parsed(line, where)


def _parsed(line: bytes, where: str) -> Found:
    try:
        return Record(where, parse_json(line))
    except ClaimError as error:
        return error.at(where)


def json_list(stream: IO[bytes], *, limits: Limits) -> Iterator[Found]:
    """Yield the records of a JSON file: a list, or an object with a list of "claims".

    Args:
        stream: bytes.
        limits: how much is read.

    Raises:
        ClaimError: the file is not JSON, or holds neither.
    """
    text = whole(stream, limits=limits)
    if not text.strip():
        return
    for number, item in enumerate(_parsed_items(text), 1):
        if number > limits.max_records:
            raise too_many(limits)
        where = f"record {number}"
        yield item.at(where) if isinstance(item, ClaimError) else Record(where, item)


def _parsed_items(text: bytes) -> Iterable[object]:
    """Return the records of a whole file; where it is not strict JSON as a whole, those that are, with the errors."""
    try:
        return _items(parse_json(text))
    except ClaimError as error:
        parts = split_records(text)
        if not parts:
            raise
        items = [_item(part) for part in parts]
        return items if any(isinstance(item, ClaimError) for item in items) else [error]


def _item(part: bytes) -> object:
    try:
        return parse_json(part, columns=False)
    except ClaimError as error:
        return error


def _items(data: object) -> list[object]:
    inner = cast("dict[str, object]", data).get("claims") if isinstance(data, dict) else data
    if not isinstance(inner, list):
        raise ClaimError(f"no list of claims but {quoted(cast('object', data))}", repair='write […] or {"claims": […]}')
    return cast("list[object]", inner)


def too_many(limits: Limits) -> ClaimError:
    """Return the error for a file with more records than allowed."""
    return ClaimError(
        f"the file holds more than {limits.max_records:,} records", repair="split it, or raise max_records"
    )
