"""Prevent a place from being a bare string: what the gazetteer answers with, as plain tuples.

>>> Node("gn:98182", "gn:98182").is_one
True
"""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Node(NamedTuple):
    """Where a name stands in the tree of places.

    Attributes:
        low: id of the innermost place that the name may mean.
        high: id of the outermost; the same as `low` where the name means one place.

    >>> Node("gn:95446", "gn:95445").is_one
    False
    """

    low: str
    high: str

    @property
    def is_one(self) -> bool:
        """Whether the name means exactly one place."""
        return self.low == self.high


class PlaceInfo(NamedTuple):
    """What is known of a place.

    Attributes:
        id: `gn:` and the GeoNames id, or the id of a user's or our own row.
        name: the name it is shown by.
        kind: `country`, `region`, `admin1`, `admin2`, `city`, `area`, or a user's word.
        parent: id of the next container, or None.
        country: two letters of ISO 3166-1, or an empty string.
        lat: degrees north, or None.
        lon: degrees east, or None.
        population: people; 0 where unknown.

    >>> PlaceInfo("x", "Camp", "city", None, "IQ", None, None, 0).name
    'Camp'
    """

    id: str
    name: str
    kind: str
    parent: str | None
    country: str
    lat: float | None
    lon: float | None
    population: int


class Place(NamedTuple):
    """A place with what the order of places needs beside its `info`.

    Attributes:
        info: what is known of it.
        loose: it lies in its container, but where in it is not known.
        claimed: ids of containers that it is also said to lie in.
        capital: id of its capital, or None.
        known: known world-wide, so that a place with a fiftieth of its people does not make its name ambiguous.

    >>> info = PlaceInfo("x", "Camp", "city", None, "IQ", None, None, 0)
    >>> Place(info).loose
    False
    """

    info: PlaceInfo
    loose: bool = False
    claimed: tuple[str, ...] = ()
    capital: str | None = None
    known: bool = False


class Layer(Protocol):
    """One table of places: the built-in one, or a user's above it.

    >>> from reconcile.language.places.rows import RowLayer
    >>> layer: Layer = RowLayer.of([])
    """

    @property
    def digest(self) -> str:
        """A hash over the whole content."""
        ...

    def find(self, key: str) -> tuple[str, ...]:
        """The ids that `key` may mean, sorted; empty where it is unknown."""
        ...

    def place(self, number: str) -> Place | None:
        """The place with this id, or None."""
        ...

    def all_keys(self) -> list[str]:
        """Every key, sorted."""
        ...
