"""Prevent a match that nobody can repeat: weights and frequencies are one frozen object, saved as JSON.

>>> model = Model((), prior=-4.0)
>>> Model.from_json(model.to_json()) == model
True
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from reconcile.align.arrays import Floats, Ints
from reconcile.align.compiled import loops
from reconcile.align.fields.base import Compared, Tally
from reconcile.errors import ClaimError

RAREST = 6.0
MOST_COMMON = -3.0
SMOOTH = frozenset({"text", "words", "string", "number", "value", "company"})


@dataclass(frozen=True)
class Scale:
    """What each level of likeness of one field weighs.

    Args:
        name: the field.
        kind: how its values are compared.
        cuts: the likenesses from which the levels 1, 2 … begin, ascending.
        weights: the bits of each level, level 0 (below the first cut) first.
        rare: by how much a shared value's rarity counts: 1 in full, 0 not at all.
        base: the share of claims at which a shared value weighs just its level.

    Raises:
        ClaimError: there is not one weight more than there are cuts, or the cuts do not ascend.
    """

    name: str
    kind: str
    cuts: tuple[float, ...]
    weights: tuple[float, ...]
    rare: float = 0.0
    base: float = 0.1

    def __post_init__(self) -> None:
        if len(self.weights) != len(self.cuts) + 1 or list(self.cuts) != sorted(set(self.cuts)):
            raise ClaimError(
                f"{len(self.cuts)} cuts with {len(self.weights)} weights",
                where=f"scale {self.name}",
                repair="give ascending cuts and one weight more",
            )

    def levels(self, similarity: Floats) -> Ints:
        """Return the level of each likeness; -1 where it is NaN."""
        fast = loops(len(similarity))
        if fast is not None:
            levels = np.empty(len(similarity), dtype=np.int64)
            fast.leveled(
                np.array(self.cuts, dtype=np.float64), similarity.astype(np.float64, order="C", copy=False), levels
            )
            return levels
        found = np.searchsorted(np.array(self.cuts), similarity, side="right")
        return np.where(np.isnan(similarity), -1, found).astype(np.int64)

    def rarity(self, share: Floats) -> Floats:
        """Return the bits by which each shared value is rarer than usual, bounded; 0 where nothing is shared."""
        bits = np.log2(self.base / np.where(np.isnan(share), self.base, share))
        return np.clip(bits, MOST_COMMON, RAREST)

    @property
    def most(self) -> float:
        """The most that one comparison can weigh."""
        return self._most(RAREST)

    def most_of(self, share: float) -> float:
        """Return the most that one comparison can weigh where no value in common is rarer than this.

        Args:
            share: the least share that any value in common has.

        >>> scale = Scale("parties", "parties", (0.5,), (-2.0, 3.0), rare=1.0, base=0.05)
        >>> scale.most, scale.most_of(0.025)
        (9.0, 4.0)
        """
        return self._most(float(self.rarity(np.array(share))))

    def _most(self, rarity: float) -> float:
        return max(0.0, *self.weights) + max(0.0, self.rare * rarity, self.rare * MOST_COMMON)

    @property
    def knots(self) -> Floats:
        """The likeness at which each level weighs just its weight: its middle, or 1 where it begins there."""
        edges = np.array((0.0, *self.cuts, 1.0))
        return (edges[:-1] + edges[1:]) / 2.0

    def basis(self, similarity: Floats) -> Floats:
        """Return how much each level counts for each likeness: one of them in full, or two neighbors in part.

        >>> Scale("name", "string", (0.5,), (0.0, 1.0)).basis(np.array([0.25, 0.5, np.nan])).tolist()
        [[1.0, 0.0], [0.5, 0.5], [0.0, 0.0]]
        """
        level = self.levels(similarity)
        if self.kind not in SMOOTH:
            return (level[:, None] == np.arange(len(self.weights))).astype(np.float64)
        eye, knots = np.eye(len(self.weights)), self.knots
        parts = [np.interp(np.nan_to_num(similarity), knots, row) for row in eye]
        return np.stack(parts, axis=1) * (level >= 0)[:, None]

    def bits(self, compared: Compared) -> Floats:
        """Return what each comparison weighs: its likeness and, where a value is shared, its rarity."""
        if self.kind in SMOOTH:
            known = ~np.isnan(compared.similarity)
            weights = np.where(known, np.interp(np.nan_to_num(compared.similarity), self.knots, self.weights), 0.0)
        else:
            weights = np.array((*self.weights, 0.0))[self.levels(compared.similarity)]
        return weights + self.rare * self.rarity(compared.share) if self.rare else weights


@dataclass(frozen=True)
class Model:
    """Everything that decides a match, frozen.

    Args:
        scales: one per weighing field.
        prior: the bits for a match before anything is compared.
        threshold: the mean bits from which clusters join.
        absent: the bits of a pair that was not compared; also the least that any pair can weigh.
        top: the most that any pair can weigh.
        near: a second set of scales, learned among pairs that are alike: what tells one event from another of
            the same place and week. A pair weighs the less of the two sums, which is within one bit of the
            log-odds against both kinds of non-match together. Empty where there was too little to learn from.
        near_prior: the prior of the second set.
        tallies: frozen frequencies by field; empty where they are counted anew in each run.

    >>> model = Model((Scale("about", "text", (0.5,), (-2.0, 3.0)),))
    >>> Model.from_json(model.to_json()) == model
    True
    """

    scales: tuple[Scale, ...]
    prior: float = -4.0
    threshold: float = 0.0
    absent: float = -4.0
    top: float = 16.0
    near: tuple[Scale, ...] = ()
    near_prior: float = 0.0
    tallies: dict[str, Tally] = field(default_factory=dict[str, Tally])

    def total(self, compared: Sequence[Compared], *, size: int) -> Floats:
        """Return the bits of each pair.

        Args:
            compared: what each field says, in the order of `scales`.
            size: how many pairs there are.
        """
        total = _sum(self.scales, compared, prior=self.prior, size=size)
        return np.minimum(total, _sum(self.near, compared, prior=self.near_prior, size=size)) if self.near else total

    def to_json(self) -> str:
        """Return the model as JSON."""
        return json.dumps(asdict(self) | {"tallies": {k: v._asdict() for k, v in self.tallies.items()}}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Model:
        """Return the model that `to_json` wrote.

        Args:
            text: JSON.

        Raises:
            ClaimError: it is not a model.
        """
        try:
            given: dict[str, Any] = json.loads(text)
            scales = tuple(_scale(row) for row in given.pop("scales"))
            near = tuple(_scale(row) for row in given.pop("near", ()))
            tallies = {
                name: Tally(int(row["total"]), {str(k): int(v) for k, v in row["counts"].items()})
                for name, row in given.pop("tallies", {}).items()
            }
            return cls(scales, near=near, tallies=tallies, **{name: float(value) for name, value in given.items()})
        except ClaimError:
            raise
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ClaimError(f"not a model: {error}", repair="give what Model.to_json wrote") from None

    def save(self, path: str | Path) -> None:
        """Write the model to a file as JSON."""
        Path(path).write_text(self.to_json() + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: str | Path) -> Model:
        """Return the model in a file.

        Raises:
            ClaimError: the file cannot be read, or is not a model.
        """
        try:
            return cls.from_json(Path(path).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ClaimError(f"cannot read the model: {error}", where=str(path), repair="give a saved model") from None
        except ClaimError as error:
            raise error.at(str(path)) from None


def _sum(scales: Sequence[Scale], compared: Sequence[Compared], *, prior: float, size: int) -> Floats:
    total = np.full(size, prior, dtype=np.float64)
    for scale, found in zip(scales, compared, strict=True):
        total += scale.bits(found)
    return total


def _scale(row: dict[str, Any]) -> Scale:
    lists = {name: tuple(float(x) for x in row[name]) for name in ("cuts", "weights")}
    return Scale(str(row["name"]), str(row["kind"]), **lists, rare=float(row["rare"]), base=float(row["base"]))
