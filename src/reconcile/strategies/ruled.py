"""Prevent decisions of people from going untested: rulings on claims, and what outlets watch.

>>> from hypothesis import find
>>> said = [Claim(id=x, about="centres", count=n, source=x) for n, x in enumerate("abc")]
>>> find(rulings(of=st.sampled_from(said)), lambda ruling: ruling.kind == "both-stand").claims
('a', 'b')
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.claims import Claim
from reconcile.claims.ruling import Ruling, RulingKind
from reconcile.diff.coverage import Coverage
from reconcile.strategies.arguments import strategy_or
from reconcile.strategies.claimed import claims
from reconcile.strategies.listed import places
from reconcile.strategies.times import periods
from reconcile.values import Period

_KINDS: tuple[RulingKind, ...] = ("withdrawn", "both-stand", "frames-differ", "same-event", "not-same-event")
_WORDS = st.sampled_from(["desk", "editor", "محرر"])


def rulings(*, of: SearchStrategy[Claim] | None = None) -> SearchStrategy[Ruling]:
    """Return rulings on one claim or two, with the hash of the claims as they were drawn.

    Args:
        of: the claims that are ruled on, such as `st.sampled_from(result.claims)`; by default any claims.

    Raises:
        InvalidArgument: `of` is no strategy.

    >>> from hypothesis import given, settings
    >>> said = [Claim(id=x, about="centres", count=n, source=x) for n, x in enumerate("abc")]
    >>> @given(rulings(of=st.sampled_from(said)))
    ... def test(ruling: Ruling) -> None:
    ...     assert (ruling.kind == "withdrawn") == (len(ruling.claims) == 1)
    >>> test()
    """
    each = strategy_or(of, claims(), "of")
    return _rulings(_several(each, 1), _several(each, 2), periods(allow_unknown=False))


def _several(each: SearchStrategy[Claim], size: int) -> SearchStrategy[list[Claim]]:
    return st.lists(each, min_size=size, max_size=size, unique_by=lambda claim: claim.id)


@st.composite
def _rulings(
    draw: st.DrawFn,
    one: SearchStrategy[list[Claim]],
    two: SearchStrategy[list[Claim]],
    times: SearchStrategy[Period],
) -> Ruling:
    kind = draw(st.sampled_from(_KINDS))
    some = draw(one if kind == "withdrawn" else two)
    return Ruling.on(some, kind=kind, who=draw(_WORDS), why=draw(_WORDS), when=draw(times))


def coverages() -> SearchStrategy[Coverage]:
    """Return rows of a table of which outlet watches which place and period.

    >>> from hypothesis import find
    >>> find(coverages(), lambda row: True).outlet
    'Rudaw'
    """
    outlets = st.sampled_from(["Rudaw", "Kurdistan 24", "إيلاف"])
    return st.builds(Coverage, outlet=outlets, places=st.none() | places(), period=st.none() | periods())
