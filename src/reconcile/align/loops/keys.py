"""Prevent the pairs under a million keys from being laid out in arrays of arrays: each row gathers its own."""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false, reportReturnType=false

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from reconcile.align.arrays import Bools, Ints

compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
inlined: Any = njit(cache=True, nogil=True, error_model="numpy", inline="always")
WORD, SPREAD, HIGH = 32, 0x9E3779B1, 15  # rows follow each other: their products with a large odd number do not


@inlined
def near_end(day: Ints, begin: int, end: int, last: int) -> int:
    """Return where those end that begin on `last` or before; they are sorted by day."""
    while begin < end:
        middle = (begin + end) // 2
        if day[middle] <= last:
            begin = middle + 1
        else:
            end = middle
    return begin


@compiled
def reached(
    packed: Ints, bits: int, low: Ints, high: Ints, limit: int, window: int, rest: int, shift: int
) -> tuple[Ints, int, Bools, Bools]:
    """Return what `block._plain` does of entries, which are sorted by key and first day."""
    size, mask = len(packed), (1 << bits) - 1
    row, day = np.empty(size, dtype=np.int64), np.empty(size, dtype=np.int64)
    full, crowded = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
    for at in range(size):
        row[at], day[at] = packed[at] & mask, low[packed[at] & mask]
    begin, end, upto, close, kept, number = 0, 0, 0, 0, 0, 0
    for at in range(size):
        if at == end:
            begin = at
            while end < size and packed[end] >> bits == packed[begin] >> bits:
                end += 1
        stop = end
        if end - begin > limit:
            stop = near_end(day, at + 1, end, high[packed[at] & mask] + window)
            if stop - at - 1 > limit:
                full[at], close, stop = True, max(close, stop), at + 1 + rest
        crowded[at] = at < close
        for other in range(at + 1, stop):
            number += row[other] != row[at]
        if stop > at + 1 or at < upto:
            row[kept] = row[at] << shift | stop - at - 1
            kept += 1
        upto = max(upto, stop)
    return row[:kept], number, full, crowded


@compiled
def beside(
    rows: Ints, keys: Ints, start: Ints, codes: Ints, rank: Ints, width: int, most: int,
    same: bool,  # noqa: FBT001 - compiled loops take no keywords
) -> tuple[Ints, Ints]:  # fmt: skip
    """Return what `keyed._beside` does of entries: ranks, and keys made of two."""
    size, count = 0, 0
    for row in rows:
        size += min(most, start[row + 1] - start[row])
    made, under = np.empty(size, dtype=np.int64), np.empty(size, dtype=np.int64)
    for one in range(len(rows)):
        row, key = rows[one], keys[one]
        for at in range(start[row], min(start[row] + most, start[row + 1])):
            if not same or codes[at] > key:
                made[count], under[count] = rank[row], key * width + codes[at]
                count += 1
    return made[:count], under[:count]


@compiled
def rarest(start: Ints, words: Ints, texts: Ints, rank: Ints, order: Ints, most: int) -> tuple[Ints, Ints]:
    """Return what `rarest.rarest` does for some rows, given their texts; words that may not be taken rank last."""
    counts, found = np.empty(len(texts), dtype=np.int64), np.empty(most * len(texts), dtype=np.int64)
    best, end = np.empty(most + 1, dtype=np.int64), 0
    for row in range(len(texts)):
        count, text = 0, texts[row]
        for at in range(start[text], start[text + 1] if text >= 0 else start[text]):
            place, one = count, rank[words[at]]
            if one == len(order):
                continue
            while place > 0 and best[place - 1] > one:
                best[place] = best[place - 1]
                place -= 1
            best[place] = one
            count = min(count + 1, most)
        for at in range(count):
            found[end + at] = order[best[at]]
        counts[row] = count
        end += count
    return counts, found[:end]


@inlined
def places(entries: Ints, some: Ints, shift: int, most: int, first: int, last: int) -> tuple[Ints, Ints]:
    """Return where each of the rows from `first` to `last` stands among the entries, and where the list of each begins.

    With each place stands how far before it is the first entry that reaches it.
    """
    start, place = np.zeros(last - first + 2, dtype=np.int64), np.empty(len(some), dtype=np.int64)
    for at in some:
        start[(entries[at] >> shift) - first + 2] += 1
    for one in range(2, len(start)):
        start[one] += start[one - 1]
    for at in some:
        one, far = (entries[at] >> shift) - first, max(0, at - most)
        while far + (entries[far] & ((1 << shift) - 1)) < at:
            far += 1
        place[start[one + 1]] = at << shift | at - far
        start[one + 1] += 1
    return place, start


@compiled
def within(entries: Ints, low: int, high: int) -> Ints:
    """Return the places of the entries that are `low` or more and below `high`."""
    size, count = 0, 0
    for at in range(len(entries)):
        size += (entries[at] >= low) & (entries[at] < high)
    found = np.empty(size + 1, dtype=np.int64)
    for at in range(len(entries)):
        found[count] = at
        count += (entries[at] >= low) & (entries[at] < high)
    return found[:size]


@inlined
def told_apart(near: Ints, many: int, one: int, seen: Ints, found: Ints, count: int) -> int:
    """Add each of the first `many` of `near` to `found` once, and return how many that has then.

    What was seen stands in a small table together with the row it was seen for, so that it need not be cleared.
    """
    last = len(seen) - 1
    for two in near[:many]:
        code, slot = one << WORD | two, (two * SPREAD >> HIGH) & last
        while seen[slot] != code and seen[slot] >> WORD == one:
            slot = (slot + 1) & last
        found[count] = two
        count += seen[slot] != code
        seen[slot] = code
    return count


@compiled
def neighbors(entries: Ints, some: Ints, shift: int, most: int, first: int, last: int) -> tuple[Ints, Ints]:
    """Return how many partners above it each of the rows from `first` to `last` has, and which.

    Each entry has its row, and with how many of those after it this is paired, `most` at the most; `some` are the
    entries of these rows. What is read decides no step: to wait for memory takes longer than all the rest.
    """
    place, start = places(entries, some, shift, most, first, last)
    counts, count, mask = np.zeros(last - first, dtype=np.int64), 0, (1 << shift) - 1
    found, near, seen = np.empty(1024, np.int32), np.empty(1024, np.int32), np.full(2048, -1, np.int64)
    for one in range(first, last):
        begin, end, many = start[one - first], start[one - first + 1], 0
        while (2 * most + 1) * (end - begin) > len(near):
            near, seen = np.empty(2 * len(near), np.int32), np.full(2 * len(seen), -1, np.int64)
        for i in range(begin, end):  # read ahead, all at once
            at = place[i] >> shift
            near[i - begin] = entries[max(0, at - most)] + entries[min(at + most, len(entries) - 1)]
        for i in range(begin, end):
            at = place[i] >> shift
            for other in range(at - (place[i] & mask), at + (entries[at] & mask) + 1):
                two = entries[other] >> shift
                near[many] = two
                many += (two > one) & (other + (entries[other] & mask) >= at)
        if count + many >= len(found):
            more = np.empty(2 * len(found) + many, np.int32)
            for i in range(count):  # a slice takes four seconds more to compile, for the words of an error
                more[i] = found[i]
            found = more
        before = count
        count = told_apart(near, many, one, seen, found, count)
        counts[one - first] = count - before
    return counts, found[:count]
