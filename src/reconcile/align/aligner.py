"""Prevent two reports of one event from being two events, and two events of one place from being one.

>>> from reconcile import Claim
>>> from reconcile.align import Aligner, resolve_names
>>> told = dict(event_type="coordination.centre", places=["Erbil"], when="2020-10-13")
>>> claims = [Claim(id=outlet, source=outlet, **told) for outlet in ("a", "b")]
>>> Aligner().align(claims, names=resolve_names(claims)).labels.tolist()
[0, 0]
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reconcile.align.arrays import MISSING, Ints, Neighbors, Pairs, encode
from reconcile.align.block import LIMIT, Blocking
from reconcile.align.cluster import Rules, average_linkage, numbered
from reconcile.align.columns import Field, fields_of
from reconcile.align.company import COMPANY, documents, in_company, keeps_company
from reconcile.align.constraints import rules_of
from reconcile.align.defaults import default_model, default_scale
from reconcile.align.explain import Match, explained
from reconcile.align.fit import fitted, fitted_pairs
from reconcile.align.model import Model
from reconcile.align.resolve import resolve_names
from reconcile.align.table import SCALE, Table
from reconcile.align.turns import in_turn
from reconcile.claims import Claim
from reconcile.errors import ClaimError
from reconcile.values import Names


@dataclass(frozen=True)
class Aligner:
    """Settings and, once fitted or loaded, the model that decides which claims are of one event.

    Args:
        threshold: the mean bits from which claims are of one event, instead of the model's.
        model: frozen weights; by default the shipped ones, with frequencies counted in each run.
        limit: with how many others one claim is compared under one blocking key.
        one_per: "outlet" or "document" where one event holds at most one claim of each: a source that lists
            each event once.
        in_turn: with `one_per`, take the sources one after the other, in the order of their names; an event is
            judged by its first record alone. Otherwise the mean over all pairs decides.

    Raises:
        ClaimError: `one_per` is neither, or `in_turn` stands without it.

    >>> from reconcile import Claim
    >>> from reconcile.align import resolve_names
    >>> claims = [Claim(id=i, about="two joint centres agreed", source=i) for i in "ab"]
    >>> Aligner().align(claims, names=resolve_names(claims)).labels.tolist()
    [0, 0]
    """

    threshold: float | None = None
    model: Model | None = None
    limit: int = LIMIT
    one_per: str | None = None
    in_turn: bool = False

    def __post_init__(self) -> None:
        if self.one_per not in (None, "outlet", "document") or (self.in_turn and not self.one_per):
            given = f"one_per={self.one_per!r}, in_turn={self.in_turn}"
            raise ClaimError(given, where="Aligner", repair='give one_per "outlet" or "document"')

    def align(
        self,
        claims: Sequence[Claim],
        *,
        names: Names,
        together: Iterable[tuple[str, str]] = (),
        apart: Iterable[tuple[str, str]] = (),
    ) -> Alignment:
        """Return which claims are of one event.

        Args:
            claims: the claims; their order changes nothing but the numbers of the events.
            names: how names of places and parties are resolved.
            together: pairs of ids known to be of one event.
            apart: pairs of ids known not to be of one event.
        """
        table = Table.of(claims, names=names, model=self.model)
        ranked = _ranked(claims, table)
        place = {name: row for row, name in enumerate(table.ids)}
        linked, barred = (
            [(place[a], place[b]) for a, b in ruled if a in place and b in place and a != b]
            for ruled in (together, apart)
        )
        rules = rules_of(ranked, together=linked, apart=barred, record=self._records(ranked))
        return self.align_table(table, rules=rules, claims=ranked)

    def align_table(
        self,
        table: Table,
        *,
        rules: Rules | None = None,
        claims: Sequence[Claim] = (),
        blocking: Blocking | None = None,
    ) -> Alignment:
        """Return which rows of a table are of one event.

        Args:
            table: columns of the weighing fields.
            rules: constraints, by row of the table.
            claims: the claims of the rows, for `Alignment.match`.
            blocking: what `table.blocking` returned, where it was asked before.
        """
        model = _at_threshold(table.model, self.threshold)
        keyed = rules is not None and rules.key is not None and bool((rules.key != MISSING).all())
        blocking = blocking or (table.no_blocking() if keyed else table.blocking(limit=self.limit))
        pairs = _undecided(blocking, rules)
        pairs, score = _told(table, model, pairs)
        if self.in_turn and rules is not None and rules.record is not None:
            pairs, score = in_turn(
                pairs, score, source=rules.record, day=table.days[0],
                threshold=round(model.threshold * SCALE), top=round(model.top * SCALE),
            )  # fmt: skip
        label = average_linkage(
            len(table.ids),
            *pairs,
            score,
            threshold=round(model.threshold * SCALE),
            absent=_absent(model),
            rules=rules,
        )
        return Alignment(numbered(label[table.place]), table, model, blocking, tuple(claims))

    def fit(
        self,
        claims: Sequence[Claim],
        *,
        names: Names | None = None,
        events: Mapping[str, Hashable] | None = None,
        pairs: Mapping[tuple[str, str], bool] | None = None,
    ) -> Aligner:
        """Return an aligner with weights learned from `claims`, and their frequencies frozen.

        Args:
            claims: claims like those to be aligned.
            names: how names are resolved; by default from the claims themselves.
            events: the event of each claim's id, where known.
            pairs: whether two ids are of one event, where known. Without `events` and `pairs` the weights are
                learned from the claims alone, by expectation–maximization.
        """
        table = Table.of(claims, names=names or resolve_names(claims), model=self.model or _to_learn(claims))
        if pairs is not None:
            return self._with(fitted_pairs(table, pairs), table)
        found = table.blocking(limit=self.limit).pairs
        if events is not None:
            known = [events.get(name) for name in table.ids]
            return self._with(fitted(table.model, table.columns, found, known), table)
        return self.fit_table(table, records=self._records(_ranked(claims, table)))

    def fit_table(
        self, table: Table, *, records: Sequence[str | None] = (), blocking: Blocking | None = None
    ) -> Aligner:
        """Return an aligner with weights learned from a table without labels, and its frequencies frozen.

        Args:
            table: columns of the weighing fields.
            records: per row its source, where one event holds at most one claim of each: such pairs teach
                nothing.
            blocking: what `table.blocking` returned, where it was asked before.
        """
        found = blocking or table.blocking(limit=self.limit)
        if not len(records):
            return self._with(table.learned(found.neighbors), table)
        source, (a, b) = encode(records)[0], found.pairs
        other = (source[a] != source[b]) | (source[a] == MISSING)
        return self._with(table.learned(Pairs(a[other], b[other])), table)

    def _with(self, model: Model, table: Table) -> Aligner:
        return replace(self, model=replace(model, tallies=table.tallies))

    def _records(self, claims: Sequence[Claim]) -> list[str | None]:
        return [getattr(claim.source, self.one_per) for claim in claims] if self.one_per else []


@dataclass(frozen=True)
class Alignment:
    """Which claims are of one event, and why.

    Attributes:
        labels: one event number per claim, numbered by first member in the order given.
        table: the claims as columns.
        model: the weights that were used.
        candidates: the pairs that were compared, and what was refined or capped.
        claims: the claims in the order of the table.
    """

    labels: Ints
    table: Table
    model: Model
    candidates: Blocking
    claims: tuple[Claim, ...] = ()

    @property
    def capped(self) -> dict[str, int]:
        """By field, how many claims were compared only with their nearest in time under frequent keys."""
        return {name: count for name, count in self.candidates.capped.items() if count}

    def match(self, a: int, b: int) -> Match:
        """Return why the claims at positions `a` and `b` are, or are not, of one event.

        Args:
            a: a position in the claims given.
            b: another.
        """
        left, right = int(self.table.place[a]), int(self.table.place[b])
        same = bool(self.labels[a] == self.labels[b])
        found = explained(self.model, self.table.columns, left, right, ids=self.table.ids, same_event=same)
        return replace(found, because=self._because(left, right, found))

    def _because(self, left: int, right: int, found: Match) -> str:
        if self.claims:
            one, two = self.claims[left], self.claims[right]
            if one.key is not None and two.key is not None:
                return "equal keys" if one.key == two.key else "different keys"
            if found.same_event and any(to.claim == y.id for x, y in ((one, two), (two, one)) for to in x.refers):
                return "one refers to the other"
        if found.same_event != (found.total >= self.model.threshold):
            return "through other claims of the event" if found.same_event else "other claims of the event differ"
        return ""


def _absent(model: Model) -> int:
    """Return what a pair weighs that was not compared, below the threshold in any case."""
    return min(round(model.absent * SCALE), round(model.threshold * SCALE) - 1)


def _told(table: Table, model: Model, pairs: Pairs | Neighbors) -> tuple[Pairs, Ints]:
    """Return the pairs and what they weigh; of those that weigh what one weighs that is not compared, none."""
    if _absent(model) == round(model.absent * SCALE):
        return table.weighed(model, pairs)
    return pairs.whole(slice(None)), table.scores(model, pairs)


def _undecided(blocking: Blocking, rules: Rules | None) -> Pairs | Neighbors:
    """Return the pairs that keys have not decided."""
    if rules is None or rules.key is None:
        return blocking.neighbors
    known, pairs = rules.key != MISSING, blocking.pairs
    return Pairs(*(side[~(known[pairs.a] & known[pairs.b])] for side in pairs))


def _to_learn(claims: Sequence[Claim]) -> Model:
    """Return the shipped weights, with the company of claims where documents hold several of them."""
    model = default_model(fields_of(claims))
    kept = keeps_company(documents([claim.source for claim in claims]))
    return in_company(model, default_scale(Field(COMPANY, "company"))) if kept else model


def _at_threshold(model: Model, threshold: float | None) -> Model:
    """Return `model` with another threshold; a pair that is not compared stays at least four bits below it."""
    if threshold is None:
        return model
    return replace(model, threshold=threshold, absent=min(model.absent, threshold - 4.0))


def _ranked(claims: Sequence[Claim], table: Table) -> list[Claim]:
    return [claims[i] for i in np.argsort(table.place).tolist()]
