"""Prevent a claim from getting lost between events: every claim has one home, a denial that of what it denies.

>>> from reconcile import Claim
>>> event_of([Claim(id="a", event_type="x.y", source="A")]).event_type
'x.y'
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from json.encoder import encode_basestring_ascii
from typing import Protocol, TypeVar

from reconcile.claims import Claim
from reconcile.diff.denials.attach import Reached, side
from reconcile.diff.denials.targets import denies_value, named_fields, nearest
from reconcile.diff.model import Account, Conflict, Event, Kind
from reconcile.diff.status import between, earliest, latest
from reconcile.diff.voices.lineage import Lineage
from reconcile.language import fold
from reconcile.values import Names, Period
from reconcile.values.moments import Span


class Homed(Protocol):
    """What of a claim decides where it is at home."""

    @property
    def id(self) -> str:
        """The claim's id."""
        ...

    @property
    def key(self) -> str | None:
        """The event key that the caller knows."""
        ...


H = TypeVar("H", bound=Homed)


def homes(
    affirmed: Sequence[H],
    denied: Sequence[H],
    labels: Sequence[int],
    reached: Mapping[str, tuple[Reached, ...]],
) -> list[list[H]]:
    """Return the claims of each event, denials put where what they deny is.

    Args:
        affirmed: the affirmed claims.
        denied: the denials.
        labels: for each affirmed claim, the number of its event.
        reached: what each denial reaches.

    Returns:
        Groups in an order that follows from their content. A denial goes to the event of its key, else to that of
        the claim it is most about, else to one of its own.
    """
    groups: dict[str, list[H]] = {}
    where: dict[str, str] = {}
    for claim, label in zip(affirmed, labels, strict=True):
        where[claim.id] = f"label {label}"
        if claim.key is not None:
            where[f"key {claim.key}"] = f"label {label}"
    for claim in affirmed:
        groups.setdefault(where[claim.id], []).append(claim)
    told = {one: nearest((r.claim, r.breadth, r.explicit) for r in targets) for one, targets in reached.items()}
    for denial in denied:
        groups.setdefault(_home(denial, where, told), []).append(denial)
    return sorted((sorted(g, key=lambda c: c.id) for g in groups.values()), key=lambda g: g[0].id)


def _home(denial: Homed, where: Mapping[str, str], told: Mapping[str, Claim | None]) -> str:
    """Return the group of a denial; one that denies a denial goes where that one goes."""
    seen: set[str] = set()
    one: Homed | None = denial
    while one is not None and one.id not in seen:
        if one.key is not None:
            return where.get(f"key {one.key}", f"key {one.key}")
        if one.id in where:
            return where[one.id]
        seen.add(one.id)
        one = told.get(one.id)
    return f"own {min(seen)}"


def event_of(claims: Sequence[Claim], accounts: tuple[Account, ...] = (), *, number: str = "") -> Event:
    """Return the event of a group of claims.

    Args:
        claims: its claims, by id, at least one.
        accounts: what they amount to.
        number: its `event_id`, where it is known.
    """
    event_type = _type(claims)
    return Event(
        id=number or event_id([claim.id for claim in claims]),
        event_type=event_type,
        label=_label(claims) or event_type or "",
        claims=tuple(claims),
        accounts=accounts,
        span=_span(claims),
    )


def event_id(claims: Sequence[str]) -> str:
    """Return the id of an event, a hash of the ids of its claims.

    >>> event_id(["a"])
    'e...'
    """
    text = f"[{', '.join(map(encode_basestring_ascii, claims))}]"  # as json.dumps writes it, many times faster
    return "e" + hashlib.sha256(text.encode()).hexdigest()[:16]


def _type(claims: Iterable[Claim]) -> str | None:
    types = [str(claim.event_type) for claim in claims if claim.event_type is not None]
    if len(set(types)) < 2:
        return types[0] if types else None
    counted = Counter(types)
    return min(counted, key=lambda name: (-counted[name], -name.count("."), name))


def _label(claims: Sequence[Claim]) -> str:
    texts = [claim.about.text for claim in claims if claim.about is not None and claim.polarity == "affirmed"]
    texts = texts or [claim.about.text for claim in claims if claim.about is not None]
    if len(set(texts)) < 2:
        return texts[0] if texts else ""
    folded = {text: fold(text) for text in texts}
    counted = Counter(folded[text] for text in texts)
    return min(folded, key=lambda text: (-counted[folded[text]], len(text), text))


def _span(claims: Iterable[Claim]) -> Period | None:
    known = [c.when for c in claims if c.when is not None and c.when.known and c.polarity == "affirmed"]
    if not known:
        return None
    return between(earliest(known, end=0), latest(known, end=1))


def with_denials(event: Event, denials: Iterable[Conflict], lineage: Lineage) -> Event:
    """Return the event with the status of its denied accounts, and an account of who affirms and who denies.

    Args:
        event: an event with its accounts.
        denials: all denials of the run.
        lineage: how names are resolved.
    """
    mine = [one for one in denials if event.id in one.events and one.kind is Kind.DENIAL]
    own = [claim for claim in event.claims if claim.polarity == "denied"]
    if not (mine or own):
        return event
    members = {claim.id for claim in event.claims}
    hit = {claim.id for one in mine for claim in one.positions[0].claims} & members
    accounts = [_denied(account, mine, lineage.names) for account in event.accounts]
    return replace(event, accounts=(*accounts, _polarity(event, mine, own, hit, lineage)))


def _denied(account: Account, denials: Sequence[Conflict], names: Names) -> Account:
    """Return the account, denied where a denial reaches one of its claims and speaks of no other field or value."""
    for one in denials:
        reached = {claim.id for claim in one.positions[0].claims}
        for position in account.positions:
            told = [claim for claim in position.claims if claim.id in reached]
            if any(
                _speaks_of(d, c, account.field, position.value, names) for c in told for d in one.positions[1].claims
            ):
                return replace(account, status="denied")
    return account


def _speaks_of(denial: Claim, claim: Claim, field: str, value: object, names: Names) -> bool:
    named = named_fields(denial, claim)
    return field in named if named else denies_value(denial, field, value, names=names)


def _polarity(event: Event, mine: Sequence[Conflict], own: Sequence[Claim], hit: set[str], lineage: Lineage) -> Account:
    of_denials = [one for one in mine if one.positions[0].denied]
    against = {c.id: c for one in mine if not one.positions[0].denied for c in one.positions[1].claims}
    doubled = {c.id: c for one in of_denials for c in one.positions[1].claims if c.polarity == "denied"}
    doubled = {name: claim for name, claim in doubled.items() if name not in against}
    against |= {c.id: c for c in own if c.id not in doubled}
    affirmed = [claim for claim in event.claims if claim.polarity == "affirmed" and claim.id not in against]
    sides = (
        side(affirmed, lineage, value="affirmed") if affirmed else None,
        side([*against.values()], lineage, value="denied") if against else None,
        side([*doubled.values()], lineage, value="denial denied") if doubled else None,
    )
    told = tuple(one for one in sides if one is not None)
    return Account("polarity", (), told, "denied" if hit else "single-voice", event=event.id)


def sorted_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in time order: when they took place, else when first spoken of; undated ones last.

    Args:
        events: the events in any order.
    """
    return tuple(sorted(events, key=time_of))


def time_of(event: Event) -> tuple[float, float, str]:
    """Return what events are sorted by: when it took place, else when first spoken of; then the first claim's id."""
    said = [claim.stated_at for claim in event.claims if claim.stated_at is not None and claim.stated_at.known]
    first = min((period.stated for period in said), default=None)
    return time_key(event.span.stated if event.span is not None else first, event.claims[0].id)


def time_key(span: Span | None, claim: str) -> tuple[float, float, str]:
    """Return what an event is sorted by.

    Args:
        span: its time, where it is known.
        claim: the id of its first claim.

    >>> time_key(None, "a")
    (inf, inf, 'a')
    """
    low, high = span or (math.inf, math.inf)
    return (low if low != -math.inf else high, high, claim)
