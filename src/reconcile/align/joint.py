"""Prevent the shipped weights from taking fields for independent that are not: what several fields say together.

Four columns, of which each weighs against two claims or says nothing: another place on another day (`elsewhere`),
another day of a series (`season`), the same of other parties (`slots`), and wording that cannot be compared
(`unread`). Learned weights do without: where claims teach what each field weighs, they teach it of stock phrases too.

>>> [name for name, kind in joint_fields({"about": "text", "when": "time"})]
['another time', 'two scripts']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reconcile.align.fields import (
    Column,
    ElsewhereColumn,
    MembersColumn,
    TextColumn,
    TimeColumn,
    elsewhere,
    season,
    slots,
    unread,
)
from reconcile.claims import Source
from reconcile.values import Names

_NEEDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    (elsewhere.FIELD, elsewhere.KIND): {"places": "places", "when": "time"},
    (season.FIELD, season.KIND): {"when": "time"},
    (slots.FIELD, slots.KIND): {"about": "text", "parties": "parties"},
    (unread.FIELD, unread.KIND): {"about": "text"},
}
JOINT = frozenset(kind for _, kind in _NEEDS)


def joint_fields(kinds: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return name and kind of each field that the fields given can say together.

    Args:
        kinds: the kind of each field.
    """
    return [field for field, needs in _NEEDS.items() if needs.items() <= kinds.items()]


def joint_column(
    kind: str, values: Callable[[str], Sequence[Any]], found: Mapping[str, Column], names: Names
) -> Column:
    """Return the column of what several fields say together.

    Args:
        kind: one of `JOINT`.
        values: returns the values of a field, by its name.
        found: the columns that were made before.
        names: how names of places are resolved.
    """
    about, parties, when = found.get("about"), found.get("parties"), found.get("when")
    if kind == slots.KIND and isinstance(about, TextColumn) and isinstance(parties, MembersColumn):
        outlets = [one.outlet if isinstance(one, Source) else None for one in values("source")]
        return slots.SlotsColumn(about, parties, outlets)
    if kind == unread.KIND and isinstance(about, TextColumn):
        return unread.UnreadColumn(about, found.get("event_type"), found.get("parties"))
    times = when if isinstance(when, TimeColumn) else TimeColumn.of(values("when"))
    if kind == season.KIND:
        return season.SeasonColumn(times, values)
    return ElsewhereColumn.of(values("places"), times, names=names)
