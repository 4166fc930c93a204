"""Prevent wording from deciding what is true: texts bring claims together, they never contradict each other.

>>> Text("Two centres agreed").similarity(Text("مركزان للتنسيق")) is None
True
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import StringConstraints, model_validator

from reconcile.language import fold
from reconcile.values.base import NOT_BLANK, WRITTEN, FrozenValue
from reconcile.values.relation import Relation, alien


class Text(FrozenValue):
    """Wording in some language.

    Args:
        text: the words.
        language: its BCP 47 tag, if known.

    >>> print(Text("Agreement on two centres", language="en"))
    Agreement on two centres
    """

    plain_forms: ClassVar[tuple[dict[str, Any], ...]] = ({"type": "string"},)

    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=NOT_BLANK)]
    language: Annotated[str, StringConstraints(max_length=500, pattern=WRITTEN)] | None = None

    def __init__(self, text: Any = None, /, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        super().__init__(**(fields if text is None else {"text": text, **fields}))

    @model_validator(mode="before")
    @classmethod
    def _coerce(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        return {"text": data} if isinstance(data, str) else data

    def relate(self, other: Text, /) -> Relation:
        """Return `EQUAL` for the same folded words, else `UNKNOWN`: wording never excludes wording."""
        if alien(other, Text):
            return Relation.UNKNOWN
        return Relation.EQUAL if self._key == other._key else Relation.UNKNOWN

    @property
    def _key(self) -> str:
        return fold(self.text) or self.text

    def similarity(self, other: Text, /) -> float | None:
        """Return rapidfuzz's token-sort ratio of the folded texts, 0..1; None for texts that share no script.

        >>> Text("centres agreed").similarity(Text("Agreed: centres")) > 0.8
        True
        """
        from rapidfuzz.fuzz import token_sort_ratio

        if alien(other, Text):
            return None
        left, right = fold(self.text), fold(other.text)
        if left == right:
            return 1.0
        if not (scripts(left) & scripts(right)):
            return None
        return token_sort_ratio(left, right) / 100

    def blocking_keys(self) -> frozenset[str]:
        """Return the folded words of at least four letters, at most 32 of them."""
        words = sorted({word for word in fold(self.text).split() if len(word) > 3})
        return frozenset("word:" + word for word in words[:32])

    def __str__(self) -> str:
        return self.text


def scripts(text: str) -> frozenset[str]:
    """Return which scripts the letters of `text` belong to, coarsely: Latin, Arabic or another block.

    >>> sorted(scripts("Erbil أربيل"))
    ['arabic', 'latin']
    """
    return frozenset(_script(ord(char)) for char in set(text) if char.isalpha())


def _script(code: int) -> str:
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "latin"
    if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFF00:
        return "arabic"
    return f"block-{code >> 8:x}"
