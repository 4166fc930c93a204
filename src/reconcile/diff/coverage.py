"""Prevent silence from passing for denial: who asserts, who denies, who says nothing, and who was not even looking.

>>> from reconcile import Claim
>>> watch = Coverage(outlet="B", places="Iraq")
>>> claims = [Claim(id="a", about="x", places="Erbil", source="A")]
>>> stances(claims, [watch], outlets=["A", "B", "C"], names=BUILTIN)
{'A': 'asserts', 'B': 'silent', 'C': 'not covered'}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reconcile.claims import Claim
from reconcile.values import BUILTIN, Names, Period, Places, Relation
from reconcile.values.base import Name

__all__ = ["BUILTIN", "Coverage", "Stance", "stances"]

Stance = Literal["asserts", "denies", "silent", "not covered", "unknown"]


class Coverage(BaseModel):
    """What an outlet watches: a row of the user's table.

    Args:
        outlet: the outlet.
        places: where it watches; none means everywhere.
        period: when it watched; none means always.

    >>> Coverage(outlet="Rudaw").places is None
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    outlet: Name
    places: Places | None = None
    period: Period | None = None

    def includes(self, claims: Sequence[Claim], *, names: Names) -> bool:
        """Return whether the row covers the place and time of an event, as far as its claims state them.

        Args:
            claims: the claims of the event.
            names: how names are resolved.
        """
        where = [claim.places for claim in claims if claim.places is not None]
        when = [claim.when for claim in claims if claim.when is not None and claim.when.known]
        near = self.places is None or not where or any(_in(p, self.places, names) for p in where)
        then = self.period is None or not when or any(p.relate(self.period) is not Relation.EXCLUSIVE for p in when)
        return near and then


def _in(places: Places, watched: Places, names: Names) -> bool:
    single = (Places(place) for place in places.items)
    return any(
        one.relate(Places(area), names=names) in (Relation.EQUAL, Relation.NARROWER)
        for one in single
        for area in watched.items
    )


def stances(
    claims: Sequence[Claim], coverage: Iterable[Coverage], *, outlets: Iterable[str], names: Names
) -> dict[str, Stance]:
    """Return what each outlet has to say of an event.

    Args:
        claims: the claims of the event.
        coverage: what outlets watch; with no row at all, an outlet that says nothing is `unknown`.
        outlets: the outlets asked about; those of the table are added.
        names: how names are resolved.

    Returns:
        By outlet: `asserts`, `denies`, `silent` (it watches place and time and says nothing), `not covered` or
        `unknown`. An outlet that carries both an assertion and a denial `asserts`.
    """
    rows = list(coverage)
    asked = sorted({*outlets, *(row.outlet for row in rows)})
    return {outlet: _stance(outlet, claims, rows, names) for outlet in asked}


def _stance(outlet: str, claims: Sequence[Claim], rows: Sequence[Coverage], names: Names) -> Stance:
    key = names.spelling(outlet)
    said = {claim.polarity for claim in claims if names.spelling(claim.source.outlet) == key}
    if said:
        return "asserts" if "affirmed" in said else "denies"
    mine = [row for row in rows if names.spelling(row.outlet) == key]
    if any(row.includes(claims, names=names) for row in mine):
        return "silent"
    return "not covered" if rows else "unknown"
