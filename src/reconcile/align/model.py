"""Prevent a match that nobody can repeat: weights, thresholds and frequencies are one frozen object, saved as
JSON.

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
from reconcile.align.fields.base import Compared, Tally
from reconcile.errors import ClaimError

RAREST = 6.0
MOST_COMMON = -3.0


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
        found = np.searchsorted(np.array(self.cuts), similarity, side="right")
        return np.where(np.isnan(similarity), -1, found).astype(np.int64)

    def rarity(self, share: Floats) -> Floats:
        """Return the bits by which each shared value is rarer than usual, bounded; 0 where nothing is shared."""
        bits = np.log2(self.base / np.where(np.isnan(share), self.base, share))
        return np.clip(bits, MOST_COMMON, RAREST)

    def bits(self, compared: Compared) -> Floats:
        """Return what each comparison weighs: its level and, at a high level, the rarity of what is shared."""
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
        tallies: frozen frequencies by field; empty where they are counted anew in each run.
    """

    scales: tuple[Scale, ...]
    prior: float = -4.0
    threshold: float = 0.0
    absent: float = -4.0
    top: float = 8.0
    tallies: dict[str, Tally] = field(default_factory=dict[str, Tally])

    def total(self, compared: Sequence[Compared], *, size: int) -> Floats:
        """Return the bits of each pair.

        Args:
            compared: what each field says, in the order of `scales`.
            size: how many pairs there are.
        """
        total = np.full(size, self.prior)
        for scale, found in zip(self.scales, compared, strict=True):
            total += scale.bits(found)
        return total

    def to_json(self) -> str:
        """Return the model as JSON."""
        return json.dumps(
            asdict(self) | {"tallies": {k: v._asdict() for k, v in self.tallies.items()}}, sort_keys=True
        )

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
            tallies = {
                name: Tally(int(row["total"]), {str(k): int(v) for k, v in row["counts"].items()})
                for name, row in given.pop("tallies", {}).items()
            }
            return cls(scales, tallies=tallies, **{name: float(value) for name, value in given.items()})
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
            raise ClaimError(
                f"cannot read the model: {error}", where=str(path), repair="give a saved model"
            ) from None
        except ClaimError as error:
            raise error.at(str(path)) from None


def _scale(row: dict[str, Any]) -> Scale:
    lists = {name: tuple(float(x) for x in row[name]) for name in ("cuts", "weights")}
    return Scale(
        str(row["name"]), str(row["kind"]), **lists, rare=float(row["rare"]), base=float(row["base"])
    )
