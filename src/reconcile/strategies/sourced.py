"""Prevent tests from meeting outlets that speak for themselves only: chains, speakers, unnamed voices, statements.

>>> from hypothesis import find
>>> len(find(sources(), lambda source: source.carrier != source.outlet).chain)
2
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.claims import Source
from reconcile.strategies.about import words
from reconcile.strategies.arguments import check_size, strategy_or

OUTLETS = ("A", "B", "C", "Rudaw", "رووداو", "قناة العالم", "Kurdistan 24")


def sources(
    *,
    outlets: SearchStrategy[str] | None = None,
    speakers: SearchStrategy[str | None] | None = None,
    organizations: SearchStrategy[str | None] | None = None,
    documents: SearchStrategy[str | None] | None = None,
    max_chain: int = 3,
) -> SearchStrategy[Source]:
    """Return `Source`s: who carried a statement, through whom, and who is quoted.

    Args:
        outlets: names of outlets, of the one that published and of those it was taken from.
        speakers: the person quoted, or None.
        organizations: for whom the speaker speaks, or None.
        documents: the document, or None where it is not said.
        max_chain: the most outlets it came through beside the one that published it.

    Raises:
        InvalidArgument: an argument is no strategy, or `max_chain` no size.

    >>> from hypothesis import find
    >>> find(sources(), lambda source: True).outlet
    'A'
    """
    check_size(max_chain, "max_chain")
    unsaid = st.none() | words()
    outlet = strategy_or(outlets, st.sampled_from(OUTLETS) | words(), "outlets")
    return st.builds(
        Source,
        outlet=outlet,
        via=st.lists(outlet, max_size=max_chain).map(tuple),
        speaker=strategy_or(speakers, unsaid, "speakers"),
        role=unsaid,
        organization=strategy_or(organizations, unsaid, "organizations"),
        kind=st.sampled_from(["own", "named", "unnamed", "collective"]),
        basis=st.sampled_from(["unknown", "own-reporting", "statement", "wire", "social"]),
        document=strategy_or(documents, st.none() | st.sampled_from(["d1", "d2"]), "documents"),
        url=st.none() | st.just("https://example.org/1"),
        language=st.sampled_from([None, "en", "ar", "ckb"]),
        reliability=st.sampled_from([None, "A", "B", "C", "D", "E", "F"]),
    )
