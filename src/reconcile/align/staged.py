"""Prevent two lists of names from being compared where the days alone part two claims: the cheap fields go first.

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

from collections.abc import Mapping, Sequence

import numpy as np

from reconcile.align.arrays import Floats, Ints, Pairs
from reconcile.align.fields import Column, DistinctColumn, MembersColumn, TextColumn, TimeColumn
from reconcile.align.model import Model, Scale

ROUNDING = 0.001
_COSTS = (TimeColumn, DistinctColumn, TextColumn, MembersColumn)


def above(model: Model, columns: Sequence[Column], pairs: Pairs) -> tuple[Ints, Floats]:
    """Return which pairs may weigh more than one that is not compared, and the bits of those.

    Args:
        model: the weights.
        columns: one per scale of the model.
        pairs: the pairs.
    """
    rows = np.arange(len(pairs.a))
    sides = [(scales, prior) for scales, prior in _sets(model) if scales]
    told: list[dict[int, Floats]] = [{} for _ in sides]
    for at in sorted(range(len(columns)), key=lambda at: (_cost(columns[at]), at)):
        found = columns[at].compare(pairs.a[rows], pairs.b[rows])
        open_ = np.ones(len(rows), dtype=np.bool_)
        for bits, (scales, prior) in zip(told, sides, strict=True):
            bits[at] = scales[at].bits(found)
            most = sum(scale.most for other, scale in enumerate(scales) if other not in bits)
            open_ &= _total(bits, prior, len(rows)) + most > model.absent - ROUNDING
        rows = rows[open_]
        told = [{one: weights[open_] for one, weights in bits.items()} for bits in told]
    totals = [_total(bits, prior, len(rows)) for bits, (_, prior) in zip(told, sides, strict=True)]
    return rows, np.minimum.reduce(totals) if totals else np.full(len(rows), model.prior)


def _sets(model: Model) -> Sequence[tuple[Sequence[Scale], float]]:
    return (model.scales, model.prior), (model.near, model.near_prior)


def _cost(column: Column) -> int:
    return next((cost for cost, kind in enumerate(_COSTS) if isinstance(column, kind)), len(_COSTS))


def _total(bits: Mapping[int, Floats], prior: float, size: int) -> Floats:
    total = np.full(size, prior, dtype=np.float64)
    for at in sorted(bits):
        total += bits[at]
    return total
