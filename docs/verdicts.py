"""Prevent a table of verdicts that says what was once meant: every row comes from running the engine on two claims.

`uv run docs/verdicts.py` writes docs/reference/verdicts.md and the outputs of docs/readings.md; with `--check` it
writes nothing and exits 1 where a page is not current. Each combination of relation × frame × time × lineage × polarity
is one event of two claims.
"""
# ruff: noqa: INP001, T201

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import reconcile as rc

FOLDER = Path(__file__).resolve().parent
PAGE = FOLDER / "reference" / "verdicts.md"
READINGS = FOLDER / "readings.md"
NOTE = "<!-- Written by `uv run docs/verdicts.py`. Change the code, not this page. -->"
Fields = Mapping[str, Any]
Sides = tuple[Any, Any]

SAME = {"low": 4, "high": 4}
COUNTS: dict[str, Sides] = {
    "equal": (SAME, SAME),
    "narrower": (SAME, {"low": 2}),
    "broader": ({"low": 2}, SAME),
    "compatible": ({"low": 2, "high": 5}, {"low": 4, "high": 8}),
    "exclusive": (SAME, {"low": 6, "high": 6}),
    "exclusive (falls)": ({"low": 6, "high": 6}, SAME),
}
PERIODS: dict[str, Sides] = {
    "equal": ("2021-02-03", "2021-02-03"),
    "narrower": ("2021-02-03", "2021-02"),
    "broader": ("2021-02", "2021-02-03"),
    "compatible": ("2021-02-01/2021-02-10", "2021-02-05/2021-02-15"),
    "exclusive": ("2021-02-03", "2021-02-09"),
    "unknown": ("2021-02-03", {"raw": "some time ago"}),
}
LISTS: dict[str, Sides] = {
    "equal": ("أربيل", "Erbil"),
    "narrower": ("Khanaqin", "Diyala"),
    "narrower (longer)": (["Erbil", "Baghdad"], "Erbil"),
    "broader": ("Diyala", "Khanaqin"),
    "compatible": (["Erbil", "Baghdad"], ["Erbil", "Basra"]),
    "exclusive": ("Khanaqin", "Basra"),
    "unknown": ("Khanaqin", "Qaryat Nowhere"),
}
PHASES: dict[str, Sides] = {
    "equal": ("begun", "begun"),
    "narrower": ("begun", "agreed"),
    "broader": ("agreed", "begun"),
    "compatible": ("begun", "suspended"),
    "exclusive": ("not-implemented", "begun"),
    "exclusive (back)": ("begun", "not-implemented"),
}
ANYWHERE: dict[str, Sides] = {"equal": ({}, {}), "other places": ({"places": "Mosul"}, {"places": "Basra"})}
OF_COUNTS: dict[str, Sides] = {
    **ANYWHERE,
    "thing unstated": ({}, {"of": None}),
    "part unstated": ({"scope": "main"}, {}),
    "place unstated": ({"places": "Mosul"}, {}),
    "part of the places": ({"places": "Khanaqin"}, {"places": "Diyala"}),
    "overlapping places": ({"places": ["Mosul", "Erbil"]}, {"places": ["Mosul", "Basra"]}),
    "other part": ({"scope": "main"}, {"scope": "mobile"}),
    "other thing": ({}, {"of": "vehicles"}),
    "other measure": ({"unit": "percent"}, {}),
    "later date": ({"as_of": "2021-03-01"}, {"as_of": "2021-03-09"}),
    "an addition": ({}, {"increment": True}),
}
OF_TIMES: dict[str, Sides] = {
    **ANYWHERE,
    "phase unstated": ({"phase": "agreed"}, {}),
    "other phase": ({"phase": "agreed"}, {"phase": "begun"}),
}
OF_LISTS: dict[str, Sides] = {
    "equal": ({}, {}),
    "other count": ({"count": 2}, {"count": 1}),
    "the same count": ({"count": 2}, {"count": 2}),
}
TOPICS: dict[str, tuple[str, Fields, dict[str, Sides], dict[str, Sides]]] = {
    "count, of what may fall (rooms)": ("count", {"of": "rooms"}, COUNTS, OF_COUNTS),
    "count, of what only grows (killed)": ("count", {"of": "killed"}, COUNTS, OF_COUNTS),
    "when": ("when", {}, PERIODS, OF_TIMES),
    "places": ("places", {}, LISTS, OF_LISTS),
    "phase": ("phase", {}, PHASES, ANYWHERE),
}
TIMES: dict[str, Sides] = {
    "same day": ("2021-03-05", "2021-03-05"),
    "a first": ("2021-03-05", "2021-03-12"),
    "b first": ("2021-03-12", "2021-03-05"),
    "unknown order": (None, None),
}
OWN = {"basis": "own-reporting"}
LINEAGES: dict[str, Sides] = {
    "independent": ({"outlet": "A", **OWN}, {"outlet": "B", **OWN}),
    "one voice": ({"outlet": "A", "organization": "Office", **OWN}, {"outlet": "B", "organization": "Office", **OWN}),
    "one origin": (
        {"outlet": "A", "via": ["Wire"], "speaker": "Mayor"},
        {"outlet": "B", "via": ["Wire"], "speaker": "Guard"},
    ),
    "unknown": ({"outlet": "A"}, {"outlet": "B"}),
}
POLARITIES = {
    "both affirm": ("affirmed", "affirmed"),
    "b denies": ("affirmed", "denied"),
    "both deny": ("denied", "denied"),
}


class Case(NamedTuple):
    """One combination: what is compared and how the two claims stand in each respect."""

    topic: str
    polarity: str
    frame: str
    relation: str
    time: str
    lineage: str


class Verdict(NamedTuple):
    """What the engine says of the two claims in the field (and of the denial); an empty kind is silence."""

    kind: str = ""
    readings: tuple[str, ...] = ()
    severity: float = 0.0


def cases() -> list[Case]:
    """Return every combination, in the order of the page."""
    return [
        Case(topic, polarity, frame, relation, time, lineage)
        for topic, (_, _, relations, frames) in TOPICS.items()
        for polarity, frame, relation, time, lineage in product(POLARITIES, frames, relations, TIMES, LINEAGES)
    ]


def claims(case: Case, number: int, *, swapped: bool = False) -> tuple[rc.Claim, rc.Claim]:
    """Return the two claims of a combination, in an event of their own.

    Args:
        case: the combination.
        number: names the event and the claims.
        swapped: give the claims each other's place in the order of ids, which must change nothing.
    """
    a, b = (_claim(case, number, side) for side in (0, 1))
    names = (f"{number:05d}b", f"{number:05d}a") if swapped else (f"{number:05d}a", f"{number:05d}b")
    return rc.Claim.model_validate({**a, "id": names[0]}), rc.Claim.model_validate({**b, "id": names[1]})


def _claim(case: Case, number: int, side: int) -> dict[str, Any]:
    field, given, relations, frames = TOPICS[case.topic]
    value, frame = relations[case.relation][side], dict(frames[case.frame][side])
    if field == "count":
        parts = {name: frame.pop(name) for name in ("of", "scope", "unit", "increment") if name in frame}
        value = {name: part for name, part in {**value, **given, **parts}.items() if part is not None}
    said = {
        "event_type": f"case{number:05d}",
        "key": f"case {number}",
        "source": LINEAGES[case.lineage][side],
        "polarity": POLARITIES[case.polarity][side],
        "reported": TIMES[case.time][side],
        field: value,
    }
    return {name: part for name, part in {**said, **frame}.items() if part is not None}


def verdicts(combinations: Sequence[Case], *, swapped: bool = False) -> dict[Case, Verdict]:
    """Return what the engine says of each combination, all in one run.

    Args:
        combinations: the combinations.
        swapped: see `claims`.
    """
    pairs = [claims(case, number, swapped=swapped) for number, case in enumerate(combinations)]
    result = rc.reconcile([claim for pair in pairs for claim in pair])
    found: dict[str, list[rc.Conflict]] = {}
    for one in (*result.conflicts, *result.differences):
        found.setdefault(one.claims[0].id[:5], []).append(one)
    return {
        case: verdict(found.get(f"{number:05d}", ()), field=TOPICS[case.topic][0])
        for number, case in enumerate(combinations)
    }


def verdict(found: Iterable[rc.Conflict], *, field: str) -> Verdict:
    """Return the one verdict in a field, a denial before all else.

    Args:
        found: the conflicts and differences of one event.
        field: the field in question; what the frame's other fields bring about is left out.
    """
    mine = sorted(
        (one for one in found if one.field in (field, "polarity")), key=lambda one: list(rc.Kind).index(one.kind)
    )
    if not mine:
        return Verdict()
    first = mine[0]
    kind = f"{first.kind.value} ({first.breadth})" if first.breadth else first.kind.value
    readings = {f"{r.kind}{'' if r.certain else ' (possible)'}" for r in first.readings}
    return Verdict(kind, tuple(sorted(readings)), first.severity)


Grid = Mapping[tuple[str, str], Verdict]
ANY = "any"


def merged(grid: Grid) -> Iterator[tuple[str, str, Verdict]]:
    """Yield rows that cover a grid of time × lineage, each cell once, in as few rows as two ways of merging give.

    Args:
        grid: the verdict for each time and lineage.
    """
    by_time = list(_strips(grid))
    turned = {(lineage, time): found for (time, lineage), found in grid.items()}
    by_lineage = [(time, lineage, found) for lineage, time, found in _strips(turned)]
    yield from min(by_time, by_lineage, key=len)


def _strips(grid: Grid) -> Iterator[tuple[str, str, Verdict]]:
    outer, inner = (tuple(dict.fromkeys(key[i] for key in grid)) for i in (0, 1))
    alike: dict[tuple[Verdict, ...], list[str]] = {}
    for one in outer:
        alike.setdefault(tuple(grid[one, other] for other in inner), []).append(one)
    for strip, members in alike.items():
        cells: dict[Verdict, list[str]] = {}
        for other, found in zip(inner, strip, strict=True):
            cells.setdefault(found, []).append(other)
        for found, others in cells.items():
            yield _named(members, outer), _named(others, inner), found


def _named(some: Sequence[str], every: Sequence[str]) -> str:
    return ANY if len(some) == len(every) else ", ".join(some)


def rows(told: Mapping[Case, Verdict], topic: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one topic: relations that fare alike share a row, times and lineages too.

    Args:
        told: the verdicts.
        topic: what is compared.
    """
    _, _, relations, frames = TOPICS[topic]
    for polarity, frame in product(POLARITIES, frames):
        alike: dict[tuple[tuple[str, str, Verdict], ...], list[str]] = {}
        for relation in relations:
            grid = {(t, s): told[Case(topic, polarity, frame, relation, t, s)] for t, s in product(TIMES, LINEAGES)}
            alike.setdefault(tuple(merged(grid)), []).append(relation)
        for strips, some in alike.items():
            for time, lineage, found in strips:
                named = _named(some, tuple(relations))
                yield polarity, frame, named, time, lineage, found.kind or "–", "; ".join(found.readings)


HEAD = ("polarity", "frame", "relation of a to b", "time", "lineage", "kind", "readings")
INTRODUCTION = """\
Every combination of relation × frame × time × lineage × polarity for two claims *a* and *b* of one event, as the
engine answers it: {cases:,} combinations in {rows:,} rows. "any" stands for all values of a column, several values
share a row where they fare alike, and "–" says that nothing is reported. A reading marked *possible* does not follow
from what is stated.

- **frame**: what the values are said of, and how the two frames differ.
- **time**: who spoke first; *unknown order* means undated statements.
- **lineage**: *independent* are two outlets with a stated basis, *one voice* is one office in two outlets,
  *one origin* two voices through one agency, *unknown* two outlets of which nothing more is known.
"""


def page(told: Mapping[Case, Verdict]) -> str:
    """Return the page.

    Args:
        told: the verdicts of all `cases`.
    """
    tables = {topic: list(rows(told, topic)) for topic in TOPICS}
    head = [f"| {' | '.join(HEAD)} |", f"|{' --- |' * len(HEAD)}"]
    parts = [NOTE, "", "# All verdicts", "", INTRODUCTION.format(cases=len(told), rows=sum(map(len, tables.values())))]
    for topic, table in tables.items():
        parts += [f"## {topic}", "", *head, *(f"| {' | '.join(row)} |" for row in table), ""]
    return "\n".join(parts)


def main() -> int:
    """Write the pages, or tell whether they are current."""
    from outputs import refreshed

    parser = argparse.ArgumentParser(description="Write verdicts.md and the outputs of readings.md.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a page is not current")
    check: bool = parser.parse_args().check
    wanted = {PAGE: page(verdicts(cases())), READINGS: refreshed(READINGS.read_text(encoding="utf-8"), READINGS.name)}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.name}: {'not current, run `uv run docs/verdicts.py`' if check else 'written'}")
        if not check:
            path.write_text(wanted[path], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
