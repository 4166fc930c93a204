"""Prevent one bad row of a lexicon from hiding the others: every fault is told, with its row and field.

>>> read_entries([("row 1", {"id": "un", "names": "UN;United Nations"})])[0].names
('UN', 'United Nations')
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple, cast

from reconcile.errors import ClaimError, shown
from reconcile.language.names.keys import MAX_LENGTH, first_key
from reconcile.language.read_table import entries

FIELDS = ("id", "names", "kind", "valid_from", "valid_to", "part_of", "holder")
_ALSO = {"name": "names", "aliases": "names", "note": ""}
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_NO_DATE = cast("re.Match[str]", re.match("()()()", ""))

Row = Mapping[str, object]


class Entry(NamedTuple):
    """One row: names of an entity, and when they hold.

    Attributes:
        id: the entity's id.
        names: its names, at least one.
        kind: `person`, `organization`, `state`, `office`, or a user's word.
        valid_from: the first day on which the names hold, or None.
        valid_to: the last day, or None.
        part_of: id of the body that the entity belongs to, or None.
        holder: id of the person whom an office's names mean in that time, or None.

    >>> Entry("x", ("X",), "office", date(2020, 1, 1), None, None, None).holds(None)
    False
    """

    id: str
    names: tuple[str, ...]
    kind: str
    valid_from: date | None
    valid_to: date | None
    part_of: str | None
    holder: str | None

    def holds(self, on: date | None) -> bool:
        """Return whether the names hold on a day; without a day only names that hold for ever do."""
        if self.valid_from is None and self.valid_to is None:
            return True
        return on is not None and (self.valid_from or on) <= on <= (self.valid_to or on)


def read_entries(
    rows: Iterable[tuple[str, Row]], *, known: frozenset[str] = frozenset(), key: Callable[[str], str] = first_key
) -> list[Entry]:
    """Return the entries of `rows`.

    Args:
        rows: the line that each row stands on, and the row.
        known: ids that `part_of` and `holder` may name beside those of the rows.
        key: what gives the key of a name; a name with an empty one is none.

    Raises:
        ClaimError: gathers every fault with its row and field.

    >>> read_entries([("row 1", {"id": "un", "names": "", "knd": "x"})])
    Traceback (most recent call last):
    ...
    reconcile.errors.ClaimError: 2 errors
      row 1, field knd: unknown field 'knd' (write kind)
      row 1, field names: no name (give at least one name with letters)
    """
    entries: list[tuple[str, Entry]] = []
    errors: list[ClaimError] = []
    for line, row in rows:
        faults = _unknown_fields(row)
        try:
            entries.append((line, _entry(row, key)))
        except ClaimError as error:
            faults.append(error)
        errors.extend(fault.at(line) for fault in faults)
    errors.extend(_dangling(entries, known) or _rings(entries))
    if errors:
        raise ClaimError.gather(errors)
    return [entry for _, entry in entries]


def _unknown_fields(row: Row) -> list[ClaimError]:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    unknown = [str(name) for name in row if name not in FIELDS and name not in _ALSO]
    near = {name: extractOne(name, FIELDS, scorer=ratio, score_cutoff=60) for name in unknown}
    return [
        ClaimError(
            f"unknown field {shown(name)}",
            where=f"field {name[:40]}",
            repair=f"write {found[0]}" if found else f"known are {', '.join(FIELDS)}",
        )
        for name, found in near.items()
    ]


def _dangling(entries: list[tuple[str, Entry]], known: frozenset[str]) -> list[ClaimError]:
    ids = {entry.id for _, entry in entries} | known
    return [
        ClaimError(f"no row has the id {shown(other)}", where=f"{place}, field {field}", repair="add its row")
        for place, entry in entries
        for field, other in (("part_of", entry.part_of), ("holder", entry.holder))
        if other is not None and other not in ids
    ]


def _rings(entries: list[tuple[str, Entry]]) -> list[ClaimError]:
    above = {entry.id: entry.part_of for _, entry in entries if entry.part_of}
    faults: list[ClaimError] = []
    for place, entry in entries:
        seen, body = {entry.id}, above.get(entry.id)
        while body and body not in seen:
            seen.add(body)
            body = above.get(body)
        if body == entry.id:
            faults.append(
                ClaimError("part_of goes round in a ring", where=f"{place}, field part_of", repair="break it")
            )
    return faults


def _entry(row: Row, key: Callable[[str], str]) -> Entry:
    number = _text(row.get("id"), "id")
    if not number:
        raise ClaimError("no id", where="field id", repair="give every row an id")
    names = tuple(dict.fromkeys(name for name in _names(row) if key(name)))
    if not names:
        raise ClaimError("no name", where="field names", repair="give at least one name with letters")
    first, last = _day(row, "valid_from", last=False), _day(row, "valid_to", last=True)
    if first and last and first > last:
        raise ClaimError(f"{first} is after {last}", where="field valid_from", repair="swap valid_from and valid_to")
    part_of, holder = _text(row.get("part_of"), "part_of"), _text(row.get("holder"), "holder")
    kind = _text(row.get("kind"), "kind") or "organization"
    return Entry(number, names, kind, first, last, part_of or None, holder or None)


def _text(value: object, field: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ClaimError(f"not a text: {shown(value)}", where=f"field {field}", repair="write a text")
    text = value.strip()
    if len(text) > MAX_LENGTH:
        raise ClaimError(f"too long: {len(text)} letters", where=f"field {field}", repair=f"at most {MAX_LENGTH}")
    return text


def _names(row: Row) -> list[str]:
    names: list[str] = []
    for field in ("name", "names", "aliases"):
        names.extend(_text(part, field) for part in entries(row.get(field)))
    return names


def _day(row: Row, field: str, *, last: bool) -> date | None:
    text = _text(row.get(field), field)
    if not text:
        return None
    year, month, day = (int(part) if part else 0 for part in (_DATE.fullmatch(text) or _NO_DATE).groups())
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise ClaimError(
            f"not a date: {shown(text)}", where=f"field {field}", repair="write YYYY, YYYY-MM or YYYY-MM-DD"
        ) from error
