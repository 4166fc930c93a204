"""Results to read: as text, Markdown, a web page or a table."""

from reconcile.report.explain import explain_conflict
from reconcile.report.forms import Form
from reconcile.report.html import render_html
from reconcile.report.markdown import render_markdown
from reconcile.report.save import form_of, rendered, save
from reconcile.report.table import render_csv
from reconcile.report.text import render_text

__all__ = [
    "Form",
    "explain_conflict",
    "form_of",
    "render_csv",
    "render_html",
    "render_markdown",
    "render_text",
    "rendered",
    "save",
]
