"""Prevent "different" from being read as "contradictory": two statements stand to each other in one of six ways.

>>> Relation.NARROWER.converse
<Relation.BROADER: 'broader'>
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Relation(StrEnum):
    """How statement a stands to statement b.

    Attributes:
        EQUAL: they say the same.
        NARROWER: a says all that b says, and more.
        BROADER: b says all that a says, and more.
        COMPATIBLE: both can be true, neither says the other.
        EXCLUSIVE: they cannot both be true.
        UNKNOWN: what is known does not tell.

    >>> Relation("equal") is Relation.EQUAL
    True
    """

    EQUAL = "equal"
    NARROWER = "narrower"
    BROADER = "broader"
    COMPATIBLE = "compatible"
    EXCLUSIVE = "exclusive"
    UNKNOWN = "unknown"

    @property
    def converse(self) -> Relation:
        """The relation of b to a.

        >>> Relation.EXCLUSIVE.converse
        <Relation.EXCLUSIVE: 'exclusive'>
        """
        return _CONVERSE.get(self, self)

    @property
    def entails(self) -> bool:
        """Whether a says all that b says (`EQUAL` or `NARROWER`)."""
        return self in _ENTAILS

    @classmethod
    def of(cls, *, forward: bool, backward: bool, apart: bool = False) -> Relation:
        """Return the relation that two entailments and one exclusion amount to.

        Args:
            forward: a says all that b says.
            backward: b says all that a says.
            apart: they cannot both be true; asked only where neither says the other.

        >>> Relation.of(forward=True, backward=False)
        <Relation.NARROWER: 'narrower'>
        """
        if forward:
            return cls.EQUAL if backward else cls.NARROWER
        if backward:
            return cls.BROADER
        return cls.EXCLUSIVE if apart else cls.COMPATIBLE

    @classmethod
    def both(cls, parts: Iterable[Relation]) -> Relation:
        """Return the relation of two statements that each say several independent things.

        One exclusive part makes the whole exclusive; else one unknown part makes it unknown; else the parts must
        point the same way for one whole to say the other.

        Args:
            parts: the relation of each thing said; no parts means nothing differs.

        >>> (
        ...     Relation.both([Relation.EQUAL, Relation.NARROWER]),
        ...     Relation.both([Relation.BROADER, Relation.NARROWER]),
        ... )
        (<Relation.NARROWER: 'narrower'>, <Relation.COMPATIBLE: 'compatible'>)
        """
        seen = set(parts) - {cls.EQUAL}
        for strongest in (cls.EXCLUSIVE, cls.UNKNOWN):
            if strongest in seen:
                return strongest
        if len(seen) > 1:
            return cls.COMPATIBLE
        return seen.pop() if seen else cls.EQUAL


def alien(value: object, kind: type) -> bool:
    """Return whether `value` is of another type, so that nothing can be said of how the two stand.

    >>> alien("2020", int)
    True
    """
    return not isinstance(value, kind)


_CONVERSE = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}
_ENTAILS = frozenset({Relation.EQUAL, Relation.NARROWER})
