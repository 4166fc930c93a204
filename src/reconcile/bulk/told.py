"""Prevent a table of positions from being a list of objects first: rows become Arrow columns as events are worked out.

>>> growing = Growing(("claim", "position"))
>>> growing.add([("a", 0), ("b", 1)])
>>> growing.table().to_pydict()
{'claim': ['a', 'b'], 'position': [0, 1]}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from reconcile.bulk.given import arrow
from reconcile.bulk.run import Group, Run
from reconcile.bulk.sifted import Reject
from reconcile.bulk.single import Lines, Single
from reconcile.diff.model import Conflict
from reconcile.diff.summary import time_of
from reconcile.io.result_tables import CLAIMS, CONFLICTS, POSITIONS, claim_rows, conflict_row, position_rows

_AT_ONCE = 50_000
_TYPES = {
    "account": "int32", "position": "int32", "row": "int64", "severity": "float64", "same_voice": "bool_",
    "same_document": "bool_",
}  # fmt: skip


class Told(NamedTuple):
    """The tables of a run."""

    claims: Any
    positions: Any
    conflicts: Any


class Growing:
    """A table that grows by rows and holds them as columns.

    Args:
        names: its columns.
    """

    def __init__(self, names: Sequence[str]) -> None:
        pa = arrow()
        self._schema = pa.schema([(name, getattr(pa, _TYPES.get(name, "string"))()) for name in names])
        self._rows: list[tuple[Any, ...]] = []
        self._parts: list[Any] = []

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows, each with a cell for each column."""
        self._rows.extend(rows)
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        pa = arrow()
        columns = list(zip(*self._rows, strict=True)) or [()] * len(self._schema)
        arrays = [pa.array(cells, type=one.type) for cells, one in zip(columns, self._schema, strict=True)]
        self._parts.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._rows = []

    def table(self) -> Any:  # noqa: ANN401 - an Arrow table
        """Return all rows so far."""
        self._flush()
        return arrow().Table.from_batches(self._parts, schema=self._schema)


def told(run: Run) -> Told:
    """Return the tables of a run: claims by id, positions by event in time order, conflicts by sharpness.

    Args:
        run: the run.
    """
    claims, positions = Growing(CLAIMS), Growing(POSITIONS)
    times: list[tuple[float, float, str]] = []
    sizes: list[int] = []
    conflicts: list[tuple[Any, ...]] = []
    for event, found in _events(run):
        claims.add(event.claims)
        positions.add(event.positions)
        times.append(event.time)
        sizes.append(len(event.positions))
        conflicts += map(_ranked, found)
    conflicts += map(_ranked, (*run.taken_back, *run.denials))
    return Told(
        claims.table().sort_by("claim"),
        positions.table().take(_by_time(times, sizes)),
        _conflict_table(conflicts),
    )


def _events(run: Run) -> Iterator[tuple[Lines, Sequence[Conflict]]]:
    """Yield the rows of each event: those of one claim by columns alone, the others as they are compared."""
    single = Single(run)
    others: list[Group] = []
    for group, event in zip(run.groups, run.ids, strict=True):
        if single.speaks_alone(group, event):
            yield single.lines(group[0], event), ()
        else:
            others.append(group)
    for event, found in run.events(others):
        yield Lines(claim_rows(event), position_rows(event), time_of(event)), found


def _ranked(one: Conflict) -> tuple[Any, ...]:
    """Return a conflict as a row behind what it is sorted by: conflicts first, then by severity."""
    return (not one.kind.is_conflict, -one.severity, one.id, conflict_row(one))


def _conflict_table(ranked: list[tuple[Any, ...]]) -> Any:  # noqa: ANN401
    growing = Growing(CONFLICTS)
    growing.add(row for *_, row in sorted(ranked, key=lambda one: one[:3]))
    return growing.table()


def _by_time(times: Sequence[tuple[float, float, str]], sizes: Sequence[int]) -> Any:  # noqa: ANN401
    """Return the order of rows that puts the events, each of so many rows, in the order of their times."""
    order = np.array(sorted(range(len(times)), key=times.__getitem__), dtype=np.int64)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return np.argsort(np.repeat(rank, np.array(sizes, dtype=np.int64)), kind="stable")


def reject_table(rejects: Iterable[Reject]) -> Any:  # noqa: ANN401
    """Return what is wrong with the rows that are no claims, as a table."""
    growing = Growing(Reject._fields)
    growing.add(rejects)
    return growing.table()
