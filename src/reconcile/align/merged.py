"""Prevent tens of millions of pairs from being sorted in one piece: those of some rows at a time, and each once.

>>> found = Gathered(4)
>>> found.add(np.array([5, 1 << 32 | 3]))
>>> found.add(np.array([5]))
>>> found.merged().tolist()
[5, 4294967299]
"""

from __future__ import annotations

import numpy as np

from reconcile.align.arrays import Ints, distinct
from reconcile.align.threads import in_threads

HALF = 32
RANGES = 16
PENDING = 20_000_000
FEW = 100_000


class Gathered:
    """Pairs packed into one number each, the lower row in the upper half; many may be found twice.

    Args:
        size: how many rows there are.
    """

    def __init__(self, size: int) -> None:
        self._cuts = (np.arange(1, RANGES) * size // RANGES) << HALF
        self._ranges: list[list[Ints]] = [[] for _ in range(RANGES)]
        self._pending = 0

    def add(self, packed: Ints) -> None:
        """Add pairs.

        Args:
            packed: the pairs, sorted.
        """
        ends = [0, *np.searchsorted(packed, self._cuts).tolist(), len(packed)]
        for at, some in enumerate(self._ranges):
            if ends[at] < ends[at + 1]:
                some.append(packed[ends[at] : ends[at + 1]].copy())
        self._pending += len(packed)
        if self._pending > PENDING:  # many are found twice: they are not all kept until the end
            self._ranges = [[one] for one in in_threads(_settled, self._ranges)]
            self._pending = 0

    def merged(self) -> Ints:
        """Return the distinct pairs, sorted; what was added is let go."""
        parts = [part for some in self._ranges for part in some]
        total = sum(map(len, parts))
        if total < FEW:  # threads take longer to start than few pairs take to be sorted
            return _settled(parts)
        del parts
        found = np.empty(total, dtype=np.int64)
        count = 0
        for at in range(0, RANGES, 2):
            for some in in_threads(_settled, self._ranges[at : at + 2]):
                found[count : count + len(some)] = some
                count += len(some)
        found.resize(count, refcheck=False)
        return found


def _settled(parts: list[Ints]) -> Ints:
    found = distinct(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)
    parts.clear()
    return found
