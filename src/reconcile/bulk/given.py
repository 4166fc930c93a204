"""Prevent a library of data frames from deciding what a claim is: whatever is given becomes one Arrow table.

>>> import pyarrow as pa
>>> arrow_of(pa.table({"about": ["x"]}), max_rows=10).column_names
['about']
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, cast

from reconcile.errors import ClaimError, shown
from reconcile.io.found import named

MOST_BYTES = 16 * 2**30
_DEEPEST = 6


def arrow() -> Any:  # noqa: ANN401 - a module without types
    """Return pyarrow, or say how to get it.

    Raises:
        ModuleNotFoundError: the extra `tables` is not installed.
    """
    try:
        import pyarrow as pa
    except ModuleNotFoundError:
        raise ModuleNotFoundError("reconcile_table needs Arrow: install reconcile[tables]", name="pyarrow") from None
    return cast("Any", pa)


def parquet() -> Any:  # noqa: ANN401 - a module without types
    """Return the part of pyarrow that reads and writes Parquet."""
    arrow()
    import pyarrow.parquet as pq

    return pq


def arrow_of(given: Any, *, max_rows: int) -> Any:  # noqa: ANN401 - any table in, an Arrow table out
    """Return what is given as an Arrow table.

    Args:
        given: an Arrow table, batch or reader, the path of a Parquet file, or a data frame that narwhals knows.
        max_rows: rows allowed.

    Raises:
        ClaimError: it is no table, cannot be read, is too large, or names its columns badly.
    """
    path = cast("str | os.PathLike[str] | None", given if isinstance(given, str | os.PathLike) else None)
    table = _from_memory(given) if path is None else _from_file(path, max_rows)
    _bounded(table.num_rows, table.nbytes, max_rows)
    faults = list(_name_faults(table.column_names))
    if faults:
        raise ClaimError.gather(faults)
    return table


def _from_file(path: str | os.PathLike[str], max_rows: int) -> Any:  # noqa: ANN401
    where = named(os.fspath(path))
    try:
        with parquet().ParquetFile(path) as file:
            meta = file.metadata
            size = sum(meta.row_group(n).total_byte_size for n in range(meta.num_row_groups))
            _bounded(meta.num_rows, size, max_rows)
            return file.read()
    except ClaimError as error:
        raise error.at(where) from None
    except FileNotFoundError:
        raise ClaimError("no such file", where=where, repair="check the name and the folder") from None
    except (OSError, ValueError, MemoryError, NotImplementedError) as error:
        reason = shown(str(error).split("\n")[0][:200])
        repair = "give a Parquet file; read_claims reads JSON Lines, JSON and CSV"
        raise ClaimError(f"not a Parquet file that can be read: {reason}", where=where, repair=repair) from None


def _from_memory(given: Any) -> Any:  # noqa: ANN401
    pa = arrow()
    if isinstance(given, pa.Table):
        return given
    if isinstance(given, pa.RecordBatch):
        return pa.Table.from_batches([given])
    if isinstance(given, pa.RecordBatchReader):
        return given.read_all()
    return _from_frame(given)


def _from_frame(given: Any) -> Any:  # noqa: ANN401
    import narwhals as nw

    try:
        frame: Any = nw.from_native(given)
        frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
        return frame.to_arrow()
    except (TypeError, ValueError, AttributeError, arrow().ArrowException) as error:
        reason = shown(str(error).strip().split("\n")[0][:200])
        repair = "give an Arrow table, a data frame or the path of a Parquet file"
        raise ClaimError(f"no table of claims but a {type(given).__name__}: {reason}", repair=repair) from None


def _bounded(rows: int, size: int, max_rows: int) -> None:
    if rows > max_rows:
        raise ClaimError(f"the table holds {rows:,} rows", repair=f"give at most {max_rows:,}, or raise max_rows")
    if size > MOST_BYTES:
        raise ClaimError(f"the table holds {size:,} bytes", repair=f"give at most {MOST_BYTES:,} at a time")


def _name_faults(names: list[str]) -> Iterator[ClaimError]:
    for number, name in enumerate(names):
        place = f"column {number}"
        if not all(name.split(".")) or name.count(".") >= _DEEPEST:
            repair = "name a field, as in source.outlet, or drop the column"
            yield ClaimError(f"{shown(name)} names no field", where=place, repair=repair)
        elif name in names[:number]:
            yield ClaimError(f"a second column {shown(name)}", where=place, repair="keep one of them")
