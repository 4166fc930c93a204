"""Prevent a denial from being told of the wrong thing: what each denier denies, and which figures that touches."""

from __future__ import annotations

from typing import Any

import reconcile as rc
from reconcile.testing import assert_laws

MINISTRY = {"outlet": "B", "organization": "Ministry", "basis": "statement"}
PARTY = {"outlet": "C", "organization": "Party", "basis": "statement"}


def claim(name: str, source: Any, **fields: Any) -> rc.Claim:
    return rc.Claim.model_validate({"id": name, "about": "mill fire", "key": "k", "source": source, **fields})


def sides(result: rc.Reconciliation[Any]) -> dict[str, tuple[str, ...]]:
    (account,) = result.events[0].account("polarity")
    return {position.value: position.ids for position in account.positions}


def run(*claims: rc.Claim) -> rc.Reconciliation[rc.Claim]:
    result = rc.reconcile(claims)
    assert_laws(result, run=rc.reconcile)
    return result


def test_who_affirms_one_thing_and_denies_another_denies_that_one() -> None:
    names_it = {"refers": [{"kind": "denies", "claim": "a"}]}
    first = claim("a", "A", about="the director resigned")
    result = run(first, claim("b", MINISTRY, about="the director stays", **names_it))
    text = result.conflicts[0].explain()
    assert "denies “the director resigned”" in text
    assert "the director stays" not in text
    assert "stays" not in result.conflicts[0].explain(language="ar")
    assert sides(result) == {"affirmed": ("a",), "denied": ("b",)}
    assert not run(first, claim("b", MINISTRY, about="the director stays")).conflicts


def test_who_denies_a_denial_does_not_stand_behind_it() -> None:
    refers = [{"kind": "denies", "claim": "b"}]
    said, denied = claim("a", "A"), claim("b", MINISTRY, polarity="denied")
    result = run(said, denied, claim("c", PARTY, polarity="denied", refers=refers))
    assert sides(result) == {"affirmed": ("a",), "denied": ("b",), "denial denied": ("c",)}
    (second,) = (one for one in result.conflicts if one.positions[1].ids == ("c",))
    assert "denies the denial of “mill fire”" in second.explain()
    assert "Ministry (in B, undated; claim b) denies" in second.explain()
    twin = run(said, denied, claim("c", PARTY, polarity="denied"))
    assert sides(twin) == {"affirmed": ("a",), "denied": ("b", "c")}


def test_another_claim_does_not_widen_a_denial() -> None:
    lower, denial = claim("a", "A", count="at least 20 killed"), claim("d", "M", polarity="denied", count="60 killed")
    same = claim("c", "B", count="60 killed")
    told = {one.positions[0].ids: one.breadth for one in run(lower, denial, same).find(kind="denial")}
    assert told == {("a",): "partial", ("c",): "whole"}
    assert [one.breadth for one in run(lower, denial).find(kind="denial")] == ["partial"]


def test_denying_one_figure_leaves_the_others() -> None:
    both = claim("a", "A", count=["4 killed", "9 injured"])
    result = run(both, claim("b", "B", count="4 killed", polarity="denied"), claim("c", "B", count="9 injured"))
    assert {dict(one.frame)["of"]: one.status for one in result.events[0].account("count")} == {
        "killed": "denied",
        "injured": "agreed",
    }
    whole = run(both, claim("b", "B", count=["4 killed", "9 injured"], polarity="denied"))
    assert {one.status for one in whole.events[0].account("count")} == {"denied"}


def test_a_figure_all_agree_on_is_not_contested_by_another() -> None:
    def told(first: str, second: str) -> dict[str, str]:
        sources = ({"outlet": name, "basis": "own-reporting"} for name in "AB")
        counts = ([first, "30 injured"], [second, "30 injured"])
        result = run(*(claim(s["outlet"], s, count=c) for s, c in zip(sources, counts, strict=True)))
        return {dict(one.frame)["of"]: one.status for one in result.events[0].account("count")}

    assert told("9 killed", "11 killed") == {"killed": "contested", "injured": "corroborated"}
    assert told("9 killed", "9 killed") == {"killed": "corroborated", "injured": "corroborated"}
