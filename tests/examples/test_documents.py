"""What the documents show is what happens: every fenced block of Python runs, page by page, in order, in one scope.

That the outputs of blocks without `>>>` are current is tested in tests/unit/test_repository.py, by `docs/generate.py`.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
BLOCK = re.compile(r"^```(?:python|pycon)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    scope: dict[str, Any] = {"__name__": "document"}
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1))
        if block[1].startswith(">>> "):
            checked(block[1], scope, page, line)
        else:
            exec(compile("\n" * line + block[1], str(page), "exec", dont_inherit=True), scope)  # noqa: S102


def checked(block: str, scope: dict[str, Any], page: Path, line: int) -> None:
    """Run a block as a doctest, and leave in `scope` what it made."""
    test = doctest.DocTestParser().get_doctest(block, scope, page.name, str(page), line)
    said: list[str] = []
    failed = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=said.append, clear_globs=False).failed
    scope.update(test.globs)
    assert failed == 0, "".join(said)
