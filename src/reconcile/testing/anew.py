"""Prevent a result from being edited on its way: what its own claims give anew is compared with what it holds.

>>> import reconcile as rc
>>> claims = [rc.Claim(id=i, event_type="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> assert_anew(rc.reconcile(claims))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from reconcile.diff.model import Conflict, Event
from reconcile.reconciliation import Reconciliation
from reconcile.testing.breach import demand

ANEW = "law 1 (the same claims, the same answer)"


def assert_anew(result: Reconciliation[Any]) -> None:
    """Assert that the claims of a result, run again with its own tables, rulings and aligner, give this result.

    So a conflict that was dropped, added or altered is told, and so is an event. A claim that was taken out of every
    part of a result leaves no trace: give `assert_nothing_lost` the claims to notice that. A result that was read
    from a file does not hold its tables, and is not run again.

    Args:
        result: the result.

    Raises:
        AssertionError: the law is broken; the message names what differs and its claims.

    >>> from reconcile import Claim, reconcile
    >>> assert_anew(reconcile([Claim(about="x", count=2, source="A")]))
    """
    again = result.rerun()
    if again is None:
        return
    _demand_same("event", result.events, again.events)
    for name in ("conflict", "difference"):
        _demand_same(name, getattr(result, f"{name}s"), getattr(again, f"{name}s"))
    for name in ("claims", "multiplicity", "rulings", "stale", "notes"):
        held, found = getattr(result, name), getattr(again, name)
        demand(held == found, ANEW, f"{name} are {held!r}, anew {found!r}")


def _demand_same(what: str, held: Sequence[Any], anew: Sequence[Any]) -> None:
    one, other = ({each.id: each for each in side} for side in (held, anew))
    for name in sorted(one.keys() | other.keys()):
        each = one.get(name) or other[name]
        demand(name in one, ANEW, f"{_called(what, each)} is missing", claims=each.claims)
        demand(name in other, ANEW, f"{_called(what, each)} does not follow from the claims", claims=each.claims)
        changed = [part.name for part in fields(each) if getattr(each, part.name) != getattr(other[name], part.name)]
        told = ", ".join(f"{part} {_short(each, part)}, anew {_short(other[name], part)}" for part in changed[:3])
        demand(not changed, ANEW, f"{_called(what, each)} is altered: {told}", claims=each.claims)
    demand(list(held) == list(anew), ANEW, f"the {what}s stand in another order, or twice")


def _called(what: str, one: Conflict | Event) -> str:
    return f"{what} {one.id} ({one.kind} in {one.field})" if isinstance(one, Conflict) else f"{what} {one.id}"


def _short(one: Conflict | Event, part: str) -> str:
    text = repr(getattr(one, part))
    return text if len(text) <= 80 else text[:77] + "..."
