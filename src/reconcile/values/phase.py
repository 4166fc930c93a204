"""Prevent "agreed" from contradicting "begun": how far a thing has come is a ladder, and a later rung says the earlier.

>>> Phase("completed").relate(Phase("begun")), Phase("not-implemented").relate(Phase("begun"))
(<Relation.NARROWER: 'narrower'>, <Relation.EXCLUSIVE: 'exclusive'>)
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from enum import StrEnum

from reconcile.values.relation import Relation, alien


class Phase(StrEnum):
    """How far a thing has come by the time of the statement.

    Each of `discussed < proposed < agreed < ordered < begun < completed` says the earlier ones. `not-implemented`
    excludes `begun` and `completed`. `suspended` and `cancelled` stand beside the ladder.

    >>> Phase("not implemented")
    <Phase.NOT_IMPLEMENTED: 'not-implemented'>
    """

    DISCUSSED = "discussed"
    PROPOSED = "proposed"
    AGREED = "agreed"
    ORDERED = "ordered"
    BEGUN = "begun"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    NOT_IMPLEMENTED = "not-implemented"

    @classmethod
    def _missing_(cls, value: object) -> Phase | None:
        if not isinstance(value, str) or len(value) > 40:
            return None
        wanted = value.strip().casefold().replace("_", "-").replace(" ", "-")
        return next((phase for phase in cls if phase.value == wanted), None)

    @property
    def rung(self) -> int | None:
        """The place on the ladder from 0, or None beside it.

        >>> Phase.AGREED.rung, Phase.SUSPENDED.rung
        (2, None)
        """
        return _RUNGS.get(self)

    def __lt__(self, other: object) -> bool:
        """Whether this phase stands lower on the ladder; a phase beside it is neither lower nor higher.

        >>> Phase.PROPOSED < Phase.AGREED, Phase.SUSPENDED < Phase.BEGUN
        (True, False)
        """
        return self._compared(other, operator.lt)

    def __le__(self, other: object) -> bool:
        return self is other or self._compared(other, operator.lt)

    def __gt__(self, other: object) -> bool:
        return self._compared(other, operator.gt)

    def __ge__(self, other: object) -> bool:
        return self is other or self._compared(other, operator.gt)

    def _compared(self, other: object, how: Callable[[int, int], bool]) -> bool:
        if not isinstance(other, Phase) or self.rung is None or other.rung is None:
            return False
        return how(self.rung, other.rung)

    def relate(self, other: Phase, /) -> Relation:
        """Return how this phase stands to `other`."""
        if self is other:
            return Relation.EQUAL
        if alien(other, Phase):
            return Relation.UNKNOWN
        if {self, other} in _EXCLUSIVE:
            return Relation.EXCLUSIVE
        if self.rung is None or other.rung is None:
            return Relation.COMPATIBLE
        return Relation.NARROWER if self.rung > other.rung else Relation.BROADER

    def similarity(self, other: Phase, /) -> float | None:
        """Return 1 for the same phase, less by a fifth for each rung between, 0 for phases that exclude each other."""
        if self is other:
            return 1.0
        if alien(other, Phase):
            return None
        if self.rung is None or other.rung is None:
            return 0.0
        return 1.0 - abs(self.rung - other.rung) / 5

    def blocking_keys(self) -> frozenset[str]:
        """Return no keys: a differing phase must never keep two claims apart."""
        return frozenset()


_LADDER = (Phase.DISCUSSED, Phase.PROPOSED, Phase.AGREED, Phase.ORDERED, Phase.BEGUN, Phase.COMPLETED)
_RUNGS = {phase: rung for rung, phase in enumerate(_LADDER)}
_EXCLUSIVE = ({Phase.NOT_IMPLEMENTED, Phase.BEGUN}, {Phase.NOT_IMPLEMENTED, Phase.COMPLETED})
