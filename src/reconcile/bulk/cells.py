"""Prevent a million cells from being read a million times: each distinct cell of a column is read once.

>>> import pyarrow as pa
>>> codes, cells = encoded(pa.chunked_array([["Rudaw", None, "K24", "Rudaw"]]))
>>> codes.tolist(), cells
([0, -1, 1, 0], ['Rudaw', 'K24'])
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple, cast

import numpy as np
from pydantic_core import to_json

from reconcile.align.arrays import MISSING, Ints, encode
from reconcile.align.order import told_apart
from reconcile.bulk.given import arrow
from reconcile.claims import Claim
from reconcile.claims.roles import plain_type
from reconcile.errors import ClaimError
from reconcile.io.cells import CellKind, annotation_at, object_types, read_cell
from reconcile.io.tables import Column, kind_of, nested


class Written(NamedTuple):
    """One field of many rows, as written.

    Attributes:
        codes: for each row, the number of its entry, or -1 where the field is left out.
        entries: the distinct entries, as a record would hold them; a `ClaimError` where a cell cannot be read.
    """

    codes: Ints
    entries: list[Any]


def written_fields(table: Any, claim_type: type[Claim]) -> dict[str, Written]:  # noqa: ANN401 - an Arrow table
    """Return the fields that a table gives, nested ones gathered from their dotted columns.

    Args:
        table: an Arrow table.
        claim_type: the class of the claims, whose fields say what the cells mean.
    """
    groups: dict[str, list[Column]] = {}
    for name in table.column_names:
        groups.setdefault(name.split(".")[0], []).append(tuple(name.split(".")))
    return {name: _field(table, paths, claim_type) for name, paths in groups.items()}


def _field(table: Any, paths: Sequence[Column], claim_type: type[Claim]) -> Written:  # noqa: ANN401
    columns = [_read(table.column(".".join(path)), path, claim_type) for path in paths]
    if len(paths) == 1 and len(paths[0]) == 1:
        return Written(columns[0].codes, columns[0].entries)
    codes, firsts = combined([column.codes for column in columns])
    entries = [_entry(paths, columns, row, claim_type) for row in firsts.tolist()]
    return Written(codes, entries)


def _read(given: Any, path: Column, claim_type: type[Claim]) -> Written:  # noqa: ANN401
    """Read cells of text by the type of their field, as the reader of CSV does; other cells are what they are."""
    column, kind = encoded(given, annotation_at(claim_type, path)), kind_of(claim_type, path)
    if kind is CellKind.TEXT:
        return column
    return Written(column.codes, [_cell(kind, cell, path) for cell in column.entries])


def _cell(kind: CellKind, cell: Any, path: Column) -> Any:  # noqa: ANN401 - any cell
    if not (isinstance(cell, str) and cell.strip()):
        return cell
    try:
        return read_cell(kind, cell)
    except ClaimError as error:
        return error.at(".".join(path))


def _entry(paths: Sequence[Column], columns: Sequence[Written], row: int, claim_type: type[Claim]) -> Any:  # noqa: ANN401
    """Return what the columns of one field state together in a row that is not empty."""
    codes = [int(column.codes[row]) for column in columns]
    cells = [(path, c.entries[code]) for path, c, code in zip(paths, columns, codes, strict=True) if code != MISSING]
    broken = [cell for _, cell in cells if isinstance(cell, ClaimError)]
    if broken:
        return ClaimError.gather(broken)
    try:
        (value,) = nested(claim_type, cells, read=lambda _, cell: cell).values()
    except ClaimError as error:
        return error
    return value


def combined(columns: Sequence[Ints]) -> tuple[Ints, Ints]:
    """Return a code per row for what the columns hold together, and the first row of each code.

    Args:
        columns: codes; a row that is -1 in all of them is -1.

    >>> codes, firsts = combined([np.array([0, 0, -1, 0]), np.array([1, -1, -1, 1])])
    >>> codes.tolist(), firsts.tolist()
    ([1, 0, -1, 1], [1, 0])
    """
    whole = np.zeros(len(columns[0]), dtype=np.int64)
    empty = np.ones(len(columns[0]), dtype=np.bool_)
    for column in columns:
        size = int(column.max(initial=MISSING)) + 2
        whole = told_apart(whole * size + column + 1)[1]
        empty &= column == MISSING
    rows = np.flatnonzero(~empty)
    first, place = told_apart(whole[rows])
    codes = np.full(len(whole), MISSING, dtype=np.int64)
    codes[rows] = place
    return codes, rows[first]


def encoded(column: Any, annotation: Any = None) -> Written:  # noqa: ANN401 - an Arrow column, any annotation
    """Return the code of each cell of an Arrow column, and the distinct cells as plain values.

    Args:
        column: a chunked array.
        annotation: that of the field.

    Returns:
        Codes and cells. A whole number in a column of floats is a whole number where the field takes some, for tables
        hold missing integers so; moments of a column in which all are midnights without a zone are days.
    """
    pa = arrow()
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if pa.types.is_null(kind):
        return Written(np.full(len(column), MISSING, dtype=np.int64), [])
    if pa.types.is_nested(kind):
        return _nested_cells(column, annotation)
    found = _moments(column).combine_chunks().dictionary_encode()
    found = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    codes = found.indices.fill_null(MISSING).to_numpy(zero_copy_only=False).astype(np.int64)
    return Written(codes, [plain(cell, annotation) for cell in found.dictionary.to_pylist()])


def _nested_cells(column: Any, annotation: Any) -> Written:  # noqa: ANN401
    mapping = arrow().types.is_map(column.type)
    whole = (dict(cell) if mapping and cell is not None else cell for cell in column.to_pylist())
    cells = [plain(cell, annotation) for cell in whole]
    texts = [None if cell in (None, {}) else _key(cell) for cell in cells]
    codes, _ = encode(texts)
    _, first = np.unique(codes[codes != MISSING], return_index=True)
    rows = np.flatnonzero(codes != MISSING)[first]
    return Written(codes, [cells[row] for row in rows.tolist()])


def _key(cell: Any) -> bytes:  # noqa: ANN401
    return to_json(cell, inf_nan_mode="constants", bytes_mode="hex")


def _moments(column: Any) -> Any:  # noqa: ANN401
    pa = arrow()
    if not pa.types.is_timestamp(column.type):
        return column
    column = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False)
    if column.type.tz is not None:
        return column
    days = column.cast(pa.date32(), safe=False)
    return days if days.cast(column.type).equals(column) else column


def plain(cell: Any, annotation: Any = None) -> Any:  # noqa: ANN401 - any cell, any annotation
    """Return a cell as JSON would give it: whole floats as integers, members of objects that are null left out.

    Args:
        cell: a cell as Arrow gives it.
        annotation: that of its field; one of floats alone keeps its floats.

    >>> plain({"low": 2.0, "high": None, "of": ["a"]})
    {'low': 2, 'of': ['a']}
    """
    if isinstance(cell, float | Decimal):
        return int(cell) if cell == cell // 1 and plain_type(annotation) is not float else float(cell)
    if isinstance(cell, dict):
        members = cast("dict[str, Any]", cell).items()
        return {key: plain(inner, _member(annotation, key)) for key, inner in members if inner is not None}
    if isinstance(cell, list):
        return [plain(inner, annotation) for inner in cast("list[Any]", cell)]
    return cell


def _member(annotation: Any, key: str) -> Any:  # noqa: ANN401
    """Return the annotation of a member of an object, or of the objects that a list may leave out the name of."""
    models = object_types(annotation)
    inner = [model for one in models for f in one.model_fields.values() for model in object_types(f.annotation)]
    return next((found for one in (*models, *inner) if (found := annotation_at(one, (key,))) is not None), None)
