"""Prevent claims without ids from needing objects: the text that an id is the hash of is put together from its fields.

>>> import numpy as np
>>> from reconcile import Claim, Source, Text
>>> fields = [Field("source", np.array([0]), [Source(outlet="A")]), Field("about", np.array([0]), [Text("x")])]
>>> content_ids(Claim, fields, [0]) == [Claim(about="x", source="A").id]
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from reconcile.align.arrays import Ints
from reconcile.bulk.rows import Field, made
from reconcile.claims import Claim


def content_ids(claim_type: type[Claim], fields: Sequence[Field], rows: Sequence[int] | Ints) -> list[str]:
    """Return the ids of claims that were given none.

    Args:
        claim_type: their class.
        fields: what they state.
        rows: which rows.
    """
    by_name = {field.name: field for field in fields}
    ordered = [by_name[name] for name in claim_type.model_fields if name in by_name]
    texts = [_texts(claim_type, field, rows) for field in ordered]
    return [_hash("{" + ",".join(part for part in parts if part) + "}") for parts in zip(*texts, strict=True)]


def _texts(claim_type: type[Claim], field: Field, rows: Sequence[int] | Ints) -> list[str]:
    """Return what each row's JSON says of one field: nothing where it is left out or its default."""
    found = _Parts(claim_type, field.name)
    return ["" if value is None else found.of(code, value) for code, value in _coded(field, rows)]


def _coded(field: Field, rows: Sequence[int] | Ints) -> list[tuple[int, Any]]:
    codes: list[int] = field.codes[rows].tolist()
    return [(code, None if code < 0 else field.values[code]) for code in codes]


class _Parts:
    """The JSON of one field of each of its values, written once."""

    def __init__(self, claim_type: type[Claim], name: str) -> None:
        self._type, self._name = claim_type, name
        self._blank: dict[str, Any] = {
            key: info.default if not info.is_required() else None for key, info in claim_type.model_fields.items()
        }
        self._known: dict[int, str] = {}

    def of(self, code: int, value: Any) -> str:  # noqa: ANN401 - any value of a field
        known = self._known.get(code)
        if known is None:
            one = made(self._type, {**self._blank, self._name: value})
            text = one.model_dump_json(exclude_defaults=True, include={self._name})
            known = self._known[code] = text[1:-1]
        return known


def _hash(written: str) -> str:
    return "c" + hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]
