"""What fields say only together: other parties in one form of words, two scripts, another time of a series."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile as rc
from reconcile.align import Aligner
from reconcile.align.explain import Match
from reconcile.align.fields.base import Column
from reconcile.align.table import Table
from reconcile.values import BUILTIN

Row = dict[str, Any]


def claims_of(*rows: Row) -> list[rc.Claim]:
    return [rc.Claim(**{"id": f"c{n}", "source": f"outlet {n}", **row}) for n, row in enumerate(rows)]


def events(*rows: Row) -> int:
    return len(rc.reconcile(claims_of(*rows)).events)


def said(*parties: str, about: str, **fields: Any) -> Row:
    return {"about": about.format(*parties), "parties": list(parties), "when": "2024-02-05", **fields}


def bits(found: Match, field: str) -> list[float]:
    return [one.bits for one in found.weights if one.field == field]


BUYBACK, JOINS, MEET = "{} announces share buy-back", "{} joins {} on loan", "{} and {} meet in Baghdad"


@pytest.mark.parametrize(
    "fields", [{}, {"places": "Frankfurt"}, {"event_type": "economy.shares", "places": "Frankfurt"}]
)
@pytest.mark.parametrize(
    "names", [("Toyota", "Siemens", "Nestle"), ("Northbank", "Southbank"), ("Real Avila", "Real Soria")]
)
def test_one_outlet_tells_of_several_companies(names: tuple[str, ...], fields: Row) -> None:
    rows = [said(name, about=BUYBACK, source="A", count=n, **fields) for n, name in enumerate(names)]
    assert events(*rows) == len(names)
    assert events(*(row | {"about": rows[0]["about"], "parties": names[0]} for row in rows)) == 1


@pytest.mark.parametrize("source", [{}, {"source": "A"}])
@pytest.mark.parametrize(
    "rows",
    [
        (said("Rossi", "Ajax", about=JOINS), said("Kimura", "Porto", about=JOINS)),
        (
            said("Iran", "Saudi Arabia", about=MEET, places="Baghdad"),
            said("Egypt", "Jordan", about=MEET, places="Baghdad"),
        ),
        (
            said("إيران", "السعودية", about="اجتماع {} و{} في بغداد", places="بغداد"),
            said("مصر", "الأردن", about="اجتماع {} و{} في بغداد", places="بغداد"),
        ),
    ],
)
def test_two_parties_of_each_side_part_in_any_outlet(rows: tuple[Row, Row], source: Row) -> None:
    assert events(*(row | source for row in rows)) == 2
    assert events(*(rows[0] | {"source": name} for name in "AB")) == 1


SOUTH = "{} announces ceasefire in the south"


@pytest.mark.parametrize(
    "rows",
    [
        (said("the army", about=SOUTH, source="A"), said("a spokesman", about=SOUTH, source="A")),
        (said("Masoud Barzani", about=SOUTH), said("Presidency of the Region", about=SOUTH)),
        (said("Masoud Barzani", about=SOUTH, source="A"), said("Presidency of the Region", about=SOUTH, source="A")),
        (said("Ministry of Peshmerga", about=SOUTH), said("Kurdistan Regional Government", about=SOUTH)),
        (said("Nordic Oil Trust", about=SOUTH, source="A"), said("NOT", about=SOUTH, source="A")),
        (said("الجيش", about="{} يعلن هدنة في الجنوب"), said("متحدث", about="{} يعلن هدنة في الجنوب")),
        (said("Israel", about="drone strike by {} near Tyre"), said("Hezbollah", about="drone strike on {} near Tyre")),
        (
            said("Iraq", "Turkey", about="{} and {} sign water deal"),
            said("Sudani", "Erdogan", about="{} and {} sign water deal"),
        ),
        (
            said("Iraq", "Turkey", about="{} and {} sign water deal"),
            said("Iraq", "Ankara", about="{} and {} sign water deal"),
        ),
        (said("Toyota", about=BUYBACK), said("Siemens", about=BUYBACK)),
    ],
)
def test_two_names_for_the_parties_of_one_event_weigh_as_before(rows: tuple[Row, Row]) -> None:
    assert not bits(rc.reconcile(claims_of(*rows)).explain("c0", "c1"), "parties in the wording")


TOWN: Row = {"places": "Sulaymaniyah", "when": "2024-01-20"}
STRIKE, FLOOD = {"about": "teachers' strike", **TOWN}, {**TOWN, "about": "لافاو", "places": "سلێمانی"}


def test_a_town_and_a_day_join_no_two_scripts() -> None:
    assert events(STRIKE, FLOOD) == 2
    assert (
        events(STRIKE, {name: value for name, value in FLOOD.items() if name != "about"} | {"event_type": "flood"}) == 1
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"event_type": "protest.strike"}, {"event_type": "protest.strike"}),
        ({"event_type": "protest"}, {"event_type": "protest.strike"}),
        ({"parties": "Peshmerga"}, {"parties": "البيشمركة"}),
        ({"about": "two killed in raid"}, {"about": "مقتل اثنين"}),
        ({}, {"about": "teachers walk out"}),
    ],
)
def test_what_two_scripts_share_still_joins(first: Row, second: Row) -> None:
    assert not bits(rc.reconcile(claims_of(STRIKE | first, FLOOD | second)).explain("c0", "c1"), "two scripts")


FIGURE: Row = {"about": "inflation figure published", "places": "Turkey"}
LEVEL: Row = {"about": "dam water level at record low", "places": "Mosul"}
BLAST: Row = {"about": "explosion at the port of Beirut", "places": "Beirut", "when": "2020-08-04"}


@pytest.mark.parametrize("more", [{}, {"event_type": "economy.inflation"}, {"source": "A"}])
def test_a_month_apart_is_another_event(more: Row) -> None:
    days = ("2023-01-03", "2023-02-03", "2023-03-03")
    assert events(*(FIGURE | more | {"when": day} for day in days)) == 3
    assert events(*(FIGURE | more | {"when": day} for day in ("2023-01-03", "2023-01-05"))) == 1


@pytest.mark.parametrize("more", [{}, {"event_type": "disaster.drought"}])
def test_reports_a_year_apart_are_of_another_event(more: Row) -> None:
    assert events(*(LEVEL | more | {"reported": day} for day in ("2021-08-01", "2022-08-01"))) == 2
    assert events(*(LEVEL | more | {"reported": day} for day in ("2021-08-01", "2021-08-20"))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        (BLAST | {"reported": "2020-08-05"}, BLAST | {"reported": "2021-08-04"}),
        (BLAST, {**BLAST, "when": None, "reported": "2021-08-04"}),
        (BLAST | {"when": "2020-08"}, BLAST | {"when": "2020-10-01"}),
        (BLAST | {"phase": "agreed"}, BLAST | {"when": "2020-10-01", "phase": "begun"}),
        (BLAST, BLAST | {"when": "2020-10-01?"}),
    ],
)
def test_anniversaries_phases_and_doubted_days_are_no_other_time(rows: tuple[Row, Row]) -> None:
    found = rc.reconcile(claims_of(*({k: v for k, v in row.items() if v} for row in rows))).explain("c0", "c1")
    assert not bits(found, "another time")


PARTED = {
    "parties in the wording": (
        said("Toyota", about=BUYBACK, source="A"),
        said("Siemens", about=BUYBACK, source="A"),
        -10.0,
    ),
    "two scripts": (STRIKE, FLOOD, -5.0),
    "another time": (FIGURE | {"when": "2023-01-03"}, FIGURE | {"when": "2023-02-03"}, -12.0),
}


@pytest.mark.parametrize("field", PARTED)
def test_an_explanation_names_it_and_adds_up(field: str) -> None:
    *rows, expected = PARTED[field]
    found = rc.reconcile(claims_of(*rows)).explain("c0", "c1")
    assert bits(found, field) == [expected]
    assert field in str(found)
    assert found.prior + sum(one.bits for one in found.weights) == pytest.approx(found.total)


@pytest.mark.parametrize("field", PARTED)
def test_a_table_is_judged_alike(field: str) -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [{"id": f"c{n}", "source": f"outlet {n}", **row} for n, row in enumerate(PARTED[field][:2])]
    names = sorted({name for row in rows for name in row})
    table = pa.table({name: [row.get(name) for row in rows] for name in names})
    assert len(set(rc.reconcile_table(table).claims["event"].to_pylist())) == 2


def test_none_of_it_is_learned() -> None:
    model = Aligner().fit(claims_of(STRIKE, FLOOD)).model
    assert model is not None
    assert not set(PARTED) & {scale.name for scale in model.scales}


ROWS = st.fixed_dictionaries(
    {"about": st.sampled_from([BUYBACK.format("Toyota"), BUYBACK.format("Siemens"), BUYBACK.format("Northbank"),
                               BUYBACK.format("Southbank"), MEET.format("Iran", "Egypt"), MEET.format("Qatar", "Oman"),
                               "لافاو", "مقتل اثنين", "two killed", "..."])},
    optional={
        "parties": st.sampled_from([["Toyota"], ["Siemens"], ["Northbank"], ["Southbank"], ["Iran", "Egypt"],
                                    ["Qatar", "Oman"], ["Qatar", "Egypt"]]),
        "when": st.sampled_from(["2023-01-03", "2023-02-03", "2023-02", "2023-03-03?", "../2023-01-01"]),
        "reported": st.sampled_from(["2021-08-01", "2022-08-01", "2023"]),
        "phase": st.sampled_from(["agreed", "begun"]),
        "event_type": st.sampled_from(["economy", "economy.shares", "talks"]),
        "source": st.sampled_from(["A", "B"]),
    },
)  # fmt: skip


@given(st.lists(ROWS, min_size=2, max_size=6))
def test_batch_equals_single(rows: list[Row]) -> None:
    table = Table.of(claims_of(*rows), names=BUILTIN)
    a, b = np.triu_indices(len(rows), 1)
    for scale, column in zip(table.model.scales, table.columns, strict=True):
        if scale.name in PARTED:
            assert alike(column, a, b) == alike(column, b, a)
            assert alike(column, a, b) == [column.single(int(x), int(y))[0] for x, y in zip(a, b, strict=True)]
            assert not len(column.keys().codes)


def alike(column: Column, a: Any, b: Any) -> list[float | None]:
    found = column.compare(a, b)
    assert np.isnan(found.share).all()
    return [None if np.isnan(x) else x for x in found.similarity.tolist()]
