"""Twins of an outside review: what must not be an alarm, beside what must."""

from __future__ import annotations

from typing import Any

import pytest

import reconcile as rc


def told(*fields: dict[str, Any]) -> rc.Reconciliation[rc.Claim]:
    """The result of claims under one key, each of its own outlet."""
    claims = [
        rc.Claim(**{"id": name, "event_type": "clash", "key": "k", "source": f"{name} news", **stated})
        for name, stated in zip("abcdefghijklmnop", fields, strict=False)
    ]
    return rc.reconcile(claims)


def kinds(*fields: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    result = told(*fields)
    return [
        (one.kind.value, tuple(reading.kind for reading in one.readings))
        for one in (*result.conflicts, *result.differences)
    ]


class TestDatesOfFigures:
    @pytest.mark.parametrize("wide", ["2023-02", "2023", "2023-02-01/2023-02-10"])
    def test_a_day_within_a_longer_time_is_another_date(self, wide: str) -> None:
        assert kinds({"count": 5, "as_of": "2023-02-06"}, {"count": 9, "as_of": wide}) == [
            ("difference", ("other date",))
        ]

    def test_the_same_day_is_no_other_date_twin(self) -> None:
        assert kinds({"count": 5, "as_of": "2023-02"}, {"count": 9, "as_of": "2023-02"}) == [("contradiction", ())]


class TestParties:
    def test_one_party_on_two_sides_is_a_discrepancy(self) -> None:
        actor, target = ({"parties": [{"name": "ISIS", "role": role}]} for role in ("actor", "target"))
        found = kinds(actor, target)
        assert found == [("discrepancy", ("open list",))]

    def test_who_may_have_taken_part_contradicts_nobody(self) -> None:
        found = kinds({"parties": "ISIS"}, {"parties": [{"name": "UN", "certainty": "possible"}]})
        assert found == [("difference", ("not asserted as fact",))]

    @pytest.mark.parametrize("certainty", ["certain", "probable"])
    def test_who_took_part_does_twin(self, certainty: str) -> None:
        found = kinds({"parties": "ISIS"}, {"parties": [{"name": "UN", "certainty": certainty}]})
        assert found == [("contradiction", ())]

    def test_a_doubt_is_told(self) -> None:
        (one,) = told({"parties": "ISIS"}, {"parties": [{"name": "UN", "certainty": "possible"}]}).differences
        assert "names UN (possibly)" in one.explain()
        assert "على وجه الاحتمال" in one.explain(language="ar")


class TestThingsAsWritten:
    @pytest.mark.parametrize(
        ("a", "b"), [("3,000 families displaced", "15,000 people displaced"), ("3000 عائلة نازحة", "15000 شخص نازح")]
    )
    def test_families_are_no_people(self, a: str, b: str) -> None:
        (found,) = kinds({"count": a}, {"count": b})
        assert found[0] == "difference"
        assert "other thing counted" in found[1]

    def test_people_are_people_twin(self) -> None:
        (found,) = kinds({"count": "3,000 people displaced"}, {"count": "15,000 displaced"})
        assert found[0] == "contradiction"

    def test_what_is_counted_is_told(self) -> None:
        (one,) = told({"count": "3 children killed"}, {"count": "12 killed"}).differences
        assert "says 3 children killed" in one.explain()
        assert "says 12 killed" in one.explain()


class TestManyFigures:
    FIGURES = (100, 137, 174, 203, 231, 259)

    def test_figures_that_all_exclude_each_other_are_one_conflict(self) -> None:
        rows = [{"count": n, **({"reported": "2023-02-01"} if n % 2 else {})} for n in self.FIGURES]
        result = told(*rows)
        (one,) = result.find(kind="contradiction", field="count")
        assert [position.value.low for position in one.positions] == list(self.FIGURES)

    def test_what_softens_some_pairs_softens_not_the_sharpest(self) -> None:
        plain = told({"count": 3}, {"count": 40}).conflicts[0]
        some = told({"count": 3}, {"count": 40}, {"count": 77, "places": "Basra"}).conflicts[0]
        assert len(some.positions) == 3
        assert some.severity == plain.severity

    def test_many_reasons_of_one_kind_are_counted(self) -> None:
        rows = [{"count": {"low": n, "of": "killed"}, "reported": f"2023-02-{n % 20 + 1:02}"} for n in self.FIGURES]
        for one in (*told(*rows).conflicts, *told(*rows).differences):
            assert one.explain().count("(later figure)") <= 4


class TestWhatNobodyCanCompare:
    @pytest.mark.parametrize("other", ["cancelled", "suspended"])
    def test_phases_that_are_not_comparable_do_not_agree(self, other: str) -> None:
        (account,) = told({"phase": other}, {"phase": "completed"}).events[0].account("phase")
        assert account.status == "single-voice"

    def test_equal_phases_agree_twin(self) -> None:
        (account,) = told({"phase": "completed"}, {"phase": "completed"}).events[0].account("phase")
        assert account.status == "agreed"

    def test_a_figure_in_two_unknown_places_is_no_corroboration(self) -> None:
        own = {"basis": "own-reporting"}
        rows = [
            {"places": where, "count": 5, "source": {"outlet": f"{where} radio", **own}} for where in ("Zzqx", "Wyvb")
        ]
        assert [one.status for one in told(*rows).events[0].account("count")] == ["single-voice", "single-voice"]

    def test_a_figure_in_one_unknown_place_is_twin(self) -> None:
        rows = [
            {"places": "Zzqx", "count": 5, "source": {"outlet": name, "basis": "own-reporting"}}
            for name in ("Rudaw", "Northwire")
        ]
        assert [one.status for one in told(*rows).events[0].account("count")] == ["corroborated"]

    def test_figures_in_two_unknown_places_contradict_nobody(self) -> None:
        assert kinds({"places": "Tell Hazna", "count": 5}, {"places": "Umm Qubba", "count": 9}) == [
            ("difference", ("scope unstated",))
        ]

    def test_figures_of_two_circles_that_may_be_one_place_do_twin(self) -> None:
        rows = [
            {"places": [{"name": name, "lat": 11.8, "lon": lon, "radius_km": 15}], "count": count}
            for name, lon, count in (("Tell Hazna", 13.1, 5), ("Umm Qubba", 13.2, 9))
        ]
        assert kinds(*rows) == [("contradiction", ("scope unstated",))]

    def test_figures_in_one_unknown_place_do_twin(self) -> None:
        assert kinds({"places": "Tell Hazna", "count": 5}, {"places": "Tell Hazna", "count": 9}) == [
            ("contradiction", ())
        ]


@pytest.mark.parametrize(
    ("given", "told_of"),
    [
        ({"rulings": "rulings.jsonl"}, "rulings: not a table"),
        ({"gazetteer": "places.csv"}, "gazetteer: not a table"),
        ({"coverage": [{"outlet": "X"}]}, "coverage: not a table"),
        ({"families": ["x"]}, "families: not a table"),
    ],
)
def test_a_table_that_is_none_is_told(given: dict[str, Any], told_of: str) -> None:
    with pytest.raises(rc.ClaimError, match=told_of):
        rc.reconcile([], **given)
