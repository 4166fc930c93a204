"""Values are compared inside one frame only: DESIGN §5, Frames; every case with a twin that differs in one fact."""

from __future__ import annotations

from typing import ClassVar

import pytest
from tests.unit.diff.telling import of, said, told

import reconcile as rc


class TestDesignsOwnSentences:
    def test_checkpoints_in_three_governorates(self) -> None:
        where = {"a": (5, "Diyala"), "b": (6, "Kirkuk"), "c": (13, "صلاح الدين")}
        claims = [said(i, count=of(n, "checkpoints"), places=place) for i, (n, place) in where.items()]
        result = rc.reconcile(claims)
        assert not result.find(field="count")
        (event,) = result.events
        assert len(event.account("count")) == 3

    def test_checkpoints_in_one_governorate_twin(self) -> None:
        five = said("a", count=of(5, "checkpoints"), places="Diyala")
        assert told(five, said("b", count=of(6, "checkpoints"), places="ديالى")).kind == "contradiction"

    def test_two_centres_in_two_capitals_and_one_in_a_third_governorate(self) -> None:
        two = said("a", count=of(2, "centres"), places=["Baghdad", "Erbil"])
        assert not told(two, said("b", count=of(1, "centres"), places="Kirkuk")).conflict

    def test_two_centres_in_two_capitals_and_three_in_the_same_twin(self) -> None:
        two = said("a", count=of(2, "centres"), places=["Baghdad", "Erbil"])
        three = said("b", count=of(3, "centres"), places=["بغداد", "أربيل"])
        assert told(two, three, field="count").kind == "contradiction"
        assert not told(two, three, field="places").conflict

    def test_two_centres_against_three_governorates(self) -> None:
        centres, places = said("a", count=of(2, "centres")), said("b", count=of(3, "governorates"))
        found = told(centres, places)
        assert found.kind == "difference"
        assert "other thing counted" in found.why

    def test_two_centres_against_three_centres_twin(self) -> None:
        assert told(said("a", count=of(2, "centres")), said("b", count=of(3, "مراكز"))).kind == "contradiction"

    def test_one_more_centre_beside_makes_the_sum_of_places_possible(self) -> None:
        two = said("a", count=of(2, "centres"), places=["Baghdad", "Erbil"])
        one = said("b", count=of(1, "centres"), places="Diyala")
        three = said("c", count=of(3, "governorates"))
        (difference,) = [d for d in rc.reconcile([two, one, three]).find(field="count", claim="c") if d.readings]
        assert difference.kind == "difference"
        assert any("2 + 1 = 3" in r.text and not r.certain for r in difference.readings)


class TestEqualFrames:
    FRAME: ClassVar = {"of": "killed", "scope": "civilians"}

    def test_other_values(self) -> None:
        a, b = said("a", count=of(4, **self.FRAME)), said("b", count=of(7, **self.FRAME))
        assert told(a, b) == ("contradiction", frozenset())

    def test_equal_values_twin(self) -> None:
        a, b = said("a", count=of(4, **self.FRAME)), said("b", count=of(4, **self.FRAME))
        assert told(a, b).kind == ""

    def test_the_same_thing_in_two_languages(self) -> None:
        assert told(said("a", count=of(4, "قتلى")), said("b", count=of(7, "killed"))) == ("contradiction", frozenset())


class TestConflictsKeepToTheirFrame:
    """Two accounts side by side: who says five of one place is not opposed to who says six of another."""

    def rooms(self, *, first: str, second: str) -> list[rc.Claim]:
        one = [said(f"m{n}", count=of(n, "rooms"), places=first) for n in (4, 5, 6)]
        return one + [said(f"b{n}", count=of(n, "rooms"), places=second) for n in (5, 6, 7)]

    def test_two_cities(self) -> None:
        found = rc.reconcile(self.rooms(first="Mosul", second="البصرة")).find(field="count")
        assert [c.kind.value for c in found] == ["contradiction"] * 2
        assert {frozenset(c.id for c in one.claims) for one in found} == {
            frozenset({"m4", "m5", "m6"}),
            frozenset({"b5", "b6", "b7"}),
        }

    def test_one_city_twin(self) -> None:
        (found,) = rc.reconcile(self.rooms(first="Mosul", second="الموصل")).find(field="count")
        assert sorted(p.ids for p in found.positions) == [("b5", "m5"), ("b6", "m6"), ("b7",), ("m4",)]

    def test_no_conflict_ever_opposes_two_cities(self) -> None:
        cities = {"m": "Mosul", "b": "Basra", "e": "Erbil"}
        claims = [said(f"{c}{n}", count=of(n % 5, "rooms"), places=p) for c, p in cities.items() for n in range(7)]
        for one in rc.reconcile(claims).find(field="count"):
            assert len({claim.id[0] for claim in one.claims}) == 1

    def bridged(self, *, first: str, second: str) -> list[set[str]]:
        """Return who is opposed to whom where two claims name no place, and two name one each."""
        stated = {"none_4": {}, "none_5": {}, "m_4": {"places": first}, "b_5": {"places": second}}
        claims = [said(i, count=of(int(i[-1]), "rooms"), **more) for i, more in stated.items()]
        return [{claim.id for claim in one.claims} for one in rc.reconcile(claims).find(field="count")]

    def test_who_names_no_place_does_not_bring_two_cities_together(self) -> None:
        found = self.bridged(first="Mosul", second="Basra")
        assert all(not {"m_4", "b_5"} <= claims for claims in found)
        for pair in ({"none_4", "none_5"}, {"none_4", "b_5"}, {"none_5", "m_4"}):
            assert any(pair <= claims for claims in found)
        assert len(found) == 2

    def test_accounts_that_hold_more_than_one_place_are_told_place_by_place(self) -> None:
        three = [said("none_3", count=of(3, "rooms")), said("basra_3", count=of(3, "rooms"), places="Basra")]
        two = [("both_2", ["Mosul", "Basra"]), ("mosul_2", "Mosul")]
        claims = three + [said(i, count=of(2, "rooms"), places=places) for i, places in two]
        found = [{claim.id for claim in one.claims} for one in rc.reconcile(claims).find(field="count")]
        assert all(not {"basra_3", "mosul_2"} <= claims for claims in found)
        for pair in ({"none_3", "both_2"}, {"none_3", "mosul_2"}, {"basra_3", "both_2"}):
            assert any(pair <= claims for claims in found)

    def test_who_names_no_place_beside_one_city_twin(self) -> None:
        assert self.bridged(first="Mosul", second="الموصل") == [{"none_4", "none_5", "m_4", "b_5"}]


class TestUnstatedPart:
    @pytest.mark.parametrize(
        ("stated", "bare"),
        [
            ({"count": of(4, "killed")}, {"count": 7}),
            ({"count": of(9, unit="km")}, {"count": 7}),
            ({"count": of(4, "killed"), "places": "Mosul"}, {"count": of(7, "killed")}),
        ],
    )
    def test_compared_with_the_reading(self, stated: dict[str, object], bare: dict[str, object]) -> None:
        found = told(said("a", **stated), said("b", **bare), field="count")
        assert found.kind == "contradiction"
        assert "scope unstated" in found.why

    def test_scope_unstated_and_more_than_the_whole(self) -> None:
        found = told(said("a", count=of(7, "killed", scope="civilians")), said("b", count=of(4, "killed")))
        assert found.kind == "contradiction"
        assert "scope unstated" in found.why

    def test_both_stated_twin(self) -> None:
        found = told(said("a", count=of(4, "killed")), said("b", count=of(7, "killed")))
        assert "scope unstated" not in found.why

    def test_an_unstated_part_lowers_the_severity(self) -> None:
        full = rc.reconcile([said("a", count=of(7, "killed")), said("b", count=of(4, "killed"))])
        half = rc.reconcile([said("a", count=of(7, "killed")), said("b", count=4)])
        assert half.conflicts[0].severity < full.conflicts[0].severity


class TestDisjointFrames:
    def test_other_scope(self) -> None:
        a, b = said("a", count=of(4, "killed", scope="civilians")), said("b", count=of(9, "killed", scope="soldiers"))
        assert told(a, b).kind == ""
        assert len(rc.reconcile([a, b]).events[0].account("count")) == 2

    def test_same_scope_in_another_language_twin(self) -> None:
        a, b = said("a", count=of(4, "killed", scope="civilians")), said("b", count=of(9, "killed", scope="مدنيين"))
        assert told(a, b).kind == "contradiction"

    def test_one_claim_with_two_scopes_is_no_dispute_with_itself(self) -> None:
        both = said("a", count=[of(4, "killed", scope="civilians"), of(9, "killed", scope="soldiers")])
        assert not rc.reconcile([both, said("b")]).find(field="count")

    def test_frames_that_overlap_in_places_are_told(self) -> None:
        a = said("a", count=of(4, "killed"), places=["Mosul", "Tikrit"])
        b = said("b", count=of(9, "killed"), places=["Mosul", "Kirkuk"])
        assert "other places listed" in told(a, b, field="count").why

    def test_frames_with_equal_places_twin(self) -> None:
        a = said("a", count=of(4, "killed"), places=["Mosul", "Tikrit"])
        b = said("b", count=of(9, "killed"), places=["تكريت", "الموصل"])
        assert told(a, b, field="count") == ("contradiction", frozenset())


class TestOtherThing:
    @pytest.mark.parametrize("other", ["injured", "جرحى", "treated in hospital", "displaced"])
    def test_injured_is_not_killed(self, other: str) -> None:
        found = told(said("a", count=of(12, "killed")), said("b", count=of(30, other)))
        assert not found.conflict
        assert found.kind == "" or "other thing counted" in found.why

    @pytest.mark.parametrize("same", ["dead", "قتيلا", "fatalities", "people killed"])
    def test_killed_is_dead_twin(self, same: str) -> None:
        assert told(said("a", count=of(12, "killed")), said("b", count=of(30, same))).kind == "contradiction"

    def test_casualties_hold_the_killed(self) -> None:
        """Casualties are the killed and the injured: fewer killed than casualties is a part of a whole."""
        assert not told(said("a", count=of(12, "killed")), said("b", count=of(30, "casualties"))).conflict


class TestOtherDate:
    def test_figures_of_two_days(self) -> None:
        a = said("a", count=of(30, "soldiers"), as_of="2021-03-01")
        found = told(a, said("b", count=of(20, "soldiers"), as_of="2021-03-09"))
        assert found.kind in ("difference", "revision")
        assert "other date" in found.why

    def test_figures_of_one_day_twin(self) -> None:
        a = said("a", count=of(30, "soldiers"), as_of="2021-03-01")
        assert told(a, said("b", count=of(20, "soldiers"), as_of="2021-03-01")).kind == "contradiction"


class TestPositions:
    def test_at_least_never_merges_what_differs(self) -> None:
        claims = [said("a", count=25), said("b", count={"low": 20}), said("c", count=40)]
        (account,) = rc.reconcile(claims).events[0].account("count")
        assert sorted(p.ids for p in account.positions) == [("a",), ("b",), ("c",)]
        vague = next(p for p in account.positions if p.ids == ("b",))
        assert {v.low for v in (*vague.compatible_with, *vague.entailed_by)} == {25, 40}
        assert told(claims[0], claims[2], claims[1]).kind == "contradiction"
        assert not told(claims[0], claims[1], claims[2]).conflict

    def test_at_least_more_than_one_of_them_twin(self) -> None:
        claims = [said("a", count=25), said("b", count={"low": 30}), said("c", count=40)]
        assert told(claims[0], claims[1], claims[2]).kind == "contradiction"
        assert not told(claims[2], claims[1], claims[0]).conflict

    def test_the_same_statement_three_times_is_one_position(self) -> None:
        claims = [said(i, count=of(6, "rooms")) for i in "abc"]
        (account,) = rc.reconcile(claims).events[0].account("count")
        (position,) = account.positions
        assert position.ids == ("a", "b", "c")

    def test_bounds_are_what_all_allow(self) -> None:
        claims = [said("a", count={"low": 20}), said("b", count={"high": 30})]
        (account,) = rc.reconcile(claims).events[0].account("count")
        assert (account.bounds.low, account.bounds.high) == (20, 30)

    def test_no_bounds_where_nothing_satisfies_all_twin(self) -> None:
        claims = [said("a", count={"low": 31}), said("b", count={"high": 30})]
        (account,) = rc.reconcile(claims).events[0].account("count")
        assert account.bounds is None

    def test_equal_lists_with_differing_counts_are_one_position(self) -> None:
        claims = [said("a", count=3, places="أربيل"), said("b", count=5, places="Erbil")]
        (account,) = rc.reconcile(claims).events[0].account("places")
        assert [p.ids for p in account.positions] == [("a", "b")]


class TestWhoCanContradict:
    @pytest.mark.parametrize("weak", [{"certainty": "possible"}, {"certainty": "unknown"}])
    def test_possible_never_does(self, weak: dict[str, str]) -> None:
        found = told(said("a", count=2), said("b", count=3, **weak))
        assert not found.conflict

    @pytest.mark.parametrize("mode", ["conditional", "opinion", "obligation"])
    def test_only_a_fact_does(self, mode: str) -> None:
        assert not told(said("a", count=2), said("b", count=3, mode=mode)).conflict

    @pytest.mark.parametrize("strong", [{"certainty": "probable"}, {"certainty": "certain"}, {"mode": "fact"}])
    def test_a_fact_that_is_probable_does_twin(self, strong: dict[str, str]) -> None:
        assert told(said("a", count=2), said("b", count=3, **strong)).kind == "contradiction"

    def test_a_possible_list_never_makes_a_discrepancy(self) -> None:
        a, b = said("a", places=["Mosul", "Tikrit"]), said("b", places=["Mosul", "Kirkuk"], certainty="possible")
        assert not told(a, b, field="places").conflict

    def test_a_possible_phase_never_contradicts(self) -> None:
        a = said("a", phase="completed")
        assert not told(a, said("b", phase="not-implemented", certainty="possible")).conflict
        assert told(a, said("b", phase="not-implemented", certainty="certain")).kind == "contradiction"
