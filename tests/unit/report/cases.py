"""Results to report, made by hand where one exact shape is wanted, by the engine where a whole is."""

from __future__ import annotations

from typing import Any

from reconcile import Claim, Reconciliation, reconcile
from reconcile.diff.model import Conflict, Kind, Position, Reading
from reconcile.values import Quantity

RUDAW = {"outlet": "رووداو"}
COMMAND = {
    "outlet": "بيت نهرين", "via": ["رووداو"], "speaker": "تحسين الخفاجي", "role": "المتحدث",
    "organization": "قيادة العمليات المشتركة",
}  # fmt: skip


def claim(name: str, source: Any = "Rudaw", **fields: Any) -> Claim:
    return Claim.model_validate({"id": name, "about": "centres", "key": "k", "source": source, **fields})


def conflict(kind: Kind, field: str, *sides: tuple[Any, list[Claim]], **fields: Any) -> Conflict:
    positions = tuple(Position(value, tuple(claims)) for value, claims in sides)
    return Conflict("x", kind, ("e",), field, positions, **fields)


def two_and_three(**fields: Any) -> Conflict:
    a = claim("a", RUDAW, count=2, reported="2020-10-13")
    b = claim("b", COMMAND, count=3, said="2020-10-12", reported="2020-10-13")
    return conflict(
        Kind.CONTRADICTION, "count", (Quantity(2, of="centres"), [a]), (Quantity(3, of="centres"), [b]), **fields
    )


def summed() -> Reading:
    return Reading("sum of parts", "2 + 1 = 3")


def whole() -> Reconciliation[Claim]:
    return reconcile(
        [
            claim("a", RUDAW, count=2, places=["أربيل", "بغداد"], when="2020-10", phase="agreed"),
            claim("b", COMMAND, count=3, said="2020-10-12", places=["ديالى"]),
            claim("c", {"outlet": "K24", "kind": "unnamed", "speaker": "sources"}, count=3, mode="opinion"),
            claim("d", {"outlet": "INA", "organization": "the Ministry"}, polarity="denied"),
            claim("e", "Elaph", key="other", about="<b>*x*</b> | =cmd", event_type="talks.start"),
        ]
    )
