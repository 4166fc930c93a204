"""Prevent one broken record from costing a whole JSON file: its records are cut apart, so that each is read alone.

>>> split_records(b'{"claims": [{"a": NaN}, {"b": 1}]}')
[b'{"a": NaN}', b'{"b": 1}']
"""

from __future__ import annotations

import re
from itertools import pairwise

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}:,]', re.DOTALL)
_OPENING = {b"]": b"[", b"}": b"{"}
_START = re.compile(rb"\s*\[")


def split_records(raw: bytes) -> list[bytes]:
    """Return the entries of a JSON list, or of the list under "claims" in a JSON object, as they are written.

    Args:
        raw: text that may not be JSON; it is read once.

    Returns:
        The entries, or nothing where the brackets around them do not match.
    """
    is_list = _START.match(raw) is not None
    open_brackets: list[bytes] = []
    cuts: list[int] = []
    wanted = 1 if is_list else 2
    inside, key = is_list, b""
    for match in _TOKEN.finditer(raw):
        token, depth = match[0], len(open_brackets)
        if token in (b"[", b"{"):
            inside = inside or (depth == 1 and token == b"[" and key == b'"claims"' and not cuts)
            open_brackets.append(token)
            if inside and depth + 1 == wanted:
                cuts.append(match.end())
        elif token in _OPENING:
            if not open_brackets or open_brackets.pop() != _OPENING[token]:
                return []
            if inside and depth == wanted:
                cuts.append(match.start() + 1)
                inside = False
        elif token == b"," and inside and depth == wanted:
            cuts.append(match.end())
        elif token.startswith(b'"') and depth == 1:
            key = token
    if open_brackets or len(cuts) < 2:
        return []
    parts = [raw[start : end - 1].strip() for start, end in pairwise(cuts)]
    return parts if parts != [b""] else []
