"""Prevent a class's own checks from being passed by: only where it adds none are the values of fields shared.

>>> known = untouched(Claim)
>>> known.required, known.defaults["polarity"]
(frozenset({'source'}), 'affirmed')
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import SchemaValidator

from reconcile.claims import Claim, Disputed, Identity
from reconcile.values.base import FrozenValue

_FIXED = (type(None), bool, int, float, str, bytes, dt.date, dt.timedelta, Enum, FrozenValue)
_WAYS = ("__init__", "__new__", "model_validate", "__get_pydantic_core_schema__")
_HARMLESS = frozenset({"extra", "title", "json_schema_extra", "arbitrary_types_allowed", "use_attribute_docstrings"})


class Untouched(NamedTuple):
    """What is known of the claims of a class before anything is stated.

    Attributes:
        defaults: what each field holds, in the order of the class; of a field that has none, anything. None where
            making a claim takes more than that.
        required: the fields that have none.
    """

    defaults: dict[str, Any] | None
    required: frozenset[str]


@lru_cache(maxsize=256)
def untouched(claim_type: type[Claim]) -> Untouched | None:
    """Return what a class holds that reads `Claim`'s fields as `Claim` does; None of one that may not.

    A subclass may add fields, and may mark those of `Claim` as `Disputed` or `Identity`. With validators, settings or
    a constructor of its own, or other fields under the names of `Claim`'s, it is to read what was written itself.

    Args:
        claim_type: `Claim` or a subclass.

    >>> class Careful(Claim):
    ...     def __init__(self, **fields: object) -> None:
    ...         super().__init__(**fields)
    >>> untouched(Careful) is None
    True
    """
    fields = claim_type.model_fields
    if not (_reads_alike(claim_type) and all(_same(fields[name], base) for name, base in Claim.model_fields.items())):
        return None
    required = frozenset(name for name, info in fields.items() if info.is_required())
    plain = claim_type.model_config == Claim.model_config and not claim_type.__private_attributes__
    if not (plain and _post_init(claim_type) is _post_init(Claim) and all(map(_plain_default, fields.values()))):
        return Untouched(None, required)
    return Untouched({name: info.default for name, info in fields.items()}, required)


def _reads_alike(claim_type: type[Claim]) -> bool:
    theirs, settings = claim_type.__pydantic_decorators__, claim_type.model_config.items() ^ Claim.model_config.items()
    return (
        not (theirs.field_validators or theirs.validators or theirs.root_validators)
        and _validators(claim_type) == _validators(Claim)
        and {name for name, _ in settings} <= _HARMLESS
        and all(_function(getattr(claim_type, way)) is _function(getattr(Claim, way)) for way in _WAYS)
        and isinstance(claim_type.__pydantic_validator__, SchemaValidator)  # no plugin looks on
    )


def _validators(claim_type: type[BaseModel]) -> dict[str, object]:
    found = claim_type.__pydantic_decorators__.model_validators
    return {name: _function(one.func) for name, one in found.items()}


def _post_init(claim_type: type[BaseModel]) -> object:
    return _function(claim_type.model_post_init)


def _function(found: object) -> object:
    return getattr(found, "__func__", found)


def _same(info: FieldInfo, base: FieldInfo) -> bool:
    """Return whether a field of a subclass reads as that of `Claim`."""
    marks = [mark for mark in info.metadata if not isinstance(mark, Disputed | Identity)]
    settings = (info.alias, info.validation_alias, info.discriminator, info.validate_default)
    return info.annotation == base.annotation and marks == base.metadata and settings == (None,) * len(settings)


def _plain_default(info: FieldInfo) -> bool:
    """Return whether a field that is not stated simply holds its default."""
    if info.is_required():
        return True
    return info.default_factory is None and not info.validate_default and _fixed(info.default)


def _fixed(value: object) -> bool:
    return isinstance(value, _FIXED) or value == ()
