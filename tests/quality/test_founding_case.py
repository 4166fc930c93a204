"""The founding case on result objects: five reports, their events, every conflict and every difference."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

import reconcile as rc

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "examples" / "data"
REPORTS = ROOT.parent / "shared" / "seeds"
COMMAND = "قيادة العمليات المشتركة"


@lru_cache
def result() -> rc.Reconciliation[rc.Claim]:
    claims = rc.read_claims(DATA / "coordination_centres.jsonl")
    return rc.reconcile(claims, lexicon=rc.Lexicon.load(DATA / "lexicon.jsonl"))


def home(claim: str) -> frozenset[str]:
    return frozenset(c.id for c in result().event(claim).claims)


def between(*claims: str) -> tuple[rc.Conflict, ...]:
    """The conflicts and differences in which the given claims stand on different sides."""
    every = (*result().conflicts, *result().differences)
    return tuple(
        one
        for one in every
        if all(any(claim in p.ids for p in one.positions) for claim in claims)
        and not any(set(claims) <= set(p.ids) for p in one.positions)
    )


def one(*claims: str, field: str) -> rc.Conflict:
    found = [conflict for conflict in between(*claims) if conflict.field == field]
    assert len(found) == 1, found
    return found[0]


def kinds(conflict: rc.Conflict) -> set[str]:
    return {reading.kind for reading in conflict.readings}


def test_at_least_fifty_claims_each_with_evidence() -> None:
    assert len(result().claims) >= 50
    assert all(claim.evidence for claim in result().claims)


def test_events() -> None:
    """Which claims are of one event; all others stand alone."""
    many = {home(c.id) for c in result().claims if len(home(c.id)) > 1}
    assert many == {
        frozenset(group.split())
        for group in (
            "bn-01 bn-03 bn-04 bn-08 bn-09 bn-10",
            "elaph-01 elaph-04 elaph-15 elaph-16 elaph-22 hay-05",
            "elaph-02 elaph-03 elaph-05 elaph-06 elaph-07",
            "hay-01 hay-02 hay-03 hay-06 hay-08",
            "k24-01 k24-02 k24-05",
            "diy-02 diy-12",
            "diy-04 k24-14",
            "diy-05 diy-14",
            "k24-07 k24-08",
            "k24-09 k24-10",
            "elaph-14 elaph-19",
            "elaph-17 elaph-20",
            "k24-12 diy-15",
            "diy-08 diy-09 diy-10",
        )
    }


def test_two_denials_by_the_command_in_one_outlet() -> None:
    denials = result().find(kind="denial")
    assert len(denials) == 2
    for denial in denials:
        affirmed, denied = denial.positions
        assert denied.voices == (COMMAND,)
        assert affirmed.voices == (), "local media are a collective voice"
        assert denial.same_outlet
        assert denial.same_document
    assert {(d.positions[0].ids, d.positions[1].ids) for d in denials} == {
        (("k24-07",), ("k24-08",)),
        (("k24-09",), ("k24-10",)),
    }


def test_no_talk_of_denies_the_agreement() -> None:
    denial = result().find(kind="denial", claim="k24-10")[0]
    assert denial.breadth == "whole"
    assert denial.positions[1].claims[0].phase == rc.Phase.DISCUSSED
    assert denial.positions[0].claims[0].phase == rc.Phase.AGREED


@pytest.mark.parametrize("claim", ["k24-02", "k24-04", "k24-05"])
def test_what_the_same_statement_affirms_stays_affirmed(claim: str) -> None:
    assert not result().find(claim=claim)
    assert all(account.status != "denied" for account in result().event(claim).accounts)


@pytest.mark.parametrize("voice", ["bn-03", "bn-08"])
def test_two_centres_against_three_governorates(voice: str) -> None:
    difference = one(voice, "bn-10", field="count")
    assert difference.kind == "difference"
    assert {"other thing counted", "phase moved on", "sum of parts"} <= kinds(difference)
    texts = " ".join(reading.text for reading in difference.readings)
    assert "2 + 1 = 3" in texts
    assert "earlier phase" in texts


def test_those_who_say_two_agree_on_the_cities() -> None:
    (account,) = [a for a in result().event("bn-03").account("places") if "bn-03" in {c.id for c in a.claims}]
    (position,) = account.positions
    assert {"bn-03", "bn-08"} == set(position.ids)
    assert not between("bn-03", "bn-08")


def test_five_governorates_against_three_and_two() -> None:
    contradiction = one("elaph-05", "elaph-06", field="count")
    assert contradiction.kind == "contradiction"
    assert contradiction.same_document
    assert any(r.kind == "sum of parts" and r.text == "3 + 2 = 5" for r in contradiction.readings)


def test_begun_ordered_not_implemented() -> None:
    begun = one("elaph-01", "elaph-16", field="phase")
    assert begun.kind == "contradiction"
    assert begun.same_document
    assert not begun.same_voice
    assert {"elaph-01", "elaph-04"} == {c.id for c in begun.positions[0].claims}
    assert not between("elaph-15", "elaph-16"), "the speaker does not contradict himself"


def test_formation_against_not_implemented_in_unknown_order() -> None:
    across = one("hay-05", "elaph-16", field="phase")
    assert across.kind == "contradiction"
    assert "order of statements unknown" in kinds(across)
    assert not across.same_document


def test_two_governorates_against_three_is_an_open_list() -> None:
    lists = one("hay-06", "hay-08", field="places")
    assert lists.kind == "discrepancy"
    assert "open list" in kinds(lists)
    unnamed = next(p for p in lists.positions if "hay-08" in p.ids)
    assert (unnamed.voices, unnamed.independent_voices) == ((), 0)


@pytest.mark.parametrize(
    ("a", "b"),
    [("diy-08", "diy-09"), ("diy-09", "diy-10"), ("diy-08", "diy-10"), ("bn-01", "elaph-22"), ("diy-15", "bn-07")],
)
def test_no_conflict(a: str, b: str) -> None:
    assert not between(a, b)


def test_diyala_centre_beside_those_in_the_capitals() -> None:
    assert not [c for c in between("bn-03", "bn-04") if c.field in ("places", "count")]
    assert not [c for c in between("bn-08", "bn-09") if c.kind.is_conflict]
    assert {c.kind.value for c in between("bn-04", "bn-09") if kinds(c) == {"precision"}} == {"difference"}


def test_claims_from_another_outlet_are_that_outlets() -> None:
    (account,) = [a for a in result().event("bn-03").account("count") if ("of", "governorates") not in a.frame]
    (position,) = account.positions
    assert len(position.voices) == 3
    assert position.carriers == ("رووداو",)
    assert position.independent_carriers == 1


CONFLICTS = {
    ("denial", "polarity", "k24-07 k24-08"),
    ("denial", "polarity", "k24-09 k24-10"),
    ("contradiction", "phase", "elaph-01 elaph-04 elaph-16"),
    ("contradiction", "phase", "elaph-16 hay-05"),
    ("contradiction", "count", "elaph-05 elaph-06"),
    ("discrepancy", "places", "hay-02 hay-06 hay-08"),
}
DIFFERENCES = {
    ("difference", "count", "bn-01 bn-03 bn-08 bn-10"),
    ("difference", "count", "elaph-05 elaph-07"),
    ("revision", "phase", "bn-01 bn-03 bn-04 bn-08 bn-09 bn-10"),
    ("difference", "phase", "bn-01 bn-04 bn-09"),
    ("difference", "phase", "bn-04 bn-09"),
    ("difference", "phase", "elaph-01 elaph-04 hay-05"),
    ("difference", "phase", "elaph-01 elaph-04 elaph-15 hay-05"),
    ("difference", "phase", "elaph-02 elaph-03 elaph-05 elaph-06"),
    ("difference", "phase", "elaph-02 elaph-03 elaph-05 elaph-07"),
    ("difference", "phase", "elaph-17 elaph-20"),
    ("difference", "when", "diy-04 k24-14"),
    ("difference", "parties", "elaph-01 hay-05"),
}


def listed(conflicts: tuple[rc.Conflict, ...]) -> set[tuple[str, str, str]]:
    return {(c.kind.value, c.field, " ".join(sorted({claim.id for claim in c.claims}))) for c in conflicts}


def test_every_conflict_and_difference_is_listed_here() -> None:
    assert listed(result().conflicts) == CONFLICTS
    assert listed(result().differences) == DIFFERENCES


def test_every_difference_has_a_reading() -> None:
    assert all(difference.readings for difference in result().differences)


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the five reports are not on this machine")
class TestEvidence:
    def test_all_evidence_is_proved(self) -> None:
        assert rc.verify_evidence(result().claims, REPORTS) == ()

    def test_one_changed_letter_is_named(self) -> None:
        texts = {path.stem: path.read_bytes().decode() for path in sorted(REPORTS.glob("*.txt"))}
        claim = next(c for c in result().claims if c.id == "bn-08")
        assert claim.source.document is not None
        start = claim.evidence[0].start
        text = texts[claim.source.document]
        texts[claim.source.document] = text[:start] + "X" + text[start + 1 :]
        problems = rc.verify_evidence([claim], texts, errors="collect")
        assert problems
        shown = str(problems[0])
        assert "bn-08" in shown
        assert str(start) in shown
        assert "X" in shown
