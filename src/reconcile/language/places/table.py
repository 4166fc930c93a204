"""Prevent a slow start: the built-in places stay columns, and a place is made an object when it is asked for.

>>> builtin_table().place("gn:98182").info.name
'Baghdad'
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from reconcile.language.places.model import Place, PlaceInfo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Columns = dict[str, NDArray[np.generic]]

_KINDS = ("country", "region", "admin1", "admin2", "city", "area")


class TableLayer:
    """The generated table, read only; see `tools/build_gazetteer.py` for its columns.

    Args:
        columns: the arrays of the table by name.
    """

    __slots__ = (
        "_columns",
        "_countries",
        "_ids",
        "_key_rows",
        "_keys",
        "_members",
        "_names",
        "_rows",
        "digest",
    )

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.digest = columns["digest"].tobytes().decode()
        self._names = _lines(columns["names"])
        self._countries = _lines(columns["country"])
        self._ids = _ids(columns)
        self._rows = {number: row for row, number in enumerate(self._ids)}
        self._keys = _lines(columns["keys"])
        self._key_rows = dict(
            zip(self._keys, pairwise(accumulate(columns["sizes"].tolist(), initial=0)), strict=True)
        )
        self._members: NDArray[np.generic] = columns["members"]

    def find(self, key: str) -> tuple[str, ...]:
        """Return the ids that `key` may mean, sorted.

        >>> len(builtin_table().find("mosul"))
        2
        """
        span = self._key_rows.get(key)
        return tuple(self._ids[row] for row in self._members[span[0] : span[1]].tolist()) if span else ()

    def keys(self) -> list[str]:
        """Return every key, sorted."""
        return self._keys

    def place(self, number: str) -> Place | None:
        """Return the place with this id, or None.

        >>> builtin_table().place("gn:0") is None
        True
        """
        row = self._rows.get(number)
        if row is None:
            return None
        columns = self._columns
        claimed: list[list[int]] = columns["claimed"].tolist()
        return Place(
            self._info(row),
            loose=row in columns["loose"].tolist(),
            claimed=tuple(self._ids[other] for one, other in claimed if one == row),
            capital=self._id_at("capital", row),
        )

    def _info(self, row: int) -> PlaceInfo:
        def degrees(column: str) -> float | None:
            value = round(float(self._columns[column][row].item()), 5)
            return None if math.isnan(value) else value

        return PlaceInfo(
            self._ids[row],
            self._names[row],
            _KINDS[self._columns["kind"][row].item()],
            self._id_at("parent", row),
            self._countries[row],
            degrees("lat"),
            degrees("lon"),
            self._columns["population"][row].item(),
        )

    def _id_at(self, column: str, row: int) -> str | None:
        other = self._columns[column][row].item()
        return self._ids[other] if other >= 0 else None


def _lines(column: NDArray[np.generic]) -> list[str]:
    return column.tobytes().decode("utf-8").split("\n")


def _ids(columns: Columns) -> list[str]:
    own = iter(_lines(columns["own_ids"]))
    return [f"gn:{number}" if number else next(own) for number in columns["number"].tolist()]


@lru_cache(maxsize=1)
def builtin_table() -> TableLayer:
    """Return the built-in table, read once.

    >>> builtin_table() is builtin_table()
    True
    """
    import numpy as np

    with (
        (files("reconcile.language") / "data" / "places.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as held,
    ):
        return TableLayer({name: held[name] for name in held.files})
