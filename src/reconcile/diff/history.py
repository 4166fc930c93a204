"""Prevent the last word from hiding the first: a field's statements in the order in which they were made.

>>> standing_alone([])
{}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reconcile.claims import Claim
from reconcile.diff.model import Event
from reconcile.diff.statements import statements
from reconcile.values import Period


@dataclass(frozen=True, slots=True)
class Step:
    """One statement in the history of a field.

    Attributes:
        said: when it was stated; None is unknown.
        value: what was stated.
        claim: the claim that states it.
    """

    said: Period | None
    value: Any
    claim: Claim


def steps(event: Event, field: str) -> tuple[Step, ...]:
    """Return the statements of a field of an event in the order in which they were made, undated ones last.

    Args:
        event: the event.
        field: the field, or `polarity`.
    """
    if field == "polarity":
        found = [Step(claim.stated_at, claim.polarity, claim) for claim in event.claims]
    else:
        said = (c for c in event.claims if c.polarity == "affirmed")
        found = [Step(c.stated_at, s.value, c) for c in said for s in statements(c) if s.field == field]
    return tuple(sorted(found, key=_time))


def _time(step: Step) -> tuple[bool, float, float, str]:
    if step.said is None or not step.said.known:
        return True, 0.0, 0.0, step.claim.id
    return False, *step.said.stated, step.claim.id


def standing_alone(events: Iterable[Event]) -> dict[str, tuple[int, int]]:
    """Return how often each outlet is the only one with a value among several outlets, and among how many.

    Args:
        events: events with their accounts.
    """
    counted: dict[str, list[int]] = {}
    for event in events:
        for account in event.accounts:
            outlets = [{claim.source.outlet for claim in position.claims} for position in account.positions]
            if len(set[str]().union(*outlets)) < 2:
                continue
            for some in outlets:
                for outlet in some:
                    numbers = counted.setdefault(outlet, [0, 0])
                    numbers[0] += len(some) == 1
                    numbers[1] += 1
    return {outlet: (numbers[0], numbers[1]) for outlet, numbers in sorted(counted.items())}
