"""Prevent guessed weights where the claims can tell: expectation–maximization on compared pairs.

Fellegi and Sunter's model: given that a pair is a match or not, the levels of its fields are independent. All
pairs of claims are accounted for: those that share a key by their pattern of levels, the others as
non-matches whose levels a random sample shows. Where enough pairs are taken for matches, a second pass learns
among these only, so that two events of one place and week are told apart by what still differs. Pairs are
counted by pattern, so a step costs as much for a thousand pairs as for a million; shipped weights are the
start, and hold where little is seen.

>>> isotonic(np.array([1.0, 3.0, 2.0]), np.array([1.0, 1.0, 1.0])).tolist()
[1.0, 2.5, 2.5]
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Floats, Ints
from reconcile.align.model import Model, Scale

ROUNDS = 30
TRUST = 20.0
NEAR_ROUNDS = 40
NEAR_TRUST = 750.0
NEAR_ENOUGH = 20_000
NEAR_SHIFT = 4.0
LEAST = 1e-9
MOST_PATTERNS = 1_000_000


class Patterns(NamedTuple):
    """The distinct patterns of levels among the compared pairs.

    Args:
        levels: one row per pattern, one column per field; -1 where the field says nothing.
        counts: how many pairs show it.
    """

    levels: Ints
    counts: Floats


class Background(NamedTuple):
    """What random pairs of claims look like.

    Args:
        shares: per field, the share of random pairs at each level; those that say nothing are left out of the
            list.
        pairs: how many pairs of claims there are in all.
    """

    shares: Sequence[Floats]
    pairs: float


def patterns(levels: Ints) -> Patterns:
    """Return the patterns of `levels`, one row per pair.

    >>> patterns(np.array([[0, 1], [0, 1], [2, -1]])).counts.tolist()
    [2.0, 1.0]
    """
    return numbered_patterns(levels)[0]


def numbered_patterns(levels: Ints) -> tuple[Patterns, Ints]:
    """Return the patterns of `levels`, and the number of each pair's pattern.

    Args:
        levels: one row per pair.
    """
    width = levels.max(axis=0, initial=0) + 2
    packed = np.zeros(len(levels), dtype=np.int64)
    for column, size in zip(levels.T, width.tolist(), strict=True):
        packed *= size
        packed += column
        packed += 1
    if math.prod(width.tolist()) > MOST_PATTERNS:
        _, first, number, counts = np.unique(packed, return_index=True, return_inverse=True, return_counts=True)
        return Patterns(levels[first], counts.astype(np.float64)), number.reshape(-1)
    counts = np.bincount(packed)
    first = np.empty(len(counts), dtype=np.int64)
    first[packed] = np.arange(len(packed))
    seen = np.flatnonzero(counts)
    return Patterns(levels[first[seen]], counts[seen].astype(np.float64)), (np.cumsum(counts > 0) - 1)[packed]


def some_patterns(seen: Patterns, number: Ints) -> Patterns:
    """Return those of the patterns that some pairs show.

    Args:
        seen: the patterns.
        number: the pattern of each of the pairs.
    """
    counts = np.bincount(number, minlength=len(seen.counts))
    left = np.flatnonzero(counts)
    return Patterns(seen.levels[left], counts[left].astype(np.float64))


def against_others(model: Model, seen: Patterns, around: Background) -> Model:
    """Return `model` with prior and weights learned from all pairs, without labels.

    Args:
        model: where to start.
        seen: the patterns of the compared pairs.
        around: what random pairs look like.
    """
    others = [
        np.maximum(0.0, around.pairs * share - _count(level, seen.counts, len(share)))
        for share, level in zip(around.shares, seen.levels.T, strict=True)
    ]
    start = model.scales
    for _ in range(ROUNDS):
        match = posterior(model, seen.levels)
        matches = float((seen.counts * match).sum())
        scales = tuple(
            stepped(scale, level, seen.counts, match, start=first, others=more, trust=TRUST)
            for scale, level, first, more in zip(model.scales, seen.levels.T, start, others, strict=True)
        )
        model = replace(model, scales=scales, prior=odds(matches, around.pairs - matches))
    return model


def against_near(model: Model, seen: Patterns) -> Model:
    """Return `model` with a second set of scales, learned among pairs that are alike.

    Args:
        model: learned against all others.
        seen: the patterns of the pairs that it puts into one event. Most are taken for non-matches at first.
    """
    if float(seen.counts.sum()) < NEAR_ENOUGH:
        return model
    start = model.scales
    near = replace(model, prior=model.prior - NEAR_SHIFT)
    for _ in range(NEAR_ROUNDS):
        match = posterior(near, seen.levels)
        matches = float((seen.counts * match).sum())
        scales = tuple(
            stepped(scale, level, seen.counts, match, start=first, others=None, trust=NEAR_TRUST)
            for scale, level, first in zip(near.scales, seen.levels.T, start, strict=True)
        )
        near = replace(near, scales=scales, prior=odds(matches, float(seen.counts.sum()) - matches))
    return replace(model, near=near.scales, near_prior=near.prior)


def posterior(model: Model, levels: Ints) -> Floats:
    """Return the probability of a match for each pattern of levels."""
    return 1.0 / (1.0 + np.exp2(-np.clip(bits_of(model, levels), -60, 60)))


def bits_of(model: Model, levels: Ints) -> Floats:
    """Return the bits of each pattern of levels, by the model's first set of scales."""
    total = np.full(len(levels), model.prior)
    for scale, level in zip(model.scales, levels.T, strict=True):
        total += np.array((*scale.weights, 0.0))[level]
    return total


def odds(matches: float, others: float) -> float:
    """Return the bits for a match among so many matches and others.

    >>> odds(1.0, 8.0)
    -3.0
    """
    return round(float(np.log2(max(matches, 0.5) / max(others, 0.5))), 6)


def _count(level: Ints, counts: Floats, size: int) -> Floats:
    told = level >= 0
    return np.bincount(level[told], weights=counts[told], minlength=size).astype(np.float64)


def stepped(
    scale: Scale, level: Ints, counts: Floats, match: Floats, *, start: Scale, others: Floats | None, trust: float
) -> Scale:
    """Return the weights of one field after one step; `trust` pairs stand behind the weights of `start`.

    Args:
        scale: the weights so far.
        level: the level of each pattern; -1 where the field says nothing.
        counts: how many pairs show each pattern.
        match: the probability of a match of each pattern.
        start: the weights that hold where little is seen.
        others: how many pairs at each level were not compared, all taken for non-matches.
        trust: how many pairs stand behind `start`.
    """
    size = len(scale.weights)
    if size == 1:  # one level, told or not: nothing to tell it from
        return replace(scale, rare=0.0)
    m, u = (_count(level, counts * chance, size) for chance in (match, 1.0 - match))
    u = u if others is None else u + others
    usual = (m + u + 1.0) / (m + u + 1.0).sum() if others is None else (u + 0.5) / (u + 0.5).sum()
    expected = usual * np.exp2(np.array(start.weights))
    chance_m = (m + trust * expected / expected.sum()) / (m.sum() + trust)
    chance_u = usual if others is not None else (u + trust * usual) / (u.sum() + trust)
    bits = isotonic(np.log2(np.maximum(chance_m, LEAST) / np.maximum(chance_u, LEAST)), m + u + 1.0)
    return replace(scale, weights=tuple(np.round(bits, 6).tolist()), rare=0.0)


def isotonic(values: Floats, weights: Floats) -> Floats:
    """Return the nearest sequence that never falls (pool adjacent violators; Ayer et al. 1955).

    Args:
        values: a number per level.
        weights: how much each counts.

    >>> isotonic(np.array([2.0, 1.0]), np.array([1.0, 3.0])).tolist()
    [1.25, 1.25]
    """
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (value_2, weight_2, length_2), (value_1, weight_1, length_1) = blocks.pop(), blocks.pop()
            both = weight_1 + weight_2
            blocks.append(((value_1 * weight_1 + value_2 * weight_2) / both, both, length_1 + length_2))
    return np.repeat([block[0] for block in blocks], [block[2] for block in blocks])
