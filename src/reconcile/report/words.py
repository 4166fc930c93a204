r"""Prevent a right-to-left name from scrambling its line, and a hostile one from writing outside it.

>>> named("Rudaw"), named("رووداو") == "\u2068رووداو\u2069"
('Rudaw', True)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

OPEN, CLOSE = "\u2068", "\u2069"
_STEERING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF])
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@lru_cache(maxsize=8192)
def named(text: str) -> str:
    """Return words of a source for use in a line: on one line, without control characters, isolated where needed.

    Args:
        text: a name, wording or value as the source wrote it. Joiners inside words stay, for Kurdish and Persian
            need them.

    Returns:
        The text; between U+2068 and U+2069 where it holds right-to-left letters, so that it cannot reorder the
        words around it.
    """
    plain = plainly(text)
    return f"{OPEN}{plain}{CLOSE}" if _leads_left(plain) else plain


_OUTER = "()[]{}<>,;:.!?\"'“”‘’«»…–—=+/|"


def isolated(text: str) -> str:
    """Return a sentence of the house with the right-to-left names inside it isolated, run by run.

    Args:
        text: words in English around names as sources wrote them.

    >>> isolated("one is said of أربيل, the other") == "one is said of \u2068أربيل\u2069, the other"
    True
    """
    runs: list[list[str]] = []
    for word in plainly(text).split(" "):
        joins = bool(runs) and _leads_left(word) and _leads_left(runs[-1][-1]) and runs[-1][-1][-1] not in _OUTER
        if joins and word[0] not in _OUTER:
            runs[-1].append(word)
        else:
            runs.append([word])
    return " ".join(_isolated_run(" ".join(run)) for run in runs)


def _isolated_run(run: str) -> str:
    if not _leads_left(run):
        return run
    core = run.strip(_OUTER)
    start = run.index(core)
    return f"{run[:start]}{OPEN}{core}{CLOSE}{run[start + len(core) :]}"


def _leads_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def plainly(text: str) -> str:
    r"""Return a text on one line without control characters, marks of direction and halves of characters.

    >>> plainly("a\nb\x1b[31m")
    'a b [31m'
    """
    steered = text.translate(_STEERING)
    seen = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in steered)
    return " ".join(seen.split())


def listed(items: Iterable[str], *, most: int = 0, word: str = "and") -> str:
    """Return items as a list in words.

    Args:
        items: what to list.
        most: show so many at most, and count the others; 0 shows all.
        word: what stands before the last.

    >>> listed(["a", "b", "c"]), listed("abcde", most=2)
    ('a, b and c', 'a, b and 3 more')
    """
    shown = list(items)
    if most and len(shown) > most + 1:
        shown = [*shown[:most], f"{len(shown) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {word} {shown[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "claim"), counted(1200, "claim"), counted(2, "discrepancy", "discrepancies")
    ('1 claim', '1,200 claims', '2 discrepancies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def label(field: str) -> str:
    """Return a field's name in words.

    >>> label("event_type")
    'event type'
    """
    return plainly(field.replace("_", " "))
