"""Prevent what two fields say only together from being lost in a sum: some columns weigh against, or say nothing.

Fellegi and Sunter's sum takes fields for independent. Where they are not, a column of its own holds what they say
together. It names no value that could be shared, and finds no pairs.

>>> Joint().key_names(), Joint().tally
((), Tally(total=0, counts={}))
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reconcile.align.arrays import Lists
from reconcile.align.fields.base import Tally


class Joint:
    """What all columns have in common that only weigh what others say together."""

    @property
    def size(self) -> int:
        """How many rows there are."""
        return 0

    @property
    def tally(self) -> Tally:
        """Nothing is shared here that could be rare."""
        return Tally(0, {})

    @property
    def least_share(self) -> float:
        """Nothing is shared."""
        return 1.0

    def keys(self) -> Lists:
        """Return none: what weighs against two claims is no reason to compare them."""
        return Lists(np.zeros(self.size + 1, dtype=np.int64), np.zeros(0, dtype=np.int64))

    def key_names(self) -> Sequence[str]:
        """Return none."""
        return ()
