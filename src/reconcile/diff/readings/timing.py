"""Prevent a later state of the world from contradicting an earlier statement: who spoke first is asked before.

>>> from reconcile import Claim
>>> a, b = (Claim(about="x", source="A", reported=day) for day in ("2020-10-13", "2020-10-14"))
>>> order(a, b)
'earlier'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from reconcile.claims import Claim
from reconcile.values import Period

Order = Literal["earlier", "later", "same", "unknown"]


def order(a: Claim, b: Claim) -> Order:
    """Return whether `a` was stated earlier or later than `b`, at the same time, or in unknown order.

    Args:
        a: a claim.
        b: another. Two statements in one document were made at the same time unless a dated `said` tells otherwise.
    """
    if one_document(a, b) and not any(c.said is not None and c.said.known for c in (a, b)):
        return "same"
    first, second = a.stated_at, b.stated_at
    if first is None or second is None:
        return "unknown"
    return order_of_periods(first, second)


def order_of_periods(a: Period, b: Period) -> Order:
    """Return whether period `a` ends before `b` begins, begins after it ends, equals it, or cannot be told.

    >>> order_of_periods(Period("2020"), Period("2020-10"))
    'unknown'
    """
    (low, high), (low_2, high_2) = a.compared, b.compared
    if high < low_2:
        return "earlier"
    if high_2 < low:
        return "later"
    return "same" if (low, high) == (low_2, high_2) and a.known else "unknown"


def one_document(a: Claim, b: Claim) -> bool:
    """Return whether both claims stand in one document of one outlet."""
    return a.source.document is not None and (a.source.outlet, a.source.document) == (
        b.source.outlet, b.source.document,
    )  # fmt: skip


def first_and_last(claims: Iterable[Claim]) -> tuple[Period | None, Period | None]:
    """Return the earliest and the latest dated statement among `claims`."""
    dated = [p for claim in claims if (p := claim.stated_at) is not None and p.known]
    if len(dated) < 2:
        return (dated[0], dated[0]) if dated else (None, None)
    return min(dated, key=lambda p: (p.stated, str(p))), max(dated, key=lambda p: (p.stated[::-1], str(p)))
