"""Prevent a spreadsheet's text from being read by its looks: the type of the column's field says what a cell means.

>>> from reconcile import Claim
>>> read_cell(cell_kind(Claim, ("source", "via")), "K24; Elaph"), read_cell(cell_kind(Claim, ("id",)), "12")
(['K24', 'Elaph'], '12')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from reconcile.io.strict_json import parse_json
from reconcile.language.read_table import entries
from reconcile.values import Parties, Places, Quantity, Text

_WHOLE = re.compile(r"-?[0-9]{1,19}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,399})(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4})?")
_SEQUENCES = (tuple, list, set, frozenset)


class CellKind(StrEnum):
    """What the text of a cell stands for."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    LIST = "list"
    VALUE = "value"


def cell_kind(claim_type: type[BaseModel], column: Sequence[str]) -> CellKind:
    """Return what the cells of a column stand for.

    Args:
        claim_type: the class of claim that the row becomes.
        column: the dotted name of the column, in parts.
    """
    annotation = annotation_at(claim_type, column)
    leaves = set(_leaves(annotation))
    if leaves & {Places, Parties}:
        return CellKind.LIST
    if Quantity in leaves:
        return CellKind.COUNT
    if _has_origin(annotation, _SEQUENCES):
        return CellKind.LIST
    if leaves & {int, float} and not leaves & {str}:
        return CellKind.NUMBER
    return CellKind.TEXT if _is_text(leaves) else CellKind.VALUE


def _is_text(leaves: set[Any]) -> bool:
    kinds = [leaf for leaf in leaves if isinstance(leaf, type)]
    return not kinds or all(issubclass(kind, str | Enum | Text | bool) for kind in kinds)


def annotation_at(claim_type: type[BaseModel], column: Sequence[str]) -> Any:  # noqa: ANN401 - any annotation
    """Return the annotation of the field that a dotted column names, or None where there is no such field."""
    return _annotation_at(claim_type, tuple(column))


@lru_cache(maxsize=1 << 12)
def _annotation_at(claim_type: type[BaseModel], column: tuple[str, ...]) -> Any:  # noqa: ANN401 - any annotation
    models, annotation = [claim_type], None
    for part in column:
        annotation = next((m.model_fields[part].annotation for m in models if part in m.model_fields), None)
        if annotation is None:
            return None
        models = object_types(annotation)
    return annotation


def object_types(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - any annotation
    """Return the models that a field can hold.

    >>> [model.__name__ for model in object_types(Quantity | None)]
    ['Quantity']
    """
    return [leaf for leaf in _leaves(annotation) if isinstance(leaf, type) and issubclass(leaf, BaseModel)]


def is_list_of_objects(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    """Tell whether a field holds a list of objects, and nothing else.

    >>> is_list_of_objects(tuple[Text, ...]), is_list_of_objects(tuple[str, ...])
    (True, False)
    """
    origin = get_origin(annotation)
    if origin not in _SEQUENCES:
        return False
    return all(isinstance(leaf, type) and issubclass(leaf, BaseModel) for leaf in _leaves(annotation))


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    args = [arg for arg in get_args(annotation) if arg is not Ellipsis and arg is not type(None)]
    if isinstance(annotation, type) and not args:
        yield annotation
    for arg in args:
        yield from _leaves(arg)


def _has_origin(annotation: Any, wanted: tuple[type, ...]) -> bool:  # noqa: ANN401 - any annotation
    if get_origin(annotation) in (*wanted, Mapping):
        return True
    return any(_has_origin(arg, wanted) for arg in get_args(annotation))


def read_cell(kind: CellKind, text: str) -> object:
    """Return what a cell that is not empty says; what does not fit its kind stays text, for the field to refuse.

    Args:
        kind: what the cell stands for.
        text: the cell. Objects and lists are JSON; a list may also be entries between semicolons, Latin or Arabic.

    Raises:
        ClaimError: the cell begins as JSON and is none.

    >>> read_cell(CellKind.NUMBER, "2.5"), read_cell(CellKind.LIST, "أربيل؛ بغداد")
    (2.5, ['أربيل', 'بغداد'])
    """
    if kind is CellKind.TEXT:
        return text
    if text.startswith(("[", "{")):
        return parse_json(text.encode())
    if kind is CellKind.LIST:
        return [entry for one in entries(text) if (entry := str(one).strip())]
    wanted = {CellKind.NUMBER: _NUMBER, CellKind.COUNT: _WHOLE}.get(kind)
    return parse_json(text.encode()) if wanted is not None and wanted.fullmatch(text) else text
