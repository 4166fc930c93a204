"""A person's decision is shown, dated and bound to its evidence: issue 3, Build 6."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.unit.diff.telling import of, said

import reconcile as rc

A = said("a", count=of(4, "rooms"))
B = said("b", count=of(6, "rooms"))
C = said("c", count=of(9, "rooms"))


def ruled(*claims: rc.Claim, kind: str, who: str = "the desk", why: str = "two buildings", **more: Any) -> rc.Ruling:
    return rc.Ruling.on(claims, kind=kind, who=who, when="2021-04-02", why=why, **more)  # type: ignore[arg-type]


def kinds(result: rc.Reconciliation[rc.Claim], *ids: str) -> set[str]:
    return {one.kind.value for one in result.find(field="count") if {c.id for c in one.claims} >= set(ids)}


class TestBothMayStand:
    def test_makes_a_difference_of_a_contradiction(self) -> None:
        result = rc.reconcile([A, B], rulings=[ruled(A, B, kind="both-stand")])
        (found,) = result.find(field="count")
        assert found.kind == "difference"
        assert [r.kind for r in found.readings if r.certain] == ["ruled by a person"]

    def test_without_it_twin(self) -> None:
        assert kinds(rc.reconcile([A, B]), "a", "b") == {"contradiction"}

    def test_of_another_field_twin(self) -> None:
        result = rc.reconcile([A, B], rulings=[ruled(A, B, kind="both-stand", field="when")])
        assert kinds(result, "a", "b") == {"contradiction"}

    def test_of_other_claims_twin(self) -> None:
        result = rc.reconcile([A, B, C], rulings=[ruled(A, B, kind="both-stand")])
        assert any(c.kind.is_conflict for c in result.find(claim="c"))

    def test_shows_who_when_and_why(self) -> None:
        result = rc.reconcile([A, B], rulings=[ruled(A, B, kind="both-stand")])
        (found,) = result.find(field="count")
        for shown in (found.explain(), str(result), result.to_json()):
            assert "the desk" in shown
            assert "two buildings" in shown
            assert "2021-04-02" in shown or "2 April 2021" in shown

    def test_stays_in_every_saved_form(self, tmp_path: Path) -> None:
        result = rc.reconcile([A, B], rulings=[ruled(A, B, kind="both-stand")])
        for ending in ("txt", "md", "html", "json"):
            path = tmp_path / f"report.{ending}"
            result.save(path)
            assert "the desk" in path.read_text(encoding="utf-8"), ending


class TestFramesDiffer:
    def test_the_claims_speak_of_two_things(self) -> None:
        result = rc.reconcile([A, B], rulings=[ruled(A, B, kind="frames-differ", field="count")])
        assert not result.conflicts

    def test_without_it_twin(self) -> None:
        assert rc.reconcile([A, B]).conflicts


LONDON = said("a", key=None, event_type="talks.meeting", about="the ministers met in the capital", when="2021-02-01")
SAME = said("b", key=None, event_type="talks.meeting", about="the ministers met in the capital", when="2021-02-01")
OTHER = said("b", key=None, event_type="crime.theft", about="a lorry of flour was stolen", when="2019-08-20")


class TestEvents:
    def test_same_event(self) -> None:
        assert len(rc.reconcile([LONDON, OTHER]).events) == 2
        result = rc.reconcile([LONDON, OTHER], rulings=[ruled(LONDON, OTHER, kind="same-event")])
        assert len(result.events) == 1

    def test_not_the_same_event_twin(self) -> None:
        assert len(rc.reconcile([LONDON, SAME]).events) == 1
        result = rc.reconcile([LONDON, SAME], rulings=[ruled(LONDON, SAME, kind="not-same-event")])
        assert len(result.events) == 2


class TestWithdrawn:
    def test_a_claim_no_longer_counts(self) -> None:
        result = rc.reconcile([A, B], rulings=[ruled(A, kind="withdrawn")])
        assert not result.conflicts

    def test_but_is_not_lost(self) -> None:
        """Law 2: every claim has a home, a withdrawn one too."""
        result = rc.reconcile([A, B], rulings=[ruled(A, kind="withdrawn")])
        assert [c.id for c in result.claims] == ["a", "b"]
        assert result.event("a")

    def test_a_withdrawn_denial_denies_nothing(self) -> None:
        no = said("d", polarity="denied", count=of(4, "rooms"))
        assert rc.reconcile([A, no]).find(kind="denial")
        assert not rc.reconcile([A, no], rulings=[ruled(no, kind="withdrawn")]).find(kind="denial")

    def test_it_backs_no_position(self) -> None:
        second = said("b", count=of(4, "rooms"))
        result = rc.reconcile([A, second], rulings=[ruled(second, kind="withdrawn")])
        assert [p.ids for a in result.events[0].account("count") for p in a.positions] == [("a",)]


class TestEvidence:
    def test_a_changed_claim_makes_the_ruling_stale(self) -> None:
        ruling = ruled(A, B, kind="both-stand")
        changed = said("b", count=of(7, "rooms"))
        result = rc.reconcile([A, changed], rulings=[ruling])
        assert kinds(result, "a", "b") == {"contradiction"}
        assert result.stale == (ruling,)
        assert "the desk" in str(result)

    def test_an_unchanged_one_applies_twin(self) -> None:
        ruling = ruled(A, B, kind="both-stand")
        result = rc.reconcile([A, B], rulings=[ruling])
        assert (result.rulings, result.stale) == ((ruling,), ())

    def test_a_claim_that_is_gone(self) -> None:
        ruling = ruled(A, B, kind="both-stand")
        assert rc.reconcile([A], rulings=[ruling]).stale == (ruling,)

    def test_another_claim_beside_changes_nothing(self) -> None:
        ruling = ruled(A, B, kind="both-stand")
        assert rc.reconcile([A, B, C], rulings=[ruling]).rulings == (ruling,)


class TestDisagreement:
    def test_is_an_error_that_names_both(self) -> None:
        yes = ruled(LONDON, SAME, kind="same-event", who="Layla")
        no = ruled(LONDON, SAME, kind="not-same-event", who="Hiwa")
        with pytest.raises(rc.ClaimError) as caught:
            rc.reconcile([LONDON, SAME], rulings=[yes, no])
        assert "Layla" in str(caught.value)
        assert "Hiwa" in str(caught.value)

    def test_through_a_third_claim(self) -> None:
        """a = b and b = c, but a ≠ c: no events satisfy all three."""
        c = said("c", key=None, event_type="talks.meeting", about="the ministers met", when="2021-02-01")
        rulings = [
            ruled(LONDON, SAME, kind="same-event", who="Layla"),
            ruled(SAME, c, kind="same-event", who="Rawa"),
            ruled(LONDON, c, kind="not-same-event", who="Hiwa"),
        ]
        with pytest.raises(rc.ClaimError) as caught:
            rc.reconcile([LONDON, SAME, c], rulings=rulings)
        assert "Hiwa" in str(caught.value)

    def test_two_that_agree_twin(self) -> None:
        rulings = [ruled(A, B, kind="both-stand", who=who) for who in ("Layla", "Hiwa")]
        assert not rc.reconcile([A, B], rulings=rulings).conflicts

    def test_a_stale_one_disagrees_with_nobody(self) -> None:
        old = ruled(LONDON, said("b", about="x"), kind="not-same-event", who="Hiwa")
        assert rc.reconcile([LONDON, SAME], rulings=[ruled(LONDON, SAME, kind="same-event"), old]).stale == (old,)

    def test_against_the_keys_the_caller_gave(self) -> None:
        """Keys are hard (DESIGN §4): different ones never join; a ruling against them is an error that names it."""
        b = said("b", key="other", count=of(6, "rooms"))
        ruling = ruled(A, b, kind="same-event")
        with pytest.raises(rc.ClaimError, match="the desk"):
            rc.reconcile([A, b], rulings=[ruling])


class TestTwice:
    @pytest.mark.parametrize("kind", ["both-stand", "frames-differ", "same-event", "not-same-event", "withdrawn"])
    def test_is_once(self, kind: str) -> None:
        claims = [LONDON, SAME] if "event" in kind else [A, B]
        ruling = ruled(*claims, kind=kind)
        once = rc.reconcile(claims, rulings=[ruling]).to_json()
        assert once == rc.reconcile(claims, rulings=[ruling, ruling]).to_json()

    def test_in_any_order(self) -> None:
        first, second = ruled(A, B, kind="both-stand"), ruled(C, kind="withdrawn")
        one = rc.reconcile([A, B, C], rulings=[first, second]).to_json()
        assert one == rc.reconcile([C, B, A], rulings=[second, first]).to_json()


class TestFile:
    def test_there_and_back(self, tmp_path: Path) -> None:
        rulings = [ruled(A, B, kind="both-stand", why="مبنيان"), ruled(C, kind="withdrawn")]
        path = tmp_path / "rulings.jsonl"
        rc.write_rulings(rulings, path)
        assert sorted(map(str, rc.read_rulings(path))) == sorted(map(str, rulings))
        assert len(path.read_text(encoding="utf-8").splitlines()) == 2

    @pytest.mark.parametrize("line", ["{", "[]", '{"kind": "both-stand"}', '{"kind": "burn", "claims": ["a", "b"]}'])
    def test_a_broken_line_is_named(self, tmp_path: Path, line: str) -> None:
        path = tmp_path / "rulings.jsonl"
        rc.write_rulings([ruled(A, B, kind="both-stand")], path)
        path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
        with pytest.raises(rc.ClaimError) as caught:
            rc.read_rulings(path)
        assert "2" in str(caught.value)
