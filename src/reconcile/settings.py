"""Prevent a result that cannot be asked again: all that a run was given beside the claims is kept together.

>>> Settings().families
{}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reconcile.claims import Claim
from reconcile.claims.ruling import Ruling
from reconcile.diff.coverage import Coverage
from reconcile.diff.decisions import Decisions
from reconcile.diff.voices.lineage import Lineage
from reconcile.language import Gazetteer, Lexicon
from reconcile.values import Names

if TYPE_CHECKING:
    from reconcile.align import Aligner


@dataclass(frozen=True)
class Settings:
    """All that a run was given beside the claims, so that it can be asked again.

    Attributes:
        gazetteer: how places are resolved, if not by the built-in table.
        lexicon: how people and organizations are resolved, if not by the built-in table.
        families: publisher families by outlet.
        rulings: people's decisions.
        coverage: which outlet watches what.
        aligner: how claims of one event are found, if not by the default.
        weigh_sources: whether severity uses the grades of sources and claims.
    """

    gazetteer: Gazetteer | None = None
    lexicon: Lexicon | None = None
    families: Mapping[str, str] = field(default_factory=dict[str, str])
    rulings: tuple[Ruling, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    aligner: Aligner | None = None
    weigh_sources: bool = False

    def lineage(
        self,
        claims: Sequence[Claim],
        names: Names,
        *,
        events: Iterable[Sequence[Claim]],
        decisions: Decisions | None = None,
    ) -> Lineage:
        """Return what is known of the outlets and claims of a run.

        Args:
            claims: the claims of the run.
            names: how its names are resolved.
            events: the claims of each event.
            decisions: what people ruled.
        """
        return Lineage.of(
            claims,
            names=names,
            families=self.families,
            decisions=decisions,
            weigh_sources=self.weigh_sources,
            events=events,
        )

    def names(self, claims: Sequence[Claim]) -> Names:
        """Return how all names of a run are resolved.

        Args:
            claims: the claims of the run.
        """
        from reconcile.align import resolve_names

        return resolve_names(claims, gazetteer=self.gazetteer, lexicon=self.lexicon)
