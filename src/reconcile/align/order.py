"""Prevent sorting from taking longer than what is sorted for: whole numbers are counted into place.

Numpy compares them, which takes up to sixty nanoseconds for each number, depending on the processor; to count them
into place digit by digit takes five to fifteen on any.

>>> ascending(np.array([3, 1, 2])).tolist()
[1, 2, 3]
"""

from __future__ import annotations

import numpy as np

from reconcile.align.arrays import WORD, Ints, Lists, packed, starts
from reconcile.align.compiled import loops

DENSE = 4
ENOUGH = 1_000
MOST_BITS = 11


def ascending(numbers: Ints, *, known: int = 0) -> Ints:
    """Return whole numbers that are not negative in ascending order.

    Args:
        numbers: fresh numbers, of 64 bits; they are written over.
        known: how many of the lowest bits need not be looked at: numbers alike but for these stand in order already.
    """
    fast = loops(len(numbers)) if len(numbers) >= ENOUGH else None
    if fast is None or numbers.dtype != np.int64:
        numbers.sort()
        return numbers
    high = (int(numbers.min()) ^ int(numbers.max())).bit_length()  # all are alike above
    return fast.counted_into_place(numbers, known, max(known, high), MOST_BITS)


def distinct(values: Ints) -> Ints:
    """Return the distinct values, none negative, ascending; by sorting, which is several times faster than by hashing.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = ascending(values.copy())
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def order_of(values: Ints) -> Ints:
    """Return the places of whole numbers in ascending order, equal ones as they stand.

    >>> order_of(np.array([3, 1, 3])).tolist()
    [1, 0, 2]
    """
    bits = len(values).bit_length()
    if int(values.min(initial=0)) < 0 or int(values.max(initial=0)).bit_length() + bits > WORD:
        return np.argsort(values, kind="stable")
    both = values.astype(np.int64) << bits | np.arange(len(values))
    return ascending(both, known=bits) & ((1 << bits) - 1)


def told_apart(values: Ints) -> tuple[Ints, Ints]:
    """Return where each distinct value, ascending, stands first, and the place of each value among them.

    >>> [found.tolist() for found in told_apart(np.array([7, 3, 7]))]
    [[1, 0], [1, 0, 1]]
    """
    order = order_of(values)
    new = np.ones(len(order), dtype=np.bool_)
    np.not_equal(values[order[1:]], values[order[:-1]], out=new[1:])
    number = np.empty(len(order), dtype=np.int64)
    number[order] = new.cumsum() - 1
    return order[new], number


def as_sets(rows: Ints, codes: Ints, *, size: int) -> Lists:
    """Return the distinct codes of each of `size` rows, ascending.

    >>> as_sets(np.array([1, 0, 1, 1]), np.array([5, 2, 4, 5]), size=2).codes.tolist()
    [2, 4, 5]
    """
    both, bits = packed(rows, codes)
    found = distinct(both)
    return Lists(starts(np.bincount(found >> bits, minlength=size)), found & ((1 << bits) - 1))


def distinct_pairs(a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the distinct unordered pairs of (a, b), low end first, and the place of each given pair.

    >>> distinct_pairs(np.array([2, 1]), np.array([1, 2]))[2].tolist()
    [0, 0]
    """
    low, high = np.minimum(a, b), np.maximum(a, b)
    width = int(high.max(initial=0)) + 1
    if width * width <= DENSE * len(a):  # marked in a table, without sorting
        both = low * width + high
        seen = np.zeros(width * width, dtype=np.bool_)
        seen[both] = True
        found = np.flatnonzero(seen)
        return found // width, found % width, (seen.cumsum() - 1)[both]
    both, bits = packed(low, high)
    found = distinct(both)
    return found >> bits, found & ((1 << bits) - 1), found.searchsorted(both)
