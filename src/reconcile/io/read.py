"""Prevent the first broken line from hiding the others: a file is read to its end, and all its errors come together.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "claims.jsonl").write_text('{"about": "two centres", "source": "Rudaw"}')
...     print(read_claims(f"{folder}/claims.jsonl")[0].about)
two centres
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Literal, cast, get_args

from typing_extensions import TypeVar

from reconcile.claims import Claim
from reconcile.collecting import uncollected
from reconcile.errors import ClaimError, shown
from reconcile.io.found import named
from reconcile.io.gathering import Gathering
from reconcile.io.jsonl import Found, json_lines, json_list
from reconcile.io.limits import LIMITS, Limits
from reconcile.io.records import Chooser
from reconcile.io.stream import opened
from reconcile.io.tables import csv_rows

C = TypeVar("C", bound=Claim, default=Claim)
Errors = Literal["raise", "collect"]
Format = Literal["jsonl", "json", "csv"]
_ENDINGS: dict[str, Format] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv"}


class Claims(list[C]):
    """The claims of a file, and the errors of the records that are none.

    Attributes:
        errors: one error per broken field, in the order of the file; empty unless errors were collected.

    >>> Claims([]).errors
    ()
    """

    def __init__(self, claims: Iterable[C] = (), *, errors: Iterable[ClaimError] = ()) -> None:
        super().__init__(claims)
        self.errors: tuple[ClaimError, ...] = tuple(errors)


def read_claims(
    path: str | os.PathLike[str],
    *types: type[C],
    errors: Errors = "raise",
    format: Format | None = None,  # noqa: A002 - the word of the command line
    max_records: int = LIMITS.max_records,
    max_line: int = LIMITS.max_line,
    max_bytes: int = LIMITS.max_bytes,
    max_errors: int = LIMITS.max_errors,
) -> Claims[C]:
    """Return the claims of a file of JSON Lines, JSON or CSV.

    The format goes by the ending: `.jsonl`, `.ndjson`, `.json` (a list, or an object with "claims") or `.csv` (a header
    of fields, nested ones with dots), each also packed as `.gz`. Equal claims given twice are kept twice.

    Args:
        path: the file.
        types: classes of claims; each record goes to the one whose fields know most of its keys, of equals to the
            one given first. By default `Claim`.
        errors: `"raise"` refuses the file with all its errors at once; `"collect"` returns the good claims with the
            errors in `errors`.
        format: the format, where the ending does not tell.
        max_records: records allowed, blank lines counted.
        max_line: bytes allowed in a line of JSON Lines or CSV.
        max_bytes: bytes allowed in the file once unpacked.
        max_errors: errors told one by one; further ones are counted.

    Raises:
        ClaimError: a record is no claim, two claims share an id, or the file cannot be read.

    >>> read_claims("nowhere.jsonl")
    Traceback (most recent call last):
    reconcile.errors.ClaimError: nowhere.jsonl: no such file (check the name and the folder)
    """
    _check_arguments(types, errors, format)
    limits = Limits(max_records, max_line, max_bytes, max_errors)
    gathering = Gathering(cast("tuple[type[Claim], ...]", types) or (Claim,), limits)
    read_into(gathering, path, format=format)
    if errors == "raise" and gathering.errors:
        raise ClaimError.gather(gathering.errors)
    return Claims(cast("list[C]", gathering.claims), errors=gathering.errors)


def _check_arguments(types: Sequence[object], errors: str, format: str | None) -> None:  # noqa: A002
    """Refuse what a type checker would have refused, so that a misspelt word is not taken for the other choice."""
    if errors not in get_args(Errors):
        raise ClaimError(f"errors={shown(errors)}", repair='give "raise" or "collect"')
    if format is not None and format not in get_args(Format):
        raise ClaimError(f"format={shown(format)}", repair=f"give one of {', '.join(get_args(Format))}")
    odd: list[object] = [one for one in types if not (isinstance(one, type) and issubclass(one, Claim))]
    if odd:
        raise ClaimError(f"not a class of claims: {shown(odd[0])}", repair="give Claim or subclasses of it")


def read_files(paths: Iterable[str | os.PathLike[str]], *types: type[C]) -> Claims[C]:
    """Return the claims of several files, as if they were one.

    Args:
        paths: the files.
        types: classes of claims, as for `read_claims`.

    Raises:
        ClaimError: all errors of all files, two claims of one id in two files among them.
    """
    claims = collect_files(paths, *types)
    if claims.errors:
        raise ClaimError.gather(claims.errors)
    return claims


def collect_files(paths: Iterable[str | os.PathLike[str]], *types: type[C]) -> Claims[C]:
    """Return the good claims of several files, with the errors of the others in `errors`.

    Args:
        paths: the files; one named twice is read once.
        types: classes of claims, as for `read_claims`.
    """
    gathering = Gathering(cast("tuple[type[Claim], ...]", types) or (Claim,), LIMITS)
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        read_into(gathering, path)
    return Claims(cast("list[C]", gathering.claims), errors=gathering.errors)


def read_into(gathering: Gathering, path: str | os.PathLike[str], *, format: Format | None = None) -> None:  # noqa: A002
    """Add the claims and errors of one file to what is gathered.

    Args:
        gathering: claims and errors so far.
        path: the file.
        format: the format, where the ending does not tell.
    """
    name = named(os.fspath(path))
    with uncollected():
        try:
            chosen = format or _format(path)
            with opened(path) as stream:
                gathering.take(_found(stream, chosen, gathering), name)
        except ClaimError as error:
            gathering.fail(error.at(name))


def _found(stream: IO[bytes], format: Format, gathering: Gathering) -> Iterator[Found]:  # noqa: A002
    if format == "csv":
        return csv_rows(stream, chooser=Chooser(gathering.types), limits=gathering.limits)
    return (json_lines if format == "jsonl" else json_list)(stream, limits=gathering.limits)


def _format(path: str | os.PathLike[str]) -> Format:
    plain = os.fspath(path).lower().removesuffix(".gz")
    known: Format | None = next((kind for ending, kind in _ENDINGS.items() if plain.endswith(ending)), None)
    if known is None and not os.path.isdir(path):  # noqa: PTH112 - total, also for names no file can have
        endings = ", ".join(_ENDINGS)
        raise ClaimError("the ending does not tell the format", repair=f"name it {endings}, or give format")
    return known or "jsonl"
