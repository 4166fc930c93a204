"""Prevent eighty million pairs from being written for thirty million: each row gathers its partners from all keys once.

Entries are rows under keys, in the order of the keys, each with how many of those after it are its partners there. At
the end each row looks at what stands around it under each of its keys, and every pair is written once.

>>> found = Gathered(4, limit=2)
>>> found.add(3, [found.entries(np.array([0, 2, 1]), np.array([2, 1, 0]))])
>>> found.merged().pairs.b.tolist()
[1, 2, 2]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

import numpy as np

from reconcile.align.arrays import Ints, Neighbors, narrow, ragged, starts, together
from reconcile.align.compiled import loops
from reconcile.align.memory import released
from reconcile.align.order import distinct
from reconcile.align.threads import in_threads

HALF = 32
RANGES = 16
EACH = 300_000
AT_ONCE = 1_000_000
FEW = 100_000
NARROW = 31


class Gathered:
    """Entries of which each is a partner of some of those around it.

    Args:
        size: how many rows there are.
        limit: how many partners after it an entry has at most.
    """

    def __init__(self, size: int, *, limit: int) -> None:
        self._size = size
        self.shift = limit.bit_length()
        self._type = np.int32 if size.bit_length() + self.shift <= NARROW else np.int64
        self._kept: list[Ints] = []

    def entries(self, rows: Ints, reach: Ints) -> Ints:
        """Return entries, each packed into one number.

        Args:
            rows: the row of each.
            reach: how many of those after it are its partners.
        """
        return rows.astype(np.int64) << self.shift | reach

    def add(self, size: int, parts: Iterable[Ints]) -> None:
        """Add entries.

        Args:
            size: how many there are at most.
            parts: entries, with all their partners in the same part.
        """
        kept: Ints = np.empty(size, dtype=self._type)  # pyright: ignore[reportAssignmentType] - what is not used is free
        count = 0
        for part in parts:
            kept[count : count + len(part)] = part
            count += len(part)
        kept.resize(count, refcheck=False)
        self._kept.append(kept)

    def merged(self) -> Neighbors:
        """Return each row's partners above it; what was added is let go."""
        released()
        entries = together(self._kept) if self._kept else narrow(np.zeros(0, dtype=np.int64))
        released()
        fast = loops(len(entries))
        if fast is None or not len(entries):
            return _plain(entries >> self.shift, entries & ((1 << self.shift) - 1), self._size)
        return self._compiled(fast, entries)

    def _compiled(self, fast: ModuleType, entries: Ints) -> Neighbors:
        most = max(int((part & ((1 << self.shift) - 1)).max()) for part in _sliced(entries))

        def work(rows: tuple[int, int]) -> tuple[Ints, Ints]:
            some = fast.within(entries, *(row << self.shift for row in rows))
            return fast.neighbors(entries, some, self.shift, most, *rows)

        # Threads take longer to start than few entries take, and each range of rows goes through all entries.
        ranges = min(RANGES, max(2, len(entries) // EACH)) if len(entries) > FEW else 1
        ends = [self._size * at // ranges for at in range(ranges + 1)]
        start, found = np.zeros(self._size + 1, dtype=np.int64), list[Ints]()
        for at in range(0, ranges, 2):
            pieces = [(ends[one], ends[one + 1]) for one in range(at, min(at + 2, ranges))]
            for (first, last), (counts, some) in zip(pieces, in_threads(work, pieces), strict=True):
                start[first + 1 : last + 1] = counts
                found.append(some)
        return Neighbors(np.cumsum(start), together(found))


def _sliced(entries: Ints) -> Iterator[Ints]:
    """Return the entries in slices, so that what is made of them is small at any time."""
    return (entries[at : at + AT_ONCE] for at in range(0, len(entries), AT_ONCE))


def _plain(rows: Ints, reach: Ints, size: int) -> Neighbors:
    owner, rank = ragged(reach.astype(np.int64))
    a, b = rows[owner].astype(np.int64), rows[owner + 1 + rank].astype(np.int64)
    found = distinct((np.minimum(a, b) << HALF | np.maximum(a, b))[a != b])
    counts = np.bincount(found >> HALF, minlength=size)
    return Neighbors(starts(counts), narrow(found & ((1 << HALF) - 1)))
