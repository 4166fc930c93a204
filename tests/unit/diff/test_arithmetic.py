"""Numbers that count different things are worked out before they are compared: issue 3, Build 1."""

from __future__ import annotations

import pytest
from tests.unit.diff.telling import between, of, said, texts, told

import reconcile as rc


def certain(a: rc.Claim, b: rc.Claim, why: str) -> set[bool]:
    return {reading.certain for one in between(a, b) for reading in one.readings if reading.kind == why}


class TestPartOfWhole:
    whole = said("w", count=of(40, "killed"))

    @pytest.mark.parametrize(
        "part",
        [
            of(12, "killed", scope="children"),
            of(12, "children killed"),
            of(12, "قتلى", scope="اطفال"),
            {"low": 10, "high": 15, "of": "killed", "scope": "women"},
        ],
    )
    def test_children_among_killed(self, part: dict[str, object]) -> None:
        found = told(self.whole, said("p", count=part))
        assert found.kind == "difference"
        assert "part of whole" in found.why

    def test_shows_its_arithmetic(self) -> None:
        shown = texts(self.whole, said("p", count=of(12, "killed", scope="children")))
        assert "12" in shown
        assert "40" in shown

    @pytest.mark.parametrize("part", [of(52, "killed", scope="children"), of(52, "children killed")])
    def test_more_children_than_killed_twin(self, part: dict[str, object]) -> None:
        found = told(self.whole, said("p", count=part))
        assert found.kind == "contradiction"
        assert "part of whole" not in found.why

    def test_two_main_centres_among_three(self) -> None:
        found = told(said("w", count=of(3, "centres")), said("p", count=of(2, "centres", scope="main")))
        assert found.kind == "difference"
        assert "part of whole" in found.why

    def test_four_main_centres_among_three_twin(self) -> None:
        found = told(said("w", count=of(3, "centres")), said("p", count=of(4, "centres", scope="main")))
        assert found.kind == "contradiction"

    def test_a_part_of_the_places(self) -> None:
        a, b = said("a", count=of(9, "killed"), places="Diyala"), said("b", count=of(4, "killed"), places="خانقين")
        found = told(a, b, field="count")
        assert found.kind == "difference"
        assert found.why & {"part of whole", "containment"}

    def test_more_in_a_part_of_the_places_twin(self) -> None:
        a, b = said("a", count=of(9, "killed"), places="Diyala"), said("b", count=of(14, "killed"), places="خانقين")
        assert told(a, b, field="count").kind == "contradiction"

    def test_at_least_as_many_in_the_part(self) -> None:
        found = told(self.whole, said("p", count={"low": 41, "of": "killed", "scope": "children"}))
        assert found.kind == "contradiction"


class TestSumOfParts:
    total = said("t", count=of(5, "governorates"))
    done = said("d", count=of(3, "governorates", scope="finished"))
    near = said("n", count=of(2, "governorates", scope="nearly finished"))

    def test_three_done_and_two_near_are_five(self) -> None:
        assert "3 + 2 = 5" in texts(self.total, self.done, self.near)
        assert "sum of parts" in told(self.total, self.done, self.near).why
        assert not told(self.total, self.done, self.near).conflict

    def test_three_done_and_three_near_are_six_twin(self) -> None:
        more = said("n", count=of(3, "governorates", scope="nearly finished"))
        assert "sum of parts" not in told(self.total, self.done, more).why

    def test_parts_in_one_claim(self) -> None:
        parts = said("p", count=[of(12, "killed", scope="civilians"), of(8, "killed", scope="soldiers")])
        total = said("t", count=of(20, "killed"))
        found = told(total, parts)
        assert not found.conflict
        assert any("12 + 8 = 20" in text or "8 + 12 = 20" in text for text in [texts(total, parts)])

    def test_parts_of_places_that_sum_to_the_whole(self) -> None:
        north = said("a", count=of(12, "checkpoints"), places="Kirkuk")
        south = said("b", count=of(8, "checkpoints"), places="ديالى")
        total = said("t", count=of(20, "checkpoints"), places=["Kirkuk", "Diyala"])
        found = told(total, north, south, field="count")
        assert not found.conflict
        assert "sum of parts" in found.why

    def test_one_of_the_listed_places_is_a_part_of_the_list(self) -> None:
        one, both = of(12, "checkpoints"), of(20, "checkpoints")
        whole = said("b", count=both, places=["Kirkuk", "Diyala"])
        found = told(said("a", count=one, places="Kirkuk"), whole, field="count")
        assert not found.conflict
        assert "part of whole" in found.why

    def test_more_in_one_of_the_listed_places_than_in_all_twin(self) -> None:
        one, both = said("a", count=of(20, "checkpoints"), places="Kirkuk"), of(12, "checkpoints")
        found = told(one, said("b", count=both, places=["Kirkuk", "Diyala"]), field="count")
        assert found.kind == "contradiction"
        assert "part of whole" not in found.why

    def test_parts_of_places_that_sum_to_more_than_the_whole_twin(self) -> None:
        north = said("a", count=of(12, "checkpoints"), places="Kirkuk")
        south = said("b", count=of(9, "checkpoints"), places="ديالى")
        total = said("t", count=of(20, "checkpoints"), places=["Kirkuk", "Diyala"])
        assert "sum of parts" not in told(total, north, south, field="count").why

    def test_a_sum_is_only_possible(self) -> None:
        for one in between(self.total, self.done, self.near):
            assert not any(r.certain for r in one.readings if r.kind == "sum of parts")


class TestSizeOfTheList:
    def test_a_count_of_the_listed_places(self) -> None:
        lists = said("a", count=of(5, "centres"), places=["Mosul", "Kirkuk", "Tikrit"])
        found = told(lists, said("b", count=3, places=["Mosul", "Kirkuk", "Tikrit"]), field="count")
        assert "size of the list" in found.why

    def test_a_count_that_is_no_size_twin(self) -> None:
        lists = said("a", count=of(5, "centres"), places=["Mosul", "Kirkuk", "Tikrit"])
        found = told(lists, said("b", count=4, places=["Mosul", "Kirkuk", "Tikrit"]), field="count")
        assert found.kind == "contradiction"
        assert "size of the list" not in found.why

    def test_the_readings_name_the_number_and_the_list(self) -> None:
        lists = said("a", count=of(5, "centres"), places=["الموصل", "كركوك", "تكريت"])
        shown = texts(lists, said("b", count=3, places=["الموصل", "كركوك", "تكريت"]))
        assert "3" in shown
        assert "كركوك" in shown


class TestIncrements:
    total = said("t", count=of(12, "killed"))

    def test_a_further_five(self) -> None:
        found = told(self.total, said("i", count=of(5, "killed", increment=True)))
        assert found.kind == "difference"
        assert "an addition, not a total" in found.why

    @pytest.mark.parametrize("text", ["a further five", "خمسة آخرين"])
    def test_as_a_report_writes_it(self, text: str) -> None:
        quantity = rc.Quantity.parse(text, of="killed")
        assert quantity.increment
        assert not told(self.total, said("i", count=quantity)).conflict

    def test_five_in_all_twin(self) -> None:
        assert told(self.total, said("i", count=of(5, "killed"))).kind == "contradiction"

    def test_as_many_more_are_not_the_same_statement(self) -> None:
        """12, then "a further twelve": equal numbers, two positions."""
        more = said("i", count=of(12, "killed", increment=True))
        accounts = rc.reconcile([self.total, more]).events[0].account("count")
        assert all(p.ids in (("t",), ("i",)) for account in accounts for p in account.positions)

    def test_before_and_addition_make_the_later_total(self) -> None:
        """12, "a further five", then 17: the later total is no dispute with either."""
        before = said("a", count=of(12, "killed"), reported="2021-03-01")
        more = said("b", count=of(5, "killed", increment=True), reported="2021-03-02")
        after = said("c", count=of(17, "killed"), reported="2021-03-02")
        assert not rc.reconcile([before, more, after]).conflicts

    def test_two_additions_of_one_day_differ_twin(self) -> None:
        a = said("a", count=of(5, "killed", increment=True))
        assert told(a, said("b", count=of(9, "killed", increment=True))).kind == "contradiction"


class TestRatesAndPercentages:
    @pytest.mark.parametrize(("rate", "unit"), [(40, "%"), (40, "percent"), (12, "per day"), (3, "per 1000")])
    def test_a_rate_against_a_count(self, rate: float, unit: str) -> None:
        found = told(said("a", count=of(rate, "displaced", unit=unit)), said("b", count=of(800, "displaced")))
        assert not found.conflict
        assert found.kind in ("", "difference")

    @pytest.mark.parametrize("text", ["40%", "40 percent", "٤٠٪", "40 في المئة"])
    def test_as_a_report_writes_it(self, text: str) -> None:
        share = rc.Quantity.parse(text, of="houses")
        assert not told(said("a", count=share), said("b", count=of(900, "houses"))).conflict

    def test_two_percentages_twin(self) -> None:
        a = said("a", count=of(40, "houses", unit="%"))
        assert told(a, said("b", count=of(60, "houses", unit="percent"))).kind == "contradiction"

    def test_two_counts_twin(self) -> None:
        assert told(said("a", count=of(40, "houses")), said("b", count=of(800, "houses"))).kind == "contradiction"


class TestUnits:
    @pytest.mark.parametrize(
        ("a", "b"),
        [
            (of(5, unit="km"), of(5000, unit="m")),
            (of(2, unit="tonnes"), of(2000, unit="kg")),
            (of(10, unit="كم"), of(10, unit="kilometres")),
            (of(3, unit="hours"), of(180, unit="minutes")),
        ],
    )
    def test_one_measure_in_two_units_is_no_dispute(self, a: dict[str, object], b: dict[str, object]) -> None:
        assert not told(said("a", count=a), said("b", count=b)).conflict

    @pytest.mark.parametrize(
        ("a", "b"),
        [
            (of(5, unit="km"), of(8000, unit="m")),
            (of(2, unit="tonnes"), of(3500, unit="kg")),
            (of(3, unit="hours"), of(100, unit="minutes")),
        ],
    )
    def test_two_measures_in_two_units_twin(self, a: dict[str, object], b: dict[str, object]) -> None:
        assert told(said("a", count=a), said("b", count=b)).kind == "contradiction"

    def test_miles_are_converted_and_shown(self) -> None:
        a, b = said("a", count=of(10, unit="miles")), said("b", count=of(16, unit="km"))
        assert not told(a, b).conflict, "16.09 km is 16 km, rounded"

    def test_units_of_two_kinds_are_two_things(self) -> None:
        assert not told(said("a", count=of(5, unit="km")), said("b", count=of(9, unit="kg"))).conflict


class TestRounding:
    @pytest.mark.parametrize(("round_", "fine"), [(1000, 987), (500, 483), (20_000, 20_340), (300, 312)])
    def test_a_round_figure(self, round_: int, fine: int) -> None:
        found = told(said("a", count=round_), said("b", count=fine))
        assert found.kind == "difference"
        assert "rounding" in found.why

    @pytest.mark.parametrize(("round_", "fine"), [(1000, 887), (500, 383), (20_000, 22_340), (1001, 987), (987, 988)])
    def test_a_figure_that_rounds_to_another_twin(self, round_: int, fine: int) -> None:
        found = told(said("a", count=round_), said("b", count=fine))
        assert found.kind == "contradiction"
        assert "rounding" not in found.why

    @pytest.mark.parametrize(
        ("round_", "fine"),
        [("50,000 barrels", "49,800 barrels"), ("50 km", "49.8 km"), (5, 5.2), ("1,000 km", "987 km")],
    )
    def test_a_figure_is_round_in_its_unit(self, round_: float | str, fine: float | str) -> None:
        found = told(said("a", count=round_), said("b", count=fine))
        assert found.kind == "difference"
        assert "rounding" in found.why

    @pytest.mark.parametrize(
        ("round_", "fine"), [("50,000 barrels", "44,800 barrels"), ("50 km", "47.3 km"), (5, 5.4), (5, 4)]
    )
    def test_a_figure_is_round_in_its_unit_twin(self, round_: float | str, fine: float | str) -> None:
        found = told(said("a", count=round_), said("b", count=fine))
        assert found.kind == "contradiction"
        assert "rounding" not in found.why

    def test_shows_its_arithmetic(self) -> None:
        assert "49,800 rounds to 50,000" in texts(said("a", count="50,000 barrels"), said("b", count="49,800 barrels"))
        assert "987 rounds to 1,000" in texts(said("a", count=1000), said("b", count=987))


class TestApproximation:
    def test_about_fifty(self) -> None:
        found = told(said("a", count={"low": 50, "high": 50, "approximate": True}), said("b", count=53))
        assert found.kind == "difference"
        assert "approximation" in found.why

    def test_exactly_fifty_twin(self) -> None:
        assert told(said("a", count=50), said("b", count=53)).kind == "contradiction"

    def test_far_from_about_fifty_twin(self) -> None:
        about = said("a", count={"low": 50, "high": 50, "approximate": True})
        assert told(about, said("b", count=70)).kind == "contradiction"


class TestBounds:
    def test_best_zero_high_five_against_five(self) -> None:
        found = told(said("a", count={"low": 0, "high": 5, "best": 0}), said("b", count=5))
        assert found.kind == "difference"
        assert "bounds with a best value" in found.why

    def test_best_zero_high_five_against_six_twin(self) -> None:
        found = told(said("a", count={"low": 0, "high": 5, "best": 0}), said("b", count=6))
        assert found.kind == "contradiction"

    def test_two_best_values_in_the_same_bounds(self) -> None:
        a = said("a", count={"low": 0, "high": 9, "best": 2})
        found = told(a, said("b", count={"low": 0, "high": 9, "best": 7}))
        assert found.kind == "difference"
        assert "bounds with a best value" in found.why

    def test_the_same_best_value_twin(self) -> None:
        a = said("a", count={"low": 0, "high": 9, "best": 2})
        assert told(a, said("b", count={"low": 0, "high": 9, "best": 2})).kind == ""

    def test_at_least_twenty_allows_twenty_five(self) -> None:
        found = told(said("a", count={"low": 20}), said("b", count=25))
        assert found.kind == "difference"
        assert "precision" in found.why

    def test_at_least_thirty_does_not_twin(self) -> None:
        assert told(said("a", count={"low": 30}), said("b", count=25)).kind == "contradiction"


class TestSeveralCountsOnOneClaim:
    both = said("a", count=[of(12, "killed"), of(30, "injured")])

    def test_each_is_compared_in_its_frame(self) -> None:
        found = told(self.both, said("b", count=[of(12, "قتلى"), of(30, "جرحى")]))
        assert found.kind == ""

    def test_only_the_one_that_differs_is_disputed_twin(self) -> None:
        b = said("b", count=[of(12, "killed"), of(41, "injured")])
        (dispute,) = [c for c in between(self.both, b) if c.kind.is_conflict]
        assert {str(p.value) for p in dispute.positions} == {"30 injured", "41 injured"}

    def test_killed_of_one_is_not_held_against_the_injured_of_the_other(self) -> None:
        b = said("b", count=[of(30, "killed"), of(12, "injured")])
        disputes = [c for c in between(self.both, b) if c.kind.is_conflict]
        for dispute in disputes:
            things = {str(p.value).split()[-1] for p in dispute.positions}
            assert len(things) == 1

    def test_total_and_part_in_one_claim_are_not_at_odds_with_another_total(self) -> None:
        a = said("a", count=[of(40, "killed"), of(12, "killed", scope="children")])
        assert not told(a, said("b", count=of(40, "killed"))).conflict
        assert told(a, said("b", count=of(45, "killed"))).kind == "contradiction"


class TestTolerance:
    def test_a_field_of_the_user(self) -> None:
        from typing import Annotated

        class Staffed(rc.Claim):
            staff: Annotated[rc.Quantity | None, rc.Disputed(rel_tol=0.1)] = None

        def made(name: str, number: int) -> Staffed:
            return Staffed.model_validate({"id": name, "about": "x", "key": "k", "source": name, "staff": number})

        assert told(made("a", 100), made("b", 92)).kind == "difference"
        assert told(made("a", 100), made("b", 88)).kind == "contradiction"


def test_no_reading_that_is_only_possible_is_called_certain() -> None:
    """A part and a sum depend on what nobody stated; rounding and containment follow from the figures."""
    whole = said("w", count=of(40, "killed"))
    assert certain(whole, said("p", count=of(12, "killed", scope="children")), "part of whole") == {False}
    assert certain(said("a", count=1000), said("b", count=987), "rounding") == {True}
