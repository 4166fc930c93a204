"""Prevent half a file: what is written appears under its name whole, or not at all.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     write_whole(f"{folder}/a.txt", "whole")
...     print(Path(folder, "a.txt").read_text())
whole
"""

from __future__ import annotations

import contextlib
import gzip
import os
import secrets
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import IO, cast

from reconcile.errors import ClaimError


def write_whole(path: str | os.PathLike[str], text: str | Iterable[str]) -> None:
    """Write a text file in UTF-8, packed where its name ends in `.gz`: to a neighbour first, then renamed.

    Args:
        path: the file; an existing one is replaced in one step. A pipe or device is written to directly.
        text: the text, or pieces of it.

    Raises:
        ClaimError: the file cannot be written; an earlier file of that name is as it was.
    """
    pieces = (text,) if isinstance(text, str) else text
    try:
        _write(Path(os.path.realpath(path)), (piece.encode("utf-8", "backslashreplace") for piece in pieces))
    except (OSError, ValueError) as error:
        if isinstance(error, ClaimError):
            raise
        raise _unwritable(path, error) from None


def _write(target: Path, pieces: Iterable[bytes]) -> None:
    if target.exists() and not target.is_file():
        if target.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        with target.open("wb") as device:
            device.writelines(pieces)
        return
    with _neighbour(target) as raw:
        if target.suffix.lower() == ".gz":
            with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
                cast("IO[bytes]", packed).writelines(pieces)
        else:
            raw.writelines(pieces)


@contextlib.contextmanager
def _neighbour(target: Path) -> Generator[IO[bytes]]:
    """Open a new file beside `target`, which it replaces at the end; on any error it is taken away."""
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as raw:
            yield raw
            raw.flush()
            os.fsync(raw.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _unwritable(path: str | os.PathLike[str], error: Exception) -> ClaimError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)[:200]
    return ClaimError(
        f"cannot be written: {reason}",
        where=os.fspath(path),
        repair="check the folder, its rights and the space left",
    )
