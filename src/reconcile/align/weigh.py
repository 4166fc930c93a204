"""Prevent guessed weights where the claims themselves can tell: expectation–maximization on the compared
pairs.

Fellegi and Sunter's model: given that a pair is a match or not, the levels of its fields are independent.
Pairs are counted by pattern of levels, so a step costs as much for a thousand pairs as for a million. The
start is the shipped weights; a prior of a few pairs per level keeps rare levels near them; and a higher
likeness never weighs less.

>>> len(isotonic(np.array([1.0, 3.0, 2.0]), np.array([1.0, 1.0, 1.0])))
3
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Floats, Ints
from reconcile.align.model import Model, Scale

ROUNDS = 40
TRUST = 20.0
LEAST = 1e-6


class Patterns(NamedTuple):
    """The distinct patterns of levels among the compared pairs.

    Args:
        levels: one row per pattern, one column per field; -1 where the field says nothing.
        counts: how many pairs show it.
        rarity: the mean bits of rarity of the pairs that show it, all fields together.
    """

    levels: Ints
    counts: Floats
    rarity: Floats


def patterns(levels: Ints, rarity: Floats) -> Patterns:
    """Return the patterns of `levels`, one row per pair.

    >>> patterns(np.array([[0, 1], [0, 1], [2, -1]]), np.zeros(3)).counts.tolist()
    [2.0, 1.0]
    """
    width = levels.max(axis=0, initial=0) + 2
    packed = np.zeros(len(levels), dtype=np.int64)
    for column, size in zip(levels.T, width.tolist(), strict=True):
        packed = packed * size + column + 1
    _, first, place, counts = np.unique(packed, return_index=True, return_inverse=True, return_counts=True)
    total = np.bincount(place.reshape(-1), weights=rarity, minlength=len(first))
    return Patterns(levels[first], counts.astype(np.float64), total / np.maximum(1, counts))


def learned(model: Model, seen: Patterns) -> Model:
    """Return `model` with the prior and the weights of its levels learned from the pairs, without labels.

    Args:
        model: where to start.
        seen: the patterns of the compared pairs.
    """
    if not len(seen.counts):
        return model
    for _ in range(ROUNDS):
        match = posterior(model, seen)
        scales = tuple(
            _scale(scale, level, seen.counts, match)
            for scale, level in zip(model.scales, seen.levels.T, strict=True)
        )
        model = replace(model, scales=scales, prior=_prior(seen.counts, match))
    return model


def posterior(model: Model, seen: Patterns) -> Floats:
    """Return the probability of a match for each pattern."""
    total = model.prior + seen.rarity
    for scale, level in zip(model.scales, seen.levels.T, strict=True):
        total = total + np.array((*scale.weights, 0.0))[level]
    return 1.0 / (1.0 + np.exp2(-np.clip(total, -60, 60)))


def _prior(counts: Floats, match: Floats) -> float:
    share = float((counts * match).sum() / counts.sum())
    return float(np.log2(max(LEAST, share) / max(LEAST, 1.0 - share)))


def _scale(scale: Scale, level: Ints, counts: Floats, match: Floats) -> Scale:
    told = level >= 0
    size = len(scale.weights)
    among = [
        np.bincount(level[told], weights=(counts * p)[told], minlength=size) for p in (match, 1.0 - match)
    ]
    start = np.exp2(np.array(scale.weights))
    usual = (among[0] + among[1] + 1.0) / (among[0] + among[1] + 1.0).sum()
    expected = usual * start / (usual * start).sum()
    m = (among[0] + TRUST * expected) / (among[0].sum() + TRUST)
    u = (among[1] + TRUST * usual) / (among[1].sum() + TRUST)
    weights = isotonic(np.log2(np.maximum(m, LEAST) / np.maximum(u, LEAST)), among[0] + among[1] + 1.0)
    return replace(scale, weights=tuple(np.round(weights, 6).tolist()))


def isotonic(values: Floats, weights: Floats) -> Floats:
    """Return the nearest sequence that never falls (pool adjacent violators; Ayer et al. 1955).

    Args:
        values: a number per level.
        weights: how much each counts.

    >>> isotonic(np.array([1.0, 3.0, 2.0]), np.array([1.0, 1.0, 1.0])).tolist()
    [1.0, 2.5, 2.5]
    """
    blocks: list[list[float]] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        blocks.append([value, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            value_2, weight_2, length_2 = blocks.pop()
            value_1, weight_1, length_1 = blocks.pop()
            both = weight_1 + weight_2
            blocks.append([(value_1 * weight_1 + value_2 * weight_2) / both, both, length_1 + length_2])
    return np.repeat([block[0] for block in blocks], [int(block[2]) for block in blocks])


def rarities(scales: Sequence[Scale], shares: Sequence[Floats]) -> Floats:
    """Return the bits of rarity of each pair, all fields together."""
    return np.sum(
        [scale.rare * scale.rarity(share) for scale, share in zip(scales, shares, strict=True)], axis=0
    )
