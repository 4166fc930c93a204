"""Verdicts that an independent review found wanting, each beside a twin that differs in one fact."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.diff.telling import of, said, texts, told

import reconcile as rc
from reconcile.language.numbers import ends_open

CITIES = ["Erbil", "Baghdad", "Basra", "Mosul", "Kirkuk"]


# --- open plurals: nobody states where "dozens" end -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plural", "inside", "beyond"),
    [
        ("dozens", 120, 200),
        ("tens", 199, 200),
        ("hundreds", 1_000, 2_000),
        ("tens of thousands of people", 150_000, 200_000),
        ("بضعة", 12, 20),
        ("عشرات القتلى", 120, 240),
        ("dozens of km", "150 km", "240 km"),
        ("dozens", "at least 120", "at least 200"),
    ],
)
def test_the_upper_end_of_a_plural_is_open_up_to_the_next_plural(plural: str, inside: Any, beyond: Any) -> None:
    near = told(said("A", count=plural), said("B", count=inside))
    assert near.kind == "difference"
    assert "approximation" in near.why
    far = told(said("A", count=plural), said("B", count=beyond))
    assert far.kind == "contradiction"
    assert "approximation" not in far.why


@pytest.mark.parametrize("other", [10, 20, 23])
def test_the_lower_end_of_a_plural_is_firm(other: int) -> None:
    assert told(said("A", count="dozens"), said("B", count=other)).kind == "contradiction"


@pytest.mark.parametrize(
    "stated", ["at most dozens", {"low": 24, "high": 99}, {"low": 24, "high": 80, "raw": "dozens"}]
)
def test_a_stated_upper_end_is_firm(stated: Any) -> None:
    assert told(said("A", count=stated), said("B", count=120)).kind == "contradiction"


def test_a_denial_of_a_plural_reaches_what_lies_within_its_usual_bounds_only() -> None:
    denied = said("A", count="dozens", polarity="denied")
    assert told(denied, said("B", count=50)).kind == "denial"
    assert told(denied, said("B", count=120)).kind == ""


@pytest.mark.parametrize(
    "text", ["dozens", "hundreds of people", "nearly dozens", "عشرات الآلاف من النازحين", "بضعة جنود"]
)
def test_plurals_end_open(text: str) -> None:
    assert ends_open(text)


@pytest.mark.parametrize(
    "text", ["24", "24 to 99", "several", "at least dozens", "between dozens and hundreds", "x", ""]
)
def test_what_states_its_end_or_has_none_does_not_end_open(text: str) -> None:
    assert not ends_open(text)


# --- the size of a list -----------------------------------------------------------------------------------------------


def test_a_count_may_be_the_size_of_the_list_of_its_own_claim() -> None:
    assert "size of the list" in told(said("A", count=3), said("B", count=5, places=CITIES)).why
    assert "5 is the number of places that B lists" in texts(said("A", count=3), said("B", count=5, places=CITIES))


@pytest.mark.parametrize("places", [CITIES[:4], CITIES[:1], None])
def test_another_list_is_not_the_size(places: Any) -> None:
    assert "size of the list" not in told(said("A", count=3), said("B", count=5, places=places)).why


def test_a_count_of_a_stated_thing_is_not_that_of_its_own_list() -> None:
    told_ = told(said("A", count=of(3, "centres")), said("B", count=of(5, "centres"), places=CITIES))
    assert "size of the list" not in told_.why


def test_the_list_of_the_other_side_is_told_first() -> None:
    told_ = texts(said("A", count=5, places="Iraq"), said("B", count=3, places=CITIES))
    assert "5 is the number of places that B lists" in told_


# --- one part of one thing, in two ways of saying it ------------------------------------------------------------------


@pytest.mark.parametrize(("first", "second"), [(5, 7), (7, 5)])
def test_a_part_named_in_the_thing_and_one_named_in_the_scope_are_one_frame(first: int, second: int) -> None:
    one, other = (
        said("A", count=of(first, "civilians killed")),
        said("B", count=of(second, "killed", scope="civilians")),
    )
    verdict = told(one, other)
    assert verdict.kind == "contradiction"
    assert not verdict.why & {"scope unstated", "part of whole", "other thing counted"}
    result = rc.reconcile([one, said("B", count=of(first, "killed", scope="civilians"))])
    assert len(result.events[0].accounts) == 1
    assert len(result.events[0].accounts[0].positions) == 1


def test_another_part_is_another_thing() -> None:
    one, other = said("A", count=of(7, "soldiers killed")), said("B", count=of(5, "killed", scope="civilians"))
    assert told(one, other).kind == "difference"
    assert "other thing counted" in told(one, other).why
    assert "one is said of soldiers killed, the other of civilians killed" in texts(one, other)


def test_a_part_named_in_the_scope_is_a_part_of_the_bare_thing() -> None:
    assert (
        "part of whole"
        in told(said("A", count=of(7, "killed")), said("B", count=of(5, "killed", scope="civilians"))).why
    )


# --- sums, and what is not asserted -----------------------------------------------------------------------------------


def test_a_sum_is_told_once() -> None:
    parts = [said(p, count=of(n, "arrested"), places=p) for p, n in (("Najaf", 4), ("Wasit", 5))]
    whole = said("C", count=of(9, "arrested"), places="Iraq")
    result = rc.reconcile([*parts, whole])
    sums = {r.text for c in (*result.conflicts, *result.differences) for r in c.readings if r.kind == "sum of parts"}
    assert sums == {"5 + 4 = 9"}


@pytest.mark.parametrize(
    ("fields", "english", "arabic"),
    [
        ({"certainty": "unknown"}, "B does not say how certain it is", "لا تبيّن درجة اليقين"),
        ({"certainty": "possible"}, "B is only said to be possible", "لا تتحدث إلا عن احتمال"),
        ({"mode": "opinion"}, "B is an opinion", "رأي"),
        ({"mode": "conditional"}, "B holds on a condition", "مشروطة"),
        ({"mode": "obligation"}, "B says what ought to be", "تقول ما ينبغي أن يكون"),
    ],
)
def test_what_is_not_asserted_is_told_as_people_say_it(fields: dict[str, Any], english: str, arabic: str) -> None:
    (one,) = rc.reconcile([said("A", count=2), said("B", count=3, **fields)]).differences
    assert english in one.explain()
    assert arabic in one.explain(language="ar")


def test_a_plural_is_told_in_both_languages() -> None:
    (one,) = rc.reconcile([said("A", count="dozens"), said("B", count=120)]).differences
    assert "possibly “dozens” takes in 120, for its upper end is open" in one.explain()
    assert "تشمل" in one.explain(language="ar")
    assert "takes in" not in one.explain(language="ar")
