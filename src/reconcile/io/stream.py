r"""Prevent a traceback for a file that is missing, a folder, cut off or a bomb: bytes come bounded, or an error.

>>> import io
>>> [line for _, line in lines(io.BytesIO(b"a\r\nb"), limits=Limits())]
[b'a', b'b']
"""

from __future__ import annotations

import contextlib
import gzip
import os
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, cast

from reconcile.errors import ClaimError
from reconcile.io.limits import Limits

_BROKEN = (OSError, EOFError, zlib.error)
_UTF32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_CHUNK = 2**16


@contextlib.contextmanager
def opened(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """Open a file of bytes, decompressed where its name ends in `.gz`.

    Args:
        path: the file.

    Raises:
        ClaimError: there is no such file, or it cannot be read.
    """
    with _plain(path) as raw:
        if os.fspath(path).lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=raw, mode="rb") as unpacked:
                yield cast("IO[bytes]", unpacked)
        else:
            yield raw


def _plain(path: str | os.PathLike[str]) -> IO[bytes]:
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise ClaimError("no such file", repair="check the name and the folder") from None
    except IsADirectoryError:
        raise _folder() from None
    except (OSError, ValueError) as error:
        raise ClaimError(f"cannot be opened: {_reason(error)}", repair="check the name and its rights") from None


def lines(stream: IO[bytes], *, limits: Limits) -> Iterator[tuple[int, bytes | ClaimError]]:
    """Yield each line with its number from 1, without its end and a byte order mark.

    Args:
        stream: bytes, maybe hostile.
        limits: a longer line is yielded as a `ClaimError` and passed over.

    Raises:
        ClaimError: the stream is longer than allowed, broken or in UTF-16.
    """
    total = number = 0
    most, longest = limits.max_bytes, limits.max_line
    with _to_its_end():
        while chunk := stream.readline(longest + 2):
            number += 1
            total += len(chunk)
            if number == 1:
                chunk = _unmarked(chunk)
            line = chunk.rstrip(b"\r\n")
            if len(line) > longest:
                total += _skipped(stream, chunk, room=most - total)
                yield number, _too_long(limits)
            else:
                yield number, line
            if total > most:
                raise _too_big(limits)


def _skipped(stream: IO[bytes], chunk: bytes, *, room: int) -> int:
    passed = 0
    while not chunk.endswith(b"\n") and passed <= room and chunk:
        chunk = stream.readline(_CHUNK)
        passed += len(chunk)
    return passed


def whole(stream: IO[bytes], *, limits: Limits) -> bytes:
    """Return all bytes of a stream, without a byte order mark.

    Args:
        stream: bytes, maybe hostile.
        limits: more bytes than allowed are refused.

    Raises:
        ClaimError: the stream is longer than allowed, broken or in UTF-16.
    """
    parts: list[bytes] = []
    total = 0
    with _to_its_end():
        while chunk := stream.read(_CHUNK * 16):
            total += len(chunk)
            if total > limits.max_bytes:
                raise _too_big(limits)
            parts.append(chunk)
    return _unmarked(b"".join(parts))


@contextlib.contextmanager
def _to_its_end() -> Generator[None]:
    """Turn what stops the reading of a stream into a `ClaimError`."""
    try:
        yield
    except IsADirectoryError:
        raise _folder() from None
    except _BROKEN as error:
        raise ClaimError(f"cannot be read to its end: {_reason(error)}", repair="fetch or pack the file anew") from None


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    reason = reason[:200].encode("utf-8", "backslashreplace").decode()
    return reason or type(error).__name__


def _unmarked(chunk: bytes) -> bytes:
    if chunk.startswith(_UTF32) or b"\0\0\0" in chunk[:4]:
        raise ClaimError("the file is in UTF-32, not UTF-8", repair="save it as UTF-8")
    if chunk.startswith(_UTF16) or b"\0" in chunk[:2]:
        raise ClaimError("the file is in UTF-16, not UTF-8", repair="save it as UTF-8")
    return chunk.removeprefix(_BOM)


def _folder() -> ClaimError:
    return ClaimError("a folder, not a file", repair="name the files in it")


def _too_long(limits: Limits) -> ClaimError:
    return ClaimError(f"the line is longer than {limits.max_line:,} bytes", repair="shorten it, or raise max_line")


def _too_big(limits: Limits) -> ClaimError:
    return ClaimError(f"the file holds more than {limits.max_bytes:,} bytes", repair="split it, or raise max_bytes")
