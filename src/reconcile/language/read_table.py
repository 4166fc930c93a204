"""Prevent a user's file from ending in a traceback: rows of CSV or JSON Lines, or one error with all faults.

>>> from pathlib import Path
>>> read_table(Path("missing.csv"), columns=("id",))
Traceback (most recent call last):
...
reconcile.errors.ClaimError: missing.csv: cannot be read: No such file or directory (give the path of a CSV or JSON Lines file)
"""  # noqa: E501

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from reconcile.errors import ClaimError, shown

_MOST_BYTES = 256 * 1024 * 1024
_JSON_ENDINGS = frozenset({".jsonl", ".ndjson", ".json"})

Row = Mapping[str, object]


def read_table(path: Path, *, columns: Iterable[str]) -> list[tuple[int, Row]]:
    """Return the rows of a CSV or JSON Lines file with the line that each ends on.

    Args:
        path: a UTF-8 file; JSON Lines where its name ends in `.jsonl`, `.ndjson` or `.json`, else CSV with a header.
        columns: columns that a CSV file must have.

    Raises:
        ClaimError: when the file cannot be read, or lines are no rows.
    """
    text = _text(path)
    return _json_rows(text, path) if path.suffix in _JSON_ENDINGS else _csv_rows(text, path, set(columns))


def entries(value: object) -> list[object]:
    """Return the entries of a cell: a list as it is, a text parted at semicolons, Latin or Arabic.

    >>> entries("أربيل؛ Erbil"), entries(["a;b"]), entries(None)
    (['أربيل', ' Erbil'], ['a;b'], [''])
    """
    return cast("list[object]", value) if isinstance(value, list) else [*str(value or "").replace("؛", ";").split(";")]


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ClaimError(f"larger than {_MOST_BYTES:,} bytes", where=str(path), repair="split the file")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        repair = "give the path of a CSV or JSON Lines file"
        raise ClaimError(f"cannot be read: {error.strerror}", where=str(path), repair=repair) from error
    except UnicodeDecodeError as error:
        raise ClaimError(f"not UTF-8 at byte {error.start}", where=str(path), repair="save it as UTF-8") from error


def _csv_rows(text: str, path: Path, columns: set[str]) -> list[tuple[int, Row]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, Row]] = []
    try:
        there = [name for name in reader.fieldnames or () if name]
        missing = sorted(columns.difference(there))
        if missing:
            found = f"columns are missing: {', '.join(missing)}; there are {shown(there) if there else 'none'}"
            repair = f"begin with a header line that has {', '.join(sorted(columns))}"
            raise ClaimError(found, where=str(path), repair=repair)
        rows.extend((reader.line_num, {key: row[key] for key in row if isinstance(key, str)}) for row in reader)
    except csv.Error as error:
        line = f"{path}, line {reader.line_num}"
        raise ClaimError(f"not CSV: {error}", where=line, repair="mend the line") from error
    return rows


def _json_rows(text: str, path: Path) -> list[tuple[int, Row]]:
    rows: list[tuple[int, Row]] = []
    errors: list[ClaimError] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        row = _object(line)
        if row is None:
            where = f"{path}, line {number}"
            errors.append(ClaimError(f"no JSON object: {shown(line)}", where=where, repair="mend the line"))
        else:
            rows.append((number, row))
    if errors:
        raise ClaimError.gather(errors)
    return rows


def _object(line: str) -> Row | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return cast("Row", row) if isinstance(row, dict) else None
