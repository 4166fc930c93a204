"""Prevent an error that points at `count.one.low.constrained-int`: a place is written as the user wrote the field.

>>> from reconcile import Claim
>>> field_path(Claim, ("count", "one", "low", "int"), {"count": {"low": "x"}}).text
'count.low'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast, get_args, get_origin

from pydantic import BaseModel

from reconcile.io.found import named

Part = str | int
_NOT_GIVEN = object()


class FieldPath(NamedTuple):
    """Where in a record something stands.

    Attributes:
        text: fields joined by dots, positions in lists from 0 in brackets.
        known: the names of the fields at the last level.
    """

    text: str
    known: list[str]


def field_path(
    claim_type: type[BaseModel], loc: Sequence[Part], data: object = _NOT_GIVEN, *, unknown: bool = False
) -> FieldPath:
    """Return the place that pydantic's `loc` means, without the marks of unions and coerced levels.

    Args:
        claim_type: the model that was validated.
        loc: the `loc` of one error.
        data: the record as written; levels that it does not have were added by a coercion and are left out.
        unknown: the last part is a field that the model does not have.
    """
    steps = list(_fields(claim_type, loc, unknown=unknown))
    parts = [part for part, _ in steps]
    text = _written(parts if data is _NOT_GIVEN else _as_given(parts, data))
    return FieldPath(text, steps[-1][1] if steps else [])


def _fields(claim_type: type[BaseModel], loc: Sequence[Part], *, unknown: bool) -> Iterator[tuple[Part, list[str]]]:
    """Yield the parts that are fields, keys or positions, each with the fields that its level knows."""
    models, free = [claim_type], False
    for index, part in enumerate(loc):
        known = [name for model in models for name in model.model_fields]
        if isinstance(part, int) or part in known or free or (unknown and index == len(loc) - 1):
            yield part, known
        info = next((model.model_fields[part] for model in models if part in model.model_fields), None)
        free = info is not None and _is_mapping(info.annotation)
        if info is not None:
            models = _models(info.annotation)


def _as_given(parts: Sequence[Part], data: object) -> Iterator[Part]:
    here: Any = data
    for index, part in enumerate(parts):
        inside = _holds(here, part)
        if inside or (index == len(parts) - 1 and isinstance(part, str) and _is_object(here)):
            yield part
        if inside:
            here = here[part]


def _is_object(data: object) -> bool:
    return isinstance(data, Mapping)


def _holds(data: object, part: Part) -> bool:
    if isinstance(part, int):
        return isinstance(data, list | tuple) and part < len(cast("list[object]", data))
    return isinstance(data, Mapping) and part in data


def _written(parts: Sequence[Part] | Iterator[Part]) -> str:
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{named(part)}" if text else named(part)
    return text


def _models(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for arg in get_args(annotation) for model in _models(arg)]


def _is_mapping(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    origin = get_origin(annotation) or annotation
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return True
    return any(_is_mapping(arg) for arg in get_args(annotation))
