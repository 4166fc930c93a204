"""Prevent a result that cannot be asked again: all that a run was given beside the claims is kept together.

>>> Settings().families
{}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar, cast

from reconcile.claims import Claim
from reconcile.claims.ruling import Ruling
from reconcile.diff.coverage import Coverage
from reconcile.diff.decisions import Decisions
from reconcile.diff.voices.lineage import Lineage
from reconcile.errors import ClaimError, shown
from reconcile.language import Gazetteer, Lexicon
from reconcile.values import Names

if TYPE_CHECKING:
    from reconcile.align import Aligner


R = TypeVar("R")
_WAYS = {
    "gazetteer": "use rc.Gazetteer.load(path)",
    "lexicon": "use rc.Lexicon.load(path)",
    "families": "give a mapping from outlet to publisher",
    "rulings": "use rc.read_rulings(path)",
    "coverage": "give rc.Coverage rows",
}


def listed(rows: Iterable[R]) -> tuple[R, ...]:
    """Return rows as a tuple; the path of a file is not taken apart into letters.

    >>> listed([1, 2])
    (1, 2)
    """
    return cast("tuple[R, ...]", (rows,)) if isinstance(rows, str | PurePath) else tuple(rows)


def check_tables(**tables: object) -> None:
    """Raise where a table is not what its name says, such as the path of its file.

    Args:
        tables: what was given, by the name of the argument; None is no table.

    Raises:
        ClaimError: what is wrong with each of them.

    >>> check_tables(families={"Rudaw English": "Rudaw"})
    """
    wrong = [name for name, table in tables.items() if not (table is None or _fits(name, table))]
    if wrong:
        raise ClaimError.gather(
            ClaimError(f"not a table: {shown(tables[name])}", where=name, repair=_WAYS[name]) for name in wrong
        )


def _fits(name: str, table: object) -> bool:
    match name:
        case "gazetteer":
            return isinstance(table, Gazetteer)
        case "lexicon":
            return isinstance(table, Lexicon)
        case "families":
            return isinstance(table, Mapping)
        case _:
            kind = Ruling if name == "rulings" else Coverage
            return isinstance(table, tuple) and all(isinstance(one, kind) for one in cast("tuple[Any, ...]", table))


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
