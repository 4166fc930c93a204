"""Prevent a comparison of two names from touching ten arrays: what decides it is packed into one number per name.

>>> traits = packed_traits(np.array([True]), np.array([5]), np.array([1]), np.array([False]))
>>> bool(traits[0] & TOLD), int(traits[0] & MARKS), int(traits[0] >> ENOUGH & FEWEST), bool(traits[0] & LONG)
(True, 5, 1, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import Bools, Floats, Ints, encode
from reconcile.align.fields.member import Member
from reconcile.align.letters import enough, marks
from reconcile.align.sounds import Sounds

SAME = 0.8
ENOUGH = 32
MARKS, FEWEST, TOLD, LONG = (1 << ENOUGH) - 1, 31, 1 << 40, 1 << 41
KEY, TRAITS, FIRST, END, BAG, SIZE = range(6)
_WIDTH = 8  # a card is as wide as what a processor reads at once


class Facts(NamedTuple):
    """What is known of each member.

    Args:
        key: members of one key are the same.
        told: whether tables or coordinates tell of it.
        marks: its consonants as bits.
        shares: the share of claims that hold it.
    """

    key: Ints
    told: Bools
    marks: Ints
    shares: Floats

    @classmethod
    def of(cls, members: Sequence[Member], *, shares: Floats) -> Facts:
        """Return what is known of some members; those of which tables tell are never one by their key alone."""
        told = np.array([m.node is not None or m.circle is not None for m in members], dtype=np.bool_)
        marked = np.array([marks(member.name) for member in members], dtype=np.int64)
        key = np.where(told, -1 - np.arange(len(members)), encode([member.key for member in members])[0])
        return cls(key, told, marked, shares)


def packed_traits(told: Bools, marks: Ints, enough: Ints, long: Bools) -> Ints:
    """Return what decides the comparison of each member.

    Args:
        told: whether tables or coordinates tell of it.
        marks: its consonants as bits.
        enough: how many of them another name must share to be compared.
        long: whether it is too long to be compared by compiled loops.
    """
    return marks | enough << ENOUGH | np.where(told, TOLD, 0) | np.where(long, LONG, 0)


def cards_of(facts: Facts, sounds: Sounds, *, long: Bools) -> Ints:
    """Return a card per member with all that parts most members: they lie side by side in memory.

    Args:
        facts: what is known of them.
        sounds: their names.
        long: whether a name is too long to be compared by compiled loops.

    Returns:
        Whole numbers, members × 8; the columns `KEY` to `SIZE` are used.
    """
    cards = np.zeros((len(facts.key), _WIDTH), dtype=np.int64)
    traits = packed_traits(facts.told, facts.marks, enough(facts.marks), long)
    whole = sounds.first[:-1]
    told = (facts.key, traits, whole, sounds.first[1:], sounds.bags[whole].view(np.int64), sounds.sizes[whole])
    cards[:, : len(told)] = np.stack(told, axis=1)
    return cards
