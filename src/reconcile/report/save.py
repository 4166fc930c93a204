"""Prevent half a report: a result is written in the form its ending names, whole or not at all.

>>> from reconcile import reconcile
>>> rendered(reconcile([]), "html")[:15]
'<!doctype html>'
"""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import Protocol, get_args

from reconcile.errors import ClaimError, shown
from reconcile.io.atomic import write_whole
from reconcile.report.forms import Form
from reconcile.report.html import render_html
from reconcile.report.markdown import render_markdown
from reconcile.report.outline import Result
from reconcile.report.table import render_csv
from reconcile.report.text import WIDTH, render_text

_ENDINGS: dict[str, Form] = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json",
    ".csv": "csv",
}  # fmt: skip


class WritableResult(Result, Protocol):
    """A reconciliation that can also be written as JSON."""

    def to_json(self) -> str:
        """Return the whole result as JSON."""
        ...


def save(result: WritableResult, path: str | os.PathLike[str], *, form: Form | None = None) -> None:
    """Write a result to a file.

    Args:
        result: a reconciliation.
        path: the file; by its ending `.txt`, `.md`, `.html`, `.json` (the whole result) or `.csv` (the table of
            conflicts and differences).
        form: the form, where the ending does not tell.

    Raises:
        ClaimError: the ending is none of these, or the file cannot be written.
    """
    write_whole(path, rendered(result, form or form_of(path)))


def form_of(path: str | os.PathLike[str]) -> Form:
    """Return the form that a file's ending names.

    Args:
        path: the file.

    Raises:
        ClaimError: it names none.

    >>> form_of("report.md")
    'markdown'
    """
    ending = PurePath(path).suffix.lower()
    if ending not in _ENDINGS:
        raise ClaimError(f"no form of report ends in {shown(ending)}", repair=f"one of {', '.join(_ENDINGS)}")
    return _ENDINGS[ending]


def rendered(result: WritableResult, form: Form, *, width: int = WIDTH) -> str:
    """Return a result in one of the forms.

    Args:
        result: a reconciliation.
        form: `text`, `markdown`, `html`, `json` or `csv`.
        width: columns of a line of text.

    Raises:
        ClaimError: there is no such form.
    """
    match form:
        case "text":
            return render_text(result, width=width) + "\n"
        case "markdown":
            return render_markdown(result)
        case "html":
            return render_html(result)
        case "json":
            return result.to_json() + "\n"
        case "csv":
            return render_csv(result)
        case _:
            raise ClaimError(f"no form of report {shown(form)}", repair=f"one of {', '.join(get_args(Form))}")
