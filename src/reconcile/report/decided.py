"""Prevent a person's decision from drowning in notes: each ruling is told with who, when, why and of which claims.

>>> from reconcile import Claim, Ruling
>>> two = [Claim(id=i, about="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> one = Ruling.on(two, kind="both-stand", who="the desk", when="2020-10-14", why="other rooms", field="count")
>>> ruling_words(one)
'Both may stand in count (claims a and b): decided by the desk, 14 October 2020: other rooms'
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.ruling import Ruling
from reconcile.report.dates import date_words
from reconcile.report.who import ids_words
from reconcile.report.words import isolated, label, named

_KINDS = {
    "same-event": "Of one event",
    "not-same-event": "Not of one event",
    "frames-differ": "Said of two things",
    "both-stand": "Both may stand",
    "withdrawn": "No longer counted",
}


def ruling_words(ruling: Ruling, *, stale: bool = False) -> str:
    """Return a ruling in words.

    Args:
        ruling: the ruling.
        stale: its claims have changed since, so that it was not applied.
    """
    field = f" in {label(ruling.field)}" if ruling.field else ""
    who = f"decided by {named(ruling.who)}, {date_words(ruling.when)}"
    told = f"{_KINDS[ruling.kind]}{field} ({ids_words(ruling.claims)}): {who}: {named(ruling.why)}"
    return f"Not applied, for the claims have changed since. {told}" if stale else told


def decided(applied: Sequence[Ruling], stale: Sequence[Ruling]) -> tuple[str, ...]:
    """Return all rulings of a run in words, those that were applied first.

    Args:
        applied: rulings that were applied.
        stale: rulings whose claims have changed since.
    """
    return (*(ruling_words(one) for one in applied), *(ruling_words(one, stale=True) for one in stale))


def other_notes(notes: Sequence[str], rulings: Sequence[Ruling]) -> tuple[str, ...]:
    """Return the notes that do not repeat a ruling.

    Args:
        notes: the notes of a run.
        rulings: its rulings, applied or not.
    """
    told = tuple(f": {ruling}" for ruling in rulings)
    return tuple(isolated(note) for note in notes if not (told and note.startswith("ruling ") and note.endswith(told)))
