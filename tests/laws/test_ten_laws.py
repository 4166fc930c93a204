"""The ten laws of DESIGN §7 on whole runs: any few claims, or a story whose gold is known, by one test a law.

Laws 3, 9 and 10 hold of values and of readers too: see test_value_laws, test_claim_laws and test_reader_laws; all of
them hold for tables: see test_bulk_laws.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Claim, reconcile
from reconcile import strategies as rs
from reconcile import testing as laws
from reconcile.align import Aligner, resolve_names
from reconcile.diff import Lineage
from reconcile.diff.voices.backing import backing

few_claims = st.lists(rs.claims(), max_size=4)
stories = rs.stories()


@given(few_claims | stories.map(lambda story: list(story.claims)))
def test_1_order_changes_nothing(claims: list[Claim]) -> None:
    laws.assert_order(reconcile(claims), run=reconcile)


@given(st.lists(rs.claims(), max_size=5))
def test_2_nothing_is_lost(claims: list[Claim]) -> None:
    given_twice = [*claims, *claims[:2]]
    laws.assert_nothing_lost(reconcile(given_twice), claims=given_twice)


@given(few_claims | stories.map(lambda story: list(story.claims)))
def test_3_and_9_relations_and_batches_hold_in_a_run(claims: list[Claim]) -> None:
    result = reconcile(claims)
    names = resolve_names(claims)
    for name in ("places", "parties", "when", "phase"):
        laws.assert_relations([v for c in claims if (v := getattr(c, name)) is not None][:6], names=names)
    laws.assert_batch_equals_single(result)


@given(few_claims | stories.map(lambda story: list(story.claims)))
def test_4_positions_share_no_claim_and_cover_their_account(claims: list[Claim]) -> None:
    laws.assert_positions(reconcile(claims))


@given(stories, st.data())
def test_5_a_copy_is_no_witness(story: rs.Story, data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(story.claims))
    copy = data.draw(rs.reprints_of(original))
    names = resolve_names([*story.claims, copy])
    before = backing(story.claims, lineage=Lineage(names))
    after = backing([*story.claims, copy], lineage=Lineage(names))
    assert after.independent_voices <= before.independent_voices
    assert after.independent_carriers <= before.independent_carriers


@given(st.lists(rs.claims(), min_size=1, max_size=4), st.data())
def test_5_a_copy_of_any_claim_is_no_witness(claims: list[Claim], data: st.DataObject) -> None:
    copy = data.draw(rs.reprints_of(data.draw(st.sampled_from(claims))))
    before, after = (backing(some, lineage=Lineage()) for some in (claims, [*claims, copy]))
    assert after.independent_voices <= before.independent_voices
    assert after.independent_carriers <= before.independent_carriers


@given(stories)
def test_6_silence_brings_no_conflict(story: rs.Story) -> None:
    laws.assert_silence(reconcile(story.claims), run=reconcile, most=1)


@given(stories)
def test_7_a_stranger_changes_no_event(story: rs.Story) -> None:
    frozen = Aligner()
    laws.assert_locality(reconcile(story.claims, aligner=frozen), run=lambda claims: reconcile(claims, aligner=frozen))


@given(few_claims | stories.map(lambda story: list(story.claims)))
def test_8_results_read_back(claims: list[Claim]) -> None:
    laws.assert_round_trips(reconcile(claims))


@given(stories)
@settings(max_examples=max(5, settings().max_examples // 20))
def test_all_laws_at_once(story: rs.Story) -> None:
    laws.assert_laws(reconcile(story.claims), run=reconcile, frozen=True, most=1)
