from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from reconcile import Claim, ClaimError
from reconcile.io import read_claims


class Color(Enum):
    RED = "red"


class Survey(Claim):
    ratio: float | None = None
    sure: bool | None = None
    color: Color | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    numbers: dict[str, int] | None = None


def table(tmp_path: Path, text: str | bytes, *types: type[Claim]) -> Any:
    path = tmp_path / "claims.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_claims(path, *types, errors="collect")


def test_dotted_columns_lists_and_numbers(tmp_path: Path) -> None:
    claims = table(
        tmp_path,
        "id,about,count,count.of,source.outlet,source.via,places,places.complete,parties,when\n"
        '1,[x] y,2,centres,Rudaw,K24; Elaph,أربيل;Baghdad,TRUE,"[{""name"": ""UN"", ""role"": ""host""}]",2020-10\n'
        "2,x,أكثر من 40,,R,,,,,\n",
    )
    assert not claims.errors
    one, two = claims
    assert (one.id, one.about.text, str(one.count)) == ("1", "[x] y", "2 centres")
    assert one.source.via == ("K24", "Elaph")
    assert one.places.complete
    assert [place.name for place in one.places.items] == ["أربيل", "Baghdad"]
    assert one.parties.items[0].role == "host"
    assert (two.count.low, two.count.raw) == (41, "أكثر من 40")


def test_a_users_own_columns(tmp_path: Path) -> None:
    claims = table(
        tmp_path,
        'about,source,ratio,sure,color,tags,note,numbers\nx,R,2.50,true,red,a; b,12,"{""a"": 1}"\n',
        Survey,
    )
    assert not claims.errors
    assert claims[0].model_dump(include={"ratio", "sure", "color", "tags", "note", "numbers"}) == {
        "ratio": 2.5, "sure": True, "color": Color.RED, "tags": ("a", "b"), "note": "12", "numbers": {"a": 1},
    }  # fmt: skip


def test_evidence_in_columns_is_one_piece(tmp_path: Path) -> None:
    claims = table(tmp_path, f"about,source,evidence.start,evidence.end,evidence.sha256\nx,R,1,3,{'a' * 64}\n")
    assert [(one.start, one.end) for one in claims[0].evidence] == [(1, 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id;about\n1;2", "not separated by commas"),
        ("id,abuot,source\n1,2,3", 'did you mean "about"'),
        ("id,id\n1,2", "second column"),
        ("id,\n1,2", "names no field"),
        ("id,source..outlet\n1,2", "names no field"),
        ("about,source\nx\n", "1 cells under a header of 2"),
        ('about,source\n"x,R\n', "quotation marks"),
        ('about,source\n"x"y,R\n', "quotation marks"),
        ("about,source\n" + "x" * 200_000 + ",R", "131,072 characters"),
        ("about,source,places\nx,R,[1\n", "ends too early"),
        ("about,source,count.low\nx,R,NaN\n", "not a number"),
        ("about,source,count.low\nx,R,1e999\n", "too large"),
        ('about,source,count.low\nx,R,"1,000"\n', "not a number"),
        ("about,source,count\nx,R,1.200\n", "line 2, count"),
        (b"about,source\n\xe9,R\n", "not UTF-8"),
    ],
)
def test_a_bad_table_says_what_is_wrong(tmp_path: Path, text: str | bytes, found: str) -> None:
    claims = table(tmp_path, text)
    assert found in str(ClaimError.gather(claims.errors))
    assert all(error.where.startswith(str(tmp_path / "claims.csv") + ", line") for error in claims.errors)


def test_good_rows_load_beside_broken_ones(tmp_path: Path) -> None:
    claims = table(tmp_path, b'about,source\n\xe9,R\ny,S\n"a"b,c\n\n,,\nz,T\n')
    assert [claim.about.text for claim in claims] == ["y", "z"]
    assert [error.where.split(", ")[1] for error in claims.errors] == ["line 2", "line 4"]


def test_a_row_takes_the_class_that_knows_its_columns(tmp_path: Path) -> None:
    claims = table(tmp_path, "about,source,ratio\nx,R,1\ny,R,\n", Claim, Survey)
    assert [type(claim) for claim in claims] == [Survey, Claim]


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        ("أربيل؛ بغداد", ["أربيل", "بغداد"]),
        ("أربيل; بغداد", ["أربيل", "بغداد"]),
        ("أربيل؛ بغداد; Basra؛", ["أربيل", "بغداد", "Basra"]),
        ('"أربيل، بغداد"', ["أربيل، بغداد"]),
    ],
)
def test_a_list_is_parted_at_the_semicolon_of_either_script(tmp_path: Path, cell: str, places: list[str]) -> None:
    (claim,) = table(tmp_path, f"about,source,places\nx,R,{cell}\n")
    assert [place.name for place in claim.places.items] == places


def test_a_period_in_two_columns_is_told_by_its_line_or_put_together(tmp_path: Path) -> None:
    claims = table(tmp_path, "about,source,when.lower,when\nx,A,0,0001/1\ny,B,2020-01-05,2020-01\n")
    (fault,) = claims.errors
    assert "line 2, when: '0' is not EDTF" in str(fault)
    assert [str(claim.when.lower) for claim in claims] == ["2020-01-05"]
