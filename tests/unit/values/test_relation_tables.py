"""The table of DESIGN §3, one line per case: how each type of value stands to another of its kind."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

import pytest

from reconcile import EventType, Parties, Period, Phase, Place, Places, Quantity, Relation, Text
from reconcile.values import relation

SINCE = "throughout"


class Color(Enum):
    """A plain enumeration of a user's class."""

    RED = 1
    BLUE = 2


TABLE: list[tuple[Any, Any, str]] = [
    (Quantity(2), Quantity(2), "equal"),
    (Quantity(2), Quantity(2.0), "equal"),
    (Quantity(2), Quantity(3), "exclusive"),
    (Quantity(25), Quantity(low=20), "narrower"),
    (Quantity(low=20), Quantity(low=30), "broader"),
    (Quantity(low=20, high=30), Quantity(low=25, high=40), "compatible"),
    (Quantity(low=20, high=30), Quantity(low=31), "exclusive"),
    (Quantity(low=20), Quantity(high=20), "compatible"),
    (Quantity(40, approximate=True), Quantity(43), "broader"),
    (Quantity(40, approximate=True), Quantity(45), "exclusive"),
    (Quantity(low=0, high=5, best=2), Quantity(low=0, high=5), "narrower"),
    (Quantity(low=0, high=5, best=2), Quantity(low=0, high=5, best=3), "compatible"),
    (Quantity(2, of="centres"), Quantity(2), "narrower"),
    (Quantity(2, of="centres"), Quantity(2, of="Centres"), "equal"),
    (Quantity(2, of="centres"), Quantity(3, of="governorates"), "unknown"),
    (Quantity(2, scope="main"), Quantity(2, scope="temporary"), "unknown"),
    (Quantity(2, unit="km"), Quantity(2, unit="mi"), "exclusive"),
    (Quantity(2, unit="km"), Quantity(2, unit="kg"), "unknown"),
    (Quantity(5, increment=True), Quantity(5), "unknown"),
    (Period("2020-10-13"), Period("2020-10"), "narrower"),
    (Period("2020"), Period("2020-10"), "broader"),
    (Period("2020-10-01", "2020-10-10"), Period("2020-10-05", "2020-10-20"), "compatible"),
    (Period("2020-10-13"), Period("2020-10-14"), "exclusive"),
    (Period("2020-10-13?"), Period("2020-10-14"), "compatible"),
    (Period.parse("2020-10-13~"), Period("2020-10-14"), "broader"),
    (Period.parse("2018/..", kind=SINCE), Period.parse("2019/..", kind=SINCE), "exclusive"),
    (Period.parse("2018/..", kind=SINCE), Period.parse("2018/..", kind=SINCE), "equal"),
    (Period.parse("2018/2020", kind=SINCE), Period.parse("2018/..", kind=SINCE), "compatible"),
    (Period.parse("last week"), Period("2020-10"), "unknown"),
    (Places("أربيل"), Places("Hewlêr"), "equal"),
    (Places("Khanaqin"), Places("Diyala"), "narrower"),
    (Places("Erbil", "Baghdad"), Places("Baghdad"), "narrower"),
    (Places("Erbil", "Baghdad"), Places("Baghdad", "Kirkuk"), "compatible"),
    (Places("Erbil"), Places("Baghdad"), "exclusive"),
    (Places("Erbil", complete=True), Places("Baghdad", "Erbil"), "exclusive"),
    (Places("Qwxyz"), Places("qwxyz"), "equal"),
    (Places("Qwxyz"), Places("Zyxwq"), "unknown"),
    (
        Places(Place("Camp", lat=36, lon=44, radius_km=1)),
        Places(Place("Camp", lat=36, lon=44, radius_km=5)),
        "narrower",
    ),
    (Parties("داعش"), Parties("ISIS"), "equal"),
    (Parties("ISIS", "UN"), Parties("Daesh"), "narrower"),
    (Parties("Qwxyz"), Parties("Zyxwq"), "unknown"),
    (Parties({"name": "ISIS", "role": "actor"}), Parties({"name": "ISIS", "role": "target"}), "compatible"),
    (Parties({"name": "ISIS", "role": "actor"}), Parties("ISIS"), "narrower"),
    (Phase("completed"), Phase("begun"), "narrower"),
    (Phase("discussed"), Phase("agreed"), "broader"),
    (Phase("not-implemented"), Phase("begun"), "exclusive"),
    (Phase("not-implemented"), Phase("completed"), "exclusive"),
    (Phase("not-implemented"), Phase("agreed"), "compatible"),
    (Phase("suspended"), Phase("begun"), "compatible"),
    (EventType("assault.shelling"), EventType("assault"), "narrower"),
    (EventType("assault.shelling"), EventType("assault.airstrike"), "unknown"),
    (EventType("Assault"), EventType("assault"), "equal"),
    (Text("Two centres"), Text("two  centres"), "equal"),
    (Text("two centres"), Text("three centres"), "unknown"),
    ("B 12", "b  12", "equal"),
    ("B 12", "B 13", "exclusive"),
    (3, 3.0, "equal"),
    (3, 4, "exclusive"),
    (True, True, "equal"),
    (True, 1, "unknown"),
    (dt.date(2020, 1, 1), dt.date(2020, 1, 2), "exclusive"),
    (Color.RED, Color.RED, "equal"),
    (Color.RED, Color.BLUE, "exclusive"),
    (3, "3", "unknown"),
]


@pytest.mark.parametrize(("a", "b", "wanted"), TABLE, ids=lambda one: str(one)[:40])
def test_relation(a: Any, b: Any, wanted: str) -> None:
    assert relation(a, b) is Relation(wanted)
    assert relation(b, a) is Relation(wanted).converse
