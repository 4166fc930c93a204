"""Prevent a first run from needing training: weights that do the right thing on a handful of claims.

The bits are log2(m / u) of Fellegi and Sunter (1969): how much likelier a likeness is between claims of one
event than between claims of two. They are rounded judgements, checked on several collections and tuned to
none. Place and time cost at most about what one other field gains, so that one wrong city or day does not
part two claims; a time that is months off costs what equal wording gains, for stock phrases come back, and so do
another province on another day and another country, which no single field can tell from a slip.

>>> default_scale(Field("when", "time")).weights[0]
-8.0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.align.columns import Field
from reconcile.align.joint import joint_fields
from reconcile.align.model import Model, Scale


def _days(apart: float) -> float:
    return 1.0 / (1.0 + apart)


_TABLE: dict[str, tuple[tuple[tuple[float | None, float], ...], float, float]] = {
    # kind: ((from this likeness, bits) …), how much rarity counts, the usual share of a value
    "path": (((None, -4.0), (0.1, -1.5), (0.6, 2.0), (1.0, 3.0)), 1.0, 0.1),
    "text": (
        ((None, -2.5), (0.05, -1.0), (0.12, 0.0), (0.2, 1.0), (0.3, 2.0), (0.45, 4.0), (0.65, 5.5), (0.85, 7.0)),
        0.0, 0.1,
    ),
    "parties": (((None, -2.0), (0.25, 0.0), (0.45, 1.5), (0.75, 3.0), (0.95, 4.0)), 1.0, 0.05),
    "places": (((None, -2.5), (0.25, -1.0), (0.45, 1.0), (0.75, 2.0), (0.95, 3.0)), 0.7, 0.05),
    "time": (
        (
            (None, -8.0), (_days(365), -7.0), (_days(183), -6.2), (_days(31), -2.4), (_days(10), -2.0),
            (_days(4), -1.8), (_days(2), 0.5), (0.42, 0.8), (0.45, 1.6), (_days(1), 2.2), (1.0, 3.0),
        ),
        0.0, 0.1,
    ),
    "string": (((None, -3.0), (0.7, -2.0), (0.8, -0.5), (0.88, 2.0), (0.94, 4.0), (1.0, 5.0)), 1.0, 0.01),
    "action": (
        ((None, -3.5), (0.48, -3.0), (0.54, -1.0), (0.7, 2.5), (0.78, 3.5), (0.85, 4.0), (1.0, 4.5)), 0.5, 0.01,
    ),
    "company": (
        ((None, -8.0), (0.05, -6.0), (0.08, -4.0), (0.11, -2.0), (0.14, 0.0), (0.18, 1.0), (0.24, 2.0), (0.35, 2.5),
         (0.55, 3.0), (1.0, 3.0)), 0.0, 0.1,
    ),
    "number": (((None, -2.0), (0.8, -0.5), (0.95, 1.0), (0.995, 2.0), (1.0, 4.0)), 0.5, 0.05),
    "elsewhere": (((None, -7.0),), 0.0, 0.1),
    "season": (((None, -12.0),), 0.0, 0.1),
    "slots": (((None, -10.0), (0.25, -12.0), (0.45, -13.5), (0.75, -15.0)), 0.0, 0.1),
    "unread": (((None, -5.0),), 0.0, 0.1),
    "label": (((None, -2.0), (1.0, 2.0)), 1.0, 0.2),
    "value": (((None, -3.0), (0.3, -1.0), (0.6, 1.0), (0.8, 2.5), (0.95, 4.0)), 0.5, 0.05),
}  # fmt: skip


_TABLE["words"] = _TABLE["text"]


def default_scale(field: Field) -> Scale:
    """Return the shipped weights for one field."""
    levels, rare, base = _TABLE[field.kind]
    cuts = tuple(cut for cut, _ in levels if cut is not None)
    return Scale(field.name, field.kind, cuts, tuple(bits for _, bits in levels), rare, base)


def default_model(fields: Sequence[Field]) -> Model:
    """Return the shipped model for `fields`."""
    return Model(tuple(default_scale(field) for field in fields))


def with_joint(model: Model) -> Model:
    """Return `model` with a scale for all that its fields say only together.

    Learned weights do without: where claims teach what a place and a day weigh, they teach it of stock phrases too.
    """
    known = {scale.name: scale.kind for scale in model.scales}
    return replace(model, scales=(*model.scales, *(default_scale(Field(*one)) for one in joint_fields(known))))
