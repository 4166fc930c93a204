"""Prevent an example from promising what it no longer prints: outputs in the documents are made by running them.

In a page, every `python` block without `>>>` is run as it stands, all blocks of one page in one scope, in an empty
folder. A `text` block right after one is what it printed.

>>> page = ["```python", "print(1 + 1)", "```", "", "```text", "3", "```", ""]
>>> refreshed(chr(10).join(page), "page").splitlines()[5]
'2'
"""
# ruff: noqa: INP001

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from typing import Any

BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```\n(?P<output>\n```text\n.*?^```\n)?", re.DOTALL | re.MULTILINE)


def refreshed(text: str, name: str) -> str:
    """Return a page with every output as it is now.

    Args:
        text: the page, in Markdown.
        name: its name, for messages of errors.

    Raises:
        Exception: whatever a block raises; a page shows only what works.
    """
    scope: dict[str, Any] = {"__name__": f"documents.{re.sub(r'[^a-z]', '_', name.lower())}"}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return BLOCK.sub(lambda block: _replayed(block, text, name, scope), text)


def _replayed(block: re.Match[str], text: str, name: str, scope: dict[str, Any]) -> str:
    code = block["code"]
    if ">>> " in code:
        return block[0]
    line = text.count("\n", 0, block.start("code"))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile("\n" * line + code, name, "exec", dont_inherit=True), scope)  # noqa: S102
    shown = "\n".join(one.rstrip() for one in printed.getvalue().rstrip("\n").split("\n"))
    return f"```python\n{code}```\n" + (f"\n```text\n{shown}\n```\n" if block["output"] else "")
