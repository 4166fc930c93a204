"""Prevent a broken line from losing a person's decision: rulings are read with every error named.

>>> import tempfile, pathlib
>>> path = pathlib.Path(tempfile.mkdtemp()) / "rulings.jsonl"
>>> _ = path.write_text("")
>>> read_rulings(path)
[]
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from pydantic import ValidationError

from reconcile.claims.ruling import Ruling
from reconcile.errors import ClaimError
from reconcile.io.atomic import write_whole
from reconcile.io.faults import claim_errors
from reconcile.io.jsonl import Record, json_lines
from reconcile.io.limits import LIMITS
from reconcile.io.stream import opened


def read_rulings(path: str | os.PathLike[str]) -> list[Ruling]:
    """Return the rulings of a JSON Lines file.

    Args:
        path: the file; one ruling a line.

    Raises:
        ClaimError: lines that are not rulings, all of them, with line and field.

    >>> read_rulings("missing.jsonl")
    Traceback (most recent call last):
    reconcile.errors.ClaimError: missing.jsonl: no such file (check the name and the folder)
    """
    rulings: list[Ruling] = []
    errors: list[ClaimError] = []
    try:
        with opened(path) as stream:
            for found in json_lines(stream, limits=LIMITS):
                if isinstance(found, Record):
                    _add(found, rulings, errors)
                else:
                    errors.append(found)
    except ClaimError as error:
        errors.append(error)
    if errors:
        raise ClaimError.gather(error.at(os.fspath(path)) for error in errors)
    return rulings


def _add(record: Record, rulings: list[Ruling], errors: list[ClaimError]) -> None:
    try:
        rulings.append(Ruling.model_validate(record.data))
    except ValidationError as error:
        errors.extend(claim_errors(error, record.where, claim_type=Ruling, data=record.data))


def write_rulings(rulings: Iterable[Ruling], path: str | os.PathLike[str]) -> None:
    """Write rulings as JSON Lines; nothing half-written stays behind.

    Args:
        rulings: the rulings.
        path: the file.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "rulings.jsonl"
    >>> write_rulings([], path)
    >>> path.read_text()
    ''
    """
    lines = (ruling.model_dump_json(exclude_defaults=True) + "\n" for ruling in sorted(rulings, key=lambda r: r.order))
    write_whole(path, lines)
