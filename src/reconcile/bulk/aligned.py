"""Prevent objects and columns from being aligned by two rules: the aligner gets the same table from both.

>>> import pyarrow as pa
>>> from reconcile import Claim
>>> from reconcile.bulk.sifted import sifted
>>> rows = sifted(pa.table({"about": ["two joint centres agreed"] * 2, "source": ["A", "B"]}), Claim).rows
>>> names = names_in(rows, gazetteer=None, lexicon=None)
>>> aligned(rows, names=names, aligner=Aligner()).labels.tolist()
[0, 0]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from reconcile.align import Aligner, RunNames, Table
from reconcile.align.aligner import Alignment
from reconcile.align.columns import weighing
from reconcile.align.constraints import rules_of
from reconcile.align.defaults import default_model, with_joint
from reconcile.align.resolve import names_of
from reconcile.align.voices import names_of_voices
from reconcile.bulk.rows import Rows
from reconcile.claims import Claim, Reference, Source
from reconcile.language import Gazetteer, Lexicon
from reconcile.values import Names, Parties, Places

Couples = Iterable[tuple[str, str]]


class Known(NamedTuple):
    """What of a claim decides alone where it belongs: its id, its key and what it refers to."""

    id: str
    key: str | None
    refers: tuple[Reference, ...]


def known(rows: Rows[Any]) -> list[Known]:
    """Return what of each row decides alone where it belongs."""
    return [Known(*three) for three in zip(rows.ids, rows.values("key"), rows.values("refers"), strict=True)]


def names_in(rows: Rows[Any], *, gazetteer: Gazetteer | None, lexicon: Lexicon | None) -> RunNames:
    """Return how all names of a run are resolved, read from the distinct values.

    Args:
        rows: all claims of the run.
        gazetteer: the table of places; by default the built-in one.
        lexicon: the table of people and organizations; by default the built-in one.
    """
    places: set[str] = set()
    parties: set[str] = set()
    voices: set[str] = set()
    for field in rows.fields:
        for value in field.held:
            if isinstance(value, Places):
                places.update(place.name for place in value.items)
            elif isinstance(value, Parties):
                parties.update(party.name for party in value.items)
            elif isinstance(value, Source):
                voices |= names_of_voices([value])
    return names_of(places=places, parties=parties, voices=voices, gazetteer=gazetteer, lexicon=lexicon)


def aligned(
    rows: Rows[Any], *, names: Names, aligner: Aligner, together: Couples = (), apart: Couples = ()
) -> Alignment:
    """Return which rows are of one event.

    Args:
        rows: affirmed claims.
        names: how names of places and parties are resolved.
        aligner: how claims of one event are found.
        together: pairs of ids known to be of one event.
        apart: pairs of ids known not to be of one event.
    """
    classes: set[type[Claim]] = {rows.claim_type} if len(rows) else set()
    model = aligner.model or with_joint(default_model(weighing(classes, rows.values)))
    table = Table.of_values(rows.ids, rows.values, names=names, model=model)
    linked, barred = (
        [(rows.place[a], rows.place[b]) for a, b in ruled if a in rows.place and b in rows.place and a != b]
        for ruled in (together, apart)
    )
    claims = cast("list[Claim]", known(rows))
    rules = rules_of(claims, together=linked, apart=barred, record=_records(rows, aligner.one_per))
    return aligner.align_table(table, rules=rules)


def _records(rows: Rows[Any], one_per: str | None) -> Sequence[str | None]:
    return [getattr(source, one_per) for source in rows.values("source")] if one_per else []
