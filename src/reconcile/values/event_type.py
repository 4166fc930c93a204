"""Prevent "assault" and "assault.shelling" from being two kinds of event: types are paths from general to special.

>>> EventType("assault.shelling").relate(EventType("assault"))
<Relation.NARROWER: 'narrower'>
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from reconcile.errors import ClaimError, shown
from reconcile.language import fold
from reconcile.values.base import control_character
from reconcile.values.relation import Relation, alien

_LONGEST = 200


class EventType(str):
    """A dotted path of words, general to special, as in `force-movement.redeployment`; it is a `str`.

    Args:
        path: the words, joined by dots.

    Raises:
        ClaimError: a word is empty, or the path is longer than 200 characters.

    >>> EventType("assault.shelling").parents
    ('assault',)
    """

    __slots__ = ()

    def __new__(cls, path: str) -> Self:
        """Return the type of that path."""
        if type(path) is cls:
            return path
        if not isinstance(path, str) or not 0 < len(path) <= _LONGEST:
            raise ClaimError(f"not an event type: {shown(path)}", repair="write words joined by dots")
        if not all(word and word == word.strip() for word in path.split(".")):
            raise ClaimError(f"empty word in event type {shown(path)}", repair="write words joined by single dots")
        if (control := control_character(path)) is not None:
            raise ClaimError(f"a control character ({control}) in an event type", repair="take it out")
        return super().__new__(cls, path)

    @property
    def path(self) -> tuple[str, ...]:
        """The folded words of the path."""
        return _path(str(self))

    @property
    def parents(self) -> tuple[str, ...]:
        """The more general types, nearest first."""
        words = self.split(".")
        return tuple(".".join(words[:n]) for n in range(len(words) - 1, 0, -1))

    def relate(self, other: EventType, /) -> Relation:
        """Return how this type stands to `other`: a longer path is narrower, siblings are `UNKNOWN`."""
        if alien(other, EventType):
            return Relation.UNKNOWN
        a, b = self.path, other.path
        forward, backward = a[: len(b)] == b, b[: len(a)] == a
        return Relation.of(forward=forward, backward=backward) if forward or backward else Relation.UNKNOWN

    def similarity(self, other: EventType, /) -> float | None:
        """Return the share of the longer path that both begin with.

        >>> EventType("assault.shelling").similarity(EventType("assault.airstrike"))
        0.5
        """
        if alien(other, EventType):
            return None
        a, b = self.path, other.path
        shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        return shared / max(len(a), len(b))

    def blocking_keys(self) -> frozenset[str]:
        """Return every prefix of the path."""
        return frozenset("type:" + ".".join(self.path[:n]) for n in range(1, len(self.path) + 1))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Validate as a string that is a path; serialize as a string."""
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.str_schema(min_length=1, max_length=_LONGEST),
            serialization=core_schema.to_string_ser_schema(),
        )


@lru_cache(maxsize=4096)
def _path(text: str) -> tuple[str, ...]:
    return tuple(fold(word) or word for word in text.split("."))
