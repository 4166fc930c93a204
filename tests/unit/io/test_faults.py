from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import Field, ValidationError, field_validator

from reconcile import Claim, ClaimError
from reconcile.io import claim_errors, claim_from

GOOD: dict[str, Any] = {"about": "x", "source": "R"}
JARGON = ("pydantic", "union", "constrained", "input should", "tagged", "validation error", "function-", "one.low")


class Checked(Claim):
    staff: Annotated[int, Field(gt=0)] | None = None
    day: date | None = None
    boxes: dict[str, int] | None = None

    @field_validator("staff")
    @classmethod
    def _even(cls, value: int | None) -> int | None:
        if value is not None and value % 2:
            raise ValueError("staff come in pairs")
        return value


def told(record: object, claim_type: type[Claim] = Claim) -> list[str]:
    with pytest.raises(ClaimError) as caught:
        claim_from(record, claim_type)
    messages = [str(error) for error in caught.value.errors]
    assert not [word for word in JARGON for message in messages if word in message.lower()]
    return messages


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"count": {"low": "5"}}, "count.low: not a number: '5' (write digits, without quotation marks)"),
        ({"count": [1, {"low": "x"}]}, "count[1].low: not a number: 'x' (write digits, without quotation marks)"),
        ({"count": {"lwo": 5}}, 'count.lwo: no such field (did you mean "low"?)'),
        ({"count": 10**19}, "count: 10000000000000000000 is out of range (write a number of at most 10^18)"),
        ({"places": ["a", {"name": "b", "lat": 91, "lon": 0}]},
         "places[1].lat: 91 is out of range (write a number of at most 90)"),
        ({"polarity": "deny"},
         "polarity: not one of the legal values: 'deny' (write one of \"affirmed\" or \"denied\")"),
        ({"credibility": 0}, "credibility: 0 is out of range (write a number of at least 1)"),
        ({"id": 5}, "id: not a text: 5 (write it in quotation marks)"),
        ({"about": "x\x00"}, "about: a control character (U+0000) in a text (take it out)"),
        ({"places": ["a", "b\x1b"]}, "places[1]: a control character (U+001B) in a text (take it out)"),
        ({"id": "a\x7f"}, "id: a control character (U+007F) in a text (take it out)"),
        ({"event_type": "a.b\x01"}, "event_type: a control character (U+0001) in an event type (take it out)"),
        ({"about": " \t"}, "about: a text of blanks only (write a name or leave the field out)"),
        ({"when": 20201013}, "when: '20201013' lacks its hyphens (write 2020-10-13)"),
        ({"key": " "}, "key: a text of blanks only (write a name or leave the field out)"),
        ({"about": "x" * 10_001}, "about: a text of 10,001 characters (write at most 10,000)"),
        ({"refers": {"kind": "denies"}}, "refers: not a list: an object with 'kind' (write it in brackets, as […])"),
        ({"evidence": [{"start": 5, "end": 3, "sha256": "0" * 64}]},
         "evidence[0]: evidence ends (3) before it starts (5) (swap them)"),
        ({"parties": [{"role": "host"}]}, "parties[0].name: the field is missing (give it)"),
        ({"source": {"outlet": "R", "kind": "anon"}},
         "source.kind: not one of the legal values: 'anon' (write one of \"own\", \"named\", \"unnamed\" or \"collective\")"),  # noqa: E501
    ],
)  # fmt: skip
def test_one_plain_error_per_field(fields: dict[str, Any], message: str) -> None:
    assert told({**GOOD, **fields}) == [message]


def test_missing_source_shows_how_to_write_it() -> None:
    assert told({"about": "x"}) == ['source: the field is missing (say who published it, as in "source": "Rudaw")']


def test_all_errors_of_a_record_come_together() -> None:
    assert len(told({"coutn": 1, "phase": "x", "polarity": 1})) == 4


def test_users_own_fields_and_validators() -> None:
    assert told({**GOOD, "staff": 3}, Checked) == ["staff: staff come in pairs"]
    assert told({**GOOD, "staff": 0}, Checked) == ["staff: 0 is out of range (write a number above 0)"]
    assert told({**GOOD, "day": "soon"}, Checked) == ["day: not a date: 'soon' (write YYYY, YYYY-MM or YYYY-MM-DD)"]
    assert told({**GOOD, "boxes": {"a": "x"}}, Checked)[0].startswith("boxes.a: not a number: 'x'")


@pytest.mark.parametrize("value", [None, 5, "x", [], float("nan"), True])
def test_what_is_no_object_is_no_claim(value: object) -> None:
    assert told(value)[0].startswith("not a claim")


def test_odd_values_are_shown_short() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for value in (deep, "\ud800", 10**5000, {"\ud800": 1}, b"x", {1: 2}, float("inf"), object()):
        for message in told({**GOOD, "count": value}) + told({**GOOD, "places": value}):
            message.encode("utf-8")
            assert len(message) < 600


def test_the_place_stands_before_the_field() -> None:
    with pytest.raises(ValidationError) as caught:
        Claim.model_validate({"about": "x", "source": {"outlett": "R"}})
    assert [error.where for error in claim_errors(caught.value, "a.jsonl, line 2")] == [
        "a.jsonl, line 2, source.outlet", "a.jsonl, line 2, source.outlett"
    ]  # fmt: skip
