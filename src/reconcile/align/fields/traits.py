"""Prevent a comparison of two names from touching ten arrays: what decides it is packed into one number per name.

>>> traits = packed_traits(np.array([True]), np.array([5]), np.array([1]), np.array([False]))
>>> bool(traits[0] & TOLD), int(traits[0] & MARKS), int(traits[0] >> ENOUGH & FEWEST), bool(traits[0] & LONG)
(True, 5, 1, False)
"""

from __future__ import annotations

import numpy as np

from reconcile.align.arrays import Bools, Ints
from reconcile.align.sounds import Sounds

SAME = 0.8
ENOUGH = 32
MARKS, FEWEST, TOLD, LONG = (1 << ENOUGH) - 1, 31, 1 << 40, 1 << 41
KEY, TRAITS, FIRST, END, BAG, SIZE = range(6)
_WIDTH = 8  # a card is as wide as what a processor reads at once


def packed_traits(told: Bools, marks: Ints, enough: Ints, long: Bools) -> Ints:
    """Return what decides the comparison of each member.

    Args:
        told: whether tables or coordinates tell of it.
        marks: its consonants as bits.
        enough: how many of them another name must share to be compared.
        long: whether it is too long to be compared by compiled loops.
    """
    return marks | enough << ENOUGH | np.where(told, TOLD, 0) | np.where(long, LONG, 0)


def cards_of(key: Ints, traits: Ints, sounds: Sounds) -> Ints:
    """Return a card per member with all that parts most members: they lie side by side in memory.

    Args:
        key: members of one key are the same.
        traits: what decides their comparison.
        sounds: their names.

    Returns:
        Whole numbers, members × 8; the columns `KEY` to `SIZE` are used.
    """
    cards = np.zeros((len(key), _WIDTH), dtype=np.int64)
    whole = sounds.first[:-1]
    told = (key, traits, whole, sounds.first[1:], sounds.bags[whole].view(np.int64), sounds.sizes[whole])
    cards[:, : len(told)] = np.stack(told, axis=1)
    return cards
