"""Claims that say little, in the small files of a fact-checker: what joins, and its near twin that must not."""

from __future__ import annotations

from typing import Any

import pytest

from reconcile import Claim
from reconcile.align import Aligner, resolve_names

CITIES = ("Kirkuk", "Mosul", "Basra", "Najaf", "Tikrit", "Ramadi", "Diyala", "Karbala")
FLOOD: dict[str, Any] = {"event_type": "disaster.flood"}
CENTRE: dict[str, Any] = {"event_type": "coordination.centre"}
DAY = "2020-10-13"


def claim(name: str, **fields: Any) -> Claim:
    return Claim.model_validate({"id": name, "source": f"outlet of {name}", **fields})


def others(size: int, kind: str) -> list[Claim]:
    """Claims of the same kind on other places, reported on other days."""
    return [
        claim(f"x{n:02d}", event_type=kind, places=[CITIES[n % 8]], reported=f"2019-{1 + n % 12:02d}-{1 + n // 12:02d}")
        for n in range(size)
    ]


def joined(one: dict[str, Any], two: dict[str, Any], *, among: int) -> bool:
    claims = [claim("a", **one), claim("b", **two)]
    claims += others(among, str(claims[0].event_type))
    labels = Aligner().align(claims, names=resolve_names(claims)).labels
    return bool(labels[0] == labels[1])


JOINS = {
    "kind and day of report": (CENTRE | {"reported": DAY}, CENTRE | {"reported": DAY}),
    "kind and day": (FLOOD | {"when": DAY}, FLOOD | {"when": DAY}),
    "reported the day after": (FLOOD | {"when": DAY}, FLOOD | {"reported": "2020-10-14"}),
    "two languages": (
        FLOOD | {"about": "flood sweeps homes away", "reported": DAY},
        FLOOD | {"about": "فيضانات تجرف المنازل", "reported": DAY},
    ),
    "two languages, place and next day": (
        FLOOD | {"about": "flood sweeps homes away", "reported": DAY, "places": ["Erbil"]},
        FLOOD | {"about": "فيضانات تجرف المنازل", "reported": "2020-10-14", "places": ["أربيل"]},
    ),
    "two cities": (
        CENTRE | {"places": ["Erbil", "Baghdad"], "count": 2, "reported": DAY},
        CENTRE | {"places": ["Baghdad", "Erbil"], "count": 3, "reported": DAY},
    ),
    "month and day": (
        FLOOD | {"when": "2020-10", "places": ["Erbil"]},
        FLOOD | {"when": DAY, "places": ["Erbil"]},
    ),
    "the next day": (FLOOD | {"when": DAY, "places": ["Erbil"]}, FLOOD | {"when": "2020-10-14", "places": ["Erbil"]}),
}
PARTS = {
    "reported months apart": (CENTRE | {"reported": DAY}, CENTRE | {"reported": "2021-03-13"}),
    "another day": (FLOOD | {"when": DAY}, FLOOD | {"when": "2020-10-17"}),
    "reported long after": (FLOOD | {"when": DAY}, FLOOD | {"reported": "2020-12-13"}),
    "two languages, another place": (
        FLOOD | {"about": "flood sweeps homes away", "reported": DAY, "places": ["Erbil"]},
        FLOOD | {"about": "فيضانات تجرف المنازل", "reported": DAY, "places": ["البصرة"]},
    ),
    "another city": (
        CENTRE | {"places": ["Erbil", "Baghdad"], "reported": DAY},
        CENTRE | {"places": ["Diyala"], "reported": DAY},
    ),
    "other wording": (
        FLOOD | {"about": "river bursts its banks in the old town", "reported": DAY},
        FLOOD | {"about": "dam gates opened after storm", "reported": DAY},
    ),
    "another kind": (
        FLOOD | {"places": ["Erbil"], "reported": DAY},
        {"event_type": "meeting", "places": ["Erbil"], "reported": DAY},
    ),
    "two floods in one week": (
        FLOOD | {"when": DAY, "places": ["Erbil"]},
        FLOOD | {"when": "2020-10-18", "places": ["Erbil"]},
    ),
    "one day, two cities": (FLOOD | {"when": DAY, "places": ["Erbil"]}, FLOOD | {"when": DAY, "places": ["Basra"]}),
}


@pytest.mark.parametrize("among", [0, 8, 40])
@pytest.mark.parametrize("case", JOINS)
def test_terse_claims_of_one_affair_join(case: str, among: int) -> None:
    assert joined(*JOINS[case], among=among)


@pytest.mark.parametrize("among", [0, 8, 40])
@pytest.mark.parametrize("case", PARTS)
def test_their_near_twins_stay_apart(case: str, among: int) -> None:
    assert not joined(*PARTS[case], among=among)


def test_one_document_tells_of_many_events() -> None:
    """A shared day of report says half as much within one document as between two."""
    pages = ({"outlet": "North", "document": "p1"}, {"outlet": "South", "document": "p2"})
    told = {**CENTRE, "reported": DAY}
    one, same, other = claim("a", **told), claim("b", **told), claim("c", **told)
    one, same = (c.model_copy(update={"source": c.source.model_validate(pages[0])}) for c in (one, same))
    other = other.model_copy(update={"source": other.source.model_validate(pages[1])})
    claims = [one, same, other]
    found = Aligner().align(claims, names=resolve_names(claims))
    assert found.match(0, 1).total == pytest.approx(found.match(0, 2).total - 0.8)


def test_a_stated_time_is_never_replaced_by_the_report() -> None:
    claims = [claim("a", **FLOOD, when="2020-01-05", reported=DAY), claim("b", **FLOOD, when=DAY, reported=DAY)]
    found = Aligner().align(claims, names=resolve_names(claims)).match(0, 1)
    assert not found.same_event
    assert next(w for w in found.weights if w.field == "when").bits < -2


def test_a_whole_list_weighs_more_than_one_of_its_places() -> None:
    def bits(*places: str) -> float:
        claims = [claim(name, **CENTRE, places=list(places)) for name in "ab"]
        found = Aligner().align(claims, names=resolve_names(claims)).match(0, 1)
        return next(w.bits for w in found.weights if w.field == "places")

    assert bits("Erbil") < bits("Erbil", "Baghdad") < bits("Erbil", "Baghdad", "Basra")
