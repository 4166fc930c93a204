"""Prevent "October" from contradicting "13 October": a date is an interval of what was said, never a made-up instant.

>>> Period.parse("2020-10-13").relate(Period.parse("2020-10"))
<Relation.NARROWER: 'narrower'>
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeGuard, cast

from pydantic import model_validator

from reconcile.errors import ClaimError, shown
from reconcile.values.base import FrozenValue, Words
from reconcile.values.moments import DAY, Span, ends, overlap_gap, widened, zone_room
from reconcile.values.relation import Relation, alien

if TYPE_CHECKING:
    from reconcile.language import DateReading

Moment = dt.datetime | dt.date
Kind = Literal["within", "throughout"]


class Period(FrozenValue):
    """One time inside an interval (`within`), or a span from its start to its end (`throughout`).

    Args:
        lower: the first day or moment it can be; None is open or unknown. `Period("2020-10")` reads EDTF.
        upper: the last one, inclusive; None is open or unknown.
        approximate: said with "about": what is compared is wider by the precision stated, the bounds stay.
        uncertain: the source doubts it: never excludes anything.
        kind: `within` or `throughout`.
        part: `early`, `mid` or `late` where it was said so.
        starts_by: of a span, the last moment it can have begun ("since 2018": 2018-12-31).
        ends_from: of a span, the first moment it can have ended.
        raw: the text it was read from.

    Raises:
        ValueError: `lower` is after `upper`, or a bound is no date.

    >>> print(Period("2020-10"), Period("2020-10-01", "2020-10-10"))
    2020-10 2020-10-01/2020-10-10
    """

    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = ({"type": "string"},)

    lower: Moment | None = None
    upper: Moment | None = None
    approximate: bool = False
    uncertain: bool = False
    kind: Kind = "within"
    part: Literal["early", "mid", "late"] | None = None
    starts_by: Moment | None = None
    ends_from: Moment | None = None
    raw: Words | None = None

    def __init__(self, lower: Any = None, upper: Any = None, /, **fields: Any) -> None:  # noqa: ANN401
        if upper is None and lower is not None:
            given = cast("dict[str, Any]", lower) if isinstance(lower, dict) else _whole(lower)
            fields = {**given, **fields}
        elif upper is not None:
            fields = {"lower": lower, "upper": upper, **fields}
        super().__init__(**fields)

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        if isinstance(data, str | dt.date) or _is_year(data):
            return _whole(data)
        if isinstance(data, dict):
            given = cast("dict[str, Any]", data)
            return {key: _edge(key, value) for key, value in given.items()}
        return data

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        low, high = self.stated
        if low > high:
            raise ClaimError(
                f"the period ends ({self.upper}) before it begins ({self.lower})", repair="swap the bounds"
            )
        if self.starts_by is None and self.ends_from is None:
            return self
        if self.kind == "within":
            raise ClaimError("starts_by and ends_from are of spans", repair='set kind to "throughout"')
        for first, last in ((self.lower, self.starts_by), (self.ends_from, self.upper)):
            if ends(first, last)[0] > ends(first, last)[1]:
                raise ClaimError(f"an end of the span lies between {first} and {last}", repair="swap the two")
        return self

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        reported: str | dt.date | Period | None = None,
        locale: str | None = None,
        kind: Kind | None = None,
    ) -> Self:
        """Return the period that `text` states: EDTF, or as a report writes it in Arabic, Kurdish or English.

        Args:
            text: "2020-10~", "late June 2014", "١٣ تشرين الأول ٢٠٢٠", "مساء الاربعاء".
            reported: the day of the report, from which relative words count. Without it a relative phrase is kept
                as raw text with unknown bounds.
            locale: decides what is ambiguous without one ("03/04/2020").
            kind: how to take an EDTF interval; by default one time inside it.

        Raises:
            ClaimError: the text is no date, or more than one reading is possible.

        >>> print(Period.parse("late June 2014"), Period.parse("last week"))
        2014-06-21/2014-06-30 unknown
        """
        if not isinstance(text, str):
            raise ClaimError(f"not a text: {shown(text)}", where="when", repair="give a string")
        try:
            if kind is not None:
                return cls(**_fields(_read_edtf(text, kind), raw=text))
            return cls(**_fields(_read(text, anchor(reported), locale), raw=text))
        except ClaimError:
            raise
        except ValueError as error:
            raise ClaimError(f"cannot read {shown(text)} as a date", where="when", repair=str(error)) from None

    @property
    def known(self) -> bool:
        """Whether at least one bound is known."""
        return self.lower is not None or self.upper is not None

    @property
    def stated(self) -> Span:
        """The stated bounds as microseconds since year 1, an open side as infinity."""
        return ends(self.lower, self.upper)

    @property
    def compared(self) -> Span:
        """The bounds that comparison uses: wider by the stated precision where the date is approximate."""
        return widened(self.stated) if self.approximate else self.stated

    @property
    def edtf(self) -> str:
        """The period in EDTF (ISO 8601-2), or "unknown"."""
        if not self.known:
            return "unknown"
        edges = (self.lower, self.upper, self.starts_by, self.ends_from)
        # Two moments in two zones may be equal and written otherwise: only what days say is kept.
        write = _written if any(isinstance(edge, dt.datetime) for edge in edges) else _days_written
        return write(*edges, self.approximate, self.uncertain, self.kind)

    def relate(self, other: Period, /) -> Relation:
        """Return how this period stands to `other`.

        >>> Period.parse("since 2018").relate(Period.parse("since 2019"))
        <Relation.EXCLUSIVE: 'exclusive'>
        """
        if alien(other, Period) or not (self.known and other.known):
            return Relation.UNKNOWN
        if self.kind == other.kind == "throughout":
            return self._relate_spans(other)
        (low, high), (low_2, high_2) = self.compared, other.compared
        apart = self._apart(other) and not (self.uncertain or other.uncertain)
        if self.kind != other.kind:
            return Relation.of(forward=False, backward=False, apart=apart)
        return Relation.of(
            forward=low_2 <= low and high <= high_2 and self.uncertain <= other.uncertain,
            backward=low <= low_2 and high_2 <= high and other.uncertain <= self.uncertain,
            apart=apart,
        )

    def _apart(self, other: Period) -> bool:
        """Whether no zone makes the two meet: a time with a zone may fall on the day before or after a bare day."""
        (low, high), (low_2, high_2) = self.compared, other.compared
        before, after = zone_room(self._zoned, other._zoned)
        return high + before < low_2 or high_2 + after < low

    @property
    def _zoned(self) -> bool:
        moments = (self.lower, self.upper)
        return any(isinstance(m, dt.datetime) and m.utcoffset() is not None for m in moments)

    def _relate_spans(self, other: Period) -> Relation:
        mine, theirs = self._span_key, other._span_key
        if mine == theirs:
            return Relation.EQUAL
        if self.uncertain or other.uncertain:
            return Relation.COMPATIBLE
        apart = any(high < low_2 or high_2 < low for (low, high), (low_2, high_2) in zip(mine, theirs, strict=True))
        return Relation.EXCLUSIVE if apart else Relation.COMPATIBLE

    @property
    def _span_key(self) -> tuple[Span, Span]:
        both = ends(self.lower, self.starts_by or self.lower), ends(self.ends_from or self.upper, self.upper)
        return (widened(both[0]), widened(both[1])) if self.approximate else both

    def similarity(self, other: Period, /) -> float | None:
        """Return 1 where the periods meet, else 1 / (1 + days apart); None where one is unknown.

        >>> Period("2020-10-13").similarity(Period("2020-10-14"))
        0.5
        """
        if alien(other, Period) or not (self.known and other.known):
            return None
        days = -(-overlap_gap(self.compared, other.compared) // DAY)
        return 1.0 / (1.0 + days)

    def blocking_keys(self) -> frozenset[str]:
        """Return the months touched, at most 24; a longer or open period blocks on nothing."""
        if self.lower is None or self.upper is None:
            return frozenset()
        first, last = (m.year * 12 + m.month - 1 for m in (self.lower, self.upper))
        if last - first >= 24:
            return frozenset()
        return frozenset(f"month:{m // 12:04d}-{m % 12 + 1:02d}" for m in range(first, last + 1))

    def __str__(self) -> str:
        if not self.known:
            return "unknown"
        return f"throughout {self.edtf}" if self.kind == "throughout" else self.edtf


def anchor(reported: str | dt.date | Period | None) -> dt.date | None:
    """Return the one day that `reported` names, or None where it names no single day.

    >>> anchor("2020-10"), anchor(Period("2020-10-13"))
    (None, datetime.date(2020, 10, 13))
    """
    if isinstance(reported, str):
        reported = Period.parse(reported)
    if isinstance(reported, Period):
        low, high = (_day(m) for m in (reported.lower, reported.upper))
        return low if low == high else None
    return _day(reported)


@lru_cache(maxsize=1 << 16)
def _read(text: str, reported: dt.date | None = None, locale: str | None = None) -> DateReading:
    """Read a date; the same few texts come back in claim after claim."""
    from reconcile.language import read_date

    return read_date(text, reported=reported, locale=locale)


@lru_cache(maxsize=1 << 16)
def _read_edtf(text: str, kind: Kind = "within") -> DateReading:
    from reconcile.language import read_edtf

    return read_edtf(text, kind=kind)


def _written(
    lower: Moment | None, upper: Moment | None, starts_by: Moment | None, ends_from: Moment | None,
    approximate: bool, uncertain: bool, kind: Kind,  # noqa: FBT001 - the parts of a reading
) -> str:  # fmt: skip
    from reconcile.language import DateReading, write_edtf

    reading = DateReading(
        lower=lower, upper=upper, approximate=approximate, uncertain=uncertain, kind=kind, starts_by=starts_by,
        ends_from=ends_from,
    )  # fmt: skip
    return write_edtf(reading)


_days_written = lru_cache(maxsize=1 << 14)(_written)


def _day(moment: Moment | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _fields(reading: DateReading, *, raw: str) -> dict[str, Any]:
    return {**reading._asdict(), "raw": raw}


def _is_year(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _whole(lower: object) -> dict[str, Any]:
    if isinstance(lower, str):
        return _fields(_read(lower), raw=lower)
    if _is_year(lower):  # never the seconds since 1970 for which pydantic would take it
        return _fields(_read_edtf(f"{lower:04d}"), raw=str(lower))
    return {"lower": lower, "upper": lower}


def _edge(key: str, value: Any) -> Any:  # noqa: ANN401 - one field of untrusted input
    if key not in _EDGES or not (isinstance(value, str) or _is_year(value)):
        return value
    reading = _read_edtf(value if isinstance(value, str) else f"{value:04d}")
    return reading.lower if key in ("lower", "ends_from") else reading.upper


_EDGES = frozenset({"lower", "upper", "starts_by", "ends_from"})
