"""Prevent a million objects from being built only to be taken apart: columns become a `Table`.

>>> table = plain_table(["a", "b"], event_type=["clash", "clash"], places=[["Erbil"], ["Hewlêr"]])
>>> from reconcile.align import Aligner
>>> Aligner().align_table(table).labels.tolist()
[0, 0]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import TypeVar

import numpy as np
from pydantic import TypeAdapter, ValidationError

from reconcile.align.arrays import MISSING, Ints, Lists, encode, gathered
from reconcile.align.closeness import named_party, named_place, party_closeness, place_closeness
from reconcile.align.columns import Field
from reconcile.align.defaults import default_model
from reconcile.align.fields import Column, MembersColumn, Tally, TextColumn, TimeColumn
from reconcile.align.fields.distinct import coded_paths
from reconcile.align.fields.member import member_order
from reconcile.align.model import Model
from reconcile.align.resolve import names_of
from reconcile.align.strings import ArrowStrings, coded, coded_lists, sorted_rows, taken
from reconcile.align.table import Table
from reconcile.align.threads import begun
from reconcile.errors import ClaimError, shown
from reconcile.values import EventType, Names
from reconcile.values.base import Name

ENOUGH = 20_000
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
    names: Names | None = None,
    model: Model | None = None,
) -> Table:
    """Return plain columns, one entry per claim, as a table. A column that is left out says nothing.

    Columns hold no sources and phases, so what fields say only together (`joint`) is left out.

    Columns of `strings.ArrowStrings` and `strings.ArrowLists` are not made into Python's strings.

    Args:
        ids: the id of each claim.
        event_type: dotted paths.
        about: wordings.
        parties: names of parties.
        places: names of places.
        days: first and last day of each `when`, counted as `date.toordinal` does; NaN where unknown.
        names: how names are resolved; by default together, as `resolve_names` does.
        model: frozen weights and frequencies; by default the shipped weights, with frequencies counted here.

    Raises:
        ClaimError: gathers every name that no place or party may have.
    """
    rows = sorted_rows(ids)
    place = np.empty(len(rows), dtype=np.int64)
    place[rows] = np.arange(len(rows))
    model = model or default_model(_FIELDS)
    tally = model.tallies.get
    wording = partial(TextColumn.of, _given(about, rows), tally=tally("about"), rows=rows, keep=False)
    wordings = begun(wording, alone=len(rows) < ENOUGH)
    low, high = (np.array(side, dtype=np.float64)[rows] if len(side) else np.full(len(rows), np.nan) for side in days)
    named = {"parties": _given(parties, rows), "places": _given(places, rows)}
    said = _said(named)
    if names is None:
        names = names_of(places=said["places"], parties=said["parties"])
    columns: dict[str, Column] = {
        "about": wordings(),  # awaited, as with the lists of names it would take much memory at a time
        "event_type": _paths(_filled(event_type, rows), tally("event_type")),
        **{
            field: _members(field, coded_lists(values)[0], said[field], rows, names=names, tally=tally(field))
            for field, values in named.items()
        },
        "when": TimeColumn(low, high),
    }
    ordered = taken(ids, rows)
    kept = ordered if isinstance(ids, ArrowStrings) else tuple(ordered)  # a million strings of Arrow stay there
    return Table(kept, place, tuple(columns[s.name] for s in model.scales), model)


def _given(values: Sequence[T | None], rows: Ints) -> Sequence[T | None]:
    return values if len(values) else [None] * len(rows)


def _filled(values: Sequence[T | None], rows: Ints) -> Sequence[T | None]:
    return taken(_given(values, rows), rows)


def _paths(names: Lines, tally: Tally | None) -> Column:
    codes, distinct = coded(names)
    moved, types = encode([EventType(name) for name in distinct])
    return coded_paths(np.append(moved, MISSING)[codes], types, tally=tally)


@cache
def _names() -> TypeAdapter[list[str]]:
    """Return what checks all names at once, as places and parties check theirs."""
    return TypeAdapter(list[Name])


def _checked(names: Sequence[str], field: str) -> Sequence[str]:
    try:
        return _names().validate_python(names)
    except ValidationError as error:
        told = [(one["msg"], names[int(one["loc"][0])]) for one in error.errors()]
        repair = "give a name of 1 to 500 letters"
        faults = [ClaimError(f"{why}: {shown(name)}", where=field, repair=repair) for why, name in told]
        raise ClaimError.gather(faults) from None


def _said(columns: Mapping[str, ListsOfNames]) -> dict[str, Sequence[str]]:
    """Return the distinct names of each column; bad ones of all columns are told together."""
    found, faults = dict[str, Sequence[str]](), list[ClaimError]()
    for field, values in columns.items():
        try:
            found[field] = _checked(coded_lists(values)[1], field)
        except ClaimError as error:
            faults.append(error)
    if faults:
        raise ClaimError.gather(faults)
    return found


def _members(
    field: str, codes: Lists, distinct: Sequence[str], rows: Ints, *, names: Names, tally: Tally | None
) -> MembersColumn:
    member, order = (named_party, party_closeness) if field == "parties" else (named_place, place_closeness)
    found = [member(name, names=names) for name in distinct]
    members = sorted(set(found), key=member_order)
    index = {one: code for code, one in enumerate(members)}
    moved: Ints = np.array([index[one] for one in found], dtype=np.int64)
    codes = gathered(rows, Lists(codes.start, moved[codes.codes]))
    return MembersColumn.of_codes(codes, members, order=order(names), tally=tally)
