"""A denial is data: whom it reaches, how much of what was said, and what it leaves alone; issue 3, Build 5."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from tests.unit.diff.telling import of, said

import reconcile as rc

OFFICE = {"outlet": "Rudaw", "organization": "مكتب رئيس الوزراء", "basis": "statement"}


def report(outlet: str = "a", **fields: Any) -> rc.Claim:
    """An affirmed claim with no key: what a denial reaches is worked out from what both say."""
    return said(outlet, **{"key": None, "event_type": "force.redeployment", **fields})


def denial(outlet: str = "d", **fields: Any) -> rc.Claim:
    return report(outlet, polarity="denied", **fields)


def denied(*claims: rc.Claim) -> list[tuple[str, str, str | None]]:
    """Each denial as (what is denied, by what, how much of it)."""
    found: list[tuple[str, str, str | None]] = []
    for one in rc.reconcile(claims).find(kind="denial"):
        target, by = one.positions
        found.append((" ".join(target.ids), " ".join(by.ids), one.breadth))
    return sorted(found)


class TestByRefers:
    refers: ClassVar = [{"kind": "denies", "claim": "a"}]

    def test_reaches_what_it_names(self) -> None:
        assert [row[:2] for row in denied(report(), denial(refers=self.refers))] == [("a", "d")]

    def test_and_nothing_else_twin(self) -> None:
        assert [row[:2] for row in denied(report(), report("b"), denial(refers=self.refers))] == [("a", "d")]

    def test_although_the_values_differ(self) -> None:
        rows = denied(report(places="Mosul"), denial(places="Basra", refers=self.refers))
        assert [row[:2] for row in rows] == [("a", "d")]

    def test_although_values_differ_but_unnamed_twin(self) -> None:
        assert denied(report(places="Mosul"), denial(places="Basra")) == []

    def test_of_a_claim_that_nobody_gave_it_reaches_by_what_it_says(self) -> None:
        gone = denial(refers=[{"kind": "denies", "claim": "nowhere"}])
        assert denied(report(), gone) == denied(report(), denial())

    def test_of_a_claim_that_was_given_it_reaches_no_other_twin(self) -> None:
        other = report("b", about="another affair", event_type="x.y")
        named = denial(refers=[{"kind": "denies", "claim": "b"}])
        reached = rc.reconcile([report(), other, named]).find(kind="denial")
        assert {c.id for one in reached for c in one.positions[0].claims} == {"b"}

    @pytest.mark.parametrize("kind", ["confirms", "quotes"])
    def test_other_references_deny_nothing_twin(self, kind: str) -> None:
        assert denied(report(), report("b", refers=[{"kind": kind, "claim": "a"}])) == []

    def test_one_statement_denies_two_claims(self) -> None:
        both = denial(refers=[{"kind": "denies", "claim": name} for name in "ab"])
        a, b = report("a", places="Mosul"), report("b", places="Basra", about="another affair", event_type="x.y")
        result = rc.reconcile([a, b, both])
        reached = {c.id for one in result.find(kind="denial") for c in one.positions[0].claims}
        assert reached == {"a", "b"}


class TestReach:
    @pytest.mark.parametrize("place", ["Kirkuk", "كركوك"])
    def test_equal_is_whole(self, place: str) -> None:
        assert denied(report(places="Kirkuk"), denial(places=place)) == [("a", "d", "whole")]

    def test_broader_is_whole(self) -> None:
        assert denied(report(places="خانقين"), denial(places="Diyala")) == [("a", "d", "whole")]

    def test_narrower_is_partial(self) -> None:
        assert denied(report(places="Diyala"), denial(places="خانقين")) == [("a", "d", "partial")]

    def test_one_of_two_places_is_partial(self) -> None:
        rows = denied(report(places=["Mosul", "Kirkuk"]), denial(places="Kirkuk"))
        assert [row[:2] for row in rows] == [("a", "d")]

    def test_elsewhere_is_not_reached_twin(self) -> None:
        assert denied(report(places="Diyala"), denial(places="نينوى")) == []

    def test_nothing_in_common_but_the_type_is_unknown(self) -> None:
        assert denied(report(places="Diyala"), denial()) == [("a", "d", "unknown")]

    def test_another_type_is_not_reached_twin(self) -> None:
        other = said("d", key=None, event_type="protest.march", polarity="denied")
        assert denied(report(places="Diyala"), other) == []

    @pytest.mark.parametrize(("month", "rows"), [("2021-03", [("a", "d", "whole")]), ("2021-04", [])])
    def test_time(self, month: str, rows: list[Any]) -> None:
        assert denied(report(when="2021-03-09"), denial(when=month)) == rows

    def test_any_field_exclusive_is_not_reached(self) -> None:
        a = report(places="Kirkuk", when="2021-03-09")
        assert denied(a, denial(places="Kirkuk", when="2021-03")) == [("a", "d", "whole")]
        assert denied(a, denial(places="Kirkuk", when="2021-02")) == []

    def test_several_claims_in_several_events(self) -> None:
        a, b = report("a", places="Kirkuk", when="2021-03-01"), report("b", places="Basra", when="2021-02-20")
        result = rc.reconcile([a, b, denial(places="Iraq")])
        assert len(result.events) == 2
        assert {c.id for one in result.find(kind="denial") for c in one.positions[0].claims} == {"a", "b"}
        assert {event for one in result.find(kind="denial") for event in one.events} == {e.id for e in result.events}


class TestFigures:
    def test_the_same_figure(self) -> None:
        assert denied(report(count=of(12, "killed")), denial(count=of(12, "قتيلا"))) == [("a", "d", "whole")]

    def test_another_figure_is_not_denied_twin(self) -> None:
        """Who denies twelve dead has not denied thirty."""
        assert denied(report(count=of(30, "killed")), denial(count=of(12, "killed"))) == []

    @pytest.mark.parametrize(
        "other", [of(12, "injured"), of(12, "جرحى"), of(12, "killed", scope="soldiers"), of(12, "vehicles")]
    )
    def test_a_figure_of_something_else_is_not_reached_twin(self, other: dict[str, Any]) -> None:
        """To deny the dead is not to deny the injured: the fields that both state are not related."""
        assert denied(report(count=other), denial(count=of(12, "killed", scope="civilians"))) == []

    def test_two_figures_of_which_one_is_another(self) -> None:
        """Any field exclusive: not reached. "14 killed and 30 injured" is denied, not "12 and 30"."""
        both = [of(12, "killed"), of(30, "injured")]
        assert denied(report(count=both), denial(count=both)) == [("a", "d", "whole")]
        assert denied(report(count=both), denial(count=[of(14, "killed"), of(30, "injured")])) == []

    def test_any_at_all(self) -> None:
        rows = denied(report(count=of(12, "killed")), denial(count={"low": 1, "of": "killed"}))
        assert rows == [("a", "d", "whole")]


class TestPhases:
    def test_no_talk_of_it_denies_the_agreement(self) -> None:
        assert denied(report(phase="agreed"), denial(phase="discussed")) == [("a", "d", "whole")]

    def test_not_yet_done_leaves_the_agreement_twin(self) -> None:
        """To deny that it is completed denies no part of "agreed" that was asserted: at most a part is reached."""
        rows = denied(report(phase="agreed"), denial(phase="completed"))
        assert not [row for row in rows if row[2] == "whole"]


class TestNoMerging:
    def test_a_denial_joins_no_claims(self) -> None:
        a, b = report("a", about="The first move of the brigade to the river"), report("b", places="Basra")
        apart = {frozenset(c.id for c in e.claims) for e in rc.reconcile([a, b]).events}
        with_denial = rc.reconcile([a, b, denial()])
        assert {frozenset(c.id for c in e.claims if c.polarity == "affirmed") for e in with_denial.events} - {
            frozenset()
        } == apart

    def test_its_values_are_nobodys_position(self) -> None:
        result = rc.reconcile([report(count=of(12, "killed")), denial(count=of(12, "killed"))])
        for account in (a for e in result.events for a in e.account("count")):
            assert all("d" not in p.ids for p in account.positions)

    def test_two_affirmations_are_one_position_twin(self) -> None:
        claims = [said("a", count=of(12, "killed")), said("d", count=of(12, "killed"))]
        (account,) = rc.reconcile(claims).events[0].account("count")
        assert account.positions[0].ids == ("a", "d")

    def test_it_is_no_contradiction_too(self) -> None:
        result = rc.reconcile([report(count=of(12, "killed")), denial(count={"low": 1, "of": "killed"})])
        assert {c.kind.value for c in result.conflicts} == {"denial"}


class TestStatus:
    def test_a_denied_account(self) -> None:
        result = rc.reconcile([report(phase="begun"), denial(phase="begun")])
        assert result.event("a").account("phase")[0].status == "denied"

    def test_what_the_same_statement_affirms_stays_affirmed(self) -> None:
        """One statement denies one thing and affirms another."""
        source = {**OFFICE, "document": "s"}
        a = report("a", phase="begun")
        no = denial("d", phase="begun", source=source)
        yes = said(
            "y", key=None, event_type="talks.meeting", about="a meeting of experts", phase="begun", source=source
        )
        result = rc.reconcile([a, no, yes])
        assert result.event("a").account("phase")[0].status == "denied"
        assert result.event("y").account("phase")[0].status == "single-voice"
        assert not result.find(claim="y")

    def test_a_voice_does_not_deny_itself_in_one_document(self) -> None:
        source = {**OFFICE, "document": "s"}
        yes, no = report("a", places="Kirkuk", source=source), denial("d", places="Iraq", source=source)
        assert denied(yes, no) == []

    def test_another_voice_in_that_document_twin(self) -> None:
        yes = report("a", places="Kirkuk", source={"outlet": "Rudaw", "speaker": "an aide", "document": "s"})
        assert denied(yes, denial("d", places="Iraq", source={**OFFICE, "document": "s"})) == [("a", "d", "whole")]


class TestWhoStandsOnBothSides:
    def test_the_same_voice(self) -> None:
        yes = report("a", source=OFFICE, reported="2021-03-01")
        no = denial(
            "d", source={**OFFICE, "outlet": "NRT"}, reported="2021-03-05", refers=[{"kind": "denies", "claim": "a"}]
        )
        (found,) = rc.reconcile([yes, no]).find(kind="denial")
        assert found.same_voice
        assert not found.same_outlet

    def test_two_voices_twin(self) -> None:
        (found,) = rc.reconcile([report(), denial()]).find(kind="denial")
        assert not found.same_voice


class TestCertainty:
    def test_a_certain_denial_twin(self) -> None:
        assert denied(report(phase="begun"), denial(phase="begun", certainty="certain")) == [("a", "d", "whole")]

    @pytest.mark.parametrize("weak", [{"certainty": "possible"}, {"mode": "opinion"}, {"mode": "conditional"}])
    def test_a_denial_that_is_not_asserted_is_no_conflict(self, weak: dict[str, str]) -> None:
        """`possible` never contradicts; only `fact` can contradict: so neither can a denial that is only possible."""
        result = rc.reconcile([report(phase="begun"), denial(phase="begun", **weak)])
        assert not result.conflicts


class TestDenialOfADenial:
    def chain(self) -> list[rc.Claim]:
        first = report("a", phase="begun", source="NRT")
        second = denial("d", phase="begun", source=OFFICE, refers=[{"kind": "denies", "claim": "a"}])
        third = denial("e", phase="begun", source="Kurdsat", refers=[{"kind": "denies", "claim": "d"}])
        return [first, second, third]

    def test_reaches_the_denial_it_names(self) -> None:
        assert [row[:2] for row in denied(*self.chain())] == [("a", "d"), ("d", "e")]

    def test_and_not_the_claim_below_twin(self) -> None:
        assert ("a", "e") not in [row[:2] for row in denied(*self.chain())]

    def test_unnamed_it_denies_the_claim_twin(self) -> None:
        first, second, third = self.chain()
        plain = rc.Claim.model_validate({**third.model_dump(exclude={"refers"}), "refers": []})
        assert ("a", "e") in [(a, by) for a, ids, _ in denied(first, second, plain) for by in ids.split()]


class TestRetractedDenial:
    a, d = report("a", phase="begun"), denial("d", phase="begun")

    def test_denies_nothing(self) -> None:
        taken_back = report("x", source="d", reported="2021-03-09", refers=[{"kind": "retracts", "claim": "d"}])
        result = rc.reconcile([self.a, self.d, taken_back])
        assert not result.find(kind="denial")
        assert result.find(kind="revision", claim="d")
        assert result.event("a").account("phase")[0].status == "single-voice"

    def test_one_that_stands_does_twin(self) -> None:
        assert denied(self.a, self.d) == [("a", "d", "whole")]


class TestDenialThatAffirms:
    """ "Three, not twelve": one claim affirms one figure and denies, by reference, the other."""

    def test_denies_all_of_the_other(self) -> None:
        a, b = report("a", count=12), report("b", count=3, refers=[{"kind": "denies", "claim": "a"}])
        (found,) = rc.reconcile([a, b]).find(kind="denial")
        assert (found.positions[0].ids, found.breadth) == (("a",), "whole")

    def test_three_alone_denies_nothing_twin(self) -> None:
        assert not rc.reconcile([said("a", count=12), said("b", count=3)]).find(kind="denial")


class TestAuthority:
    """ "No one was authorised to say so" denies the authority of the speaker, not what was said."""

    def no_one_was_authorized(self, **fields: Any) -> rc.Claim:
        return denial(
            "d", source=OFFICE, refers=[{"kind": "denies", "claim": "a", "fields": ["source"]}], **fields
        )  # fmt: skip

    def spoken(self) -> rc.Claim:
        return report("a", phase="begun", places="Kirkuk", source={"outlet": "NRT", "speaker": "an adviser"})

    def test_is_a_denial_that_leaves_the_values_alone(self) -> None:
        result = rc.reconcile([self.spoken(), self.no_one_was_authorized()])
        (found,) = result.find(kind="denial")
        assert found.breadth != "whole"
        assert "authority denied" in {r.kind for r in found.readings}
        assert all(account.status != "denied" for account in result.event("a").account("phase"))

    def test_to_deny_the_thing_itself_twin(self) -> None:
        thing = denial("d", phase="begun", places="Kirkuk", source=OFFICE, refers=[{"kind": "denies", "claim": "a"}])
        result = rc.reconcile([self.spoken(), thing])
        (found,) = result.find(kind="denial")
        assert found.breadth == "whole"
        assert "authority denied" not in {r.kind for r in found.readings}
        assert [account.status for account in result.event("a").account("phase")] == ["denied"]


class TestFieldsOfADenial:
    def test_only_the_named_field_is_denied(self) -> None:
        a = report("a", phase="begun", count=of(5, "centres"))
        no = denial("d", refers=[{"kind": "denies", "claim": "a", "fields": ["count"]}])
        result = rc.reconcile([a, no])
        (found,) = result.find(kind="denial")
        assert found.breadth == "partial"
        assert [x.status for x in result.event("a").account("count")] == ["denied"]
        assert [x.status for x in result.event("a").account("phase")] == ["single-voice"]

    def test_no_field_named_denies_all_twin(self) -> None:
        a = report("a", phase="begun", count=of(5, "centres"))
        result = rc.reconcile([a, denial("d", refers=[{"kind": "denies", "claim": "a"}])])
        assert [x.status for name in ("count", "phase") for x in result.event("a").account(name)] == ["denied"] * 2


class TestNonDenial:
    """ "Declined to comment" is silence: an affirmed claim that states no value."""

    def test_says_nothing_in_the_account(self) -> None:
        a = report("a", phase="begun", places="Kirkuk")
        declined = report("n", about="the office declined to comment", source=OFFICE, mode="opinion")
        result = rc.reconcile([a, declined])
        assert not result.find(claim="n")
        assert not result.conflicts
        assert result.event("a").account("phase")[0].status == "single-voice"

    def test_a_denial_does_twin(self) -> None:
        a = report("a", phase="begun", places="Kirkuk")
        assert denied(a, denial("n", phase="begun", source=OFFICE)) == [("a", "n", "whole")]

    def test_silence_counts_neither_for_nor_against(self) -> None:
        a, b = said("a", count=of(5, "rooms"), phase="begun"), said("b", count=of(5, "rooms"))
        (event,) = rc.reconcile([a, b]).events
        assert event.account("phase")[0].positions[0].ids == ("a",)
        assert not rc.reconcile([a, b]).find(field="phase")


class TestReportedPositions:
    """ "X reports that Y claims" is Y's position, carried by X."""

    def test_the_voice_is_the_speaker(self) -> None:
        a = said("a", count=6, source={"outlet": "Rudaw", "speaker": "Karim Ali", "basis": "statement"})
        (position,) = rc.reconcile([a]).events[0].account("count")[0].positions
        assert position.voices == ("Karim Ali",)
        assert position.carriers == ("Rudaw",)

    def test_the_outlets_own_words_twin(self) -> None:
        (position,) = rc.reconcile([said("Rudaw", count=6)]).events[0].account("count")[0].positions
        assert (position.voices, position.carriers) == (("Rudaw",), ("Rudaw",))

    def test_an_outlet_that_reports_two_positions_does_not_contradict_itself(self) -> None:
        source = {"outlet": "Rudaw", "document": "d"}
        a = said("a", count=6, source={**source, "speaker": "Karim Ali"})
        b = said("b", count=9, source={**source, "speaker": "the governor"})
        (found,) = rc.reconcile([a, b]).conflicts
        assert found.same_outlet
        assert found.same_document
        assert not found.same_voice

    def test_an_outlet_that_says_two_things_twin(self) -> None:
        source = {"outlet": "Rudaw", "document": "d"}
        (found,) = rc.reconcile([said("a", count=6, source=source), said("b", count=9, source=source)]).conflicts
        assert found.same_voice

    def test_two_outlets_that_quote_one_voice_are_one_voice(self) -> None:
        spoken = {"organization": "وزارة الصحة", "basis": "statement"}
        claims = [said(o, count=6, source={"outlet": o, **spoken}) for o in ("Rudaw", "NRT")]
        (position,) = rc.reconcile(claims).events[0].account("count")[0].positions
        assert position.voices == ("وزارة الصحة",)
        assert position.independent_voices <= 1
