"""Prevent a conflict that nobody can weigh or cite: its id is made of its content, its severity has its reasons.

>>> severity(Kind.DENIAL, [], readings=0), severity(Kind.DISCREPANCY, [], readings=1)
(0.9, 0.45)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from reconcile.claims import Claim
from reconcile.diff.model import Breadth, Conflict, Kind, Position
from reconcile.diff.readings.timing import one_document
from reconcile.diff.readings.verdict import Verdict
from reconcile.diff.voices.lineage import Lineage


def conflict(
    kind: Kind,
    positions: Sequence[Position],
    *,
    field: str,
    events: tuple[str, ...],
    lineage: Lineage,
    verdict: Verdict,
    pairs: Sequence[tuple[Claim, Claim]],
    softened: int | None = None,
    breadth: Breadth | None = None,
) -> Conflict:
    """Return a conflict with its id, severity and what both sides share.

    Args:
        kind: its kind.
        positions: what stands against each other.
        field: the field.
        events: the ids of the events concerned.
        lineage: tells whose voice a claim is.
        verdict: the readings.
        pairs: the claims that it opposes, two by two, as far as they have anything in common.
        softened: how many kinds of readings lower the severity; by default those of the verdict.
        breadth: of a denial, its breadth.
    """
    return Conflict(
        id=_id(kind, field, positions),
        kind=kind,
        events=events,
        field=field,
        positions=tuple(positions),
        readings=verdict.readings,
        severity=severity(
            kind,
            positions,
            readings=len({one.kind for one in verdict.readings}) if softened is None else softened,
            breadth=breadth,
            weigh_sources=lineage.weigh_sources,
        ),
        breadth=breadth,
        same_voice=any(_one_voice(a, b, lineage) for a, b in pairs),
        same_document=any(one_document(a, b) for a, b in pairs),
        same_outlet=any(a.source.outlet == b.source.outlet for a, b in pairs),
    )


def _one_voice(a: Claim, b: Claim, lineage: Lineage) -> bool:
    return a.source.named and b.source.named and lineage.voice(a) == lineage.voice(b)


_BASE = {
    Kind.DENIAL: 0.9,
    Kind.CONTRADICTION: 0.8,
    Kind.DISCREPANCY: 0.5,
    Kind.REVISION: 0.2,
    Kind.DIFFERENCE: 0.2,
}
_BREADTH: dict[Breadth | None, float] = {None: 1.0, "whole": 1.0, "partial": 0.8, "unknown": 0.6}


def severity(
    kind: Kind,
    positions: Sequence[Position],
    *,
    readings: int,
    breadth: Breadth | None = None,
    weigh_sources: bool = False,
) -> float:
    """Return how much a conflict matters, 0 to 1: by kind and breadth, less for each reading and for unnamed voices.

    Args:
        kind: its kind.
        positions: what stands against each other.
        readings: how many readings there are; each takes off a tenth of what is left.
        breadth: of a denial, its breadth.
        weigh_sources: lower it by the better grade of the weaker side; unknown grades (F and 6) lower nothing.

    >>> severity(Kind.CONTRADICTION, [], readings=0) > severity(Kind.CONTRADICTION, [], readings=1)
    True
    """
    unnamed = any(not position.voices for position in positions)
    graded = min((_grade(position) for position in positions), default=1.0) if weigh_sources else 1.0
    return round(_BASE[kind] * _BREADTH[breadth] * 0.9**readings * (0.8 if unnamed else 1.0) * graded, 4)


_RELIABILITY = {"A": 1.0, "B": 0.9, "C": 0.8, "D": 0.65, "E": 0.5}
_CREDIBILITY = {1: 1.0, 2: 0.9, 3: 0.8, 4: 0.65, 5: 0.5}


def _grade(position: Position) -> float:
    """Return the best grade among the claims of a position, on both axes of the Admiralty scale."""
    return max(
        _RELIABILITY.get(claim.source.reliability or "F", 1.0) * _CREDIBILITY.get(claim.credibility or 6, 1.0)
        for claim in position.claims
    )


def _id(kind: Kind, field: str, positions: Sequence[Position]) -> str:
    parts = [kind.value, field, [[*position.ids, str(position.value)] for position in positions]]
    text = json.dumps(parts)
    return "k" + hashlib.sha256(text.encode()).hexdigest()[:16]
