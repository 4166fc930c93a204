"""Prevent copies from passing for witnesses in tests: reprints of a claim, each dependent on it by what it states.

>>> from hypothesis import find
>>> from reconcile import Claim
>>> claim = Claim(event_type="x", count=2, source="A")
>>> find(reprints_of(claim), lambda copy: True).source.chain
('B', 'A')
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.claims import Claim, Evidence, Reference, Source
from reconcile.diff.denials.targets import denied_by
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
    outlet = strategy_or(outlets, _OUTLETS, "outlets").filter(lambda name: name != claim.source.outlet)
    ways = _ways(len(claim.source.chain) < _LONGEST_CHAIN, bool(_quoted(claim)))
    return _copies(claim, ways, outlet, strategy_or(documents, _DOCUMENTS, "documents"))


# Made once: strategies are dear to make, and each claim that is copied asks for them anew.
_OUTLETS = st.sampled_from(OUTLETS) | words()
_DOCUMENTS = st.none() | words()
_WIRED = st.sampled_from(["wire", "unknown", ""])
_SAID = st.sampled_from(["statement", "own-reporting", "unknown"])
_DATED = st.sampled_from([True, False])
Told = dict[str, Any]
Way = Callable[[DrawFn, Claim], Told]


@composite
def _copies(
    draw: DrawFn, claim: C, ways: SearchStrategy[Way], outlets: SearchStrategy[str], documents: SearchStrategy[Any]
) -> C:
    told = draw(ways)(draw, claim)
    return _copy(claim, told, draw(outlets), draw(documents), claim.reported if draw(_DATED) else None)


@cache
def _ways(short: bool, quotes: bool) -> SearchStrategy[Way]:  # noqa: FBT001
    """Return the ways in which claims can be copied, those of a short chain and those that quote words."""
    known: list[tuple[Way, bool]] = [(_through_chain, short), (_quoting, True), (_same_words, quotes)]
    return st.sampled_from([way for way, may in known if may])


def _through_chain(draw: DrawFn, claim: Claim) -> Told:
    return {"source": {"via": claim.source.chain, "basis": draw(_WIRED) or claim.source.basis}}


def _quoting(draw: DrawFn, claim: Claim) -> Told:
    quotes = (*denied_by(claim), Reference(kind="quotes", claim=claim.id))
    return {"source": {"basis": draw(_SAID), **_speaker(claim.source)}, "refers": quotes}


def _speaker(source: Source) -> dict[str, Any]:
    """Name the voice that is quoted: of an outlet's own words, the outlet."""
    if source.speaker or source.organization or not source.named:
        return {}
    return {"organization": source.carrier, "kind": "named"}


def _quoted(claim: Claim) -> list[Evidence]:
    return [e for e in claim.evidence if e.quote or e.quote_sha256]


def _same_words(draw: DrawFn, claim: Claim) -> Told:
    found = draw(st.sampled_from(_quoted(claim)))
    return {"source": {"basis": "statement", **_speaker(claim.source)}, "evidence": (_elsewhere(found),)}


def _elsewhere(found: Evidence) -> Evidence:
    """Return evidence for the same words at the head of another document."""
    size = found.end - found.start
    return found.model_copy(update={"start": 0, "end": size, "document": None, "sha256": "0" * 64})


def _copy(claim: C, told: Told, outlet: str, document: str | None, reported: object) -> C:
    kept = claim.source.model_dump(exclude={"outlet", "via", "document", "url", "basis", "reliability"})
    source = {**kept, "outlet": outlet, "document": document, **told["source"]}
    fresh = {"id": "", "refers": denied_by(claim), "evidence": (), "reported": reported}
    fields = {name: getattr(claim, name) for name in type(claim).model_fields}
    return type(claim)(**{**fields, **fresh, **told, "source": source})
