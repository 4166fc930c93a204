"""Property tests of a pipeline of your own: claims nobody thought of, laws that every result must keep.

Run `uv run examples/property_tests.py`, or give the file to pytest.
"""

# ruff: noqa: S101 - these are tests
from __future__ import annotations

from typing import Annotated

from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile as rc
from reconcile import strategies as rs
from reconcile.testing import assert_laws, opposed


class Casualties(rc.Claim):
    """A claim of our own: figures of the dead and the injured in one event."""

    killed: Annotated[rc.Quantity | None, rc.Disputed(cumulative=True)] = None
    injured: rc.Quantity | None = None


def pipeline(claims: list[rc.Claim]) -> rc.Reconciliation[rc.Claim]:
    """Our pipeline: only what is said as a fact, and by somebody who has a name."""
    return rc.reconcile([claim for claim in claims if claim.mode == "fact" and claim.source.named])


figures = st.none() | rs.quantities(min_value=0, max_value=500, allow_fractions=False)
casualties = rs.claims(Casualties, event_type=st.just("assault.shelling"), killed=figures, injured=figures)


@settings(max_examples=25, deadline=None)
@given(st.lists(casualties, max_size=4))
def test_our_pipeline_keeps_the_laws(claims: list[rc.Claim]) -> None:
    assert_laws(pipeline(claims), run=pipeline, most=1)


@settings(max_examples=25, deadline=None)
@given(rs.stories())
def test_planted_conflicts_are_found(story: rs.Story) -> None:
    result = pipeline(list(story.claims))
    found = opposed([*result.conflicts, *result.differences])
    assert {tuple(verdict) for verdict in story.verdicts} <= found
    assert not any(pair in story.quiet for _, _, pair in opposed(result.conflicts))


@settings(max_examples=25, deadline=None)
@given(rs.claims(Casualties, killed=figures, evidence=st.just(())), st.data())
def test_a_reprint_convinces_nobody(claim: Casualties, data: st.DataObject) -> None:
    copy = data.draw(rs.reprints_of(claim))
    for event in rc.reconcile([claim, copy]).events:
        for account in event.account("killed"):
            assert all(position.independent_voices <= 1 for position in account.positions)


if __name__ == "__main__":
    for test in (test_our_pipeline_keeps_the_laws, test_planted_conflicts_are_found, test_a_reprint_convinces_nobody):
        test()
        print(f"{test.__name__}: holds")
