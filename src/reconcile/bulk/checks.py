"""Prevent a second, laxer set of rules for tables: each field is checked by its own annotation, once for each entry.

What these checks accept, the class of the claim accepts too, with the same value. All else they leave to the class.

>>> from reconcile import Claim
>>> Checks.of(Claim).value("count", {"low": 2}).low, Checks.of(Claim).value("count", {"low": 5, "high": 3})
(2, <Refused.REFUSED: 'refused'>)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.errors import PydanticUserError
from pydantic.fields import FieldInfo

from reconcile.claims import Claim
from reconcile.claims.claim import as_count
from reconcile.claims.roles import period_fields
from reconcile.errors import ClaimError


class Refused(Enum):
    """What is said of an entry that is no value: it leaves the field out, or is for the class itself to judge."""

    LEFT_OUT = "left out"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Checks:
    """How entries of the fields of a class of claims become values.

    Attributes:
        claim_type: the class.
        adapters: by field, what validates an entry; empty for a class with rules of its own.
        defaults: by field, the value where it is left out; without those that must be given.
    """

    claim_type: type[Claim]
    adapters: Mapping[str, TypeAdapter[Any]]
    defaults: Mapping[str, Any]

    @classmethod
    def of(cls, claim_type: type[Claim]) -> Self:
        """Return the checks of a class.

        Args:
            claim_type: `Claim` or a class that derives from it.
        """
        adapters, defaults = _adapters(claim_type)
        return cls(claim_type, adapters, defaults)

    @property
    def by_field(self) -> bool:
        """Whether the class's rules are those of its fields and of `Claim`, so that no row needs to be asked alone."""
        return bool(self.adapters)

    @property
    def required(self) -> frozenset[str]:
        """The fields that must be given; a class with rules of its own may fill in what is missing."""
        return frozenset(self.adapters) - frozenset(self.defaults)

    @property
    def dated(self) -> frozenset[str]:
        """The fields whose texts may be dates relative to the day of the report."""
        return frozenset(period_fields(self.claim_type)) - {"reported"}

    def value(self, field: str, entry: object) -> Any:  # noqa: ANN401 - any value of a field
        """Return the value of an entry, or why there is none.

        Args:
            field: the field.
            entry: what was written.
        """
        if entry == [] and field in Claim.model_fields:
            return Refused.LEFT_OUT
        try:
            return self.adapters[field].validate_python(as_count(self.claim_type, field, entry))
        except (ValidationError, ClaimError, RecursionError, TypeError):
            return Refused.REFUSED

    def dated_value(self, field: str, entry: str, reported: object) -> Any:  # noqa: ANN401
        """Return the value of a date that may be told from the day of the report.

        Args:
            field: a field of `dated`.
            entry: the text.
            reported: what was written of that day.
        """
        told = {"about": "-", "source": "-", "when": entry, "reported": reported}
        try:
            return self.adapters[field].validate_python(Claim.model_validate(told).when)
        except (ValidationError, RecursionError, TypeError):
            return Refused.REFUSED


@lru_cache(maxsize=64)
def _adapters(claim_type: type[Claim]) -> tuple[dict[str, TypeAdapter[Any]], dict[str, Any]]:
    if not _plain_class(claim_type):
        return {}, {}
    fields = claim_type.model_fields
    try:
        adapters = {name: _adapter(info) for name, info in fields.items()}
    except PydanticUserError:
        return {}, {}
    return adapters, {name: info.get_default() for name, info in fields.items() if not info.is_required()}


def _adapter(info: FieldInfo) -> TypeAdapter[Any]:
    kind: Any = Annotated[info.annotation, info]
    if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
        return TypeAdapter(kind)
    return TypeAdapter(kind, config=ConfigDict(allow_inf_nan=False))


_RULES = ("__init__", "__new__", "__setattr__", "model_validate", "_coerce", "_identified")


def _plain_class(claim_type: type[Claim]) -> bool:
    """Whether nothing but annotations, and the rules of `Claim`, decides what a class accepts."""
    own, base = claim_type.__pydantic_decorators__, Claim.__pydantic_decorators__
    validators = ("validators", "field_validators", "root_validators", "model_validators")
    same = all(getattr(own, kind).keys() == getattr(base, kind).keys() for kind in validators)
    kept = all(getattr(claim_type, name) == getattr(Claim, name) for name in ("model_config", "__pydantic_post_init__"))
    fields = claim_type.model_fields.values()
    odd = any(f.validation_alias or f.alias or f.default_factory or f.validate_default for f in fields)
    between = (c for c in claim_type.__mro__ if c not in Claim.__mro__)
    overridden = any(name in vars(c) for c in between for name in _RULES)
    computed = (
        own.computed_fields or own.model_serializers or own.field_serializers or claim_type.__private_attributes__
    )
    return same and kept and not odd and not computed and not overridden
