"""Prevent a statement from losing who said it, of what and how surely: a claim is one typed, frozen statement.

>>> c = Claim(event_type="coordination.centre", count=2, places=["Erbil", "Baghdad"], source="Rudaw")
>>> print(c.count, c.places, c.voice)
2 Erbil, Baghdad Rudaw
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from reconcile.claims.evidence import Evidence
from reconcile.claims.roles import check_tolerances, period_fields, value_types
from reconcile.claims.source import Source
from reconcile.errors import ClaimError
from reconcile.values import EventType, Parties, Period, Phase, Places, Quantity, Text
from reconcile.values.base import WRITTEN, Name, stated_fields
from reconcile.values.period import anchor

Polarity = Literal["affirmed", "denied"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Mode = Literal["fact", "conditional", "opinion", "obligation"]
ReferenceKind = Literal["denies", "corrects", "retracts", "confirms", "quotes"]


class Reference(BaseModel):
    """Another claim that a claim speaks of.

    Args:
        kind: what it does to the other.
        claim: the other's id.
        fields: the fields it speaks of; none means all.

    >>> Reference(kind="denies", claim="k24-03").kind
    'denies'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ReferenceKind
    claim: Name
    fields: tuple[Name, ...] = ()


def _one_or_many(value: object) -> str:
    return "many" if isinstance(value, list | tuple) else "one"


_Quantities = Annotated[
    Annotated[Quantity, Tag("one")] | Annotated[tuple[Quantity, ...], Field(min_length=1, max_length=100), Tag("many")],
    Discriminator(_one_or_many),
]


class Claim(BaseModel):
    """One statement: one voice says one thing about one event.

    Subclass it to add typed fields; a field's type decides how it is matched and compared (see `Disputed` and
    `Identity`). Only `source.outlet` and one of `event_type` and `about` are required.

    Args:
        id: a name for the claim; by default a hash of its content.
        event_type: what kind of event, as a dotted path.
        about: short wording, in any language.
        parties: who takes part.
        places: where.
        when: when the stated phase took place.
        due: when it is planned for.
        count: how many, or several counts of several things.
        as_of: the date of the figures.
        phase: how far it has come.
        polarity: `denied` claims assert none of their values.
        certainty: how sure the voice is; `possible` never contradicts.
        mode: only `fact` can contradict.
        source: who carried it and who said it; a plain string is the outlet.
        reported: when it was published.
        said: when the voice said it, if other.
        credibility: the claim's grade on the Admiralty scale, 1 (confirmed) to 5; 6 is unknown.
        refers: claims that it denies, corrects, retracts, confirms or quotes.
        evidence: where it stands in its document.
        key: an event key that the caller knows: equal keys join, different ones never do.
        part_of: the key of a larger event.

    Raises:
        pydantic.ValidationError: a field is missing, unknown or not readable.

    >>> class Opening(Claim):
    ...     opens: Period | None = None
    >>> print(Opening(about="centre opens", opens="2020-11", source="Rudaw").opens)
    2020-11
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    id: Annotated[str, Field(max_length=500, pattern=WRITTEN)] = ""
    event_type: EventType | None = None
    about: Text | None = None
    parties: Parties | None = None
    places: Places | None = None
    when: Period | None = None
    due: Period | None = None
    count: _Quantities | None = None
    as_of: Period | None = None
    phase: Phase | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    mode: Mode = "fact"
    source: Source
    reported: Period | None = None
    said: Period | None = None
    credibility: Annotated[int, Field(ge=1, le=6, strict=True)] | None = None
    refers: Annotated[tuple[Reference, ...], Field(max_length=1000)] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=1000)] = ()
    key: Name | None = None
    part_of: Name | None = None

    if TYPE_CHECKING:  # a name, a figure or a text stands for its value: "source": "Rudaw", "count": 2

        def __init__(self, **fields: Any) -> None: ...  # noqa: ANN401

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - whatever class keywords are given
        """Refuse a class whose fields are marked with what they cannot use."""
        super().__pydantic_init_subclass__(**kwargs)
        check_tolerances(cls)

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        if not isinstance(data, dict):
            return data
        given = cast("dict[str, Any]", data)
        filled = {n: v for n, v in given.items() if not _is_gap(v) or n in _takes_empty(cls, v is None)}
        for name in _count_or_time(cls) & filled.keys():
            filled[name] = as_count(cls, name, filled[name])
        dated = [name for name in period_fields(cls) if name != "reported" and isinstance(filled.get(name), str)]
        return _with_dates(filled, dated) if dated else filled

    @model_validator(mode="after")
    def _identified(self) -> Self:
        if self.event_type is None and self.about is None:
            raise ClaimError("a claim about nothing", repair="give event_type or about")
        if not self.id:
            object.__setattr__(self, "id", content_id(self))
        return self

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show what is stated, not what is left at its default."""
        return stated_fields(self)

    @property
    def voice(self) -> str:
        """Who asserts it: the organization, else the speaker, else the outlet."""
        return self.source.voice

    @property
    def counts(self) -> tuple[Quantity, ...]:
        """All stated counts."""
        return () if self.count is None else (self.count,) if isinstance(self.count, Quantity) else self.count

    @property
    def stated_at(self) -> Period | None:
        """When it was said: `said`, else `reported`."""
        return self.said or self.reported

    @property
    def asserts(self) -> bool:
        """Whether it can contradict: affirmed or denied as a fact, and more than possible."""
        return self.mode == "fact" and self.certainty in ("certain", "probable")

    def to_json(self) -> str:
        """Return the claim as one line of JSON; what was left out stays out.

        >>> Claim(id="a", about="x", source="Rudaw").to_json()
        '{"id":"a","about":{"text":"x"},"source":{"outlet":"Rudaw"}}'
        """
        return self.model_dump_json(exclude_defaults=True)


def _is_gap(value: object) -> bool:
    return value is None or (isinstance(value, list) and not value)


def as_count(claim_type: type[Claim], name: str, value: Any) -> Any:  # noqa: ANN401 - any entry
    """Return a bare number as a `Quantity` where a field takes quantities and periods; all else as it is.

    Args:
        claim_type: the class of the claim.
        name: the field.
        value: what was written.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and name in _count_or_time(claim_type):
        return Quantity.model_validate(value)
    return value


@lru_cache(maxsize=256)
def _count_or_time(claim_type: type[Claim]) -> frozenset[str]:
    fields = claim_type.model_fields.items()
    return frozenset(name for name, info in fields if {Quantity, Period} <= set(value_types(info.annotation)))


def content_id(claim: Claim) -> str:
    """Return the id of a claim that was given none: a hash of its content."""
    written = claim.model_dump_json(exclude_defaults=True, exclude={"id"})
    return "c" + hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=256)
def _takes_empty(claim_type: type[Claim], none: bool) -> frozenset[str]:  # noqa: FBT001 - which of the two
    """Return the user's own fields of which None, or else an empty list, is a value as written and no gap."""
    own = {n: f for n, f in claim_type.model_fields.items() if n not in Claim.model_fields}
    if none:
        return frozenset(n for n, f in own.items() if f.default is not None and type(None) in get_args(f.annotation))
    lists = (list, tuple, set, frozenset)
    return frozenset(n for n, f in own.items() if get_origin(f.annotation) in lists)


def _with_dates(data: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Read dates that may be relative to the day of the report; what cannot be read is left for the field's error."""
    try:
        reported: dt.date | None = anchor(Period.parse(r) if isinstance(r := data.get("reported"), str) else _period(r))
    except ClaimError:
        reported = None
    if reported is None:
        return data
    for name in names:
        try:
            data[name] = Period.parse(data[name], reported=reported)
        except ClaimError:
            continue
    return data


def _period(value: object) -> Period | dt.date | None:
    if isinstance(value, dict):
        try:
            return Period.model_validate(value)
        except ValueError:
            return None
    return value if isinstance(value, Period | dt.date) else None
