"""Write the states of the built-in lexicon, every country's names as a party that acts, and the keys of all its names.

uv run tools/build_states.py [--check]
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from reconcile.language.lexicon import builtin_rows, names_in
from reconcile.language.names.keys import first_key

HERE = Path(__file__).parent / "gazetteer"
STATES = HERE.parents[1] / "src" / "reconcile" / "language" / "data" / "states.jsonl"
KEYS = STATES.with_name("lexicon_keys.txt")


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


def keys() -> str:
    """Return the key of each name of the lexicon, one a line; the states must have been written."""
    return "".join(f"{first_key(name)}\n" for name in names_in(builtin_rows()))


def main() -> int:
    """Write the files, or with `--check` compare them; return the exit status."""
    for path, text in ((STATES, lines), (KEYS, keys)):
        if "--check" not in sys.argv[1:]:
            path.write_text(text(), encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text():
            sys.stdout.write(f"{path.name} differs from what its script makes\n")
            return 1
    sys.stdout.write("the states and the keys of the lexicon are what their script makes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
