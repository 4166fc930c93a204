"""Laws of the way for tables: the same result as for objects, in any order, and the same errors as the readers."""

from __future__ import annotations

import json
import random
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Aligner, Claim, ClaimError, Disputed, Identity, Period, Places, Quantity, reconcile
from reconcile import strategies as rs
from reconcile import testing as laws
from reconcile.bulk import Tables, claims_table, reconcile_table
from reconcile.io import claim_from
from reconcile.result import Reconciliation

pa: Any = pytest.importorskip("pyarrow")
few_claims = st.lists(rs.claims(), max_size=5)
stories = rs.stories().map(lambda story: list(story.claims))


class Ward(Claim):
    """A user's claim with fields of many kinds."""

    opens: Period | None = None
    beds: Annotated[int | None, Disputed(rel_tol=0.1)] = None
    cost: float | None = None
    code: Annotated[str | None, Identity()] = None
    wings: Annotated[Places | None, Identity(compared=True)] = None
    staff: tuple[Quantity, ...] = ()
    tags: tuple[str, ...] = ()
    busy: bool = False


def by_table(claims: list[Any], **options: Any) -> Tables[Any]:
    """Reconcile claims by way of a table; no claims have no columns."""
    table = claims_table(claims) if claims else pa.table({"about": [], "source": []})
    types: list[type[Claim]] = [type(claim) for claim in claims]
    found = reconcile_table(table, claim_type=types[0] if types else Claim, **options)
    assert found.rejects.num_rows == 0, found.rejects.to_pylist()
    return found


def same(found: Tables[Any], result: Reconciliation[Any]) -> None:
    """Check that tables and objects tell the same, byte for byte."""
    assert found.to_json() == result.to_json()
    for name in ("claims", "positions", "conflicts"):
        assert found.to_table(name) == result.to_table(name), name


# What the other laws here show too, by another way in: a quarter of their examples is enough.
quarter = settings(max_examples=max(1, settings().max_examples // 4))


@given(few_claims | stories)
def test_objects_and_table_give_the_same(claims: list[Claim]) -> None:
    same(by_table(claims), reconcile(claims))


@given(st.lists(rs.claims(Ward), max_size=4))
@quarter
def test_a_class_of_the_user_gives_the_same(claims: list[Ward]) -> None:
    same(by_table(claims), reconcile(claims))


@given(stories)
@quarter
def test_structs_and_lists_give_the_same_as_objects(claims: list[Claim]) -> None:
    records = [json.loads(claim.to_json()) for claim in claims]
    several = [record for record in records if isinstance(record.get("count"), list)]
    for record in several:
        record["count"] = record["count"][0]
    plain = [claim_from(record) for record in records]
    found = reconcile_table(pa.Table.from_pylist(columns_of(records)))
    same(found, reconcile(plain))


def columns_of(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every record all keys, for Arrow takes the columns from the first."""
    keys = dict.fromkeys(key for record in records for key in record)
    return [{key: record.get(key) for key in keys} for record in records]


# --- laws 1, 2, 7, 9 --------------------------------------------------------------------------------------------------


@given(few_claims | stories, st.randoms(use_true_random=False))
@quarter
def test_1_order_changes_nothing(claims: list[Claim], rng: random.Random) -> None:
    mixed = rng.sample(claims, len(claims))
    one, other = by_table(claims), by_table(mixed)
    assert one.to_json() == other.to_json()
    assert (one.claims, one.positions, one.conflicts) == (other.claims, other.positions, other.conflicts)


@given(few_claims)
@quarter
def test_2_nothing_is_lost(claims: list[Claim]) -> None:
    twice = [*claims, *claims[:2]]
    found = by_table(twice)
    laws.assert_nothing_lost(found.reconciliation(), claims=twice)
    assert found.claims["claim"].to_pylist() == sorted({claim.id for claim in claims})


@given(stories)
@quarter
def test_7_a_stranger_changes_no_event(claims: list[Claim]) -> None:
    frozen = Aligner()
    laws.assert_locality(
        by_table(claims, aligner=frozen).reconciliation(),
        run=lambda some: by_table(some, aligner=frozen).reconciliation(),
    )


@given(few_claims | stories)
@quarter
def test_9_batch_equals_single(claims: list[Claim]) -> None:
    laws.assert_batch_equals_single(by_table(claims).reconciliation())


# --- bad rows ---------------------------------------------------------------------------------------------------------

GOOD = {"event_type": "coordination.centre", "about": "six centres", "source": "Z"}


def beside_a_good_row(record: dict[str, Any]) -> Any:
    """Return a table of a good row and a record, each field a column of its own, as JSON where Arrow has no type."""
    good = {**GOOD, "source": {"outlet": "Z"} if isinstance(record.get("source"), dict) else "Z"}
    return pa.table({name: cells(good.get(name), record.get(name)) for name in {**good, **record}})


def cells(*values: Any) -> Any:
    """Return a column of values."""
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return pa.array([None if value is None else json.dumps(value) for value in values])


def errors_of(record: dict[str, Any], claim_type: type[Claim] = Claim) -> list[tuple[str, str, str]]:
    """Return what the reader of files says of a record."""
    try:
        claim_from(record, claim_type)
    except ClaimError as error:
        return [(one.where, one.found, one.repair) for one in error.errors]
    return []


@given(rs.bad_claims())
def test_bad_rows_are_told_as_the_reader_tells_them(bad: rs.BadClaim) -> None:
    found = reconcile_table(beside_a_good_row(bad.data))
    told = [(one["field"], one["found"], one["repair"]) for one in found.rejects.to_pylist()]
    assert told == errors_of(bad.data)
    assert set(found.rejects["row"].to_pylist()) == {1}
    assert found.claims.num_rows == 1


@given(rs.bad_claims())
@quarter
def test_mended_rows_are_claims(bad: rs.BadClaim) -> None:
    found = reconcile_table(beside_a_good_row(bad.mended))
    assert found.rejects.num_rows == 0
    same(found, reconcile([claim_from(GOOD), claim_from(bad.mended)]))


dates = st.sampled_from(["last week", "yesterday", "2020-10", "2020-10-13", "الأمس", "no date", "", "throughout 2020"])


dated = st.fixed_dictionaries({"when": dates, "due": st.none() | dates, "reported": st.none() | dates})


@given(st.lists(dated, min_size=1))
@quarter
def test_dates_are_told_from_the_day_of_the_report(records: list[dict[str, Any]]) -> None:
    whole = [{"about": "x", "source": f"S{n}", **record} for n, record in enumerate(records)]
    found = reconcile_table(pa.Table.from_pylist(whole))
    stated = [{name: value for name, value in record.items() if value is not None} for record in whole]
    errors = [(row, *one) for row, record in enumerate(stated) for one in errors_of(record)]
    assert [tuple(one.values()) for one in found.rejects.to_pylist()] == errors
    same(found, reconcile([claim_from(record) for record in stated if not errors_of(record)]))


# --- every way of aligning --------------------------------------------------------------------------------------------

aligners = st.builds(Aligner, threshold=st.sampled_from([None, -3.0, 4.0]), limit=st.sampled_from([1, 40])) | st.builds(
    Aligner, one_per=st.sampled_from(["outlet", "document"]), in_turn=st.booleans()
)


@given(few_claims | stories, aligners)
@quarter
def test_any_aligner_gives_the_same(claims: list[Claim], aligner: Aligner) -> None:
    same(by_table(claims, aligner=aligner), reconcile(claims, aligner=aligner))


@given(stories)
@quarter
def test_a_fitted_aligner_gives_the_same(claims: list[Claim]) -> None:
    fitted = Aligner().fit(claims)
    same(by_table(claims, aligner=fitted), reconcile(claims, aligner=fitted))
