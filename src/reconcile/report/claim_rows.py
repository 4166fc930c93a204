"""Prevent a claim from being only an id: each is listed with who says what, through whom, when and on what evidence.

>>> from reconcile.claims import Claim
>>> claim_row(Claim(id="a", about="centres", count=2, source="Rudaw"), "E1").says
'“centres”: 2'
"""

from __future__ import annotations

from typing import NamedTuple

from reconcile.claims import Claim, Evidence
from reconcile.report.explain import stated_values
from reconcile.report.who import voice_words, way_words
from reconcile.report.words import listed, named

HEADINGS = ("Claim", "Event", "Who", "Through, when", "Says", "Evidence")
_MOST = 4


class ClaimRow(NamedTuple):
    """One claim in words.

    Attributes:
        id: the claim's id.
        event: the mark of its event.
        who: its voice.
        way: through whom, and when.
        says: what it says.
        evidence: where it stands.
    """

    id: str
    event: str
    who: str
    way: str
    says: str
    evidence: str


def claim_row(claim: Claim, event: str) -> ClaimRow:
    """Return one claim in words.

    Args:
        claim: the claim.
        event: the mark of its event.
    """
    return ClaimRow(claim.id, event, voice_words(claim), way_words(claim), _says(claim), _evidence(claim))


def _says(claim: Claim) -> str:
    about = f"“{named(claim.about.text)}”" if claim.about is not None else named(str(claim.event_type))
    values = stated_values(claim)
    said = f"{about}: {values}" if values else about
    return f"denies {said}" if claim.polarity == "denied" else said


def _evidence(claim: Claim) -> str:
    parts: dict[str, list[str]] = {}
    for one in claim.evidence:
        parts.setdefault(one.document or claim.source.document or "", []).append(_place(one))
    return "; ".join(_of(listed(dict.fromkeys(places), most=_MOST), name) for name, places in parts.items())


def _place(evidence: Evidence) -> str:
    return f"{evidence.part or 'document'} {evidence.start}–{evidence.end}"


def _of(places: str, document: str) -> str:
    return f"{places} of {named(document)}" if document else places
