"""Prevent a misspelt name from being taken for a different place: one wrong letter counts only when nothing else fits.

>>> from reconcile.language.places.table import builtin_table
>>> nearest_keys("Khanaqinn", builtin_table())
('khanaqin',)
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.places.model import Layer
from reconcile.language.places.words import place_key

_SHORTEST = 5


@lru_cache(maxsize=8)
def _deletions(layer: Layer) -> dict[int, tuple[str, ...]]:
    # Keys by length: only keys whose length differs by at most one can be one letter away.
    by_length: dict[int, list[str]] = {}
    for key in layer.keys():
        by_length.setdefault(len(key), []).append(key)
    return {length: tuple(keys) for length, keys in by_length.items()}


def nearest_keys(name: str, layer: Layer) -> tuple[str, ...]:
    """Return the keys of `layer` that differ from `name` by one letter added, lost, changed or two swapped.

    Args:
        name: a place's name that the layer does not know.
        layer: a table of places.

    Returns:
        The nearest keys, sorted; empty for names under five letters, where one letter makes another place.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    key = place_key(name)
    if len(key) < _SHORTEST:
        return ()
    by_length = _deletions(layer)
    near = [one for length in (len(key) - 1, len(key), len(key) + 1) for one in by_length.get(length, ())]
    found = process.extract(key, near, scorer=OSA.distance, score_cutoff=1, limit=None)
    return tuple(sorted(one for one, _, _ in found))
