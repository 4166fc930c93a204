"""Prevent the engine from knowing types: whatever can `relate`, be compared and be blocked on is a value.

>>> from reconcile.values import Phase, relation
>>> relation(Phase("completed"), Phase("begun"))
<Relation.NARROWER: 'narrower'>
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Protocol, Self, TypeVar, runtime_checkable

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from reconcile.language import fold
from reconcile.values.names import BUILTIN, Names
from reconcile.values.relation import Relation

# All but the control characters that no document may hold; odd spaces and line ends stay, and so do those from U+0080,
# for real texts hold them where quotation marks of Windows were read as another encoding.
_CONTROL = r"\u0000-\u0008\u000E-\u001F\u007F"
WRITTEN = rf"^[^{_CONTROL}]*$"
NOT_BLANK = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"
Words = Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=WRITTEN)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=NOT_BLANK)]


def control_character(text: str) -> str | None:
    r"""Return the first control character that no document may hold, as its code point, or None.

    >>> control_character("a\tb"), control_character("a\x00b")
    (None, 'U+0000')
    """
    found = _CONTROLS.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


_CONTROLS = re.compile(f"[{_CONTROL}]")


@runtime_checkable
class Value(Protocol):
    """What a type must answer to be a field of a claim; nothing else of the engine changes for a new one.

    `relate` must be total, mirror itself (`a.relate(b) == b.relate(a).converse`) and be transitive on `EQUAL` and
    `NARROWER`. `similarity` is 0..1, symmetric, or None where there is no evidence. `blocking_keys` are strings that
    values of one thing are likely to share.

    >>> isinstance(Relation.EQUAL, Value)
    False
    """

    def relate(self, other: Self, /) -> Relation:
        """Return how this statement stands to `other`."""
        ...

    def similarity(self, other: Self, /) -> float | None:
        """Return 0..1, or None where nothing can be compared."""
        ...

    def blocking_keys(self) -> frozenset[str]:
        """Return keys that values of one thing are likely to share."""
        ...


@runtime_checkable
class NamedValue(Value, Protocol):
    """A value that holds names, which a run may resolve by its own tables; its class says so: `holds_names = True`."""

    def relate(self, other: Self, /, *, names: Names = ...) -> Relation:
        """Return how this statement stands to `other`, names read by `names`."""
        ...

    def similarity(self, other: Self, /, *, names: Names = ...) -> float | None:
        """Return 0..1, or None where nothing can be compared."""
        ...


class FrozenValue(BaseModel):  # noqa: PLW1641 - pydantic gives frozen classes their hash
    """The pydantic base of the house's values: frozen, hashable, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, ser_json_inf_nan="strings")

    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = ()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow in JSON Schema the plain forms that validation accepts: a name, a figure, a list."""
        full = handler(schema)
        if not cls.plain_forms or handler.mode != "validation":
            return full
        return {"anyOf": [*cls.plain_forms, full]}

    if not TYPE_CHECKING:  # one value is often met with itself, and what pydantic asks first costs more than all of it

        def __eq__(self, other: object) -> bool:
            """Return whether `other` is of the same type and states the same."""
            if self is other:
                return True
            if type(self) is not type(other):
                return NotImplemented
            return self.__dict__ == other.__dict__

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show what is stated, not what is left at its default."""
        return stated_fields(self)


V = TypeVar("V", bound=FrozenValue)


def changed(value: V, fields: Mapping[str, Any]) -> V:
    """Return a value with other fields, which are not checked: `model_copy`, in a quarter of its time.

    Args:
        value: a value.
        fields: what differs, by name.

    >>> from reconcile import Quantity
    >>> changed(Quantity(2, of="centres"), {"of": None})
    Quantity(low=2, high=2)
    """
    if value.__pydantic_extra__ is not None or value.__pydantic_private__ is not None:  # of a user's class
        return value.model_copy(update=fields)
    copy, put = type(value).__new__(type(value)), object.__setattr__
    put(copy, "__dict__", {**value.__dict__, **fields})
    put(copy, "__pydantic_fields_set__", value.__pydantic_fields_set__ | fields.keys())
    put(copy, "__pydantic_extra__", None)
    put(copy, "__pydantic_private__", None)
    return copy


def stated_fields(model: BaseModel) -> Iterable[tuple[str, Any]]:
    """Yield the fields of a model that differ from their defaults.

    >>> from reconcile import Quantity
    >>> dict(stated_fields(Quantity(low=2)))
    {'low': 2}
    """
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if info.is_required() or value != info.default:
            yield name, value


def relation(a: Any, b: Any, *, names: Names = BUILTIN) -> Relation:  # noqa: ANN401 - any field of a user's class
    """Return how value `a` stands to value `b`, whatever their type.

    Values of the house and of the user's own value classes answer themselves. Plain ones get the obvious relation:
    strings are equal when their folded text is, numbers, enumerations and truth values when they are equal, dates
    as one-day periods; what is not equal is exclusive. Values of different types are `UNKNOWN`.

    Args:
        a: a value.
        b: another value of the same field.
        names: how names are resolved.

    >>> relation("B 12", "b  12"), relation(3, 4)
    (<Relation.EQUAL: 'equal'>, <Relation.EXCLUSIVE: 'exclusive'>)
    """
    if type(a) is type(b) and _relates(type(a)):  # pyright: ignore[reportUnknownArgumentType]
        return a.relate(b, names=names) if _holds_names(type(a)) else a.relate(b)  # pyright: ignore
    left, right = plain_key(a), plain_key(b)
    if left[0] != right[0]:
        return Relation.UNKNOWN
    return Relation.EQUAL if left == right else Relation.EXCLUSIVE


@lru_cache(maxsize=256)
def _relates(kind: type) -> bool:
    """Whether values of a type relate themselves; asked once for each type, for checking a protocol is slow."""
    return all(hasattr(kind, name) for name in ("relate", "similarity", "blocking_keys"))


@lru_cache(maxsize=256)
def _holds_names(kind: type) -> bool:
    """Whether values of a type hold names; a value of pydantic's takes long to say that it has no such attribute."""
    return hasattr(kind, "holds_names")


def kind_of(value: Any) -> str:  # noqa: ANN401 - any field of a user's class
    """Return the name of what a value can be compared with: values of two kinds say nothing of each other.

    >>> kind_of(3), kind_of(3.5), kind_of("a")
    ('number', 'number', 'str')
    """
    return type(value).__qualname__ if _relates(type(value)) else plain_key(value)[0]  # pyright: ignore[reportUnknownArgumentType]


def plain_key(value: Any) -> tuple[str, Hashable]:  # noqa: ANN401 - any field of a user's class
    """Return the kind of a plain value and what makes two of that kind equal.

    >>> plain_key("Éa") == plain_key("éa"), plain_key(True)
    (True, ('bool', True))
    """
    match value:
        case bool():
            return "bool", value
        case Enum():
            return type(value).__qualname__, value.name
        case int() | float():
            return "number", value
        case str():
            return "str", fold(value) or value
        case dt.date():
            return "date", value.isoformat()
        case _:
            return type(value).__qualname__, repr(value)
