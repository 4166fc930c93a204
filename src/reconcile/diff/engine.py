"""Prevent verdicts that depend on the order of reading: one event goes in, its accounts and conflicts come out.

>>> from reconcile import Claim
>>> claims = [Claim(id=i, about="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> [(c.kind.value, c.field) for c in diff(claims, lineage=Lineage()).conflicts]
[('contradiction', 'count')]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from reconcile.claims import Claim
from reconcile.diff.accounts import grouped, lists_apart
from reconcile.diff.beside import Beside, Kinds
from reconcile.diff.frames import standing
from reconcile.diff.gather import Edge, conflicts_of
from reconcile.diff.lineage import Lineage, backing
from reconcile.diff.model import Account, Conflict, Position
from reconcile.diff.pair import Pair
from reconcile.diff.statements import Statement, statements
from reconcile.diff.status import bounds_of, frame_of_account, status_of
from reconcile.diff.timing import first_and_last
from reconcile.diff.verdict import judge, sharpest
from reconcile.values import Relation, relation

Stated = Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Diff:
    """What one event's claims amount to.

    Attributes:
        accounts: one for each field and frame.
        conflicts: conflicts and differences among its claims, without denials.
    """

    accounts: tuple[Account, ...]
    conflicts: tuple[Conflict, ...]


def diff(claims: Iterable[Claim], *, lineage: Lineage, event: str = "") -> Diff:
    """Return the accounts and the conflicts of one event.

    Args:
        claims: its affirmed claims.
        lineage: how names are resolved and outlets belong together.
        event: the event's id.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    every = [one for claim in ordered for one in statements(claim)]
    scene = _Scene(tuple(every), Beside.of(ordered, names=lineage.names), Kinds.of(every), lineage, event)
    parts = [scene.field(name) for name in dict.fromkeys(one.field for one in every)]
    return Diff(
        accounts=tuple(account for part in parts for account in part.accounts),
        conflicts=tuple(conflict for part in parts for conflict in part.conflicts),
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """One event while it is compared: what all of its pairs of statements need."""

    every: tuple[Statement, ...]
    beside: Beside
    kinds: Kinds
    lineage: Lineage
    event: str

    def field(self, name: str) -> Diff:
        """Return the accounts and conflicts of one field."""
        mine = [one for one in self.every if one.field == name]
        drafts = grouped(mine, self.lineage, side_by_side=self.beside)
        accounts = [[self._position(stated, account) for stated in account] for account in drafts]
        stated = [one for account in drafts for one in account]
        positions = [one for account in accounts for one in account]
        conflicts = conflicts_of(self._edges(stated), positions, field=name, event=self.event, lineage=self.lineage)
        return Diff(
            tuple(self._account(name, d, p, conflicts) for d, p in zip(drafts, accounts, strict=True)), conflicts
        )

    def _account(
        self, name: str, draft: Sequence[Stated], positions: Sequence[Position], conflicts: Sequence[Conflict]
    ) -> Account:
        statements = [one for stated in draft for one in stated]
        return Account(
            field=name,
            frame=frame_of_account(statements),
            positions=tuple(positions),
            status=status_of(positions, conflicts),
            bounds=bounds_of(statements),
            event=self.event,
        )

    def _position(self, stated: Stated, account: Sequence[Stated]) -> Position:
        claims = tuple({one.claim.id: one.claim for one in stated}.values())
        behind = backing(claims, lineage=self.lineage)
        first, last = first_and_last(claims)
        others = [(one[0], self._relate(stated[0], one[0])) for one in account if one is not stated]
        return Position(
            value=stated[0].value,
            claims=claims,
            voices=behind.voices,
            carriers=behind.carriers,
            independent_voices=behind.independent_voices,
            independent_carriers=behind.independent_carriers,
            entailed_by=tuple(o.value for o, r in others if r is Relation.BROADER),
            compatible_with=tuple(o.value for o, r in others if r is Relation.COMPATIBLE),
            first_said=first,
            last_said=last,
            index=stated[0].index,
        )

    def _relate(self, a: Statement, b: Statement) -> Relation:
        return relation(a.bare, b.bare, names=self.lineage.names)

    def _edges(self, positions: Sequence[Stated]) -> list[Edge]:
        """Return the verdict on every two positions between which there is one."""
        edges: list[Edge] = []
        for (i, left), (j, right) in combinations(enumerate(positions), 2):
            found = self._relate(left[0], right[0])
            if found not in (Relation.EQUAL, Relation.UNKNOWN):
                pairs = product(_telling(left), _telling(right))
                verdict = sharpest(v for a, b in pairs if (v := judge(self._pair(a, b, found))) is not None)
                if verdict is not None:
                    edges.append(Edge(i, j, verdict))
        return edges

    def _pair(self, left: Statement, right: Statement, found: Relation) -> Pair:
        a, b = (left, right) if left.order <= right.order else (right, left)
        stand = standing(a.frame, b.frame, names=self.lineage.names, side_by_side=self.beside)
        apart = lists_apart(a, b, side_by_side=self.beside) or self.kinds(a, b, stand)
        return Pair.of(
            a,
            b,
            relation=found if a is left else found.converse,
            standing=replace(stand, disjoint=True) if apart else stand,
            event=self.every,
            lineage=self.lineage,
        )


def _telling(stated: Stated) -> list[Statement]:
    """Return one statement for each combination of all that a verdict can depend on."""
    seen: dict[tuple[object, ...], Statement] = {}
    for one in stated:
        claim, source = one.claim, one.claim.source
        key = (
            one.frame, claim.phase, claim.said, claim.reported, claim.mode, claim.certainty, claim.refers, claim.due,
            source.outlet, source.via, source.document, source.speaker, source.organization, source.kind,
        )  # fmt: skip
        seen.setdefault(key, one)
    return list(seen.values())
