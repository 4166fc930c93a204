r"""Prevent a library's inner words from reaching the user: validation errors become one `ClaimError` per field.

>>> from reconcile import Claim
>>> try:
...     Claim.model_validate({"about": "x", "source": {"outlett": "Rudaw"}})
... except ValidationError as error:
...     print(*claim_errors(error, "line 3"), sep="\n")
line 3, source.outlet: the field is missing (give it)
line 3, source.outlett: no such field (did you mean "outlet"?)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reconcile.claims import Claim
from reconcile.errors import ClaimError
from reconcile.io.found import near, quoted
from reconcile.io.paths import FieldPath, field_path
from reconcile.io.repairs import found_and_repair

_VAGUE = ("_type", "_parsing", "int_from_float", "is_instance_of")
_MOST_NAMES = 30


def claim_errors(
    error: ValidationError,
    where: str = "",
    *,
    claim_type: type[BaseModel] = Claim,
    data: object = None,
) -> list[ClaimError]:
    """Return what a validation error says, as one error per field in plain words.

    Args:
        error: what pydantic raised.
        where: file and line, put before each field.
        claim_type: the class that was validated.
        data: the record as written, so that the fields are named as they stand there.

    Returns:
        At least one error, in the order of the fields in pydantic's report.
    """
    grouped: dict[str, tuple[FieldPath, ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        if _echoes(detail):
            continue
        path = _path(claim_type, detail, data)
        if path.text not in grouped or _rank(detail) < _rank(grouped[path.text][1]):
            grouped[path.text] = path, detail
    return [found.at(where) if where else found for path, detail in grouped.values() for found in _told(path, detail)]


def _echoes(detail: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its entries were refused, each with an error of its own."""
    value, least = detail["input"], detail.get("ctx", {}).get("min_length", 0)
    return (
        detail["type"] == "too_short" and isinstance(value, list | tuple) and len(cast("list[object]", value)) >= least
    )


def _path(claim_type: type[BaseModel], detail: ErrorDetails, data: object) -> FieldPath:
    unknown = detail["type"] == "extra_forbidden"
    if data is None:
        return field_path(claim_type, detail["loc"], unknown=unknown)
    return field_path(claim_type, detail["loc"], data, unknown=unknown)


def _rank(detail: ErrorDetails) -> int:
    """Order the errors of the branches of one union: a branch that read the type knows better what is wrong."""
    return 1 if detail["type"].endswith(_VAGUE) else 0


def _told(path: FieldPath, detail: ErrorDetails) -> Iterator[ClaimError]:
    context = cast("Mapping[str, Any]", detail.get("ctx", {}))
    inner = context.get("error")
    if isinstance(inner, ClaimError):
        for one in inner.errors:
            yield ClaimError(one.found, where=path.text, repair=one.repair)
    elif isinstance(inner, Exception):
        yield ClaimError(str(inner)[:300] or f"not legal here: {quoted(detail['input'])}", where=path.text)
    elif detail["type"] == "extra_forbidden":
        yield ClaimError("no such field", where=path.text, repair=_name_repair(path, str(detail["loc"][-1])))
    else:
        found, repair = found_and_repair(detail["type"], context, detail["input"])
        yield ClaimError(found, where=path.text, repair=_example(path.text) or repair)


def _name_repair(path: FieldPath, name: str) -> str:
    meant = near(name, path.known)
    if meant is not None:
        return f'did you mean "{meant}"?'
    known = ", ".join(path.known[:_MOST_NAMES])
    return f"leave it out, or take one of these: {known}" if known else "leave it out"


def _example(path: str) -> str:
    return 'say who published it, as in "source": "Rudaw"' if path == "source" else ""
