"""Prevent a town and a day from making one event of a strike and a flood: what cannot be compared is no likeness.

Texts in two scripts are not compared. Where both claims say what they are about, in two scripts, no kinds of event are
there to compare, and they share neither a party nor a word that is known across languages (`language.things`), nothing
tells that they are about one thing, and a place and a day alone must not.

>>> from reconcile.align.fields import TextColumn
>>> about = TextColumn.of(["teachers' strike", "لافاو", "two were killed", "مقتل اثنين"])
>>> column = UnreadColumn(about)
>>> column.compare(np.array([0, 0, 2]), np.array([1, 2, 3])).similarity.tolist()
[0.0, nan, nan]
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from reconcile.align.arrays import MISSING, Bools, Ints
from reconcile.align.fields.base import Column, Compared, nothing
from reconcile.align.fields.joint import Joint
from reconcile.align.fields.texts import TextColumn
from reconcile.align.order import distinct_pairs
from reconcile.language.things import known_things

FIELD, KIND = "two scripts", "unread"
IN_COMMON = 0.45
_WHO_AND_WHERE = frozenset(["governorate", "soldier", "civilian", "child", "woman", "militant", "family", "police"])


class UnreadColumn(Joint):
    """Which claims say in two scripts what they are about, and share nothing that tells it.

    Args:
        about: the wording of each claim.
        kinds: the kinds of event, if any; where both claims state one, its likeness weighs for itself.
        parties: the parties, if any.
    """

    def __init__(self, about: TextColumn, kinds: Column | None = None, parties: Column | None = None) -> None:
        self._about = about
        self._others = [(one, least) for one, least in ((kinds, 0.0), (parties, IN_COMMON)) if one is not None]

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._about.codes)

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:  # noqa: ARG002 - nothing is shared
        """Return 0 for pairs of which nothing tells that they are about one thing; NaN, no evidence, for all others."""
        similarity = nothing(len(a))
        if self._telling:
            scripts, left, right = np.append(self._about.scripts, 0), self._about.codes[a], self._about.codes[b]
            one, two = scripts[left], scripts[right]
            rows = np.flatnonzero((one != 0) & (two != 0) & ((one & two) == 0))
            if len(rows):
                rows = rows[~self._shared(a[rows], b[rows])]
                similarity[rows[~self._known(left[rows], right[rows])]] = 0.0
        return Compared(similarity, nothing(len(a)))

    def _shared(self, a: Ints, b: Ints) -> Bools:
        found = np.zeros(len(a), dtype=np.bool_)
        for column, least in self._others:
            found |= column.compare(a, b).similarity >= least
        return found

    def _known(self, left: Ints, right: Ints) -> Bools:
        """Return which couples of texts share a word that is known across languages."""
        low, high, place = distinct_pairs(left, right)
        pairs: list[list[int]] = np.stack((low, high), axis=1).tolist()
        told = [not self._read(x).isdisjoint(self._read(y)) for x, y in pairs]
        return np.array(told, dtype=np.bool_)[place]

    def _read(self, code: int) -> frozenset[str]:
        """Return what a text tells; few texts are asked."""
        if code not in self._told:
            self._told[code] = _happenings(self._about.texts[code])
        return self._told[code]

    @cached_property
    def _told(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def _telling(self) -> bool:
        """Whether any two texts share no script."""
        known = self._about.scripts[self._about.scripts != 0]
        return bool(len(known)) and int(np.bitwise_and.reduce(known)) == 0

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return 0 or None for one pair, slowly."""
        left, right = (int(self._about.codes[row]) for row in (a, b))
        if MISSING in (left, right):
            return None, None
        one, two = (int(self._about.scripts[code]) for code in (left, right))
        if not one or not two or one & two:
            return None, None
        said = [(column.single(a, b)[0], least) for column, least in self._others]
        shared = any(alike is not None and alike >= least for alike, least in said)
        known = not _happenings(self._about.texts[left]).isdisjoint(_happenings(self._about.texts[right]))
        return (None, None) if shared or known else (0.0, None)


def _happenings(text: str) -> frozenset[str]:
    """Return the words known across languages that tell what happened, or to what; not to whom, or where."""
    return known_things(text) - _WHO_AND_WHERE
