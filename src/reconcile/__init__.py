"""Reconcile what many sources say about the same events.

Typed claims in; aligned events, the positions of each account with the voices behind them, and every conflict with
its reason out. Nothing is averaged, merged away or decided: what may both stand is said, with the reading why.

>>> import reconcile as rc
>>> claims = [rc.Claim(id=i, about="centres agreed", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> [conflict.kind.value for conflict in rc.reconcile(claims).conflicts]
['contradiction']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reconcile.claims import Claim, Disputed, Evidence, Identity, Reference, Source
from reconcile.errors import ClaimError
from reconcile.values import EventType, Parties, Party, Period, Phase, Place, Places, Quantity, Relation, Text

if TYPE_CHECKING:
    from reconcile.align import Aligner, Match, Model
    from reconcile.bulk import reconcile_table
    from reconcile.claims.ruling import Ruling
    from reconcile.diff.coverage import Coverage
    from reconcile.diff.model import Account, Conflict, Event, Kind, Position, Reading
    from reconcile.io import read_claims, verify_evidence, write_claims
    from reconcile.io.rulings import read_rulings, write_rulings
    from reconcile.language import Gazetteer, Lexicon
    from reconcile.reconciliation import reconcile
    from reconcile.result import Reconciliation

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
    "reconcile_table",
    "verify_evidence",
    "write_claims",
    "write_rulings",
]

_ROOMS = {
    "align": ("Aligner", "Match", "Model"),
    "bulk": ("reconcile_table",),
    "claims.ruling": ("Ruling",),
    "diff.coverage": ("Coverage",),
    "diff.model": ("Account", "Conflict", "Event", "Kind", "Position", "Reading"),
    "io": ("read_claims", "verify_evidence", "write_claims"),
    "io.rulings": ("read_rulings", "write_rulings"),
    "language": ("Gazetteer", "Lexicon"),
    "reconciliation": ("reconcile",),
    "result": ("Reconciliation",),
}
_HOMES = {name: f"reconcile.{room}" for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the public names
    """Import the engine, the readers of files and numpy only where they are first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    """List every public name, imported yet or not."""
    return sorted(__all__)
