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
def _halves(layer: Layer) -> dict[str, list[str]]:
    # One wrong letter leaves one half of a key as it is; a half is told from the other by its mark and the length.
    halves: dict[str, list[str]] = {}
    for key in layer.all_keys():
        cut = len(key) // 2
        halves.setdefault(f"{len(key)}<{key[:cut]}", []).append(key)
        halves.setdefault(f"{len(key)}>{key[cut:]}", []).append(key)
    return halves


def nearest_keys(name: str, layer: Layer) -> tuple[str, ...]:
    """Return the keys of `layer` that differ from `name` by one letter added, lost, changed or two swapped.

    Args:
        name: a place's name that the layer does not know.
        layer: a table of places.

    Returns:
        The nearest keys, sorted; empty for names under five letters, where one letter makes another place.
    """
    from rapidfuzz.distance import OSA

    key = place_key(name)
    if len(key) < _SHORTEST:
        return ()
    near = {one for half in _shared_halves(key) for one in _halves(layer).get(half, ())}
    near |= {swapped for swapped in [_middle_swapped(key)] if layer.find(swapped)}
    return tuple(sorted(one for one in near if OSA.distance(key, one, score_cutoff=1) <= 1))


def _shared_halves(key: str) -> list[str]:
    lengths = (len(key) - 1, len(key), len(key) + 1)
    heads = [f"{length}<{key[: length // 2]}" for length in lengths]
    return heads + [f"{length}>{key[len(key) - (length - length // 2) :]}" for length in lengths]


def _middle_swapped(key: str) -> str:
    cut = len(key) // 2
    return key[: cut - 1] + key[cut] + key[cut - 1] + key[cut + 1 :]
