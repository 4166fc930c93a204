"""Prevent the report of an error from being an error: any value is shown short, however deep, long or odd it is.

>>> quoted(list(range(500)))
'a list of 500 entries'
"""

from __future__ import annotations

from typing import Any, cast

from reconcile.errors import shown

_BITS = 400
_LONGEST = 300


def quoted(value: object) -> str:
    """Return `value` as a few words for an error message.

    Args:
        value: anything found in the input.

    >>> quoted("many"), quoted(None), quoted({"a": 1})
    ("'many'", 'nothing', "an object with 'a'")
    """
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() if value.bit_length() > _BITS:
            return f"a number of about {int(value.bit_length() * 0.30103):,} digits"
        case int() | float() | str():
            return shown(value)
        case list() | tuple():
            return _counted(len(cast("list[Any]", value)))
        case dict():
            return _object(cast("dict[Any, Any]", value))
        case _:
            return f"a {type(value).__name__}"


def _counted(size: int) -> str:
    return "an empty list" if not size else f"a list of {size:,} {'entry' if size == 1 else 'entries'}"


def _object(value: dict[Any, Any]) -> str:
    keys = [shown(key) for key in list(value)[:3] if isinstance(key, str)]
    more = ", …" if len(value) > len(keys) else ""
    return f"an object with {', '.join(keys)}{more}" if keys else "an empty object"


def named(name: str) -> str:
    r"""Return a key or file name for the place of an error: as it stands, or quoted and cut where it is odd.

    >>> named("count"), named("a\nb")
    ('count', "'a\\nb'")
    """
    return name if name and name.isprintable() and len(name) <= _LONGEST else shown(name)


def near(name: str, known: list[str]) -> str | None:
    """Return the known name that `name` was probably meant to be, or None.

    Args:
        name: an unknown name.
        known: the names that exist.

    Returns:
        The nearest by optimal string alignment, where at least 60 % of the letters stand; ties go to the first
        in alphabetical order.

    >>> near("coutn", ["count", "places"]), near("xyz", ["count"])
    ('count', None)
    """
    from rapidfuzz.distance import OSA

    plain = _plain(name)
    scored = [(OSA.normalized_similarity(plain, _plain(word)), word) for word in sorted(known)]
    best = max((score for score, _ in scored), default=0.0)
    return next((word for score, word in scored if score == best), None) if best >= 0.6 else None


def _plain(name: str) -> str:
    return name[:100].casefold().replace("-", "_").replace(" ", "_").strip("_")
