r"""Prevent a Latin name from scrambling an Arabic line: what is not plain Arabic stands in an isolate of its own.

>>> isolated_ar("أربيل"), isolated_ar("Erbil") == "\u2068Erbil\u2069"
('أربيل', True)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from reconcile.report.words import CLOSE, OPEN, plainly

LEFT_TO_RIGHT = "\u2066"
_PLAIN = frozenset({"AL", "NSM", "WS"})
_DIGITS = frozenset("0123456789,.")
MOST_IDS = 6


def isolated_ar(text: str) -> str:
    """Return words of a source for use in an Arabic line: on one line, isolated unless they are plain Arabic.

    Args:
        text: a name, wording or value as the source wrote it.
    """
    plain = plainly(text)
    arabic = bool(plain) and all(unicodedata.bidirectional(char) in _PLAIN for char in plain)
    return plain if arabic or not plain else f"{OPEN}{plain}{CLOSE}"


def quoted_ar(text: str) -> str:
    """Return words of a source in Arabic quotation marks.

    >>> quoted_ar("مراكز")
    '«مراكز»'
    """
    return f"«{isolated_ar(text)}»"


def calculated(text: str) -> str:
    r"""Return a figure or a calculation: all but a plain figure is kept from left to right.

    >>> calculated("1,200"), calculated("3 + 2 = 5") == "\u20663 + 2 = 5\u2069"
    ('1,200', True)
    """
    plain = plainly(text)
    return plain if plain and set(plain) <= _DIGITS else f"{LEFT_TO_RIGHT}{plain}{CLOSE}"


def joined(items: Iterable[str], *, most: int = 0, word: str = "و") -> str:
    """Return items as a list in Arabic, each but the first with its "and".

    Args:
        items: what to list.
        most: show so many at most, and count the others; 0 shows all.
        word: what stands before each item but the first.

    >>> joined(["أربيل", "بغداد", "ديالى"]), joined("ابجده", most=2)
    ('أربيل وبغداد وديالى', 'ا وب وغير ذلك (3)')
    """
    shown = list(items)
    rest = len(shown) - most if most and len(shown) > most + 1 else 0
    told = f" {word}".join(shown[:most] if rest else shown)
    return f"{told} وغير ذلك ({rest:,})" if rest else told


def ids_ar(ids: Sequence[str]) -> str:
    """Return claim ids with their noun in the right number: one, two, or more.

    Args:
        ids: the ids of claims.
    """
    noun = {1: "الإفادة", 2: "الإفادتان"}.get(len(ids), "الإفادات")
    return f"{noun} {joined([identified(one) for one in ids], most=MOST_IDS)}"


def identified(claim_id: str) -> str:
    r"""Return a claim's id, isolated in any script, for it is no word of the sentence.

    >>> identified("k24-03") == "\u2068k24-03\u2069"
    True
    """
    return f"{OPEN}{plainly(claim_id)}{CLOSE}"
