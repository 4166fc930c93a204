"""`Action`: a text that is compared by what it says happened."""

from __future__ import annotations

from typing import Annotated

from reconcile import Claim, Identity
from reconcile.align.columns import fields_of
from reconcile.values import Action, Relation


class Told(Claim):
    happened: Annotated[Action | None, Identity()] = None


def test_a_field_of_actions_weighs_and_is_not_compared() -> None:
    told = Told.model_validate({"about": "x", "source": "s", "happened": "was seized"})
    assert told.happened == Action("was seized")
    assert ("happened", "action") in [tuple(field) for field in fields_of([told])]


def test_actions_are_equal_or_unknown() -> None:
    assert Action("Seized").relate(Action("seized")) is Relation.EQUAL
    assert Action("seized").relate(Action("captured")) is Relation.UNKNOWN
    assert Action("seized").similarity(Action("captured")) == 0.75


def test_keys_are_roots_and_kin() -> None:
    assert "word:seiz" in Action("seized").blocking_keys()
    assert Action("seized").blocking_keys() & Action("the capture").blocking_keys()
    assert not Action("it").blocking_keys()
