"""Prevent two lists of places from being compared for each pair of claims: how two frames stand is worked out once.

>>> from reconcile.values import BUILTIN, Places
>>> known = Standings(BUILTIN)
>>> mosul, basra = (Frame(places=Places(name)) for name in ("Mosul", "Basra"))
>>> known.together([Frame(), mosul]), known.together([Frame(), mosul, basra])
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from reconcile.diff.frames import Apart, Standing, never_apart, standing
from reconcile.diff.statements import Frame
from reconcile.values import Names


class Standings:
    """How the frames of one event stand to each other. The frames must live as long as it does.

    Args:
        names: how names are resolved.
        side_by_side: whether one voice stated two lists of places beside each other, as two things.
    """

    __slots__ = ("_known", "_names", "_numbers", "_of_content", "_side_by_side")

    def __init__(self, names: Names, *, side_by_side: Apart = never_apart) -> None:
        self._names, self._side_by_side = names, side_by_side
        self._known: dict[tuple[int, int], Standing] = {}
        self._numbers: dict[int, int] = {}
        self._of_content: dict[Frame, int] = {}

    def between(self, a: Frame, b: Frame) -> Standing:
        """Return how one frame stands to another."""
        pair = self.number(a), self.number(b)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = standing(a, b, names=self._names, side_by_side=self._side_by_side)
        return found

    def number(self, frame: Frame) -> int:
        """Return a number that equal frames share; to hash a list of places again and again takes longer."""
        found = self._numbers.get(id(frame))
        if found is None:
            found = self._numbers[id(frame)] = self._of_content.setdefault(frame, len(self._of_content))
        return found

    def together(self, frames: Iterable[Frame]) -> bool:
        """Return whether no two frames are of places or scopes apart, so that one conflict may hold them all."""
        distinct = {self.number(frame): frame for frame in frames}
        return not any(self.between(a, b).disjoint for a, b in combinations(distinct.values(), 2))
