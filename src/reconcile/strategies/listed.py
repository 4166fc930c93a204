"""Prevent tests from meeting unknown names only: lists of places and parties that tables know, and that none knows.

>>> from hypothesis import find
>>> print(find(places(), lambda one: len(one.items) == 2))
Baghdad, Baghdad
"""

from __future__ import annotations

from typing import Any, Literal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.strategies.about import words
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
    named = strategy_or(names, st.sampled_from(KNOWN_PLACES) | words(), "names")
    single = st.builds(Place, named)
    if allow_coordinates:
        single |= st.builds(_located, named, _points())
    listed = st.lists(single, min_size=min_size, max_size=max_size)
    return st.builds(Places, listed, complete=st.booleans(), part=st.booleans())


def _located(name: str, at: dict[str, Any]) -> Place:
    return Place(name, **at)


def _points() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"lat": st.floats(-90, 90), "lon": st.floats(-180, 180)}, optional={"radius_km": st.floats(0, 20_100)}
    )


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
    named = strategy_or(names, st.sampled_from(KNOWN_PARTIES) | words(), "names")
    certainties: tuple[_Certainty, ...] = ("certain", "probable", "possible", "unknown")
    single = st.builds(
        Party, named, role=st.none() | st.sampled_from(ROLES) | words(), certainty=st.sampled_from(certainties)
    )
    return st.builds(Parties, st.lists(single, min_size=min_size, max_size=max_size), complete=st.booleans())
