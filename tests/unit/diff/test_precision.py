"""What says the same less precisely never contradicts: issue 3, Build 2."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import pytest
from tests.unit.diff.telling import of, said, told

import reconcile as rc


class TestContainment:
    @pytest.mark.parametrize(
        ("narrow", "wide"), [("Khanaqin", "Diyala"), ("خانقين", "محافظة ديالى"), ("Mosul", "Iraq"), ("Sinjar", "نينوى")]
    )
    def test_a_town_in_its_governorate(self, narrow: str, wide: str) -> None:
        found = told(said("a", places=narrow), said("b", places=wide), field="places")
        assert found.kind == "difference"
        assert "containment" in found.why

    @pytest.mark.parametrize(("a", "b"), [("Khanaqin", "Kirkuk"), ("خانقين", "محافظة نينوى"), ("Mosul", "Syria")])
    def test_a_town_and_another_governorate_twin(self, a: str, b: str) -> None:
        assert told(said("a", places=a), said("b", places=b), field="places").kind == "contradiction"

    def test_two_towns_of_one_governorate_twin(self) -> None:
        assert told(said("a", places="Khanaqin"), said("b", places="بعقوبة"), field="places").kind == "contradiction"

    def test_each_member_more_precisely(self) -> None:
        a, b = said("a", places=["Khanaqin", "Sinjar"]), said("b", places=["Diyala", "Nineveh"])
        found = told(a, b, field="places")
        assert found.kind == "difference"
        assert "containment" in found.why

    def test_an_unknown_place_says_nothing(self) -> None:
        assert not told(said("a", places="Qaryat Nowhere"), said("b", places="Diyala"), field="places").conflict


class TestLists:
    def test_one_more_member_of_an_open_list(self) -> None:
        found = told(said("a", places=["Erbil", "Baghdad"]), said("b", places=["Erbil", "Baghdad", "Kirkuk"]))
        assert found.kind == "discrepancy"
        assert "open list" in found.why

    def test_one_more_member_than_a_complete_list_twin(self) -> None:
        """A list said to be all excludes a further member: nothing explains that away as an open list."""
        whole = said("a", places={"items": ["Erbil", "Baghdad"], "complete": True})
        found = told(whole, said("b", places=["Erbil", "Baghdad", "Kirkuk"]))
        assert found.conflict
        open_lists = told(said("a", places=["Erbil", "Baghdad"]), said("b", places=["Erbil", "Baghdad", "Kirkuk"]))
        assert "open list" not in found.why or found.kind == open_lists.kind == "discrepancy"

    def test_more_parties(self) -> None:
        found = told(said("a", parties=["الجيش العراقي"]), said("b", parties=["الجيش العراقي", "البيشمركة"]))
        assert found.kind in ("discrepancy", "difference")
        assert "open list" in found.why

    def test_the_same_parties_by_other_names_twin(self) -> None:
        assert told(said("a", parties=["ISIS"]), said("b", parties=["داعش"])).kind == ""

    def test_actor_and_target_swapped(self) -> None:
        a = said("a", parties=[{"name": "ISIS", "role": "actor"}])
        assert told(a, said("b", parties=[{"name": "داعش", "role": "target"}])).conflict
        assert not told(a, said("b", parties=[{"name": "داعش", "role": "actor"}])).conflict


def at(lat: float, lon: float, radius: float) -> dict[str, Any]:
    return {"name": "the crossing", "lat": lat, "lon": lon, "radius_km": radius}


class TestCoordinates:
    def test_inside_the_stated_radius(self) -> None:
        found = told(said("a", places=[at(34.0, 44.0, 0.5)]), said("b", places=[at(34.05, 44.0, 10)]), field="places")
        assert found.kind == "difference"
        assert found.why & {"containment", "precision"}

    def test_outside_the_stated_radius_twin(self) -> None:
        found = told(said("a", places=[at(34.0, 44.0, 0.5)]), said("b", places=[at(34.5, 44.0, 10)]), field="places")
        assert found.kind == "contradiction"

    def test_circles_that_overlap_tell_nothing(self) -> None:
        found = told(said("a", places=[at(34.0, 44.0, 4)]), said("b", places=[at(34.05, 44.0, 4)]), field="places")
        assert not found.conflict

    def test_a_coarse_precision_code_as_radius(self) -> None:
        """Precision "governorate" is a radius of 60 km: a point 40 km away is the same place told more precisely."""
        far = told(said("a", places=[at(34.0, 44.0, 1)]), said("b", places=[at(34.36, 44.0, 60)]), field="places")
        assert not far.conflict

    def test_a_fine_precision_code_as_radius_twin(self) -> None:
        near = told(said("a", places=[at(34.0, 44.0, 1)]), said("b", places=[at(34.36, 44.0, 5)]), field="places")
        assert near.kind == "contradiction"


class TestPeriods:
    @pytest.mark.parametrize(
        ("fine", "coarse"),
        [
            ("2020-10-13", "2020-10"),
            ("2020-10", "2020"),
            ("2020-10-13", "mid-October 2020"),
            ("2020-10-13", "تشرين الأول 2020"),
            ("2014-06-25", "late June 2014"),
        ],
    )
    def test_a_day_within_its_month(self, fine: str, coarse: str) -> None:
        found = told(said("a", when=fine), said("b", when=coarse))
        assert found.kind == "difference"
        assert "precision" in found.why

    @pytest.mark.parametrize(
        ("fine", "coarse"),
        [
            ("2020-10-13", "2020-11"),
            ("2020-10", "2021"),
            ("2020-10-13", "late October 2020"),
            ("2020-10-13", "تشرين الثاني 2020"),
            ("2014-06-05", "late June 2014"),
        ],
    )
    def test_a_day_outside_it_twin(self, fine: str, coarse: str) -> None:
        assert told(said("a", when=fine), said("b", when=coarse)).kind == "contradiction"

    def test_overlapping_periods(self) -> None:
        found = told(said("a", when="2020-10-01/2020-10-15"), said("b", when="2020-10-10/2020-10-20"))
        assert found.kind == "difference"
        assert "precision" in found.why

    def test_periods_that_touch_no_day_in_common_twin(self) -> None:
        found = told(said("a", when="2020-10-01/2020-10-09"), said("b", when="2020-10-10/2020-10-20"))
        assert found.kind == "contradiction"

    def test_an_uncertain_date_excludes_nothing(self) -> None:
        assert not told(said("a", when="2020-10-13?"), said("b", when="2020-11-13")).conflict
        assert told(said("a", when="2020-10-13"), said("b", when="2020-11-13")).kind == "contradiction"

    def test_an_approximate_date(self) -> None:
        assert not told(said("a", when="2020-10-13~"), said("b", when="2020-10-14")).conflict
        assert told(said("a", when="2020-10-13"), said("b", when="2020-10-14")).kind == "contradiction"


def throughout(start: str, end: str | None = None) -> dict[str, str]:
    return {"lower": start, **({"upper": end} if end else {}), "kind": "throughout"}


class TestWithinAgainstThroughout:
    def test_a_day_within_a_span(self) -> None:
        """One time on the 13th is no dispute with what went on from the 1st to the 20th."""
        found = told(said("a", when="2020-10-13"), said("b", when=throughout("2020-10-01", "2020-10-20")))
        assert not found.conflict

    def test_a_day_after_the_span_twin(self) -> None:
        found = told(said("a", when="2020-10-23"), said("b", when=throughout("2020-10-01", "2020-10-20")))
        assert found.kind == "contradiction"

    def test_two_spans_with_other_starts(self) -> None:
        found = told(said("a", when=throughout("2018-01-01")), said("b", when=throughout("2019-01-01")))
        assert found.kind == "contradiction"

    def test_since_two_years(self) -> None:
        a, b = (rc.Period.parse(text) for text in ("since 2018", "منذ 2019"))
        assert told(said("a", when=a), said("b", when=b)).kind == "contradiction"

    def test_since_a_month_of_the_year_twin(self) -> None:
        a, b = (rc.Period.parse(text) for text in ("since 2018", "since March 2018"))
        assert not told(said("a", when=a), said("b", when=b)).conflict

    def test_one_time_in_each_of_two_years_twin(self) -> None:
        assert not told(said("a", when="2018/.."), said("b", when="2019/..")).conflict


class TestAnnouncementAndEvent:
    def test_announced_on_one_day_done_on_another(self) -> None:
        """`when` is when the stated phase took place: the dates of two phases are two dates."""
        a, b = said("a", phase="agreed", when="2020-10-13"), said("b", phase="begun", when="2020-11-02")
        assert not told(a, b, field="when").conflict

    def test_begun_on_two_days_twin(self) -> None:
        a, b = said("a", phase="begun", when="2020-10-13"), said("b", phase="begun", when="2020-11-02")
        assert told(a, b, field="when").kind == "contradiction"

    def test_the_day_of_the_report_is_not_the_day_of_the_event(self) -> None:
        a, b = said("a", when="2020-10-13", reported="2020-10-14"), said("b", when="2020-10-13", reported="2020-11-20")
        assert told(a, b).kind == ""

    def test_said_on_one_day_published_on_another(self) -> None:
        a = said("a", when="yesterday", reported="2020-10-14")
        assert told(a, said("b", when="2020-10-13", reported="2020-10-30")).kind == ""
        assert told(a, said("b", when="2020-10-12", reported="2020-10-30")).kind == "contradiction"

    def test_the_day_of_the_report_may_have_been_taken_for_that_of_the_event(self) -> None:
        a, b = said("a", when="2021-03-05", reported="2021-03-05"), said("b", when="2021-03-03", reported="2021-03-06")
        found = told(a, b)
        assert "day of the announcement" in found.why

    def test_the_same_dates_reported_on_a_third_day_twin(self) -> None:
        a, b = said("a", when="2021-03-05", reported="2021-03-08"), said("b", when="2021-03-03", reported="2021-03-08")
        assert told(a, b) == ("contradiction", frozenset())

    def test_it_lowers_the_severity(self) -> None:
        b = said("b", when="2021-03-03", reported="2021-03-10")
        both = [rc.reconcile([said("a", when="2021-03-05", reported=day), b]) for day in ("2021-03-05", "2021-03-08")]
        confused, plain = ([*r.conflicts, *r.differences][0].severity for r in both)
        assert confused < plain

    def test_planned_for_a_day_and_done_on_another(self) -> None:
        a, b = said("a", phase="agreed", due="2020-11-01"), said("b", phase="completed", when="2020-11-09")
        assert not told(a, b).conflict

    def test_planned_for_two_days_twin(self) -> None:
        a, b = said("a", phase="agreed", due="2020-11-01"), said("b", phase="agreed", due="2020-11-09")
        assert told(a, b).kind == "contradiction"


class TestZonesAndMidnight:
    @pytest.mark.parametrize(
        ("a", "b"),
        [
            ("2020-10-13T23:30:00+03:00", "2020-10-13T20:30:00Z"),
            ("2020-10-14T01:00:00+03:00", "2020-10-13T22:00:00+00:00"),
        ],
    )
    def test_one_moment_in_two_zones(self, a: str, b: str) -> None:
        found = told(said("a", when=rc.Period(moment(a))), said("b", when=rc.Period(moment(b))))
        assert not found.conflict

    @pytest.mark.parametrize(
        ("a", "b"),
        [
            ("2020-10-13T23:30:00+03:00", "2020-10-13T23:30:00Z"),
            ("2020-10-14T01:00:00+03:00", "2020-10-13T20:00:00+00:00"),
        ],
    )
    def test_one_clock_face_in_two_zones_twin(self, a: str, b: str) -> None:
        found = told(said("a", when=rc.Period(moment(a))), said("b", when=rc.Period(moment(b))))
        assert found.kind == "contradiction"

    def test_as_json_writes_it(self) -> None:
        a, b = said("a", when="2020-10-14T01:00:00+03:00"), said("b", when="2020-10-13T22:00:00Z")
        assert not told(a, b).conflict
        assert told(a, said("b", when="2020-10-13T19:00:00Z")).kind == "contradiction"

    def test_the_night_that_straddles_midnight(self) -> None:
        """22:30 in UTC on the 13th is half past one on the 14th in Baghdad: a bare "14 October" is local there."""
        moment_ = said("a", when=rc.Period(moment("2020-10-13T22:30:00+00:00")))
        assert not told(moment_, said("b", when="2020-10-14")).conflict
        assert not told(moment_, said("b", when="2020-10-13")).conflict

    def test_two_days_off_in_any_zone_twin(self) -> None:
        moment_ = said("a", when=rc.Period(moment("2020-10-13T22:30:00+00:00")))
        assert told(moment_, said("b", when="2020-10-16")).kind == "contradiction"
        assert told(moment_, said("b", when="2020-10-11")).kind == "contradiction"


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


class Flight(rc.Claim):
    arrived: Annotated[rc.Period | None, rc.Disputed(abs_tol=dt.timedelta(minutes=10))] = None


def landed(site: str, clock: str) -> Flight:
    at_ = f"2011-12-08T{clock}:00"
    return Flight.model_validate({"id": site, "about": "arrival", "key": "k", "source": site, "arrived": at_})


class TestToleranceOfTimes:
    def test_ten_minutes(self) -> None:
        found = told(landed("a", "17:00"), landed("b", "17:10"))
        assert found.kind in ("", "difference")

    def test_eleven_minutes_twin(self) -> None:
        assert told(landed("a", "17:00"), landed("b", "17:11")).kind == "contradiction"

    def test_across_midnight(self) -> None:
        late = Flight.model_validate(
            {"id": "b", "about": "arrival", "key": "k", "source": "b", "arrived": "2011-12-09T00:03:00"}
        )
        assert told(landed("a", "23:58"), late).kind in ("", "difference")


def test_a_number_and_its_bounds_in_every_language() -> None:
    fine = said("a", count=of(45, "killed"))
    for text in ("أكثر من 40", "more than 40", "at least 40"):
        vague = said("b", count=rc.Quantity.parse(text, of="killed"))
        assert told(fine, vague) == ("difference", frozenset({"precision"})), text
    for text in ("أكثر من 50", "more than 50", "at least 50"):
        vague = said("b", count=rc.Quantity.parse(text, of="killed"))
        assert told(fine, vague).kind == "contradiction", text
