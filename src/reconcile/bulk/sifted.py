"""Prevent one bad row from ending a run over a million: good rows go on as columns, bad ones are told one by one.

>>> import pyarrow as pa
>>> table = pa.table({"about": ["x", "y"], "count": ["2", "many"], "source": ["A", "B"]})
>>> good = sifted(table, Claim)
>>> good.rows.ids, [(one.row, one.field) for one in good.rejects]
(('c...',), [(1, 'count')])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np

from reconcile.align.arrays import MISSING, Bools, Ints
from reconcile.bulk.cells import Written, combined, written_fields
from reconcile.bulk.checks import Checks, Refused
from reconcile.bulk.content import content_ids
from reconcile.bulk.rows import Field, Rows
from reconcile.claims import Claim
from reconcile.errors import ClaimError, shown
from reconcile.io.records import claim_from

C = TypeVar("C", bound=Claim)
_REPAIR = "name a column for it, nested fields with dots"


class Reject(NamedTuple):
    """Why one field of one row is no part of a claim.

    Attributes:
        row: the row, from 0.
        field: the field, as the reader of files names it; empty where the row as a whole is at fault.
        found: what was found.
        repair: how to mend it.
    """

    row: int
    field: str
    found: str
    repair: str


class Sifted(NamedTuple):
    """What a table holds: the good claims, how often those that came twice came, and what is wrong with the rest."""

    rows: Rows[Any]
    rejects: list[Reject]
    multiplicity: dict[str, int]


class _Judged(NamedTuple):
    """One field: its values by row, and the rows that the class of the claim must judge."""

    codes: Ints
    values: list[Any]
    refused: Bools


def sifted(table: Any, claim_type: type[C]) -> Sifted:  # noqa: ANN401 - an Arrow table
    """Return the claims of a table, and what is wrong with the rows that are none.

    Args:
        table: an Arrow table.
        claim_type: the class of the claims.

    Raises:
        ClaimError: a column that every claim needs is missing.
    """
    checks = Checks.of(claim_type)
    _check_columns(table.column_names, checks)
    written = written_fields(table, claim_type)
    judged, asked = _judged(written, checks, size=table.num_rows)
    rejects: list[Reject] = []
    extra: list[tuple[int, Claim]] = []
    for row in np.flatnonzero(asked).tolist():
        found = _asked(row, written, claim_type)
        if isinstance(found, Claim):
            extra.append((row, found))
        else:
            rejects += [Reject(row, one.where, one.found, one.repair) for one in found.errors]
    taken = np.flatnonzero(~asked)
    origin = np.concatenate([taken, np.array([row for row, _ in extra], dtype=np.int64)])
    fields = [_field(name, one, taken, [c for _, c in extra], claim_type) for name, one in judged.items()]
    return _settled(origin, {field.name: field for field in fields}, claim_type, rejects)


def _check_columns(names: Sequence[str], checks: Checks) -> None:
    given = {name.split(".")[0] for name in names}
    missing = sorted(checks.required - given)
    faults = [ClaimError("no column of the table gives it", where=name, repair=_REPAIR) for name in missing]
    if checks.by_field and not given & {"event_type", "about"}:
        faults.append(ClaimError("no column of the table gives either", where="event_type, about", repair=_REPAIR))
    if faults:
        raise ClaimError.gather(faults)


def _judged(written: Mapping[str, Written], checks: Checks, *, size: int) -> tuple[dict[str, _Judged], Bools]:
    """Return each field as values, and which rows no rule of a single field can settle."""
    asked = np.zeros(size, dtype=np.bool_) if checks.by_field else np.ones(size, dtype=np.bool_)
    judged: dict[str, _Judged] = {}
    reported = written.get("reported")
    for name in checks.claim_type.model_fields:
        field = written.get(name, Written(np.full(size, MISSING, dtype=np.int64), []))
        if not checks.by_field:
            judged[name] = _Judged(np.full(size, MISSING, dtype=np.int64), [], asked)
            continue
        dated = reported is not None and name in checks.dated
        judged[name] = _dated(name, field, reported, checks) if dated and reported else _plain(name, field, checks)
        asked |= judged[name].refused
        if name in checks.required:
            asked |= judged[name].codes == MISSING
    for name in written.keys() - judged.keys():
        asked |= written[name].codes != MISSING
    silent = (judged["event_type"].codes == MISSING) & (judged["about"].codes == MISSING)
    return judged, asked | silent


def _plain(name: str, field: Written, checks: Checks) -> _Judged:
    values = [Refused.REFUSED if isinstance(e, ClaimError) else checks.value(name, e) for e in field.entries]
    return _by_value(field.codes, values)


def _by_value(codes: Ints, values: Sequence[Any]) -> _Judged:
    """Return codes of the values alone: entries that leave the field out are none, refused ones are marked."""
    good = np.array([not isinstance(value, Refused) for value in values], dtype=np.bool_)
    refused = np.array([value is Refused.REFUSED for value in values], dtype=np.bool_)
    number = np.append(np.where(good, np.cumsum(good) - 1, MISSING), MISSING)
    return _Judged(
        number[codes], [value for value in values if not isinstance(value, Refused)], np.append(refused, False)[codes]
    )


def _dated(name: str, field: Written, reported: Written, checks: Checks) -> _Judged:
    """Return the values of dates: a text may be told from the day of the report, so each couple of both is read."""
    codes, firsts = combined([field.codes, np.where(field.codes == MISSING, MISSING, reported.codes)])
    values: list[Any] = []
    for row in firsts.tolist():
        entry, day = field.entries[field.codes[row]], int(reported.codes[row])
        if isinstance(entry, str) and day != MISSING and not isinstance(reported.entries[day], ClaimError):
            values.append(checks.dated_value(name, entry, reported.entries[day]))
        else:
            values.append(Refused.REFUSED if isinstance(entry, ClaimError) else checks.value(name, entry))
    return _by_value(codes, values)


def _asked(row: int, written: Mapping[str, Written], claim_type: type[Claim]) -> Claim | ClaimError:
    """Return what the class itself makes of a row, by the same way as the readers of files."""
    codes = {name: int(field.codes[row]) for name, field in written.items()}
    record = {name: written[name].entries[code] for name, code in codes.items() if code != MISSING}
    broken = [entry for entry in record.values() if isinstance(entry, ClaimError)]
    if broken:
        return ClaimError.gather(broken)
    try:
        return claim_from(record, claim_type)
    except ClaimError as error:
        return error


def _field(name: str, judged: _Judged, taken: Ints, extra: Sequence[Claim], claim_type: type[Claim]) -> Field:
    """Return a field of the rows that were settled by field, then of those that the class settled."""
    default = claim_type.model_fields[name].default
    more = [getattr(claim, name) for claim in extra]
    start = len(judged.values)
    codes = [MISSING if value is None and default is None else start + n for n, value in enumerate(more)]
    return Field(name, np.concatenate([judged.codes[taken], np.array(codes, dtype=np.int64)]), [*judged.values, *more])


def _settled(origin: Ints, fields: Mapping[str, Field], claim_type: type[C], rejects: Iterable[Reject]) -> Sifted:
    """Return the distinct claims by id; of an id with two contents none is taken: which came first is chance."""
    stated = [field for name, field in fields.items() if name != "id" and bool((field.codes != MISSING).any())]
    ids = _ids(fields["id"], stated, claim_type)
    homes: dict[str, list[int]] = {}
    for row, one in enumerate(ids):
        homes.setdefault(one, []).append(row)
    whole = Rows(claim_type, tuple(ids), tuple(stated))
    clashing = {one for one, rows in homes.items() if len(rows) > 1 and _differ(whole, rows)}
    told = [*rejects, *_clashes(homes, clashing, origin)]
    kept = sorted(one for one in homes if one not in clashing)
    rows = whole.some(np.array([homes[one][0] for one in kept], dtype=np.int64))
    times = {one: len(homes[one]) for one in kept if len(homes[one]) > 1}
    return Sifted(rows, sorted(told, key=lambda reject: reject.row), times)


def _ids(field: Field, stated: Sequence[Field], claim_type: type[Claim]) -> list[str]:
    ids: list[str] = field.of(default="")
    unnamed = np.array([row for row, one in enumerate(ids) if not one], dtype=np.int64)
    if len(unnamed):
        for row, one in zip(unnamed.tolist(), content_ids(claim_type, stated, unnamed), strict=True):
            ids[row] = one
    return ids


def _differ(rows: Rows[Any], same: Sequence[int]) -> bool:
    first, *others = rows.claims(same)
    return any(first != other for other in others)


def _clashes(homes: Mapping[str, Sequence[int]], clashing: Iterable[str], origin: Ints) -> Iterator[Reject]:
    for one in clashing:
        places = sorted(int(origin[row]) for row in homes[one])
        for row in places:
            other = places[0] if row != places[0] else places[1]
            found = f"another claim, that of row {other:,}, has the id {shown(one)}"
            yield Reject(row, "id", found, "give each claim an id of its own")
