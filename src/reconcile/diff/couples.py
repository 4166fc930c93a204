"""Prevent forty outlets against forty others from taking sixteen hundred verdicts: strangers alike are judged once.

What a reading can see of two statements is what each says (value, frame, date, certainty …), and what both share: a
voice, an outlet, a document, quoted words. Statements that say alike and share nothing get one verdict together.

>>> from reconcile import Claim
>>> from reconcile.diff.statements import statements
>>> left, right = (
...     [statements(Claim(about="x", count=n, source=s))[0] for s in names] for n, names in ((2, "ab"), (3, "cd"))
... )
>>> [(len(one.left), len(one.right)) for one in couples(Side.of(left, Lineage()), Side.of(right, Lineage()))]
[(2, 2)]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from typing import NamedTuple, Self

from reconcile.claims import Claim
from reconcile.diff.accounts import hashable
from reconcile.diff.statements import Statement
from reconcile.diff.voices.lineage import Lineage

Stated = Sequence[Statement]
_SEEN = tuple(
    sorted(Claim.model_fields.keys() - {"id", "about", "parties", "source", "evidence", "refers", "key", "part_of"})
)


class Couple(NamedTuple):
    """Statements of two values of which every two, one from each side, stand to each other alike.

    Attributes:
        a: of the first two by id, the one on the left.
        b: the one on the right.
        left: all of the left side.
        right: all of the right side.
        tied: whether the two share a voice, an outlet, a document or a quotation.
    """

    a: Statement
    b: Statement
    left: Stated
    right: Stated
    tied: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all claims."""
        return tuple(sorted({one.claim.id for one in (*self.left, *self.right)}))


class Side(NamedTuple):
    """The statements of one value.

    Attributes:
        alike: those that say alike, in order.
        tied: those that share each key of an outlet, voice, document or quotation.
    """

    alike: tuple[Stated, ...]
    tied: Mapping[str, Stated]

    @classmethod
    def of(cls, stated: Stated, lineage: Lineage) -> Self:
        """Return the statements of a value by what they say and by what they share.

        Args:
            stated: statements of equal values.
            lineage: how names are resolved and outlets belong together.
        """
        return cls.among(stated, Company.of((one.claim for one in stated), lineage))

    @classmethod
    def among(cls, stated: Stated, company: Company) -> Self:
        """Return the statements of a value, given what is known of all claims of its event.

        Args:
            stated: statements of equal values.
            company: what their claims say beside the value, and share.
        """
        alike: dict[Hashable, list[Statement]] = {}
        tied: dict[str, list[Statement]] = {}
        for one in sorted(stated, key=lambda s: s.order):
            said = (one.spec, hashable(one.value), one.frame, company.manner[one.claim.id])
            alike.setdefault(said, []).append(one)
            for key in company.ties.get(one.claim.id, ()):
                tied.setdefault(key, []).append(one)
        return cls(tuple(alike.values()), tied)


class Company(NamedTuple):
    """What the claims of one event say beside any value, and what they share: asked once, for all fields.

    Attributes:
        manner: for each claim's id, a number that those share of which nothing tells them apart but ties.
        ties: for each claim's id, what it shares with others; those that share nothing are left out.
    """

    manner: Mapping[str, int]
    ties: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, claims: Iterable[Claim], lineage: Lineage) -> Self:
        """Return what the claims of one event say and share.

        Args:
            claims: claims in any order.
            lineage: how names are resolved and outlets belong together.
        """
        distinct = {claim.id: claim for claim in claims}
        number: dict[Hashable, int] = {}
        manner = {one: number.setdefault(_manner(claim, lineage), len(number)) for one, claim in distinct.items()}
        ties = {one: lineage.ties(claim) for one, claim in distinct.items()}
        times = Counter(chain.from_iterable(ties.values()))
        several = {key for key, count in times.items() if count > 1}
        return cls(manner, {one: keys & several for one, keys in ties.items() if not several.isdisjoint(keys)})


def _manner(claim: Claim, lineage: Lineage) -> Hashable:
    source, held = claim.source, claim.__dict__
    seen: Hashable = tuple([held[name] for name in _SEEN])
    try:
        hash(seen)
    except TypeError:  # a user's class may hold a list where the library holds a value
        seen = repr(seen)
    own = claim.id if claim.refers or claim.id in lineage.taken_back else ""
    return seen, source.kind, source.basis, own


@dataclass(frozen=True, slots=True)
class Sides:
    """The statements of several values, each sorted out when it first meets others than one alone.

    Attributes:
        values: the statements of each value.
        lineage: how names are resolved and outlets belong together.
        company: returns what the claims of the event say beside the values, and share.
    """

    values: Sequence[Stated]
    lineage: Lineage
    company: Callable[[], Company]
    _known: dict[int, Side] = field(default_factory=dict[int, Side])

    def couples(self, left: int, right: int) -> Iterable[Couple]:
        """Return the couples of two values, by their numbers."""
        if len(self.values[left]) == len(self.values[right]) == 1:
            return self._alone(self.values[left][0], self.values[right][0])
        return couples(self._side(left), self._side(right))

    def _alone(self, a: Statement, b: Statement) -> tuple[Couple, ...]:
        if a.claim.id == b.claim.id:
            return ()
        tied = not self.lineage.ties(a.claim).isdisjoint(self.lineage.ties(b.claim))
        return (Couple(a, b, (a,), (b,), tied=tied),)

    def _side(self, number: int) -> Side:
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = Side.among(self.values[number], self.company())
        return found


def couples(left: Side, right: Side) -> Iterator[Couple]:
    """Return couples that together hold every statement of one side with every statement of the other, once.

    Args:
        left: the statements of one value.
        right: those of another.
    """
    akin = {
        (a.order, b.order): (a, b)
        for key in left.tied.keys() & right.tied.keys()
        for a, b in product(left.tied[key], right.tied[key])
    }
    yield from (Couple(a, b, (a,), (b,), tied=True) for a, b in akin.values() if a.claim.id != b.claim.id)
    turned = {(b, a) for a, b in akin}
    for some, others in product(left.alike, right.alike):
        strangers = _first(some, others, akin)
        if strangers:
            a, b = min(strangers, key=lambda two: sorted((two[0].order, two[1].order)))
            back = _first(others, some, turned)
            yield Couple(a, b, tuple(one for one, _ in strangers), tuple(one for one, _ in back), tied=False)


def _first(some: Stated, others: Stated, akin: Container[object]) -> list[tuple[Statement, Statement]]:
    """Return each statement that has a stranger on the other side, with the first of them."""
    found = ((one, next((o for o in others if _strangers(one, o, akin)), None)) for one in some)
    return [(one, other) for one, other in found if other is not None]


def _strangers(a: Statement, b: Statement, akin: Container[object]) -> bool:
    return a.claim.id != b.claim.id and (a.order, b.order) not in akin
