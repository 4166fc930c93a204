"""Prevent a verdict from being reached on values alone: two statements meet with all that bears on them.

>>> {"a", "b", "relation", "standing"} <= {*Pair._fields}
True
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from reconcile.diff.frames import Standing
from reconcile.diff.model import Reading, Why
from reconcile.diff.readings.parts import Parts
from reconcile.diff.readings.timing import Order, one_document, order
from reconcile.diff.statements import Statement
from reconcile.diff.voices.lineage import Lineage
from reconcile.values import Relation


class Effect(Enum):
    """What a reading does to a verdict: `SOFTENS` only lowers severity, the others also lower the kind."""

    SOFTENS = 0
    EXPLAINS = 1
    REVISES = 2


class Found(NamedTuple):
    """A reading and what it does to the verdict."""

    reading: Reading
    effect: Effect = Effect.SOFTENS


class Pair(NamedTuple):
    """Two statements of one field of one event, ordered by content.

    Attributes:
        a: the one with the smaller claim id.
        b: the other.
        relation: how a's value stands to b's.
        standing: how a's frame stands to b's.
        parts: the figures of the event that may be parts of one another.
        lineage: how names are resolved and outlets belong together.
        time: whether a was stated earlier or later than b.
    """

    a: Statement
    b: Statement
    relation: Relation
    standing: Standing
    parts: Parts
    lineage: Lineage
    time: Order

    @classmethod
    def of(
        cls,
        a: Statement,
        b: Statement,
        *,
        relation: Relation,
        standing: Standing,
        parts: Parts,
        lineage: Lineage,
    ) -> Pair:
        """Return the pair, with the order of the two statements in time."""
        return cls(a, b, relation, standing, parts, lineage, order(a.claim, b.claim))

    @property
    def field_name(self) -> str:
        """The field that both state."""
        return self.a.field

    @property
    def exclusive(self) -> bool:
        """Whether the two values cannot both be true."""
        return self.relation is Relation.EXCLUSIVE

    @property
    def same_voice(self) -> bool:
        """Whether one voice that can be named stands on both sides."""
        return (
            self.a.claim.source.named
            and self.b.claim.source.named
            and self.lineage.voice(self.a.claim) == self.lineage.voice(self.b.claim)
        )

    @property
    def same_document(self) -> bool:
        """Whether one document carries both."""
        return one_document(self.a.claim, self.b.claim)

    @property
    def in_time(self) -> tuple[Statement, Statement] | None:
        """The earlier and the later statement, or None where the order is not known or the same."""
        return {"earlier": (self.a, self.b), "later": (self.b, self.a)}.get(self.time)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the two claims."""
        return tuple(sorted({self.a.claim.id, self.b.claim.id}))

    def reading(self, why: Why, text: str, *, certain: bool = False, figures: str = "") -> Reading:
        """Return a reading of these two claims."""
        return Reading(why.value, text, certain=certain, claims=self.ids, figures=figures)


Reader = Callable[[Pair], Found | None]
