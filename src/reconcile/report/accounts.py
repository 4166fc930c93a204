"""Prevent a tally from passing for proof: under each value stand its voices and carriers, told apart.

>>> from reconcile import Claim, reconcile
>>> event = reconcile([Claim(id="a", about="x", count=2, source="Rudaw")]).events[0]
>>> [(part.heading, part.positions[0].value) for part in account_parts(event, [], {})]
[('count', '2')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import Any, NamedTuple

from reconcile.claims import Claim
from reconcile.diff.model import POLARITIES, Account, Conflict, Event, Kind, Position
from reconcile.language.measures import measure
from reconcile.report.dates import date_words
from reconcile.report.values import unit_words, value_words
from reconcile.report.who import short_voice
from reconcile.report.words import counted, isolated, label, listed, named
from reconcile.values import Phase, Quantity

POLARITY = "polarity"
_FRAME_WORDS = {"of": "of", "scope": "scope", "places": "in", "unit": "in", "phase": "as"}


class Backer(NamedTuple):
    """One voice behind a position.

    Attributes:
        voice: who, and how surely.
        ids: the claims.
    """

    voice: str
    ids: tuple[str, ...]


class PositionPart(NamedTuple):
    """One value that is stated, and who stands behind it.

    Attributes:
        value: the value in words.
        backers: the voices with their claims; empty where they are those of the whole event.
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
        status: the status in words, or an empty string where one voice only speaks of it.
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


def account_parts(event: Event, conflicts: Sequence[Conflict], marks: Mapping[str, str]) -> tuple[AccountPart, ...]:
    """Return what is said of an event, field by field; silent fields are left out.

    Args:
        event: the event.
        conflicts: the conflicts and differences that concern it.
        marks: the short name of each conflict, by its id.
    """
    spoken = [one for one in event.accounts if one.positions and one.status != "silent"]
    shared = shared_backing(event) is not None
    telling = {
        field: _telling_parts([one for one in spoken if one.field == field]) for field in {o.field for o in spoken}
    }
    return tuple(_account(one, conflicts, marks, told=telling[one.field], shared=shared) for one in spoken)


def _telling_parts(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the parts of a frame that tell the accounts of one field apart, and the date of a figure."""
    frames = [dict(account.frame) for account in accounts]
    names = {name for frame in frames for name in frame}
    return frozenset(name for name in names if name == "as_of" or len({frame.get(name) for frame in frames}) > 1)


def shared_backing(event: Event) -> PositionPart | None:
    """Return who stands behind all that is said of an event, where every value has the same claims; else None."""
    groups = {position.ids for account in event.accounts for position in account.positions}
    if len(groups) != 1 or {claim.id for claim in event.claims} != set(*groups) or _denied(event):
        return None
    return _position(event.accounts[0].positions[0])


def backed_by(event: Event) -> str:
    """Return the words before those who stand behind all that is said: whether they are one voice or several."""
    voices = {claim.voice if claim.source.named else _hidden_in(claim) for claim in event.claims}
    return "all from" if len(voices) < 2 else "all from each of"


def unheard(event: Event) -> tuple[Backer, ...]:
    """Return the voices whose claims speak of an event without a value that is compared."""
    heard = {claim.id for account in event.accounts for claim in account.claims}
    return backers([claim for claim in event.claims if claim.id not in heard])


def _denied(event: Event) -> bool:
    return any(account.field == POLARITY for account in event.accounts)


def _seen(account: Account, conflicts: Sequence[Conflict], marks: Mapping[str, str]) -> tuple[str, ...]:
    ids = {claim.id for claim in account.claims}
    mine = [one for one in conflicts if _concerns(one, account) and any(claim.id in ids for claim in one.claims)]
    return tuple(marks[one.id] for one in mine if one.id in marks)


def _concerns(conflict: Conflict, account: Account) -> bool:
    if conflict.kind in (Kind.CONTRADICTION, Kind.DISCREPANCY) and account.status not in ("contested", "denied"):
        return False  # it is another figure of one of its claims that is in conflict
    return conflict.field == account.field or (conflict.kind is Kind.DENIAL and account.status == "denied")


def _account(
    account: Account, conflicts: Sequence[Conflict], marks: Mapping[str, str], *, told: frozenset[str], shared: bool
) -> AccountPart:
    several = len(account.positions) > 1
    derived = _as_stated(account) if several and account.status != "contested" else None
    parts = [_position(one, alone=not several) for one in account.positions]
    return AccountPart(
        heading=_heading(account, told=told),
        status=_status(account, conflicts),
        state=account.status,
        see=_seen(account, conflicts, marks),
        positions=tuple(part._replace(backers=(), carried="") if shared else part for part in parts),
        derived=f"all statements together allow {value_words(derived)} (derived)" if derived is not None else "",
    )


def _as_stated(account: Account) -> Any:  # noqa: ANN401 - bounds of any type
    """Return the derived bounds in the unit of the first position; they are worked out in the base unit."""
    stated, bounds = account.positions[0].value, account.bounds
    known = measure(stated.unit) if isinstance(stated, Quantity) and stated.unit is not None else None
    if known is None or not isinstance(bounds, Quantity):
        return bounds
    stated_in = {name: round(number / known.factor, 6) for name, number in _numbers(bounds)}
    return bounds.model_copy(update={**stated_in, "unit": stated.unit})


def _numbers(bounds: Quantity) -> Iterator[tuple[str, float]]:
    numbers = (("low", bounds.low), ("high", bounds.high), ("best", bounds.best))
    return ((name, number) for name, number in numbers if number is not None)


def _status(account: Account, conflicts: Sequence[Conflict]) -> str:
    several = len(account.positions) > 1
    if account.field == POLARITY:
        return "" if several else "affirmed by nobody here"
    match account.status:
        case "contested" | "denied":
            return account.status
        case "revised":
            return "changed over time"
        case "agreed" | "corroborated" if several:
            return "differs, all may stand"
        case "agreed" | "corroborated":
            return _agreed(account.positions[0])
        case _ if len({voice for one in account.positions for voice in one.voices}) > 1:
            if several and not _explained(account, conflicts):
                return "differs, and nobody can tell whether one excludes the other"
            return "differs, all may stand" if several else ""
        case _:
            return "differs, all may stand" if several else ""


def _explained(account: Account, conflicts: Sequence[Conflict]) -> bool:
    """Whether every two positions are known to stand beside each other: by their values, or by a difference."""
    told = [[set(side.ids) for side in one.positions] for one in conflicts if one.field == account.field]
    return all(_beside_one_another(a, b, told) for a, b in combinations(account.positions, 2))


def _beside_one_another(a: Position, b: Position, told: Sequence[Sequence[set[str]]]) -> bool:
    known = a.value in b.entailed_by or b.value in a.entailed_by or a.value in b.compatible_with
    if known and not isinstance(a.value, Phase):  # what is suspended has not agreed to be begun
        return True
    return any(
        not (left.isdisjoint(a.ids) or right.isdisjoint(b.ids))
        for sides in told
        for left, right in permutations(sides, 2)
    )


def _agreed(position: Position) -> str:
    if position.independent_voices > 1:
        return f"confirmed by {counted(position.independent_voices, 'independent voice')}"
    return "the voices agree, but are not shown to be independent" if len(position.voices) > 1 else ""


def _heading(account: Account, *, told: frozenset[str]) -> str:
    if account.field == POLARITY:
        return "affirmed or denied"
    frame = [_frame_words(account, name, text) for name, text in account.frame if name in told]
    return f"{label(account.field)} ({', '.join(frame)})" if frame else label(account.field)


def _frame_words(account: Account, name: str, text: str) -> str:
    if name == "as_of":
        dates = {date_words(claim.as_of) for claim in account.claims if claim.as_of is not None}
        return f"as of {listed(sorted(dates)) or isolated(text)}"
    if name == "unit":
        units = [one.value.unit for one in account.positions if isinstance(one.value, Quantity) and one.value.unit]
        return f"in {listed(dict.fromkeys(named(unit_words(one)) for one in units), word='or') or isolated(text)}"
    return f"{_FRAME_WORDS.get(name, label(name))} {isolated(text)}"


def _position(position: Position, *, alone: bool = True) -> PositionPart:
    return PositionPart(
        value=_value(position),
        backers=backers(position.claims),
        carried=_carried(position, alone=alone),
        beside=_beside(position),
    )


def _value(position: Position) -> str:
    words = value_words(position.value)
    return f"not: {words}" if position.denied and position.value not in POLARITIES else words


def backers(claims: Sequence[Claim]) -> tuple[Backer, ...]:
    """Return the voices behind claims, each with its claims.

    Args:
        claims: claims that state one value.
    """
    grouped: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        grouped.setdefault((short_voice(claim), _hidden_in(claim)), []).append(claim.id)
    return tuple(Backer(voice, tuple(ids)) for (voice, _), ids in grouped.items())


def _hidden_in(claim: Claim) -> str:
    """Return where a voice without a name stands: one of another document is another voice; a named one is itself."""
    return "" if claim.source.named else repr((claim.source.outlet, claim.source.document or f"claim {claim.id}"))


def _carried(position: Position, *, alone: bool) -> str:
    outlets = [named(one) for one in position.carriers]
    own = all(claim.source.kind == "own" for claim in position.claims)
    through = f"through {listed(outlets, most=6)}" if outlets and not own else ""
    return "; ".join(part for part in (through, "" if alone else _independence(position)) if part)


def _independence(position: Position) -> str:
    if position.independent_voices > 1:
        return f"{position.independent_voices} of them shown to be independent"
    return "not shown to be independent" if len(position.voices) > 1 else ""


def _beside(position: Position) -> str:
    if isinstance(position.value, Phase):  # everybody knows that what is completed was begun
        return ""
    entailed = [value_words(value) for value in position.entailed_by]
    fits = [value_words(value) for value in position.compatible_with]
    parts = (
        f"whoever says {listed(entailed, word='or')} says this too" if entailed else "",
        f"may be true beside {listed(fits)}" if fits else "",
    )
    return "; ".join(part for part in parts if part)
