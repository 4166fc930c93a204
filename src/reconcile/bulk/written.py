"""Prevent claims from changing on their way into a table: every field has columns that read back as the same claim.

>>> from reconcile import Claim
>>> table = claims_table([Claim(id="a", about="x", count=2, source="Rudaw")])
>>> table.column_names
['id', 'about.text', 'count.low', 'count.high', 'source.outlet']
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from reconcile.bulk.given import arrow
from reconcile.claims import Claim
from reconcile.io.cells import object_types

_MOST = 2**63


def claims_table(claims: Iterable[Claim]) -> Any:  # noqa: ANN401 - an Arrow table
    """Return claims as an Arrow table that `reconcile_table` reads back as the same claims.

    Args:
        claims: claims of one class.

    Returns:
        A row for each claim; objects as columns with dots, lists as JSON.

    >>> claims_table([Claim(id="a", about="x", places=["Erbil"], source="A")])["places.items"].to_pylist()
    ['[{"name": "Erbil"}]']
    """
    given = list(claims)
    rows = [dict(_cells(claim)) for claim in given]
    names = dict.fromkeys(name for row in rows for name in row)
    order = {name: n for claim in given[:1] for n, name in enumerate(type(claim).model_fields)}
    ranked = sorted(names, key=lambda name: order[name.split(".")[0]])
    return arrow().table({name: _column([row.get(name) for row in rows]) for name in ranked})


def _cells(claim: Claim) -> Iterator[tuple[str, object]]:
    """Yield the columns that a claim fills, and what stands there."""
    fields = type(claim).model_fields
    stated: dict[str, Any] = json.loads(claim.to_json())
    for name, value in stated.items():
        parts = cast("dict[str, object]", value if isinstance(value, dict) else {})
        if parts and object_types(fields[name].annotation):
            yield from ((f"{name}.{part}", _cell(inner)) for part, inner in parts.items())
        else:
            yield name, _cell(stated[name])


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _column(cells: Sequence[Any]) -> Any:  # noqa: ANN401 - an Arrow array
    """Return a column; numbers that Arrow would change, as whole and broken ones in one column, as text."""
    pa = arrow()
    numbers = [cell for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
    whole = [isinstance(cell, int) and -_MOST <= cell < _MOST for cell in numbers]
    broken = [isinstance(cell, float) and not cell.is_integer() for cell in numbers]
    if not numbers or all(whole) or all(broken):
        return pa.array(cells)
    return pa.array([None if cell is None else json.dumps(cell) for cell in cells], type=pa.string())
