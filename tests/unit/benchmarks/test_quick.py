"""Prevent a benchmark from breaking unseen: each one runs on small invented data and reports in JSON."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[3] / "benchmarks"


def summary(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])
    monkeypatch.setattr(sys, "argv", [name, "--quick"])
    runpy.run_path(str(FOLDER / name), run_name="__main__")
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_birthplaces(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = summary("birthplaces.py", monkeypatch, capsys)
    assert found["above_in_conflict"] == found["apart_without_contradiction"] == 0


def test_flight(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = summary("flight.py", monkeypatch, capsys)
    assert found["events"] == 40
    assert max(found["alone"], key=found["alone"].get) in ("site0", "site1")


def test_meltt_deaths(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = summary("meltt_deaths.py", monkeypatch, capsys)
    assert (found["contested_bare"], found["contested"]) == (40, 20)


def test_reprints(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = summary("reprints.py", monkeypatch, capsys)
    assert found["right"] >= 0.98
    assert found["more_than_without_copies"] == 0
