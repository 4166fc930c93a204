"""Every combination of relation × frame × time × lineage × polarity has one verdict, always the same, and explained.

The combinations are those of docs/verdicts.py, which also writes them as a page: what is shown is what is tested.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile as rc
from reconcile import strategies as rs
from reconcile.diff.conflicts import severity
from reconcile.diff.engine import _Scene
from reconcile.diff.readings.pair import Effect
from reconcile.diff.readings.verdict import settle
from reconcile.diff.statements import bare, statements
from reconcile.diff.voices.lineage import Lineage
from reconcile.values.base import relation

SCRIPT = Path(__file__).parents[2] / "docs" / "verdicts.py"


@lru_cache
def table() -> Any:
    """The script that writes the page, as a module."""
    spec = importlib.util.spec_from_file_location("documents_verdicts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    assert isinstance(module, ModuleType)
    return module


@lru_cache
def told(*, swapped: bool = False) -> dict[Any, Any]:
    return table().verdicts(table().cases(), swapped=swapped)


def where(**wanted: str) -> Iterator[tuple[Any, Any]]:
    """The combinations, with their verdicts, that have the given parts."""
    for case, verdict in told().items():
        if all(getattr(case, name) == value for name, value in wanted.items()):
            yield case, verdict


def plain(case: Any) -> str:
    """The relation of a combination without the note that tells two of one kind apart."""
    return case.relation.split(" (")[0]


def test_every_combination_is_told_once() -> None:
    every = table().cases()
    assert len(every) == len(set(every)) == len(told())
    sizes = [len(x) for x in (table().POLARITIES, table().TIMES, table().LINEAGES)]
    pairs = sum(len(relations) * len(frames) for _, _, relations, frames in table().TOPICS.values())
    assert len(every) == pairs * sizes[0] * sizes[1] * sizes[2]


def test_every_kind_is_known() -> None:
    allowed = {
        "",
        *(kind.value for kind in rc.Kind),
        *(f"denial ({breadth})" for breadth in ("whole", "partial", "unknown")),
    }
    assert {verdict.kind for verdict in told().values()} <= allowed - {"denial"}


@pytest.mark.parametrize("topic", list(table().TOPICS))
def test_the_relations_are_what_they_are_called(topic: str) -> None:
    field, extra, relations, frames = table().TOPICS[topic]
    for name in relations:
        case = table().Case(topic, "both affirm", "equal", name, "same day", "unknown")
        a, b = (bare(getattr(claim, field)) for claim in table().claims(case, 0))
        assert relation(a, b).value == name.split(" (")[0], (extra, frames.keys())


def test_the_order_of_ids_decides_nothing() -> None:
    assert [(c, v, told(swapped=True)[c]) for c, v in told().items() if v != told(swapped=True)[c]] == []


def test_neighbours_and_their_order_decide_nothing() -> None:
    """A combination alone has the verdict that it has among all others, in whatever order they come."""
    every = table().cases()
    few = every[::211][::-1]
    assert table().verdicts(few) == {case: told()[case] for case in few}


def test_every_difference_is_explained() -> None:
    silent = [case for case, verdict in told().items() if verdict.kind in ("revision", "difference")]
    assert [case for case in silent if not told()[case].readings] == []


def test_only_what_excludes_contradicts() -> None:
    for case, verdict in where(polarity="both affirm"):
        if verdict.kind == "contradiction":
            assert plain(case) == "exclusive", case


def test_equal_values_in_equal_frames_are_agreement() -> None:
    for case, verdict in where(polarity="both affirm", frame="equal", relation="equal"):
        assert verdict.kind == "", case


def test_what_is_unknown_is_no_conflict() -> None:
    for case, verdict in where(polarity="both affirm", relation="unknown"):
        assert verdict.kind in ("", "difference"), case


@pytest.mark.parametrize("frame", ["other places", "other part"])
def test_disjoint_frames_have_no_relation(frame: str) -> None:
    for case, verdict in where(frame=frame):
        assert verdict.kind == "", case


@pytest.mark.parametrize("frame", ["other thing", "other measure", "an addition", "other phase"])
def test_other_frames_are_at_most_a_difference(frame: str) -> None:
    for case, verdict in where(polarity="both affirm", frame=frame):
        assert verdict.kind in ("", "difference"), case


def test_an_unstated_part_is_read_so() -> None:
    frames = ("thing unstated", "part unstated", "place unstated")
    for frame in frames:
        for case, verdict in where(polarity="both affirm", frame=frame):
            if plain(case) == "exclusive":
                assert "scope unstated" in verdict.readings, case


def test_two_denials_do_not_oppose_each_other() -> None:
    for case, verdict in where(polarity="both deny"):
        assert verdict.kind == "", case


def test_a_denial_never_reaches_what_excludes_it() -> None:
    for case, verdict in where(polarity="b denies"):
        if plain(case) == "exclusive":
            assert verdict.kind == "", case


def test_a_denial_of_the_same_is_whole() -> None:
    for case, verdict in where(polarity="b denies", frame="equal", relation="equal"):
        assert verdict.kind == "denial (whole)", case


def test_time_and_voices_do_not_change_a_denial() -> None:
    reached: dict[tuple[str, ...], set[str]] = {}
    for case, verdict in where(polarity="b denies"):
        reached.setdefault((case.topic, case.frame, case.relation), set()).add(verdict.kind)
    assert [key for key, kinds in reached.items() if len(kinds) > 1] == []


def test_only_one_voice_changes_a_kind() -> None:
    """Independence counts voices; whether two statements can both be true does not hang on it."""
    kinds: dict[Any, set[str]] = {}
    for case, verdict in told().items():
        if case.lineage != "one voice":
            kinds.setdefault(case._replace(lineage=""), set()).add(verdict.kind)
    assert [case for case, found in kinds.items() if len(found) > 1] == []


def test_one_voice_is_never_sharper() -> None:
    for case, verdict in where(lineage="one voice", polarity="both affirm"):
        two = told()[case._replace(lineage="independent")]
        assert verdict.severity <= two.severity, case


def test_more_readings_are_never_more_severe() -> None:
    """Of two combinations with one relation, the one with every reading of the other and more is not the sharper."""
    groups: dict[tuple[str, str, str], set[Any]] = {}
    for case, verdict in told().items():
        if verdict.kind:
            groups.setdefault((case.topic, case.polarity, case.relation), set()).add(verdict)
    worse = [
        (key, less, more)
        for key, found in groups.items()
        for less, more in product(found, found)
        if set(less.readings) < set(more.readings) and more.severity > less.severity
    ]
    assert worse == []


BASES = st.sampled_from([rc.Kind.CONTRADICTION, rc.Kind.DISCREPANCY, rc.Kind.DIFFERENCE])
EFFECTS = st.lists(st.sampled_from(list(Effect)), max_size=8)


def severe(base: rc.Kind, effects: list[Effect]) -> float:
    return severity(settle(base, effects), (), readings=len(effects))


@given(base=BASES, effects=EFFECTS, one=st.sampled_from(list(Effect)))
def test_adding_a_reading_never_raises_severity(base: rc.Kind, effects: list[Effect], one: Effect) -> None:
    assert severe(base, [*effects, one]) <= severe(base, effects)


@given(base=BASES, effects=EFFECTS, data=st.data())
def test_the_order_of_readings_decides_nothing(base: rc.Kind, effects: list[Effect], data: st.DataObject) -> None:
    assert settle(base, effects) is settle(base, data.draw(st.permutations(effects)))


def named(text: str, every: tuple[str, ...]) -> tuple[str, ...]:
    """What a cell of the page stands for."""
    return every if text == table().ANY else tuple(text.split(", "))


def test_the_rows_of_the_page_cover_each_combination_once() -> None:
    """Oracle for the merging of rows: every cell of every grid is found in exactly one row, with its verdict."""
    axes = (tuple(table().TIMES), tuple(table().LINEAGES))
    for case, _ in where(time="same day", lineage="unknown"):
        grid = {(t, s): told()[case._replace(time=t, lineage=s)] for t, s in product(*axes)}
        cells = [
            (cell, verdict)
            for time, lineage, verdict in table().merged(grid)
            for cell in product(
                *(e if x == "any" else x.split(", ") for x, e in zip((time, lineage), axes, strict=True))
            )
        ]
        assert len(cells) == len(grid)
        assert dict(cells) == grid


def test_the_page_is_current() -> None:
    current = table().PAGE.read_text(encoding="utf-8") == table().page(told())
    assert current, "run `uv run docs/verdicts.py`"


@given(rs.claims())
def test_a_lone_statement_is_the_account_of_its_group(claim: rc.Claim) -> None:
    every = statements(claim)
    scene = _Scene([claim], every, Lineage(), "e")
    for one in every:
        assert scene.alone(one) == scene._account(one.field, [[one]], ())
