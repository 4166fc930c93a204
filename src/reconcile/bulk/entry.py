"""Prevent a table of a million claims from needing a million objects: columns in, the same result as tables out.

>>> import pyarrow as pa
>>> table = pa.table({"id": ["a", "b"], "about": ["centres agreed"] * 2, "count": [2, 3], "source.outlet": ["A", "B"]})
>>> reconcile_table(table).conflicts["kind"].to_pylist()
['contradiction']
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from typing_extensions import TypeVar

from reconcile.bulk.files import folder_for, write_table
from reconcile.bulk.given import arrow_of
from reconcile.bulk.run import Run
from reconcile.bulk.sifted import sifted
from reconcile.bulk.tables import Tables
from reconcile.bulk.told import reject_table, told
from reconcile.claims import Claim
from reconcile.claims.ruling import Ruling
from reconcile.collecting import uncollected
from reconcile.diff.coverage import Coverage
from reconcile.errors import ClaimError, shown
from reconcile.io.limits import LIMITS
from reconcile.language import Gazetteer, Lexicon
from reconcile.settings import Settings

if TYPE_CHECKING:
    from reconcile.align import Aligner

C = TypeVar("C", bound=Claim, default=Claim)
Name = str | os.PathLike[str]


def reconcile_table(
    given: Any,  # noqa: ANN401 - any table
    *,
    claim_type: type[C] = Claim,
    out: Name | None = None,
    rejects: Name | None = None,
    gazetteer: Gazetteer | None = None,
    lexicon: Lexicon | None = None,
    families: Mapping[str, str] | None = None,
    rulings: Iterable[Ruling] = (),
    coverage: Iterable[Coverage] = (),
    weigh_sources: bool = False,
    aligner: Aligner | None = None,
    max_rows: int = LIMITS.max_records,
) -> Tables[C]:
    """Return what `reconcile` finds, from a table of claims to tables, without an object for each row.

    Columns are fields of a claim, nested ones with dots (`source.outlet`) or as structs; lists are list columns, or
    text as the reader of CSV takes it (`Erbil; Baghdad`, or JSON). A null leaves the field out. The rules are those
    of the class: a row that is no claim goes to the rejects, with what `read_claims` would say, and ends nothing.

    Args:
        given: an Arrow table, batch or reader, the path of a Parquet file, or a data frame (pandas, Polars, DuckDB …).
        claim_type: the class of the claims.
        out: a folder that `claims.parquet`, `positions.parquet`, `conflicts.parquet` and `rejects.parquet` are
            written to.
        rejects: a Parquet file for the rejects, instead of that in `out`.
        gazetteer: how places are resolved; by default the table that ships with the library.
        lexicon: how people and organizations are resolved.
        families: for an outlet's name, the publisher family it belongs to.
        rulings: what people decided.
        coverage: which outlet watches which place and period.
        weigh_sources: let grades of reliability and credibility lower severity.
        aligner: how claims of one event are found.
        max_rows: rows allowed.

    Raises:
        ClaimError: what is given is no table, is too large or lacks a column that every claim needs, two rulings
            disagree, or a file cannot be written.

    >>> import pyarrow as pa
    >>> found = reconcile_table(pa.table({"about": ["x", "y"], "count": ["2", "many"], "source": ["A", "B"]}))
    >>> found.claims.num_rows, found.rejects.to_pylist()[0]["field"]
    (1, 'count')
    """
    if not (isinstance(claim_type, type) and issubclass(claim_type, Claim)):
        raise ClaimError(f"not a class of claims: {shown(claim_type)}", repair="give Claim or a subclass of it")
    settings = Settings(
        gazetteer, lexicon, dict(families or {}), tuple(rulings), tuple(coverage), aligner, weigh_sources
    )
    folder = folder_for(out) if out is not None else None
    with uncollected():
        found = _reconciled(arrow_of(given, max_rows=max_rows), claim_type, settings)
    _write(found, folder, rejects)
    return cast("Tables[C]", found)


def _reconciled(table: Any, claim_type: type[Claim], settings: Settings) -> Tables[Any]:  # noqa: ANN401
    good = sifted(table, claim_type)
    run = Run.of(good.rows, settings)
    return Tables(*told(run), reject_table(good.rejects), good.multiplicity, run.notes, run, settings)


def _write(found: Tables[Any], folder: Path | None, rejects: Name | None) -> None:
    if folder is not None:
        for name in ("claims", "positions", "conflicts"):
            write_table(getattr(found, name), folder / f"{name}.parquet")
    if rejects is not None or folder is not None:
        write_table(found.rejects, rejects if rejects is not None else cast("Path", folder) / "rejects.parquet")
