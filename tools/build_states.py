"""Write the states of the built-in lexicon: every country's names, as a party that acts.

uv run tools/build_states.py [--check]
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent / "gazetteer"
STATES = HERE.parents[1] / "src" / "reconcile" / "language" / "data" / "states.jsonl"


def lines() -> str:
    """Return one JSON line for each country that `countries.csv` names."""
    text = ""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = list(dict.fromkeys(part for key in row if key != "iso" for part in row[key].split("|") if part))
            if names:
                state = {"id": f"state-{row['iso'].lower()}", "kind": "state", "names": names}
                text += json.dumps(state, ensure_ascii=False) + "\n"
    return text


def main() -> int:
    """Write the file, or with `--check` compare it; return the exit status."""
    if "--check" not in sys.argv[1:]:
        STATES.write_text(lines(), encoding="utf-8")
        return 0
    same = STATES.read_text(encoding="utf-8") == lines()
    sys.stdout.write("the states are what their script makes\n" if same else "the states differ\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
