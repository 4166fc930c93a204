"""Prevent two strikes of two cities from being one: a claim is known by the company it keeps.

Claims of one document speak of one affair. A word for what happened means much where two documents speak of the same
people and things, and little where they do not; fields that are compared claim by claim cannot tell. So the words of
all claims of a document, and of the evidence they quote, are compared as a field of its own, by their rare words. A
claim that keeps no company (no document, or none but itself in it) says nothing there.

>>> company(["d", "d", "e"], [["centres opened", "talks held", "a raid"]])
['centres opened talks held', 'centres opened talks held', None]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reconcile.align.model import Model, Scale
from reconcile.claims import Evidence, Source
from reconcile.values import Parties, Places, Text

COMPANY = "source.document"
KINDS = frozenset({"text", "words", "action", "string", "parties", "places"})
LONGEST = 20_000


def documents(sources: Sequence[Any]) -> list[str | None]:
    """Return the document of each source, None where it has none."""
    return [source.document if isinstance(source, Source) else None for source in sources]


def keeps_company(found: Sequence[str | None]) -> bool:
    """Return whether any document holds several claims.

    >>> keeps_company(["d", None, "d"]), keeps_company([None, None, "d"])
    (True, False)
    """
    return any(count > 1 for count in Counter(name for name in found if name).values())


def company(found: Sequence[str | None], fields: Sequence[Sequence[Any]]) -> list[str | None]:
    """Return, per claim, the words of all claims of its document; None where it is the only one.

    Args:
        found: the document of each claim, the claims sorted by id.
        fields: the values of each field that holds words, names or evidence. Of very long documents the first 20,000
            letters are read.
    """
    counts = Counter(name for name in found if name)
    parts: dict[str, dict[str, None]] = {name: {} for name, count in counts.items() if count > 1}
    for values in fields:
        for name, value in zip(found, values, strict=True):
            if name in parts:
                parts[name].update(dict.fromkeys(_words(value)))
    texts = {name: " ".join(said)[:LONGEST] or None for name, said in parts.items()}
    return [texts.get(name or "") for name in found]


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Parties | Places):
        yield from (item.name for item in value.items)
    elif isinstance(value, Text | str):
        yield str(value)
    elif isinstance(value, list | tuple):
        yield from (one.quote for one in value if isinstance(one, Evidence) and one.quote)  # pyright: ignore


def in_company(model: Model, scale: Scale) -> Model:
    """Return `model` with a scale for the company of claims, unless it has one."""
    if any(one.kind == "company" for one in model.scales):
        return model
    return replace(model, scales=(*model.scales, scale), near=())
