"""Prevent a run that ends in a traceback or in half a file: it reads, checks and reports, or says why not.

>>> main(["check", "nowhere.jsonl"])
2
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import os
import shutil
import sys
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, NoReturn, TextIO, cast, get_args

from reconcile.errors import ClaimError, shown
from reconcile.report.words import counted

if TYPE_CHECKING:
    from reconcile.claims import Claim
    from reconcile.reconciliation import Reconciliation
    from reconcile.report import Form

OK, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
_KINDS = ("denial", "contradiction", "discrepancy", "revision", "difference", "conflict")
_EXITS = "exit codes: 0 done, 1 a kind given by --fail-on was found, 2 an error, told on stderr one a line"


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave."""
        self.exit(FAILED, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what follows the command's name; by default those of the process.

    Returns:
        The exit code: 0 done, 1 where `--fail-on` found its kind, 2 for errors.
    """
    atexit.register(gc.freeze)  # when the process ends, nobody waits for the collector's last look at every object
    try:
        options = _parser().parse_args(arguments)
        return _guarded(options)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILED


def _guarded(options: argparse.Namespace) -> int:
    try:
        return _check(options) if options.command == "check" else _report(options)
    except ClaimError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return FAILED
    except MemoryError:
        return _failed(ClaimError("the memory does not suffice", repair="give fewer claims in one run"))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="reconcile", description="What many sources say about the same events.", epilog=_EXITS)
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    report = commands.add_parser("report", help="report who agrees and who contradicts whom", epilog=_EXITS)
    check = commands.add_parser("check", help="only check that the files hold claims", epilog=_EXITS)
    for one in (report, check):
        one.add_argument("files", nargs="+", metavar="FILE", help=".jsonl, .ndjson, .json or .csv, also packed as .gz")
    _report_options(report)
    check.add_argument("--evidence", metavar="FOLDER", help="prove the evidence against these text files")
    check.add_argument("--format", choices=("text", "json"), default="text", help="form of the findings")
    return parser


def _report_options(report: argparse.ArgumentParser) -> None:
    from reconcile.report import Form

    report.add_argument("--format", choices=get_args(Form), help="by default that of --output's ending, else text")
    report.add_argument("--output", metavar="FILE", help="write here instead of the standard output")
    report.add_argument(
        "--fail-on", action="append", choices=_KINDS, default=[], metavar="KIND",
        help=f"exit with 1 where one is found, may be repeated: {', '.join(_KINDS)} (any of the first three)",
    )  # fmt: skip
    report.add_argument("--lexicon", metavar="FILE", help="names of people and organizations")
    report.add_argument("--gazetteer", metavar="FILE", help="places beyond those that are built in")
    report.add_argument("--rulings", metavar="FILE", help="what people decided, as JSON Lines")
    report.add_argument("--width", type=_width, help="columns of a line of text, 40 or more")


def _width(text: str) -> int:
    if text.isascii() and text.isdigit() and 40 <= int(text[:6]) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"not a width from 40 to 1000: {shown(text)}")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"reconcile {version('reconcile')}"
    except PackageNotFoundError:
        return "reconcile, not installed"


def _report(options: argparse.Namespace) -> int:
    from reconcile.report import form_of, rendered, save

    output = cast("str | None", options.output)
    if output and any(os.path.realpath(one) == os.path.realpath(output) for one in options.files):
        raise ClaimError("the report would replace the claims", where=output, repair="give another name")
    form: Form = options.format or (form_of(output) if output else "text")
    result = _reconciled(options)
    if output:
        save(result, output, form=form)
    else:
        _print(rendered(result, form, width=options.width or _columns(sys.stdout)))
    return FOUND if _finds(result, options.fail_on) else OK


def _reconciled(options: argparse.Namespace) -> Reconciliation[Claim]:
    from reconcile.io.rulings import read_rulings
    from reconcile.language import Gazetteer, Lexicon
    from reconcile.reconciliation import reconcile

    rulings = read_rulings(options.rulings) if options.rulings else ()
    gazetteer = Gazetteer.load(options.gazetteer) if options.gazetteer else None
    lexicon = Lexicon.load(options.lexicon) if options.lexicon else None
    claims = _read(options.files)
    with _telling(f"reconciling {len(claims):,} claims"):
        return reconcile(claims, gazetteer=gazetteer, lexicon=lexicon, rulings=rulings)


def _read(files: Sequence[str]) -> list[Claim]:
    from reconcile.io.read import read_files

    with _telling(f"reading {counted(len(files), 'file')}"):
        return read_files(files)


def _finds(result: Reconciliation[Claim], kinds: Sequence[str]) -> bool:
    found = {one.kind.value for one in (*result.conflicts, *result.differences)}
    return bool(found & set(kinds)) or ("conflict" in kinds and bool(result.conflicts))


def _check(options: argparse.Namespace) -> int:
    from reconcile.io.proof import verify_evidence
    from reconcile.io.read import collect_files

    with _telling("checking"):
        claims = collect_files(options.files)
        errors = list(claims.errors)
        if options.evidence:
            errors += verify_evidence(claims, options.evidence, errors="collect")
    proved = sum(len(claim.evidence) for claim in claims) if options.evidence else 0
    _print(_findings(options, len(claims), proved, errors))
    return _failed(ClaimError.gather(errors)) if errors else OK


def _findings(options: argparse.Namespace, claims: int, pieces: int, errors: Sequence[ClaimError]) -> str:
    if options.format == "json":
        import json

        told = [{"where": one.where, "found": one.found, "repair": one.repair} for one in errors]
        return json.dumps({"claims": claims, "evidence": pieces, "errors": told}, ensure_ascii=False) + "\n"
    if errors:
        return ""
    evidence = f", {counted(pieces, 'piece')} of evidence proved" if options.evidence else ""
    return f"{counted(claims, 'claim')} in {counted(len(options.files), 'file')}{evidence}, no errors\n"


def _columns(stream: TextIO) -> int:
    from reconcile.report.text import WIDTH

    if not stream.isatty():
        return WIDTH
    return max(40, min(shutil.get_terminal_size().columns, 120))


def _print(text: str) -> None:
    """Write to the standard output in UTF-8; a reader that has left early is not an error."""
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(errors="backslashreplace")  # pyright: ignore
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def _telling(what: str) -> Generator[None]:
    """Say on a terminal what is being done, and take it away again."""
    told = sys.stderr.isatty()
    if told:
        print(f"{what} …", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _failed(error: ClaimError) -> int:
    """Tell each single error on a line of its own."""
    for one in error.errors:
        line = " ".join(str(one).split())
        print(line.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
    return FAILED
