"""Prevent a pair of claims from passing through a hundred arrays: likeness and weight of pairs, one loop per field."""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false, reportReturnType=false

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from reconcile.align.arrays import DIGITS, Floats, Ints
from reconcile.align.fields.texts import COUNT, SCRIPTS, START
from reconcile.align.fields.times import VAGUE

compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
inlined: Any = njit(cache=True, nogil=True, error_model="numpy", inline="always")
NINE = 10.0**DIGITS
AHEAD = 32


@inlined
def cosine(words: Ints, bits: Floats, dense: Floats, lead: int, tail: int, laid: int, length: float) -> float:
    """Return the cosine of the text that is laid out in `dense` and another, whose first and last word are given."""
    first, total = laid >> START, dense[lead] * (bits[lead] / length)
    last = first + ((laid & COUNT) >> 3) - 1
    for at in range(first + 1, last):
        word = words[at]
        total += dense[word] * (bits[word] / length)
    if last > first:
        total += dense[tail] * (bits[tail] / length)
    return np.rint(min(1.0, total) * NINE) / NINE


@compiled
def texts_alike(laid: Ints, words: Ints, bits: Floats, lengths: Floats, dense: Floats, a: Ints, b: Ints) -> Floats:
    """Return the cosine of the texts of the rows a[i] and b[i], as `TextColumn.compare` does.

    The words of one row are laid out in `dense`, which holds zeros, as long as that row comes first in pairs. The
    first and last words of the rows to come are read some pairs ahead: to wait for them takes longer than all the rest.
    """
    found, last, one, start, end = np.empty(len(a)), -1, 0, 0, 0
    other, lead, tail = np.empty((3, AHEAD), dtype=np.int64)
    length = np.empty(AHEAD)
    for begin in range(0, len(a), AHEAD):
        some = min(len(a) - begin, AHEAD)
        for i in range(some):
            other[i] = laid[b[begin + i]]
            length[i] = lengths[b[begin + i]]
        for i in range(some):
            first = other[i] >> START
            lead[i] = words[first] if other[i] & SCRIPTS else 0
            tail[i] = words[first + ((other[i] & COUNT) >> 3) - 1] if other[i] & SCRIPTS else 0
        for i in range(some):
            if a[begin + i] != last:
                for at in range(start, end):
                    dense[words[at]] = 0.0
                last = a[begin + i]
                one = laid[last]
                start = one >> START
                end = start + ((one & COUNT) >> 3)
                for at in range(start, end):
                    dense[words[at]] = bits[words[at]] / lengths[last]
            found[begin + i] = np.nan
            if one & other[i] & SCRIPTS:
                found[begin + i] = cosine(words, bits, dense, lead[i], tail[i], other[i], length[i])
    for at in range(start, end):
        dense[words[at]] = 0.0
    return found


@compiled
def days_alike(days: Floats, a: Ints, b: Ints) -> Floats:
    """Return how near in time the rows a[i] and b[i] are, as `TimeColumn.compare` does.

    `days` has the first and the last day of each row, side by side.
    """
    found = np.empty(len(a))
    for i in range(len(a)):
        low_1, high_1, low_2, high_2 = days[a[i], 0], days[a[i], 1], days[b[i], 0], days[b[i], 1]
        before, after, width, width_2 = low_1 - high_2, low_2 - high_1, high_1 - low_1, high_2 - low_2
        if np.isnan(before) or np.isnan(after) or np.isnan(width) or np.isnan(width_2):
            found[i] = np.nan
        else:
            apart = max(0.0, before, after)
            alike = 1.0 / (1.0 + apart + min(VAGUE, max(width, width_2) / 3.0))
            found[i] = np.rint(alike * NINE) / NINE
    return found


@inlined
def level_of(edges: Floats, value: float) -> int:
    """Return how many of the edges, which ascend, are not above a value."""
    level = 0
    for at in range(len(edges)):  # without a branch that depends on the value
        level += edges[at] <= value
    return level


@compiled
def weighed(
    alike: Floats, rarity: Floats, edges: Floats, slopes: Floats, weights: Floats, most: Floats, least: float,
    bits: Floats, total: Floats, rows: Ints, a: Ints, b: Ints,
) -> int:  # fmt: skip
    """Weigh one field of the open pairs, as `Scale.bits` does, and return how many stay open: moved to the front.

    `bits[row, side]` gets what the field weighs by each set of scales, `total[i, side]` what is known so far; `most` is
    what the fields left can add by each. Edges are cuts; with slopes they are knots, between which weights rise.
    """
    kept = 0
    for i in range(len(alike)):
        open_, value = True, alike[i]
        level = 0 if np.isnan(value) else level_of(edges, value)
        for side in range(len(most)):
            weight = 0.0
            if len(slopes) and value == value:
                at = max(level - 1, 0)
                weight = weights[at, side]
                if 0 < level < len(edges) and edges[at] != value:
                    weight = slopes[at, side] * (value - edges[at]) + weight
            elif value == value:
                weight = weights[level, side]
            if len(rarity):
                weight += rarity[i, side]
            bits[rows[i], side] = weight
            total[kept, side] = total[i, side] + weight
            if total[kept, side] + most[side] <= least:
                open_ = False
                break
        if open_:
            rows[kept], a[kept], b[kept] = rows[i], a[i], b[i]
            kept += 1
    return kept


@compiled
def leveled(cuts: Floats, alike: Floats, levels: Ints) -> None:
    """Set the level of each likeness, as `Scale.levels` does."""
    for i in range(len(alike)):
        levels[i] = -1 if np.isnan(alike[i]) else level_of(cuts, alike[i])
