"""Prevent a value that a thousand records write alike from being read a thousand times: it is read once and shared.

Values are frozen, so that sharing one changes nothing. What is not known yet is read the full way, in a record that
holds nothing else, and only what was read without an error is kept; a record that fails is read again by itself, so
that its errors are its own.

>>> shared = Sharing()
>>> one, two = (shared.claim({"about": x, "places": ["Erbil"], "source": "Rudaw"}, Claim) for x in ("a", "b"))
>>> one.places is two.places, str(two.about)
(True, 'b')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from marshal import dumps  # version 2 tells 1, true and 1.0 apart, in half the time of repr
from typing import Annotated, Any, TypeVar, cast

from pydantic import Field, TypeAdapter, ValidationError

from reconcile.claims import Claim, Source
from reconcile.claims.claim import content_id
from reconcile.claims.roles import period_fields
from reconcile.io.untouched import Untouched, untouched
from reconcile.values import Text

C = TypeVar("C", bound=Claim)
Form = str | bytes
MOST = 200_000
LONGEST = 800
_OF_NAME = 500
_NO_CLAIM = (ValidationError, TypeError, RecursionError)
_GAP = object()
_ABSOLUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OURS = Claim.model_fields.keys()
_RELATIVE = frozenset(period_fields(Claim)) - {"reported"}
_PADDING = {"id": "x", "about": Text("x"), "source": Source(outlet="x")}


class _NotJsonError(Exception):
    """A table's cells were put together with a value that no JSON holds, such as a date."""


class Sharing:
    """The values read so far, by field and by how they were written."""

    def __init__(self) -> None:
        gaps: dict[Form, object] = {dumps(None, 2): _GAP, dumps([], 2): _GAP}
        self._known = {name: dict(gaps) for name in _OURS - _DIRECT.keys() - {"evidence", "refers"}}
        self._room = MOST

    def claim(self, data: object, claim_type: type[C]) -> C | None:
        """Return the claim that a record states, its values shared; None where it is to be read by itself.

        Args:
            data: the record.
            claim_type: the class it is to be read as.
        """
        base = untouched(claim_type)
        if base is None or not isinstance(data, dict):
            return None
        try:
            return self._claim(cast("dict[str, Any]", data), claim_type, base)
        except _NotJsonError:
            return None

    def _claim(self, record: dict[str, Any], claim_type: type[C], base: Untouched) -> C | None:
        known, values, own = self._known, dict[str, Any](), False
        for name, form in record.items():
            if (forms := known.get(name)) is not None:
                value = forms.get(form if type(form) is str else _dumped(form))
            else:
                value = _DIRECT[name](form) if name in _DIRECT else None
            if value is None:
                own = own or name not in _OURS
                value = self._read(name, form, record) if name in _OURS else form
                if value is None and name in _OURS:
                    return None
            if value is not _GAP:
                values[name] = value
        return _valid(claim_type, values) if own else _made(claim_type, base, values)

    def _read(self, name: str, form: object, data: Mapping[str, Any]) -> object | None:
        """Return the value of a field of `Claim` that is not known, or not without the day of the report."""
        key, forms = _form(name, form, data), self._known.get(name, {})
        if (known := forms.get(key)) is not None:
            return known
        relative = type(form) is str and key is not form
        value = _relative(name, form, data) if relative else _alone(name, form)
        if value is not None and name in self._known and self._room and len(key) <= LONGEST:
            self._room -= 1
            forms[key] = value
        return value


def _form(name: str, form: Any, data: Mapping[str, Any]) -> Form:  # noqa: ANN401 - any JSON
    """Return how a field is written; a date together with the day of the report, where it may be relative to it.

    >>> _form("when", "2020-10-12", {}), b"yesterday" in _form("when", "yesterday", {})
    ('2020-10-12', True)
    """
    if type(form) is not str:
        return _dumped(form)
    alone = name not in _RELATIVE or _ABSOLUTE.fullmatch(form)
    return form if alone else _dumped((form, data.get("reported")))  # no JSON holds a tuple


def _dumped(form: Any) -> bytes:  # noqa: ANN401 - any JSON
    try:
        return dumps(form, 2)
    except ValueError:
        raise _NotJsonError from None


def _alone(name: str, form: object) -> object | None:
    """Return the value of a field, read as its type reads it."""
    if form is None or form == []:
        return _GAP
    read = _reader(name)
    try:
        return read(form)
    except _NO_CLAIM:
        return None


@lru_cache(maxsize=len(_OURS))
def _reader(name: str) -> Callable[[object], object]:
    info = Claim.model_fields[name]
    kind: Any = Annotated[info.annotation, Field(), *info.metadata]  # pyright: ignore[reportInvalidTypeForm, reportUnknownMemberType]
    return TypeAdapter[Any](kind).validator.validate_python


def _relative(name: str, form: object, data: Mapping[str, Any]) -> object | None:
    """Return the value of a field, read in a record that holds nothing else but the day of its report."""
    claim = _valid(Claim, _PADDING | {"reported": data.get("reported"), name: form})
    if claim is None:
        return None
    return getattr(claim, name) if name in claim.model_fields_set else _GAP


def _valid(claim_type: type[C], data: Mapping[str, Any]) -> C | None:
    try:
        return claim_type.model_validate(data)
    except _NO_CLAIM:
        return None


def _made(claim_type: type[C], base: Untouched, values: dict[str, Any]) -> C | None:
    """Return the claim of these values, as its class would make it; None where it would not."""
    if base.defaults is None:
        return _valid(claim_type, values)
    if not (base.required <= values.keys() and ("about" in values or "event_type" in values)):
        return None
    claim, put = claim_type.__new__(claim_type), object.__setattr__
    put(claim, "__dict__", base.defaults | values)
    put(claim, "__pydantic_fields_set__", set(values))
    put(claim, "__pydantic_extra__", None)
    put(claim, "__pydantic_private__", None)
    if not claim.id:
        put(claim, "id", content_id(claim))
    return claim


def _id(form: object) -> str | None:
    return form if type(form) is str and len(form) <= _OF_NAME and form.isprintable() else None


def _name(form: object) -> str | None:
    return form if type(form) is str and 0 < len(form) <= _OF_NAME and form.isprintable() and form.strip() else None


def _text(form: object) -> Text | None:
    try:
        return _validated(form) if type(form) is str else None
    except ValidationError:
        return None


_validated = Text.__pydantic_validator__.validate_python
_DIRECT: Mapping[str, Callable[[object], object]] = {"id": _id, "about": _text, "key": _name, "part_of": _name}
