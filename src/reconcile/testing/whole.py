"""Prevent a law from being forgotten: all that a result, and a second run of its pipeline, can be asked.

>>> import reconcile as rc
>>> assert_laws(rc.reconcile([rc.Claim(event_type="x", source="A")]))
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reconcile.claims import Claim, specs
from reconcile.diff.statements import values_of
from reconcile.reconciliation import Reconciliation
from reconcile.testing.anew import assert_anew
from reconcile.testing.edges import assert_batch_equals_single
from reconcile.testing.relations import assert_relations
from reconcile.testing.reruns import Run, assert_copies, assert_locality, assert_order, assert_silence
from reconcile.testing.shape import assert_nothing_lost, assert_positions, assert_round_trips

_MOST_VALUES = 10


def assert_laws(
    result: Reconciliation[Any],
    *,
    run: Run | None = None,
    claims: Iterable[Claim] | None = None,
    frozen: bool = False,
    most: int = 6,
) -> None:
    """Assert every law that can be checked on a result: 2, 3, 4, 8 and 9; with its pipeline also 1, 5, 6 and 7.

    Without `run`, the claims are run again with the tables, rulings and aligner that the result keeps, and must give
    this result: a conflict that was dropped or altered is told.

    Args:
        result: the result.
        run: the pipeline that gave it, from claims to a result; it is called up to about five times `most`.
        claims: the claims that were given, if they are at hand: without them nobody knows of a claim that was taken
            out of every part of the result.
        frozen: whether the pipeline's model is frozen, so that law 7 is checked too.
        most: how many claims are reprinted and silenced, one after the other.

    Raises:
        AssertionError: a law is broken; the message names the law, the claims and what was found.

    >>> from reconcile import Claim, reconcile
    >>> assert_laws(reconcile([Claim(about="x", count=2, source="A")]), run=reconcile)
    """
    assert_nothing_lost(result, claims=claims)
    for values in _values(result).values():
        assert_relations(values)
    assert_positions(result)
    assert_round_trips(result)
    assert_batch_equals_single(result)
    if run is None:
        assert_anew(result)
    else:
        assert_order(result, run=run)
        assert_copies(result, run=run, most=most)
        assert_silence(result, run=run, most=most)
        if frozen:
            assert_locality(result, run=run)


def _values(result: Reconciliation[Any]) -> dict[tuple[str, type], list[Any]]:
    """Return some distinct values of each field, by type, in an order that follows from their content."""
    found: dict[tuple[str, type], dict[str, Any]] = {}
    for claim in result.claims:
        for spec in specs(type(claim)):  # pyright: ignore[reportUnknownArgumentType]
            for one in values_of(getattr(claim, spec.name)):
                found.setdefault((spec.name, one.__class__), {})[repr(one)] = one
    return {key: [values[text] for text in sorted(values)[:_MOST_VALUES]] for key, values in found.items()}
