"""An update is not a dispute: revisions, corrections, figures and phases that moved on; issue 3, Build 3."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.diff.telling import between, of, said, told

import reconcile as rc

EARLY, LATE = "2021-03-01", "2021-03-09"
MINISTRY = {"outlet": "INA", "organization": "وزارة الصحة"}
GOVERNOR = {"outlet": "Rudaw", "speaker": "the governor"}


class TestSameVoiceLater:
    def test_is_a_revision(self) -> None:
        a = said("a", count=of(4, "rooms"), source=MINISTRY, reported=EARLY)
        b = said("b", count=of(6, "rooms"), source={**MINISTRY, "outlet": "Rudaw"}, reported=LATE)
        found = told(a, b)
        assert found.kind == "revision"
        assert "same voice corrected" in found.why

    def test_another_voice_twin(self) -> None:
        a = said("a", count=of(4, "rooms"), source=MINISTRY, reported=EARLY)
        b = said("b", count=of(6, "rooms"), source=GOVERNOR, reported=LATE)
        found = told(a, b)
        assert found.kind == "contradiction"
        assert "same voice corrected" not in found.why

    def test_on_one_day_in_unknown_order_twin(self) -> None:
        """One voice, two figures, no order: nobody can tell which is the correction."""
        a = said("a", count=of(4, "rooms"), source=MINISTRY, reported=None)
        b = said("b", count=of(6, "rooms"), source={**MINISTRY, "outlet": "Rudaw"}, reported=None)
        found = told(a, b)
        assert found.kind == "contradiction"
        assert "order of statements unknown" in found.why

    def test_two_unnamed_voices_are_not_one_voice_twin(self) -> None:
        unnamed = {"outlet": "Rudaw", "speaker": "security sources", "kind": "unnamed"}
        a = said("a", count=of(4, "rooms"), source={**unnamed, "document": "d1"}, reported=EARLY)
        b = said("b", count=of(6, "rooms"), source={**unnamed, "document": "d2"}, reported=LATE)
        assert told(a, b).kind == "contradiction"

    def test_said_decides_where_it_differs_from_reported(self) -> None:
        """The report came out later, but what it quotes was said before."""
        a = said("a", count=of(4, "rooms"), source=MINISTRY, reported="2021-03-20", said="2021-02-01")
        b = said("b", count=of(6, "rooms"), source=MINISTRY, reported=LATE)
        (found,) = between(a, b)
        assert found.kind == "revision"
        (reading,) = [r for r in found.readings if r.kind == "same voice corrected"]
        assert reading.text.index("4") < reading.text.index("6")

    def test_the_flag_names_one_voice(self) -> None:
        a = said("a", count=of(4, "rooms"), source=MINISTRY, reported=EARLY)
        b = said("b", count=of(6, "rooms"), source=MINISTRY, reported=LATE)
        c = said("c", count=of(6, "rooms"), source=GOVERNOR, reported=LATE)
        assert all(one.same_voice for one in between(a, b))
        assert not any(one.same_voice for one in between(a, c))


class TestRefers:
    @pytest.mark.parametrize("kind", ["corrects", "retracts"])
    def test_a_stated_correction_by_another_voice(self, kind: str) -> None:
        a = said("a", count=of(4, "rooms"), source=GOVERNOR, reported=EARLY)
        b = said("b", count=of(6, "rooms"), source="INA", reported=LATE, refers=[{"kind": kind, "claim": "a"}])
        found = told(a, b)
        assert found.kind == "revision"
        assert "same voice corrected" in found.why

    @pytest.mark.parametrize("kind", ["confirms", "quotes"])
    def test_no_correction_twin(self, kind: str) -> None:
        a = said("a", count=of(4, "rooms"), source=GOVERNOR, reported=EARLY)
        b = said("b", count=of(6, "rooms"), source="INA", reported=LATE, refers=[{"kind": kind, "claim": "a"}])
        assert told(a, b).kind == "contradiction"

    def test_of_one_field_only(self) -> None:
        a = said("a", count=of(4, "rooms"), when="2021-02-01", reported=EARLY)
        b = said(
            "b", count=of(6, "rooms"), when="2021-02-08", reported=LATE,
            refers=[{"kind": "corrects", "claim": "a", "fields": ["count"]}],
        )  # fmt: skip
        assert told(a, b, field="count").kind == "revision"
        assert told(a, b, field="when").kind == "contradiction"

    def test_a_retraction_without_a_value_takes_the_claim_back(self) -> None:
        """An outlet withdraws its figure and gives no other: the figure no longer disputes anyone else's."""
        a = said("a", count=of(4, "rooms"), source="INA", reported=EARLY)
        b = said("b", count=of(6, "rooms"), source="Rudaw", reported=EARLY)
        gone = said("c", source="INA", reported=LATE, refers=[{"kind": "retracts", "claim": "a"}])
        assert told(a, b).kind == "contradiction"
        assert not told(a, b, gone).conflict


class TestCumulativeFigures:
    def test_rise_by_as_of(self) -> None:
        a = said("a", count=of(12, "killed"), as_of=EARLY)
        found = told(a, said("b", count=of(19, "قتيلا"), as_of=LATE))
        assert found.kind == "revision"
        assert "later figure" in found.why

    def test_falling_by_as_of_is_flagged_twin(self) -> None:
        """The dead do not come back: a lower figure for a later day is no later figure, and not passed in silence."""
        a = said("a", count=of(19, "killed"), as_of=EARLY)
        found = told(a, said("b", count=of(12, "قتيلا"), as_of=LATE))
        assert found.kind != ""
        assert "later figure" not in found.why
        rooms = told(said("a", count=of(19, "rooms"), as_of=EARLY), said("b", count=of(12, "rooms"), as_of=LATE))
        assert found != rooms, "rooms may become fewer"

    def test_rise_by_the_date_of_the_report(self) -> None:
        a = said("a", count=of(12, "killed"), reported=EARLY)
        found = told(a, said("b", count=of(19, "killed"), reported=LATE))
        assert found.kind == "revision"
        assert "later figure" in found.why

    def test_fall_by_the_date_of_the_report_twin(self) -> None:
        a = said("a", count=of(19, "killed"), reported=EARLY)
        found = told(a, said("b", count=of(12, "killed"), reported=LATE))
        assert found.kind == "contradiction"
        assert "later figure" not in found.why

    def test_what_does_not_grow_is_no_later_figure_twin(self) -> None:
        a = said("a", count=of(12, "rooms"), reported=EARLY)
        assert told(a, said("b", count=of(19, "rooms"), reported=LATE)).kind == "contradiction"

    def test_same_as_of_twin(self) -> None:
        """Both speak of the same day's figure: the day of the report explains nothing."""
        a = said("a", count=of(12, "killed"), as_of=EARLY, reported=EARLY)
        found = told(a, said("b", count=of(19, "killed"), as_of=EARLY, reported=LATE))
        assert found.kind == "contradiction"

    def test_unknown_order(self) -> None:
        a = said("a", count=of(12, "killed"), reported=None)
        found = told(a, said("b", count=of(19, "killed"), reported=LATE))
        assert found.kind == "contradiction"
        assert "order of statements unknown" in found.why

    def test_a_month_does_not_come_before_one_of_its_days(self) -> None:
        a = said("a", count=of(12, "killed"), reported="2021-03")
        found = told(a, said("b", count=of(19, "killed"), reported=LATE))
        assert found.kind == "contradiction"
        assert "order of statements unknown" in found.why

    def test_three_figures_in_time_are_one_story(self) -> None:
        claims = [
            said(name, count=of(n, "killed"), as_of=f"2021-03-{day:02d}")
            for name, n, day in (("a", 3, 1), ("b", 8, 2), ("c", 21, 5))
        ]
        result = rc.reconcile(claims)
        assert not result.conflicts
        assert result.differences


class TestPhases:
    @pytest.mark.parametrize(("early", "late"), [("agreed", "begun"), ("ordered", "completed"), ("begun", "suspended")])
    def test_move_on(self, early: str, late: str) -> None:
        found = told(said("a", phase=early, reported=EARLY), said("b", phase=late, reported=LATE))
        assert found.kind == "revision"
        assert "phase moved on" in found.why

    def test_not_implemented_then_begun(self) -> None:
        a, b = said("a", phase="not-implemented", reported=EARLY), said("b", phase="begun", reported=LATE)
        assert told(a, b).kind == "revision"

    def test_begun_then_not_implemented_twin(self) -> None:
        """What has begun cannot later have never been done."""
        a, b = said("a", phase="begun", reported=EARLY), said("b", phase="not-implemented", reported=LATE)
        assert told(a, b).kind == "contradiction"

    def test_begun_and_not_implemented_on_one_day_twin(self) -> None:
        assert told(said("a", phase="begun"), said("b", phase="not-implemented")).kind == "contradiction"

    def test_begun_and_not_implemented_in_unknown_order(self) -> None:
        found = told(said("a", phase="begun", reported=None), said("b", phase="not-implemented"))
        assert found.kind == "contradiction"
        assert "order of statements unknown" in found.why

    @pytest.mark.parametrize(("early", "late"), [("agreed", "completed"), ("discussed", "ordered")])
    def test_a_later_phase_says_the_earlier_ones(self, early: str, late: str) -> None:
        assert not told(said("a", phase=early), said("b", phase=late)).conflict

    def test_a_later_statement_of_an_earlier_phase_is_no_dispute(self) -> None:
        found = told(said("a", phase="completed", reported=EARLY), said("b", phase="agreed", reported=LATE))
        assert not found.conflict

    def test_planned_figures_and_figures_of_what_was_done(self) -> None:
        plan = said("a", phase="agreed", count=of(5, "centres"), reported=EARLY)
        done = said("b", phase="completed", count=of(3, "centres"), reported=LATE)
        found = told(plan, done, field="count")
        assert not found.conflict
        assert "planned against done" in found.why

    def test_two_figures_of_what_was_done_twin(self) -> None:
        a = said("a", phase="completed", count=of(5, "centres"))
        assert told(a, said("b", phase="completed", count=of(3, "centres")), field="count").kind == "contradiction"


class TestLaterStateOfTheWorld:
    """An earlier statement is never contradicted by a later state of the world."""

    @pytest.mark.parametrize("late", ["begun", "completed", "suspended", "cancelled"])
    def test_what_was_said_before_stands(self, late: str) -> None:
        a = said("a", phase="not-implemented", reported=EARLY, source=GOVERNOR)
        assert not told(a, said("b", phase=late, reported=LATE, source="INA")).conflict

    def test_agreed_then_cancelled(self) -> None:
        a, b = said("a", phase="agreed", reported=EARLY), said("b", phase="cancelled", reported=LATE)
        assert not told(a, b).conflict

    def test_a_plan_that_came_to_nothing(self) -> None:
        a = said("a", phase="agreed", due="2021-04-01", reported=EARLY)
        assert not told(a, said("b", phase="not-implemented", reported="2021-05-01")).conflict


def known(result: rc.Reconciliation[rc.Claim], date: str) -> Any:
    return result.as_of(date)


class TestAsOf:
    claims = (
        said("a", count=of(12, "killed"), reported="2021-03-01"),
        said("b", count=of(19, "killed"), reported="2021-03-05"),
        said("c", count=of(15, "killed"), reported="2021-03-09"),
    )

    def test_is_what_was_known_then(self) -> None:
        then = known(rc.reconcile(self.claims), "2021-03-05")
        assert [c.id for c in then.claims] == ["a", "b"]
        assert not then.conflicts
        assert then.to_json() == rc.reconcile(self.claims[:2]).to_json()

    def test_a_day_earlier_twin(self) -> None:
        then = known(rc.reconcile(self.claims), "2021-03-04")
        assert [c.id for c in then.claims] == ["a"]
        assert not then.differences

    def test_the_last_day_is_all(self) -> None:
        result = rc.reconcile(self.claims)
        assert result.conflicts
        assert known(result, "2021-03-09").to_json() == result.to_json()

    def test_before_the_first_is_nothing(self) -> None:
        assert known(rc.reconcile(self.claims), "2021-02-01").claims == ()

    def test_said_counts_before_reported(self) -> None:
        late = said("d", count=of(2, "rooms"), reported="2021-04-01", said="2021-02-01")
        assert [c.id for c in known(rc.reconcile([late, *self.claims]), "2021-02-15").claims] == ["d"]

    def test_a_month_is_known_at_its_end(self) -> None:
        """Said some time in March: by the 5th nobody can tell that it was known."""
        month = said("d", count=of(2, "rooms"), reported="2021-03")
        result = rc.reconcile([month, *self.claims])
        assert "d" not in {c.id for c in known(result, "2021-03-05").claims}
        assert "d" in {c.id for c in known(result, "2021-03-31").claims}

    def test_a_denial_that_came_later_is_not_known_yet(self) -> None:
        denial = said("d", polarity="denied", count=of(12, "killed"), reported="2021-03-02")
        result = rc.reconcile([*self.claims, denial])
        assert result.find(kind="denial")
        assert not known(result, "2021-03-01").find(kind="denial")

    def test_takes_a_period_and_a_date_too(self) -> None:
        result = rc.reconcile(self.claims)
        same = {known(result, form).to_json() for form in ("2021-03-05", rc.Period("2021-03-05"))}  # type: ignore[arg-type]
        assert len(same) == 1

    def test_a_date_that_cannot_be_read(self) -> None:
        with pytest.raises(rc.ClaimError):
            known(rc.reconcile(self.claims), "no date at all")


class TestHistory:
    claims = (
        said("a", count=of(12, "killed"), reported="2021-03-09"),
        said("b", count=of(19, "killed"), reported="2021-03-01"),
        said("c", phase="begun", reported="2021-03-05"),
        said("d", count=of(15, "killed"), reported=None),
    )

    def test_is_the_sequence_of_what_was_said(self) -> None:
        result = rc.reconcile(self.claims)
        steps = list(result.history(result.events[0], "count"))
        assert [claims_of(step) for step in steps if claims_of(step) != ("d",)] == [("b",), ("a",)]

    def test_what_is_undated_is_not_lost(self) -> None:
        result = rc.reconcile(self.claims)
        every = {name for step in result.history(result.events[0], "count") for name in claims_of(step)}
        assert every == {"a", "b", "d"}

    def test_of_another_field_twin(self) -> None:
        result = rc.reconcile(self.claims)
        assert [claims_of(step) for step in result.history(result.events[0], "phase")] == [("c",)]

    def test_takes_the_id_of_an_event(self) -> None:
        result = rc.reconcile(self.claims)
        (event,) = result.events
        assert list(result.history(event.id, "count")) == list(result.history(event, "count"))


def claims_of(step: Any) -> tuple[str, ...]:
    """The ids of the claims of one step, however a step is told."""
    claims = getattr(step, "claims", None)
    return tuple(c.id for c in claims) if claims is not None else (step.claim.id,)


class TestOtherThingsAreNoUpdates:
    def test_killed_then_vehicles(self) -> None:
        a = said("a", count=of(4, "killed"), reported=EARLY)
        assert told(a, said("b", count=of(6, "vehicles"), reported=LATE)) == ("difference", {"other thing counted"})

    def test_one_voice_on_two_things(self) -> None:
        a = said("a", count=of(4, "rooms"), source=MINISTRY, reported=EARLY)
        found = told(a, said("b", count=of(6, "vehicles"), source=MINISTRY, reported=LATE))
        assert found.kind in ("", "difference")
        assert "same voice corrected" not in found.why

    def test_killed_then_killed_twin(self) -> None:
        a = said("a", count=of(4, "killed"), reported=EARLY)
        assert told(a, said("b", count=of(6, "killed"), reported=LATE)).kind == "revision"

    @pytest.mark.parametrize("stated", ["early", "late"])
    def test_the_thing_stated_on_one_side_only(self, stated: str) -> None:
        """Which of the two sides says "killed" decides nothing."""
        early, late = (of(4, "killed"), 6) if stated == "early" else (4, of(6, "killed"))
        found = told(said("a", count=early, reported=EARLY), said("b", count=late, reported=LATE))
        assert found.kind == "revision"
        assert {"later figure", "scope unstated"} <= found.why


class TestListsThatAreReplaced:
    first, second = ["Erbil", "Baghdad"], ["Erbil", "البصرة"]

    def test_by_a_stated_correction(self) -> None:
        b = said("b", places=self.second, reported=LATE, refers=[{"kind": "corrects", "claim": "a"}])
        found = told(said("a", places=self.first, reported=EARLY), b)
        assert found.kind == "revision"
        assert "same voice corrected" in found.why

    def test_by_the_same_voice(self) -> None:
        a = said("a", places=self.first, source=MINISTRY, reported=EARLY)
        assert told(a, said("b", places=self.second, source=MINISTRY, reported=LATE)).kind == "revision"

    def test_by_another_voice_twin(self) -> None:
        a = said("a", places=self.first, source=MINISTRY, reported=EARLY)
        assert told(a, said("b", places=self.second, source=GOVERNOR, reported=LATE)).kind == "discrepancy"
