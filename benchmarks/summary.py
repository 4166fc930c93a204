"""The tables of `docs/benchmarks-alignment.md`: every alignment benchmark is run, and what it found is written there.

    python benchmarks/summary.py --data ../shared/data [--speed FOLDER] [--only meltt linkage]

`--speed` names a folder that holds 100,000 claims of `make_claims.py`. `--only` runs some scripts; the rows of the
others stay as they are. The table of verdicts is made from `verdicts/meltt.csv`, which people fill in.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks-alignment.md"
VERDICTS = HERE / "verdicts" / "meltt.csv"


class Row(NamedTuple):
    """One line of the table: what is run, where its last line holds the score, and how it came about."""

    data: str
    script: str
    options: str
    where: str
    asked: str
    learned: str


FITTED = "weights fitted on the train split, threshold by cross-validation there"
SHIPPED = "shipped weights, judged by hand before; nothing fitted"
HELD_OUT = "each topic by weights that never saw it; threshold chosen on these scores"
ROWS = (
    Row("ECB+ dev", "ecbplus", "--split dev", "conll", "76", FITTED),
    Row("ECB+ dev, unsupervised", "ecbplus", "--split dev --unsupervised", "conll", "72", "no labels"),
    Row("X-AMR dev, first annotator", "xamr", "--annotator ann1 --held-out", "conll", "82", HELD_OUT),
    Row("X-AMR dev, second annotator", "xamr", "--annotator ann2 --held-out", "conll", "82", HELD_OUT),
    Row("X-AMR dev, both", "xamr", "--held-out", "conll", "78", HELD_OUT),
    Row("MELTT, Nigeria 2011", "meltt", "", "Nigeria_2011 f1", "93", "MELTT's own rule, from its manual and program"),
    Row("MELTT, simulated crashes", "meltt", "", "crash_md f1", "100", "the same; coordinates exchanged, see below"),
    Row("MELTT, by likeness", "meltt", "", "by_likeness Nigeria_2011 f1", "–", "judged by hand, not fitted; see below"),
    Row("crashes, by likeness", "meltt", "", "by_likeness crash_md f1", "–", "the same"),
    Row("DBLP–ACM", "linkage", "er_pairs", "dblp_acm f1", "97", f"{SHIPPED}; evidence alone decides"),
    Row("Abt–Buy", "linkage", "er_pairs", "abt_buy f1", "85", f"{SHIPPED}; evidence alone decides"),
    Row("Febrl 3", "linkage", "febrl", "dataset3 f1", "97", SHIPPED),
    Row("Febrl 4", "linkage", "febrl", "dataset4 f1", "–", SHIPPED),
    Row("100,000 invented claims", "speed", "", "f1", "90.9", "expectation–maximization on the claims themselves"),
)
FOLDERS = {"ecbplus": "ecbplus", "xamr": "ecbplus", "meltt": "meltt", "linkage": ""}


def measured(row: Row, *, data: Path, speed: Path | None) -> dict[str, Any] | None:
    """Return the last line of one run; None where its data are not given.

    Args:
        row: what to run.
        data: the folder of the data sets.
        speed: the folder of the invented claims.
    """
    folder = speed if row.script == "speed" else data / FOLDERS[row.script]
    if folder is None:
        return None
    options = row.options.split()
    if row.script == "linkage":
        folder, options = folder / options[0], options[1:]
    command = [sys.executable, str(HERE / f"{row.script}.py"), "--data", str(folder), *options]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")  # noqa: S603 - our own scripts
    return json.loads(done.stdout.splitlines()[-1])


def line(row: Row, found: dict[str, Any]) -> str:
    """Return one line of the table.

    Args:
        row: what was run.
        found: the last line of the run.
    """
    score: Any = found
    for name in row.where.split():
        score = score[name]
    folder = "FOLDER" if row.script == "speed" else "D/" + (FOLDERS[row.script] or row.options.split()[0])
    options = "" if row.script == "linkage" else f" {row.options}".rstrip()
    command = f"`{row.script}.py --data {folder}{options}`"
    return f"| {row.data} | {command} | {row.where.split()[-1]} {100 * score:.1f} | {row.asked} | {row.learned} |"


def verdicts(path: Path = VERDICTS) -> list[str]:
    """Return the lines of the table of verdicts, and the totals.

    Args:
        path: a table with the columns one, two, joined_by, right and reason.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [
        f"| {_short(r['one'])} | {_short(r['two'])} | {r['joined_by']} | {r['right']} | {r['reason']} |" for r in rows
    ]
    right = Counter((row["joined_by"], row["right"]) for row in rows)
    every = Counter(row["right"] for row in rows)
    totals = [
        f"| {who} | {right[who, 'likeness']} | {right[who, 'reference']} | {right[who, 'unclear']} |"
        for who in ("likeness", "reference")
    ]
    return [
        "| pairs joined by | likeness is right | the reference is right | unclear |", "| --- | ---: | ---: | ---: |",
        *totals, f"| all {len(rows)} | {every['likeness']} | {every['reference']} | {every['unclear']} |", "",
        "| one | two | joined by | right | why |", "| --- | --- | --- | --- | --- |", *told,
    ]  # fmt: skip


def _short(record: str) -> str:
    return record.split(":", maxsplit=1)[1]


def replaced(page: str, name: str, lines: Iterable[str]) -> str:
    r"""Return a page with other lines between `<!-- name -->` and `<!-- end -->`.

    >>> replaced("<!-- a -->\nold\n<!-- end -->", "a", ["new"])
    '<!-- a -->\nnew\n<!-- end -->'
    """
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    text = "".join(one + "\n" for one in lines)
    return pattern.sub(lambda found: found[1] + text + found[2], page)


def main() -> None:
    """Run the benchmarks and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--speed", type=Path, help="folder with invented claims")
    parser.add_argument("--only", nargs="*", default=[], help="scripts to run, without .py")
    given = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    before = {one.split("|")[1].strip(): one for one in page.splitlines() if one.startswith("| ")}
    runs: dict[tuple[str, str], dict[str, Any] | None] = {}
    lines = [
        "| data | command | measured, × 100 | asked | how the weights came about |",
        "| --- | --- | --- | --- | --- |",
    ]
    for row in ROWS:
        if given.only and row.script not in given.only:
            lines += [before[row.data]] if row.data in before else []
            continue
        key = row.script, row.options
        runs[key] = runs[key] if key in runs else measured(row, data=given.data, speed=given.speed)
        found = runs[key]
        lines += [line(row, found)] if found else [before[row.data]] if row.data in before else []
        print(lines[-1], flush=True)
    page = replaced(replaced(page, "results", lines), "verdicts", verdicts())
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
