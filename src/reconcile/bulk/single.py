"""Prevent a claim that stands alone from costing as much as a dispute: its rows are read off its columns.

>>> import pyarrow as pa
>>> from reconcile import Claim
>>> from reconcile.bulk.sifted import sifted
>>> from reconcile.settings import Settings
>>> run = Run.of(sifted(pa.table({"id": ["a"], "about": ["x"], "count": [2], "source": ["A"]}), Claim).rows, Settings())
>>> Single(run).lines(0, "e1").positions
[('a', 'e1', 'count', 0, 0, '2', 'single-voice')]
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from reconcile.align.arrays import MISSING
from reconcile.bulk.rows import Field
from reconcile.bulk.run import Group, Run
from reconcile.claims import Source, specs
from reconcile.diff.statements import values_of
from reconcile.diff.summary import time_key
from reconcile.values import Period
from reconcile.values.moments import Span

_TIMES = ("when", "said", "reported")


class Lines(NamedTuple):
    """What the tables hold of one event.

    Attributes:
        claims: a row for each claim.
        positions: a row for each claim in each position.
        time: what the event is sorted by.
    """

    claims: list[tuple[Any, ...]]
    positions: list[tuple[Any, ...]]
    time: tuple[float, float, str]


class Single:
    """Tells the events of one claim that nobody denies: every value is a position of a single voice.

    Args:
        run: the run.
    """

    def __init__(self, run: Run) -> None:
        rows = run.rows
        self._run = run
        self._denied = np.array([one == "denied" for one in rows.values("polarity")], dtype=np.bool_)
        stated = [rows.field(spec.name) for spec in specs(rows.claim_type) if spec.compared]
        self._several = np.zeros(len(rows), dtype=np.bool_)
        for field, default in stated:
            every = [*field.values, default]
            self._several |= np.array([len(values_of(value)) > 1 for value in every], dtype=np.bool_)[field.codes]
        self._stated = [(field.name, _Texts(field, default)) for field, default in stated]
        self._source = rows.by_name.get("source")
        self._voices: dict[int, tuple[str, str]] = {}
        self._times = [(rows.by_name[name], dict[int, Span | None]()) for name in _TIMES if name in rows.by_name]

    def speaks_alone(self, group: Group, event: str) -> bool:
        """Return whether an event is one affirmed claim, of one value in each field, that no denial reaches.

        Args:
            group: its rows.
            event: its id.
        """
        if len(group) != 1 or self._denied[group[0]] or self._several[group[0]] or event in self._run.denied:
            return False
        return self._run.rows.ids[group[0]] not in self._run.lineage.decisions.withdrawn

    def lines(self, row: int, event: str) -> Lines:
        """Return the rows of an event of one claim.

        Args:
            row: the row of the claim.
            event: the event's id.
        """
        one = self._run.rows.ids[row]
        texts = ((name, text) for name, told in self._stated if (text := told.of(row)) is not None)
        positions = [(one, event, name, n, 0, text, "single-voice") for n, (name, text) in enumerate(texts)]
        return Lines([(one, event, "affirmed", *self._voice(row))], positions, time_key(self._time(row), one))

    def _voice(self, row: int) -> tuple[str, str]:
        field = self._source
        code = int(field.codes[row]) if field is not None else MISSING
        found = self._voices.get(code)
        if found is None and field is not None:
            source: Source = field.values[code]
            found = self._voices[code] = source.voice, source.carrier
        return found or ("", "")

    def _time(self, row: int) -> Span | None:
        """Return when it took place, else when it was said, else when it was published: as far as that is known."""
        for field, known in self._times:
            code = int(field.codes[row])
            if code != MISSING:
                span = known[code] if code in known else known.setdefault(code, _span(field.values[code]))
                if span is not None or field.name == "said":
                    return span
        return None


def _span(period: Period) -> Span | None:
    return period.stated if period.known else None


class _Texts:
    """The values of a field as text, each written once."""

    def __init__(self, field: Field, default: Any) -> None:  # noqa: ANN401 - any value of a field
        self._field = field
        self._known: dict[int, str | None] = {MISSING: _text(default)}

    def of(self, row: int) -> str | None:
        """Return the value of a row, or None where nothing is stated."""
        code = int(self._field.codes[row])
        if code not in self._known:
            self._known[code] = _text(self._field.values[code])
        return self._known[code]


def _text(value: Any) -> str | None:  # noqa: ANN401
    values = values_of(value)
    return str(values[0]) if values else None
