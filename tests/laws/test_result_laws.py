"""Laws of results: stories end by their gold, positions and the reach of denials by literal reading."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from reconcile import Claim, Event, Position, Quantity, Relation, reconcile
from reconcile import strategies as rs
from reconcile import testing as laws
from reconcile.claims import specs
from reconcile.diff import Lineage
from reconcile.diff.accounts import grouped
from reconcile.diff.denials.targets import reach
from reconcile.diff.statements import statements
from reconcile.values import BUILTIN, relation

few_claims = st.lists(rs.claims(), max_size=4)
stories = rs.stories()


# --- gold of stories --------------------------------------------------------------------------------------------------


@given(stories)
def test_stories_end_as_planned(story: rs.Story) -> None:
    result = reconcile(story.claims)
    assert {frozenset(c.id for c in event.claims) for event in result.events} == set(story.events)
    found = laws.opposed([*result.conflicts, *result.differences])
    assert {tuple(verdict) for verdict in story.verdicts} <= found
    for kind, field, pair in laws.opposed(result.conflicts):
        assert pair not in story.quiet, (kind, field, pair)


@given(stories)
def test_planted_witnesses_are_counted(story: rs.Story) -> None:
    for planted in story.witnesses:
        found = [p for event in reconcile(story.claims).events for p in _positions(event, planted.field)]
        behind = [p.independent_voices for p in found if frozenset(p.ids) == planted.claims]
        assert behind == [planted.independent]


def _positions(event: Event, field: str) -> list[Position]:
    return [position for account in event.account(field) for position in account.positions]


# --- positions: naive closure over all pairs --------------------------------------------------------------------------


@given(st.lists(rs.claims(event_type=st.just("x"), polarity=st.just("affirmed")), max_size=5))
def test_positions_are_classes_of_equal_values(claims: list[Claim]) -> None:
    distinct = {claim.id: claim for claim in claims}
    every = [one for claim in distinct.values() for one in statements(claim)]
    for name in {one.field for one in every}:
        mine = [one for one in every if one.field == name]
        for account in grouped(mine, Lineage()):
            told = [one for position in account for one in position]
            classes = _closure([one.bare for one in told])
            where = {id(one): n for n, position in enumerate(account) for one in position}
            for (i, a), (j, b) in combinations(enumerate(told), 2):
                assert (where[id(a)] == where[id(b)]) == (classes[i] == classes[j]), (a.value, b.value)


def _closure(values: list[Any]) -> list[int]:
    """Number values so that equal ones, and those linked through equal ones, have one number."""
    number = list(range(len(values)))
    for _ in values:
        for i, j in combinations(range(len(values)), 2):
            same = values[i] == values[j] or relation(values[i], values[j]) is Relation.EQUAL
            if same and number[i] != number[j]:
                number[i] = number[j] = min(number[i], number[j])
    return number


# --- denials: DESIGN §5 read aloud ------------------------------------------------------------------------------------


def _read_aloud(denial: Claim, claim: Claim) -> str | None:
    """How far a denial of the same affair reaches, by the fields that both state and that name a value each."""
    names = [spec.name for spec in specs(type(claim)) if spec.name not in ("event_type", "about")]
    pairs = [(getattr(denial, name), getattr(claim, name)) for name in names]
    found = [_in_one_frame(a, b) for a, b in pairs if a is not None and b is not None]
    if Relation.EXCLUSIVE in found:
        return None
    known = [one for one in found if one is not Relation.UNKNOWN]
    if not known:
        return "unknown"
    return "whole" if all(one in (Relation.EQUAL, Relation.BROADER) for one in known) else "partial"


def _in_one_frame(a: Any, b: Any) -> Relation:
    """Figures of other things are not related; a part of the frame that one side leaves unsaid tells nothing."""
    if not isinstance(a, Quantity):
        return relation(a, b)
    parts = [(a.of, b.of), (a.scope, b.scope), (a.increment, b.increment)]
    if any(x is not None and y is not None and x != y for x, y in parts):
        return Relation.EXCLUSIVE
    return a.bare().relate(b.bare())


things = st.sampled_from([None, "centres", "checkpoints"])
parts = st.sampled_from([None, "main", "temporary"])
figures = st.none() | rs.quantities(of=things, scope=parts, unit=st.none())
single = {"count": figures, "as_of": st.none(), "key": st.none(), "refers": st.just(()), "source": st.just("A")}
of_one_affair = rs.claims(event_type=st.just("force.redeploy"), reported=st.none(), said=st.none(), **single)


@given(of_one_affair, of_one_affair)
def test_denials_reach_as_the_design_says(said: Claim, denied: Claim) -> None:
    claim = said.model_copy(update={"polarity": "affirmed", "mode": "fact", "certainty": "certain", "places": None})
    update = {"polarity": "denied", "mode": "fact", "certainty": "certain"}
    denial = denied.model_copy(update={**update, "source": rs_source("D")})
    assert reach(denial, claim, names=BUILTIN) == _read_aloud(denial, claim)


def rs_source(outlet: str) -> Any:
    """A source by its outlet."""
    return Claim(about="x", source=outlet).source


affirmed = rs.claims(polarity=st.just("affirmed"), mode=st.just("fact"), certainty=st.just("certain"))


@pytest.mark.parametrize("part", ["whole", "partial", "unknown", "none"])
@given(claim=affirmed, data=st.data())
def test_planted_denials_reach_their_part(part: Any, claim: Claim, data: st.DataObject) -> None:
    try:
        denials = rs.denials_of(claim, part=part)
    except InvalidArgument:
        assume(False)
        raise
    denial = data.draw(denials)
    assert reach(denial, claim, names=BUILTIN) == (None if part == "none" else part)
