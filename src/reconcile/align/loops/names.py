"""Prevent names from being compared one by one where there are millions of couples: names and lists of them.

Inner loops get plain arrays one by one, since each tuple that is passed on costs more than the loop it is passed to.
"""
# pyright: reportUnknownMemberType=false, reportUntypedFunctionDecorator=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportOperatorIssue=false

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

from reconcile.align.arrays import DIGITS, Floats, Ints
from reconcile.align.fields.traits import BAG, END, ENOUGH, FEWEST, FIRST, KEY, LONG, MARKS, SAME, SIZE, TOLD, TRAITS
from reconcile.align.letters import ALIKE
from reconcile.align.sounds import LONGEST, OTHERS, SHORT, WEIGHT
from reconcile.language.names.parts import MOST
from reconcile.language.names.score import SCALE, WHOLE

Bits = npt.NDArray[np.uint64]
compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
inlined: Any = njit(cache=True, nogil=True, error_model="numpy", inline="always")
AHEAD = 32
LEAST = round(ALIKE * SCALE)
NINE = 10.0**DIGITS
# What `shared` of `both` symbols make, in thousandths: looked up, since to divide takes longer than all the rest.
RATIOS = (2 * np.arange(LONGEST + 1)[:, None] * SCALE // np.maximum(np.arange(2 * LONGEST + 1), 1)).astype(np.int16)


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
    return int(RATIOS[ones(~state), both])


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
def bound(bag: np.uint64, bag_2: np.uint64, size: int, size_2: int) -> int:
    """Return what the likeness of two texts cannot exceed: that of the symbols they share in any order."""
    shared = ones(bag & bag_2) + min((size >> OTHERS) & SHORT, (size_2 >> OTHERS) & SHORT)
    return int(RATIOS[shared, (size & SHORT) + (size_2 & SHORT)])


@inlined
def name_bound(best: Ints, first: Ints, bags: Bits, sizes: Ints, least: int, a: int, b: int) -> int:
    """Return what `name_likeness` cannot exceed, roughly where that is below `least`."""
    whole, whole_2, end, end_2 = first[a], first[b], first[a + 1], first[b + 1]
    in_one = bound(bags[whole], bags[whole_2], sizes[whole], sizes[whole_2])
    if end - whole == 2 and end_2 - whole_2 == 2:  # one part each, which is all of the name
        return in_one
    sum_, total = SCALE, 1
    if (SCALE * (SCALE - WHOLE) + in_one * WHOLE) // SCALE >= least:
        sum_, total = 0, 0
        for j in range(end_2 - whole_2):
            best[j] = 0
        for i in range(whole + 1, end):
            most = 0
            for j in range(whole_2 + 1, end_2):
                alike = bound(bags[i], bags[j], sizes[i], sizes[j])
                most = max(most, alike)
                best[j - whole_2] = max(best[j - whole_2], alike)
            sum_ += (sizes[i] >> WEIGHT) * most
            total += sizes[i] >> WEIGHT
        for j in range(whole_2 + 1, end_2):
            sum_ += (sizes[j] >> WEIGHT) * best[j - whole_2]
            total += sizes[j] >> WEIGHT
    return (sum_ // max(total, 1) * (SCALE - WHOLE) + in_one * WHOLE) // SCALE


@inlined
def name_likeness(shown: Bits, best: Ints, symbols: Ints, start: Ints, first: Ints, text: Ints, sizes: Ints,
                  a: int, b: int) -> int:  # fmt: skip
    """Return how alike two names are, in thousandths, as `language.names.score.score` does."""
    whole, whole_2, end, end_2 = first[a], first[b], first[a + 1], first[b + 1]
    if end == whole + 1 or end_2 == whole_2 + 1:
        return 0
    sum_, total, in_one = 0, 0, 0
    for j in range(end_2 - whole_2):
        best[j] = 0
    for i in range(whole, end):
        most, one = 0, text[i]
        show(shown, symbols, start[one], start[one + 1])
        if i == whole:
            in_one = likeness(shown, symbols, start, one, text[whole_2])
        else:
            for j in range(whole_2 + 1, end_2):
                alike = likeness(shown, symbols, start, one, text[j])
                most = max(most, alike)
                best[j - whole_2] = max(best[j - whole_2], alike)
            sum_ += (sizes[i] >> WEIGHT) * most
            total += sizes[i] >> WEIGHT
        hide(shown, symbols, start[one], start[one + 1])
    for j in range(whole_2 + 1, end_2):
        sum_ += (sizes[j] >> WEIGHT) * best[j - whole_2]
        total += sizes[j] >> WEIGHT
    return (sum_ // total * (SCALE - WHOLE) + in_one * WHOLE) // SCALE


@compiled
def name_likenesses(symbols: Ints, start: Ints, alphabet: int, first: Ints, text: Ints, bags: Bits, sizes: Ints,
                    least: int, a: Ints, b: Ints) -> Ints:  # fmt: skip
    """Return how alike the names a[i] and b[i] are, in thousandths; 0 where that is below `least`."""
    found = np.zeros(len(a), dtype=np.int64)
    shown, best = np.zeros(alphabet, dtype=np.uint64), np.zeros(MOST + 1, dtype=np.int64)
    for i in range(len(a)):
        if least == 0 or name_bound(best, first, bags, sizes, least, a[i], b[i]) >= least:
            alike = name_likeness(shown, best, symbols, start, first, text, sizes, a[i], b[i])
            found[i] = alike if alike >= least else 0
    return found


@inlined
def asks(cards: Ints, x: int, y: int) -> bool:
    """Return whether the closeness of two members is to be asked for, since tables or coordinates may tell."""
    both, either = cards[x, TRAITS] & cards[y, TRAITS], cards[x, TRAITS] | cards[y, TRAITS]
    return (both & TOLD) != 0 or (cards[x, KEY] != cards[y, KEY] and (either & LONG) != 0)


@compiled
def asked(start: Ints, codes: Ints, cards: Ints, a: Ints, b: Ints) -> Ints:
    """Return the couples of members that are to be asked for, each as low * members + high, with repeats."""
    size, count = len(cards), 0
    found = np.empty(1024, dtype=np.int64)
    for i in range(len(a)):
        for at in range(start[a[i]], start[a[i] + 1]):
            for at_2 in range(start[b[i]], start[b[i] + 1]):
                x, y = codes[at], codes[at_2]
                if asks(cards, x, y):
                    if count == len(found):
                        found = np.concatenate((found, found))
                    found[count] = min(x, y) * size + max(x, y)
                    count += 1
    return found[:count]


@inlined
def akin(x: int, y: int) -> bool:
    """Return whether two names, by their traits, share consonants enough to be compared, as `letters.kindred` does."""
    shared = ones(np.uint64(x & y & MARKS))
    return shared >= min((x >> ENOUGH) & FEWEST, (y >> ENOUGH) & FEWEST)


@inlined
def may_be_near(cards: Ints, x: int, y: int) -> bool:
    """Return whether two names can be near by what stands on their cards; `name_bound` may still tell them apart."""
    if not akin(cards[x, TRAITS], cards[y, TRAITS]):
        return False
    bag, bag_2 = np.uint64(cards[x, BAG]), np.uint64(cards[y, BAG])
    in_one = bound(bag, bag_2, cards[x, SIZE], cards[y, SIZE])
    one_part = cards[x, END] - cards[x, FIRST] == 2 and cards[y, END] - cards[y, FIRST] == 2
    return (in_one if one_part else (SCALE * (SCALE - WHOLE) + in_one * WHOLE) // SCALE) >= LEAST


@inlined
def read_ahead(ahead: Ints, start: Ints, codes: Ints, cards: Ints, b: Ints, i: int) -> None:
    """Read where the lists of some rows to come begin and end, the first member of each, and its card.

    They are read together: to wait for each of them takes longer than all the rest.
    """
    some = min(len(ahead), len(b) - i)
    for j in range(some):
        ahead[j, 0], ahead[j, 1] = start[b[i + j]], start[b[i + j] + 1]
    for j in range(some):
        ahead[j, 2] = codes[ahead[j, 0]] if ahead[j, 0] < ahead[j, 1] else 0
    for j in range(some):
        ahead[j, 3] = cards[ahead[j, 2], KEY]


@compiled
def members_alike(
    start: Ints, codes: Ints, longest: int, cards: Ints, shares: Floats, known: Ints, close: Floats,
    symbols: Ints, text_start: Ints, alphabet: int, part: Ints, text: Ints, bags: Bits, sizes: Ints, a: Ints, b: Ints,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Return likeness and share of the lists of the rows a[i] and b[i], as `MembersColumn.compare` does.

    The longest list has `longest` members. `close` has the closeness of the couples `known`, which are sorted. Without
    `shares`, no share is found.
    """
    similarity, share = np.full(len(a), np.nan), np.full(len(a) if len(shares) else 0, np.nan)
    shown, best = np.zeros(alphabet, dtype=np.uint64), np.zeros(MOST + 1, dtype=np.int64)
    across, ahead = np.zeros(longest), np.zeros((AHEAD, 4), dtype=np.int64)
    for i in range(len(a)):
        if i % AHEAD == 0:
            read_ahead(ahead, start, codes, cards, b, i)
        first, end, first_2, end_2 = start[a[i]], start[a[i] + 1], ahead[i % AHEAD, 0], ahead[i % AHEAD, 1]
        if first == end or first_2 == end_2:
            continue
        forward, backward, rarest, long_1, long_2 = 0.0, 0.0, np.inf, end - first, end_2 - first_2
        for at in range(long_2):
            across[at] = 0.0
        for at in range(first, end):
            most, x = 0.0, codes[at]
            for at_2 in range(first_2, end_2):
                y, alike = ahead[i % AHEAD, 2] if at_2 == first_2 else codes[at_2], 0.0
                if asks(cards, x, y):
                    alike = close[np.searchsorted(known, min(x, y) * len(cards) + max(x, y))]
                elif cards[x, KEY] == cards[y, KEY]:
                    alike = 1.0
                elif may_be_near(cards, x, y) and name_bound(best, part, bags, sizes, LEAST, x, y) >= LEAST:
                    found = name_likeness(shown, best, symbols, text_start, part, text, sizes, x, y)
                    alike = found / SCALE if found >= LEAST else 0.0
                most = max(most, alike)
                across[at_2 - first_2] = max(across[at_2 - first_2], alike)
                rarest = min(rarest, max(shares[x], shares[y])) if alike >= SAME and len(shares) else rarest
            forward += most
        for at in range(long_2):
            backward += across[at]
        total = (forward if long_1 <= long_2 else 0.0) + (backward if long_2 <= long_1 else 0.0)
        length = (long_1 if long_1 <= long_2 else 0) + (long_2 if long_2 <= long_1 else 0)
        similarity[i] = np.rint(total / length * NINE) / NINE
        if rarest < np.inf:
            share[i] = rarest
    return similarity, share
