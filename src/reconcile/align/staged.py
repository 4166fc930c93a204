"""Prevent two lists of names from being compared where the days alone part two claims: what parts cheaply goes first.

A pair is given up as soon as the fields left cannot lift it above a pair that is not compared, which is what it
then weighs. Bits are added in the order of the scales whatever was asked first, so the sums are those of
`Model.total`.

>>> from reconcile.align.fields import TimeColumn
>>> from reconcile.align.model import Scale
>>> days = TimeColumn(np.array([0.0, 0.0, 99.0]), np.array([0.0, 0.0, 99.0]))
>>> model = Model((Scale("when", "time", (0.5,), (-9.0, 3.0)),), prior=0.0)
>>> above(model, [days], Pairs(np.array([0, 0]), np.array([1, 2])))[1].tolist()
[3.0]
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from types import ModuleType
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Floats, Ints, Pairs
from reconcile.align.compiled import loops
from reconcile.align.fields import Column, DistinctColumn, MembersColumn, TextColumn, TimeColumn
from reconcile.align.fields.base import Compared
from reconcile.align.fields.joint import Joint
from reconcile.align.model import SMOOTH, Model, Scale

ROUNDING = 0.001
FEW = 2
# About how many nanoseconds it takes to compare one pair.
_COSTS = ((TimeColumn, 80), (DistinctColumn, 50), (TextColumn, 270), (MembersColumn, 600))
_MOST_COST = 1000


def above(model: Model, columns: Sequence[Column], pairs: Pairs) -> tuple[Ints, Floats]:
    """Return which pairs may weigh more than one that is not compared, and the bits of those.

    Args:
        model: the weights.
        columns: one per scale of the model.
        pairs: the pairs.
    """
    sides = [_Side.of(scales, prior, columns) for scales, prior in _sets(model) if scales]
    if not sides:
        return np.arange(len(pairs.a)), np.full(len(pairs.a), model.prior)
    order = sorted(range(len(columns)), key=lambda at: (_cost(columns[at], model.scales[at]), at))
    fast = loops(len(pairs.a))
    staged = partial(_compiled, fast) if fast is not None and _of_one_cut(sides) else _plain
    rows, totals = staged(sides, [(at, columns[at]) for at in order], pairs, model.absent - ROUNDING)
    return rows, np.minimum.reduce(totals)


class _Side(NamedTuple):
    """One of the model's sets of scales, and the most that each can add: of a few claims, none states a rare value."""

    scales: Sequence[Scale]
    prior: float
    most: Sequence[float]

    @classmethod
    def of(cls, scales: Sequence[Scale], prior: float, columns: Sequence[Column]) -> _Side:
        shares = (column.least_share if scale.rare else 1.0 for scale, column in zip(scales, columns, strict=True))
        return cls(scales, prior, [scale.most_of(share) for scale, share in zip(scales, shares, strict=True)])

    def left(self, known: Collection[int]) -> float:
        """Return the most that the scales can add that are not known yet."""
        return sum(most for at, most in enumerate(self.most) if at not in known)


_Staged = tuple[Ints, list[Floats]]


def _plain(sides: Sequence[_Side], columns: Sequence[tuple[int, Column]], pairs: Pairs, least: float) -> _Staged:
    rows = np.arange(len(pairs.a))
    told: list[dict[int, Floats]] = [{} for _ in sides]
    for at, column in columns:
        if not len(rows):
            break
        compare = column.compare if len(rows) > FEW or not isinstance(column, Joint) else partial(_one_by_one, column)
        found = compare(pairs.a[rows], pairs.b[rows])
        open_ = np.ones(len(rows), dtype=np.bool_)
        for bits, side in zip(told, sides, strict=True):
            bits[at] = side.scales[at].bits(found)
            open_ &= _total(bits, side.prior, len(rows)) + side.left(bits) > least
        rows = rows[open_]
        told = [{one: weights[open_] for one, weights in bits.items()} for bits in told]
    return rows, [_total(bits, side.prior, len(rows)) for bits, side in zip(told, sides, strict=True)]


def _one_by_one(column: Column, a: Ints, b: Ints) -> Compared:
    """Return what the column's `compare` does, without arrays of all that it knows."""
    told = [column.single(one, other) for one, other in zip(a.tolist(), b.tolist(), strict=True)]
    return Compared(*(np.array(side, dtype=np.float64) for side in zip(*told, strict=True)))


def _compiled(
    fast: ModuleType, sides: Sequence[_Side], columns: Sequence[tuple[int, Column]], pairs: Pairs, least: float
) -> _Staged:
    size = len(pairs.a)
    rows, a, b = np.arange(size), pairs.a.copy(), pairs.b.copy()
    known: dict[int, Floats] = {}
    total = np.tile([side.prior for side in sides], (size, 1))
    for at, column in columns:
        scales = [side.scales[at] for side in sides]
        found = column.compare(a, b, shares=any(scale.rare for scale in scales))
        known[at] = np.empty((size, len(sides)))
        most = np.array([side.left(known) for side in sides])
        rarity = _rarity(scales, found)
        kept = fast.weighed(found.similarity, rarity, *_steps(scales), most, least, known[at], total, rows, a, b)
        rows, a, b = rows[:kept], a[:kept], b[:kept]
    bits = [{at: weights[rows, side] for at, weights in known.items()} for side in range(len(sides))]
    return rows, [_total(some, side.prior, len(rows)) for some, side in zip(bits, sides, strict=True)]


def _rarity(scales: Sequence[Scale], found: Compared) -> Floats:
    """Return the bits of rarity by each scale; none where rarity counts by no scale."""
    if not any(scale.rare for scale in scales):
        return np.zeros((0, len(scales)))
    return np.stack([scale.rare * scale.rarity(found.share) for scale in scales], axis=1)


def _steps(scales: Sequence[Scale]) -> tuple[Floats, Floats, Floats]:
    """Return what parts the levels of one field, how weights rise between them where they do, and the weights."""
    weights = np.array([scale.weights for scale in scales], dtype=np.float64).T.copy()
    if scales[0].kind not in SMOOTH or not scales[0].cuts:
        return np.array(scales[0].cuts, dtype=np.float64), np.zeros((0, len(scales))), weights
    edges = scales[0].knots
    return edges, np.diff(weights, axis=0) / np.diff(edges)[:, None], weights


def _of_one_cut(sides: Sequence[_Side]) -> bool:
    """Return whether all sets of scales have the same levels."""
    return len({tuple((scale.kind, scale.cuts) for scale in side.scales) for side in sides}) == 1


def _sets(model: Model) -> Sequence[tuple[Sequence[Scale], float]]:
    return (model.scales, model.prior), (model.near, model.near_prior)


def _cost(column: Column, scale: Scale) -> float:
    """Return what it takes to compare a field, for each bit by which it can part claims."""
    time = next((cost for kind, cost in _COSTS if isinstance(column, kind)), _MOST_COST)
    return time / max(scale.most - min(0.0, *scale.weights), ROUNDING)


def _total(bits: Mapping[int, Floats], prior: float, size: int) -> Floats:
    total = np.full(size, prior, dtype=np.float64)
    for at in sorted(bits):
        total += bits[at]
    return total
