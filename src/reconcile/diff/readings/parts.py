"""Prevent a total from contradicting its parts: the figures of an event, and which of them lie beside each other.

>>> from reconcile import Claim
>>> from reconcile.diff.statements import statements
>>> claims = [Claim(id=p, about="x", count=n, places=p, source="A") for p, n in (("Najaf", 2), ("Wasit", 3))]
>>> stated = [s for c in claims for s in statements(c)]
>>> [figure for figure, _ in Parts.of(stated, names=BUILTIN).beside(next(s for s in stated if s.field == "count"))]
[3]
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from reconcile.diff.frames import standing
from reconcile.diff.statements import Statement
from reconcile.language.things import thing
from reconcile.values import BUILTIN, Names, Places, Quantity, Relation

__all__ = ["BUILTIN", "Parts", "exact"]
MOST_FIGURES = 64
MOST_BESIDE = 16
Figure = tuple[float, Statement]


def exact(statement: Statement) -> float | None:
    """Return the one number that a statement gives, or None where it gives bounds or no number."""
    value = statement.bare
    return value.low if isinstance(value, Quantity) and value.exact and value.low is not None else None


@dataclass(frozen=True, slots=True)
class Parts:
    """The distinct figures of an event.

    Attributes:
        figures: figures with one statement for each frame; at most 64, so that the work stays bounded.
        names: how names are resolved.
    """

    figures: tuple[Figure, ...]
    names: Names
    _beside: dict[Hashable, tuple[Figure, ...]] = field(default_factory=dict[Hashable, tuple[Figure, ...]])

    @classmethod
    def of(cls, statements: Iterable[Statement], *, names: Names) -> Parts:
        """Return the figures of an event: exact counts, and the lengths of lists of places without a count.

        Args:
            statements: all statements of the event, in order.
            names: how names are resolved.
        """
        seen: dict[Hashable, Figure] = {}
        for one in statements:
            figure = _figure(one)
            if figure is not None and figure > 0:
                seen.setdefault((one.field, figure, one.frame, one.claim.places), (figure, one))
        return cls(tuple(list(seen.values())[:MOST_FIGURES]), names)

    def beside(self, part: Statement) -> tuple[Figure, ...]:
        """Return the figures of the same thing in other places or another scope than those of `part`.

        Args:
            part: a statement of a quantity.
        """
        key = (part.field, part.frame, part.claim.places, part.claim.event_type)
        found = self._beside.get(key)
        if found is None:
            alike = ((n, other) for n, other in self.figures if _same_thing(part, other) and self.apart(part, other))
            distinct = {(n, str(o.claim.places), o.frame.scope or ""): (n, o) for n, o in alike}
            found = self._beside[key] = tuple(distinct[one] for one in sorted(distinct))[:MOST_BESIDE]
        return found

    def apart(self, a: Statement, b: Statement) -> bool:
        """Return whether two statements are of other places, or of other parts of a thing.

        Args:
            a: a statement.
            b: another.
        """
        places, others = a.claim.places, b.claim.places
        if places is None or others is None:
            return a.field == b.field and standing(a.frame, b.frame, names=self.names).disjoint
        if places.relate(others, names=self.names) is Relation.EXCLUSIVE:
            return True
        return a.field == b.field and standing(a.frame, b.frame, names=self.names).disjoint


def _figure(one: Statement) -> float | None:
    if isinstance(one.value, Places):
        return None if one.claim.counts else float(len(one.value.items))
    return exact(one)


def _same_thing(part: Statement, other: Statement) -> bool:
    if isinstance(other.value, Places):
        return part.claim.event_type == other.claim.event_type
    if part.field != other.field:
        return False
    return part.frame.of is None or other.frame.of is None or thing(part.frame.of) == thing(other.frame.of)
