"""The strategies: legal and checked arguments, small examples, claims of a user's own class."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from pydantic import ConfigDict, Field, ValidationError, model_validator

import reconcile as rc
from reconcile import strategies as rs

CLAIM = rc.Claim(id="c", event_type="x.y", count=2, phase="agreed", source="A")
DENIAL = rc.Claim(event_type="x", polarity="denied", source="A")
BARE = rc.Claim(event_type="x", source="A")

ANY = settings(phases=(Phase.generate,), database=None, max_examples=2_000)
"""Finds some example without making it the smallest, which for a whole claim takes seconds."""


class Own(rc.Claim):
    """A class of a user's own, with a rule that its annotations do not tell."""

    opens: rc.Period | None = None
    beds: Annotated[int, Field(ge=3)] = 3
    spare: int = 0

    @model_validator(mode="after")
    def _fewer_spare(self) -> Own:
        if self.spare > self.beds:
            raise ValueError("more spare beds than beds")
        return self


BAD: dict[str, Callable[[], Any]] = {
    "quantities bounds": lambda: rs.quantities(min_value=3, max_value=2),
    "quantities beyond": lambda: rs.quantities(max_value=10**19),
    "quantities text": lambda: rs.quantities(min_value="1"),  # pyright: ignore[reportArgumentType]
    "quantities no strategy": lambda: rs.quantities(of="dead"),  # pyright: ignore
    "periods bounds": lambda: rs.periods(min_date=dt.date(2021, 1, 1), max_date=dt.date(2020, 1, 1)),
    "periods time": lambda: rs.periods(min_date=dt.datetime(2021, 1, 1)),
    "places size": lambda: rs.places(min_size=0),
    "places sizes": lambda: rs.places(min_size=3, max_size=2),
    "places most": lambda: rs.places(max_size=201),
    "parties names": lambda: rs.parties(names=["A"]),  # pyright: ignore[reportArgumentType]
    "texts size": lambda: rs.texts(min_size=-1),
    "event types depth": lambda: rs.event_types(max_depth=0),
    "sources chain": lambda: rs.sources(max_chain=-1),
    "claims class": lambda: rs.claims(int),  # pyright: ignore
    "claims field": lambda: rs.claims(rc.Claim, coutn=st.none()),
    "claims value": lambda: rs.claims(rc.Claim, count=2),  # pyright: ignore
    "reprints of nothing": lambda: rs.reprints_of("c"),  # pyright: ignore
    "denials part": lambda: rs.denials_of(CLAIM, part="half"),  # pyright: ignore[reportArgumentType]
    "denials of a denial": lambda: rs.denials_of(DENIAL),
    "denials of nothing": lambda: rs.denials_of(BARE),
    "denials named": lambda: rs.denials_of(CLAIM, part="none", named=True),
    "documents size": lambda: rs.documents(max_size=-2),
    "stories size": lambda: rs.stories(max_events=9),
    "evidence text": lambda: rs.evidence(texts="two"),  # pyright: ignore[reportArgumentType]
    "bad claims switch": lambda: rs.bad_claims(allow_nan=1),  # pyright: ignore[reportArgumentType]
}


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_wrong_arguments_are_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(InvalidArgument):
        make()


def test_a_field_that_nothing_is_known_of_names_the_way_out() -> None:
    class Odd(rc.Claim):
        model_config = ConfigDict(arbitrary_types_allowed=True)
        thing: Callable[[int], Any] | memoryview

    with pytest.raises(InvalidArgument, match=r"give thing=…"):
        rs.claims(Odd)


SMALLEST = {
    "claims": (rs.claims(), '{"event_type":"coordination","source":{"outlet":"A"}}'),
    "denied": (
        rs.claims(polarity=st.just("denied")),
        '{"event_type":"coordination","polarity":"denied","source":{"outlet":"A"}}',
    ),
    "counted": (
        rs.claims(count=rs.quantities(min_value=1)),
        '{"event_type":"coordination","count":{"low":1,"high":1},"source":{"outlet":"A"}}',
    ),
}


@pytest.mark.parametrize(("strategy", "smallest"), SMALLEST.values(), ids=SMALLEST)
def test_claims_shrink_to_little(strategy: st.SearchStrategy[rc.Claim], smallest: str) -> None:
    written = find(strategy, lambda _: True).model_dump_json(exclude_defaults=True, exclude={"id"})
    assert written == smallest


SMALL: list[tuple[st.SearchStrategy[Any], Callable[[Any], Any], str]] = [
    (rs.quantities(), lambda q: q.best is not None, "0"),
    (rs.quantities(), lambda q: q.low is not None and q.low > 5, "6"),
    (rs.periods(allow_spans=False), lambda p: p.known and p.lower is None, "../2000-01-01"),
    (rs.places(), lambda p: len(p.items) > 1, "Baghdad, Baghdad"),
    (rs.parties(), lambda p: p.complete, "ISIS"),
    (rs.texts(), lambda t: len(t.text) > 2, "000"),
]


@pytest.mark.parametrize(("strategy", "wanted", "smallest"), SMALL)
def test_values_shrink_to_little(strategy: Any, wanted: Any, smallest: str) -> None:
    assert str(find(strategy, wanted)) == smallest


@given(rs.claims(Own))
def test_claims_of_a_users_class_keep_its_rules(claim: Own) -> None:
    assert isinstance(claim, Own)
    assert claim.spare <= claim.beds >= 3


def test_every_field_of_a_users_class_is_drawn() -> None:
    assert find(rs.claims(Own), lambda claim: claim.opens is not None and claim.spare > 0, settings=ANY).beds >= 3


def test_a_strategy_that_draws_illegal_values_is_not_hidden() -> None:
    with pytest.raises(ValidationError):
        find(rs.claims(credibility=st.just(9)), lambda _: True, settings=ANY)


def test_claims_without_subject_are_given_one() -> None:
    assert find(rs.claims(about=st.none()), lambda _: True, settings=ANY).event_type is not None
    assert find(rs.claims(event_type=st.none()), lambda _: True, settings=ANY).about is not None


TYPES = [
    rc.Claim, rc.EventType, rc.Evidence, rc.Parties, rc.Party, rc.Period, rc.Phase, rc.Place, rc.Places, rc.Quantity,
    rc.Reference, rc.Relation, rc.Source, rc.Text, Own,
]  # fmt: skip


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_from_type_knows_every_public_type(kind: type[Any]) -> None:
    assert isinstance(find(st.from_type(kind), lambda _: True, settings=ANY), kind)


def test_from_type_knows_classes_made_later() -> None:
    class Later(rc.Claim):
        due_by: rc.Period | None = None

    assert find(st.from_type(Later), lambda claim: claim.due_by is not None, settings=ANY).due_by is not None


@given(st.data())
def test_reprints_say_the_same_through_others(data: st.DataObject) -> None:
    claim = data.draw(rs.claims())
    copy = data.draw(rs.reprints_of(claim))
    assert copy.id != claim.id
    assert copy.source.outlet != claim.source.outlet
    for name in ("event_type", "about", "count", "places", "when", "phase", "polarity"):
        assert getattr(copy, name) == getattr(claim, name)


@given(rs.stories(keyed=st.just(True), min_events=2))
def test_keyed_stories_have_a_key_for_each_event(story: rs.Story) -> None:
    by_id = {claim.id: claim.key for claim in story.claims}
    keys = [{by_id[one] for one in event} for event in story.events]
    assert all(len(key) == 1 and None not in key for key in keys)
    assert len({key for one in keys for key in one}) == len(keys)


@given(rs.stories())
@settings(max_examples=50)
def test_stories_are_whole(story: rs.Story) -> None:
    ids = [claim.id for claim in story.claims]
    assert len(ids) == len(set(ids)) == sum(map(len, story.events))
    assert {one for verdict in story.verdicts for one in verdict.claims} <= set(ids)
    assert not {v.claims for v in story.verdicts if v.sharp} & story.quiet
