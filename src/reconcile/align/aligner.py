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

from reconcile.align.arrays import Floats, Ints
from reconcile.align.block import LIMIT, Blocking, Family, candidates
from reconcile.align.cluster import average_linkage, numbered
from reconcile.align.columns import Field, column, fields_of, values_of
from reconcile.align.constraints import rules_of
from reconcile.align.defaults import default_model
from reconcile.align.explain import Match, Weight
from reconcile.align.fields import Column, TimeColumn
from reconcile.align.fields.base import Compared
from reconcile.align.fit import fitted
from reconcile.align.model import Model
from reconcile.align.weigh import learned, patterns, rarities
from reconcile.claims import Claim
from reconcile.values import Names

AT_ONCE = 500_000
SCALE = 1000
SAMPLE = 400_000
FAR = 4_000_000


@dataclass(frozen=True)
class Aligner:
    """Settings and, once fitted or loaded, the model that decides which claims are of one event.

    Args:
        threshold: the mean bits from which claims are of one event, instead of the model's.
        model: frozen weights; by default the shipped ones, with frequencies counted in each run.
        limit: with how many others one claim is compared under one blocking key.
        one_per: the field of `source` of which one event holds at most one claim each ("outlet", "document"),
            where each source lists each event once.
    """

    threshold: float | None = None
    model: Model | None = None
    limit: int = LIMIT
    one_per: str | None = None

    def align(
        self, claims: Sequence[Claim], *, names: Names, together: Iterable[tuple[str, str]] = (), apart: Iterable[tuple[str, str]] = ()
    ) -> Alignment:
        """Return which claims are of one event.

        Args:
            claims: the claims; their order changes nothing but the numbers of the events.
            names: how names of places and parties are resolved.
            together: pairs of ids known to be of one event.
            apart: pairs of ids known not to be of one event.
        """
        table = Table.of(claims, names=names, model=self.model)
        blocking = table.blocking(limit=self.limit)
        model = self._thresholded(table.model)
        score = whole(scores(table.columns, model, blocking), model)
        place = {claim.id: row for row, claim in enumerate(table.claims)}
        barred = [(place[a], place[b]) for a, b in apart if a in place and b in place and a != b]
        linked = [(place[a], place[b]) for a, b in together if a in place and b in place and a != b]
        record = [getattr(claim.source, self.one_per) for claim in table.claims] if self.one_per else []
        label = average_linkage(
            len(claims), *blocking.pairs, score, threshold=round(model.threshold * SCALE),
            absent=round(model.absent * SCALE), rules=rules_of(table.claims, together=linked, apart=barred, record=record),
        )  # fmt: skip
        return Alignment(numbered(label[table.place]), table, replace(model), blocking)

    def _thresholded(self, model: Model) -> Model:
        return model if self.threshold is None else replace(model, threshold=self.threshold)

    def fit(
        self,
        claims: Sequence[Claim],
        *,
        names: Names | None = None,
        events: Mapping[str, Hashable] | None = None,
    ) -> Aligner:
        """Return an aligner with weights learned from `claims`, and their frequencies frozen.

        Args:
            claims: claims like those to be aligned.
            names: how names are resolved; by default from the claims themselves.
            events: the event of each claim's id, where known. Without it the weights are learned by
                expectation–maximization.
        """
        from reconcile.align.resolve import resolve_names

        table = Table.of(claims, names=names or resolve_names(claims), model=self.model)
        pairs = table.blocking(limit=self.limit).pairs
        if events is not None:
            model = fitted(
                table.model, table.columns, pairs, [events.get(claim.id) for claim in table.claims]
            )
        else:
            model = learned_from(table.columns, table.model, pairs.a, pairs.b)
        return replace(self, model=replace(model, tallies=table.tallies))


@dataclass(frozen=True)
class Table:
    """The claims of a run as columns, sorted by id.

    Attributes:
        claims: the claims, sorted by id.
        place: where each given claim stands among them.
        columns: one per scale of the model.
        model: the model, complete for all weighing fields.
    """

    claims: tuple[Claim, ...]
    place: Ints
    columns: tuple[Column, ...]
    model: Model

    @classmethod
    def of(cls, claims: Sequence[Claim], *, names: Names, model: Model | None) -> Table:
        """Return the columns of `claims`."""
        order = sorted(range(len(claims)), key=lambda i: (claims[i].id, i))
        ranked = tuple(claims[i] for i in order)
        model = model or default_model(fields_of(ranked))
        columns = tuple(
            column(Field(scale.name, scale.kind), values_of(ranked, scale.name), names=names,
                   tally=model.tallies.get(scale.name))
            for scale in model.scales
        )  # fmt: skip
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        return cls(ranked, place, columns, model)

    @property
    def tallies(self) -> dict[str, object]:
        """The frequencies of each field."""
        return {scale.name: one.tally for scale, one in zip(self.model.scales, self.columns, strict=True)}

    def blocking(self, *, limit: int) -> Blocking:
        """Return the pairs of claims to compare."""
        times = [c for c in self.columns if isinstance(c, TimeColumn)]
        size = len(self.claims)
        low, high = times[0].days() if times else (np.zeros(size, dtype=np.int64), np.full(size, FAR))
        families = [Family(s.name, c.keys()) for s, c in zip(self.model.scales, self.columns, strict=True)]
        return candidates([f for f in families if len(f.keys.codes)], low, high, limit=limit)


def scores(columns: Sequence[Column], model: Model, blocking: Blocking) -> Floats:
    """Return the bits of each pair to compare."""
    a, b = blocking.pairs
    parts = [np.zeros(0)]
    for i in range(0, len(a), AT_ONCE):
        rows = a[i : i + AT_ONCE], b[i : i + AT_ONCE]
        parts.append(model.total([c.compare(*rows) for c in columns], size=len(rows[0])))
    return np.concatenate(parts)


def whole(bits: Floats, model: Model) -> Ints:
    """Return bits as whole thousandths between the least and the most that a pair can weigh."""
    return np.round(np.clip(bits, model.absent, model.top) * SCALE).astype(np.int64)


def learned_from(columns: Sequence[Column], model: Model, a: Ints, b: Ints) -> Model:
    """Return `model` with weights learned without labels from the pairs, or from an even sample of many."""
    step = max(1, len(a) // SAMPLE)
    rows = a[::step], b[::step]
    compared = [c.compare(*rows) for c in columns]
    levels = np.stack([s.levels(c.similarity) for s, c in zip(model.scales, compared, strict=True)], axis=1)
    return learned(model, patterns(levels, rarities(model.scales, [c.share for c in compared])))


@dataclass(frozen=True)
class Alignment:
    """Which claims are of one event, and why.

    Attributes:
        labels: one event number per claim, numbered by first member in the order given.
        table: the claims as columns.
        model: the weights that were used.
        candidates: the pairs that were compared, and what was refined or capped.
    """

    labels: Ints
    table: Table
    model: Model
    candidates: Blocking

    @property
    def capped(self) -> dict[str, int]:
        """How many claims were compared only with their nearest in time under some pair of frequent keys, by field."""
        return {name: count for name, count in self.candidates.capped.items() if count}

    def match(self, a: int, b: int) -> Match:
        """Return why the claims at positions `a` and `b` are, or are not, of one event.

        Args:
            a: a position in the claims given.
            b: another.
        """
        left, right = int(self.table.place[a]), int(self.table.place[b])
        weights = tuple(
            _weight(scale.name, one, left, right, model=self.model, at=at)
            for at, (scale, one) in enumerate(zip(self.model.scales, self.table.columns, strict=True))
        )
        total = self.model.prior + sum(weight.bits for weight in weights)
        same = bool(self.labels[a] == self.labels[b])
        ids = self.table.claims[left].id, self.table.claims[right].id
        because = self._because(left, right, same=same, total=total)
        return Match(*ids, total, self.model.threshold, weights, same, self.model.prior, because)

    def _because(self, left: int, right: int, *, same: bool, total: float) -> str:
        one, two = self.table.claims[left], self.table.claims[right]
        if one.key is not None and two.key is not None:
            return "equal keys" if one.key == two.key else "different keys"
        if any(to.claim == y.id for x, y in ((one, two), (two, one)) for to in x.refers) and same:
            return "one refers to the other"
        if same != (total >= self.model.threshold):
            return "through other claims of the event" if same else "other claims of the event differ"
        return ""


def _weight(name: str, one: Column, a: int, b: int, *, model: Model, at: int) -> Weight:
    similarity, share = one.single(a, b)
    found = Compared(*(np.array([np.nan if x is None else x]) for x in (similarity, share)))
    scale = model.scales[at]
    level = int(scale.levels(found.similarity)[0])
    return Weight(name, None if level < 0 else level, round(float(scale.bits(found)[0]), 9), similarity)
