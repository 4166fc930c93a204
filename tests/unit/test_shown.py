"""What a prompt shows of results is short; what is misspelt, dangling or empty is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

import reconcile as rc


def claim(claim_id: str, **fields: object) -> rc.Claim:
    return rc.Claim(
        **{"id": claim_id, "event_type": "strike", "about": "strike at the port", "source": claim_id, **fields}
    )


RESULT = rc.reconcile([claim("a", count=2), claim("b", count=3)])


@pytest.mark.parametrize(
    "shown",
    [RESULT, RESULT.events[0], RESULT.conflicts[0], RESULT.events[0].accounts[0], RESULT.conflicts[0].positions[0]],
    ids=lambda one: type(one).__name__,
)
def test_the_prompt_shows_one_short_line(shown: object) -> None:
    text = repr(shown)
    assert text.startswith(f"{type(shown).__name__}(")
    assert len(text) < 120
    assert "Claim(" not in text
    assert "\n" not in text


def test_values_are_shown_in_short() -> None:
    assert "contradiction in count, 2 | 3" in repr(RESULT.conflicts[0])
    assert repr(RESULT) == "Reconciliation(2 claims, 1 event, 1 conflict, 0 differences)"


def test_a_denial_of_a_claim_that_nobody_gave_is_told_and_reaches_by_what_it_says() -> None:
    denial = claim("d", polarity="denied", refers=[{"kind": "denies", "claim": "typo"}])
    result = rc.reconcile([claim("a"), denial])
    assert result.notes == ("d denies typo, which is not among the claims",)
    assert [one.kind for one in result.conflicts] == [rc.Kind.DENIAL]


def test_a_denial_of_a_claim_that_was_given_reaches_no_other() -> None:
    denial = claim("d", polarity="denied", refers=[{"kind": "denies", "claim": "b"}])
    result = rc.reconcile([claim("a"), claim("b", about="strike at the mine", places=["Basra"]), denial])
    assert result.notes == ()
    assert [{one.id for one in found.claims} for found in result.conflicts] == [{"b", "d"}]


def test_an_unknown_field_has_no_history() -> None:
    with pytest.raises(rc.ClaimError, match=r"no field 'cuont' \(one of about, count"):
        RESULT.history("a", "cuont")


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(rc.ClaimError, match="no language 'fr'"):
        RESULT.conflicts[0].explain(language="fr")  # pyright: ignore[reportArgumentType]


def test_blanks_are_no_subject() -> None:
    with pytest.raises(ValidationError, match="about"):
        rc.Claim(about=" \n", source="A")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-32-be"])
def test_other_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "claims.jsonl"
    mark = b"\x00\x00\xfe\xff" if encoding == "utf-32-be" else b""
    path.write_bytes(mark + '{"about": "x", "source": "A"}\n'.encode(encoding))
    with pytest.raises(rc.ClaimError, match=f"in {encoding[:6].upper()}, not UTF-8"):
        rc.read_claims(path)
