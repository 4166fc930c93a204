"""Prevent two names of one town from hiding that they lie side by side: places are found by name and on the map.

>>> keys_of(Member("~gaidam", "Gaidam", circle=(12.89, 11.93, 0.0)))[:3]
['is:~gaidam', 'word:gaidam', 'at:128,59']
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import NamedTuple

from reconcile.align.words import stems

NORTH, EAST = 0.1, 0.2


class Member(NamedTuple):
    """One place or party of a claim.

    Args:
        key: what makes two members the same.
        name: the name as written.
        node: what tables know it as, or None.
        circle: latitude, longitude and radius in kilometres, where stated.
    """

    key: str
    name: str
    node: Hashable | None = None
    circle: tuple[float, float, float] | None = None


Order = Callable[[Member, Member], float | None]


def member_order(member: Member) -> tuple[str, str, tuple[float, ...], str]:
    """Return what members are sorted by."""
    return member.key, member.name, member.circle or (), repr(member.node)


def nothing_known(a: Member, b: Member) -> float | None:
    """Return 1 for members of one key, else None: for members of which no table tells."""
    return 1.0 if a.key == b.key else None


def keys_of(member: Member) -> list[str]:
    """Return the blocking keys of a place or party: what it is, the words of its name, where it lies."""
    words = {"word:" + stem for stem in stems(member.name) if len(stem) > 2}
    return ["is:" + member.key, *sorted(words), *(corners(member.circle) if member.circle else ())]


def corners(circle: tuple[float, float, float]) -> list[str]:
    """Return the corners of the map square a place lies in: places less than a square apart share one.

    Args:
        circle: latitude and longitude in degrees, and a radius.

    >>> set(corners((12.99, 11.9, 0))) & set(corners((13.01, 12.05, 0)))
    {'at:130,60'}
    """
    south, west = math.floor(circle[0] / NORTH), math.floor(circle[1] / EAST)
    return [f"at:{south + up},{west + right}" for up in (0, 1) for right in (0, 1)]
