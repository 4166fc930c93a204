"""Prevent objects and tables from being matched by two engines: both become one set of columns, scored here.

>>> from reconcile import Claim
>>> from reconcile.values import BUILTIN
>>> claims = [Claim(id="b", about="a centre opens", source="y"), Claim(id="a", about="centres opened", source="x")]
>>> table = Table.of(claims, names=BUILTIN)
>>> table.ids, table.place.tolist(), len(table.blocking().pairs.a)
(('a', 'b'), [1, 0], 1)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np

from reconcile.align.affairs import against_affairs, tells_affairs
from reconcile.align.arrays import Floats, Ints, Neighbors, Pairs, narrow, short, together
from reconcile.align.block import LIMIT, Blocking, Family, candidates
from reconcile.align.cluster import average_linkage
from reconcile.align.columns import Columns, Field, column, fields_of, told_of, values_of
from reconcile.align.company import KINDS, company, documents
from reconcile.align.compiled import loops
from reconcile.align.defaults import default_model, with_joint
from reconcile.align.fields import Column, Tally, TimeColumn
from reconcile.align.fields.base import Compared
from reconcile.align.joint import JOINT, joint_column
from reconcile.align.memory import released
from reconcile.align.model import Model, Scale
from reconcile.align.sample import drawn, in_spans
from reconcile.align.staged import above
from reconcile.align.threads import in_threads
from reconcile.align.weigh import Background, against_near, against_others, bits_of, numbered_patterns, some_patterns
from reconcile.claims import Claim
from reconcile.collecting import uncollected
from reconcile.values import Names

AT_ONCE = 131_072
SCALE = 1000
SAMPLE = 200_000
ENOUGH_PAIRS, SOME_PAIRS, MOST_PAIRS = 750_000, 0.05, 3_000_000
KEPT = 500_000
SOME = 10_000
SURE = 4.0
FAR = 4_000_000


@dataclass(frozen=True)
class Table:
    """The weighing fields of many claims, sorted by id.

    Attributes:
        ids: the ids of the claims, sorted.
        place: where each given claim stands among them.
        columns: one per scale of the model; made when they are first looked at.
        model: the model, with a scale for each weighing field.
        compared: what the fields say of the pairs that were asked for last, so that learning and scoring ask once.
    """

    ids: Sequence[str]
    place: Ints
    columns: Sequence[Column]
    model: Model
    compared: dict[Any, Any] = field(default_factory=dict[Any, Any], compare=False, repr=False)

    @classmethod
    @uncollected()
    def of(cls, claims: Sequence[Claim], *, names: Names, model: Model | None = None) -> Table:
        """Return the table of `claims`.

        Args:
            claims: the claims in any order.
            names: how names of places and parties are resolved.
            model: frozen weights and frequencies; by default the shipped weights, with frequencies counted
                here.
        """
        place, order = _ranked([claim.id for claim in claims])
        ranked = [claims[i] for i in order]
        ids = tuple(claim.id for claim in ranked)
        values = partial(values_of, ranked)
        return cls.of_values(
            ids, values, names=names, model=model or with_joint(default_model(fields_of(ranked))), place=place
        )

    @classmethod
    def of_values(
        cls,
        ids: Sequence[str],
        values: Callable[[str], Sequence[Any]],
        *,
        names: Names,
        model: Model,
        place: Ints | None = None,
    ) -> Table:
        """Return a table of whatever holds the values.

        Args:
            ids: the ids of the claims, sorted.
            values: returns the values of a field, by its name, in the order of `ids`.
            names: how names of places and parties are resolved.
            model: weights, with a scale for each weighing field, and frozen frequencies if any.
            place: where each given claim stands among `ids`; by default they were given in that order.
        """

        @uncollected()
        def made() -> list[Column]:
            told = told_of(values)
            found: dict[str, Column] = {}
            for scale in model.scales:
                found[scale.name] = (
                    joint_column(scale.kind, values, found, names)
                    if scale.kind in JOINT
                    else column(
                        Field(scale.name, scale.kind),
                        _values(scale, values, model),
                        names=names,
                        tally=model.tallies.get(scale.name),
                        told=told if scale.name == "when" else None,
                    )
                )
            return [found[scale.name] for scale in model.scales]

        return cls(tuple(ids), np.arange(len(ids)) if place is None else place, Columns(made), model)

    @property
    def tallies(self) -> dict[str, Tally]:
        """The frequencies of each field."""
        return {scale.name: one.tally for scale, one in zip(self.model.scales, self.columns, strict=True)}

    def with_model(self, model: Model | None) -> Table:
        """Return the same columns under another model of the same fields."""
        return self if model is None else replace(self, model=model)

    @property
    def days(self) -> tuple[Ints, Ints]:
        """The first and last day of each row, by its first field of time; unknown ends reach everywhere."""
        times = [c for c in self.columns if isinstance(c, TimeColumn)]
        size = len(self.ids)
        return times[0].days() if times else (np.zeros(size, dtype=np.int64), np.full(size, FAR))

    def no_blocking(self) -> Blocking:
        """Return no pairs: for claims whose events are known beforehand."""
        return candidates([], *(np.zeros(len(self.ids), dtype=np.int64),) * 2)

    def blocking(self, *, limit: int = LIMIT) -> Blocking:
        """Return the pairs of claims to compare."""
        if len(self.ids) > SOME:
            released()
        named = zip(self.model.scales, self.columns, strict=True)
        families = (Family(scale.name, column.keys().narrow) for scale, column in named)
        return candidates([one for one in families if len(one.keys.codes)], *self.days, limit=limit)

    def scores(self, model: Model, pairs: Pairs | Neighbors) -> Ints:
        """Return the bits of each pair as whole thousandths, between the least and the most that one can weigh."""
        parts = self._of_chunks(pairs, lambda found: whole(model.total(found, size=len(found[0].share)), model))
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)

    def weighed(self, model: Model, pairs: Pairs | Neighbors) -> tuple[Pairs, Ints]:
        """Return the pairs that weigh more than one that is not compared, and their `scores`.

        Most pairs of many claims do not, and a field or two shows it: the others are not asked.
        """
        least = round(model.absent * SCALE)
        if self.compared.get("pairs") is pairs or not self.columns:
            score = self.scores(model, pairs)
            told = score > least
            a, b = pairs.whole(slice(None))
            return Pairs(a[told], b[told]), score[told]
        columns = [self.columns[at] for at in range(len(model.scales))]
        loops(len(pairs.b))

        taken = pairs.whole if isinstance(pairs, Pairs) else pairs.either_way

        def work(at: int) -> tuple[Ints, Ints, Ints]:
            some = taken(slice(at, at + AT_ONCE))
            rows, total = above(model, columns, some)
            score = whole(total, model)
            told = score > least
            a, b = (side[rows[told]] for side in some)
            return narrow(np.minimum(a, b)), narrow(np.maximum(a, b)), score[told]

        found = [list(side) for side in zip(*in_threads(work, range(0, max(1, len(pairs.b)), AT_ONCE)), strict=True)]
        a, b, score = map(together, found)
        if len(self.ids) > SOME:
            released()
        return Pairs(a, b), score

    def learned(self, pairs: Pairs | Neighbors) -> Model:
        """Return the model with weights learned without labels.

        Args:
            pairs: the pairs that blocking found. Of very many, those among the claims of some spans of time
                are used: a twentieth, and no less than 750,000 and no more than three million.
        """
        every, given = len(self.ids) * (len(self.ids) - 1) / 2, len(pairs.b)
        used = min(MOST_PAIRS, max(ENOUGH_PAIRS, SOME_PAIRS * given))
        if given > used:
            pairs = pairs.among(in_spans(self.days[0], share=used / given))
        if not len(pairs.b):
            return self.model
        if tells_affairs(self.model):
            return against_affairs(self.model, self._levels(pairs))
        around = Background(self._shares(), every * len(pairs.b) / given)
        seen, number = numbered_patterns(self._levels(pairs))
        first = against_others(self.model, seen, around)
        score = whole(bits_of(first, seen.levels), first)[number]
        sure = round((first.threshold + SURE) * SCALE)
        a, b = pairs.whole(slice(None))  # as they stand: what is known of them is in that order
        label = average_linkage(len(self.ids), a, b, score, threshold=sure, absent=round(first.absent * SCALE))
        return against_near(first, some_patterns(seen, number[label[a] == label[b]]))

    def _shares(self) -> list[Floats]:
        random, size = np.random.default_rng(0), len(self.ids)
        a, b = random.integers(0, size, SAMPLE), random.integers(1, size, SAMPLE)
        pairs, times = drawn(a, (a + b) % size, size)
        levels = self._levels(pairs).T
        return [
            np.bincount(level + 1, weights=times, minlength=len(scale.weights) + 1)[1:] / SAMPLE
            for scale, level in zip(self.model.scales, levels, strict=True)
        ]

    def _levels(self, pairs: Pairs | Neighbors) -> Ints:
        def of(found: Sequence[Compared]) -> Ints:
            rows = zip(self.model.scales, found, strict=True)
            return np.stack([short(scale.levels(one.similarity)) for scale, one in rows], axis=1)

        parts = self._of_chunks(pairs, of, shares=False) if self.columns else []
        return together(parts) if parts else short(np.zeros((len(pairs.b), len(self.columns)), dtype=np.int64))

    def _of_chunks(
        self, pairs: Pairs | Neighbors, made: Callable[[Sequence[Compared]], Ints], *, shares: bool = True
    ) -> list[Ints]:
        """Return what is made of what the fields say of the pairs; the last few pairs are compared once only."""
        known = self.compared if self.compared.get("pairs") is pairs else {}
        loops(len(pairs.b))
        if not known and 0 < len(pairs.b) <= KEPT:
            self.compared.clear()
            self.compared["pairs"], known = pairs, self.compared

        def work(at: int) -> Ints:
            a, b = pairs.whole(slice(at, at + AT_ONCE))
            found = known.get(at) or [column.compare(a, b, shares=shares or bool(known)) for column in self.columns]
            if known:
                known[at] = found
            return made(found)

        return in_threads(work, range(0, len(pairs.b), AT_ONCE))


def whole(bits: Floats, model: Model) -> Ints:
    """Return bits as whole thousandths between the least and the most that a pair can weigh.

    >>> whole(np.array([-50.0, 0.5]), Model(())).tolist()
    [-4000, 500]
    """
    return np.round(np.clip(bits, model.absent, model.top) * SCALE).astype(np.int64)


def _values(scale: Scale, values: Callable[[str], Sequence[Any]], model: Model) -> Sequence[Any]:
    """Return the values of a scale's field; company is made of the fields that hold words, and of the evidence."""
    if scale.kind != "company":
        return values(scale.name)
    names = [one.name for one in model.scales if one.kind in KINDS]
    return company(documents(values("source")), [values(name) for name in (*names, "evidence")])


def _ranked(ids: Sequence[str]) -> tuple[Ints, list[int]]:
    order = sorted(range(len(ids)), key=lambda i: (ids[i], i))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return place, order
