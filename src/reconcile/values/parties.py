"""Prevent "the army" and "the army and the police" from being two accounts: parties are lists of at least these.

>>> Parties("ISIS", "UN").relate(Parties("Daesh"))
<Relation.NARROWER: 'narrower'>
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from reconcile.language import fold
from reconcile.values.base import FrozenValue, Name
from reconcile.values.members import relate_lists, share
from reconcile.values.names import BUILTIN, Names
from reconcile.values.places import MOST, coerced
from reconcile.values.relation import Relation, alien

_SIDES = {"actor": "target", "target": "actor"}


class Party(FrozenValue):
    """One person, organization or group as a report names it.

    Args:
        name: the name as written.
        role: what it is in the event: actor, target, mediator, host …
        certainty: how sure the voice is that it took part.

    >>> print(Party("Peshmerga", role="actor"))
    Peshmerga (actor)
    """

    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = ({"type": "string"},)

    name: Name
    role: Name | None = None
    certainty: Literal["certain", "probable", "possible", "unknown"] = "certain"

    def __init__(self, name: Any = None, /, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        super().__init__(**(fields if name is None else {"name": name, **fields}))

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        return {"name": data} if isinstance(data, str) else data

    def __str__(self) -> str:
        said = [part for part in (self.role, None if self.certainty == "certain" else self.certainty) if part]
        return f"{self.name} ({', '.join(said)})" if said else self.name


class Parties(FrozenValue):
    """At least these parties.

    Args:
        items: names, or `Party`s; `Parties("Peshmerga", "Iraqi army")`.
        complete: the list is said to be all there are.

    >>> print(Parties("Peshmerga", "Iraqi army"))
    Peshmerga, Iraqi army
    """

    holds_names: ClassVar[bool] = True
    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = (
        {"type": "string"},
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "object"}]}, "minItems": 1},
    )

    items: Annotated[tuple[Party, ...], Field(min_length=1, max_length=MOST)]
    complete: bool = False

    def __init__(self, *items: Any, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        if items:
            single = len(items) == 1 and isinstance(items[0], list | tuple)
            fields = {"items": items[0] if single else items, **fields}
        super().__init__(**fields)

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        return coerced(data, member="name")

    def relate(self, other: Parties, /, *, names: Names = BUILTIN) -> Relation:
        """Return how this list stands to `other`; names that no table knows are equal or `UNKNOWN`, never apart.

        Args:
            other: another list of parties.
            names: how names are resolved; by default the tables that ship with the library.
        """
        if alien(other, Parties):
            return Relation.UNKNOWN
        return relate_lists(
            self.items,
            other.items,
            order=lambda a, b: _order(a, b, names=names),
            a_complete=self.complete,
            b_complete=other.complete,
        )

    def similarity(self, other: Parties, /, *, names: Names = BUILTIN) -> float | None:
        """Return how much of the shorter list stands in the other, 0..1, across spellings and scripts."""
        if alien(other, Parties):
            return None
        return share(self.items, other.items, closeness=lambda a, b: _closeness(a, b, names=names))

    def blocking_keys(self) -> frozenset[str]:
        """Return the folded names."""
        return frozenset("party:" + (fold(party.name) or party.name) for party in self.items)

    def __str__(self) -> str:
        return ", ".join(map(str, self.items))


def order_names(a: str, b: str, *, names: Names) -> Relation:
    """Return how the party named `a` stands to the one named `b`.

    >>> order_names("داعش", "ISIS", names=BUILTIN)
    <Relation.EQUAL: 'equal'>
    """
    first, second = names.party(a), names.party(b)
    if first is not None and second is not None:
        return names.party_order(first, second)
    if first is None and second is None and names.spelling(a) == names.spelling(b):
        return Relation.EQUAL
    return Relation.UNKNOWN


def _order(a: Party, b: Party, *, names: Names) -> Relation:
    by_name = order_names(a.name, b.name, names=names)
    return by_name if by_name in (Relation.EXCLUSIVE, Relation.UNKNOWN) else Relation.both([by_name, _roles(a, b)])


def _roles(a: Party, b: Party) -> Relation:
    left, right = (fold(x.role) if x.role else None for x in (a, b))
    if left == right:
        return Relation.EQUAL
    if left is None or right is None:
        return Relation.BROADER if left is None else Relation.NARROWER
    return Relation.COMPATIBLE if _SIDES.get(left) == right else Relation.UNKNOWN


_CLOSE = {Relation.EQUAL: 1.0, Relation.NARROWER: 0.8, Relation.BROADER: 0.8, Relation.EXCLUSIVE: 0.0}


def _closeness(a: Party, b: Party, *, names: Names) -> float | None:
    from reconcile.language import name_similarity

    known = _CLOSE.get(order_names(a.name, b.name, names=names))
    return name_similarity(a.name, b.name) if known is None else known
