"""Prevent figures of two kinds from contradicting each other, and a part larger than its whole from being explained."""

from __future__ import annotations

from typing import Any

import pytest

import reconcile as rc
from reconcile.language import fold
from reconcile.language.thing_forms import FORMS


def claim(name: str, source: Any, **fields: Any) -> rc.Claim:
    return rc.Claim.model_validate({"id": name, "about": "dyke breach", "key": "k", "source": source, **fields})


def told(first: Any, second: Any, **fields: Any) -> tuple[str, set[str]]:
    """The kind in which two counts stand, and the kinds of readings."""
    result = rc.reconcile([claim("a", "A", count=first, **fields), claim("b", "B", count=second, **fields)])
    (one,) = (*result.conflicts, *result.differences)
    return one.kind.value, {reading.kind for reading in one.readings}


def of(number: int, thing: str) -> dict[str, Any]:
    return {"low": number, "high": number, "of": thing}


@pytest.mark.parametrize("measure", ["$5m", "5 km", "12 tonnes"])
def test_a_count_of_people_and_a_measure_are_two_things(measure: str) -> None:
    kind, readings = told("9 killed", measure)
    assert (kind, "other thing counted" in readings, "scope unstated" in readings) == ("difference", True, False)
    assert told("9", measure)[0] == "contradiction"


@pytest.mark.parametrize(
    ("casualties", "killed", "kind"),
    [("no casualties", "3 killed", "contradiction"), ("5 casualties", "9 killed", "contradiction"),
     ("9 casualties", "5 killed", "difference"), ("9 casualties", "5 injured", "difference")],
)  # fmt: skip
def test_the_killed_are_among_the_casualties(casualties: str, killed: str, kind: str) -> None:
    found, readings = told(casualties, killed)
    assert found == kind
    assert ("part of whole" in readings) == (kind == "difference")
    assert "scope unstated" not in readings


def test_confirmed_cases_are_a_part_of_the_cases() -> None:
    assert told(of(340, "cases"), of(45, "confirmed cases")) == ("difference", {"part of whole"})
    assert told(of(34, "cases"), of(45, "confirmed cases"))[0] == "contradiction"
    kind, readings = told("9 killed", "4 women killed")
    assert (kind, "scope unstated" in readings) == ("difference", False)


def test_a_larger_part_is_not_explained_by_where_it_lies() -> None:
    def readings(whole: str, part: str) -> set[str]:
        claims = [claim("a", "A", count=whole, places="Iraq"), claim("b", "B", count=part, places="Basra")]
        result = rc.reconcile(claims)
        (one,) = (found for found in (*result.conflicts, *result.differences) if found.field == "count")
        return {reading.kind for reading in one.readings}

    assert "containment" not in readings("40 killed", "50 killed")
    assert "containment" in readings("50 killed", "40 killed")


def test_an_addition_is_no_fall() -> None:
    def readings(later: str) -> set[str]:
        days = ("2024-01-01", "2024-01-02")
        counts = ("12 killed", later)
        claims = [claim(n, "A", count=c, reported=d) for n, c, d in zip("ab", counts, days, strict=True)]
        result = rc.reconcile(claims)
        return {reading.kind for one in (*result.conflicts, *result.differences) for reading in one.readings}

    assert readings("another 5 killed") == {"an addition, not a total"}
    assert "a growing figure fell" in readings("5 killed")


def test_what_happened_after_a_denial_does_not_oppose_it() -> None:
    def kinds(when: str, denied: str | None = None) -> list[str]:
        denial = claim("a", "A", phase="begun", polarity="denied", reported="2023-07-02", when=denied)
        result = rc.reconcile([denial, claim("b", "B", phase="begun", when=when, reported="2023-07-20")])
        return [one.kind.value for one in (*result.conflicts, *result.differences)]

    assert kinds("2023-07-19") == ["revision"]
    assert kinds("2023-07-01") == ["denial"]
    assert kinds("2023-07-19", "2023-07-19") == ["denial"]


def test_a_ruling_on_no_field_is_an_error() -> None:
    claims = [claim("a", "A", count=2), claim("b", "B", count=3)]

    def run(field: str) -> rc.Reconciliation[Any]:
        ruling = rc.Ruling.on(claims, kind="both-stand", field=field, who="desk", when="2024", why="two counts")
        return rc.reconcile(claims, rulings=[ruling])

    with pytest.raises(rc.ClaimError, match=r"no field 'cuont' .one of .*count"):
        run("cuont")
    assert not run("count").conflicts


@pytest.mark.parametrize(
    ("first", "second"),
    [("1,500 houses", "12 bridges"), ("300 خيمة", "12 trucks"), ("ثلاثة جسور", "4 قرى"), ("3 گوند", "5 قوتابخانە")],
)
def test_two_things_written_in_the_count_are_two(first: str, second: str) -> None:
    assert told(first, second) == ("difference", {"other thing counted"})


@pytest.mark.parametrize(
    ("first", "second"),
    [("1,500 houses", "12 منازل"), ("3 جسور", "4 bridges"), ("3 گوند", "5 قرى"), ("2 towns", "3 cities")],
)
def test_one_thing_written_in_two_languages_is_one(first: str, second: str) -> None:
    assert told(first, second)[0] == "contradiction"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("40 people in the camp", "12 people in the city"),
        ("40 students from the school", "12 students"),
        ("12 قتيلا في مخيم", "40 قتيلا"),
        ("40 killed near the bridge", "12 killed by soldiers"),
    ],
)
def test_where_it_was_and_who_did_it_are_not_what_is_counted(first: str, second: str) -> None:
    kind, readings = told(first, second)
    assert kind == "contradiction"
    assert readings <= {"order of statements unknown"}


def test_no_form_is_of_two_things() -> None:
    forms = [fold(form) for written in FORMS.values() for form in set(map(fold, written.split()))]
    assert sorted(forms) == sorted(set(forms))


class TestFiguresNearTheLimit:
    """What is legal in its own unit may be more than a figure may be in the base unit: it is never refused."""

    @pytest.mark.parametrize("more", [{}, {"approximate": True}, {"high": 10**18}, {"high": None}])
    def test_hours_beyond_the_limit_in_seconds(self, more: dict[str, Any]) -> None:
        result = rc.reconcile([claim("a", "A", count=MOST_HOURS | more), claim("b", "B", count=MOST_HOURS)])
        assert [one.bounds.low for one in result.events[0].account("count")] == [SECONDS]
        written = result.to_json()
        assert rc.Reconciliation.from_json(written).to_json() == written
        assert "hours" in str(result)

    def test_what_no_unit_makes_of_a_legal_figure_is_refused_twin(self) -> None:
        written = rc.reconcile([claim("a", "A", count=MOST_HOURS)]).to_json()
        with pytest.raises(rc.ClaimError, match="not a result"):
            rc.Reconciliation.from_json(written.replace(str(SECONDS), "1" + "0" * 30))


MOST_HOURS = {"low": 277_777_777_777_778, "high": 277_777_777_777_778, "unit": "hours"}
SECONDS = int(277_777_777_777_778 * 3600.0)
