"""Prevent a match that nobody can check: why two claims are, or are not, of one event, field by field.

>>> print(
...     Match(
...         "a",
...         "b",
...         3.0,
...         0.0,
...         (Weight("about", 4, 5.0, 0.5), Weight("when", None, 0.0, None)),
...         True,
...         prior=-2.0,
...     )
... )
a and b: one event (3.0 bits, 0.0 needed)
  before comparing   -2.0
  about              +5.0  likeness 0.50  #####
  when                     not stated by both
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reconcile.align.fields.base import Column, Compared
from reconcile.align.joint import JOINT
from reconcile.align.model import Model, Scale


class Weight(NamedTuple):
    """What one field weighs for two claims.

    Args:
        field: its name.
        level: the level of likeness, 0 the lowest; None where the two say nothing to compare.
        bits: log2 of how much likelier that is within one event, the rarity of a shared value included.
        similarity: the likeness, 0..1, or None.
    """

    field: str
    level: int | None
    bits: float
    similarity: float | None


@dataclass(frozen=True)
class Match:
    """Why two claims are, or are not, of one event.

    Args:
        a: id of one claim.
        b: id of the other.
        total: the bits for one event: the prior and the weights together.
        threshold: the mean bits from which clusters join.
        weights: what each field weighs.
        same_event: whether the run put both into one event.
        prior: the bits before anything is compared.
        because: what decided instead of the weights: an equal or different key, a reference, other claims; or
            nothing.

    >>> Match("a", "b", 2.0, 0.0, (), same_event=True, prior=-4.0, because="").same_event
    True
    """

    a: str
    b: str
    total: float
    threshold: float
    weights: tuple[Weight, ...]
    same_event: bool
    prior: float = 0.0
    because: str = ""

    def __str__(self) -> str:
        verdict = "one event" if self.same_event else "not one event"
        why = f"; {self.because}" if self.because else ""
        width = max([len("before comparing"), *(len(weight.field) for weight in self.weights)]) + 2
        lines = [f"{self.a} and {self.b}: {verdict} ({self.total:.1f} bits, {self.threshold:.1f} needed{why})"]
        lines.append(f"  {'before comparing':<{width}} {self.prior:+.1f}")
        lines += [f"  {weight.field:<{width}} {_line(weight)}" for weight in self.weights]
        return "\n".join(lines)


def _line(weight: Weight) -> str:
    if weight.similarity is None:
        return "      not stated by both"
    return f"{weight.bits:+.1f}  likeness {weight.similarity:.2f}  {_bar(weight.bits)}".rstrip()


def _bar(bits: float) -> str:
    return ("#" if bits > 0 else "-") * min(20, round(abs(bits)))


def explained(
    model: Model, columns: Sequence[Column], a: int, b: int, *, ids: Sequence[str], same_event: bool
) -> Match:
    """Return why the rows `a` and `b` are, or are not, of one event, compared slowly and plainly.

    Args:
        model: the weights. Of its two sets of scales the one that gives fewer bits decides, and is shown.
        columns: the compared fields.
        a: a row.
        b: another row.
        ids: the id of each row.
        same_event: whether the run put both into one event.
    """
    said = [one.single(min(a, b), max(a, b)) for one in columns]
    first = _side(model.scales, said, model.prior)
    second = _side(model.near, said, model.near_prior) if model.near else first
    total, prior, weights = min(first, second, key=lambda side: side[0])
    return Match(ids[a], ids[b], total, model.threshold, weights, same_event, prior)


def _side(
    scales: Sequence[Scale], said: Sequence[tuple[float | None, float | None]], prior: float
) -> tuple[float, float, tuple[Weight, ...]]:
    told = [
        (scale, one) for scale, one in zip(scales, said, strict=True) if scale.kind not in JOINT or one[0] is not None
    ]
    weights = tuple(_weight(scale, *one) for scale, one in told)
    return prior + sum(weight.bits for weight in weights), prior, weights


def _weight(scale: Scale, similarity: float | None, share: float | None) -> Weight:
    found = Compared(*(np.array([np.nan if x is None else x]) for x in (similarity, share)))
    level = int(scale.levels(found.similarity)[0])
    return Weight(scale.name, None if level < 0 else level, round(float(scale.bits(found)[0]), 9), similarity)


def chart(model: Model) -> str:
    """Return a chart of a model's weights: per field, the bits of each level of likeness.

    Args:
        model: any model.

    >>> print(chart(Model((Scale("when", "time", (0.5,), (-1.0, 2.0)),))))
    before comparing             -4.0  ----
    when                     -1.0  -
    when         from 0.50   +2.0  ##
    """
    rows = [("before comparing", "", model.prior)]
    for scale in model.scales:
        starts = ("", *(f"from {cut:.2f}" for cut in scale.cuts))
        rows += [(scale.name, start, bits) for start, bits in zip(starts, scale.weights, strict=True)]
    lines = [f"{name:<12} {start:<10} {bits:+5.1f}  {_bar(bits)}" for name, start, bits in rows]
    return "\n".join(line.rstrip() for line in lines)
