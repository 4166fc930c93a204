"""The assertions notice a broken law, and say which law, which claims and what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reconcile import Claim, Quantity, Reconciliation, Relation, reconcile
from reconcile import testing as laws
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
