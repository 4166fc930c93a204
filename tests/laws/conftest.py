"""What several laws need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module")
def few_strangers() -> Iterator[None]:
    """Let weights be learned from fewer pairs of strangers: a hundred models more, and the laws hold for any."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reconcile.align.table.SAMPLE", 2_000)
        yield
