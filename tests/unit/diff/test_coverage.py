"""Silent, denied and not covered are three things (issue 3, Build 5), and an assessment is only input (Build 7)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.unit.diff.telling import of, said

import reconcile as rc

CLAIM = said("a", count=of(5, "rooms"), places="Kirkuk", when="2021-03-01", source="Rudaw")


def watch(outlet: str, **row: Any) -> rc.Coverage:
    return rc.Coverage.model_validate({"outlet": outlet, **row})


def stance(outlet: str, *claims: rc.Claim, coverage: tuple[rc.Coverage, ...]) -> str:
    result = rc.reconcile([CLAIM, *claims], coverage=coverage)
    return result.stances("a")[outlet]


class TestStances:
    def test_watches_and_says_nothing(self) -> None:
        assert stance("NRT", coverage=(watch("NRT", places="Iraq", period="2021"),)) == "silent"

    def test_watches_another_place_twin(self) -> None:
        assert stance("NRT", coverage=(watch("NRT", places="Basra", period="2021"),)) == "not covered"

    def test_watched_at_another_time_twin(self) -> None:
        assert stance("NRT", coverage=(watch("NRT", places="العراق", period="2019"),)) == "not covered"

    def test_denies_twin(self) -> None:
        no = said("d", polarity="denied", count=of(5, "rooms"), source="NRT")
        assert stance("NRT", no, coverage=(watch("NRT", places="Iraq", period="2021"),)) == "denies"

    def test_asserts_twin(self) -> None:
        yes = said("b", count=of(5, "rooms"), source="NRT")
        assert stance("NRT", yes, coverage=(watch("NRT", places="Iraq", period="2021"),)) == "asserts"

    def test_who_speaks_needs_no_row(self) -> None:
        assert stance("Rudaw", coverage=(watch("NRT", places="Basra"),)) == "asserts"

    def test_one_of_two_rows_is_enough(self) -> None:
        rows = (watch("NRT", places="Basra"), watch("NRT", places="كركوك"))
        assert stance("NRT", coverage=rows) == "silent"

    def test_without_any_table_nobody_knows(self) -> None:
        elsewhere = said("z", key="another", source="NRT")
        assert rc.reconcile([CLAIM, elsewhere]).stances("a") == {"Rudaw": "asserts", "NRT": "unknown"}

    def test_a_town_that_is_only_part_of_what_is_said(self) -> None:
        """The event is somewhere in Iraq; who watches Kirkuk only may not have been looking there."""
        wide = said("a", count=of(5, "rooms"), places="Iraq", when="2021-03-01", source="Rudaw")
        result = rc.reconcile([wide], coverage=[watch("NRT", places="Kirkuk")])
        assert result.stances("a")["NRT"] != "silent"

    def test_silence_makes_no_conflict_and_no_voice(self) -> None:
        bare = rc.reconcile([CLAIM])
        told = rc.reconcile([CLAIM], coverage=[watch("NRT", places="Iraq")])
        assert (told.conflicts, told.differences) == (bare.conflicts, bare.differences) == ((), ())
        assert told.events == bare.events


def graded(outlet: str, number: int, reliability: str | None, credibility: int | None) -> rc.Claim:
    source = {"outlet": outlet, "basis": "own-reporting"}
    grade = {"reliability": reliability} if reliability else {}
    return said(outlet, count=of(number, "rooms"), source={**source, **grade}, credibility=credibility)


class TestAssessmentIsOnlyInput:
    """Reliability and credibility are carried and shown; no verdict rests on them unasked."""

    @pytest.mark.parametrize(("reliability", "credibility"), [("A", 1), ("E", 5), ("F", 6), (None, None)])
    def test_the_verdict_is_the_same(self, reliability: str | None, credibility: int | None) -> None:
        (found,) = rc.reconcile([graded("a", 4, "A", 1), graded("b", 6, reliability, credibility)]).conflicts
        (plain,) = rc.reconcile([graded("a", 4, None, None), graded("b", 6, None, None)]).conflicts
        assert (found.kind, found.severity, found.field) == (plain.kind, plain.severity, plain.field)

    def test_an_unreliable_voice_is_still_a_voice(self) -> None:
        claims = graded("a", 4, "A", 1), graded("b", 4, "E", 5)
        (account,) = rc.reconcile(claims).events[0].account("count")
        assert account.positions[0].independent_voices == 2

    def test_both_grades_are_carried_apart(self) -> None:
        (account,) = rc.reconcile([graded("a", 4, "B", 3)]).events[0].account("count")
        (claim,) = account.positions[0].claims
        assert (claim.source.reliability, claim.credibility) == ("B", 3)

    def test_and_shown(self) -> None:
        (found,) = rc.reconcile([graded("a", 4, "B", 3), graded("b", 6, None, None)]).conflicts
        assert re.search(r"\bB ?[-/]? ?3\b|reliability B.*credibility 3", found.explain())

    def test_nothing_is_shown_where_nothing_is_given_twin(self) -> None:
        (found,) = rc.reconcile([graded("a", 4, None, None), graded("b", 6, None, None)]).conflicts
        assert "None" not in found.explain()


class TestAssessmentAsked:
    """Severity uses the grades only where the caller asks for it."""

    def severity(self, *grades: tuple[str | None, int | None], **options: Any) -> float:
        claims = [graded(name, number, *grade) for name, number, grade in zip("ab", (4, 6), grades, strict=True)]
        (found,) = rc.reconcile(claims, **options).conflicts
        return found.severity

    def test_a_doubtful_side_lowers_it(self) -> None:
        good, bad = ("A", 1), ("E", 5)
        assert self.severity(good, bad, weigh_sources=True) < self.severity(good, good, weigh_sources=True)

    def test_not_unless_asked_twin(self) -> None:
        good, bad = ("A", 1), ("E", 5)
        assert self.severity(good, bad) == self.severity(good, good)

    @pytest.mark.parametrize("unknown", [("F", 6), (None, None)])
    def test_unknown_is_not_bad(self, unknown: tuple[str | None, int | None]) -> None:
        """F and 6 say that it cannot be judged; there is no honest number for that."""
        assert self.severity(("A", 1), unknown, weigh_sources=True) == self.severity(("A", 1), unknown)

    def test_it_never_raises_it(self) -> None:
        for reliability in "ABCDEF":
            for credibility in range(1, 7):
                grade = (reliability, credibility)
                assert self.severity(grade, ("B", 2), weigh_sources=True) <= self.severity(grade, ("B", 2))

    def test_the_kind_never_hangs_on_it(self) -> None:
        claims = graded("a", 4, "A", 1), graded("b", 6, "E", 5)
        plain, asked = rc.reconcile(claims), rc.reconcile(claims, weigh_sources=True)
        assert [c.kind for c in plain.conflicts] == [c.kind for c in asked.conflicts]
