"""Prevent decisions of people from going untested: rulings on claims, and what outlets watch.

>>> from hypothesis import find
>>> find(rulings(), lambda r: True).kind
'withdrawn'
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.claims import Claim
from reconcile.claims.ruling import Ruling, RulingKind
from reconcile.diff.coverage import Coverage
from reconcile.strategies.claimed import claims
from reconcile.strategies.listed import places
from reconcile.strategies.times import periods

_KINDS: tuple[RulingKind, ...] = ("withdrawn", "both-stand", "frames-differ", "same-event", "not-same-event")
_WORDS = st.sampled_from(["desk", "editor", "محرر"])


@st.composite
def rulings(draw: st.DrawFn) -> Ruling:
    """Return rulings on one claim or two, with the hash of the claims as they were drawn.

    >>> from hypothesis import find
    >>> len(find(rulings(), lambda r: r.kind == "same-event").claims)
    2
    """
    kind = draw(st.sampled_from(_KINDS))
    size = 1 if kind == "withdrawn" else 2
    some: list[Claim] = draw(st.lists(claims(), min_size=size, max_size=size, unique_by=lambda claim: claim.id))
    who, why, when = draw(_WORDS), draw(_WORDS), draw(periods(allow_unknown=False))
    return Ruling.on(some, kind=kind, who=who, why=why, when=when)


def coverages() -> SearchStrategy[Coverage]:
    """Return rows of a table of which outlet watches which place and period.

    >>> from hypothesis import find
    >>> find(coverages(), lambda row: True).outlet
    'Rudaw'
    """
    outlets = st.sampled_from(["Rudaw", "Kurdistan 24", "إيلاف"])
    return st.builds(Coverage, outlet=outlets, places=st.none() | places(), period=st.none() | periods())
