"""Tables in, tables out: what is taken, what is refused, what is written, and what it costs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

import pytest
from pydantic import field_validator, model_validator

from reconcile import Claim, ClaimError, Period, Ruling, read_claims, reconcile, reconcile_table
from reconcile.bulk import Tables, claims_table, rows
from reconcile.io import claim_from

pa: Any = pytest.importorskip("pyarrow")
pq: Any = pytest.importorskip("pyarrow.parquet")
nw: Any = pytest.importorskip("narwhals")

RECORDS: list[dict[str, Any]] = [
    {"id": "a", "about": "two centres agreed", "count": 2, "places": ["Erbil", "Baghdad"], "source": "Rudaw"},
    {"id": "b", "about": "two centres agreed", "count": 3, "places": ["Erbil"], "source": "K24"},
    {"id": "c", "about": "no centres at all were agreed", "polarity": "denied", "count": 2, "source": "INA"},
]


def table(**columns: Any) -> Any:
    """A table of one claim for each cell, with what every claim needs."""
    size = len(next(iter(columns.values())))
    return pa.table({"about": ["x"] * size, "source": [f"S{n}" for n in range(size)], **columns})


def values(field: str, column: Any) -> list[Any]:
    """The values of a field that a column gives."""
    found = reconcile_table(table(id=[f"{n:03}" for n in range(len(column))], **{field: column}))
    assert found.rejects.num_rows == 0, found.rejects.to_pylist()
    return [getattr(claim, field.split(".", maxsplit=1)[0]) for claim in found.reconciliation().claims]


def told(found: Tables[Any]) -> list[tuple[int, str]]:
    """Row and field of each reject."""
    return [(one["row"], one["field"]) for one in found.rejects.to_pylist()]


# --- what is taken ----------------------------------------------------------------------------------------------------


def forms_of(records: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    keys = dict.fromkeys(key for record in records for key in record)
    whole = pa.Table.from_pylist([{key: record.get(key) for key in keys} for record in records])
    pq.write_table(whole, folder / "claims.parquet")
    return {
        "table": whole,
        "path": folder / "claims.parquet",
        "text": str(folder / "claims.parquet"),
        "reader": whole.to_reader(),
        "batch": whole.combine_chunks().to_batches()[0],
        "frame": nw.from_native(whole),
        "encoded": whole.set_column(whole.column_names.index("source"), "source", whole["source"].dictionary_encode()),
        "large": whole.cast(
            pa.schema([(f.name, pa.large_string() if f.type == pa.string() else f.type) for f in whole.schema])
        ),
    }


@pytest.mark.parametrize("form", ["table", "path", "text", "reader", "batch", "frame", "encoded", "large"])
def test_every_form_of_a_table_gives_the_result_of_the_objects(form: str, tmp_path: Path) -> None:
    found = reconcile_table(forms_of(RECORDS, tmp_path)[form])
    assert found.to_json() == reconcile([claim_from(record) for record in RECORDS]).to_json()


def test_a_file_of_csv_and_its_table_mean_the_same(tmp_path: Path) -> None:
    text = (
        "id,about,count,count.of,source.outlet,source.via,places,parties,when,reported\n"
        '1,centres agreed,2,main centres,Rudaw,K24; INA,Erbil; Baghdad,"[{""name"": ""ISIS""}]",yesterday,2020-10-13\n'
        "2,centres agreed,more than 40,,INA,,,,2020-10,\n"
        '3,centres agreed,"{""low"": 2}",,INA,,,UN,,2020-10\n'
    )
    (tmp_path / "claims.csv").write_text(text, encoding="utf-8")
    csv: Any = pytest.importorskip("pyarrow.csv")
    kept = csv.ConvertOptions(
        strings_can_be_null=True,
        null_values=[""],
        column_types=dict.fromkeys(text.split("\n", maxsplit=1)[0].split(","), pa.string()),
    )
    found = reconcile_table(csv.read_csv(tmp_path / "claims.csv", convert_options=kept))
    assert found.to_json() == reconcile(read_claims(tmp_path / "claims.csv")).to_json()


def test_numbers_as_tables_hold_them() -> None:
    lows = [value.low for value in values("count.low", pa.array([2.0, 2.5, 3.0]))]
    assert [repr(low) for low in lows] == ["2", "2.5", "3"]
    assert [count.low for count in values("count", pa.array([2, None, 40])) if count] == [2, 40]
    decimal = pa.array([Decimal("2.0"), Decimal("3.0")])
    assert [count.low for count in values("count", decimal)] == [2, 3]
    assert values("credibility", pa.array([1.0, None])) == [1, None]


def test_days_and_moments() -> None:
    day = dt.date(2020, 10, 13)
    assert values("when", pa.array([day])) == [Period(day)]
    midnight = dt.datetime(2020, 10, 13)
    assert values("when", pa.array([midnight, None, midnight], pa.timestamp("ns")))[2] == Period(day)
    noon = dt.datetime(2020, 10, 13, 12)
    assert values("when", pa.array([midnight, noon], pa.timestamp("us"))) == [Period(midnight), Period(noon)]
    zoned = dt.datetime(2020, 10, 13, tzinfo=dt.UTC)
    assert values("when", pa.array([zoned], pa.timestamp("us", tz="UTC"))) == [Period(zoned)]


def test_nulls_in_structs_are_left_out() -> None:
    sources = pa.array(
        [{"outlet": "A", "speaker": None, "kind": None}, {"outlet": "B", "speaker": "S", "kind": "named"}]
    )
    first, second = (
        c.source
        for c in reconcile_table(pa.table({"id": ["a", "b"], "about": ["x", "y"], "source": sources}))
        .reconciliation()
        .claims
    )
    assert (first.kind, second.speaker) == ("own", "S")
    assert values("count", pa.array([{"low": None, "high": None}, {"low": 2, "high": None}]))[0] is None


def test_one_figure_or_several() -> None:
    several = pa.array([[{"low": 2, "of": "main"}, {"low": 3, "of": "small"}], [{"low": 1, "of": None}]])
    assert [len(counts) for counts in values("count", several)] == [2, 1]


def test_claims_as_often_as_given_and_without_ids() -> None:
    twice = pa.table({"about": ["x", "x", "y"], "source": ["A", "A", "A"]})
    found = reconcile_table(twice)
    one, other = Claim(about="x", source="A"), Claim(about="y", source="A")
    assert found.multiplicity == {one.id: 2}
    assert found.claims["claim"].to_pylist() == sorted([one.id, other.id])


def test_settings_reach_the_run() -> None:
    claims = [claim_from(record) for record in RECORDS[:2]]
    ruling = Ruling.on(claims, kind="both-stand", who="desk", when="2020-10-14", why="other rooms", field="count")
    options: dict[str, Any] = {"rulings": [ruling], "families": {"Rudaw": "one", "K24": "one"}, "weigh_sources": True}
    assert reconcile_table(claims_table(claims), **options).to_json() == reconcile(claims, **options).to_json()


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (pa.table({"about": ["x"]}), "source: no column"),
        (pa.table({"source": ["x"]}), "event_type, about: no column"),
        (pa.table([["x"], ["y"], ["z"]], names=["about", "about", "source"]), "second column"),
        (pa.table({"about": ["x"], "source.": ["y"]}), "names no field"),
        (pa.table({"about": ["x"], "a.b.c.d.e.f.g": ["y"]}), "names no field"),
        (42, "no table of claims but a int"),
        ({"about": ["x"]}, "no table of claims but a dict"),
        ("nowhere.parquet", "no such file"),
        (".", "not a Parquet file"),
        (__file__, "not a Parquet file"),
        ("\0", "not a Parquet file"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_claims(given: Any, words: str) -> None:
    with pytest.raises(ClaimError, match=words):
        reconcile_table(given)


def test_too_many_rows_and_no_class(tmp_path: Path) -> None:
    with pytest.raises(ClaimError, match="holds 3 rows"):
        reconcile_table(table(id=["a", "b", "c"]), max_rows=2)
    pq.write_table(table(id=["a", "b", "c"]), tmp_path / "many.parquet")
    with pytest.raises(ClaimError, match=r"many.parquet: the table holds 3 rows"):
        reconcile_table(tmp_path / "many.parquet", max_rows=2)
    with pytest.raises(ClaimError, match="not a class of claims"):
        reconcile_table(table(id=["a"]), claim_type=int)  # pyright: ignore


def test_bad_rows_are_told_and_good_ones_go_on() -> None:
    found = reconcile_table(
        pa.table(
            {
                "id": ["good", "no outlet", "two faults", None, "bad json"],
                "about": ["x", "x", "x", None, "x"],
                "count": ["2", "2", "many", "2", '{"low": 1'],
                "source.outlet": ["A", "", "A", "A", "A"],
                "credibility": [1, 1, 9, 1, 1],
            }
        )
    )
    assert found.claims["claim"].to_pylist() == ["good"]
    assert told(found) == [(1, "source.outlet"), (2, "count"), (2, "credibility"), (3, ""), (4, "count, column 9, low")]
    assert found.rejects["repair"].to_pylist()[0] == "write something or leave the field out"


def test_a_slip_in_the_name_of_a_column_refuses_the_rows_that_fill_it() -> None:
    found = reconcile_table(table(id=["a", "b"], coutn=[None, 2]))
    assert found.claims["claim"].to_pylist() == ["a"]
    assert found.rejects.to_pylist() == [
        {"row": 1, "field": "coutn", "found": "no such field", "repair": 'did you mean "count"?'}
    ]


def test_of_two_contents_under_one_id_neither_is_taken() -> None:
    clash = pa.table({"id": ["a", "b", "a", "a"], "about": ["x", "y", "z", "x"], "source": ["S"] * 4})
    found, turned = reconcile_table(clash), reconcile_table(clash.take([3, 2, 1, 0]))
    assert found.claims["claim"].to_pylist() == turned.claims["claim"].to_pylist() == ["b"]
    assert told(found) == [(0, "id"), (2, "id"), (3, "id")]
    assert told(turned) == [(0, "id"), (1, "id"), (3, "id")]


def test_nothing_at_all() -> None:
    found = reconcile_table(table(id=pa.array([], pa.string())))
    assert (found.claims.num_rows, found.positions.num_rows, found.conflicts.num_rows) == (0, 0, 0)
    assert found.to_json() == reconcile([]).to_json()
    assert found.positions.column_names == ["claim", "event", "field", "account", "position", "value", "status"]


# --- classes of the user ----------------------------------------------------------------------------------------------


class Checked(Claim):
    """A class with rules of its own, which no column alone can settle."""

    beds: int | None = None
    wards: int | None = None

    @field_validator("beds")
    @classmethod
    def _even(cls, beds: int | None) -> int | None:
        if beds is not None and beds % 2:
            raise ClaimError(f"{beds} beds", repair="beds come in pairs")
        return beds

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.wards is not None and self.beds is None:
            raise ClaimError("wards without beds", repair="give beds")
        return self


def test_a_class_with_rules_of_its_own_is_asked_row_by_row() -> None:
    given = table(id=["a", "b", "c"], beds=[2, 3, None], wards=[1, None, 1])
    found = reconcile_table(given, claim_type=Checked)
    assert found.claims["claim"].to_pylist() == ["a"]
    assert told(found) == [(1, "beds"), (2, "")]
    assert found.reconciliation().claims[0].beds == 2


class Stricter(Claim):
    """A class that asks for more than its base, and keeps numbers finite."""

    ward: str
    cost: float = 1.0


def test_needed_and_finite_fields_of_a_class() -> None:
    with pytest.raises(ClaimError, match="ward: no column"):
        reconcile_table(table(id=["a"]), claim_type=Stricter)
    given = table(id=["a", "b", "c"], ward=["w", None, "w"], cost=[2.0, 2.0, float("nan")])
    assert told(reconcile_table(given, claim_type=Stricter)) == [(1, "ward"), (2, "cost")]


# --- what is written --------------------------------------------------------------------------------------------------


def test_tables_are_written_whole(tmp_path: Path) -> None:
    found = reconcile_table(table(id=["a", "b"], count=["2", "many"]), out=tmp_path / "new" / "folder")
    for name in ("claims", "positions", "conflicts", "rejects"):
        assert pq.read_table(tmp_path / "new" / "folder" / f"{name}.parquet") == getattr(found, name)
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 4


def test_rejects_have_a_file_of_their_own(tmp_path: Path) -> None:
    found = reconcile_table(table(id=["a", "b"], count=["2", "many"]), rejects=tmp_path / "bad.parquet")
    assert pq.read_table(tmp_path / "bad.parquet") == found.rejects
    assert [file.name for file in tmp_path.iterdir()] == ["bad.parquet"]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ClaimError, match="cannot be written"):
        reconcile_table(table(id=["a"]), out=tmp_path / "file")
    with pytest.raises(ClaimError, match="cannot be written"):
        reconcile_table(table(id=["a"]), rejects=tmp_path / "nowhere" / "bad.parquet")


# --- what it costs ----------------------------------------------------------------------------------------------------


def test_no_claim_is_made_for_a_row_that_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(rows, "made", lambda _, data: made.append(data))  # pyright: ignore
    monkeypatch.setattr(Claim, "model_validate", made.append)  # pyright: ignore
    days = [f"{year}-{month:02}-01" for year in range(1900, 1960, 3) for month in (1, 7)]
    found = reconcile_table(
        table(
            id=[f"c{n:02}" for n in range(len(days))],
            about=[f"word{n}" for n in range(len(days))],
            key=[f"k{n}" for n in range(len(days))],
            when=days,
        )
    )
    assert found.claims.num_rows == len(days)
    assert made == []
