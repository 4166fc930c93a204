"""Prevent a result from leaving something out: each claim has a home, each file a way back.

>>> import reconcile as rc
>>> result = rc.reconcile([rc.Claim(id=i, event_type="x", count=2, source=i) for i in "ab"])
>>> assert_nothing_lost(result)
>>> assert_positions(result)
>>> assert_round_trips(result)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from reconcile.claims import Claim
from reconcile.diff.denials.targets import denied_by
from reconcile.diff.model import Account, Conflict, Event, Kind
from reconcile.diff.statements import statements
from reconcile.reconciliation import Reconciliation
from reconcile.testing.breach import demand
from reconcile.values import Period, Relation

LOST = "law 2 (nothing lost)"
POSITIONS = "law 4 (positions)"
TRIPS = "law 8 (round trips)"


def assert_nothing_lost(result: Reconciliation[Any], *, claims: Iterable[Claim] | None = None) -> None:
    """Assert that every claim has exactly one home event, and stands in the result as it was given.

    Args:
        result: the result.
        claims: the claims that were given, if they are at hand.

    Raises:
        AssertionError: the law is broken; the message names the claims.

    >>> from reconcile import Claim, reconcile
    >>> assert_nothing_lost(reconcile([Claim(about="x", source="A")]))
    """
    held = Counter(claim.id for claim in result.claims)
    twice = sorted(one for one, times in held.items() if times > 1)
    demand(not twice, LOST, "claims stand in the result twice", claims=twice)
    homes = Counter(claim.id for event in result.events for claim in event.claims)
    several = sorted(one for one, times in homes.items() if times > 1)
    demand(not several, LOST, "claims have several home events", claims=several)
    known = {claim.id: claim for claim in result.claims}
    homeless = sorted(known.keys() - homes.keys())
    demand(not homeless, LOST, "claims have no home event", claims=homeless)
    strange = sorted(homes.keys() - known.keys())
    demand(not strange, LOST, "events have claims that the result does not have", claims=strange)
    if claims is not None:
        _demand_given(result, known, list(claims))


def _demand_given(result: Reconciliation[Any], known: dict[str, Claim], given: list[Claim]) -> None:
    missing = sorted({claim.id for claim in given} - known.keys())
    demand(not missing, LOST, "claims that were given are not in the result", claims=missing)
    changed = [claim for claim in given if known[claim.id] != claim or known[claim.id].to_json() != claim.to_json()]
    demand(not changed, LOST, "claims are not as they were given", claims=changed)
    times = {one: n for one, n in Counter(claim.id for claim in given).items() if n > 1}
    demand(dict(result.multiplicity) == times, LOST, f"multiplicity is {dict(result.multiplicity)}, not {times}")


def assert_positions(result: Reconciliation[Any]) -> None:
    """Assert that the positions of an account share no claim, and that all values stated stand in some account.

    Every conflict names at least two claims of two positions; a denial, what is denied and the denial.

    Args:
        result: the result.

    Raises:
        AssertionError: the law is broken; the message names the claims.

    >>> from reconcile import Claim, reconcile
    >>> assert_positions(reconcile([Claim(about="x", count=2, source="A")]))
    """
    for event in result.events:
        for account in event.accounts:
            _demand_parted(account)
        _demand_covered(event)
    for conflict in (*result.conflicts, *result.differences):
        _demand_sides(conflict)


def _demand_parted(account: Account) -> None:
    demand(bool(account.positions), POSITIONS, f"an account of {account.field} has no position")
    for a, b in combinations(account.positions, 2):
        shared = sorted(set(a.ids) & set(b.ids))
        demand(not shared, POSITIONS, f"{a.value} and {b.value} of {account.field} share claims", claims=shared)
    for position in account.positions:
        twice = [one for one, times in Counter(position.ids).items() if times > 1]
        demand(not twice, POSITIONS, f"{position.value} of {account.field} names a claim twice", claims=twice)


def _demand_covered(event: Event) -> None:
    stated = {(s.field, claim.id) for claim in event.claims if claim.polarity == "affirmed" for s in statements(claim)}
    told = {(a.field, claim.id) for a in event.accounts for claim in a.claims if a.field != "polarity"}
    silent = sorted(stated - told)
    demand(not silent, POSITIONS, f"values stand in no account: {silent[:3]}", claims=[one for _, one in silent])
    made_up = sorted(told - stated)
    demand(not made_up, POSITIONS, f"nobody states what accounts hold: {made_up[:3]}", claims=[c for _, c in made_up])


def _demand_sides(conflict: Conflict) -> None:
    claims = {claim.id for claim in conflict.claims}
    demand(len(conflict.positions) > 1, POSITIONS, f"{conflict.kind} {conflict.id} has one side", claims=claims)
    demand(len(claims) > 1, POSITIONS, f"{conflict.kind} {conflict.id} names one claim only", claims=claims)
    if conflict.kind is Kind.DENIAL:
        target, *others = conflict.positions
        kinds = {claim.polarity for claim in target.claims}
        demand(len(kinds) == 1, POSITIONS, "what is denied is affirmed and denied", claims=claims)
        against = {claim.id for claim in target.claims}
        idle = [claim for position in others for claim in position.claims if not _denies(claim, against)]
        demand(not idle, POSITIONS, "a denial is carried by claims that deny nothing of it", claims=idle)


def _denies(claim: Claim, others: set[str]) -> bool:
    return claim.polarity == "denied" or any(r.claim in others for r in denied_by(claim))


def assert_round_trips(result: Reconciliation[Any]) -> None:
    """Assert that claims, periods and the result itself read back from what is written as what they were.

    Args:
        result: the result.

    Raises:
        AssertionError: the law is broken; the message names the claims.

    >>> from reconcile import Claim, reconcile
    >>> assert_round_trips(reconcile([Claim(about="x", count=2, source="A")]))
    """
    claims: tuple[Claim, ...] = result.claims
    for claim in claims:
        back = type(claim).model_validate_json(claim.to_json())
        demand(back == claim, TRIPS, f"reads back as {back.to_json()}", claims=[claim])
        for value in dict(claim).values():
            if isinstance(value, Period) and value.known:
                _demand_edtf(value, claim)
    kinds = dict.fromkeys(type(claim) for claim in claims)
    text = result.to_json()
    back = Reconciliation.from_json(text, *kinds)
    demand(back == result, TRIPS, "the result reads back as another one")
    demand(back.to_json() == text, TRIPS, "the result is written otherwise when it is read back")


def _demand_edtf(period: Period, claim: Claim) -> None:
    back = Period.parse(period.edtf, kind=period.kind)
    same = back.relate(period) is Relation.EQUAL and back.stated == period.stated
    demand(same, TRIPS, f"{period!r} is written {period.edtf}, which reads {back!r}", claims=[claim])


def opposed(conflicts: Iterable[Conflict]) -> frozenset[tuple[str, str, frozenset[str]]]:
    """Return every two claims that stand against each other: kind, field and the two ids.

    Args:
        conflicts: conflicts and differences of a result.

    >>> opposed([])
    frozenset()
    """
    return frozenset(
        (conflict.kind.value, conflict.field, frozenset({a.id, b.id}))
        for conflict in conflicts
        for one, other in combinations(conflict.positions, 2)
        for a in one.claims
        for b in other.claims
    )
