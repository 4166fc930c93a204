"""Prevent a million objects from being built only to be taken apart: columns become a `Table`.

>>> table = plain_table(["a", "b"], event_type=["clash", "clash"], places=[["Erbil"], ["Hewlêr"]], names=BUILTIN)
>>> from reconcile.align import Aligner
>>> Aligner().align_table(table).labels.tolist()
[0, 0]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TypeVar

import numpy as np

from reconcile.align.arrays import Ints, Lists, encode, starts
from reconcile.align.closeness import party_closeness, party_member, place_closeness, place_member
from reconcile.align.columns import Field
from reconcile.align.defaults import default_model
from reconcile.align.fields import Column, Member, MembersColumn, TextColumn, TimeColumn
from reconcile.align.fields.distinct import path_column
from reconcile.align.fields.members import Order, member_order
from reconcile.align.model import Model
from reconcile.align.table import Table
from reconcile.values import BUILTIN, EventType, Names, Party, Place

T = TypeVar("T")
Lines = Sequence[str | None]
ListsOfNames = Sequence[Sequence[str] | None]
_FIELDS = (
    Field("event_type", "path"), Field("about", "text"), Field("parties", "parties"), Field("places", "places"),
    Field("when", "time"),
)  # fmt: skip


def plain_table(
    ids: Sequence[str],
    *,
    event_type: Lines = (),
    about: Lines = (),
    parties: ListsOfNames = (),
    places: ListsOfNames = (),
    days: tuple[Sequence[float], Sequence[float]] = ((), ()),
    names: Names = BUILTIN,
    model: Model | None = None,
) -> Table:
    """Return plain columns, one entry per claim, as a table. A column that is left out says nothing.

    Args:
        ids: the id of each claim.
        event_type: dotted paths.
        about: wordings.
        parties: names of parties.
        places: names of places.
        days: first and last day of each `when`, counted as `date.toordinal` does; NaN where unknown.
        names: how names are resolved.
        model: frozen weights and frequencies; by default the shipped weights, with frequencies counted here.
    """
    order = np.argsort(np.array(ids, dtype=np.str_), kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    model = model or default_model(_FIELDS)
    tally = model.tallies.get
    rows = order.tolist()
    types = {name: EventType(name) for name in dict.fromkeys(event_type) if name is not None}
    low, high = (np.array(_filled(side, rows, np.nan), dtype=np.float64) for side in days)
    columns: dict[str, Column] = {
        "event_type": path_column(
            [types.get(name or "") for name in _filled(event_type, rows, None)], tally=tally("event_type")
        ),
        "about": TextColumn.of(_filled(about, rows, None), tally=tally("about")),
        "parties": _members(
            _filled(parties, rows, None), lambda name: party_member(Party(name), names=names), party_closeness(names)
        ),
        "places": _members(
            _filled(places, rows, None),
            lambda name: place_member(Place(name), names=names, among=()),
            place_closeness(names),
        ),
        "when": TimeColumn(low, high),
    }
    return Table(tuple(str(ids[i]) for i in rows), place, tuple(columns[s.name] for s in model.scales), model)


def _filled(values: Sequence[T], rows: Sequence[int], nothing: T) -> list[T]:
    return [values[i] for i in rows] if len(values) else [nothing] * len(rows)


def _members(rows: ListsOfNames, member: Callable[[str], Member], order: Order) -> MembersColumn:
    counts = np.fromiter((len(row or ()) for row in rows), dtype=np.int64, count=len(rows))
    codes, distinct = encode(list(chain.from_iterable(row or () for row in rows)))
    found = [member(name) for name in distinct]
    members = sorted(set(found), key=member_order)
    index = {one: code for code, one in enumerate(members)}
    moved: Ints = np.array([index[one] for one in found], dtype=np.int64)
    return MembersColumn.of_codes(Lists(starts(counts), moved[codes]), members, order=order)
