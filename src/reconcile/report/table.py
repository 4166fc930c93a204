"""Prevent a spreadsheet from running what a source wrote: a cell that would be a formula begins with an apostrophe.

>>> guarded("=SUM(A1)"), guarded("five")
("'=SUM(A1)", 'five')
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from reconcile.diff.model import Conflict
from reconcile.report.explain import explain_conflict, reasons_words
from reconcile.report.outline import Result, sharpest
from reconcile.report.values import value_words
from reconcile.report.words import CLOSE, OPEN, plainly

COLUMNS = (
    "id", "kind", "breadth", "severity", "field", "events", "values", "voices", "carriers", "claims", "readings",
    "same_voice", "same_document", "same_outlet", "explanation",
)  # fmt: skip
_STARTS = frozenset("=+-@\t\r\n|%＝＋－＠")
_BETWEEN = " | "


def render_csv(result: Result) -> str:
    """Return the conflicts and differences as a CSV table, one a row, sharpest first.

    Args:
        result: a reconciliation.

    Returns:
        Text with a header; several values in one cell stand between " | ", those of one position between ", ".
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    ranked = (*sharpest(result.conflicts), *sharpest(result.differences))
    writer.writerows([guarded(cell) for cell in _row(one)] for one in ranked)
    return out.getvalue()


def guarded(text: str) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula.

    Args:
        text: what a cell shall hold.
    """
    plain = text.replace(OPEN, "").replace(CLOSE, "")
    return f"'{text}" if plain.lstrip()[:1] in _STARTS or plain[:1] in _STARTS else text


def _row(one: Conflict) -> tuple[str, ...]:
    sides = one.positions
    return (
        one.id,
        one.kind.value,
        one.breadth or "",
        f"{one.severity:.3f}",
        plainly(one.field),
        " ".join(one.events),
        _BETWEEN.join(value_words(position.value) for position in sides),
        _BETWEEN.join(_plain(position.voices) or "nobody named" for position in sides),
        _BETWEEN.join(_plain(position.carriers) or "nobody" for position in sides),
        _BETWEEN.join(_plain(position.ids) for position in sides),
        _BETWEEN.join(reasons_words(one)),
        *("yes" if mark else "no" for mark in (one.same_voice, one.same_document, one.same_outlet)),
        explain_conflict(one),
    )


def _plain(names: Iterable[str]) -> str:
    return ", ".join(plainly(name) for name in names)
