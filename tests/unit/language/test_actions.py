"""Words for what happened: inflections, families, kin, and words that say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.actions import action_similarities, action_similarity, read_action, root
from reconcile.strategies.about import CHARACTERS


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("stop", "stopped", "stopping", "stops"), True),
        (("shoot", "shot", "shooting"), True),
        (("die", "died", "dying"), True),
        (("marry", "married"), True),
        (("hit", "hurt"), False),
    ],
)
def test_inflections_share_a_root(words: tuple[str, ...], *, same: bool) -> None:
    assert (len({root(word) for word in words}) == 1) is same


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("was killed", "killings", 1.0),
        ("checked into", "checks in to hospital", 0.9),
        ("protested", "protesters", 0.8),
        ("murder", "killed", 0.75),
        ("acquisition", "buys", 0.75),
        ("stepped down", "resignation", 0.75),
        ("won", "arrested", 0.0),
        ("it", "killed", None),
        ("", "killed", None),
        ("اعتقال", "اعتقال", 1.0),
    ],
)
def test_how_alike_actions_are(one: str, two: str, alike: float | None) -> None:
    assert action_similarity(one, two) == alike
    assert action_similarity(two, one) == alike


def test_like_spelling_stays_below_kin() -> None:
    alike = action_similarity("terorize", "terrorize")
    assert alike is not None
    assert 0.48 <= alike <= 0.6


@given(
    st.lists(
        st.text(CHARACTERS, max_size=30) | st.sampled_from(["killed", "murder", "buys", "it", "step down"]), max_size=5
    )
)
def test_batch_equals_single_and_mirrors(texts: list[str]) -> None:
    couples = [(x, y) for x in texts for y in texts]
    batch = action_similarities([x for x, _ in couples], [y for _, y in couples])
    assert batch == [action_similarity(x, y) for x, y in couples]
    assert batch == action_similarities([y for _, y in couples], [x for x, _ in couples])


@given(st.text(CHARACTERS, max_size=200))
def test_any_text_reads(text: str) -> None:
    read = read_action(text)
    assert list(read.roots) == sorted(set(read.roots))
    assert action_similarity(text, text) in (None, 1.0)
