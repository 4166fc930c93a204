"""Prevent a person's decision from outliving its evidence: a ruling names the claims it rests on, by hash.

>>> from reconcile import Claim
>>> a, b = (Claim(id=i, about="x", count=n, source=i) for i, n in (("a", 2), ("b", 3)))
>>> ruling = Ruling.on([a, b], kind="both-stand", who="desk", when="2020-10-14", why="other rooms", field="count")
>>> ruling.fits({"a": a, "b": b}), ruling.fits({"a": a, "b": b.model_copy(update={"reported": Period("2020")})})
(True, False)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from reconcile.claims.claim import Claim
from reconcile.claims.evidence import Digest
from reconcile.errors import ClaimError, shown
from reconcile.values import Period
from reconcile.values.base import Name, Words

RulingKind = Literal["same-event", "not-same-event", "frames-differ", "both-stand", "withdrawn"]


class Ruling(BaseModel):
    """What a person decided about claims, with who, when, why and the hash of the evidence it rests on.

    Args:
        kind: `same-event` and `not-same-event` decide alignment; `frames-differ` says that the claims speak of
            two things; `both-stand` that their difference is explained; `withdrawn` that a claim no longer counts.
        claims: the ids of the claims; one or more for `withdrawn`, two or more for the others.
        field: the field it is about, for `frames-differ` and `both-stand`; none means all.
        who: who decided.
        when: the day of the decision.
        why: the reason.
        evidence: SHA-256 over the claims as they were (see `evidence_of`).

    Raises:
        pydantic.ValidationError: a field is missing, or there are too few claims.

    >>> Ruling.model_fields["kind"].is_required()
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: RulingKind
    claims: Annotated[tuple[Name, ...], Field(min_length=1, max_length=1000)]
    field: Name | None = None
    who: Name
    when: Period
    why: Words
    evidence: Digest

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.kind != "withdrawn" and len(set(self.claims)) < 2:
            raise ClaimError(f"{self.kind} of {shown(self.claims[0])} alone", repair="name at least two claims")
        return self

    @classmethod
    def on(
        cls,
        claims: Iterable[Claim],
        *,
        kind: RulingKind,
        who: str,
        when: str | Period,
        why: str,
        field: str | None = None,
    ) -> Self:
        """Return the ruling on claims as they stand now.

        Args:
            claims: the claims it is about.
            kind: what is decided.
            who: who decides.
            when: the day.
            why: the reason.
            field: the field it is about.
        """
        given = {claim.id: claim for claim in claims}
        ids = tuple(sorted(given))
        day = Period.parse(when) if isinstance(when, str) else when
        return cls(kind=kind, claims=ids, field=field, who=who, when=day, why=why, evidence=evidence_of(ids, given))

    def fits(self, claims: Mapping[str, Claim]) -> bool:
        """Return whether all its claims are there and are what they were when it was made.

        Args:
            claims: the claims of a run, by id.
        """
        known = all(one in claims for one in self.claims)
        return known and evidence_of(self.claims, claims) == self.evidence

    @property
    def order(self) -> tuple[str, ...]:
        """Sorts rulings by content."""
        return (self.kind, *self.claims, self.field or "", self.who, str(self.when), self.why, self.evidence)

    def __str__(self) -> str:
        of = f" on {self.field}" if self.field else ""
        return f"{self.kind}{of}: {', '.join(self.claims)} – {self.who}, {self.when}: {self.why}"


def evidence_of(ids: Iterable[str], claims: Mapping[str, Claim]) -> str:
    """Return the SHA-256 over claims as they stand, in the order of their ids.

    Args:
        ids: which claims.
        claims: the claims by id.

    >>> len(evidence_of([], {}))
    64
    """
    texts = (claims[one].to_json() for one in sorted(set(ids)))
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
