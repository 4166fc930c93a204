"""Prevent copies from passing for witnesses in tests: reprints of a claim, each dependent on it by what it states.

>>> from hypothesis import find
>>> from reconcile import Claim
>>> claim = Claim(event_type="x", count=2, source="A")
>>> find(reprints_of(claim), lambda copy: True).source.chain
('B', 'A')
"""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.claims import Claim, Evidence, Reference, Source
from reconcile.strategies.about import words
from reconcile.strategies.arguments import check_type, strategy_or
from reconcile.strategies.sourced import OUTLETS

C = TypeVar("C", bound=Claim)
_LONGEST_CHAIN = 50


def reprints_of(
    claim: C, *, outlets: SearchStrategy[str] | None = None, documents: SearchStrategy[str | None] | None = None
) -> SearchStrategy[C]:
    """Return claims that say what `claim` says because it did: none of them is another witness.

    A reprint came through the whole chain of the claim, or quotes it, or quotes the very words that it quotes.

    Args:
        claim: the claim that is copied.
        outlets: the outlets that reprint it; the claim's own outlet is left out.
        documents: the documents that the reprints stand in, or None where that is not said.

    Raises:
        InvalidArgument: `claim` is no claim, or an argument is no strategy.

    >>> from hypothesis import find
    >>> claim = Claim(event_type="x", source="A")
    >>> find(reprints_of(claim), lambda copy: copy.refers).refers[0].claim == claim.id
    True
    """
    check_type(claim, Claim, "claim")
    outlet = strategy_or(outlets, _OUTLETS, "outlets")
    document = strategy_or(documents, _DOCUMENTS, "documents")
    ways = [_quoting(claim), _same_words(claim)]
    if len(claim.source.chain) < _LONGEST_CHAIN:
        ways.insert(0, _through_chain(claim))
    return st.builds(
        partial(_copy, claim),
        st.one_of([way for way in ways if way is not None]),
        outlet.filter(lambda name: name != claim.source.outlet),
        document,
        st.sampled_from([claim.reported, None]),
    )


_OUTLETS = st.sampled_from(OUTLETS) | words()
_DOCUMENTS = st.none() | words()
Way = SearchStrategy[dict[str, Any]]


def _through_chain(claim: Claim) -> Way:
    basis = st.sampled_from(["wire", "unknown", claim.source.basis])
    return basis.map(lambda basis: {"source": {"via": claim.source.chain, "basis": basis}})


def _quoting(claim: Claim) -> Way:
    quotes = (Reference(kind="quotes", claim=claim.id),)
    basis = st.sampled_from(["statement", "own-reporting", "unknown"])
    return basis.map(lambda basis: {"source": {"basis": basis, **_speaker(claim.source)}, "refers": quotes})


def _speaker(source: Source) -> dict[str, Any]:
    """Name the voice that is quoted: of an outlet's own words, the outlet."""
    if source.speaker or source.organization or not source.named:
        return {}
    return {"organization": source.carrier, "kind": "named"}


def _same_words(claim: Claim) -> Way | None:
    quoted = [e for e in claim.evidence if e.quote or e.quote_sha256]
    if not quoted:
        return None
    return st.sampled_from(quoted).map(
        lambda e: {"source": {"basis": "statement", **_speaker(claim.source)}, "evidence": (_elsewhere(e),)}
    )


def _elsewhere(found: Evidence) -> Evidence:
    """Return evidence for the same words at the head of another document."""
    size = found.end - found.start
    return found.model_copy(update={"start": 0, "end": size, "document": None, "sha256": "0" * 64})


def _copy(claim: C, way: dict[str, Any], outlet: str, document: str | None, reported: object) -> C:
    kept = claim.source.model_dump(exclude={"outlet", "via", "document", "url", "basis", "reliability"})
    source = {**kept, "outlet": outlet, "document": document, **way["source"]}
    fresh = {"id": "", "refers": (), "evidence": (), "reported": reported}
    fields = {name: getattr(claim, name) for name in type(claim).model_fields}
    return type(claim)(**{**fields, **fresh, **way, "source": source})
