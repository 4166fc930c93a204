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
from reconcile.language import fold
from reconcile.report.dates import date_words
from reconcile.report.words import listed, named

MOST_IDS = 6
MOST_SPEAKERS = 4
_MODES = {"conditional": "on a condition", "opinion": "as an opinion", "obligation": "as a duty"}
_CERTAINTIES = {"probable": "as probable", "possible": "as possible", "unknown": "without saying how certain it is"}


class Speaker(NamedTuple):
    """Those claims of one position that one voice made in one way.

    Attributes:
        voice: who says it.
        way: through whom, when and how surely.
        ids: the claims.
        again: what to call the voice once it was introduced; empty for one that cannot be told from others.
    """

    voice: str
    way: str
    ids: tuple[str, ...]
    again: str


def voice_words(claim: Claim) -> str:
    """Return who asserts a claim, in words."""
    source = claim.source
    match source.kind:
        case "own":
            return named(source.carrier) if source.via else f"{named(source.outlet)} in its own words"
        case "unnamed":
            return _masked("an unnamed source", source)
        case "collective":
            return _masked("a collective voice", source)
        case _:
            return _person(source)


def short_voice(claim: Claim) -> str:
    """Return who asserts a claim, and how surely, as briefly as it stays clear."""
    source = claim.source
    voice = named(claim.voice) if source.kind == "named" else _own(source) if source.named else voice_words(claim)
    return ", ".join([voice, *_manner(claim)])


def _own(source: Source) -> str:
    return (
        f"{named(source.carrier)} (in {named(source.outlet)})" if source.via else f"{named(source.outlet)} (own words)"
    )


def _manner(claim: Claim) -> list[str]:
    """Return how a statement was made, where not as a certain fact, and its grade on the Admiralty scales."""
    grade = f"graded {claim.source.reliability or 'F'}{claim.credibility or 6}"
    graded = claim.source.reliability is not None or claim.credibility is not None
    words = (_MODES.get(claim.mode), _CERTAINTIES.get(claim.certainty), grade if graded else "")
    return [one for one in words if one]


def _masked(kind: str, source: Source) -> str:
    said = source.organization or source.speaker or source.role
    return f"{kind}, “{named(said)}”" if said else kind


def _person(source: Source) -> str:
    if source.speaker is None:
        return named(source.organization or source.carrier)
    told = fold(source.organization or "") in fold(source.role or "")
    role = f", {named(source.role)}" if source.role else ""
    behind = f", for {named(source.organization)}" if source.organization and not told else ""
    return f"{named(source.speaker)}{role}{behind}"


def way_words(claim: Claim, *, carried: bool = True) -> str:
    """Return through whom a statement came, when it was said or published, and how surely it was made.

    Args:
        claim: the statement.
        carried: name the outlets; else only the date and the manner.
    """
    source = claim.source
    ways = ("" if _first_hand(source) else f"in {named(source.outlet)}", taken_words(source)) if carried else ()
    when = date_words(claim.stated_at)
    if claim.stated_at is not None and when != "undated":
        when = f"{'published' if claim.said is None else 'said'} {when}"
    return ", ".join(part for part in (*ways, when, *_manner(claim)) if part)


def taken_words(source: Source) -> str:
    """Return from whom an outlet took a statement, or an empty string; one whose own words they are is the voice."""
    via = source.via[:-1] if source.kind == "own" else source.via
    return _taken(via) if via else ""


def common_way(claims: Sequence[Claim]) -> str:
    """Return through whom all of the claims came, where that is one way and not all are the outlet's own words.

    >>> common_way([Claim(about="x", source={"outlet": "Rudaw", "speaker": s}) for s in "ab"])
    'in Rudaw'
    """
    ways = {claim.source.chain for claim in claims}
    if len(ways) != 1 or len(claims) == 1 or all(_first_hand(c.source) for c in claims):
        return ""
    outlet, *via = claims[0].source.chain
    return f"in {named(outlet)}{f', {_taken(via)}' if via else ''}"


def _taken(via: Sequence[str]) -> str:
    return f"taken from {listed([named(one) for one in via])}"


def _first_hand(source: Source) -> bool:
    """Whether an outlet speaks in its own words, and was not reprinted by another."""
    return source.kind == "own" and not source.via


def speakers(claims: Iterable[Claim], *, carried: bool = True) -> list[Speaker]:
    """Return the claims of one position by voice and way, in the order in which they first come.

    Args:
        claims: claims that state one value.
        carried: name the outlets.
    """
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((voice_words(claim), way_words(claim, carried=carried)), []).append(claim)
    return [
        Speaker(voice, way, tuple(claim.id for claim in mine), _again(mine[0]))
        for (voice, way), mine in grouped.items()
    ]


def _again(claim: Claim) -> str:
    """Return how a voice is called where it was introduced before; nothing for one that nobody can tell apart."""
    source = claim.source
    return named(called(source)) if source.named else ""


def called(source: Source) -> str:
    """Return the shortest name of a named voice."""
    return source.carrier if source.kind == "own" else source.speaker or source.organization or source.carrier


def ids_words(ids: Sequence[str]) -> str:
    """Return claim ids as "claim a" or "claims a and b".

    >>> ids_words(["a"]), ids_words(["a", "b"])
    ('claim a', 'claims a and b')
    """
    return f"{'claim' if len(ids) == 1 else 'claims'} {listed([named(one) for one in ids], most=MOST_IDS)}"


class Telling:
    """Tells who says what: a voice is introduced once, then only named.

    Args:
        carried: name the outlets at each statement.

    >>> from reconcile.claims import Claim
    >>> telling = Telling()
    >>> [telling.who([Claim(id=i, about="x", source="Rudaw")]).text for i in "ab"]
    ['Rudaw in its own words (undated; claim a)', 'the same voice (undated; claim b)']
    """

    def __init__(self, *, carried: bool = True) -> None:
        self._carried, self._told, self._last = carried, set[str](), ""

    def who(self, claims: Sequence[Claim]) -> Told:
        """Return who states something, with way and claim ids.

        Args:
            claims: the claims of one position.
        """
        by = speakers(claims, carried=self._carried)
        told = [f"{self._voice(one)} ({one.way}; {ids_words(one.ids)})" for one in by[:MOST_SPEAKERS]]
        rest = [claim_id for one in by[MOST_SPEAKERS:] for claim_id in one.ids]
        if rest:
            told.append(f"{len(by) - MOST_SPEAKERS} more ({ids_words(rest)})")
        return Told(listed(told), len(by) > 1)

    def _voice(self, one: Speaker) -> str:
        known, last = bool(one.again) and one.voice in self._told, self._last == one.voice
        self._told.add(one.voice)
        self._last = one.voice
        return one.voice if not known else "the same voice" if last else one.again


class Told(NamedTuple):
    """Who states something.

    Attributes:
        text: in words.
        many: whether they are several.
    """

    text: str
    many: bool
