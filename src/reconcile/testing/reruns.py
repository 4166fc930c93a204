"""Prevent order, copies and silence from changing verdicts: a pipeline is run again on claims that must not matter.

>>> import reconcile as rc
>>> result = rc.reconcile([rc.Claim(id=i, event_type="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))])
>>> assert_order(result, run=rc.reconcile)
>>> assert_copies(result, run=rc.reconcile)
>>> assert_silence(result, run=rc.reconcile)
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from reconcile.claims import Claim
from reconcile.diff.denials.targets import denied_by
from reconcile.diff.model import Position
from reconcile.reconciliation import Reconciliation
from reconcile.testing.breach import demand
from reconcile.testing.shape import opposed

Result = Reconciliation[Any]
Run = Callable[[list[Any]], Result]
ORDER = "law 1 (order)"
COPIES = "law 5 (copies)"
SILENCE = "law 6 (silence)"
LOCALITY = "law 7 (locality)"
DISPUTED = ("count", "phase", "due")


def given(result: Result) -> list[Any]:
    """Return the claims of a result as often as they were given."""
    return [claim for claim in result.claims for _ in range(result.multiplicity.get(claim.id, 1))]


def assert_order(result: Result, *, run: Run) -> None:
    """Assert that the claims in any other order give the same JSON.

    Args:
        result: the result.
        run: the pipeline that gave it, from claims to a result.

    Raises:
        AssertionError: the law is broken; the message names the order of the claims.

    >>> from reconcile import Claim, reconcile
    >>> assert_order(reconcile([Claim(about="x", source="A")]), run=reconcile)
    """
    claims, text = given(result), result.to_json()
    half = len(claims) // 2
    mixed = random.Random(0).sample(claims, len(claims))  # noqa: S311 - a fixed shuffle, no secret
    for order in (claims, claims[::-1], claims[half:] + claims[:half], mixed):
        again = run(list(order)).to_json()
        demand(again == text, ORDER, f"another order gives another result: {_first(text, again)}", claims=order)


def _first(one: str, other: str) -> str:
    """Return the first line in which two texts differ."""
    lines = zip([*one.splitlines(), ""], [*other.splitlines(), ""], strict=False)
    return next((f"{a.strip()!r} became {b.strip()!r}" for a, b in lines if a != b), "one goes on after the other")


def assert_copies(result: Result, *, run: Run, most: int = 6) -> None:
    """Assert that a reprint through the same chain adds no independent voice and no independent carrier.

    Args:
        result: the result.
        run: the pipeline that gave it.
        most: how many claims are reprinted, one after the other.

    Raises:
        AssertionError: the law is broken; the message names the claim, the field and the numbers.

    >>> from reconcile import Claim, reconcile
    >>> assert_copies(reconcile([Claim(about="x", count=2, source="A")]), run=reconcile)
    """
    before = _backing(result, "")
    for claim in result.claims[:most]:
        copy = _reprint(claim)
        for where, position in _backing(run([*given(result), copy]), copy.id).items():
            if where in before:
                _demand_no_more(where[0], before[where], position)


def _reprint(claim: Claim) -> Claim:
    kept = claim.source.model_dump(exclude={"outlet", "via", "document", "url"})
    source = {**kept, "outlet": "Zzyzx Reprints", "via": claim.source.chain[:50]}
    fields = {name: getattr(claim, name) for name in type(claim).model_fields}
    # What it denies is a part of what it says: a copy without it would deny something else.
    return type(claim)(
        **{**fields, "id": f"{claim.id[:400]} reprinted", "refers": denied_by(claim), "evidence": (), "source": source}
    )


def _backing(result: Result, copy: str) -> dict[tuple[str, str, frozenset[str]], Position]:
    return {
        (account.field, str(position.value), frozenset(position.ids) - {copy}): position
        for event in result.events
        for account in event.accounts
        for position in account.positions
    }


def _demand_no_more(name: str, before: Position, after: Position) -> None:
    for what in ("independent_voices", "independent_carriers"):
        old, new = getattr(before, what), getattr(after, what)
        demand(new <= old, COPIES, f"a reprint raises {what} of {name} from {old} to {new}", claims=after.claims)


def assert_silence(result: Result, *, run: Run, fields: Sequence[str] = DISPUTED, most: int = 6) -> None:
    """Assert that a claim which no longer states a purely disputed value brings no new conflict in that field.

    Args:
        result: the result.
        run: the pipeline that gave it.
        fields: the fields, which must weigh nothing in alignment and may be None.
        most: in how many claims each field is silenced, one after the other.

    Raises:
        AssertionError: the law is broken; the message names the claims and the field.

    >>> from reconcile import Claim, reconcile
    >>> assert_silence(reconcile([Claim(about="x", count=2, source="A")]), run=reconcile)
    """
    for name in fields:
        told = [claim for claim in result.claims if getattr(claim, name, None) is not None]
        for claim in told[:most]:
            after = run([c.model_copy(update={name: None}) if c.id == claim.id else c for c in given(result)])
            new = _pairs(after, name) - _pairs(result, name)
            demand(
                not new, SILENCE, f"without {name} in {claim.id}, new conflicts in it: {_shown(new)}", claims=[claim]
            )
            same = _groups(after) == _groups(result)
            demand(same, SILENCE, f"without {name} in {claim.id}, claims are of other events", claims=[claim])


def _shown(pairs: set[frozenset[str]]) -> list[list[str]]:
    return sorted(sorted(pair) for pair in pairs)[:3]


def _pairs(result: Result, name: str) -> set[frozenset[str]]:
    return {pair for _, field, pair in opposed(result.conflicts) if field == name}


def _groups(result: Result) -> set[frozenset[str]]:
    return {frozenset(c.id for c in event.claims if c.polarity == "affirmed") for event in result.events} - {
        frozenset()
    }


def assert_locality(result: Result, *, run: Run, stranger: Claim | None = None) -> None:
    """Assert that a claim which shares nothing with an event leaves that event as it was.

    Args:
        result: the result.
        run: the pipeline that gave it, with a frozen model.
        stranger: a claim that shares no blocking key with any other; by default one about nothing on earth.

    Raises:
        AssertionError: the law is broken; the message names the event's claims.

    >>> from reconcile import Claim, reconcile
    >>> assert_locality(reconcile([Claim(about="x", count=2, source="A")]), run=reconcile)
    """
    far = stranger or Claim(
        id="zz stranger",
        event_type="zzyzx.unheard-of",
        about="qwqw xyxy",
        key="zzyzx key of a stranger",
        source="Zzyzx",
    )
    after = {event.id: event for event in run([*given(result), far]).events}
    for event in result.events:
        same = after.get(event.id) == event
        demand(same, LOCALITY, "a claim that shares nothing with an event changed it", claims=event.claims)
