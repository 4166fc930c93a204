"""Stock phrases come back every season: equal wording does not join what is months apart."""

from __future__ import annotations

from typing import Any

import pytest

import reconcile as rc


def events(*rows: dict[str, Any]) -> int:
    claims = [rc.Claim(**{"id": name, "source": f"{name} news", **row}) for name, row in zip("abc", rows, strict=False)]
    return len(rc.reconcile(claims).events)


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        ("prisoner exchange between Russia and Ukraine", "2022-09-21", "2024-01-31"),
        ("تبادل أسرى بين روسيا وأوكرانيا", "2022-09-21", "2024-01-31"),
        ("air strike on hospital", "2016-04-27", "2016-09-28"),
    ],
)
def test_equal_wording_months_apart_is_two_events(about: str, one: str, other: str) -> None:
    assert events({"about": about, "when": one}, {"about": about, "when": other}) == 2


@pytest.mark.parametrize("other", ["2022-09-21", "2022-09-22", "2022-09"])
def test_equal_wording_within_days_is_one_twin(other: str) -> None:
    about = "prisoner exchange between Russia and Ukraine"
    assert events({"about": about, "when": "2022-09-21"}, {"about": about, "when": other}) == 1


def test_one_wrong_city_parts_no_event() -> None:
    told = {"about": "shelling of a village", "event_type": "assault.shelling", "when": "2023-01-10"}
    assert events({**told, "places": "Bakhmut"}, {**told, "places": "Kherson"}) == 1
