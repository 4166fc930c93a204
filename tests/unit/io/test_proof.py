from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Claim, ClaimError, Evidence
from reconcile.io import verify_evidence

TEXT = "قرر الجانبان\u00a0فتح مركزين.\r\nLine 𝒳 two é."


def claim(text: str = TEXT, words: str = "مركزين", document: str | None = "k24", *, keep: bool = False) -> Claim:
    evidence = Evidence.of(text, words, keep_quote=keep)
    return Claim.model_validate(
        {"id": "a", "about": "x", "source": {"outlet": "R", "document": document}, "evidence": [evidence]}
    )


def test_true_evidence_is_proved_in_a_folder_and_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "k24.txt").write_bytes(TEXT.encode())
    assert verify_evidence([claim()], tmp_path) == ()
    assert verify_evidence([claim(keep=True)], {"k24": TEXT}) == ()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (TEXT.replace("مركزين", "مركزان"), "stands 'مركزان', not the words quoted"),
        (TEXT.replace("é", "e"), "the document is not the one of the SHA-256; at offset 17–23 stands 'مركزين'"),
        (TEXT[:10], "lies beyond the document's 10 code points"),
    ],
)
def test_a_changed_document_is_named_with_offset_and_words(changed: str, found: str) -> None:
    (error,) = verify_evidence([claim()], {"k24": changed}, errors="collect")
    assert error.where == "claim 'a', evidence 0, document 'k24'"
    assert found in error.found
    with pytest.raises(ClaimError, match="claim 'a'"):
        verify_evidence([claim()], {"k24": changed})


def test_missing_documents(tmp_path: Path) -> None:
    assert "no such document" in str(verify_evidence([claim()], tmp_path, errors="collect")[0])
    assert verify_evidence([claim()], tmp_path, missing="skip") == ()
    assert "names no document" in str(verify_evidence([claim(document=None)], {}, errors="collect")[0])


def test_folders_that_cannot_serve(tmp_path: Path) -> None:
    with pytest.raises(ClaimError, match="no folder of documents"):
        verify_evidence([claim()], tmp_path / "none")
    (tmp_path / "k24.txt").write_bytes(b"\xff")
    assert "not UTF-8 at byte 0" in str(verify_evidence([claim()], tmp_path, errors="collect")[0])
    (tmp_path / "k24.md").write_text("x")
    assert "2 files have the name" in str(verify_evidence([claim()], tmp_path, errors="collect")[0])


def test_a_document_id_never_leaves_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "k24.txt").write_bytes(TEXT.encode())
    (error,) = verify_evidence([claim(document="../k24")], tmp_path / "in", errors="collect")
    assert "no such document" in str(error)


def test_a_text_that_is_none() -> None:
    (error,) = verify_evidence([claim()], {"k24": 5}, errors="collect")  # pyright: ignore
    assert "not the text of a document" in str(error)
