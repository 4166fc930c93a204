"""Prevent labels from being wasted: the weights are those that part known matches from others best.

Logistic regression over the levels of all fields and the rarity of shared values. Its sum is a log-odds like
that of Fellegi and Sunter, but fields that say the same thing twice are counted once. Trained with a
quadratic penalty by Newton's method, which is deterministic.

>>> x = np.array([[0.0], [0.0], [1.0], [1.0]])
>>> newton(x, np.array([0.0, 0.0, 1.0, 1.0]), np.ones(4), penalty=0.1).round(1).tolist()
[-1.6, 3.3]
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.arrays import Bools, Floats, Ints, Pairs
from reconcile.align.fields import Column
from reconcile.align.fields.base import Compared
from reconcile.align.model import Model, Scale

if TYPE_CHECKING:
    from reconcile.align.table import Table

PENALTY = 1.0
MOST = 200_000
STEPS = 30


def fitted(model: Model, columns: Sequence[Column], pairs: Pairs, events: Sequence[Hashable | None]) -> Model:
    """Return `model` with prior, weights and rarity factors learned from pairs whose events are known.

    Args:
        model: gives the fields and their levels.
        columns: the compared fields.
        pairs: the pairs that blocking found.
        events: the event of each row, None where unknown.
    """
    truth, used, weight = _labelled(pairs, events)
    return _solved(model, columns, Pairs(pairs.a[used], pairs.b[used]), truth, weight)


def _solved(model: Model, columns: Sequence[Column], pairs: Pairs, truth: Bools, weight: Floats) -> Model:
    compared = [one.compare(*pairs.whole()) for one in columns]
    blocks = [_features(scale, found) for scale, found in zip(model.scales, compared, strict=True)]
    solved = newton(np.hstack(blocks), truth.astype(np.float64), weight, penalty=PENALTY) / math.log(2.0)
    return replace(model, prior=round(float(solved[0]), 6), scales=_scales(model.scales, blocks, solved[1:]))


def fitted_pairs(table: Table, known: Mapping[tuple[str, str], bool]) -> Model:
    """Return the table's model with weights learned from pairs of ids judged one by one.

    Args:
        table: the claims.
        known: whether two ids are of one event; ids that are not in the table are passed over.
    """
    row = {name: at for at, name in enumerate(table.ids)}
    judged = sorted((min(row[a], row[b]), max(row[a], row[b]), same) for (a, b), same in known.items()
                    if a in row and b in row and a != b)  # fmt: skip
    if not judged:
        return table.model
    a, b, truth = (np.array(column) for column in zip(*judged, strict=True))
    return _solved(table.model, table.columns, Pairs(a, b), truth.astype(np.bool_), np.ones(len(a)))


def _labelled(pairs: Pairs, events: Sequence[Hashable | None]) -> tuple[Bools, Ints, Floats]:
    """Return truth, position and weight of the pairs to learn from: all matches, an even sample of the others."""
    index = {event: code for code, event in enumerate(dict.fromkeys(e for e in events if e is not None))}
    code = np.array([-1 if event is None else index[event] for event in events], dtype=np.int64)
    known = np.flatnonzero((code[pairs.a] >= 0) & (code[pairs.b] >= 0))
    same = code[pairs.a[known]] == code[pairs.b[known]]
    step = max(1, int((~same).sum()) // MOST)
    kept = np.concatenate([known[same], known[~same][::step]])
    truth = np.arange(len(kept)) < int(same.sum())
    return truth, kept, np.where(truth, 1.0, float(step))


def _features(scale: Scale, found: Compared) -> Floats:
    return np.hstack([scale.basis(found.similarity), scale.rarity(found.share)[:, None]])


def _scales(scales: Sequence[Scale], blocks: Sequence[Floats], solved: Floats) -> tuple[Scale, ...]:
    found: list[Scale] = []
    start = 0
    for scale, block in zip(scales, blocks, strict=True):
        part = np.round(solved[start : start + block.shape[1]], 6).tolist()
        start += block.shape[1]
        found.append(replace(scale, weights=tuple(part[:-1]), rare=part[-1]))
    return tuple(found)


def newton(features: Floats, truth: Floats, weight: Floats, *, penalty: float) -> Floats:
    """Return intercept and coefficients of a logistic regression with a quadratic penalty.

    Args:
        features: one row per example.
        truth: 0 or 1 per example.
        weight: how much each example counts.
        penalty: half the inverse variance of the coefficients' normal prior; the intercept is free.
    """
    x = np.hstack([np.ones((len(features), 1)), features])
    ridge = np.diag([1e-6, *([penalty] * features.shape[1])])
    solved = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(x @ solved, -30, 30)))
        slope = x.T @ (weight * (truth - chance)) - ridge @ solved
        curve = (x * (weight * chance * (1.0 - chance))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        solved = solved + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return solved
