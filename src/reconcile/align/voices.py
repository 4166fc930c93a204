"""Prevent one spokesman in two scripts from being two witnesses: names of voices that may be one are found.

Names of at least `NEAR` are one voice; those of at least `LIKELY` may be one, so that they are never shown to be two.
Both hold for groups, whatever order the names come in.

>>> near, likely = voice_groups(["bashar al assad", "بشار الاسد", "ministry of health"])
>>> near["بشار الاسد"], likely["بشار الاسد"], "ministry of health" in likely
('bashar al assad', 'bashar al assad', False)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from anyascii import anyascii

from reconcile.align.arrays import lists
from reconcile.align.block import Family, candidates
from reconcile.align.letters import SAME_SOUND
from reconcile.claims import Source
from reconcile.language import name_similarities

NEAR = 0.9
LIKELY = 0.8
SHORTEST = 5
_SILENT = str.maketrans("", "", "aeiouyw '-")


class VoiceGroups(NamedTuple):
    """For a name that has others like it, the first of them in alphabetical order.

    Args:
        near: names that are one.
        likely: names that may be one.
    """

    near: Mapping[str, str]
    likely: Mapping[str, str]


def names_of_voices(sources: Iterable[Source]) -> set[str]:
    """Return all names of speakers, organizations and outlets.

    Args:
        sources: sources of claims.

    >>> sorted(names_of_voices([Source(outlet="Rudaw", via=["INA"], speaker="Yahya Rasool")]))
    ['INA', 'Rudaw', 'Yahya Rasool']
    """
    found: set[str] = set()
    for source in sources:
        found.update(name for name in (*source.chain, source.speaker, source.organization) if name is not None)
    return found


def voice_groups(names: Sequence[str]) -> VoiceGroups:
    """Return which names are, and which may be, one voice.

    Args:
        names: folded names that no table knows, distinct. Those of fewer than five letters, and those that hold a
            digit, stand alone: one letter or digit is too much of them.
    """
    long = sorted(name for name in names if len(name) >= SHORTEST and not any(char.isdigit() for char in name))
    couples = _couples(long)
    alike = name_similarities([a for a, _ in couples], [b for _, b in couples]) if couples else np.zeros(0)
    scored = list(zip(couples, alike.tolist(), strict=True))
    return VoiceGroups(*(_joined(pair for pair, score in scored if score >= least) for least in (NEAR, LIKELY)))


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    home: dict[str, set[str]] = {}
    for a, b in pairs:
        merged = home.get(a, {a}) | home.get(b, {b})
        home.update(dict.fromkeys(merged, merged))
    return {name: min(group) for name, group in home.items()}


def _couples(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of names that share a run of three consonants, or a word, in bounded number."""
    runs = [sorted(_runs(name)) for name in names]
    index = {run: code for code, run in enumerate(sorted({run for row in runs for run in row}))}
    keys = lists([[index[run] for run in row] for row in runs])
    lengths = np.zeros(len(names), dtype=np.int64)
    if len(names) < 2:
        return []
    found = candidates([Family("sounds", keys)], lengths, lengths, limit=60, window=2).pairs.whole()
    left: list[int] = found.a.tolist()
    right: list[int] = found.b.tolist()
    return [(names[a], names[b]) for a, b in zip(left, right, strict=True)]


def _runs(name: str) -> set[str]:
    plain = anyascii(name).casefold()
    bones = plain.translate(SAME_SOUND).translate(_SILENT)
    return {bones[i : i + 3] for i in range(max(1, len(bones) - 2))} | {f" {word}" for word in plain.split()}
