"""Prevent what is linked by a third from being told apart: numbers that are joined, in near-linear time.

>>> parent = [0, 1, 2, 3]
>>> join(parent, 2, 3)
>>> join(parent, 0, 3)
>>> [root(parent, i) for i in range(4)]
[0, 1, 0, 0]
"""

from __future__ import annotations


def root(parent: list[int], i: int) -> int:
    """Return the lowest number that `i` is joined with.

    Args:
        parent: for each number one that it is joined with; at first itself. It is made shorter on the way.
        i: a number.
    """
    while parent[i] != i:
        parent[i] = i = parent[parent[i]]
    return i


def join(parent: list[int], i: int, j: int) -> None:
    """Join two numbers.

    Args:
        parent: for each number one that it is joined with.
        i: a number.
        j: another.
    """
    if i != j:
        low, high = sorted((root(parent, i), root(parent, j)))
        parent[high] = low
