"""The ground floor: reading words, numbers, dates and names as reports write them. Imports no other room.

Each reader is imported where it is first used, so that `import reconcile` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reconcile.language.fold import fold

if TYPE_CHECKING:
    from reconcile.language.dates import DateReading, read_date, read_edtf, write_edtf
    from reconcile.language.lexicon import Lexicon
    from reconcile.language.names import name_similarities, name_similarity
    from reconcile.language.numbers import NumberReading, read_number
    from reconcile.language.places import Gazetteer, Node, PlaceInfo

__all__ = [
    "DateReading",
    "Gazetteer",
    "Lexicon",
    "Node",
    "NumberReading",
    "PlaceInfo",
    "fold",
    "name_similarities",
    "name_similarity",
    "read_date",
    "read_edtf",
    "read_number",
    "write_edtf",
]

_ROOMS = {
    "dates": ("DateReading", "read_date", "read_edtf", "write_edtf"),
    "lexicon": ("Lexicon",),
    "names": ("name_similarities", "name_similarity"),
    "numbers": ("NumberReading", "read_number"),
    "places": ("Gazetteer", "Node", "PlaceInfo"),
}
_HOMES = {name: f"reconcile.language.{room}" for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the readers
    """Import a reader where it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value
