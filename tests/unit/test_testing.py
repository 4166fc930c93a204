"""The assertions notice a broken law, and say which law, which claims and what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reconcile import Claim, Quantity, Reconciliation, Relation, reconcile
from reconcile import testing as laws
from reconcile.diff.model import Kind
from reconcile.values import FrozenValue

CLAIMS: list[Claim] = [
    Claim(id=i, event_type="x", about="centres agreed", count=n, source=s)
    for i, n, s in (("a", 2, "North"), ("b", 3, "South"), ("c", 3, "West"))
]


@pytest.fixture(name="result")
def _result() -> Reconciliation[Claim]:
    return reconcile(CLAIMS)


def _positions_shared(result: Reconciliation[Any]) -> Reconciliation[Any]:
    event = result.events[0]
    account = event.account("count")[0]
    first, *rest = account.positions
    broken = replace(account, positions=(first, *(replace(p, claims=(*p.claims, first.claims[0])) for p in rest)))
    return replace(result, events=(replace(event, accounts=(broken,)), *result.events[1:]))


def test_a_sound_result_passes(result: Reconciliation[Claim]) -> None:
    laws.assert_laws(result, run=reconcile, frozen=True)


def test_a_lost_claim_is_noticed(result: Reconciliation[Claim]) -> None:
    event = result.events[0]
    broken = replace(result, events=(replace(event, claims=event.claims[1:]),))
    with pytest.raises(AssertionError, match=r"law 2 .* claims have no home event\n  claims: a"):
        laws.assert_nothing_lost(broken)


def test_a_changed_claim_is_noticed(result: Reconciliation[Claim]) -> None:
    with pytest.raises(AssertionError, match="law 2"):
        laws.assert_nothing_lost(result, claims=[CLAIMS[0].model_copy(update={"count": Quantity(9)}), *CLAIMS[1:]])


def test_shared_claims_are_noticed(result: Reconciliation[Claim]) -> None:
    with pytest.raises(AssertionError, match=r"law 4 \(positions\) is broken: .* of count share claims"):
        laws.assert_positions(_positions_shared(result))


def test_a_missing_account_is_noticed(result: Reconciliation[Claim]) -> None:
    broken = replace(result, events=(replace(result.events[0], accounts=()),))
    with pytest.raises(AssertionError, match="law 4"):
        laws.assert_positions(broken)


def test_a_lopsided_conflict_is_noticed(result: Reconciliation[Claim]) -> None:
    conflict = result.conflicts[0]
    broken = replace(result, conflicts=(replace(conflict, positions=conflict.positions[:1]),))
    with pytest.raises(AssertionError, match="has one side"):
        laws.assert_positions(broken)


def test_a_pipeline_that_minds_the_order_is_noticed() -> None:
    def run(claims: list[Claim]) -> Reconciliation[Claim]:
        return reconcile([claims[0].model_copy(update={"certainty": "possible"}), *claims[1:]])

    with pytest.raises(AssertionError, match=r"law 1 \(order\) is broken"):
        laws.assert_order(run(CLAIMS), run=run)


def test_a_pipeline_that_believes_copies_is_noticed() -> None:
    def run(claims: list[Claim]) -> Reconciliation[Claim]:
        found = reconcile(claims)
        events = tuple(
            replace(e, accounts=tuple(
                replace(a, positions=tuple(replace(p, independent_voices=len(p.claims)) for p in a.positions))
                for a in e.accounts
            ))
            for e in found.events
        )  # fmt: skip
        return replace(found, events=events)

    with pytest.raises(AssertionError, match=r"law 5 .* a reprint raises independent_voices of count"):
        laws.assert_copies(run(CLAIMS), run=run)


def test_a_value_that_is_not_mirrored_is_noticed() -> None:
    class Lopsided(FrozenValue):
        n: int

        def relate(self, other: Any, /) -> Relation:
            """Say always the same."""
            return Relation.EQUAL if self.n == other.n else Relation.NARROWER

        def similarity(self, other: Any, /) -> float | None:  # noqa: ARG002
            """Know nothing."""
            return None

        def blocking_keys(self) -> frozenset[str]:
            """Block on nothing."""
            return frozenset()

    with pytest.raises(AssertionError, match=r"law 3 \(relations\) is broken"):
        laws.assert_relations([Lopsided(n=1), Lopsided(n=2)])


def test_another_exception_is_noticed() -> None:
    with pytest.raises(AssertionError, match=r"law 10 \(bad input\) is broken: 'x' raises ValueError"):
        laws.assert_bad_input(float, "x")
    with pytest.raises(AssertionError, match="is taken, though count is bad"):
        laws.assert_bad_input(str, "x", field="count")


def test_opposed_claims_are_listed_by_pairs(result: Reconciliation[Claim]) -> None:
    assert laws.opposed(result.conflicts) == {
        ("contradiction", "count", frozenset("ab")), ("contradiction", "count", frozenset("ac")),
    }  # fmt: skip


def test_what_was_taken_out_or_altered_is_noticed_without_a_pipeline(result: Reconciliation[Claim]) -> None:
    """By default the result is run again from its own claims and tables."""
    laws.assert_laws(result)
    (conflict,), (event,) = result.conflicts, result.events
    (first, *_), (position, *rest) = result.claims, event.accounts[0].positions
    altered = replace(event, accounts=(replace(event.accounts[0], positions=(position, *rest[1:])),))
    mutations: dict[str, dict[str, Any]] = {
        r"conflict \w+ \(contradiction in count\) is missing\n  claims: a": {"conflicts": ()},
        r"stand in another order, or twice": {"conflicts": (conflict, conflict)},
        r"is altered: severity [\d.]+, anew [\d.]+": {"conflicts": (replace(conflict, severity=0.01),)},
        r"is altered: kind": {"conflicts": (replace(conflict, kind=Kind.DISCREPANCY),)},
        r"does not follow from the claims": {"conflicts": (conflict, replace(conflict, id="made up"))},
        r"law 8 \(round trips\)": {"differences": (conflict,)},
        r"claims stand in the result twice": {"claims": (*result.claims, first)},
        r"events have claims that the result does not have\n  claims: a": {"claims": result.claims[1:]},
        r"claims have no home event\n  claims: a": {"events": (replace(event, claims=event.claims[1:]),)},
        r"several home events\n  claims: a": {"events": (replace(event, claims=(*event.claims, first)),)},
        r"law [14] ": {"events": (altered,)},
        r"notes are": {"notes": ("made up",)},
    }
    for told, parts in mutations.items():
        with pytest.raises(AssertionError, match=told):
            laws.assert_laws(replace(result, **parts))


def test_a_claim_taken_out_of_every_part_is_noticed_by_the_claims_given(result: Reconciliation[Claim]) -> None:
    fewer = reconcile(CLAIMS[1:])
    laws.assert_laws(fewer)
    with pytest.raises(AssertionError, match=r"claims that were given are not in the result\n  claims: a"):
        laws.assert_laws(fewer, claims=CLAIMS)
    laws.assert_laws(result, claims=CLAIMS)
    twice = [*CLAIMS, CLAIMS[0]]
    with pytest.raises(AssertionError, match="multiplicity is"):
        laws.assert_laws(replace(reconcile(twice), multiplicity={}), claims=twice)


def test_a_run_with_tables_of_its_own_is_run_again_with_them() -> None:
    """Families make two outlets one origin; a rerun without them would not give this result."""
    families = {"North": "one house", "South": "one house"}
    found = reconcile(CLAIMS, families=families)
    laws.assert_laws(found)
    back = Reconciliation.from_json(found.to_json())
    assert back.rerun() is None
    laws.assert_laws(replace(back, conflicts=()))
