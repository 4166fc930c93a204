"""Fields of a user's own class: marks that have no effect are refused, types that never meet are told."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import pytest

import reconcile as rc
from reconcile import Claim, ClaimError, Disputed, Period, Phase, Quantity

TEN = dt.timedelta(minutes=10)


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        (str, Disputed(rel_tol=0.1)),
        (str, Disputed(abs_tol=1)),
        (Phase, Disputed(abs_tol=1)),
        (bool, Disputed(abs_tol=1)),
        (Quantity, Disputed(abs_tol=TEN)),
        (Period, Disputed(rel_tol=0.1)),
        (Period, Disputed(abs_tol=5)),
        (list[str], Disputed(rel_tol=0.1)),
    ],
)
def test_a_tolerance_without_effect_is_refused_where_the_class_is_made(kind: Any, mark: Disputed) -> None:
    with pytest.raises(ClaimError, match=r"Own\.size: a tolerance .* cannot use .*leave it out"):
        type("Own", (Claim,), {"__annotations__": {"size": Annotated[kind | None, mark]}, "size": None})


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        (str, Disputed()),
        (str, Disputed(cumulative=True)),
        (int, Disputed(rel_tol=0.1)),
        (float, Disputed(abs_tol=1)),
        (Quantity, Disputed(rel_tol=0.1, abs_tol=1)),
        (Period, Disputed(abs_tol=TEN)),
        (dt.date, Disputed(abs_tol=TEN)),
        (Quantity | str, Disputed(rel_tol=0.1)),
        (tuple[Quantity, ...], Disputed(rel_tol=0.1)),
        (Any, Disputed(rel_tol=0.1)),
    ],
)
def test_a_tolerance_with_effect_is_kept(kind: Any, mark: Disputed) -> None:
    own = type("Own", (Claim,), {"__annotations__": {"size": Annotated[kind | None, mark]}, "size": None})
    assert next(spec.disputed for spec in rc.claims.specs(own) if spec.name == "size") == mark


class Word(Claim):
    size: str | None = None


class Figure(Claim):
    size: Quantity | None = None


class Whole(Claim):
    size: int | None = None


class Fraction(Claim):
    size: float | None = None


def said(kind: type[Claim], name: str, size: object) -> Claim:
    return kind.model_validate({"id": name, "about": "x", "key": "k", "source": name, "size": size})


def test_one_field_of_two_types_is_told_in_the_notes() -> None:
    result = rc.reconcile([said(Word, "a", "5"), said(Figure, "b", 9)])
    assert result.notes == ("size: Quantity in Figure and str in Word are of two types, and are not compared",)
    assert result.notes[0] in str(result)
    assert not result.conflicts


@pytest.mark.parametrize(
    "claims",
    [
        [said(Word, "a", "5"), said(Figure, "b", None)],
        [said(Word, "a", "5"), said(Word, "b", "9")],
        [said(Whole, "a", 5), said(Fraction, "b", 9.5)],
    ],
)
def test_types_that_can_be_compared_or_never_meet_are_no_note(claims: list[Claim]) -> None:
    assert rc.reconcile(claims).notes == ()


class Either(Claim):
    size: Quantity | Period | None = None


class Turned(Claim):
    size: Period | Quantity | None = None


@pytest.mark.parametrize("kind", [Either, Turned])
def test_a_bare_number_is_a_quantity_where_both_are_taken(kind: type[Claim]) -> None:
    number, time, other = (said(kind, n, v) for n, v in (("a", 5), ("b", "2020-10"), ("c", 7)))
    assert not rc.reconcile([number, time]).conflicts
    assert [one.kind.value for one in rc.reconcile([number, other]).conflicts] == ["contradiction"]


def test_a_bare_number_is_a_quantity_in_a_table_too() -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"id": ["a", "b"], "about": ["x", "x"], "key": ["k", "k"], "source": ["A", "B"], "size": [5, 7]})
    assert rc.reconcile_table(table, claim_type=Either).conflicts.num_rows == 1
