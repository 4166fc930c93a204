"""Laws of claims: nothing written is lost, ids follow from content, evidence is proved, bad input is told."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from reconcile import Claim, ClaimError, Disputed, Identity, Period, Quantity, Source
from reconcile import strategies as rs
from reconcile.claims import specs
from reconcile.io import claim_from, verify_evidence
from reconcile.strategies.about import CHARACTERS
from reconcile.testing import assert_bad_input


class Ward(Claim):
    """A claim of another domain, with fields of every kind."""

    opens: Period | None = None
    beds: Annotated[Quantity | None, Disputed(rel_tol=0.1)] = None
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    hospital: Annotated[str | None, Identity()] = None
    floors: Annotated[int, Field(ge=1, le=99)] = 1
    share: float | None = None
    tags: tuple[str, ...] = ()


any_claim = rs.claims() | rs.claims(Ward)


@given(any_claim)
def test_claims_survive_json(claim: Claim) -> None:
    back = type(claim).model_validate_json(claim.to_json())
    assert back == claim
    assert back.to_json() == claim.to_json()


@given(any_claim)
def test_claims_survive_the_careful_reader(claim: Claim) -> None:
    assert claim_from(json.loads(claim.to_json()), type(claim)) == claim


@given(any_claim)
def test_ids_follow_from_content(claim: Claim) -> None:
    again = type(claim)(**{**dict(claim), "id": ""})
    assert again.id == claim.id
    other = type(claim)(**{**dict(claim), "id": "", "credibility": 1 if claim.credibility != 1 else 2})
    assert other.id != claim.id


@given(any_claim)
def test_claims_are_hashable_and_frozen(claim: Claim) -> None:
    assert hash(claim) == hash(claim.model_copy())
    try:
        claim.key = "other"
    except ValidationError:
        return
    raise AssertionError("a claim took a new key")


@given(rs.sources())
def test_the_voice_is_the_organization_else_the_speaker_else_the_first_outlet(source: Source) -> None:
    said = [name for name in (source.organization, source.speaker, *reversed((source.outlet, *source.via))) if name]
    assert source.voice == said[0]
    assert source.chain[0] == source.outlet
    assert source.carrier == source.chain[-1]


def test_a_field_is_told_apart_by_its_type_and_its_mark() -> None:
    roles = {spec.name: (spec.weighs, spec.compared) for spec in specs(Ward)}
    assert roles["opens"] == (False, True)
    assert roles["beds"] == (False, True)
    assert roles["hospital"] == (True, False)
    assert roles["places"] == (True, True)
    assert roles["count"] == (False, True)
    assert roles["about"] == (True, False)


# --- evidence ---------------------------------------------------------------------------------------------------------


@given(rs.documents())
def test_true_evidence_is_proved(paper: rs.Document) -> None:
    assert [one.problem(paper.text) for one in paper.evidence] == [None] * len(paper.evidence)


@given(rs.documents(), st.data())
def test_one_changed_letter_is_noticed(paper: rs.Document, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(paper.text) - 1))
    other = data.draw(st.sampled_from("xyع "))
    changed = paper.text[:at] + other + paper.text[at + 1 :]
    assume(changed != paper.text)
    assert all(one.problem(changed) for one in paper.evidence)


@given(rs.documents(), st.booleans())
def test_evidence_of_claims_is_verified(paper: rs.Document, spoil: bool) -> None:
    claim = Claim(about="x", evidence=paper.evidence, source={"outlet": "A", "document": paper.name})
    text = paper.text + "!" if spoil else paper.text
    found = verify_evidence([claim], {paper.name: text}, errors="collect")
    assert len(found) == (len(paper.evidence) if spoil else 0)
    assert all(claim.id in str(one) for one in found)


# --- bad input --------------------------------------------------------------------------------------------------------

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(CHARACTERS, max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(CHARACTERS, max_size=5), inner, max_size=3),
    max_leaves=8,
)
odd_records = st.dictionaries(st.sampled_from([*Claim.model_fields, "low", "coutn"]), json_values, max_size=5)


@given(rs.bad_claims())
def test_bad_fields_are_named_with_their_repair(bad: rs.BadClaim) -> None:
    assert_bad_input(claim_from, bad.data, field=bad.field)
    with pytest.raises(ClaimError) as caught:
        claim_from(bad.data)
    assert any(bad.repair in one.repair.lower() for one in caught.value.errors)
    assert isinstance(claim_from(bad.mended), Claim)


@given(json_values | odd_records | odd_records.map(lambda record: {**record, "about": "x", "source": "A"}))
def test_any_json_is_a_claim_or_an_error_that_says_where(data: Any) -> None:
    assert_bad_input(claim_from, data)


@given(any_claim, st.data())
def test_one_odd_value_among_good_ones_is_told(claim: Claim, data: st.DataObject) -> None:
    record = json.loads(claim.to_json())
    name = data.draw(st.sampled_from(sorted(record)))
    assert_bad_input(lambda given: claim_from(given, type(claim)), {**record, name: data.draw(json_values)})
