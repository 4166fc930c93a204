"""Law 10 for files: whatever bytes come in, claims or a `ClaimError` come out, and never another exception."""

from __future__ import annotations

import contextlib
import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reconcile.claims import Claim, Evidence, digest
from reconcile.errors import ClaimError
from reconcile.io import Claims, claim_from, read_claims, verify_evidence, write_claims
from reconcile.io.strict_json import parse_json
from reconcile.strategies.about import CHARACTERS

FIELDS = [*Claim.model_fields, "coutn", "low", "high", "name", "items", "outlet", "lower", "upper", "text", "\ud800"]
WORDS = st.one_of(
    st.text(CHARACTERS, max_size=20),
    st.sampled_from(
        [
            "2020-10",
            "أكثر من 40",
            "NaN",
            "x" * 20_000,
            "\ud800",
            "\u202e",
            "",
            " ",
            "=1+1",
            "agreed",
            "affirmed",
            "0" * 64,
        ]
    ),
)
NUMBERS = st.one_of(
    st.integers(), st.floats(), st.sampled_from([10**18, 10**18 + 1, 10**4299, -(10**400), 1e308, -0.0])
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(FIELDS) | st.text(CHARACTERS, max_size=8), inner, max_size=4),
    ),
    max_leaves=12,
)
RECORDS = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8).map(
    lambda record: {"about": "x", "source": "Rudaw"} | record
)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


class Opening(Claim):
    """A user's claim with plain fields."""

    opens: float | None = None
    tags: tuple[str, ...] = ()
    extra: dict[str, int] | None = None


def read(data: bytes, ending: str, **options: Any) -> Claims[Claim] | None:
    """Read bytes both ways; the two must agree on whether there are errors."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"claims{ending}")
        path.write_bytes(data)
        collected = read_claims(path, Claim, Opening, errors="collect", **options)
        try:
            raised = read_claims(path, Claim, Opening, **options)
        except ClaimError as error:
            raised = error
    if isinstance(raised, ClaimError):
        assert len(raised.errors) == len(collected.errors)
        check_errors(raised)
    else:
        assert raised == collected
        assert not collected.errors
    return collected


def check_errors(error: ClaimError, start: str = "") -> None:
    """Check that every single error says where and what, in text that can be printed."""
    assert all(one.where.startswith(start) and one.found for one in error.errors)
    str(error).encode("utf-8")


@pytest.mark.parametrize("ending", [".jsonl", ".json", ".csv", ".jsonl.gz", ".csv.gz"])
@given(data=st.binary(max_size=300))
@example(data=b"")
@example(data=b"\xef\xbb\xbf")
@example(data=b'"' * 50)
@example(data=b"[" * 10_000)
@example(data=b'{"a":' * 5_000)
def test_any_bytes(ending: str, data: bytes) -> None:
    read(data, ending)


@SLOW
@given(records=st.lists(RECORDS, min_size=1, max_size=4))
def test_any_records_in_a_file(records: list[dict[str, Any]]) -> None:
    text = "\n".join(json.dumps(record) for record in records)
    for ending, data in ((".jsonl", text.encode()), (".json", f"[{','.join(text.splitlines())}]".encode())):
        claims = read(data, ending)
        assert claims is not None
        assert len(claims) + len(claims.errors) >= len(records)


@SLOW
@given(record=st.one_of(RECORDS, JSON))
def test_any_object_is_a_claim_or_an_error(record: object) -> None:
    for claim_type in (Claim, Opening):
        try:
            claim = claim_from(record, claim_type, where="line 1")
        except ClaimError as error:
            check_errors(error, "line 1")
        else:
            assert claim_from(json.loads(claim.to_json()), claim_type) == claim


@SLOW
@given(
    header=st.lists(
        st.sampled_from(
            [*Claim.model_fields, "source.outlet", "count.low", "count.of", "when.lower", "evidence.start"]
        ),
        max_size=6,
    ),
    rows=st.lists(st.lists(st.text(CHARACTERS, max_size=12) | WORDS, max_size=6), max_size=3),
)
def test_any_table(header: list[str], rows: list[list[str]]) -> None:
    lines = [",".join(header), *(",".join(json.dumps(cell, ensure_ascii=False) for cell in row) for row in rows)]
    read("\n".join(lines).encode("utf-8", "surrogatepass"), ".csv")


@given(value=JSON)
def test_strict_parsing_changes_nothing(value: object) -> None:
    text = json.dumps(value)
    with contextlib.suppress(ClaimError):
        assert repr(parse_json(text.encode())) == repr(json.loads(text))


@given(keys=st.lists(st.sampled_from(["a", "b", "c:", '"', "é", ":"]), min_size=1, max_size=5), escape=st.booleans())
def test_a_repeated_key_is_always_found(keys: list[str], escape: bool) -> None:
    written = [json.dumps(key, ensure_ascii=escape).replace(":", "\\u003a" if escape else ":") for key in keys]
    text = "{" + ",".join(f"{key}: ':'".replace("'", '"') for key in written) + "}"
    if len(set(keys)) == len(keys):
        assert parse_json(text.encode()) == dict.fromkeys(keys, ":")
    else:
        with pytest.raises(ClaimError, match="twice"):
            parse_json(text.encode())


@given(data=st.binary(max_size=200), cut=st.integers(0, 60))
def test_a_damaged_archive(data: bytes, cut: int) -> None:
    read(gzip.compress(data)[: -cut or None], ".jsonl.gz")


@SLOW
@given(records=st.lists(RECORDS, max_size=5), packed=st.booleans())
def test_what_is_written_reads_back(records: list[dict[str, Any]], packed: bool) -> None:
    claims: dict[str, Claim] = {}
    for record in records:
        try:
            claim = claim_from(record)
        except ClaimError:
            continue
        claims.setdefault(claim.id, claim)
    if not claims:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.jsonl.gz" if packed else "claims.jsonl")
        write_claims(claims.values(), path)
        assert read_claims(path) == list(claims.values())
        assert [file.name for file in Path(folder).iterdir()] == [path.name]


@given(text=st.text(CHARACTERS, min_size=1, max_size=40), data=st.data())
def test_evidence_is_proved_by_its_text_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    evidence = Evidence(start=start, end=end, sha256=digest(text), quote_sha256=digest(words))
    claim = Claim(id="a", about="x", source={"outlet": "R", "document": "d"}, evidence=[evidence])  # pyright: ignore
    assert verify_evidence([claim], {"d": text}) == ()
    for other in (text + "x", text[:-1], text[:start] + "\u0000" + text[start + 1 :]):
        if other != text:
            assert len(verify_evidence([claim], {"d": other}, errors="collect")) == 1
