from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile import Claim, ClaimError, Reconciliation, reconcile
from reconcile.io import read_claims
from reconcile.io.json_place import place_in
from reconcile.io.json_split import split_records
from reconcile.io.strict_json import parse_json


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('[{"a": 1}, [2, 3], "x,]", 4]', ['{"a": 1}', "[2, 3]", '"x,]"', "4"]),
        ('{"title": "claims", "claims": [1, {"claims": [2]}], "more": [3]}', ["1", '{"claims": [2]}']),
        ("[]", []),
        ("[1, 2", []),
        ("[1}", []),
        ("{}", []),
        ('"x"', []),
        ("[1,,2]", ["1", "", "2"]),
    ],
)
def test_records_are_cut_apart(text: str, parts: list[str]) -> None:
    assert split_records(text.encode()) == [part.encode() for part in parts]


def test_one_broken_record_of_a_list_leaves_the_others(tmp_path: Path) -> None:
    good = json.dumps({"about": "x", "source": "R"})
    broken = [
        '{"about": "x", "source": "R", "count": {"low": NaN}}',
        '{"about": "x", "about": "y"}',
        '{"about": "\\ud800"}',
        "[" * 5_000 + "]" * 5_000,
        '{"count": 1e400}',
    ]
    path = tmp_path / "a.json"
    path.write_text(f'{{"claims": [{", ".join([good, *broken, good])}]}}')
    claims = read_claims(path, errors="collect")
    assert len(claims) == 2
    assert [error.where.split(", ", 1)[1] for error in claims.errors] == [
        "record 2, count.low", "record 3, about", "record 4, about", "record 5, [0][0][0][0][0][0]", "record 6, count"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"a": 1, "a": 2}', "a"),
        ('{"a": {"b": [1, {"c": 1, "c": 2}]}}', "a.b[1].c"),
        ('{"a": [1, 1e999]}', "a[1]"),
        ('{"a": [1, {"b": NaN}]}', "column 17, a[1].b"),
        ('{"a b": tru}', "column 9, a b"),
        ("not json", "column 1"),
        ("[1,\n2,\nx]", "line 3, column 1, [2]"),
    ],
)
def test_errors_name_their_place(text: str, where: str) -> None:
    with pytest.raises(ClaimError) as caught:
        parse_json(text.encode())
    assert caught.value.where == where


def test_colons_in_texts_are_no_repeated_keys() -> None:
    for text in ('{"a": ": : :", "b:": 1}', '{"a": "\\u003a"}', '{"a\\u003a": 1, "a": "Infinity"}'):
        assert parse_json(text.encode()) == json.loads(text)


def test_places_are_found_in_linear_time() -> None:
    assert len(place_in(b'{"' + b'\\"' * 500_000, 10**6)) < 200
    assert place_in(b'"' * 1_000_001, 10**6) == ""


class Priced(Claim):
    price: float | None = None


def written(**fields: object) -> str:
    return reconcile([Priced.model_validate({"id": "a", "about": "x", "source": "A", **fields})]).to_json()


def test_a_result_of_a_users_class_asks_for_the_class() -> None:
    assert Reconciliation.from_json(written(price=2), Priced).to_json() == written(price=2)
    assert Reconciliation.from_json(written()).claims[0].id == "a"
    told = "claim 1: Claim has no field 'price' (name the class that has it, as in from_json(text, MyClass))"
    with pytest.raises(ClaimError) as found:
        Reconciliation.from_json(written(price=2))
    assert str(found.value) == told


def test_a_claim_of_a_result_that_cannot_be_read_is_told_as_any_other() -> None:
    with pytest.raises(ClaimError) as found:
        Reconciliation.from_json(written(price=2).replace('"price": 2.0', '"price": "two"'), Priced)
    assert str(found.value) == "claim 1, price: not a number: 'two' (write digits, without quotation marks)"
