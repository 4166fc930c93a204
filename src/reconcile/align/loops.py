"""Prevent a hundred million small steps from being taken as arrays of arrays: plain loops, compiled by numba.

Each has a twin in numpy, which runs where numba is not installed or where the work is small; laws hold the two
to one result, bit for bit. Get them through `compiled.loops`, never by importing this module. Inner loops get
plain arrays one by one, since each tuple that is passed on costs more than the loop it is passed to.
"""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

from reconcile.align.arrays import Bools, Floats, Ints
from reconcile.align.fields.members import SAME
from reconcile.align.letters import ALIKE
from reconcile.language.names.parts import MOST
from reconcile.language.names.score import SCALE, WHOLE

Bits = npt.NDArray[np.uint64]
compiled: Any = njit(cache=True, nogil=True)
inlined: Any = njit(cache=True, nogil=True, inline="always")
LEAST = round(ALIKE * SCALE)


@compiled
def products(start: Ints, columns: Ints, values: Floats, a: Ints, b: Ints) -> Floats:
    """Return the scalar product of the sparse rows a[i] and b[i], summed in the order of the columns."""
    found = np.zeros(len(a))
    for i in range(len(a)):
        left, right = start[a[i]], start[b[i]]
        end, end_2 = start[a[i] + 1], start[b[i] + 1]
        total = 0.0
        while left < end and right < end_2:
            one, two = columns[left], columns[right]
            if one == two:
                total += values[left] * values[right]
            left += one <= two
            right += two <= one
        found[i] = total
    return found


@inlined
def ones(word: np.uint64) -> np.int64:
    """Return how many bits of a word are set."""
    word -= (word >> np.uint64(1)) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@inlined
def likeness(shown: Bits, symbols: Ints, start: Ints, one: int, two: int) -> int:
    """Return how alike two texts are, in thousandths; `shown` has, by symbol, the places where it stands in `one`.

    The longest common subsequence is found for all places at once, as bits (Hyyrö 2004).
    """
    state = ~np.uint64(0)
    for at in range(start[two], start[two + 1]):
        shared = state & shown[symbols[at]]
        state = (state + shared) | (state - shared)
    both = start[one + 1] - start[one] + start[two + 1] - start[two]
    return 2 * ones(~state) * SCALE // max(both, 1)


@inlined
def show(shown: Bits, symbols: Ints, first: int, end: int) -> None:
    """Set the places where each symbol stands in a text of at most 64."""
    for at in range(first, end):
        shown[symbols[at]] |= np.uint64(1) << np.uint64(at - first)


@inlined
def hide(shown: Bits, symbols: Ints, first: int, end: int) -> None:
    """Clear what `show` set."""
    for at in range(first, end):
        shown[symbols[at]] = np.uint64(0)


@inlined
def bound(start: Ints, some: Bits, others: Ints, one: int, two: int) -> int:
    """Return what the likeness of two texts cannot exceed: that of the symbols they share in any order."""
    shared = ones(some[one] & some[two]) + min(others[one], others[two])
    return 2 * shared * SCALE // max(start[one + 1] - start[one] + start[two + 1] - start[two], 1)


@inlined
def name_bound(best: Ints, start: Ints, some: Bits, others: Ints, part: Ints, text: Ints, weight: Ints,
               whole: Ints, least: int, a: int, b: int) -> int:  # fmt: skip
    """Return what `name_likeness` cannot exceed, roughly where that is below `least`."""
    in_one = bound(start, some, others, whole[a], whole[b])
    sum_, total = SCALE, 1
    if (SCALE * (SCALE - WHOLE) + in_one * WHOLE) // SCALE >= least:
        first, first_2, end_2 = part[a], part[b], part[b + 1]
        sum_, total = 0, 0
        for j in range(end_2 - first_2):
            best[j] = 0
        for i in range(first, part[a + 1]):
            most = 0
            for j in range(first_2, end_2):
                alike = bound(start, some, others, text[i], text[j])
                most = max(most, alike)
                best[j - first_2] = max(best[j - first_2], alike)
            sum_ += weight[i] * most
            total += weight[i]
        for j in range(first_2, end_2):
            sum_ += weight[j] * best[j - first_2]
            total += weight[j]
    return (sum_ // max(total, 1) * (SCALE - WHOLE) + in_one * WHOLE) // SCALE


@inlined
def name_likeness(shown: Bits, best: Ints, symbols: Ints, start: Ints, part: Ints, text: Ints, weight: Ints,
                  whole: Ints, a: int, b: int) -> int:  # fmt: skip
    """Return how alike two names are, in thousandths, as `language.names.score.score` does."""
    first, end, first_2, end_2 = part[a], part[a + 1], part[b], part[b + 1]
    if first == end or first_2 == end_2:
        return 0
    sum_, total = 0, 0
    for j in range(end_2 - first_2):
        best[j] = 0
    for i in range(first, end):
        most, one = 0, text[i]
        show(shown, symbols, start[one], start[one + 1])
        for j in range(first_2, end_2):
            alike = likeness(shown, symbols, start, one, text[j])
            most = max(most, alike)
            best[j - first_2] = max(best[j - first_2], alike)
        hide(shown, symbols, start[one], start[one + 1])
        sum_ += weight[i] * most
        total += weight[i]
    for j in range(first_2, end_2):
        sum_ += weight[j] * best[j - first_2]
        total += weight[j]
    one = whole[a]
    show(shown, symbols, start[one], start[one + 1])
    in_one = likeness(shown, symbols, start, one, whole[b])
    hide(shown, symbols, start[one], start[one + 1])
    return (sum_ // total * (SCALE - WHOLE) + in_one * WHOLE) // SCALE


@compiled
def name_likenesses(symbols: Ints, start: Ints, alphabet: int, some: Bits, others: Ints, part: Ints, text: Ints,
                    weight: Ints, whole: Ints, least: int, a: Ints, b: Ints) -> Ints:  # fmt: skip
    """Return how alike the names a[i] and b[i] are, in thousandths; 0 where that is below `least`."""
    found = np.zeros(len(a), dtype=np.int64)
    shown, best = np.zeros(alphabet, dtype=np.uint64), np.zeros(MOST, dtype=np.int64)
    for i in range(len(a)):
        if least == 0 or name_bound(best, start, some, others, part, text, weight, whole, least, a[i], b[i]) >= least:
            alike = name_likeness(shown, best, symbols, start, part, text, weight, whole, a[i], b[i])
            found[i] = alike if alike >= least else 0
    return found


@inlined
def asks(key: Ints, told: Bools, long: Bools, x: int, y: int) -> bool:
    """Return whether the closeness of two members is to be asked for, since tables or coordinates may tell."""
    return (told[x] and told[y]) or (key[x] != key[y] and (long[x] or long[y]))


@compiled
def asked(start: Ints, codes: Ints, key: Ints, told: Bools, long: Bools, a: Ints, b: Ints) -> Ints:
    """Return the couples of members that are to be asked for, each as low * members + high, with repeats."""
    size, count = len(key), 0
    found = np.empty(1024, dtype=np.int64)
    for i in range(len(a)):
        for at in range(start[a[i]], start[a[i] + 1]):
            for at_2 in range(start[b[i]], start[b[i] + 1]):
                x, y = codes[at], codes[at_2]
                if asks(key, told, long, x, y):
                    if count == len(found):
                        found = np.concatenate((found, found))
                    found[count] = min(x, y) * size + max(x, y)
                    count += 1
    return found[:count]


@inlined
def akin(marks: Bits, enough: Ints, x: int, y: int) -> bool:
    """Return whether two names share consonants enough to be compared, as `letters.kindred` does."""
    return ones(marks[x] & marks[y]) >= min(enough[x], enough[y])


@compiled
def members_alike(
    start: Ints, codes: Ints, key: Ints, told: Bools, marks: Bits, enough: Ints, long: Bools, shares: Floats,
    known: Ints, close: Floats, symbols: Ints, text_start: Ints, alphabet: int, some: Bits, others: Ints,
    part: Ints, text: Ints, weight: Ints, whole: Ints, a: Ints, b: Ints,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Return likeness and share of the lists of the rows a[i] and b[i], as `MembersColumn.compare` does.

    `close` has the closeness of the couples `known`, which are sorted.
    """
    similarity, share = np.full(len(a), np.nan), np.full(len(a), np.nan)
    shown, best = np.zeros(alphabet, dtype=np.uint64), np.zeros(MOST, dtype=np.int64)
    across = np.zeros(1 + np.max(start[1:] - start[:-1]))
    for i in range(len(a)):
        first, end, first_2, end_2 = start[a[i]], start[a[i] + 1], start[b[i]], start[b[i] + 1]
        if first == end or first_2 == end_2:
            continue
        forward, backward, rarest, long_1, long_2 = 0.0, 0.0, np.inf, end - first, end_2 - first_2
        across[:long_2] = 0.0
        for at in range(first, end):
            most = 0.0
            for at_2 in range(first_2, end_2):
                x, y, alike = codes[at], codes[at_2], 0.0
                if asks(key, told, long, x, y):
                    alike = close[np.searchsorted(known, min(x, y) * len(key) + max(x, y))]
                elif key[x] == key[y]:
                    alike = 1.0
                elif akin(marks, enough, x, y) and (
                    name_bound(best, text_start, some, others, part, text, weight, whole, LEAST, x, y) >= LEAST
                ):
                    found = name_likeness(shown, best, symbols, text_start, part, text, weight, whole, x, y)
                    alike = found / SCALE if found >= LEAST else 0.0
                most = max(most, alike)
                across[at_2 - first_2] = max(across[at_2 - first_2], alike)
                if alike >= SAME:
                    rarest = min(rarest, max(shares[x], shares[y]))
            forward += most
        for at in range(long_2):
            backward += across[at]
        total = (forward if long_1 <= long_2 else 0.0) + (backward if long_2 <= long_1 else 0.0)
        length = (long_1 if long_1 <= long_2 else 0) + (long_2 if long_2 <= long_1 else 0)
        similarity[i] = total / length
        if rarest < np.inf:
            share[i] = rarest
    return similarity, share
