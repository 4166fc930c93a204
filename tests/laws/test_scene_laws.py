"""What two claims are to each other does not get worse in company: a scene's conflicts are those of its pairs."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import reconcile as rc
from reconcile.diff.readings import readers
from reconcile.diff.readings.pair import Reader

SHARP = [kind.value for kind in rc.Kind] + [""]
FRAMES = [{}, {"of": "rooms"}, {"of": "killed"}, {"of": "killed", "scope": "women"}, {"of": "lorries"}]


def count(low: int, width: int, frame: dict[str, str]) -> dict[str, Any]:
    return {"low": low, "high": low + width, **frame}


SOURCES: list[Any] = ["Rudaw", "NRT", {"outlet": "NRT", "speaker": "the mayor"}, {"outlet": "X", "via": ["NRT"]}]
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "count": st.builds(count, st.integers(0, 12), st.sampled_from([0, 0, 0, 4]), st.sampled_from(FRAMES)),
    "places": st.sampled_from(["Mosul", "الموصل", "Basra", "Khanaqin", "Diyala", ["Mosul", "Basra"]]),
    "phase": st.sampled_from(list(rc.Phase)),
    "reported": st.sampled_from(["2021-03-01", "2021-03-02", "2021-03"]),
    "source": st.sampled_from(SOURCES),
}
ROWS = st.fixed_dictionaries({}, optional=PARTS)


def claim(name: str, row: dict[str, Any]) -> rc.Claim:
    return rc.Claim.model_validate({"id": name, "event_type": "scene", "key": "k", "source": name, **row})


SCENES = st.lists(ROWS, min_size=2, max_size=5).map(lambda rows: [claim(f"c{n}", row) for n, row in enumerate(rows)])

PLACED = st.tuples(st.integers(0, 4), st.sampled_from([None, None, "Mosul", "Basra", "Erbil", ["Mosul", "Basra"]]))
# Counts of one place or another, and of no place: what these are opposed to, towns share.
BRIDGED = st.lists(PLACED, min_size=4, max_size=9).map(
    lambda rows: [
        claim(f"c{n}", {"count": count(figure, 0, {}), "places": places}) for n, (figure, places) in enumerate(rows)
    ]
)


def sets_beside(a: rc.Claim, b: rc.Claim) -> bool:
    same = (a.source.outlet, a.voice, a.stated_at) == (b.source.outlet, b.voice, b.stated_at)
    return same and a.places is not None and b.places is not None and a.places != b.places


def opposed(one: rc.Conflict) -> list[tuple[rc.Claim, rc.Claim]]:
    """The pairs of claims that stand on different sides of a conflict."""
    return [pair for a, b in combinations(one.positions, 2) for pair in product(a.claims, b.claims)]


def sharpest(a: rc.Claim, b: rc.Claim, field: str) -> int:
    """How sharp two claims are to each other alone: 0 is the sharpest kind."""
    kinds = [one.kind.value for one in rc.reconcile([a, b]).find(field=field)]
    return min((SHARP.index(kind) for kind in kinds), default=len(SHARP) - 1)


@given(SCENES)
def test_a_conflict_rests_on_pairs_that_conflict_alone(scene: list[rc.Claim]) -> None:
    for one in rc.reconcile(scene).conflicts:
        kinds = [sharpest(a, b, one.field) for a, b in opposed(one) if a.id != b.id]
        assert min(kinds) <= SHARP.index(one.kind.value), one


@given(SCENES)
def test_every_side_of_a_contradiction_excludes_every_other(scene: list[rc.Claim]) -> None:
    """No claim is set against one with which, the two alone, it has nothing to do."""
    for one in rc.reconcile(scene).find(kind="contradiction"):
        for a, b in combinations(one.positions, 2):
            assert any(sharpest(x, y, one.field) < SHARP.index("") for x, y in product(a.claims, b.claims)), one


@given(SCENES | BRIDGED)
def test_what_excludes_alone_is_told_in_company(scene: list[rc.Claim]) -> None:
    """A contradiction of two may be explained by a third (a sum), but it is never dropped.

    Except by a voice that itself sets two places beside each other in one statement: they are two things then.
    """
    assume(not any(sets_beside(a, b) for a, b in combinations(scene, 2)))
    result = rc.reconcile(scene)
    for a, b in combinations(scene, 2):
        for alone in rc.reconcile([a, b]).find(kind="contradiction"):
            told = result.find(claim=a, field=alone.field)
            sides = [{c.id for p in one.positions for c in p.claims} for one in told]
            assert any({a.id, b.id} <= side for side in sides), (a, b)


@given(SCENES | BRIDGED)
def test_no_conflict_is_told_twice(scene: list[rc.Claim]) -> None:
    result = rc.reconcile(scene)
    told = [one.id for one in (*result.conflicts, *result.differences)]
    assert len(set(told)) == len(told)


@given(st.sets(st.integers(0, 9), min_size=2, max_size=6), st.lists(st.integers(0, 9), max_size=4))
def test_one_dispute_is_told_once_for_each_town(figures: set[int], towns: list[int]) -> None:
    """However many values claims state that name no place, each town that is named adds one conflict at most."""
    unplaced = [claim(f"n{figure}", {"count": count(figure, 0, {})}) for figure in figures]
    placed = [
        claim(f"t{n}", {"count": count(figure, 0, {}), "places": name})
        for n, (figure, name) in enumerate(zip(towns, ("Mosul", "Basra", "Erbil", "Najaf"), strict=False))
    ]
    found = rc.reconcile(unplaced + placed).find(kind="contradiction", field="count")
    assert len(found) <= max(1, len(towns))


@given(SCENES | BRIDGED)
def test_a_conflict_keeps_to_one_place(scene: list[rc.Claim]) -> None:
    for one in rc.reconcile(scene).find(kind="contradiction", field="count"):
        stated = [c.places for c in one.claims if c.places is not None]
        for a, b in combinations(stated, 2):
            assert a.relate(b) is not rc.Relation.EXCLUSIVE, one


@given(SCENES)
def test_a_reader_that_is_not_asked_would_find_nothing(scene: list[rc.Claim]) -> None:
    told = rc.reconcile(scene)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readers, "_readers_of", every_reader)
        assert rc.reconcile(scene).to_json() == told.to_json()


def every_reader(*_kinds: type, exclusive: bool) -> tuple[Reader, ...]:  # noqa: ARG001
    return readers.READERS
