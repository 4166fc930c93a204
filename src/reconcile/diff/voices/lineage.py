"""Prevent two spellings of one outlet from being two origins: what is known of outlets beyond what the claims say.

>>> from reconcile import Claim
>>> a, b = Claim(about="x", source="Rudaw"), Claim(about="x", source={"outlet": "B", "via": ["RUDAW"]})
>>> sorted(set(Lineage().origin(a)) & set(Lineage().origin(b)))
['outlet rudaw']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reconcile.claims import Claim
from reconcile.diff.decisions import Decisions
from reconcile.diff.voices.wording import same_wording
from reconcile.values import BUILTIN, Names


@dataclass(frozen=True, slots=True)
class Lineage:
    """What is known of outlets beyond what the claims say.

    Attributes:
        names: how names are resolved.
        families: for an outlet's key, the publisher family it belongs to.
        wording: for a claim's id, the group of claims whose wording is near-equal.
        decisions: what people ruled.
        taken_back: for a claim's id, the claims that correct or retract it, each with the fields it does so for
            and with what it does.
        weigh_sources: whether severity uses the grades of sources and claims.
    """

    names: Names = BUILTIN
    families: Mapping[str, str] = field(default_factory=dict[str, str])
    wording: Mapping[str, str] = field(default_factory=dict[str, str])
    decisions: Decisions = field(default_factory=Decisions)
    taken_back: Mapping[str, Sequence[tuple[str, tuple[str, ...], str]]] = field(default_factory=dict[str, Any])
    weigh_sources: bool = False

    _keys: dict[str, str] = field(default_factory=dict[str, str], init=False, repr=False, compare=False)
    _likely_keys: dict[str, str] = field(default_factory=dict[str, str], init=False, repr=False, compare=False)
    _aliases: dict[str, frozenset[str]] = field(default_factory=dict[str, Any], init=False, repr=False, compare=False)
    _attested: dict[str, frozenset[str]] = field(default_factory=dict[str, Any], init=False, repr=False, compare=False)
    _chains: dict[str, Mapping[str, str]] = field(default_factory=dict[str, Any], init=False, repr=False, compare=False)
    _voices: dict[str, str] = field(default_factory=dict[str, str], init=False, repr=False, compare=False)
    _origins: dict[str, tuple[str, ...]] = field(default_factory=dict[str, Any], init=False, repr=False, compare=False)
    _ties: dict[str, frozenset[str]] = field(default_factory=dict[str, Any], init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        claims: Sequence[Claim],
        *,
        names: Names,
        families: Mapping[str, str],
        decisions: Decisions | None = None,
        weigh_sources: bool = False,
        events: Iterable[Sequence[Claim]] = (),
    ) -> Lineage:
        """Return what is known of the outlets and claims of a run.

        Args:
            claims: the claims of the run.
            names: how names are resolved.
            families: for an outlet, in any spelling, its publisher family.
            decisions: what people ruled.
            weigh_sources: whether severity uses the grades of sources and claims.
            events: the claims of each event: near-equal wording is looked for inside one event.
        """
        plain = cls(names)
        return cls(
            names,
            {plain.key(outlet): family for outlet, family in families.items()},
            {one: group for members in events for one, group in same_wording(members).items()},
            decisions or Decisions(),
            _taken_back(claims),
            weigh_sources,
        )

    def heard(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return the affirmed claims that nobody withdrew by a ruling."""
        withdrawn = self.decisions.withdrawn
        return [c for c in claims if c.polarity == "affirmed" and c.id not in withdrawn]

    def retracted(self, claim: Claim) -> bool:
        """Return whether a claim as a whole has been corrected or retracted since."""
        return any(not fields for _, fields, _ in self.taken_back.get(claim.id, ()))

    def key(self, name: str) -> str:
        """Return what all spellings of one name share."""
        found = self._keys.get(name)
        if found is None:
            found = self._keys[name] = self.names.voice(name)
        return found

    def origin(self, claim: Claim) -> tuple[str, ...]:
        """Return the keys that claims of one origin share: outlets of the chain, document, quotation and wording.

        Args:
            claim: a claim.
        """
        found = self._origins.get(claim.id)
        if found is None:
            found = self._origins[claim.id] = _origin_keys(claim, self)
        return found

    def ties(self, claim: Claim) -> frozenset[str]:
        """Return all that a claim may share with another: voice, outlets, document, wording and statements.

        Args:
            claim: a claim. What two claims with no tie in common say is judged by what they say alone.
        """
        found = self._ties.get(claim.id)
        if found is None:
            named = [reference.claim for reference in claim.refers]
            applied = enumerate(self.decisions.applied)
            ruled = [f"ruling {number}" for number, ruling in applied if claim.id in ruling.claims]
            speaker = (f"voice {self.key(claim.source.speaker)}",) if claim.source.speaker is not None else ()
            keys = (
                *self.origin(claim),
                f"voice {self.voice(claim)}",
                *speaker,
                *(f"claim {one}" for one in named),
                *ruled,
            )
            found = self._ties[claim.id] = frozenset(keys)
        return found

    def voice(self, claim: Claim) -> str:
        """Return the key of the claim's voice; an unnamed one is its document's own."""
        found = self._voices.get(claim.id)
        if found is None:
            found = self._voices[claim.id] = self._voice(claim)
        return found

    def _voice(self, claim: Claim) -> str:
        source = claim.source
        if not source.named:
            return f"{source.kind} in {source.document or claim.id} of {self.key(source.outlet)}: {source.voice}"
        return self.key(source.voice)

    def aliases(self, claim: Claim) -> frozenset[str]:
        """Return the keys of all names that the claim's named voice may go by, its speaker's among them.

        Args:
            claim: a claim.
        """
        found = self._aliases.get(claim.id)
        if found is None:
            names = (claim.source.voice, claim.source.speaker) if claim.source.named else ()
            found = self._aliases[claim.id] = frozenset(self._likely(name) for name in names if name is not None)
        return found

    def attested(self, claim: Claim) -> frozenset[str]:
        """Return the keys of all names that the outlets of the claim's chain may go by.

        Args:
            claim: a claim.
        """
        found = self._attested.get(claim.id)
        if found is None:
            found = self._attested[claim.id] = frozenset(map(self._likely, claim.source.chain))
        return found

    def _likely(self, name: str) -> str:
        found = self._likely_keys.get(name)
        if found is None:
            found = self._likely_keys[name] = self.names.voice(name, likely=True)
        return found

    def chain(self, claim: Claim) -> Mapping[str, str]:
        """Return the outlets of the chain by key, publisher families among them."""
        found = self._chains.get(claim.id)
        if found is None:
            found = {self.key(outlet): outlet for outlet in claim.source.chain}
            if self.families:
                family = {self.families[one] for pair in found.items() for one in pair if one in self.families}
                found |= {f"family {name}": f"the publisher {name}" for name in family}
            self._chains[claim.id] = found
        return found


def _taken_back(claims: Iterable[Claim]) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    found: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        for reference in claim.refers:
            if reference.kind in ("corrects", "retracts"):
                found.setdefault(reference.claim, []).append((claim.id, reference.fields, reference.kind))
    return found


def _origin_keys(claim: Claim, lineage: Lineage) -> tuple[str, ...]:
    source = claim.source
    keys = [f"outlet {key}" for key in lineage.chain(claim)]
    keys += [f"document {source.document}"] if source.document else []
    keys += [f"address {source.url}"] if source.url else []
    keys.append(f"claim {claim.id}")
    if claim.refers:
        keys += [f"claim {r.claim}" for r in claim.refers if r.kind == "quotes"]
    if claim.evidence:
        keys += [f"words {e.quote_sha256 or e.quote}" for e in claim.evidence if e.quote_sha256 or e.quote]
    keys += [f"wording {lineage.wording[claim.id]}"] if claim.id in lineage.wording else []
    if source.kind != "own" and source.basis == "statement":
        keys.append(f"statement of {lineage.voice(claim)}")
    return tuple(keys)
