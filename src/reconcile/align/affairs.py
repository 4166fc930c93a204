"""Prevent claims of one affair from being taken for one event: what tells events apart is learned inside affairs.

Documents on one affair name the same people, places and things in every claim, so expectation–maximization over all
pairs finds the affairs and calls them events. Where claims keep company and say what happened, the weights are learned
only from pairs of two documents in like company. The share of matches among them is held fixed while learning, and the
shipped weights stand behind the learned ones with as many pairs as are taken for matches, so that learning cannot run
away. Company itself keeps its shipped weights.

>>> tells_affairs(Model(()))
False
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from reconcile.align.arrays import Ints
from reconcile.align.model import Model, Scale
from reconcile.align.weigh import Patterns, odds, patterns, posterior, stepped

ROUNDS = 20
HELD = -5.0
REPEATED = 0.12
ENOUGH = 2_000


def tells_affairs(model: Model) -> bool:
    """Return whether a model has both a scale for company and one for what happened."""
    return {"company", "action"} <= {scale.kind for scale in model.scales}


def against_affairs(model: Model, levels: Ints) -> Model:
    """Return `model` with weights learned from pairs of documents in like company, without labels.

    Args:
        model: the shipped weights, with scales for company and action.
        levels: the levels of the compared pairs, one row per pair.
    """
    start = replace(model, scales=tuple(map(_repeated, model.scales)), prior=HELD)
    near = patterns(_near(model, levels))
    pairs = float(near.counts.sum())
    if pairs < ENOUGH:
        return start
    found = start
    for _ in range(ROUNDS):
        found = _step(found, start, near)
    matches = float((near.counts * posterior(found, near.levels)).sum())
    return replace(found, prior=odds(matches, pairs - matches))


def _near(model: Model, levels: Ints) -> Ints:
    """Return the levels of the pairs whose documents keep like company, and are not the same one."""
    place = next(at for at, scale in enumerate(model.scales) if scale.kind == "company")
    weights = np.array((*model.scales[place].weights, -np.inf))
    level = levels[:, place]
    return levels[(weights[level] >= 0.0) & (level < len(weights) - 2)]


def _step(found: Model, start: Model, near: Patterns) -> Model:
    match = posterior(found, near.levels)
    trust = max(1.0, float((near.counts * match).sum()))
    scales = [
        scale
        if scale.kind == "company"
        else stepped(scale, level, near.counts, match, start=first, others=None, trust=trust)
        for scale, level, first in zip(found.scales, near.levels.T, start.scales, strict=True)
    ]
    return replace(found, scales=tuple(scales))


def _repeated(scale: Scale) -> Scale:
    """Return a scale for use inside an affair, where wording is repeated from claim to claim and no value is rare."""
    share = REPEATED if scale.kind in ("text", "words") else 1.0
    return replace(scale, weights=tuple(round(bits * share, 6) for bits in scale.weights), rare=0.0)
