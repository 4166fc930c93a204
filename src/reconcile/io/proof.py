"""Prevent evidence that proves nothing: every offset, quotation and hash is held against the document's own text.

>>> from reconcile.claims import Evidence
>>> text = "Two centres were agreed."
>>> claim = Claim(id="a", about="x", source={"outlet": "R", "document": "d"}, evidence=[Evidence.of(text, "Two")])
>>> verify_evidence([claim], {"d": text})
()
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, cast

from reconcile.claims import Claim, Evidence, digest
from reconcile.errors import ClaimError, shown
from reconcile.io.documents import Folder

Documents = Mapping[str, str] | str | os.PathLike[str]


def verify_evidence(
    claims: Iterable[Claim],
    documents: Documents,
    *,
    errors: Literal["raise", "collect"] = "raise",
    missing: Literal["error", "skip"] = "error",
) -> tuple[ClaimError, ...]:
    """Prove the evidence of claims against the documents it points into.

    Args:
        claims: claims whose evidence names a document, or whose source does.
        documents: the text of each document by its id, or a folder of text files in UTF-8 whose names without the
            ending are the ids. Files are read without translating line ends, so that offsets hold.
        errors: `"raise"` raises all errors as one; `"collect"` returns them.
        missing: `"skip"` passes over documents that are not there.

    Returns:
        One error for each piece of evidence that is not proved, with claim, offset and the text found there.

    Raises:
        ClaimError: evidence is not proved, unless errors are collected.

    >>> claim = Claim(id="a", about="x", source={"outlet": "R", "document": "d"}, evidence=[Evidence.of("ab", "ab")])
    >>> print(*verify_evidence([claim], {"d": "xb"}, errors="collect"))
    claim 'a', evidence 0, document 'd': at offset 0–2 stands 'xb', not the words quoted (find the words anew)
    """
    texts = documents if isinstance(documents, Mapping) else Folder(documents)
    library = _Library(cast("Mapping[str, str]", texts), skip=missing == "skip")
    found = tuple(error for claim in claims for error in _unproved(claim, library))
    if found and errors == "raise":
        raise ClaimError.gather(found)
    return found


class _Library:
    """The documents, each with the hash of its text, which is computed once."""

    def __init__(self, texts: Mapping[str, str], *, skip: bool) -> None:
        self._texts, self._skip = texts, skip
        self._known: dict[str, tuple[str, str] | ClaimError | None] = {}

    def get(self, name: str) -> tuple[str, str] | ClaimError | None:
        """Return a document's text and hash, why it cannot be read, or None where it is passed over."""
        if name not in self._known:
            self._known[name] = self._load(name)
        return self._known[name]

    def _load(self, name: str) -> tuple[str, str] | ClaimError | None:
        try:
            text = self._texts[name]
        except KeyError:
            return (
                None if self._skip else ClaimError("there is no such document", repair="add it, or skip missing ones")
            )
        except ClaimError as error:
            return error
        if not isinstance(text, str):
            return ClaimError(f"not the text of a document: {shown(text)}", repair="give a string")
        return text, digest(text)


def _unproved(claim: Claim, library: _Library) -> Iterator[ClaimError]:
    for number, evidence in enumerate(claim.evidence):
        where = f"claim {shown(claim.id)}, evidence {number}"
        name = evidence.document or claim.source.document
        if name is None:
            yield ClaimError("names no document", where=where, repair="give source.document or the evidence's document")
            continue
        held = library.get(name)
        error = held if isinstance(held, ClaimError) else held and _problem(evidence, *held)
        if error:
            yield error.at(f"{where}, document {shown(name)}")


def _problem(evidence: Evidence, text: str, sha256: str) -> ClaimError | None:
    words = text[evidence.start : evidence.end]
    same_words = evidence.quote in (None, words) and evidence.quote_sha256 in (None, digest(words))
    if evidence.end <= len(text) and same_words and sha256 == evidence.sha256:
        return None
    found = evidence.problem(text) or "not proved"
    return ClaimError(found, repair="find the words anew" if not same_words else "use the document as it was")
