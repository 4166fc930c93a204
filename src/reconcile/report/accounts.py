"""Prevent a tally from passing for proof: under each value stand its voices and carriers, told apart.

>>> from reconcile import Claim, reconcile
>>> event = reconcile([Claim(id="a", about="x", count=2, source="Rudaw")]).events[0]
>>> [(part.heading, part.positions[0].value) for part in account_parts(event, [], {})]
[('count', '2')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reconcile.claims import Claim
from reconcile.diff.model import Account, Conflict, Event, Position
from reconcile.report.values import value_words
from reconcile.report.who import short_voice
from reconcile.report.words import isolated, label, listed, named

_STATUS = {
    "denied": "denied",
    "contested": "contested",
    "revised": "changed over time",
    "corroborated": "confirmed by independent voices",
    "agreed": "agreed, independence not shown",
    "single-voice": "one voice only",
    "silent": "not stated",
}
_FRAME_WORDS = {"of": "of", "scope": "scope", "places": "in", "as_of": "as of", "unit": "in", "phase": "when"}
POLARITY = "polarity"


class Backer(NamedTuple):
    """One voice behind a position.

    Attributes:
        voice: who.
        ids: the claims.
    """

    voice: str
    ids: tuple[str, ...]


class PositionPart(NamedTuple):
    """One value that is stated, and who stands behind it.

    Attributes:
        value: the value in words.
        backers: the voices with their claims.
        carried: through which outlets, and how much of it is shown to be independent.
        beside: how it stands to other positions.
    """

    value: str
    backers: tuple[Backer, ...]
    carried: str
    beside: str


class AccountPart(NamedTuple):
    """One field in one frame.

    Attributes:
        heading: the field and what its values are said of.
        status: the status in words.
        state: the status as a word for machines.
        see: marks of the conflicts and differences that concern it.
        positions: the values stated.
        derived: what all statements together allow.
    """

    heading: str
    status: str
    state: str
    see: tuple[str, ...]
    positions: tuple[PositionPart, ...]
    derived: str


def account_parts(
    event: Event, conflicts: Sequence[Conflict], marks: Mapping[str, str]
) -> tuple[AccountPart, ...]:
    """Return what is said of an event, field by field; silent fields are left out.

    Args:
        event: the event.
        conflicts: the conflicts and differences that concern it.
        marks: the short name of each conflict, by its id.
    """
    spoken = [one for one in event.accounts if one.positions and one.status != "silent"]
    return tuple(_account(one, conflicts, marks) for one in spoken)


def _account(account: Account, conflicts: Sequence[Conflict], marks: Mapping[str, str]) -> AccountPart:
    ids = {claim.id for claim in account.claims}
    mine = [one for one in conflicts if _concerns(one, account, ids)]
    derived = account.bounds if len(account.positions) > 1 and account.status != "contested" else None
    return AccountPart(
        heading=_heading(account),
        status=_status(account),
        state=account.status,
        see=tuple(marks[one.id] for one in mine if one.id in marks),
        positions=tuple(_position(one) for one in account.positions),
        derived=f"all statements together allow {value_words(derived)} (derived)" if derived is not None else "",
    )


def _concerns(conflict: Conflict, account: Account, ids: set[str]) -> bool:
    return conflict.field == account.field and any(claim.id in ids for claim in conflict.claims)


def _status(account: Account) -> str:
    if account.status == "contested":
        return "contested"
    if account.status in ("agreed", "corroborated") and len(account.positions) > 1:
        return "differs, may all stand"
    return _STATUS[account.status]


def _heading(account: Account) -> str:
    if account.field == POLARITY:
        return "affirmed or denied"
    frame = [f"{_FRAME_WORDS.get(name, label(name))} {isolated(text)}" for name, text in account.frame]
    return " ".join([label(account.field), *frame])


def _position(position: Position) -> PositionPart:
    return PositionPart(
        value=_value(position),
        backers=_backers(position.claims),
        carried=_carried(position),
        beside=_beside(position),
    )


def _value(position: Position) -> str:
    words = value_words(position.value)
    return f"not: {words}" if position.denied and words != "denied" else words


def _backers(claims: Sequence[Claim]) -> tuple[Backer, ...]:
    grouped: dict[str, list[str]] = {}
    for claim in claims:
        grouped.setdefault(short_voice(claim), []).append(claim.id)
    return tuple(Backer(voice, tuple(ids)) for voice, ids in grouped.items())


def _carried(position: Position) -> str:
    outlets = [named(one) for one in position.carriers]
    through = f"through {listed(outlets, most=6)}" if outlets else ""
    return "; ".join(part for part in (through, _independence(position)) if part)


def _independence(position: Position) -> str:
    if position.independent_voices > 1:
        return f"{position.independent_voices} voices shown to be independent"
    return "not shown to be independent" if len(position.voices) > 1 else ""


def _beside(position: Position) -> str:
    entailed = [value_words(value) for value in position.entailed_by]
    fits = [value_words(value) for value in position.compatible_with]
    parts = (
        f"also said by {listed(entailed, word='or')}" if entailed else "",
        f"may stand beside {listed(fits)}" if fits else "",
    )
    return "; ".join(part for part in parts if part)
