"""Prevent a slow start: the built-in places stay columns, and a place is made an object when it is asked for.

>>> builtin_table().place("gn:98182").info.name
'Baghdad'
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from functools import lru_cache
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Any

from reconcile.language.places.model import Place, PlaceInfo

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Columns = dict[str, NDArray[Any]]

BLOCK = 64
_KINDS = ("country", "region", "admin1", "admin2", "city", "area")


class TableLayer:
    """The generated table, read only; see `tools/build_gazetteer.py` for its columns.

    Args:
        columns: the arrays of the table by name.
    """

    __slots__ = (
        "_blocks",
        "_columns",
        "_countries",
        "_ends",
        "_firsts",
        "_ids",
        "_keys",
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
        self._keys = columns["keys"].tobytes()
        self._blocks: list[int] = [*columns["blocks"].tolist(), len(self._keys) + 1]
        self._firsts = [self._keys[start : start + 256].split(b"\n", 1)[0] for start in self._blocks[:-1]]
        self._ends = columns["sizes"].cumsum(dtype="int64")

    def find(self, key: str) -> tuple[str, ...]:
        """Return the ids that `key` may mean, sorted.

        >>> len(builtin_table().find("mosul"))
        2
        """
        at = self._position(key.encode("utf-8", "replace"))
        if at < 0:
            return ()
        begin = int(self._ends[at - 1]) if at else 0
        members: list[int] = self._columns["members"][begin : int(self._ends[at])].tolist()
        return tuple(self._ids[row] for row in members)

    def _position(self, key: bytes) -> int:
        # The keys are one sorted text; only the block that may hold the key is cut into keys.
        block = bisect_right(self._firsts, key) - 1
        if block < 0:
            return -1
        keys = self._keys[self._blocks[block] : self._blocks[block + 1] - 1].split(b"\n")
        at = bisect_left(keys, key)
        return block * BLOCK + at if at < len(keys) and keys[at] == key else -1

    def all_keys(self) -> list[str]:
        """Return every key, sorted."""
        return self._keys.decode("utf-8").split("\n")

    def place(self, number: str) -> Place | None:
        """Return the place with this id, or None.

        >>> builtin_table().place("gn:0") is None
        True
        """
        row = self._rows.get(number)
        if row is None:
            return None
        claimed: list[list[int]] = self._columns["claimed"].tolist()
        return Place(
            self._info(row),
            loose=row in self._columns["loose"].tolist(),
            known=row in self._columns["known"],
            claimed=tuple(self._ids[other] for one, other in claimed if one == row),
            capital=self._id_at("capital", row),
        )

    def _info(self, row: int) -> PlaceInfo:
        def degrees(column: str) -> float | None:
            """A coordinate, or None where the table has none."""
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
        other: int = self._columns[column][row].item()
        return self._ids[other] if other >= 0 else None


def _lines(column: NDArray[Any]) -> list[str]:
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
    data = files("reconcile.language") / "data"
    with (data / "places.npz").open("rb") as places, (data / "place_keys.npz").open("rb") as keys:
        return TableLayer({**read_columns(places), **read_columns(keys)})


def read_columns(file: IO[bytes]) -> Columns:
    """Return the columns of one file of a table: of its places, or of the keys that names have."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}
