"""Results to read: as text, Markdown, a web page or a table."""

from reconcile.report.explain import explain_conflict
from reconcile.report.text import render_text

__all__ = ["explain_conflict", "render_text"]
