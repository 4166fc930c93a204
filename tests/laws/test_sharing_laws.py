"""Laws of reading with values that are shared: claims and errors are those of reading each record by itself."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, ConfigDict, Field, PrivateAttr, ValidationInfo, field_validator, model_validator

from reconcile import Claim, Disputed, Period, Places, Quantity
from reconcile import strategies as rs
from reconcile.errors import ClaimError
from reconcile.io.records import claim_from
from reconcile.io.sharing import Sharing
from reconcile.io.untouched import untouched
from reconcile.strategies.about import CHARACTERS

NAMES = st.sampled_from(["Erbil", "أربيل", "", " ", "a\x00", "a\u200db", "x" * 501, 1, True, None, "('Erbil',)"])
DATES = st.sampled_from(
    ["2020-10-13", "2020-10-20", "yesterday", "13/10/2020", "2020", 2020, "soon", None, [], {"lower": "2020-10-13"}]
)
LISTS = st.one_of(
    NAMES,
    st.lists(NAMES, max_size=2),
    st.sampled_from([{"items": ["Erbil"], "complete": True}, {"name": "Erbil"}, [{"name": "Erbil", "lat": 1}]]),
)
EVIDENCE = {"start": 0, "end": 3, "sha256": "0" * 64}
FORMS: dict[str, st.SearchStrategy[Any]] = {
    "id": NAMES,
    "event_type": st.sampled_from(["clash", "Clash", "a..b", 3, None]),
    "about": NAMES | st.text(CHARACTERS) | st.sampled_from([{"text": "x", "language": "en"}, {}]),
    "parties": LISTS,
    "places": LISTS,
    **dict.fromkeys(("when", "due", "as_of", "reported", "said"), DATES),
    "count": st.sampled_from([2, True, 2.0, "2", {"low": 5, "high": 3}, {"low": 2, "of": "killed"}, [2, 3], [2.0, 3]]),
    "phase": st.sampled_from(["begun", "Begun", "no phase"]),
    "polarity": st.sampled_from(["denied", "no", True]),
    "certainty": st.sampled_from(["possible", []]),
    "mode": st.sampled_from(["opinion", None]),
    "credibility": st.sampled_from([1, True, 1.0, 9, "1"]),
    "source": st.sampled_from(["Rudaw", {"outlet": "Rudaw"}, {"outlet": "Rudaw", "via": ["AP"]}, {}, [], ["Rudaw"]]),
    "refers": st.sampled_from([[], [{"kind": "denies", "claim": "a"}], [{"kind": "denies"}]]),
    "evidence": st.sampled_from([[], [EVIDENCE], [{**EVIDENCE, "end": 0}], EVIDENCE]),
    "key": NAMES,
    "part_of": NAMES,
    "coutn": st.just(1),
}
OWN: dict[str, st.SearchStrategy[Any]] = {
    "opens": DATES,
    "beds": st.sampled_from([3, True, {"low": 3}, "many"]),
    "tags": st.lists(NAMES, max_size=2),
    "Rooms": st.sampled_from([3, "x"]),
    "same": st.sampled_from(["Rudaw", "2020-10-13"]),
}


def _said(value: str, info: ValidationInfo) -> str:
    """Look at another field."""
    return f"{value} of {info.data.get('source')}"


class Size(StrEnum):
    SMALL = "small"


class Ward(Claim):
    """Fields of its own, marks on those of `Claim`."""

    when: Annotated[Period | None, Disputed()] = None
    opens: Period | None = None
    beds: Annotated[Quantity | None, Disputed(rel_tol=0.1)] = None
    tags: tuple[str, ...] = ()
    size: Size = Size.SMALL


class Hall(Claim):
    """Defaults that are made anew, another name in the record, a field that looks at others."""

    tags: list[str] = []  # noqa: RUF012 - as users write it
    opens: Period | None = Field(default_factory=lambda: Period("2020"))
    rooms: int | None = Field(default=None, alias="Rooms")
    same: Annotated[str, AfterValidator(_said)] = "x"


class Open(Claim):
    """Another setting, something private and a step after."""

    model_config = ConfigDict(extra="ignore")

    beds: int
    _seen: int = PrivateAttr(default=0)

    def model_post_init(self, _: object, /) -> None:
        self._seen = len(self.places.items) if self.places else 0


class Strict(Claim):
    """A field under an old name with a check of its own."""

    key: Annotated[str | None, Field(max_length=3)] = None


class Careful(Claim):
    """Looks at what is written."""

    @model_validator(mode="before")
    @classmethod
    def _look(cls, data: Any) -> Any:
        return {**data, "key": repr(data.get("places"))}


class Replaced(Claim):
    """Has a validator of the same name as `Claim`'s."""

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:
        return {"about": "y", "source": "Rudaw"} | data


class Checked(Claim):
    """Checks a field."""

    @field_validator("places")
    @classmethod
    def _few(cls, value: Places | None) -> Places | None:
        return Places("Mosul") if value and value.items[0].name == "Erbil" else value


CLASSES: Sequence[type[Claim]] = (Claim, Ward, Hall, Open, Strict, Careful, Replaced, Checked)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    forms = FORMS | OWN
    names = draw(st.lists(st.sampled_from(sorted(forms)), unique=True, max_size=6))
    record = {"about": "x", "source": "NRT"} | {name: draw(forms[name]) for name in names}
    left_out = draw(st.sampled_from([(), (), (), ("about",), ("source",)]))
    return {name: form for name, form in record.items() if name not in left_out}


any_record = st.one_of(
    records(),
    rs.claims().map(lambda claim: json.loads(claim.to_json())),
    rs.bad_claims(allow_nan=False).map(lambda bad: bad.data),
)


@given(st.lists(st.tuples(any_record, st.sampled_from(CLASSES)), min_size=1, max_size=8))
def test_shared_reading_is_reading(rows: list[tuple[dict[str, Any], type[Claim]]]) -> None:
    shared = Sharing()
    for row, claim_type in [*rows, *rows]:
        assert told(row, claim_type, shared) == told(row, claim_type, None)


def told(row: dict[str, Any], claim_type: type[Claim], shared: Sharing | None) -> object:
    """Return all that a claim shows, or the errors."""
    try:
        found = shared.claim(copy.deepcopy(row), claim_type) if shared is not None else None
        claim = claim_from(row, claim_type, where="line 1") if found is None else found
    except ClaimError as error:
        return [str(one) for one in error.errors]
    shown = repr(claim), list(claim.__dict__), claim.model_fields_set, claim.__pydantic_private__
    written = claim.model_dump_json(), claim.to_json(), claim.model_dump(exclude_unset=True)
    assert claim_type is Hall or hash(claim) == hash(claim.model_copy())  # a list has no hash
    assert claim == claim.model_copy() == copy.deepcopy(claim) == pickle.loads(pickle.dumps(claim))  # noqa: S301
    return type(claim), claim, shown, written


@pytest.mark.parametrize(
    ("claim_type", "shares", "makes"),
    [
        (Claim, True, True),
        (Ward, True, True),
        (Hall, True, False),
        (Open, True, False),
        (Strict, False, False),
        (Careful, False, False),
        (Replaced, False, False),
        (Checked, False, False),
    ],
)
def test_a_class_that_looks_at_what_is_written_shares_nothing(
    claim_type: type[Claim], shares: bool, makes: bool
) -> None:
    found = untouched(claim_type)
    assert (found is not None) == shares
    assert (found is not None and found.defaults is not None) == makes


@given(rs.claims())
def test_what_is_right_is_read_in_this_way(claim: Claim) -> None:
    shared, record = Sharing(), json.loads(claim.to_json())
    first, second = shared.claim(record, Claim), shared.claim(record, Claim)
    assert first == second == claim
    assert second is not None
    assert first is not None
    assert all(getattr(first, name) is getattr(second, name) for name in ("source", "when", "places", "parties"))
