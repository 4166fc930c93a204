"""A value type of a user's own: one class that answers the protocol works through the whole run."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, model_validator

from reconcile import Claim, Quantity, Reconciliation, Relation, reconcile
from reconcile.testing import assert_laws, assert_relations
from reconcile.values import Value


class Grade(BaseModel):
    """A position on a ladder: "at least this bad", or exactly so."""

    model_config = ConfigDict(frozen=True)

    level: int
    exact: bool = True

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:
        return {"level": data} if isinstance(data, int) else data

    @property
    def _levels(self) -> frozenset[int]:
        return frozenset({self.level} if self.exact else range(self.level, 10))

    def relate(self, other: Self, /) -> Relation:
        """Relate two sets of levels."""
        a, b = self._levels, other._levels
        return Relation.of(forward=a <= b, backward=b <= a, apart=not a & b)

    def similarity(self, other: Self, /) -> float | None:
        """Return how near the levels are."""
        return 1 - abs(self.level - other.level) / 10

    def blocking_keys(self) -> frozenset[str]:
        """Return nothing: a grade finds no events."""
        return frozenset()

    def __str__(self) -> str:
        return str(self.level) if self.exact else f"at least {self.level}"


class Alarm(Claim):
    """A claim with a value type that the house does not know."""

    grade: Grade | None = None


def _alarms(*grades: Any) -> list[Claim]:
    return [
        Alarm.model_validate({"id": f"a{n}", "event_type": "alarm", "about": "the alarm", "grade": g, "source": s})
        for n, (g, s) in enumerate(zip(grades, ("North", "South", "West"), strict=False))
    ]


def _run(claims: list[Claim]) -> Reconciliation[Claim]:
    return reconcile(claims)


def test_it_is_a_value() -> None:
    assert isinstance(Grade(level=3), Value)
    assert_relations([Grade(level=n, exact=e) for n in (2, 3) for e in (True, False)])


def test_equal_grades_are_one_position() -> None:
    (event,) = _run(_alarms(3, 3)).events
    (account,) = event.account("grade")
    assert [len(position.claims) for position in account.positions] == [2]


def test_grades_that_exclude_each_other_contradict() -> None:
    (conflict,) = _run(_alarms(3, 5)).conflicts
    assert (conflict.kind.value, conflict.field) == ("contradiction", "grade")


def test_a_vaguer_grade_is_no_conflict() -> None:
    result = _run(_alarms(3, {"level": 2, "exact": False}))
    assert result.conflicts == ()
    (account,) = result.events[0].account("grade")
    assert any(position.entailed_by for position in account.positions)


def test_results_with_it_keep_the_laws() -> None:
    claims = _alarms(3, 5, {"level": 2, "exact": False})
    assert_laws(_run(claims), run=_run)
    assert Reconciliation.from_json(_run(claims).to_json(), Alarm) == _run(claims)


class Tally(Quantity):
    """A quantity of a user's own, with a field named as a helper of the library, and more than its fields."""

    model_config = ConfigDict(extra="allow")

    changed: bool = False
    _seen: list[str] = PrivateAttr(default_factory=list[str])


def test_a_copy_keeps_all_that_a_users_class_holds() -> None:
    tally = Tally.model_validate({"low": 2, "high": 2, "of": "killed", "basis": "hospital"})
    bare = tally.bare()
    assert bare == tally.model_copy(update={"of": None})
    assert bare.model_extra == {"basis": "hospital"}
    assert isinstance(bare, Tally)
    bare._seen = ["once"]
    assert tally._seen == []
    assert hash(tally) == hash(Tally.model_validate(tally.model_dump()))


class Counted(Claim):
    """A claim that states such a quantity."""

    tally: Tally | None = None


def test_a_users_field_named_as_a_helper_is_compared() -> None:
    said = {"about": "fire", "key": "k"}
    told = [
        Counted.model_validate({**said, "id": i, "source": i, "tally": {"low": n, "high": n}})
        for i, n in (("a", 2), ("b", 3))
    ]
    assert [one.field for one in reconcile(told).conflicts] == ["tally"]


class Near(Quantity):  # noqa: PLW1641 - pydantic gives frozen classes their hash
    """A quantity with an equality of its own."""

    def __eq__(self, other: object) -> bool:
        """Return what the library's own would."""
        return super().__eq__(other)


def test_an_equality_of_ones_own_leaves_a_value_its_hash() -> None:
    assert hash(Near(low=2)) == hash(Near(low=2))
