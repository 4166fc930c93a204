"""What the engine tells of two claims: the vocabulary of the tests of the diff.

>>> told(said("A", count=2), said("B", count=3)).kind
'contradiction'
"""

from __future__ import annotations

from typing import Any, NamedTuple

import reconcile as rc

DAY = "2021-03-05"


class Told(NamedTuple):
    """The verdict on two claims in one field: a kind ("" where nothing is said) and the kinds of its readings."""

    kind: str
    why: frozenset[str]

    @property
    def conflict(self) -> bool:
        return self.kind in ("denial", "contradiction", "discrepancy")


def said(outlet: str, **fields: Any) -> rc.Claim:
    """A claim of `outlet` with its name as id, of one day and one event with all others unless said otherwise."""
    given = {"id": outlet, "event_type": "test.case", "key": "k", "source": outlet, "reported": DAY, **fields}
    return rc.Claim.model_validate({name: value for name, value in given.items() if value is not None})


def of(number: float, thing: str | None = None, **fields: Any) -> dict[str, Any]:
    """An exact number of a thing."""
    return {"low": number, "high": number, **({"of": thing} if thing else {}), **fields}


def between(
    a: rc.Claim, b: rc.Claim, *others: rc.Claim, field: str | None = None, **options: Any
) -> tuple[rc.Conflict, ...]:
    """The conflicts and differences in which the two claims stand on different sides."""
    result = rc.reconcile([a, b, *others], **options)
    return tuple(
        one
        for one in result.find(claim=a, field=field)
        if any(b.id in p.ids for p in one.positions) and not any(a.id in p.ids and b.id in p.ids for p in one.positions)
    )


def told(a: rc.Claim, b: rc.Claim, *others: rc.Claim, field: str | None = None, **options: Any) -> Told:
    """What is told of the two claims: the sharpest kind, with the readings of all that is told.

    Without `field`, every field counts.
    """
    found = between(a, b, *others, field=field, **options)
    assert len({one.id for one in found}) == len(found)
    why = frozenset(reading.kind for one in found for reading in one.readings)
    kinds = [one.kind.value for one in found]
    order = [kind.value for kind in rc.Kind]
    return Told(min(kinds, key=order.index, default=""), why)


def texts(a: rc.Claim, b: rc.Claim, *others: rc.Claim, **options: Any) -> str:
    """All that the readings on the two claims say."""
    return "; ".join(reading.text for one in between(a, b, *others, **options) for reading in one.readings)
