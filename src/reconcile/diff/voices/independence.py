"""Prevent one press statement in forty outlets from counting as forty witnesses.

Two claims are `independent` only where that is shown: named voices that differ, chains that share no outlet, and a
stated basis on both sides. Anything shared makes them `dependent`, with the reason; the rest is `unknown`, which
never counts as independent.

>>> from reconcile import Claim
>>> a = Claim(about="x", source={"outlet": "A", "basis": "own-reporting"})
>>> b = Claim(about="x", source={"outlet": "B", "via": ["A"], "basis": "wire"})
>>> link(a, b).reason
'both through A'
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.claims import Claim
from reconcile.diff.model import Independence
from reconcile.diff.readings.timing import order
from reconcile.diff.voices.lineage import Lineage


@dataclass(frozen=True, slots=True)
class Link:
    """Whether two claims are independent, and why.

    Attributes:
        independence: independent, dependent or unknown.
        reason: what makes them dependent or leaves it unknown; empty where independent.
        strength: of a dependence, 1 where a shared outlet, document or quotation is stated, 0.9 where it is near-equal
            wording, 0.5 where only the voice is one; else 0.
    """

    independence: Independence
    reason: str = ""
    strength: float = 0.0


_WORDING = "near-equal wording"


def link(a: Claim, b: Claim, *, lineage: Lineage | None = None) -> Link:
    """Return whether claims `a` and `b` are independent of each other, and the reason.

    Args:
        a: a claim.
        b: another.
        lineage: how names are resolved and outlets belong together.
    """
    lineage = lineage or Lineage()
    reason = shared_origin(a, b, lineage)
    if reason:
        return Link("dependent", reason, 0.9 if reason == _WORDING else 1.0)
    if lineage.voice(a) == lineage.voice(b):
        return Link("dependent", f"the same voice, {a.source.voice}", 0.5)
    speakers = [claim.source.speaker for claim in (a, b) if claim.source.named and claim.source.speaker is not None]
    if len(speakers) == 2 and lineage.key(speakers[0]) == lineage.key(speakers[1]):
        return Link("dependent", f"the same speaker, {speakers[0]}", 0.5)
    if lineage.aliases(a) & lineage.aliases(b):
        return Link("unknown", f"{a.source.voice} and {b.source.voice} may be one voice")
    unsure = next((d for claim in (a, b) if (d := doubt(claim))), "")
    return Link("unknown", unsure) if unsure else Link("independent")


def shared_origin(a: Claim, b: Claim, lineage: Lineage) -> str:
    """Return what the two claims came through together, or an empty string.

    Args:
        a: a claim.
        b: another.
        lineage: how names are resolved and outlets belong together.
    """
    first, second = lineage.chain(a), lineage.chain(b)
    common = sorted(first.keys() & second.keys())
    if common:
        return f"both through {first[common[0]]}"
    if a.source.document is not None and a.source.document == b.source.document:
        return "one document"
    if a.source.url is not None and a.source.url == b.source.url:
        return "one address"
    return _quotation(a, b, lineage)


def _quotation(a: Claim, b: Claim, lineage: Lineage) -> str:
    quoted = {r.claim for r in a.refers if r.kind == "quotes"} | {r.claim for r in b.refers if r.kind == "quotes"}
    if quoted & {a.id, b.id} or _targets(a) & _targets(b):
        return "one quotes the other's statement"
    words = {e.quote_sha256 or e.quote for e in a.evidence} & {e.quote_sha256 or e.quote for e in b.evidence}
    if words - {None}:
        return "the same quoted words"
    if a.id in lineage.wording and lineage.wording[a.id] == lineage.wording.get(b.id):
        return _WORDING
    statement = a.source.basis == b.source.basis == "statement" and "own" not in (
        a.source.kind,
        b.source.kind,
    )
    if statement and lineage.voice(a) == lineage.voice(b) and order(a, b) in ("same", "unknown"):
        return f"one statement of {a.source.voice}"
    return ""


def _targets(claim: Claim) -> set[str]:
    return {reference.claim for reference in claim.refers if reference.kind == "quotes"}


def doubtful(claim: Claim) -> bool:
    """Return whether `doubt` has a reason: most claims are only counted, and no reason need be put into words.

    Args:
        claim: a claim.
    """
    source = claim.source
    if source.basis == "unknown" or not source.named:
        return True
    return source.basis == "wire" and not (source.via or _targets(claim))


def doubt(claim: Claim) -> str:
    """Return why a claim cannot be shown to be independent of others, or an empty string.

    Args:
        claim: a claim.
    """
    if not doubtful(claim):
        return ""
    if not claim.source.named:
        return f"{claim.source.voice} is {claim.source.kind}"
    if claim.source.basis == "wire":
        return f"which wire {claim.source.outlet} took it from is unknown"
    return f"what {claim.source.outlet} rests on is unknown"
