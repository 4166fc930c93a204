"""Reconcile what many sources say about the same events.

Typed claims in; aligned events, the positions of each account with the voices behind them, and every conflict with
its reason out. Nothing is averaged, merged away or decided: what may both stand is said, with the reading why.

>>> import reconcile as rc
>>> claims = [rc.Claim(id=i, about="centres agreed", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> [conflict.kind.value for conflict in rc.reconcile(claims).conflicts]
['contradiction']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reconcile.claims import Claim, Disputed, Evidence, Identity, Reference, Source
from reconcile.claims.ruling import Ruling
from reconcile.diff.coverage import Coverage
from reconcile.diff.model import Account, Conflict, Event, Kind, Position, Reading
from reconcile.errors import ClaimError
from reconcile.io import read_claims, verify_evidence, write_claims
from reconcile.io.rulings import read_rulings, write_rulings
from reconcile.language import Gazetteer, Lexicon
from reconcile.reconciliation import reconcile
from reconcile.result import Reconciliation
from reconcile.values import EventType, Parties, Party, Period, Phase, Place, Places, Quantity, Relation, Text

if TYPE_CHECKING:
    from reconcile.align import Aligner, Match, Model

__all__ = [
    "Account",
    "Aligner",
    "Claim",
    "ClaimError",
    "Conflict",
    "Coverage",
    "Disputed",
    "Event",
    "EventType",
    "Evidence",
    "Gazetteer",
    "Identity",
    "Kind",
    "Lexicon",
    "Match",
    "Model",
    "Parties",
    "Party",
    "Period",
    "Phase",
    "Place",
    "Places",
    "Position",
    "Quantity",
    "Reading",
    "Reconciliation",
    "Reference",
    "Relation",
    "Ruling",
    "Source",
    "Text",
    "read_claims",
    "read_rulings",
    "reconcile",
    "verify_evidence",
    "write_claims",
    "write_rulings",
]

_LATE = frozenset({"Aligner", "Match", "Model"})


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the late names
    """Import the aligner, and with it numpy, only where it is used."""
    if name in _LATE:
        import reconcile.align

        return getattr(reconcile.align, name)
    raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
