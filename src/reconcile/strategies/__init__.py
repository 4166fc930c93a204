"""Prevent a test suite from knowing only the claims its author thought of: Hypothesis strategies for every public type.

Needs the extra `reconcile[hypothesis]`. With it, `st.from_type` knows all types of the house, and claim classes of
your own, without an import of this module.

>>> from hypothesis import given
>>> from reconcile import Claim
>>> from reconcile.strategies import claims
>>> @given(claims(Claim))
... def test_claims_survive_a_file(claim: Claim) -> None:
...     assert Claim.model_validate_json(claim.to_json()) == claim
>>> test_claims_survive_a_file()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.strategies.about import texts
    from reconcile.strategies.claimed import claims
    from reconcile.strategies.copies import reprints_of
    from reconcile.strategies.counts import quantities
    from reconcile.strategies.damaged import BadClaim, bad_claims
    from reconcile.strategies.denied import denials_of
    from reconcile.strategies.kinds import event_types, phases, relations
    from reconcile.strategies.listed import parties, places
    from reconcile.strategies.papers import Document, documents, evidence
    from reconcile.strategies.sourced import sources
    from reconcile.strategies.story import Story, Verdict, stories
    from reconcile.strategies.times import periods

_HOME = {
    "BadClaim": "damaged",
    "Document": "papers",
    "Story": "story",
    "Verdict": "story",
    "bad_claims": "damaged",
    "claims": "claimed",
    "denials_of": "denied",
    "documents": "papers",
    "event_types": "kinds",
    "evidence": "papers",
    "parties": "listed",
    "periods": "times",
    "phases": "kinds",
    "places": "listed",
    "quantities": "counts",
    "relations": "kinds",
    "reprints_of": "copies",
    "sources": "sourced",
    "stories": "story",
    "texts": "about",
}

__all__ = [
    "BadClaim",
    "Document",
    "Story",
    "Verdict",
    "bad_claims",
    "claims",
    "denials_of",
    "documents",
    "event_types",
    "evidence",
    "parties",
    "periods",
    "phases",
    "places",
    "quantities",
    "relations",
    "reprints_of",
    "sources",
    "stories",
    "texts",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the names above
    """Import a strategy where it is used, so that Hypothesis' entry point costs nothing until a type is asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'reconcile.strategies' has no attribute {name!r}")
    from importlib import import_module

    try:
        return getattr(import_module(f"reconcile.strategies.{_HOME[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise ModuleNotFoundError(
            "reconcile.strategies needs Hypothesis: install reconcile[hypothesis]", name="hypothesis"
        ) from None


def _register() -> None:  # pyright: ignore[reportUnusedFunction] - named as an entry point
    """Tell Hypothesis about the types of the house; called through its entry point."""
    from reconcile.strategies.registry import register

    register()
