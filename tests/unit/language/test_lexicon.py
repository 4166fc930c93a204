"""Prevent an office from meaning the wrong holder, and a body from being unrelated to its own parts."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from reconcile.errors import ClaimError
from reconcile.language import Lexicon

BUILTIN = Lexicon.builtin()
ROWS: list[dict[str, object]] = [
    {"id": "one", "kind": "person", "names": ["A. One", "أحمد الأول"]},
    {"id": "two", "kind": "person", "names": ["B. Two"]},
    {"id": "one", "names": ["the prime minister"], "valid_from": "2018-10", "valid_to": "2020-05-06"},
    {"id": "pm", "kind": "office", "names": ["the prime minister"], "valid_from": "2020-05-07", "holder": "two"},
    {"id": "ministry", "names": "Ministry of Canals;وزارة القنوات"},
    {"id": "office", "names": "Canal Office", "part_of": "ministry"},
]


@pytest.mark.parametrize(
    "name",
    [
        "ISIS", "ISIL", "Daesh", "Da'esh", "Islamic State", "داعش", "تنظيم داعش", 'تنظيم "داعش"', "عصابات داعش",
        "تنظيم 'الدولة الإسلامية' (داعش)", "تنظيم الدولة الإسلامية", "چەکدارانی داعش", "DAIŞ", "تنظيم داعش الإرهابي",
    ],
)  # fmt: skip
def test_one_group_by_all_its_names(name: str) -> None:
    assert BUILTIN.resolve(name) == "isis"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("الأمم المتحدة", "un"), ("the United Nations", "un"), ("U.N.", "un"), ("الصليب الأحمر الدولي", "icrc"),
        ("حلف شمال الأطلسي", "nato"), ("قوات البيشمركة", "peshmerga"), ("البيش مركه", "peshmerga"),
        ("پێشمەرگە", "peshmerga"), ("Pêşmerge", "peshmerga"), ("Iraq", "state-iq"), ("العراق", "state-iq"),
        ("عێراق", "state-iq"), ("United States", "state-us"), ("الولايات المتحدة", "state-us"),
        ("الحشد الشعبي", "popular-mobilization"), ("وزارة الدفاع", None), ("Ministry of Defence", None), ("", None),
    ],
)  # fmt: skip
def test_names_of_the_built_in_lexicon(name: str, expected: str | None) -> None:
    assert BUILTIN.resolve(name) == expected


def test_no_two_built_in_entries_share_a_name() -> None:
    folder = files("reconcile.language") / "data"
    lost = [
        (row["id"], name)
        for file in ("organizations.jsonl", "states.jsonl")
        for row in map(json.loads, (folder / file).read_text(encoding="utf-8").splitlines())
        for name in row["names"]
        if BUILTIN.resolve(name) != row["id"]
    ]
    assert lost == []


def test_an_office_means_its_holder_on_a_day_only() -> None:
    lexicon = Lexicon.from_rows(ROWS)
    name = "the Prime Minister"
    assert lexicon.resolve(name) is None
    assert lexicon.resolve(name, on=date(2019, 8, 1)) == "one"
    assert lexicon.resolve(name, on=date(2020, 5, 6)) == "one"
    assert lexicon.resolve(name, on=date(2020, 5, 7)) == "two"
    assert lexicon.resolve(name, on=date(2018, 9, 30)) is None


def test_titles_do_not_hide_a_name() -> None:
    lexicon = Lexicon.from_rows([{"id": "yawar", "kind": "person", "names": "Jabbar Yawar;جبار ياور"}])
    assert lexicon.resolve("الفريق جبار ياور") == lexicon.resolve("Lt. Gen. Jabbar Yawar") == "yawar"


def test_a_name_of_two_is_not_resolved() -> None:
    lexicon = Lexicon.from_rows([{"id": "a", "names": "The Front"}, {"id": "b", "names": "The Front"}])
    assert lexicon.resolve("The Front") is None


def test_order_follows_part_of() -> None:
    lexicon = Lexicon.from_rows(ROWS, extends=BUILTIN)
    assert lexicon.order("office", "ministry") == "inside"
    assert lexicon.order("ministry", "office") == "contains"
    assert lexicon.order("ministry", "un") == "apart"
    assert lexicon.order("unicef", "un") == "inside"
    assert lexicon.order("x", "x") == "equal"
    assert lexicon.order("x", "un") == "unknown"
    assert lexicon.name_of("one") == "A. One"
    assert lexicon.name_of("un") == "United Nations"
    with pytest.raises(ClaimError, match="no entity has the id 'nobody'"):
        lexicon.name_of("nobody")


def test_own_names_go_before_the_built_in_ones() -> None:
    lexicon = Lexicon.from_rows([{"id": "mine", "names": "Hamas"}], extends=BUILTIN)
    assert lexicon.resolve("Hamas") == "mine"
    assert lexicon.resolve("حماس") == "hamas"


def test_equal_content_is_equal() -> None:
    assert Lexicon.from_rows(ROWS) == Lexicon.from_rows(ROWS)
    assert hash(Lexicon.from_rows(ROWS)) == hash(Lexicon.from_rows(ROWS))
    assert Lexicon.from_rows(ROWS) != BUILTIN


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    assert Lexicon.load(path) == Lexicon.from_rows(ROWS)
    table = tmp_path / "people.csv"
    table.write_text("id,names,part_of\na,Alpha;ألفا,\nb,Beta,a\n", encoding="utf-8")
    assert Lexicon.load(table).order("b", "a") == "inside"


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    bad: list[dict[str, object]] = [
        {"id": "", "names": "x"},
        {"id": "a", "names": []},
        {"id": "b", "names": "B", "valid_from": "2020-13"},
        {"id": "c", "names": "C", "valid_from": "2021", "valid_to": "2020"},
        {"id": "d", "names": "D", "part_of": "nobody"},
        {"id": "e", "names": "E", "valid_form": "2020"},
        {"id": "f", "names": [1]},
        {"id": "g", "names": "G", "part_of": "h"},
        {"id": "h", "names": "H", "part_of": "d"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in bad), encoding="utf-8")
    with pytest.raises(ClaimError) as caught:
        Lexicon.load(path)
    told = "\n".join(str(error) for error in caught.value.errors)
    for line, field in ((1, "id"), (2, "names"), (3, "valid_from"), (4, "valid_from"), (5, "part_of"), (7, "names")):
        assert f"line {line}, field {field}: " in told
    assert "unknown field 'valid_form' (write valid_from)" in told


def test_a_ring_of_parts_is_refused() -> None:
    with pytest.raises(ClaimError, match="ring"):
        Lexicon.from_rows([{"id": "a", "names": "A", "part_of": "b"}, {"id": "b", "names": "B", "part_of": "a"}])


def test_names_are_parted_at_the_semicolon_of_either_script() -> None:
    latin, arabic = "Jabbar Yawar; جبار ياور", "Jabbar Yawar؛ جبار ياور"
    assert Lexicon.from_rows([{"id": "y", "names": arabic}]) == Lexicon.from_rows([{"id": "y", "names": latin}])
    assert Lexicon.from_rows([{"id": "y", "names": arabic}]).resolve("جبار ياور") == "y"
