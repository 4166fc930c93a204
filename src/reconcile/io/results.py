"""Prevent a result from changing on its way through a file: what is written reads back as the same result.

>>> from reconcile import Claim, reconcile
>>> result = reconcile([Claim(id=i, about="centres agreed", count=n, source=i) for i, n in (("a", 2), ("b", 3))])
>>> result_from_json(result_to_json(result)).conflicts == result.conflicts
True
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from reconcile.claims import Claim
from reconcile.claims.ruling import Ruling
from reconcile.diff.model import Account, Conflict, Event, Kind, Position, Reading
from reconcile.diff.statements import statements
from reconcile.errors import ClaimError, shown
from reconcile.io.records import Chooser, claim_from
from reconcile.language.measures import MOST_FACTOR
from reconcile.values import Period, Quantity
from reconcile.values.base import changed
from reconcile.values.quantity import LIMIT

if TYPE_CHECKING:
    from reconcile.result import Reconciliation

VERSION = 1


def result_to_json(result: Reconciliation[Any]) -> str:
    """Return a result as JSON text; claims once, everything else by their ids.

    Args:
        result: the result.
    """
    conflicts = [*result.conflicts, *result.differences]
    whole = {
        "reconcile": VERSION,
        "claims": [json.loads(claim.to_json()) for claim in result.claims],
        "multiplicity": dict(result.multiplicity),
        "notes": list(result.notes),
        "rulings": [json.loads(ruling.model_dump_json(exclude_defaults=True)) for ruling in result.rulings],
        "stale": [json.loads(ruling.model_dump_json(exclude_defaults=True)) for ruling in result.stale],
        "events": [_event(event) for event in result.events],
        "conflicts": [_conflict(one) for one in conflicts],
    }
    return to_json(whole, indent=1).decode()


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "event_type": event.event_type,
        "label": event.label,
        "claims": [claim.id for claim in event.claims],
        "span": _dump(event.span),
        "accounts": [_account(account) for account in event.accounts],
    }


def _account(account: Account) -> dict[str, Any]:
    return {
        "field": account.field,
        "frame": [list(part) for part in account.frame],
        "status": account.status,
        "bounds": _dump(account.bounds),
        "positions": [_position(position, account.positions) for position in account.positions],
    }


def _conflict(one: Conflict) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "field": one.field,
        "events": list(one.events),
        "severity": one.severity,
        "breadth": one.breadth,
        "same_voice": one.same_voice,
        "same_document": one.same_document,
        "same_outlet": one.same_outlet,
        "readings": [
            {"kind": r.kind, "text": r.text, "certain": r.certain, "claims": list(r.claims), "figures": r.figures}
            for r in one.readings
        ],
        "positions": [_position(position, one.positions) for position in one.positions],
    }


def _position(position: Position, beside: Sequence[Position]) -> dict[str, Any]:
    return {
        "value": str(position.value),
        "stated_by": _stated_by(position),
        "claims": list(position.ids),
        "voices": list(position.voices),
        "carriers": list(position.carriers),
        "independent_voices": position.independent_voices,
        "independent_carriers": position.independent_carriers,
        "entailed_by": [_stated_by(_holder(value, beside)) for value in position.entailed_by],
        "compatible_with": [_stated_by(_holder(value, beside)) for value in position.compatible_with],
        "first_said": _dump(position.first_said),
        "last_said": _dump(position.last_said),
        "denied": position.denied,
    }


def _stated_by(position: Position) -> list[str | int]:
    """Return where the value of a position is stated: the claim, and the place among its values."""
    return [position.claims[0].id, position.index]


def _holder(value: object, beside: Sequence[Position]) -> Position:
    """Return the first position that holds a value; two claims may state it by one object."""
    return next(one for one in beside if one.value is value or one.value == value)


def _dump(value: Quantity | Period | None) -> dict[str, Any] | None:
    if value is None:
        return None
    return {type(value).__name__: json.loads(value.model_dump_json(exclude_defaults=True))}


def result_from_json(text: str, *types: type[Claim]) -> Reconciliation[Claim]:
    """Return the result that `result_to_json` wrote.

    Args:
        text: the JSON.
        types: the classes of the claims, where they are not all plain `Claim`s.

    Raises:
        ClaimError: the text is not such a result.
    """
    from reconcile.result import Reconciliation

    try:
        whole = json.loads(text)
        reader = _Reader.of(whole, types)
        conflicts = tuple(reader.conflict(one) for one in whole["conflicts"])
        return Reconciliation(
            claims=tuple(reader.claims.values()),
            events=tuple(reader.event(one) for one in whole["events"]),
            conflicts=tuple(one for one in conflicts if one.kind.is_conflict),
            differences=tuple(one for one in conflicts if not one.kind.is_conflict),
            multiplicity={str(k): int(v) for k, v in whole["multiplicity"].items()},
            rulings=tuple(Ruling.model_validate(one) for one in whole["rulings"]),
            stale=tuple(Ruling.model_validate(one) for one in whole["stale"]),
            notes=tuple(whole["notes"]),
        )
    except ClaimError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        problem = f"{type(error).__name__}: {str(error)[:200]}"
        raise ClaimError(f"not a result: {problem}", repair="give what to_json wrote") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Rebuilds the objects of a result around its claims."""

    claims: dict[str, Claim]
    values: dict[tuple[str, str, int], Any]

    @classmethod
    def of(cls, whole: dict[str, Any], types: Sequence[type[Claim]]) -> _Reader:
        claims = [_claim(data, types, f"claim {number:,}") for number, data in enumerate(whole["claims"], 1)]
        values = {(c.id, s.field, s.nth): s.value for c in claims for s in statements(c)}
        return cls({claim.id: claim for claim in claims}, values)

    def event(self, data: dict[str, Any]) -> Event:
        accounts = tuple(self.account(one, data["id"]) for one in data["accounts"])
        members = tuple(self.claims[one] for one in data["claims"])
        return Event(data["id"], data["event_type"], data["label"], members, accounts, _load(data["span"]))

    def account(self, data: dict[str, Any], event: str) -> Account:
        positions = tuple(self.position(one, data["field"]) for one in data["positions"])
        frame = tuple((str(name), str(value)) for name, value in data["frame"])
        return Account(data["field"], frame, positions, data["status"], _load(data["bounds"]), event)

    def conflict(self, data: dict[str, Any]) -> Conflict:
        return Conflict(
            id=data["id"],
            kind=Kind(data["kind"]),
            events=tuple(data["events"]),
            field=data["field"],
            positions=tuple(self.position(one, data["field"]) for one in data["positions"]),
            readings=tuple(
                Reading(r["kind"], r["text"], r["certain"], tuple(r["claims"]), r["figures"]) for r in data["readings"]
            ),
            severity=data["severity"],
            breadth=data["breadth"],
            same_voice=data["same_voice"],
            same_document=data["same_document"],
            same_outlet=data["same_outlet"],
        )

    def position(self, data: dict[str, Any], field: str) -> Position:
        claim, index = data["stated_by"]
        return Position(
            value=data["value"] if field == "polarity" else self.values[claim, field, index],
            claims=tuple(self.claims[one] for one in data["claims"]),
            voices=tuple(data["voices"]),
            carriers=tuple(data["carriers"]),
            independent_voices=data["independent_voices"],
            independent_carriers=data["independent_carriers"],
            entailed_by=tuple(self.values[c, field, i] for c, i in data["entailed_by"]),
            compatible_with=tuple(self.values[c, field, i] for c, i in data["compatible_with"]),
            first_said=_load(data["first_said"]),
            last_said=_load(data["last_said"]),
            denied=data["denied"],
            index=index,
        )


def _claim(data: dict[str, Any], types: Sequence[type[Claim]], where: str) -> Claim:
    known = types or (Claim,)
    best = max(known, key=lambda kind: len(kind.model_fields.keys() & data.keys()))
    try:
        return claim_from(data, best, where)
    except ClaimError:
        unknown = sorted(data.keys() - Chooser((best,)).names)
        if not unknown:
            raise
        found = f"{best.__name__} has no field {shown(unknown[0])}"
        repair = "name the class that has it, as in from_json(text, MyClass)"
        raise ClaimError(found, where=where, repair=repair) from None


def _load(data: dict[str, Any] | None) -> Any:  # noqa: ANN401 - one of two value classes, or None
    if data is None:
        return None
    (name, fields), *_ = data.items()
    return {"Quantity": _quantity, "Period": Period.model_validate}[name](fields)


def _quantity(fields: dict[str, Any]) -> Quantity:
    """Return bounds in the base unit; what was legal in hours may be beyond the limit of a figure in seconds."""
    numbers = {name: number for name, number in fields.items() if type(number) in (int, float)}
    over = {name: number for name, number in numbers.items() if LIMIT < abs(number) <= LIMIT * MOST_FACTOR}
    checked = Quantity.model_validate(fields | {name: LIMIT if over[name] > 0 else -LIMIT for name in over})
    return changed(checked, over) if over else checked
