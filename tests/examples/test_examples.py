"""Every example runs as a user runs it: in a process of its own, from another folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
KEY_LINES = {
    "coordination_centres.py": (
        "CONFLICTS",
        "DENIAL OF ALL",
        "2 + 1 = 3",
        "DIFFERENCES",
    ),
    "casualties.py": (
        "contradiction: 55 / 41",
        "at least 20: said in reprint, wire; 1 named voices, first-hand in Northwire",
        "33 civilians may be a part of 41 (possible)",
        "DENIAL OF ALL",
    ),
    "property_tests.py": (
        "test_our_pipeline_keeps_the_laws: holds",
        "test_a_reprint_convinces_nobody: holds",
    ),
}


def run(script: Path, folder: Path) -> str:
    """Return what a script prints; a warning, an error or a line on stderr fails the test."""
    command = [sys.executable, "-W", "error", "-X", "utf8", str(script)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder, timeout=300)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.mark.parametrize("name", KEY_LINES)
def test_an_example_prints_its_key_lines(name: str, tmp_path: Path) -> None:
    said = run(EXAMPLES / name, tmp_path)
    assert [line for line in KEY_LINES[name] if line not in said] == []
    assert {path.name for path in tmp_path.iterdir()} <= {".hypothesis"}


def test_an_example_prints_the_same_twice(tmp_path: Path) -> None:
    first, second = (run(EXAMPLES / "casualties.py", tmp_path) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_an_example_is_short_and_tested(script: Path) -> None:
    assert script.name in KEY_LINES
    assert len(script.read_text(encoding="utf-8").splitlines()) < 80
