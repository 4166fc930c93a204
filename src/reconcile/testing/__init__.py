"""Prevent a law from being known only to this house: the laws of the design as assertions on results of your own.

>>> import reconcile as rc
>>> claims = [rc.Claim(id=i, event_type="x", count=n, source=i) for i, n in (("a", 2), ("b", 3))]
>>> assert_laws(rc.reconcile(claims), run=rc.reconcile)
"""

from reconcile.testing.anew import assert_anew
from reconcile.testing.edges import assert_bad_input, assert_batch_equals_single
from reconcile.testing.relations import assert_relations
from reconcile.testing.reruns import assert_copies, assert_locality, assert_order, assert_silence
from reconcile.testing.shape import assert_nothing_lost, assert_positions, assert_round_trips, opposed
from reconcile.testing.whole import assert_laws

__all__ = [
    "assert_anew",
    "assert_bad_input",
    "assert_batch_equals_single",
    "assert_copies",
    "assert_laws",
    "assert_locality",
    "assert_nothing_lost",
    "assert_order",
    "assert_positions",
    "assert_relations",
    "assert_round_trips",
    "assert_silence",
    "opposed",
]
