"""Prevent tests from meeting unknown names only: lists of places and parties that tables know, and that none knows.

>>> from hypothesis import find
>>> print(find(places(), lambda one: len(one.items) == 2))
Baghdad, Baghdad
"""

from __future__ import annotations

from typing import Literal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.strategies.about import WORDS, names_among
from reconcile.strategies.arguments import check_sizes, check_type, strategy_or
from reconcile.values import Parties, Party, Place, Places
from reconcile.values.places import MOST

KNOWN_PLACES = (
    "Baghdad",
    "Erbil",
    "Hewlêr",
    "أربيل",
    "Kirkuk",
    "Diyala",
    "Khanaqin",
    "خانقين",
    "Kurdistan Region",
    "Iraq",
)
KNOWN_PARTIES = ("ISIS", "Daesh", "داعش", "UN", "United Nations", "Peshmerga", "Iraq", "Turkey")
ROLES = ("actor", "target", "mediator")
_Certainty = Literal["certain", "probable", "possible", "unknown"]


def places(
    *,
    names: SearchStrategy[str] | None = None,
    min_size: int = 1,
    max_size: int = 4,
    allow_coordinates: bool = True,
) -> SearchStrategy[Places]:
    """Return `Places`: lists of at least these places.

    Args:
        names: the places' names; by default names that the built-in gazetteer knows and names that no table knows.
        min_size: the least number of places, at least 1.
        max_size: the most, at most 200.
        allow_coordinates: whether places may have a point and a radius.

    Raises:
        InvalidArgument: a size is none, or `names` no strategy.

    >>> from hypothesis import find
    >>> print(find(places(), lambda one: one.part))
    areas in Baghdad
    """
    check_sizes(min_size, max_size, floor=1, ceiling=MOST)
    check_type(allow_coordinates, bool, "allow_coordinates")
    named = strategy_or(names, _ANY_PLACE, "names")
    return _places(st.lists(_place(named, allow_coordinates), min_size=min_size, max_size=max_size))


_ANY_PLACE, _ANY_PARTY = names_among(KNOWN_PLACES), names_among(KNOWN_PARTIES)
_FLAGS = st.booleans()
_LATITUDES, _LONGITUDES, _RADII = st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 20_100)


@composite
def _places(draw: DrawFn, listed: SearchStrategy[list[Place]]) -> Places:
    return Places(draw(listed), complete=draw(_FLAGS), part=draw(_FLAGS))


@composite
def _place(draw: DrawFn, names: SearchStrategy[str], located: bool) -> Place:  # noqa: FBT001
    name = draw(names)
    if not (located and draw(_FLAGS)):
        return Place(name)
    lat, lon = draw(_LATITUDES), draw(_LONGITUDES)
    return Place(name, lat=lat, lon=lon, radius_km=draw(_RADII) if draw(_FLAGS) else None)


def parties(
    *, names: SearchStrategy[str] | None = None, min_size: int = 1, max_size: int = 4
) -> SearchStrategy[Parties]:
    """Return `Parties`: lists of at least these people, organizations or groups.

    Args:
        names: their names; by default names that the built-in lexicon knows and names that no table knows.
        min_size: the least number of parties, at least 1.
        max_size: the most, at most 200.

    Raises:
        InvalidArgument: a size is none, or `names` no strategy.

    >>> from hypothesis import find
    >>> print(find(parties(), lambda one: one.items[0].role is not None))
    ISIS (actor)
    """
    check_sizes(min_size, max_size, floor=1, ceiling=MOST)
    named = strategy_or(names, _ANY_PARTY, "names")
    return _parties(st.lists(_party(named), min_size=min_size, max_size=max_size))


_ANY_ROLE = st.sampled_from([*[None] * len(ROLES), *ROLES, *[""] * len(ROLES)])
_CERTAINTIES: SearchStrategy[_Certainty] = st.sampled_from(["certain", "probable", "possible", "unknown"])


@composite
def _parties(draw: DrawFn, listed: SearchStrategy[list[Party]]) -> Parties:
    return Parties(draw(listed), complete=draw(_FLAGS))


@composite
def _party(draw: DrawFn, names: SearchStrategy[str]) -> Party:
    name, role = draw(names), draw(_ANY_ROLE)
    return Party(name, role=draw(WORDS) if role == "" else role, certainty=draw(_CERTAINTIES))
