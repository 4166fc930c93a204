"""Prevent a reader from being tested with two kinds of broken input: records with one bad field each, and its repair.

>>> from hypothesis import find
>>> bad = find(bad_claims(), lambda bad: bad.field == "count")
>>> bad.data["count"], bad.repair
({'low': 1, 'high': 0}, 'swap')
"""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconcile.strategies.arguments import check_type
from reconcile.values import Quantity
from reconcile.values.quantity import LIMIT


class BadClaim(NamedTuple):
    """A record, as JSON would give it, with one fault.

    Attributes:
        data: the record.
        field: the path of the bad field, as an error should name it.
        repair: words that the repair of the error should have in it, in lower case.
        mended: the same record with the fault mended.

    >>> BadClaim({}, "source", "give it", {"source": "A"}).field
    'source'
    """

    data: dict[str, Any]
    field: str
    repair: str
    mended: dict[str, Any]


Fault = SearchStrategy[BadClaim]


def bad_claims(*, allow_nan: bool = True) -> SearchStrategy[BadClaim]:
    """Return JSON-like records with the field that is bad in each, and the repair that an error should tell.

    Args:
        allow_nan: whether NaN and infinity may stand among the data, as some writers of JSON put them there.

    Raises:
        InvalidArgument: `allow_nan` is not True or False.

    >>> from hypothesis import find
    >>> find(bad_claims(), lambda bad: bad.field == "source.outlet").repair
    'give it'
    """
    check_type(allow_nan, bool, "allow_nan")
    faults = [*_of_counts(), *_of_times(), *_of_places(), *_of_names(), *_of_sources(), *_of_choices()]
    faults += [_not_finite()] if allow_nan else []
    return st.one_of(faults)


def _good() -> dict[str, Any]:
    return {"event_type": "coordination.centre", "about": "two centres agreed", "source": {"outlet": "A"}}


def _bad(field: str, value: Any, *, repair: str, mended: Any) -> BadClaim:  # noqa: ANN401 - any JSON
    """Return the fault of a top-level field, or of the path `field` where it leads into that one."""
    top = field.partition(".")[0].partition("[")[0]
    return BadClaim({**_good(), top: value}, field, repair, {**_good(), top: mended})


def _fault(values: SearchStrategy[Any], field: str, *, repair: str, mended: Any) -> Fault:  # noqa: ANN401
    return values.map(lambda value: _bad(field, value, repair=repair, mended=mended))


def _of_counts() -> list[Fault]:
    gaps = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6))
    return [
        gaps.map(
            lambda two: _bad(
                "count",
                {"low": two[0] + two[1], "high": two[0]},
                repair="swap",
                mended={"low": two[0], "high": two[0] + two[1]},
            )
        ),
        gaps.map(
            lambda two: _bad(
                "count",
                {"low": 0, "high": two[0], "best": two[0] + two[1]},
                repair="widen",
                mended={"low": 0, "high": two[0] + two[1], "best": two[0] + two[1]},
            )
        ),
        _fault(st.integers(LIMIT + 1, 10 * LIMIT).map(lambda n: {"low": n}), "count.low", repair="at most", mended=1),
        _fault(st.sampled_from([True, False]), "count", repair="number", mended=1),
        _fault(st.just({"low": "five"}), "count.low", repair="digits", mended={"low": 5}),
    ]


def _not_finite() -> Fault:
    odd = st.sampled_from([float("nan"), float("inf"), float("-inf")])
    return _fault(odd.map(lambda x: {"low": x}), "count.low", repair="", mended=Quantity(1).model_dump())


def _of_times() -> list[Fault]:
    years = st.tuples(st.integers(1000, 9000), st.integers(1, 900))
    return [
        years.map(
            lambda two: _bad(
                "when",
                {"lower": str(two[0] + two[1]), "upper": str(two[0])},
                repair="swap",
                mended={"lower": str(two[0]), "upper": str(two[0] + two[1])},
            )
        ),
        _fault(st.sampled_from(["2020-13", "2021-02-30", "2020-10-32"]), "when", repair="", mended="2020-10"),
        _fault(st.just({"kind": "forever", "lower": "2020"}), "when.kind", repair="within", mended="2020"),
    ]


def _of_places() -> list[Fault]:
    far = st.floats(90.5, 1e6) | st.floats(-1e6, -90.5)
    return [
        _fault(
            far.map(lambda lat: [{"name": "Erbil", "lat": lat, "lon": 44}]), "places[0].lat", repair="write a number",
            mended=["Erbil"],
        ),
        _fault(st.just([{"name": "Erbil", "lat": 36.2}]), "places", repair="both lat and lon", mended=["Erbil"]),
        _fault(st.sampled_from(["", " ", "\t\n"]).map(lambda name: [name]), "places", repair="write", mended=["Erbil"]),
    ]  # fmt: skip


def _of_names() -> list[Fault]:
    slips = {"coutn": "count", "palces": "places", "phse": "phase", "reportd": "reported", "event-typ": "event_type"}
    values: dict[str, Any] = {"count": 2, "places": ["Erbil"], "phase": "agreed", "reported": "2020-10-13"}
    return [
        st.sampled_from(sorted(slips)).map(
            lambda slip: BadClaim(
                {**_good(), slip: values.get(slips[slip], "x")},
                slip,
                slips[slip],
                {**_good(), slips[slip]: values.get(slips[slip], "x")},
            )
        )
    ]


def _of_sources() -> list[Fault]:
    return [
        st.just(BadClaim({"about": "x"}, "source", "", {"about": "x", "source": "A"})),
        _fault(st.just({"speaker": "S"}), "source.outlet", repair="give it", mended={"outlet": "A", "speaker": "S"}),
        _fault(
            st.sampled_from(["G", "a", "1"]).map(lambda grade: {"outlet": "A", "reliability": grade}),
            "source.reliability", repair="one of", mended={"outlet": "A"},
        ),
        st.just(BadClaim({"source": "A"}, "", "event_type or about", {"source": "A", "about": "x"})),
    ]  # fmt: skip


def _of_choices() -> list[Fault]:
    return [
        _fault(st.sampled_from(["affirm", "no", ""]), "polarity", repair="affirmed", mended="affirmed"),
        _fault(st.sampled_from(["agred", "done", ""]), "phase", repair="agreed", mended="agreed"),
        _fault(st.integers(7, 99) | st.integers(-99, 0), "credibility", repair="write a number", mended=6),
        _fault(st.just([{"kind": "denys", "claim": "c"}]), "refers", repair="denies", mended=[]),
        _fault(
            st.just([{"start": 9, "end": 3, "sha256": "0" * 64}]), "evidence", repair="swap",
            mended=[{"start": 3, "end": 9, "sha256": "0" * 64}],
        ),
    ]  # fmt: skip
