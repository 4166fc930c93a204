"""Prevent a retracted figure from standing as if nothing had happened: a retraction is shown with what it takes back.

>>> from reconcile import Claim
>>> old = Claim(id="a", about="x", count=2, source="A")
>>> new = Claim(id="b", about="x", source="A", refers=[{"kind": "retracts", "claim": "a"}])
>>> [c.kind.value for c in withdrawals({"a": old, "b": new}, event_of={"a": "e", "b": "e"}, lineage=Lineage())]
['revision']
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claims import Claim
from reconcile.diff.conflicts import conflict
from reconcile.diff.denials.attach import side
from reconcile.diff.model import Conflict, Kind, Reading, Why
from reconcile.diff.readings.verdict import Verdict
from reconcile.diff.voices.lineage import Lineage


def withdrawals(claims: Mapping[str, Claim], *, event_of: Mapping[str, str], lineage: Lineage) -> tuple[Conflict, ...]:
    """Return a revision for each retraction: what was said, and who took it back.

    Args:
        claims: the claims by id.
        event_of: the event's id of each claim.
        lineage: how names are resolved.
    """
    pairs = [
        (claims[reference.claim], claim)
        for claim in claims.values()
        for reference in claim.refers
        if reference.kind == "retracts" and reference.claim in claims and reference.claim != claim.id
    ]
    return tuple(_revision(old, new, event_of, lineage) for old, new in sorted(pairs, key=lambda p: (p[0].id, p[1].id)))


def _revision(old: Claim, new: Claim, event_of: Mapping[str, str], lineage: Lineage) -> Conflict:
    reading = Reading(Why.CORRECTED.value, f"{new.id} retracts {old.id}", certain=True, claims=(old.id, new.id))
    taken_back = side([new], lineage, value="retracted")
    return conflict(
        Kind.REVISION,
        [side([old], lineage, value="affirmed"), taken_back],
        field="polarity",
        events=tuple(dict.fromkeys((event_of[old.id], event_of[new.id]))),
        verdict=Verdict(Kind.REVISION, (reading,)),
        pairs=[(old, new)],
        lineage=lineage,
    )
