"""Where place and day both exclude, or two countries, stock wording joins nothing; one slip still parts nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile as rc
from reconcile.align import Aligner
from reconcile.align.columns import Field
from reconcile.align.defaults import default_model, with_joint
from reconcile.align.fields import TimeColumn
from reconcile.align.fields.elsewhere import FIELD, ElsewhereColumn
from reconcile.values import BUILTIN, Period, Place, Places

SHELLING = {"about": "shelling of village", "event_type": "assault.shelling"}


def told(*rows: dict[str, Any]) -> rc.Reconciliation[rc.Claim]:
    return rc.reconcile(
        [rc.Claim(**{"id": name, "source": f"{name} news", **row}) for name, row in zip("abc", rows, strict=False)]
    )


def events(*rows: dict[str, Any]) -> int:
    return len(told(*rows).events)


def at(place: Any, day: str, **fields: Any) -> dict[str, Any]:
    return {**SHELLING, "places": place, "when": day, **fields}


def test_three_towns_on_three_days_are_three_events() -> None:
    assert events(at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-11"), at("Kharkiv", "2023-01-12")) == 3


@pytest.mark.parametrize(
    "rows",
    [
        (at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-10")),  # one wrong city
        (at("Bakhmut", "2023-01-10"), at("Bakhmut", "2023-01-11")),  # one wrong day
        (at("Bakhmut", "2023-01-10"), at("Kramatorsk", "2023-01-11")),  # another town of the province
        (at("Bakhmut", "2023-01-10"), at("Donetsk Oblast", "2023-01-11")),  # the province
        (at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01")),  # the day is not known to be another
        (at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-10/2023-01-12")),
        (at("Bakhmut", "2023-01-10"), at("a village", "2023-01-11")),  # nobody knows where
        (at("Mosul", "2016-03-01"), at("Erbil", "2016-03-02")),  # near, across the line of two provinces
    ],
)
def test_one_slip_parts_nothing(rows: tuple[dict[str, Any], ...]) -> None:
    assert events(*rows) == 1


def test_the_day_of_a_report_is_no_other_day() -> None:
    first, second = at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-10")
    del second["when"]
    assert events(first, second | {"reported": "2023-01-11"}) == 1
    assert events(first, second | {"when": "2023-01-11"}) == 2


@pytest.mark.parametrize("kind", [None, "politics.election"])
@pytest.mark.parametrize(("here", "there"), [("Iraq", "Sudan"), ("Athens", "Paris"), ("Basra", "Sudan")])
def test_one_phrase_in_two_countries_on_one_day_is_two_events(here: str, there: str, kind: str | None) -> None:
    row = {"about": "parliamentary election held", "when": "2021-10-10", "event_type": kind}
    row = {name: value for name, value in row.items() if value}
    assert events(row | {"places": here}, row | {"places": there}) == 2
    assert events(row | {"places": here}, row | {"places": here}) == 1


def test_what_only_both_share_still_joins_two_countries_and_two_provinces() -> None:
    named = {"about": "ambush of the convoy of general Masum", "parties": ["Masum Zada", "26th Brigade"]}
    assert events(at("Mosul", "2016-03-01", **named), at("Tikrit", "2016-03-02", **named)) == 1
    assert events(at("Mosul", "2016-03-01", **named), at("Damascus", "2016-03-01", **named)) == 1


def test_a_table_is_judged_alike() -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [
        {"id": n, "source": n, **row}
        for n, row in zip("ab", (at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-11")), strict=True)
    ]
    assert len(set(rc.reconcile_table(pa.Table.from_pylist(rows)).claims["event"].to_pylist())) == 2
    rows[1]["when"] = rows[0]["when"]
    assert len(set(rc.reconcile_table(pa.Table.from_pylist(rows)).claims["event"].to_pylist())) == 1


def test_an_explanation_names_it_and_adds_up() -> None:
    apart = told(at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-11")).explain("a", "b")
    (weight,) = [one for one in apart.weights if one.field == FIELD]
    assert weight.bits == -7.0
    assert apart.prior + sum(one.bits for one in apart.weights) == pytest.approx(apart.total)
    assert "place and time     -7.0" in str(apart)
    slip = told(at("Bakhmut", "2023-01-10"), at("Kherson", "2023-01-10")).explain("a", "b")
    assert not [one for one in slip.weights if one.field == FIELD]
    assert slip.prior + sum(one.bits for one in slip.weights) == pytest.approx(slip.total)


def test_it_needs_both_a_place_and_a_time_and_is_not_learned() -> None:
    both = (Field("places", "places"), Field("when", "time"))
    assert [one.name for one in with_joint(default_model(both)).scales][:3] == ["places", "when", FIELD]
    assert [one.name for one in with_joint(default_model(both[:1])).scales] == ["places"]
    claims = [rc.Claim(**{"id": name, "source": name, **at("Bakhmut", "2023-01-10")}) for name in "ab"]
    model = Aligner().fit(claims).model
    assert model is not None
    assert FIELD not in [one.name for one in model.scales]


SPOTS = st.sampled_from(
    [None]
    + [Places(*names) for names in (
        ["Bakhmut"], ["Kherson"], ["Kramatorsk"], ["Donetsk Oblast"], ["Iraq"], ["Mosul"], ["Erbil"], ["Athens"],
        ["Paris"], ["Kherson", "Bakhmut"], ["Mosul", "Paris"], ["nowhere at all"], ["Mosul", "nowhere at all"],
        [Place("x", lat=36.3, lon=43.1)], [Place("y", lat=33.3, lon=44.4, radius_km=5)],
        [Place("Mosul", lat=36.3, lon=43.1, radius_km=300)],
    )]
)  # fmt: skip
DAYS = st.sampled_from([None, *map(Period, ("2023-01-10", "2023-01-11", "2023-01", "2022-12-31/2023-01-10"))])


@given(st.lists(st.tuples(SPOTS, DAYS), min_size=2, max_size=6))
def test_batch_equals_single(rows: list[tuple[Places | None, Period | None]]) -> None:
    places, days = map(list, zip(*rows, strict=True))
    column = ElsewhereColumn.of(places, TimeColumn.of(days), names=BUILTIN)
    a, b = np.triu_indices(len(rows), 1)
    found = column.compare(a, b)
    single = [column.single(int(x), int(y)) for x, y in zip(a, b, strict=True)]
    assert [None if np.isnan(x) else x for x in found.similarity.tolist()] == [one for one, _ in single]
    turned = column.compare(b, a).similarity
    assert np.array_equal(found.similarity, turned, equal_nan=True)
    assert np.isnan(found.share).all()
