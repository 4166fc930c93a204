"""Prevent a claim that nobody can check: evidence says where in which text it stands, and proves it by hash.

>>> e = Evidence.of("Two centres were agreed.", "Two centres", part="lede")
>>> e.start, e.end, e.problem("Two centres were agreed.")
(0, 11, None)
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from reconcile.errors import ClaimError, shown
from reconcile.values.base import Name, Words

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
LONGEST = 10**9


def digest(text: str) -> str:
    """Return the SHA-256 of the UTF-8 form of `text`, as 64 hexadecimal digits.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Evidence(BaseModel):
    """A stretch of a document that supports a claim (W3C Web Annotation: text position and text quote selectors).

    Args:
        start: first code point of the stretch, from 0.
        end: the code point after its last.
        sha256: SHA-256 of the document's UTF-8 text.
        quote: the words themselves, if they may be kept.
        quote_sha256: SHA-256 of the words, where they may not.
        document: the document, if other than the claim's.
        part: where in the document: headline, lede, body or caption.
        fields: the fields of the claim it supports; none means all.

    Raises:
        ValueError: `end` is not after `start`.

    >>> Evidence(start=0, end=3, sha256=digest("Two centres")).problem("Two centres") is None
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Annotated[int, Field(ge=0, le=LONGEST, strict=True)]
    end: Annotated[int, Field(ge=1, le=LONGEST, strict=True)]
    sha256: Digest
    quote: Words | None = None
    quote_sha256: Digest | None = None
    document: Name | None = None
    part: Literal["headline", "lede", "body", "caption"] | None = None
    fields: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end <= self.start:
            raise ClaimError(f"evidence ends ({self.end}) before it starts ({self.start})", repair="swap them")
        return self

    @classmethod
    def of(
        cls,
        text: str,
        quote: str,
        *,
        part: Literal["headline", "lede", "body", "caption"] | None = None,
        fields: tuple[str, ...] = (),
        keep_quote: bool = False,
    ) -> Self:
        """Return the evidence for `quote` at its first place in `text`.

        Args:
            text: the whole document.
            quote: words that stand in it.
            part: where in the document they stand.
            fields: the fields of the claim they support.
            keep_quote: keep the words, not only their hash.

        Raises:
            ClaimError: the words do not stand in the text.
        """
        start = text.find(quote)
        if start < 0 or not quote:
            raise ClaimError(f"{shown(quote)} does not stand in the document", repair="copy it letter by letter")
        return cls(
            start=start, end=start + len(quote), sha256=digest(text), quote=quote if keep_quote else None,
            quote_sha256=None if keep_quote else digest(quote), part=part, fields=fields,
        )  # fmt: skip

    def problem(self, text: str) -> str | None:
        """Return what is wrong with this evidence against the document's `text`, or None where it is proved."""
        if self.end > len(text):
            return f"offset {self.start}–{self.end} lies beyond the document's {len(text)} code points"
        found = text[self.start : self.end]
        if self._misquotes(found):
            return f"at offset {self.start}–{self.end} stands {shown(found)}, not the words quoted"
        if digest(text) != self.sha256:
            return (
                f"the document is not the one of the SHA-256; at offset {self.start}–{self.end} stands {shown(found)}"
            )
        return None

    def _misquotes(self, found: str) -> bool:
        if self.quote is not None and self.quote != found:
            return True
        return self.quote_sha256 is not None and self.quote_sha256 != digest(found)
