"""Prevent a longer list from contradicting a shorter one: lists say "at least these", unless they are said to be all.

>>> from reconcile import Claim, reconcile
>>> said = (("a", ["Erbil", "Basra"]), ("b", ["Erbil", "Najaf"]))
>>> result = reconcile(Claim(id=i, about="x", key="k", places=p, source=i) for i, p in said)
>>> [reading.kind for one in result.conflicts for reading in one.readings]
['open list']
"""

from __future__ import annotations

from reconcile.diff.accounts import distributed
from reconcile.diff.model import Why
from reconcile.diff.readings.pair import Effect, Found, Pair
from reconcile.values import Parties, Party, Places, Relation, relation
from reconcile.values.base import changed


def counted_apart(pair: Pair) -> Found | None:
    """Each list of places goes with a count or a phase of its own: they may be parts beside each other."""
    if not (pair.exclusive and isinstance(pair.a.value, Places) and distributed(pair.a, pair.b)):
        return None
    own = [one.frame.number or one.claim.phase for one in (pair.a, pair.b)]
    told = " and ".join(str(part) for part in own if part is not None)
    text = f"each list goes with a count or a phase of its own: {told}"
    return Found(pair.reading(Why.OTHER_PLACES, text), Effect.EXPLAINS)


def doubted(pair: Pair) -> Found | None:
    """The parties that exclude each other are named as possible only."""
    if not (pair.exclusive and isinstance(pair.a.value, Parties)):
        return None
    sure = [_sure(one.value) for one in (pair.a, pair.b)]
    if all(len(some) == len(one.value.items) for some, one in zip(sure, (pair.a, pair.b), strict=True)):
        return None
    if all(sure) and relation(*(Parties(*some) for some in sure), names=pair.lineage.names) is Relation.EXCLUSIVE:
        return None
    text = f"not all parties are named for sure: {pair.a.value} against {pair.b.value}"
    return Found(pair.reading(Why.NOT_ASSERTED, text, certain=True), Effect.EXPLAINS)


def _sure(parties: Parties) -> list[Party]:
    return [one for one in parties.items if one.certainty in ("certain", "probable")]


def listed(pair: Pair) -> Found | None:
    """Lists of at least these: one names more, or names the same more precisely."""
    if pair.exclusive or not isinstance(pair.a.value, Places | Parties):
        return None
    narrow, wide = (pair.b, pair.a) if pair.relation is Relation.BROADER else (pair.a, pair.b)
    if pair.relation is not Relation.COMPATIBLE and not _extra(narrow.value, wide.value, pair):
        text = f"{narrow.value} lies within {wide.value}"
        return Found(pair.reading(Why.CONTAINMENT, text, certain=True), Effect.EXPLAINS)
    if narrow.value.complete and wide.value.complete:
        return None
    whole, part = (wide, narrow) if wide.value.complete else (narrow, wide)
    which = "only one list" if whole.value.complete else "neither list"
    text = f"{which} is said to be all: {whole.value} against {part.value}"
    parties = isinstance(pair.a.value, Parties) and pair.relation is not Relation.COMPATIBLE
    return Found(pair.reading(Why.OPEN_LIST, text, certain=True), Effect.EXPLAINS if parties else Effect.SOFTENS)


def _extra(narrow: Places | Parties, wide: Places | Parties, pair: Pair) -> bool:
    """Whether the narrower list names a member that lies in none of the other's."""
    alone = (changed(narrow, {"items": (item,), "complete": False}) for item in narrow.items)
    open_list = changed(wide, {"complete": False})
    related = (Relation.EQUAL, Relation.NARROWER, Relation.BROADER, Relation.COMPATIBLE)
    return any(relation(one, open_list, names=pair.lineage.names) not in related for one in alone)
