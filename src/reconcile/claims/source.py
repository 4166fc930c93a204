"""Prevent an outlet from being taken for the voice it quotes: who carried a statement and who made it are two things.

>>> Source(outlet="Rudaw", speaker="the spokesman", organization="Joint Operations Command").voice
'Joint Operations Command'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from reconcile.values.base import Name, stated_fields

Kind = Literal["own", "named", "unnamed", "collective"]
Basis = Literal["own-reporting", "statement", "wire", "social", "unknown"]


class Source(BaseModel):
    """Who carried a statement, through whom, and who is quoted.

    Args:
        outlet: who published it.
        via: the outlets it was taken from, nearest first.
        speaker: the person quoted.
        role: the speaker's office.
        organization: for whom the speaker speaks, or who issued the statement.
        kind: `own` words of the outlet, a `named` voice, an `unnamed` one ("security sources") or a `collective`
            ("local media"). By default `named` where a speaker or organization is given, else `own`.
        basis: what the outlet's knowledge rests on.
        document: the article or post; statements in one document are one publication.
        url: where it stands.
        language: BCP 47 tag of the document.
        reliability: the source's grade on the Admiralty scale, A (reliable) to E; F is unknown.

    >>> Source(outlet="Rudaw").kind
    'own'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    outlet: Name
    via: tuple[Name, ...] = Field(default=(), max_length=50)
    speaker: Name | None = None
    role: Name | None = None
    organization: Name | None = None
    kind: Kind = "own"
    basis: Basis = "unknown"
    document: Name | None = None
    url: Name | None = None
    language: Name | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        if isinstance(data, str):
            return {"outlet": data}
        if not isinstance(data, dict):
            return data
        given = cast("dict[str, Any]", data)
        speaks = given.get("speaker") or given.get("organization")
        return {**given, "kind": "named"} if speaks and "kind" not in given else given

    @model_serializer(mode="wrap")
    def _written(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Write `own` where it is not the default: beside a speaker a missing kind reads as `named`."""
        data = handler(self)
        return {**data, "kind": "own"} if self.kind == "own" and (self.speaker or self.organization) else data

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show what is stated, not what is left at its default."""
        return stated_fields(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow in JSON Schema the plain form that validation accepts: the outlet's name."""
        full = handler(schema)
        return {"anyOf": [{"type": "string"}, full]} if handler.mode == "validation" else full

    @property
    def voice(self) -> str:
        """Who asserts: the organization when someone speaks for it, else the speaker, else the outlet.

        What an outlet took from another in that one's own words is the other's voice.
        """
        return self.organization or self.speaker or self.carrier

    @property
    def chain(self) -> tuple[str, ...]:
        """The outlets it passed through, from the one that published it to the first."""
        return (self.outlet, *self.via)

    @property
    def carrier(self) -> str:
        """The outlet that attests the statement first-hand: the end of the chain."""
        return self.via[-1] if self.via else self.outlet

    @property
    def named(self) -> bool:
        """Whether the voice can be told from other voices (neither unnamed nor collective)."""
        return self.kind in ("own", "named")
