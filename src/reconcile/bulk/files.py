"""Prevent half a Parquet file: a table appears under its name whole, or not at all.

>>> import pyarrow as pa, pyarrow.parquet as pq, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     write_table(pa.table({"a": [1]}), f"{folder}/a.parquet")
...     print(pq.read_table(f"{folder}/a.parquet").num_rows)
1
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from reconcile.bulk.given import arrow, parquet
from reconcile.errors import ClaimError


def write_table(table: Any, path: str | os.PathLike[str]) -> None:  # noqa: ANN401 - an Arrow table
    """Write an Arrow table as Parquet.

    Args:
        table: the table.
        path: the file; an existing one is replaced in one step.

    Raises:
        ClaimError: the file cannot be written; an earlier file of that name is as it was.
    """
    target = Path(path)
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}")
    try:
        parquet().write_table(table, beside, compression="zstd")
        beside.replace(target)
    except (OSError, ValueError, arrow().ArrowException) as error:
        raise _unwritable(path, error) from None
    finally:
        beside.unlink(missing_ok=True)


def folder_for(path: str | os.PathLike[str]) -> Path:
    """Return a folder that tables can be written to, made where there is none.

    Args:
        path: its name.

    Raises:
        ClaimError: it is no folder and cannot be made.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None
    return folder


def _unwritable(path: str | os.PathLike[str], error: Exception) -> ClaimError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)[:200]
    repair = "check the folder, its rights and the space left"
    return ClaimError(f"cannot be written: {reason}", where=os.fspath(path), repair=repair)
