"""Prevent tests from meeting outlets that speak for themselves only: chains, speakers, unnamed voices, statements.

>>> from hypothesis import find
>>> len(find(sources(), lambda source: source.carrier != source.outlet).chain)
2
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.claims import Source
from reconcile.strategies.about import names_among, perhaps
from reconcile.strategies.arguments import check_size, check_strategies, strategy_or

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
    check_strategies(speakers=speakers, organizations=organizations, documents=documents)
    outlet = strategy_or(outlets, _ANY_OUTLET, "outlets")
    return _sources(outlet, st.lists(outlet, max_size=max_chain), speakers, organizations, documents or _DOCUMENTS)


_ANY_OUTLET = names_among(OUTLETS)
_DOCUMENTS = st.sampled_from([None, None, "d1", "d2"])
_URLS = st.sampled_from([None, "https://example.org/1"])
_KINDS = st.sampled_from(["own", "named", "unnamed", "collective"])
_BASES = st.sampled_from(["unknown", "own-reporting", "statement", "wire", "social"])
_LANGUAGES = st.sampled_from([None, "en", "ar", "ckb"])
_GRADES = st.sampled_from([None, "A", "B", "C", "D", "E", "F"])
Names = SearchStrategy[str | None]


@composite
def _sources(
    draw: DrawFn,
    outlets: SearchStrategy[str],
    chains: SearchStrategy[list[str]],
    speakers: Names | None,
    organizations: Names | None,
    documents: Names,
) -> Source:
    told: dict[str, Any] = {
        "outlet": draw(outlets),
        "via": tuple(draw(chains)),
        "speaker": perhaps(draw, speakers),
        "role": perhaps(draw),
        "organization": perhaps(draw, organizations),
        "kind": draw(_KINDS),
        "basis": draw(_BASES),
        "document": draw(documents),
        "url": draw(_URLS),
        "language": draw(_LANGUAGES),
        "reliability": draw(_GRADES),
    }
    return Source(**told)
