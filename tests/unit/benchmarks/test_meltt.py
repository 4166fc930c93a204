"""Records of event data sets become claims by their own country's taxonomy, and merge in turn."""

from __future__ import annotations

import csv
import gzip
import json
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[3] / "benchmarks"
LEVELS = ("taxonomy", "country", "source", "raw_value", "level1", "level2")


def record(name: str, day: int, kind: str, *, country: str = "Xland_2001", **more: Any) -> dict[str, Any]:
    source = name.split(":", maxsplit=1)[0]
    return {
        "record_id": f"{country}:{name}", "country": country, "source": source, "lat": 5.0, "lon": 7.0,
        "date_start": f"2001-05-{day:02d}", "date_end": f"2001-05-{day:02d}", "event_type": kind, **more,
    }  # fmt: skip


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])
    monkeypatch.setattr(sys, "argv", ["meltt.py", "--data", str(folder)])
    runpy.run_path(str(FOLDER / "meltt.py"), run_name="__main__")
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_each_country_is_read_by_its_own_taxonomy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        record("north:1", 3, "raid", cluster="one"),
        record("south:1", 4, "march", cluster="two"),
        record("south:2", 4, "ambush", cluster="one"),
        record("south:3", 6, "ambush", cluster="three"),
        record("north:1", 3, "raid", cluster="same", country="Yland_2001"),
        record("south:1", 3, "march", cluster="same", country="Yland_2001"),
    ]
    with gzip.open(tmp_path / "events.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    with gzip.open(tmp_path / "taxonomies.csv.gz", "wt", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(LEVELS)
        for country, peaceful in (("Xland_2001", "peaceful"), ("Yland_2001", "violent")):
            table.writerow(["event_tax", country, "north", "raid", "attack", "violent"])
            table.writerow(["event_tax", country, "south", "ambush", "attack", "violent"])
            table.writerow(["event_tax", country, "south", "march", "protest", peaceful])
    found = run(tmp_path, monkeypatch, capsys)
    assert (found["Xland_2001"]["f1"], found["Yland_2001"]["f1"]) == (1.0, 1.0)
    assert found["by_likeness"]["Xland_2001"]["f1"] == 1.0
