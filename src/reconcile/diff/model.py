"""Prevent a verdict without its evidence: every conflict holds the positions, the voices and the readings behind it.

>>> Reading("rounding", "987 rounds to 1,000").kind
'rounding'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, get_args

from reconcile.claims import Claim
from reconcile.errors import ClaimError, shown
from reconcile.values import Period

Status = Literal["denied", "contested", "revised", "corroborated", "agreed", "single-voice", "silent"]
Breadth = Literal["whole", "partial", "unknown"]
Polar = Literal["affirmed", "denied", "denial denied", "retracted"]
POLARITIES: tuple[str, ...] = get_args(Polar)
Independence = Literal["independent", "dependent", "unknown"]


class Kind(StrEnum):
    """How two positions stand, sharp to soft; the first three are conflicts, the last two differences.

    >>> [kind.value for kind in Kind if kind.is_conflict]
    ['denial', 'contradiction', 'discrepancy']
    """

    DENIAL = "denial"
    CONTRADICTION = "contradiction"
    DISCREPANCY = "discrepancy"
    REVISION = "revision"
    DIFFERENCE = "difference"

    @property
    def is_conflict(self) -> bool:
        """Whether the positions cannot all be true, or lists differ, or one denies the other."""
        return self in (Kind.DENIAL, Kind.CONTRADICTION, Kind.DISCREPANCY)


class Why(StrEnum):
    """The kinds of readings: why differing values may both stand.

    >>> Why.OPEN_LIST.value
    'open list'
    """

    OTHER_THING = "other thing counted"
    PART = "part of whole"
    SUM = "sum of parts"
    SIZE = "size of the list"
    UNSTATED = "scope unstated"
    PRECISION = "precision"
    CONTAINMENT = "containment"
    ROUNDING = "rounding"
    APPROXIMATION = "approximation"
    OPEN_LIST = "open list"
    LATER = "later figure"
    MOVED = "phase moved on"
    CORRECTED = "same voice corrected"
    ORIGIN = "same origin"
    PLANNED = "planned against done"
    ORDER = "order of statements unknown"
    OTHER_DATE = "other date"
    OTHER_PHASE = "other phase"
    OTHER_PLACES = "other places listed"
    TOLERANCE = "within tolerance"
    NOT_ASSERTED = "not asserted as fact"
    BEST = "bounds with a best value"
    INCREMENT = "an addition, not a total"
    RULING = "ruled by a person"
    AUTHORITY = "authority denied"
    FELL = "a growing figure fell"
    MIDNIGHT = "around midnight"
    ANNOUNCED = "day of the announcement"


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """A stated reason, with its arithmetic, why differing values may both stand.

    Attributes:
        kind: one of `Why`.
        text: the reason in words, with the arithmetic.
        certain: whether it follows from what is stated; else it is only possible.
        claims: ids of the claims it is about; none means all of the conflict.
        figures: the arithmetic alone, for every language ("3 + 2 = 5"), where there is any.

    >>> str(Reading("sum of parts", "3 + 2 = 5"))
    '3 + 2 = 5 (possible)'
    """

    kind: str
    text: str
    certain: bool = False
    claims: tuple[str, ...] = ()
    figures: str = ""

    def __str__(self) -> str:
        return self.text if self.certain else f"{self.text} (possible)"

    def about(self, claims: tuple[str, ...]) -> Reading:
        """Return the same reason, about other claims."""
        return self if self.claims == claims else Reading(self.kind, self.text, self.certain, claims, self.figures)


@dataclass(frozen=True, slots=True)
class Position:
    """In one account, the claims that state equal values.

    Attributes:
        value: the value, as somebody stated it.
        claims: those who state it, by id.
        voices: the named voices behind it, by name, without unnamed and collective ones.
        carriers: the outlets that attest it first-hand; outlets that share an origin count once.
        independent_voices: how many of the voices are shown to be independent of each other.
        independent_carriers: how many of the carriers are.
        entailed_by: values of other positions that say this one, and more.
        compatible_with: values of other positions that may be true beside this one.
        first_said: the earliest statement, if dated.
        last_said: the latest statement, if dated.
        denied: the claims deny the value.
        index: the place of the value among the values that the first claim states in the field.

    >>> claim = Claim(id="a", about="x", count=2, source="Rudaw")
    >>> Position(claim.count, (claim,)).ids
    ('a',)
    """

    value: Any
    claims: tuple[Claim, ...]
    voices: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    independent_voices: int = 0
    independent_carriers: int = 0
    entailed_by: tuple[Any, ...] = ()
    compatible_with: tuple[Any, ...] = ()
    first_said: Period | None = None
    last_said: Period | None = None
    denied: bool = False
    index: int = 0

    def __repr__(self) -> str:
        """Show the value and who states it, not the claims in full."""
        return f"Position({_value(self)}: {', '.join(self.ids)})"

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(claim.id for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Account:
    """One field of one event in one frame: its positions and how they stand to each other.

    Attributes:
        field: the field.
        frame: what the values are said of: the parts of the frame that are stated, as text.
        positions: the differing values, most claims first.
        status: denied > contested > revised > corroborated > agreed > single-voice > silent.
        bounds: what all statements together allow, derived, or None where no value satisfies all.
        event: the event's id.

    >>> Account("count", (("of", "killed"),), (), "silent").claims
    ()
    """

    field: str
    frame: tuple[tuple[str, str], ...]
    positions: tuple[Position, ...]
    status: Status
    bounds: Any = None
    event: str = ""

    def __repr__(self) -> str:
        """Show the field, its frame and the values."""
        frame = "".join(f", {name} {part}" for name, part in self.frame)
        return f"Account({self.field}{frame}: {_values(self.positions)}; {self.status})"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that speak in this account."""
        return tuple(claim for position in self.positions for claim in position.claims)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Positions that cannot all be true, that list other things, deny one another, or only seem to.

    Attributes:
        id: a hash of its content.
        kind: `denial`, `contradiction`, `discrepancy`, `revision` or `difference`.
        events: the ids of the events concerned.
        field: the field, or `polarity` for a denial.
        positions: two or more; of a denial, what is denied first, then the denial.
        readings: why the values may both stand.
        severity: 0 to 1; readings lower it.
        breadth: of a denial, whether it reaches all of what it denies.
        same_voice: one voice stands on both sides.
        same_document: one document carries both sides.
        same_outlet: one outlet carries both sides.

    >>> Conflict("k1", Kind.CONTRADICTION, ("e1",), "count", ()).kind.is_conflict
    True
    """

    id: str
    kind: Kind
    events: tuple[str, ...]
    field: str
    positions: tuple[Position, ...]
    readings: tuple[Reading, ...] = ()
    severity: float = 0.0
    breadth: Breadth | None = None
    same_voice: bool = False
    same_document: bool = False
    same_outlet: bool = False

    def __repr__(self) -> str:
        """Show the kind, the field and the values; `print` tells who says what, and why both may stand."""
        return f"Conflict({self.id}: {self.kind} in {self.field}, {_values(self.positions)}; severity {self.severity})"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims concerned, in the order of the positions."""
        return tuple(claim for position in self.positions for claim in position.claims)

    def explain(self, *, language: Literal["en", "ar"] = "en") -> str:
        """Return one or two sentences that name who says what, when and through whom, and every reading.

        Args:
            language: English or Arabic.

        Raises:
            ClaimError: the language is neither.
        """
        if language not in ("en", "ar"):
            raise ClaimError(f"no language {shown(language)}", repair="give en or ar")
        if language == "ar":
            from reconcile.report.arabic.explain_ar import explain_in_arabic

            return explain_in_arabic(self)
        from reconcile.report.explain import explain_conflict

        return explain_conflict(self)

    def __str__(self) -> str:
        return self.explain()


@dataclass(frozen=True, slots=True)
class Event:
    """The occurrence that aligned claims speak of.

    Attributes:
        id: a hash of its claims.
        event_type: the most special type that the claims state, or None.
        label: the wording most claims use.
        claims: its claims by id, denials among them.
        accounts: one per compared field and frame.
        span: when it took place, as far as the claims tell: the stated times together.

    >>> Event("e1", "assault", "Shelling of a market", ()).account("count")
    ()
    """

    id: str
    event_type: str | None
    label: str
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...] = field(default=())
    span: Period | None = None

    def __repr__(self) -> str:
        """Show what it is, and how much there is of it."""
        from reconcile.report.words import counted

        sizes = f"{counted(len(self.claims), 'claim')}, {counted(len(self.accounts), 'account')}"
        return f"Event({self.id}: {self.label or self.event_type!r}, {sizes})"

    def account(self, name: str) -> tuple[Account, ...]:
        """Return the accounts of field `name`."""
        return tuple(account for account in self.accounts if account.field == name)


def _values(positions: Iterable[Position]) -> str:
    return " | ".join(map(_value, positions))


def _value(position: Position) -> str:
    return f"not {position.value}" if position.denied and position.value not in POLARITIES else str(position.value)
