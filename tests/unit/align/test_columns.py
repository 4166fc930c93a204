"""Values that claims share are looked up once, and that changes no column."""

from __future__ import annotations

import copy
from typing import Annotated

import numpy as np

from reconcile import Claim, Identity, Period, Places
from reconcile.align import Table, resolve_names
from reconcile.align.columns import fields_of, values_of
from reconcile.align.fields import MembersColumn, TimeColumn


class March(Claim):
    """A second place, several lists of places, and a name that is a method elsewhere."""

    goal: Annotated[Places | None, Identity()] = None
    stops: Annotated[list[Places] | None, Identity()] = None
    to_json_lines: Annotated[str | None, Identity()] = None


class Other(Claim):
    """Has a method where `March` has a field."""

    def to_json_lines(self) -> str:
        """Return nothing of use."""
        return self.to_json()


def claims() -> list[Claim]:
    one = {"about": "x", "source": "R", "places": Places("Erbil", "Mosul"), "when": Period("2020-10")}
    return [
        March.model_validate({**one, "id": "a", "goal": one["places"], "parties": ["UN", "UN"]}),
        March.model_validate({**one, "id": "b", "goal": "Hewlêr", "stops": [one["places"]] * 2}),
        Other.model_validate({**one, "id": "c", "places": "Baghdad", "when": "2020-10-13/.."}),
        Other.model_validate({"id": "d", "about": "x", "source": "R"}),
    ]


def test_shared_values_and_copies_of_them_make_the_same_columns() -> None:
    shared, copied = claims(), [copy.deepcopy(claim) for claim in claims()]
    assert shared[0].places is shared[1].places
    names = resolve_names(shared)
    for one, two in zip(Table.of(shared, names=names).columns, Table.of(copied, names=names).columns, strict=True):
        assert type(one) is type(two)
        if isinstance(one, MembersColumn) and isinstance(two, MembersColumn):
            assert one.members == two.members
            assert one.tally == two.tally
            assert all(np.array_equal(*sides) for sides in zip(one.lists, two.lists, strict=True))
        if isinstance(one, TimeColumn) and isinstance(two, TimeColumn):
            assert np.array_equal(one.low, two.low, equal_nan=True)
            assert np.array_equal(one.high, two.high, equal_nan=True)


def test_members_and_times_of_each_row() -> None:
    shared = claims()
    table = Table.of(shared, names=resolve_names(shared))
    found = {scale.name: column for scale, column in zip(table.model.scales, table.columns, strict=True)}
    places, parties, stops, when = (found[name] for name in ("places", "parties", "stops", "when"))
    assert isinstance(places, MembersColumn)
    assert isinstance(parties, MembersColumn)
    assert isinstance(stops, MembersColumn)
    assert places.lists.counts.tolist() == [2, 2, 1, 0]
    assert parties.lists.counts.tolist() == [1, 0, 0, 0]
    assert stops.lists.counts.tolist() == [0, 0, 0, 0]  # several lists are no list
    assert isinstance(when, TimeColumn)
    assert np.isnan(when.low).tolist() == [False, False, False, True]
    assert np.isinf(when.high).tolist() == [False, False, True, False]


def test_a_method_of_one_class_is_no_value_of_anothers_field() -> None:
    shared = claims()
    assert ("to_json_lines", "string") in fields_of(shared)
    assert values_of(shared, "to_json_lines") == [None, None, None, None]
    assert [type(value) for value in values_of(shared, "goal")] == [Places, Places, type(None), type(None)]
