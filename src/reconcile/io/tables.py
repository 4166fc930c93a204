r"""Prevent a shifted or misspelt column from becoming wrong claims: a table's header is checked before its rows.

>>> import io
>>> from reconcile import Claim
>>> from reconcile.io.limits import LIMITS
>>> table = io.BytesIO(b"about,count,count.of,source.outlet\ncentres,2,main,Rudaw")
>>> next(csv_rows(table, chooser=Chooser((Claim,)), limits=LIMITS)).data["source"]
{'outlet': 'Rudaw'}
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import IO, Any, cast

from pydantic import ValidationError

from reconcile.claims import Claim
from reconcile.errors import ClaimError, shown
from reconcile.io.cells import CellKind, annotation_at, cell_kind, is_list_of_objects, object_types, read_cell
from reconcile.io.found import near
from reconcile.io.jsonl import Found, Record, too_many
from reconcile.io.limits import Limits
from reconcile.io.records import Chooser
from reconcile.io.stream import lines

Column = tuple[str, ...]


Row = tuple[str, list[str]]
_DEEPEST = 6


def csv_rows(stream: IO[bytes], *, chooser: Chooser, limits: Limits) -> Iterator[Found]:
    """Yield the records of a CSV table whose header names fields, nested ones with dots (`source.outlet`).

    Args:
        stream: bytes in UTF-8, cells between commas.
        chooser: chooses the class of a row, whose fields say what the cells mean.
        limits: how much is read.

    Raises:
        ClaimError: the header is not one of claims, or the file cannot be read further.
    """
    rows = _rows(stream, limits=limits)
    head = next(rows, None)
    if head is None:
        return
    if isinstance(head, ClaimError):
        raise head
    columns = _header(head, chooser)
    for count, row in enumerate(rows, 2):
        if count > limits.max_records:
            raise too_many(limits)
        if isinstance(row, ClaimError):
            yield row
        elif any(cell.strip() for cell in row[1]):
            yield _record(row, columns, chooser)


def _rows(stream: IO[bytes], *, limits: Limits) -> Iterator[Row | ClaimError]:
    faults: list[ClaimError] = []
    reader = csv.reader(_decoded(stream, limits, faults), strict=True)
    while True:
        where = f"line {reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            yield from faults
            return
        except csv.Error as error:
            row = None
            faults.append(_broken(error).at(where))
        yield from faults
        faults.clear()
        if row is not None:
            yield where, row


def _decoded(stream: IO[bytes], limits: Limits, faults: list[ClaimError]) -> Iterator[str]:
    """Yield the lines as text; one that cannot be read becomes a blank line and a fault."""
    for number, line in lines(stream, limits=limits):
        if isinstance(line, ClaimError):
            faults.append(line.at(f"line {number}"))
            yield "\n"
            continue
        try:
            yield line.decode("utf-8") + "\n"
        except UnicodeDecodeError as error:
            found = f"the bytes are not UTF-8 from byte {error.start + 1} on"
            faults.append(ClaimError(found, where=f"line {number}", repair="save the table as CSV UTF-8"))
            yield "\n"


def _broken(error: csv.Error) -> ClaimError:
    if "field limit" in str(error):
        return ClaimError(f"a cell has more than {csv.field_size_limit():,} characters", repair="shorten it")
    return ClaimError(
        "quotation marks do not match",
        repair='put a cell in "…" as a whole and write "" for a mark inside it',
    )


def _header(head: Row, chooser: Chooser) -> list[Column]:
    where, cells = head
    names = [cell.strip() for cell in cells]
    if len(names) == 1 and (names[0].count(";") or names[0].count("\t")):
        raise ClaimError("the cells are not separated by commas", where=where, repair="save it as comma-separated")
    faults = [fault for number in range(1, len(names) + 1) for fault in _column_faults(number, names, chooser)]
    if faults:
        raise ClaimError.gather(fault.at(where) for fault in faults)
    return [tuple(name.split(".")) for name in names]


def _column_faults(number: int, names: list[str], chooser: Chooser) -> Iterator[ClaimError]:
    name = names[number - 1]
    first, place = name.split(".")[0], f"column {number}"
    if not all(name.split(".")) or name.count(".") >= _DEEPEST:
        repair = "name a field, as in source.outlet, or delete the column"
        yield ClaimError(f"{shown(name)} names no field", where=place, repair=repair)
    elif name in names[: number - 1]:
        yield ClaimError(f"a second column {shown(name)}", where=place, repair="keep one of them")
    elif first not in chooser.names:
        meant = near(first, sorted(chooser.names))
        repair = f'did you mean "{meant}"?' if meant else "rename or delete the column"
        yield ClaimError(f"no such field: {shown(first)}", where=place, repair=repair)


def _record(row: Row, columns: Sequence[Column], chooser: Chooser) -> Found:
    where, cells = row
    if len(cells) != len(columns):
        found = f"{len(cells):,} cells under a header of {len(columns):,}"
        return ClaimError(
            found, where=where, repair="give each column its cell; put cells with commas in quotation marks"
        )
    filled = [(column, text.strip()) for column, text in zip(columns, cells, strict=True) if text.strip()]
    claim_type = chooser.choose({column[0]: None for column, _ in filled})
    try:
        return Record(where, _nested(claim_type, filled))
    except ClaimError as error:
        return error.at(where)


def _nested(claim_type: type[Claim], filled: Sequence[tuple[Column, str]]) -> dict[str, object]:
    return nested(claim_type, filled, read=lambda column, text: read_cell(kind_of(claim_type, column), text))


def nested(
    claim_type: type[Claim], filled: Sequence[tuple[Column, Any]], *, read: Callable[[Column, Any], object]
) -> dict[str, object]:
    """Return the record that the filled cells of a row state.

    Args:
        claim_type: the class of claim that the row becomes.
        filled: columns, in parts, with their cells.
        read: returns what a cell says.

    Raises:
        ClaimError: a cell cannot be read, or two columns give one value otherwise.

    >>> nested(Claim, [(("count", "of"), "main"), (("count",), 2)], read=lambda column, cell: cell)["count"]["of"]
    'main'
    """
    data: dict[str, object] = {}
    for column, cell in sorted(filled, key=lambda entry: len(entry[0])):
        try:
            _place(data, column, read(column, cell), claim_type)
        except ClaimError as error:
            raise error.at(".".join(column)) from None
    return {name: _listed(claim_type, name, value) for name, value in data.items()}


@lru_cache(maxsize=1024)
def kind_of(claim_type: type[Claim], column: Column) -> CellKind:
    """Return what the cells of a column stand for; asked once for each column."""
    return cell_kind(claim_type, column)


def _place(data: dict[str, object], column: Column, value: object, claim_type: type[Claim]) -> None:
    here = data
    for depth, part in enumerate(column[:-1], 1):
        inner = here.get(part, {})
        if not isinstance(inner, dict):
            inner = _expanded(annotation_at(claim_type, column[:depth]), inner)
        here[part] = inner
        here = cast("dict[str, object]", inner)
    here[column[-1]] = value


def _expanded(annotation: Any, value: object) -> dict[str, object]:  # noqa: ANN401 - any annotation
    """Return the fields of a value given whole in one column, so that further columns (`count.of`) can add to it."""
    for model in object_types(annotation):
        try:
            return model.model_validate(value).model_dump(exclude_defaults=True)
        except ValidationError:
            continue
    raise ClaimError("another column gives the whole of it otherwise", repair="keep one of the two columns")


def _listed(claim_type: type[Claim], name: str, value: object) -> object:
    if isinstance(value, dict) and is_list_of_objects(annotation_at(claim_type, (name,))):
        return [cast("object", value)]
    return cast("object", value)
