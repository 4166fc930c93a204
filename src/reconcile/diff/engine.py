"""Prevent verdicts that depend on the order of reading: one event goes in, its accounts and conflicts come out.

>>> from reconcile import Claim
>>> claims = [Claim(id=i, about="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> [(c.kind.value, c.field) for c in diff(claims, lineage=Lineage()).conflicts]
[('contradiction', 'count')]
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from reconcile.claims import Claim
from reconcile.diff.accounts import grouped, lists_beside, one_value
from reconcile.diff.beside import Beside, Kinds
from reconcile.diff.conflicts import conflict
from reconcile.diff.couples import Company, Sides
from reconcile.diff.edges import Edge, Judged, edges_between
from reconcile.diff.frames import Standing
from reconcile.diff.gather import Group, grouped_edges, seated
from reconcile.diff.model import Account, Conflict, Position
from reconcile.diff.readings.pair import Pair
from reconcile.diff.readings.parts import Parts
from reconcile.diff.readings.timing import first_and_last
from reconcile.diff.readings.verdict import Verdict, judge
from reconcile.diff.standings import Standings
from reconcile.diff.statements import Statement, statements
from reconcile.diff.status import bounds_of, frame_of_account, status_of
from reconcile.diff.voices.backing import Backing, backing
from reconcile.diff.voices.lineage import Lineage
from reconcile.values import Period, Relation, relation

Stated = Sequence[Statement]
_Behind = tuple[Backing, Period | None, Period | None]


class Diff(NamedTuple):
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
    scene = _Scene(ordered, every, lineage, event)
    fields: dict[str, list[Statement]] = {}
    for one in every:
        fields.setdefault(one.spec.name, []).append(one)
    accounts: list[Account] = []
    conflicts: list[Conflict] = []
    for name, mine in fields.items():
        if len(mine) == 1:
            accounts.append(scene.alone(mine[0]))
        else:
            found = scene.compare(name, mine)
            accounts.extend(found.accounts)
            conflicts.extend(found.conflicts)
    return Diff(tuple(accounts), tuple(conflicts))


class _Scene:
    """One event while it is compared: what all of its pairs of statements need, made when the first of them asks."""

    __slots__ = (
        "_behind", "_claims", "_company", "_event", "_every", "_kinds", "_lineage", "_parts", "_relations",
        "_side_by_side", "_standings",
    )  # fmt: skip

    def __init__(self, claims: Sequence[Claim], every: Stated, lineage: Lineage, event: str) -> None:
        self._claims, self._every, self._lineage, self._event = claims, every, lineage, event
        self._side_by_side = Beside(claims, names=lineage.names)
        self._standings = Standings(lineage.names, side_by_side=self._side_by_side)
        self._relations: dict[tuple[int, int], Relation] = {}
        self._behind: dict[tuple[str, ...], _Behind] = {}
        self._kinds: Kinds | None = None
        self._parts: Parts | None = None
        self._company: Company | None = None

    def _two_kinds(self, a: Statement, b: Statement, stand: Standing) -> bool:
        if not stand.other:
            return False
        if self._kinds is None:
            self._kinds = Kinds.of(self._every)
        return self._kinds(a, b, stand)

    def _together(self) -> Company:
        if self._company is None:
            self._company = Company.of(self._claims, self._lineage)
        return self._company

    def _figures(self) -> Parts:
        if self._parts is None:
            self._parts = Parts.of(self._every, names=self._lineage.names)
        return self._parts

    def compare(self, name: str, mine: Stated) -> Diff:
        """Return the accounts and conflicts of one field that is stated several times."""
        if one_value(mine):
            return Diff((self._account(name, [mine], ()),), ())
        drafts = grouped(
            mine, self._lineage, side_by_side=self._side_by_side, relate=self._relate, stand=self._standings.between
        )
        positions = [position for account in drafts for position in account]
        seats = seated(positions, apart=self._apart)
        groups = grouped_edges(self._edges(positions), seats, standings=self._standings)
        conflicts = tuple([self._conflict(name, group) for group in groups])
        opposed = [{one.order for stated in group.positions for one in stated} for group in groups]
        told = list(zip(conflicts, opposed, strict=True))
        accounts = [self._account(name, draft, [found for found, some in told if _in(draft, some)]) for draft in drafts]
        return Diff(tuple(accounts), conflicts)

    def _conflict(self, name: str, group: Group) -> Conflict:
        return conflict(
            group.verdict.kind,
            [self._position(stated, group.positions) for stated in group.positions],
            field=name,
            events=(self._event,),
            verdict=group.verdict,
            pairs=group.pairs,
            softened=group.softened,
            lineage=self._lineage,
        )

    def _account(self, name: str, draft: Sequence[Stated], conflicts: Sequence[Conflict]) -> Account:
        stated = [one for position in draft for one in position]
        positions = tuple(self._position(one, draft) for one in draft)
        return Account(
            field=name,
            frame=frame_of_account(stated),
            positions=positions,
            status=status_of(positions, conflicts),
            bounds=bounds_of(stated),
            event=self._event,
        )

    def alone(self, one: Statement) -> Account:
        """Return the account of the only statement of a field: most fields of most events have no other."""
        claims = (one.claim,)
        behind, first, last = self._who(claims)
        position = Position(one.value, claims, *behind, (), (), first, last, index=one.nth)
        frame, bounds = one.frame.stated, bounds_of((one,))
        return Account(one.spec.name, frame, (position,), "single-voice", bounds, self._event)

    def _position(self, stated: Stated, account: Sequence[Stated]) -> Position:
        claims = tuple({one.claim.id: one.claim for one in stated}.values()) if len(stated) > 1 else (stated[0].claim,)
        behind, first, last = self._who(claims)
        others = [(one[0].value, self._relate(stated[0], one[0])) for one in account if one is not stated]
        return Position(
            value=stated[0].value,
            claims=claims,
            voices=behind.voices,
            carriers=behind.carriers,
            independent_voices=behind.independent_voices,
            independent_carriers=behind.independent_carriers,
            entailed_by=tuple([value for value, r in others if r is Relation.BROADER]),
            compatible_with=tuple([value for value, r in others if r is Relation.COMPATIBLE]),
            first_said=first,
            last_said=last,
            index=stated[0].nth,
        )

    def _who(self, claims: tuple[Claim, ...]) -> _Behind:
        """Return who stands behind some claims and when they spoke: the same claims often state several values."""
        ids = (claims[0].id,) if len(claims) == 1 else tuple([claim.id for claim in claims])
        found = self._behind.get(ids)
        if found is None:
            found = self._behind[ids] = backing(claims, lineage=self._lineage), *first_and_last(claims)
        return found

    def _relate(self, a: Statement, b: Statement) -> Relation:
        """Return how one value stands to another; the scene holds both, so that their identity stands for them."""
        one, other = id(a.bare), id(b.bare)
        found = self._relations.get((one, other))
        if found is None:
            found = self._relations[one, other] = relation(a.bare, b.bare, names=self._lineage.names)
            self._relations[other, one] = found.converse
        return found

    def _edges(self, positions: Sequence[Stated]) -> Iterable[Edge]:
        """Return the verdict on every two positions between which there is one, with the statements it rests on."""
        sides = Sides(positions, self._lineage, self._together)
        for (i, left), (j, right) in combinations(enumerate(positions), 2):
            found = self._relate(left[0], right[0])
            if found in (Relation.EQUAL, Relation.UNKNOWN):
                continue
            judged = [
                Judged(couple, verdict.about(couple.ids))
                for couple in sides.couples(i, j)
                if (verdict := self._judge(couple.a, couple.b, found)) is not None
            ]
            if judged:
                yield from edges_between(i, j, judged, standings=self._standings)

    def _apart(self, a: Statement, b: Statement) -> bool:
        return self._standings.between(a.frame, b.frame).disjoint or lists_beside(
            a, b, lineage=self._lineage, side_by_side=self._side_by_side
        )

    def _ruled_apart(self, a: Statement, b: Statement) -> bool:
        rulings = self._lineage.decisions.between(a.claim.id, b.claim.id, field=a.field)
        return any(ruling.kind == "frames-differ" for ruling in rulings)

    def _judge(self, left: Statement, right: Statement, found: Relation) -> Verdict | None:
        a, b = (left, right) if left.order <= right.order else (right, left)
        stand = self._standings.between(a.frame, b.frame)
        if self._apart(a, b) or self._ruled_apart(a, b) or self._two_kinds(a, b, stand):
            return None
        relation_ab = found if a is left else found.converse
        return judge(Pair.of(a, b, relation=relation_ab, standing=stand, parts=self._figures(), lineage=self._lineage))


def _in(draft: Sequence[Stated], opposed: Container[tuple[str, int]]) -> bool:
    """Whether a conflict opposes statements of an account: one claim's other figures stand in other accounts."""
    return any(one.order in opposed for position in draft for one in position)
