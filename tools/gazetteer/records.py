"""Prevent a place from losing track of where its names came from: one mutable record per place while building.

>>> Record("gn:1", "Erbil", "city", country="IQ").kind
'city'
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reconcile.language.places.words import place_key


@dataclass(slots=True)
class Record:
    """A place while the table is being built.

    Attributes:
        id: `gn:` and the GeoNames id, or a name of our own.
        name: how the place is shown.
        kind: `country`, `region`, `admin1`, `admin2`, `city` or `area`.
        parent: id of the next container.
        country: two letters of ISO 3166-1.
        names: every name that may stand for the place.
        loose: inside its container, with no known relation to the container's other members.
        claimed: containers that the place is also said to lie in.
        capital: id of its capital.
        known: known world-wide, so that a village of its name does not make it ambiguous.
        strict: not to be found by a name without its generic head ("Kyiv Oblast" is not "Kyiv").
    """

    id: str
    name: str
    kind: str
    parent: str | None = None
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    names: set[str] = field(default_factory=set[str])
    loose: bool = False
    claimed: set[str] = field(default_factory=set[str])
    capital: str | None = None
    known: bool = False
    strict: bool = False

    def name_is(self, key: str) -> bool:
        """Return whether `key` is that of the name the place is shown by."""
        return place_key(self.name) == key


Records = dict[str, Record]
