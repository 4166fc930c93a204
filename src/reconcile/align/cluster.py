"""Prevent one weak link from fusing two events: the mean over all pairs of two clusters decides.

Average linkage (UPGMA) is reducible: two clusters that are each other's nearest stay so whatever else is
joined. All such couples join in one round of array work, and the result is the greedy one, in near-linear
time.

>>> a, b = np.array([0, 1, 0]), np.array([1, 2, 2])
>>> average_linkage(3, a, b, np.array([9, 9, -4]), threshold=0, absent=-4).tolist()
[0, 0, 0]
>>> average_linkage(3, a, b, np.array([9, 1, -4]), threshold=0, absent=-4).tolist()
[0, 0, 1]
"""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reconcile.align.arrays import MISSING, Bools, Floats, Ints, narrow, starts
from reconcile.align.compiled import loops
from reconcile.align.memory import released
from reconcile.align.order import order_of, told_apart

_WORD = 63
HALF = 31


class Rules(NamedTuple):
    """What is joined already, and what may not be.

    Args:
        joined: per claim, the lowest claim that it is joined with beforehand, or itself; None joins nothing.
        key: per claim, a number of the event key known to the caller, or -1; different keys never join.
        record: per claim, its source where one event holds at most one claim of each source, or -1.
        apart: pairs of claims that are known not to be of one event.
    """

    joined: Ints | None = None
    key: Ints | None = None
    record: Ints | None = None
    apart: tuple[Ints, Ints] | None = None

    @property
    def barring(self) -> bool:
        """Whether there are claims that may not be joined."""
        return self.key is not None or self.record is not None or self.apart is not None


class _Edges(NamedTuple):
    low: Ints
    high: Ints
    total: Ints
    pairs: Ints
    barred: Bools


class _Clusters(NamedTuple):
    label: Ints
    size: Ints
    key: Ints
    records: npt.NDArray[np.int64]


def average_linkage(
    size: int, a: Ints, b: Ints, score: Ints, *, threshold: int, absent: int, rules: Rules | None = None
) -> Ints:
    """Return an event number per claim, numbered by first member.

    Args:
        size: how many claims there are.
        a: one end of each compared pair; pairs are distinct.
        b: the other end.
        score: whole numbers, so that sums are exact in any order.
        threshold: the mean score from which clusters join.
        absent: the score of each pair that is not given; below `threshold`.
        rules: constraints.

    Returns:
        The labels. Ties fall to the couple with the smaller first, then smaller second claim.
    """
    rules = rules or Rules()
    clusters = _start(size, rules)
    told = score != absent  # a pair at `absent` weighs what a pair that is not given does
    if not told.all():
        a, b, score = a[told], b[told], score[told]
    fast = loops(len(a))
    if fast is not None and not rules.barring and _fits(score):
        return numbered(_linked(fast, clusters, narrow(a), narrow(b), narrow(score), threshold, absent))
    edges = _edges(clusters, *_connected(clusters.label, a, b, score, threshold=threshold), rules=rules)
    while len(edges.low):
        mean = _means(edges, clusters.size, absent)
        opened = (mean >= threshold) & _allowed(edges, clusters)
        chosen = _mutual(edges, mean, opened, size=size)
        if chosen is None:
            break
        edges = _kept(edges, opened, size=size)
        clusters, parent = _join(clusters, chosen[0], chosen[1])
        edges = _gathered(edges._replace(low=parent[edges.low], high=parent[edges.high]), size)
    return numbered(clusters.label)


def _fits(score: Ints) -> bool:
    """Return whether all scores are of 32 bits."""
    return not len(score) or max(-int(score.min()), int(score.max())) < 1 << HALF


def _linked(fast: ModuleType, clusters: _Clusters, a: Ints, b: Ints, score: Ints, threshold: int, absent: int) -> Ints:
    """Return the lowest claim that each is of one event with; each component by itself, which takes less memory."""
    label, size, joins = narrow(clusters.label), len(clusters.label), score >= threshold
    component = narrow(components(size, label[a[joins]], label[b[joins]])[label])
    row = narrow(order_of(component.astype(np.int64)))
    row = row[label[row] == row]  # the clusters, by component
    first = starts(np.bincount(component[row], minlength=size))
    number = np.empty(size, dtype=np.int32)
    number[row] = np.arange(len(row)) - first[component[row]]
    found = np.arange(size)
    released()
    found[row] = row[fast.linked(component, label, clusters.size, number, row, first, a, b, score, threshold, absent)]
    return found[label]


def numbered(label: Ints) -> Ints:
    """Return `label` with its values replaced by 0, 1, 2 … in the order of their first appearance.

    >>> numbered(np.array([7, 3, 7])).tolist()
    [0, 1, 0]
    """
    first, number = told_apart(label)
    return order_of(order_of(first))[number]


def _start(size: int, rules: Rules) -> _Clusters:
    label = np.arange(size) if rules.joined is None else rules.joined
    key = np.full(size, MISSING)
    if rules.key is not None:
        np.maximum.at(key, label, rules.key)
    return _Clusters(label, np.bincount(label, minlength=size), key, _record_bits(label, rules.record))


def _record_bits(label: Ints, record: Ints | None) -> npt.NDArray[np.int64]:
    """Return the set of sources of each cluster as bits of as many words as are needed."""
    if record is None:
        return np.zeros((len(label), 0), dtype=np.int64)
    bits = np.zeros((len(label), int(record.max(initial=0)) // _WORD + 1), dtype=np.int64)
    known = np.flatnonzero(record >= 0)
    np.bitwise_or.at(bits, (label[known], record[known] // _WORD), np.left_shift(1, record[known] % _WORD))
    return bits


def _connected(label: Ints, a: Ints, b: Ints, score: Ints, *, threshold: int) -> tuple[Ints, Ints, Ints]:
    """Return the pairs that can matter: a mean that joins has a pair that joins, so others link two components."""
    joins = score >= threshold
    component = components(len(label), label[a[joins]], label[b[joins]])[label]
    within = component[a] == component[b]
    return a[within], b[within], score[within]


def components(size: int, a: Ints, b: Ints) -> Ints:
    """Return the lowest row that each row is connected with, by any path of the pairs.

    Args:
        size: how many rows there are.
        a: one end of each pair.
        b: the other end.

    >>> components(4, np.array([2, 3]), np.array([3, 1])).tolist()
    [0, 1, 1, 1]
    """
    fast = loops(len(a))
    if fast is not None:
        return fast.rooted(size, narrow(a), narrow(b))
    lowest = np.arange(size)
    while len(a):
        a, b = lowest[a], lowest[b]
        apart = a != b
        a, b = a[apart], b[apart]
        np.minimum.at(lowest, np.maximum(a, b), np.minimum(a, b))
        below = lowest[lowest]
        while not np.array_equal(below, lowest):
            lowest, below = below, below[below]
    return lowest


def _edges(clusters: _Clusters, a: Ints, b: Ints, score: Ints, *, rules: Rules) -> _Edges:
    barred = np.zeros(len(a), dtype=np.bool_)
    count = np.ones(len(a), dtype=np.int64)
    if rules.apart is not None:
        extra = len(rules.apart[0])
        a, b = np.concatenate([a, rules.apart[0]]), np.concatenate([b, rules.apart[1]])
        score, count = (np.concatenate([x, np.zeros(extra, dtype=np.int64)]) for x in (score, count))
        barred = np.concatenate([barred, np.ones(extra, dtype=np.bool_)])
    low, high = clusters.label[a], clusters.label[b]
    return _gathered(_Edges(low, high, score, count, barred), len(clusters.label))


def _taken(edges: _Edges, rows: Ints | Bools) -> _Edges:
    low, high, total, pairs, barred = edges
    return _Edges(low[rows], high[rows], total[rows], pairs[rows], barred[rows])


def _gathered(edges: _Edges, size: int) -> _Edges:
    """Return one edge per couple of clusters, low end first, without loops, sorted."""
    low, high = np.minimum(edges.low, edges.high), np.maximum(edges.low, edges.high)
    bits = size.bit_length()
    both = low << bits | high
    if bool((low < high).all()) and not bool((both[1:] <= both[:-1]).any()):
        return edges._replace(low=low, high=high)
    order = np.argsort(both)  # sums of whole numbers are the same in any order
    order = order[low[order] != high[order]]
    both = both[order]
    new = np.ones(len(both), dtype=np.bool_)
    np.not_equal(both[1:], both[:-1], out=new[1:])
    first = np.flatnonzero(new)
    if not len(order):
        return _taken(edges, order)
    return _Edges(
        both[first] >> bits,
        both[first] & ((1 << bits) - 1),
        np.add.reduceat(edges.total[order], first),
        np.add.reduceat(edges.pairs[order], first),
        np.logical_or.reduceat(edges.barred[order], first),
    )


def _means(edges: _Edges, size: Ints, absent: int) -> Floats:
    pairs = size[edges.low] * size[edges.high]
    return (edges.total + (pairs - edges.pairs) * absent) / pairs


def _allowed(edges: _Edges, clusters: _Clusters) -> Bools:
    left, right = clusters.key[edges.low], clusters.key[edges.high]
    clash = (left != right) & (left != MISSING) & (right != MISSING)
    shared = (clusters.records[edges.low] & clusters.records[edges.high]).any(axis=1)
    return ~(edges.barred | clash | shared)


def _mutual(edges: _Edges, mean: Floats, opened: Bools, *, size: int) -> tuple[Ints, Ints] | None:
    """Return the couples that are each other's nearest; there is one as long as any edge is open."""
    where = np.flatnonzero(opened)
    if not len(where):
        return None
    low, high, mean = edges.low[where], edges.high[where], mean[where]
    most = np.full(size, -np.inf)
    np.maximum.at(most, low, mean)
    np.maximum.at(most, high, mean)
    place = np.arange(len(where))
    best = np.full(size, len(where))  # edges are sorted, so ties fall to the lower claims
    for side in (low, high):
        nearest = mean == most[side]
        np.minimum.at(best, side[nearest], place[nearest])
    both = (best[low] == place) & (best[high] == place)
    return low[both], high[both]


def _kept(edges: _Edges, opened: Bools, *, size: int) -> _Edges:
    """Return the edges that can still matter: by reducibility, those of a cluster with no open edge cannot."""
    active = np.zeros(size, dtype=np.bool_)
    active[edges.low[opened]] = True
    active[edges.high[opened]] = True
    alive = active[edges.low] & active[edges.high]
    return _taken(edges, alive)


def _join(clusters: _Clusters, low: Ints, high: Ints) -> tuple[_Clusters, Ints]:
    parent = np.arange(len(clusters.label))
    parent[high] = low
    clusters.size[low] += clusters.size[high]
    clusters.key[low] = np.maximum(clusters.key[low], clusters.key[high])
    clusters.records[low] |= clusters.records[high]
    return clusters._replace(label=parent[clusters.label]), parent
