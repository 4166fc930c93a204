"""Prevent one hostile file from filling the memory: whatever is read has a bound, and each bound can be set.

>>> LIMITS.max_line
4194304
"""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """How much is read from one file before it is refused.

    Attributes:
        max_records: records, blank lines counted.
        max_line: bytes in one line of JSON Lines or CSV.
        max_bytes: bytes of the file once decompressed.
        max_errors: errors told one by one; further ones are counted.
    """

    max_records: int = 5_000_000
    max_line: int = 4 * 2**20
    max_bytes: int = 2 * 2**30
    max_errors: int = 1_000


LIMITS = Limits()
