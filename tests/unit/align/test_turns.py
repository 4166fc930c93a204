"""Lists that hold an event once are merged in turn: the first record leads, order decides among equals."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from typing import Annotated

import pytest

from reconcile import Claim, ClaimError, Identity
from reconcile.align import Aligner, Model, Scale, resolve_names


class Listed(Claim):
    day: Annotated[dt.date | None, Identity()] = None


WINDOW = Model(
    (Scale("day", "time", (0.5,), (-40.0, 0.0)), Scale("places", "places", (0.76,), (-40.0, 0.0))), prior=4.0
)


def listed(name: str, day: int, *, north: float = 12.0) -> Listed:
    return Listed.model_validate({
        "id": name, "event_type": "raid", "day": dt.date(2011, 6, day), "source": name[0],
        "places": [{"name": "Geidam", "lat": north, "lon": 11.9}],
    })  # fmt: skip


def events(*claims: Listed, model: Model = WINDOW, in_turn: bool = True) -> set[str]:
    aligner = Aligner(one_per="outlet", in_turn=in_turn, model=model)
    labels = aligner.align(claims, names=resolve_names(claims)).labels.tolist()
    return {" ".join(sorted(c.id for c, at in zip(claims, labels, strict=True) if at == label)) for label in labels}


def test_the_first_record_leads_so_that_windows_do_not_grow() -> None:
    chain = listed("a1", 10), listed("b1", 11), listed("c1", 12)
    assert events(*chain) == {"a1 b1", "c1"}
    around = listed("a1", 11), listed("b1", 10), listed("c1", 12)
    assert events(*around) == {"a1 b1 c1"}


def test_among_equals_the_day_before_comes_first_then_the_order_listed() -> None:
    assert events(listed("a1", 10), listed("b1", 9), listed("b2", 10)) == {"a1 b1", "b2"}
    assert events(listed("a1", 10), listed("b1", 10), listed("b2", 10)) == {"a1 b1", "b2"}
    assert events(*(listed(f"{s}{n}", 10) for s in "ab" for n in (1, 2))) == {"a1 b1", "a2 b2"}


def test_a_likelier_record_goes_before_an_earlier_one() -> None:
    likely = Model(
        (Scale("day", "time", (0.5, 1.0), (-40.0, 0.0, 2.0)), Scale("places", "places", (0.76,), (-40.0, 0.0))),
        prior=1.0,
    )
    assert events(listed("a1", 10), listed("b1", 9), listed("b2", 10), model=likely) == {"a1 b2", "b1"}


def test_names_of_places_need_not_agree_where_coordinates_do() -> None:
    moved = listed("b1", 10, north=12.02).model_copy(update={"id": "b1"})
    other = Listed.model_validate(
        {**moved.model_dump(), "places": [{"name": "Yunusari", "lat": 12.02, "lon": 11.9}]},
    )
    assert events(listed("a1", 10), other) == {"a1 b1"}
    assert events(listed("a1", 10), listed("b1", 10, north=12.04)) == {"a1", "b1"}


def test_the_order_of_the_claims_changes_nothing() -> None:
    claims = [listed(f"{source}{n}", 10 + n % 2) for source in "abc" for n in (1, 2)]
    found = {frozenset(events(*order)) for order in list(permutations(claims))[::37]}
    assert len(found) == 1


def test_keys_decide_before_turns() -> None:
    a, b, c = (listed(name, 10) for name in ("a1", "b1", "b2"))
    a, c = (x.model_copy(update={"key": "k"}) for x in (a, c))
    assert events(a, b.model_copy(update={"key": "other"}), c) == {"a1 b2", "b1"}


def test_turns_need_a_source_to_take_turns() -> None:
    with pytest.raises(ClaimError, match="in_turn=True"):
        Aligner(in_turn=True)
