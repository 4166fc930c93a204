"""Prevent the fast path and the odd input from having rules of their own.

>>> from reconcile.io import claim_from
>>> assert_bad_input(claim_from, {"about": "x", "count": "many"})
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from reconcile.claims import Claim
from reconcile.errors import ClaimError, shown
from reconcile.language import name_similarity
from reconcile.language.names.batch import similarities
from reconcile.reconciliation import Reconciliation
from reconcile.testing.breach import demand

BATCH = "law 9 (batch equals single)"
INPUT = "law 10 (bad input)"
_MOST_NAMES = 16


def assert_batch_equals_single(result: Reconciliation[Any]) -> None:
    """Assert that names compared all at once are as alike as the same names compared one by one.

    Args:
        result: the result whose names are compared, 16 at most.

    Raises:
        AssertionError: the law is broken; the message names the two names.

    >>> from reconcile import Claim, reconcile
    >>> assert_batch_equals_single(reconcile([Claim(about="x", places=["Erbil", "أربيل"], source="A")]))
    """
    names = sorted({name for claim in result.claims for name in _names(claim)})[:_MOST_NAMES]
    left, right = [a for a in names for _ in names], names * len(names)
    for a, b, batch in zip(left, right, similarities(left, right).tolist(), strict=True):
        single = name_similarity(a, b)
        same = math.isclose(batch, single, rel_tol=0, abs_tol=1e-12)
        demand(same, BATCH, f"{a!r} and {b!r}: {batch} in a batch, {single} alone")


def _names(claim: Claim) -> Iterable[str]:
    yield from claim.source.chain
    for listed in (claim.places, claim.parties):
        if listed is not None:
            yield from (item.name for item in listed.items)


def assert_bad_input(read: Callable[[Any], object], data: Any, *, field: str = "") -> None:  # noqa: ANN401 - any JSON
    """Assert that `read` makes something of `data`, or refuses it with a `ClaimError` that says where.

    Args:
        read: a reader of one record, or of a file.
        data: what it is given: any JSON, or a text.
        field: the field that the refusal must name, if it is known to be bad.

    Raises:
        AssertionError: the law is broken; the message holds the input and what came of it.

    >>> from reconcile import Quantity
    >>> assert_bad_input(Quantity.parse, "many a one")
    """
    told = shown(data)
    try:
        read(data)
    except ClaimError as error:
        wordless = [one for one in error.errors if not one.found]
        demand(not wordless, INPUT, f"{told}: an error that says nothing")
        named = not field or any(field in one.where for one in error.errors)
        demand(named, INPUT, f"{told}: the error does not name {field}: {error}")
    except Exception as error:
        raise AssertionError(f"{INPUT} is broken: {told} raises {type(error).__name__}: {error}") from error
    else:
        demand(not field, INPUT, f"{told} is taken, though {field} is bad")
