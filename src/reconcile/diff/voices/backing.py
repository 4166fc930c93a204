"""Prevent outlets from being counted for voices, and copies for outlets: who stands behind a position, each once.

>>> from reconcile import Claim
>>> claims = [Claim(id="a", about="x", source="A"), Claim(id="b", about="x", source={"outlet": "B", "via": ["A"]})]
>>> backing(claims, lineage=Lineage()).carriers
('A',)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from reconcile.claims import Claim
from reconcile.diff.unions import join, root
from reconcile.diff.voices.independence import Link, doubtful, link
from reconcile.diff.voices.lineage import Lineage


class Backing(NamedTuple):
    """Who stands behind a position.

    Attributes:
        voices: the named voices.
        carriers: one outlet for each origin.
        independent_voices: how many voices are shown to be independent of each other.
        independent_carriers: how many origins are.
    """

    voices: tuple[str, ...]
    carriers: tuple[str, ...]
    independent_voices: int
    independent_carriers: int


def backing(claims: Sequence[Claim], *, lineage: Lineage) -> Backing:
    """Return the voices and carriers behind `claims`, copies counted once.

    Origins are the groups of claims that share a chain, document, quoted statement or publisher family. An origin
    counts as independent where a stated basis is known for all its named claims; a copy only ever joins an origin,
    so that it can never raise a number.

    Args:
        claims: claims that state one thing.
        lineage: how names are resolved and outlets belong together.
    """
    if len(claims) == 1:
        return _alone(claims[0])
    ordered = sorted(claims, key=lambda claim: claim.id)
    origins = _groups(ordered, lineage, voices=False)
    heard = [c for c in ordered if c.source.named]
    names = {lineage.voice(c): c.source.voice for c in reversed(heard)}
    voices = carriers = 1 if heard else 0
    # Two claims without doubt are needed for more than one; most often there are none, and no voice is grouped.
    if sum(not doubtful(claim) for claim in heard) > 1:
        voices = _independent(_groups(heard, lineage, voices=True), lineage.aliases)
        carriers = _independent(origins, lineage.attested)
    attested = [min([c.source.carrier for c in group]) for group in origins]
    return Backing(tuple(sorted(names.values())), tuple(sorted(attested)), voices, carriers)


def _alone(claim: Claim) -> Backing:
    source = claim.source
    shown = 1 if source.named else 0
    return Backing((source.voice,) if shown else (), (source.carrier,), shown, shown)


def links(claims: Iterable[Claim], *, lineage: Lineage) -> tuple[tuple[str, str, Link], ...]:
    """Return the graph of dependence: every two claims that share an origin or a voice, with reason and strength.

    Args:
        claims: claims in any order, such as those of one event.
        lineage: how names are resolved and outlets belong together.

    >>> from reconcile import Claim
    >>> a, b = Claim(id="a", about="x", source="A"), Claim(id="b", about="x", source={"outlet": "B", "via": ["A"]})
    >>> links([b, a], lineage=Lineage())
    (('a', 'b', Link(independence='dependent', reason='both through A', strength=1.0)),)
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    sharing: dict[str, list[Claim]] = {}
    for claim in ordered:
        for key in lineage.ties(claim):
            sharing.setdefault(key, []).append(claim)
    pairs = {(a.id, b.id): (a, b) for group in sharing.values() for a, b in combinations(group, 2)}
    found = ((a.id, b.id, link(a, b, lineage=lineage)) for _, (a, b) in sorted(pairs.items()))
    return tuple(one for one in found if one[2].independence == "dependent")


def _independent(groups: Sequence[Sequence[Claim]], names: Callable[[Claim], frozenset[str]]) -> int:
    """Count groups that are shown to be independent, at least one; groups whose names may be one count once."""
    parent, seen, shown = list(range(len(groups))), dict[str, int](), list[int]()
    for i, group in enumerate(groups):
        for key in (key for claim in group for key in names(claim)):
            join(parent, i, seen.setdefault(key, i))
        shown += [i] if not any(map(doubtful, group)) else []
    return max(1, len({root(parent, i) for i in shown}))


def _groups(claims: Sequence[Claim], lineage: Lineage, *, voices: bool) -> list[list[Claim]]:
    """Group claims by shared origin (and by voice): each shared key joins, in near-linear time."""
    if len(claims) < 2:
        return [[claim] for claim in claims]
    parent = list(range(len(claims)))
    seen: dict[str, int] = {}
    heard: dict[str, int] = {}
    for i, claim in enumerate(claims):
        for key in lineage.origin(claim):
            join(parent, i, seen.setdefault(key, i))
        if voices:
            speaker = (lineage.key(claim.source.speaker),) if claim.source.speaker is not None else ()
            for key in (lineage.voice(claim), *speaker):
                join(parent, i, heard.setdefault(key, i))
    groups: dict[int, list[Claim]] = {}
    for i, claim in enumerate(claims):
        groups.setdefault(root(parent, i), []).append(claim)
    return list(groups.values())
