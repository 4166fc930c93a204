"""Values that records write alike are read once: the claims and the errors are those of reading each by itself."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import model_validator

from reconcile import Claim
from reconcile.errors import ClaimError
from reconcile.io.records import claim_from
from reconcile.io.sharing import Sharing, shareable

WRITTEN: dict[str, list[Any]] = {
    "event_type": ["clash", "Clash", 3],
    "parties": [["UN"], ["UN", {"name": "ISIL", "role": "actor"}], [], "UN"],
    "places": [["Erbil"], ["Erbil", "Mosul"], "Erbil", {"items": ["Erbil"], "complete": True}, [1]],
    "when": ["2020-10-13", "yesterday", "2020", {"lower": "2020-10-13"}, "soon"],
    "said": ["yesterday", "2020-10-13"],
    "reported": ["2020-10-13", "2020-10-20", "13/10/2020", None],
    "count": [2, True, 2.0, "2", {"low": 5, "high": 3}, {"low": 2, "of": "killed"}, [2, 3]],
    "phase": ["begun", "no phase"],
    "source": ["Rudaw", {"outlet": "Rudaw"}, {"outlet": "Rudaw", "via": ["AP"]}, {}],
    "polarity": ["denied", "no"],
    "credibility": [1, True, 9],
}


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(WRITTEN)), unique=True, max_size=6))
    return {"about": "x", "source": "NRT"} | {name: draw(st.sampled_from(WRITTEN[name])) for name in names}


@given(st.lists(records(), max_size=8))
def test_shared_reading_is_reading(rows: list[dict[str, Any]]) -> None:
    shared = Sharing()
    for row in rows:
        assert told(row, shared) == told(row, None)


def told(row: dict[str, Any], shared: Sharing | None) -> object:
    """Return the claim with what was set in it, or the errors."""
    try:
        claim = claim_from(row, where="line 1", shared=shared)
    except ClaimError as error:
        return [str(one) for one in error.errors]
    return claim, claim.model_dump(exclude_unset=True), claim.model_fields_set


def test_a_class_that_looks_at_what_is_written_shares_nothing() -> None:
    class Careful(Claim):
        @model_validator(mode="before")
        @classmethod
        def _look(cls, data: Any) -> Any:
            return data

    class Wider(Claim):
        staff: int | None = None

    assert shareable(Careful) == frozenset()
    assert "places" in shareable(Wider)
    assert "staff" not in shareable(Wider)
