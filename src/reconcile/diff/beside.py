"""Prevent a part from contradicting another part: what one voice states side by side is two things, not a dispute.

>>> from reconcile import Claim, Places
>>> source = {"outlet": "A", "speaker": "S", "document": "d"}
>>> claims = [Claim(about="x", places=p, source=source) for p in (["Baghdad", "Erbil"], ["Diyala"])]
>>> Beside(claims, names=BUILTIN)(Places("Diyala"), Places("Baghdad", "Erbil"))
True
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.claims import Claim
from reconcile.diff.frames import Standing
from reconcile.diff.statements import Statement
from reconcile.language.things import thing
from reconcile.values import BUILTIN, Names, Places, Relation

__all__ = ["BUILTIN", "Beside", "Kinds"]
_RELATED = frozenset({Relation.EQUAL, Relation.NARROWER, Relation.BROADER})
_MOST_LISTS = 32


class Beside:
    """The pairs of lists of places that one voice states in one document as places of two things.

    They are looked for when the first two lists are asked about: most events have no use for them.

    Args:
        claims: the claims of an event; of the affirmed ones it is asked what they state side by side.
        names: how names are resolved.
    """

    __slots__ = ("_claims", "_names", "_pairs")

    def __init__(self, claims: Sequence[Claim], *, names: Names) -> None:
        self._claims, self._names = claims, names
        self._pairs: list[tuple[Places, Places]] | None = None

    def __call__(self, a: Places, b: Places) -> bool:
        """Return whether lists `a` and `b` are, or lie in or around, two that stand side by side."""
        if self._pairs is None:
            self._pairs = _side_by_side(self._claims, self._names)
        return any(
            (self._related(a, x) and self._related(b, y)) or (self._related(a, y) and self._related(b, x))
            for x, y in self._pairs
        )

    def _related(self, a: Places, b: Places) -> bool:
        return a == b or a.relate(b, names=self._names) in _RELATED


def _side_by_side(claims: Iterable[Claim], names: Names) -> list[tuple[Places, Places]]:
    """Return the lists that exclude each other and that one voice states in one document."""
    heard: dict[tuple[str, str, str], dict[Places, None]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        statement = _statement(claim)
        if claim.places is not None and claim.polarity == "affirmed" and statement:
            key = (claim.source.outlet, statement, claim.voice)
            heard.setdefault(key, {})[claim.places] = None
    pairs = {
        (a, b): None
        for lists in heard.values()
        for a, b in combinations(list(lists)[:_MOST_LISTS], 2)
        if a.relate(b, names=names) is Relation.EXCLUSIVE
    }
    return list(pairs)


def _statement(claim: Claim) -> str:
    """Return the document, or where none is written the day: what one voice says in one outlet on a day is one."""
    said = claim.stated_at
    return claim.source.document or (str(said) if said is not None and said.known else "")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The pairs of things, units and phases of which one voice speaks in one document: known to be two things.

    Attributes:
        pairs: for each field, what is spoken of side by side.
    """

    pairs: frozenset[tuple[str, frozenset[Hashable]]]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Kinds:
        """Return what the statements of one event speak of side by side.

        Args:
            statements: all statements of the event.
        """
        heard: dict[tuple[str, str, str, str], set[Hashable]] = {}
        for one in statements:
            source = one.claim.source
            where = (one.field, source.outlet, source.document or one.claim.id, one.claim.voice)
            heard.setdefault(where, set()).add(_kind(one))
        return cls(
            frozenset((where[0], frozenset(two)) for where, kinds in heard.items() for two in combinations(kinds, 2))
        )

    def __call__(self, a: Statement, b: Statement, stand: Standing) -> bool:
        """Return whether the two statements differ in what they speak of, and one voice speaks of both."""
        other = set(stand.other) - {"as_of", "increment"}
        return bool(other) and (a.field, frozenset((_kind(a), _kind(b)))) in self.pairs


def _kind(statement: Statement) -> Hashable:
    frame = statement.frame
    return (thing(frame.of) if frame.of is not None else None, frame.unit, frame.phase)
