"""Prevent an outlet from being quoted for what it only carried: each statement is told with its voice and its way.

>>> from reconcile.claims import Claim
>>> c = Claim(id="a", about="x", source={"outlet": "Rudaw", "via": ["INA"], "organization": "the Command"})
>>> voice_words(c), way_words(c)
('the Command', 'in Rudaw, taken from INA, undated')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reconcile.claims import Claim, Source
from reconcile.report.dates import date_words
from reconcile.report.words import listed, named

MOST_IDS = 6
MOST_SPEAKERS = 4


class Speaker(NamedTuple):
    """Those claims of one position that one voice made in one way.

    Attributes:
        voice: who says it.
        way: through whom, and when.
        ids: the claims.
    """

    voice: str
    way: str
    ids: tuple[str, ...]


def voice_words(claim: Claim) -> str:
    """Return who asserts a claim, in words."""
    source = claim.source
    match source.kind:
        case "own":
            return f"{named(source.outlet)} in its own words"
        case "unnamed":
            return _masked("an unnamed source", source)
        case "collective":
            return _masked("a collective voice", source)
        case _:
            return _person(source)


def short_voice(claim: Claim) -> str:
    """Return who asserts a claim, as briefly as it stays clear."""
    kind = claim.source.kind
    if kind in ("unnamed", "collective"):
        return voice_words(claim)
    return f"{named(claim.voice)} (own words)" if kind == "own" else named(claim.voice)


def _masked(kind: str, source: Source) -> str:
    said = source.organization or source.speaker or source.role
    return f"{kind} (“{named(said)}”)" if said else kind


def _person(source: Source) -> str:
    if source.speaker is None:
        return named(source.organization or source.outlet)
    role = f" ({named(source.role)})" if source.role else ""
    behind = f" for {named(source.organization)}" if source.organization else ""
    return f"{named(source.speaker)}{role}{behind}"


def way_words(claim: Claim) -> str:
    """Return through whom a statement came, and when it was said."""
    source = claim.source
    taken = f"taken from {listed([named(one) for one in source.via])}" if source.via else ""
    outlet = "" if source.kind == "own" else f"in {named(source.outlet)}"
    parts = (outlet, taken, date_words(claim.stated_at))
    return ", ".join(part for part in parts if part)


def speakers(claims: Iterable[Claim]) -> list[Speaker]:
    """Return the claims of one position by voice and way, in the order in which they first come.

    Args:
        claims: claims that state one value.
    """
    grouped: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        grouped.setdefault((voice_words(claim), way_words(claim)), []).append(claim.id)
    return [Speaker(voice, way, tuple(ids)) for (voice, way), ids in grouped.items()]


def ids_words(ids: Sequence[str]) -> str:
    """Return claim ids as "claim a" or "claims a and b".

    >>> ids_words(["a"]), ids_words(["a", "b"])
    ('claim a', 'claims a and b')
    """
    return f"{'claim' if len(ids) == 1 else 'claims'} {listed([named(one) for one in ids], most=MOST_IDS)}"


def attribution(claims: Sequence[Claim]) -> tuple[str, bool]:
    """Return who states something, with way and claim ids, and whether they are several.

    Args:
        claims: the claims of one position.
    """
    by = speakers(claims)
    told = [f"{one.voice} ({one.way}; {ids_words(one.ids)})" for one in by[:MOST_SPEAKERS]]
    rest = [claim_id for one in by[MOST_SPEAKERS:] for claim_id in one.ids]
    if rest:
        told.append(f"{len(by) - MOST_SPEAKERS} more ({ids_words(rest)})")
    return listed(told), len(by) > 1
