r"""Prevent "syntax error, column 35000": a broken stretch of JSON is named by the field it stands in.

>>> place_in(b'{"count": {"low": NaN}}', 18)
'count.low'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.io.found import named

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}:,]', re.DOTALL)
_MOST_PARTS = 6


@dataclass(slots=True)
class _Level:
    """One open bracket: the key or the position that is being read in it."""

    is_list: bool
    key: str = ""
    index: int = 0
    in_value: bool = False

    def take(self, token: bytes) -> None:
        if token == b",":
            self.index += 1
            self.in_value = False
        elif token == b":":
            self.in_value = True
        elif token.startswith(b'"') and not self.in_value and not self.is_list:
            self.key = named(token.strip(b'"').decode("utf-8", "replace"))


def place_in(raw: bytes, stop: int) -> str:
    """Return the field that is being read at byte `stop`, or an empty string at the outermost level.

    Args:
        raw: text that may not be JSON; it is read once, from its start to `stop`.
        stop: a byte from 0.

    Returns:
        Keys joined by dots, positions in lists from 0 in brackets; at most six levels.
    """
    levels: list[_Level] = []
    for match in _TOKEN.finditer(raw, 0, stop):
        token = match[0]
        if token in (b"{", b"["):
            levels.append(_Level(is_list=token == b"["))
        elif token in (b"}", b"]"):
            del levels[-1:]
        elif levels:
            levels[-1].take(token)
    return _joined(levels[:_MOST_PARTS])


def _joined(levels: list[_Level]) -> str:
    text = ""
    for level in levels:
        if level.is_list:
            text += f"[{level.index}]"
        elif level.key:
            text += f".{level.key}" if text else level.key
    return text
