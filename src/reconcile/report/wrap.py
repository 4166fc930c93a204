"""Prevent a wrapped line from breaking a name's isolation: each line closes what it opens, and opens it anew.

>>> wrapped("one two three four five", width=20)
['one two three four', 'five']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reconcile.report.words import CLOSE, OPEN

NARROWEST = 20


def wrapped(text: str, *, width: int, first: str = "", then: str | None = None) -> list[str]:
    """Return a text in lines of at most `width` columns.

    Args:
        text: words, names isolated.
        width: columns of a line, indent counted; at least 20.
        first: what begins the first line.
        then: what begins the others; by default blanks as wide as `first`.

    >>> wrapped("alpha beta gamma delta", width=20, first="- ")
    ['- alpha beta gamma', '  delta']
    """
    width = max(width, NARROWEST)
    indent = " " * columns(first) if then is None else then
    lines: list[str] = []
    line, used, depth, empty = first, columns(first), 0, True
    for word in _pieces(text, max(4, width - max(columns(first), columns(indent)) - 4)):
        after, wide = max(0, depth + _depth(word)), columns(word)
        if not empty and used + 1 + wide + after > width:
            lines.append(line + CLOSE * depth)
            line, used, empty = indent + OPEN * depth, columns(indent) + depth, True
        line, used = (line + word, used + wide) if empty else (f"{line} {word}", used + 1 + wide)
        depth, empty = after, False
    return [*lines, (line + CLOSE * depth).rstrip(" ")]


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield the words of a text, those wider than a line in pieces."""
    for word in text.split():
        piece, used = "", 0
        for char in word if columns(word) > room else ():
            wide = columns(char)
            if used + wide > room:
                yield piece
                piece, used = "", 0
            piece, used = piece + char, used + wide
        yield piece or word


def _depth(text: str) -> int:
    return text.count(OPEN) - text.count(CLOSE)


def columns(text: str) -> int:
    """Return how many columns a text takes at most: two for wide letters, one for any other.

    >>> columns("abc"), columns("日本")
    (3, 4)
    """
    return len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
