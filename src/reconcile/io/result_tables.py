"""Prevent an analyst from taking a nested file apart: a result as three flat tables.

>>> from reconcile import Claim, reconcile
>>> result = reconcile([Claim(id=i, about="centres agreed", count=n, source=i) for i, n in (("a", 2), ("b", 3))])
>>> result_to_table(result, of="conflicts")["values"]
['2 | 3']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from reconcile.diff.model import Conflict, Event
from reconcile.errors import ClaimError

if TYPE_CHECKING:
    from reconcile.result import Reconciliation


def result_to_table(
    result: Reconciliation[Any], *, of: Literal["claims", "positions", "conflicts"] = "claims"
) -> dict[str, list[Any]]:
    """Return a result as columns.

    Args:
        result: the result.
        of: which table.

    Raises:
        ClaimError: there is no such table.
    """
    tables = {"claims": _claim_table, "positions": _position_table, "conflicts": _conflict_table}
    if of not in tables:
        raise ClaimError(f"no table {of!r}", repair=f"one of {', '.join(tables)}")
    names, rows = tables[of](result)
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


Row = tuple[Any, ...]
CLAIMS = ("claim", "event", "polarity", "voice", "carrier")
POSITIONS = ("claim", "event", "field", "account", "position", "value", "status")
CONFLICTS = (
    "conflict", "kind", "field", "severity", "event", "claims", "values", "readings", "same_voice", "same_document",
)  # fmt: skip


def _claim_table(result: Reconciliation[Any]) -> tuple[tuple[str, ...], list[Row]]:
    return CLAIMS, sorted(row for event in result.events for row in claim_rows(event))


def _position_table(result: Reconciliation[Any]) -> tuple[tuple[str, ...], list[Row]]:
    return POSITIONS, [row for event in result.events for row in position_rows(event)]


def _conflict_table(result: Reconciliation[Any]) -> tuple[tuple[str, ...], list[Row]]:
    return CONFLICTS, [conflict_row(one) for one in (*result.conflicts, *result.differences)]


def claim_rows(event: Event) -> list[Row]:
    """Return a row for each claim of an event, as `CLAIMS` names them."""
    return [(c.id, event.id, c.polarity, c.voice, c.source.carrier) for c in event.claims]


def position_rows(event: Event) -> list[Row]:
    """Return a row for each claim in each position of an event, as `POSITIONS` names them."""
    return [
        (claim.id, event.id, account.field, i, n, text, account.status)
        for i, account in enumerate(event.accounts)
        for n, (position, text) in enumerate((p, str(p.value)) for p in account.positions)
        for claim in position.claims
    ]


def conflict_row(one: Conflict) -> Row:
    """Return a conflict as a row, as `CONFLICTS` names it."""
    return (
        one.id, one.kind.value, one.field, one.severity, " ".join(one.events), " ".join(c.id for c in one.claims),
        " | ".join(str(p.value) for p in one.positions), " | ".join(str(r) for r in one.readings),
        one.same_voice, one.same_document,
    )  # fmt: skip
