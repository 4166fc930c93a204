"""Prevent clusters from being joined in rounds over millions of edges: each component of the graph is joined alone.

The rounds are those of `cluster.average_linkage`, and in each component they are the same ones: what is done in one
touches no other.
"""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false, reportReturnType=false

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from reconcile.align.arrays import Floats, Ints

compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
inlined: Any = njit(cache=True, nogil=True, error_model="numpy", inline="always")
HIGH, LOW = TOTAL, PAIRS = range(2)
NONE = -1e300


@inlined
def sort_by(
    column: int, ends: Ints, sums: Ints, ends_2: Ints, sums_2: Ints, many: int, start: Ints, number: int
) -> None:
    """Copy the first edges sorted by one of their ends; equal ones as they stand."""
    for at in range(number + 1):
        start[at] = 0
    for i in range(many):
        start[ends[i, column] + 1] += 1
    for at in range(1, number):
        start[at] += start[at - 1]
    for i in range(many):
        to = start[ends[i, column]]
        start[ends[i, column]] += 1
        for at in range(2):
            ends_2[to, at], sums_2[to, at] = ends[i, at], sums[i, at]


@inlined
def gather(ends: Ints, sums: Ints, many: int) -> int:
    """Make one edge of those between the same two clusters, which are sorted, and return how many there are."""
    kept = -1
    for i in range(many):
        if ends[i, LOW] == ends[i, HIGH]:
            continue
        if kept >= 0 and ends[kept, LOW] == ends[i, LOW] and ends[kept, HIGH] == ends[i, HIGH]:
            for at in range(2):
                sums[kept, at] += sums[i, at]
        else:
            kept += 1
            for at in range(2):
                ends[kept, at], sums[kept, at] = ends[i, at], sums[i, at]
    return kept + 1


@inlined
def near(ends: Ints, sums: Ints, many: int, size: Ints, row: Ints, first: int, most: Floats, best: Ints,
         threshold: int, absent: int) -> None:  # fmt: skip
    """Find the best edge of each cluster that has an open one, and its mean: that to the lower one of equals."""
    for i in range(many):
        pairs = size[row[first + ends[i, LOW]]] * size[row[first + ends[i, HIGH]]]
        mean = (sums[i, TOTAL] + (pairs - sums[i, PAIRS]) * absent) / pairs
        for column in range(2):
            if mean >= threshold and mean > most[ends[i, column]]:
                most[ends[i, column]] = mean
                best[ends[i, column]] = i


@inlined
def joined(ends: Ints, sums: Ints, many: int, size: Ints, row: Ints, first: int, best: Ints, home: Ints) -> int:
    """Join the clusters that are each other's nearest, and return how many edges can still matter.

    Those of a cluster with no open edge cannot, since average linkage is reducible. `home` gets where a cluster goes.
    """
    for i in range(many):
        low, high = ends[i, LOW], ends[i, HIGH]
        if best[low] == i and best[high] == i:
            home[high] = low
            size[row[first + low]] += size[row[first + high]]
    kept = 0
    for i in range(many):
        if best[ends[i, LOW]] >= 0 and best[ends[i, HIGH]] >= 0:
            low, high = home[ends[i, LOW]], home[ends[i, HIGH]]
            for at in range(2):
                sums[kept, at] = sums[i, at]
            ends[kept, LOW], ends[kept, HIGH] = min(low, high), max(low, high)
            kept += 1
    return kept


@inlined
def placed(component: Ints, a: Ints, b: Ints, start: Ints) -> Ints:
    """Return which pairs lie within each component, one after the other; `start` gets where those of each begin."""
    for i in range(len(a)):
        start[component[a[i]] + 2] += component[a[i]] == component[b[i]]
    for one in range(2, len(start)):
        start[one] += start[one - 1]
    place = np.empty(start[-1], dtype=np.int32)
    for i in range(len(a)):
        if component[a[i]] == component[b[i]]:
            place[start[component[a[i]] + 1]] = i
            start[component[a[i]] + 1] += 1
    return place


@compiled
def linked(
    component: Ints, label: Ints, size: Ints, number: Ints, row: Ints, first: Ints, a: Ints, b: Ints, score: Ints,
    threshold: int, absent: int,
) -> Ints:  # fmt: skip
    """Return the place in `row` of the lowest cluster that each cluster is joined with.

    Each component c has the clusters `row[first[c]:first[c + 1]]`, of which each has a `number` there and a `size`,
    which changes; each row has a `label`, its cluster.
    """
    start, found = np.zeros(len(label) + 2, dtype=np.int64), np.empty(len(row), dtype=np.int32)
    place, many, most_rows = placed(component, a, b, start), 1, 1
    for one in range(len(label)):
        many, most_rows = max(many, start[one + 1] - start[one]), max(most_rows, first[one + 1] - first[one])
    ends, sums = np.empty((many, 2), dtype=np.int32), np.empty((many, 2), dtype=np.int64)
    ends_2, sums_2, most = np.empty_like(ends), np.empty_like(sums), np.empty(most_rows)
    home, best, begin = np.empty((3, most_rows + 1), dtype=np.int64)
    for one in range(len(label)):
        many, rows = start[one + 1] - start[one], first[one + 1] - first[one]
        for i in range(many):
            at = place[start[one] + i]
            low, high = number[label[a[at]]], number[label[b[at]]]
            ends[i, LOW], ends[i, HIGH] = min(low, high), max(low, high)
            sums[i, TOTAL], sums[i, PAIRS] = score[at], 1
        for at in range(rows):
            found[first[one] + at] = first[one] + at
        while many:
            for column in range(2):
                sort_by(column, ends, sums, ends_2, sums_2, many, begin, rows)
                ends, sums, ends_2, sums_2 = ends_2, sums_2, ends, sums
            many = gather(ends, sums, many)
            for at in range(rows):
                home[at], most[at], best[at] = at, NONE, -1
            near(ends, sums, many, size, row, first[one], most, best, threshold, absent)
            many = joined(ends, sums, many, size, row, first[one], best, home)
            for at in range(first[one], first[one + 1]):
                found[at] = first[one] + home[found[at] - first[one]]
    return found
