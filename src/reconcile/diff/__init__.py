"""The diff: what the claims of one event say alike, where they differ, and why both may stand."""

from reconcile.diff.engine import Diff, diff
from reconcile.diff.model import Account, Conflict, Event, Kind, Position, Reading, Why
from reconcile.diff.voices.independence import Link, link
from reconcile.diff.voices.lineage import Lineage

__all__ = [
    "Account",
    "Conflict",
    "Diff",
    "Event",
    "Kind",
    "Lineage",
    "Link",
    "Position",
    "Reading",
    "Why",
    "diff",
    "link",
]
