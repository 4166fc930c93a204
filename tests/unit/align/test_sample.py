"""Prevent weights of very many claims from being learned of a corner of them."""

from __future__ import annotations

import numpy as np
import pytest

from reconcile.align.sample import in_spans

SIZE, SHARE = 10_000, 0.09


def test_claims_of_an_event_are_taken_together() -> None:
    days = np.arange(SIZE) // 5 + 1
    wanted = in_spans(np.random.default_rng(0).permutation(days), share=SHARE)
    assert wanted.mean() == pytest.approx(SHARE, abs=0.001)
    kept = in_spans(days, share=SHARE).reshape(-1, 5)
    assert (kept.all(axis=1) | ~kept.any(axis=1)).mean() > 0.99


@pytest.mark.parametrize("days", [np.zeros(SIZE, dtype=np.int64), np.full(SIZE, 737_000), np.arange(SIZE) % 3 + 1])
def test_claims_without_days_to_tell_them_apart_are_drawn_evenly(days: np.ndarray) -> None:
    wanted = in_spans(days, share=SHARE)
    assert wanted.mean() ** 2 == pytest.approx(SHARE, abs=0.001)
    assert np.diff(np.flatnonzero(wanted)).max() <= 4


def test_the_undated_are_drawn_from_everywhere_and_the_dated_from_spans() -> None:
    days = np.where(np.arange(SIZE) % 2, 0, np.arange(SIZE) + 1)
    wanted = in_spans(days, share=SHARE)
    assert np.diff(np.flatnonzero(wanted[1::2])).max() <= 4
    assert np.count_nonzero(np.diff(wanted[::2].astype(int)) > 0) <= 4


def test_all_and_none() -> None:
    assert in_spans(np.arange(SIZE), share=1.0).all()
    assert not len(in_spans(np.zeros(0, dtype=np.int64), share=0.5))
