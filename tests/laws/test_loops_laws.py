"""Laws of the compiled loops: what numba computes is what numpy computes, bit for bit."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.align import Aligner, compiled
from reconcile.align.arrays import Ints
from reconcile.align.fields import Member, MembersColumn, TextColumn
from reconcile.align.fields.base import Column
from reconcile.align.fields.member import nothing_known
from reconcile.align.plain import plain_table
from reconcile.align.sounds import Spelled
from reconcile.align.strings import ArrowLists, ArrowStrings
from reconcile.language.names.batch import similarities

pytestmark = pytest.mark.skipif(find_spec("numba") is None, reason="numba comes with the extra `fast`")

LETTERS = "abgkmnrtuiس مكلنابيرةh-'1"
NAMES = st.text(LETTERS, max_size=24) | st.sampled_from(
    ["Khaffaji", "الخفاجي", "Abdul Rahman", "k" * 90, "Ministry of Oil"]
)
NODES = st.none() | st.sampled_from(["q1", "q2", "q3"])


@st.composite
def member_columns(draw: st.DrawFn) -> MembersColumn:
    known = [
        Member(f"={node}" if node else "~" + name, name, node)
        for name, node in draw(st.lists(st.tuples(NAMES, NODES), min_size=1, max_size=6))
    ]
    rows = draw(st.lists(st.lists(st.sampled_from(known), max_size=3), min_size=2, max_size=8))
    return MembersColumn.of(rows, order=lambda a, b: 0.8 if a.node == b.node else None if a.node == "q1" else 0.3)


def both_ways(column: Column, size: int) -> None:
    """Assert that all couples of rows compare alike through compiled loops and without them."""
    pairs: Ints = np.array(list(combinations(range(size), 2)), dtype=np.int64).reshape(-1, 2)
    a, b = pairs[:, 0].copy(), pairs[:, 1].copy()
    with compiled.forced(on=True):
        fast = column.compare(a, b)
    with compiled.forced(on=False):
        slow = column.compare(a, b)
    for one, two in zip(fast, slow, strict=True):
        assert np.array_equal(one, two, equal_nan=True)


@given(member_columns())
def test_members(column: MembersColumn) -> None:
    both_ways(column, len(column.lists.start) - 1)


@given(
    st.lists(
        st.lists(st.sampled_from(["raid", "village", "talks", "army", "مركز"]), max_size=4).map(" ".join),
        min_size=2,
        max_size=8,
    )
)
def test_texts(texts: list[str]) -> None:
    both_ways(TextColumn.of(texts), len(texts))


@given(st.lists(NAMES, min_size=1, max_size=6), st.integers(0, 1000))
def test_names(names: list[str], least: int) -> None:
    a, b = (side.reshape(-1) for side in np.meshgrid(np.arange(len(names)), np.arange(len(names))))
    slow = similarities([names[i] for i in a.tolist()], [names[i] for i in b.tolist()])
    with compiled.forced(on=True):
        assert np.array_equal(Spelled(names).alike(a, b), slow)
        enough = Spelled(names).alike(a, b, least=least)
    assert np.array_equal(np.where(enough >= least / 1000, enough, 0.0), np.where(slow >= least / 1000, slow, 0.0))
    assert nothing_known(Member("a", "a"), Member("b", "b")) is None


@given(
    st.lists(
        st.none() | st.text(max_size=12) | st.lists(st.sampled_from(["Raid", "raids", "القرى", "a b"])).map(" ".join),
        max_size=6,
    )
)
def test_words_told_apart_in_arrow(texts: list[str | None]) -> None:
    pa = pytest.importorskip("pyarrow")
    if any("\ud800" <= char <= "\udfff" for text in texts for char in text or ""):
        return
    arrow = TextColumn.of(ArrowStrings(pa.chunked_array([pa.array(texts, type=pa.string())])))
    plain = TextColumn.of(texts)
    assert arrow.stems == plain.stems
    assert [arrow.words.codes.tolist(), arrow.words.start.tolist()] == [
        plain.words.codes.tolist(),
        plain.words.start.tolist(),
    ]
    assert arrow.codes.tolist() == plain.codes.tolist()
    assert list(arrow.texts) == list(plain.texts)


@given(st.lists(st.sampled_from(["a", "b", "ü", "z", "ab"]), unique=True, min_size=1), st.data())
def test_a_table_of_arrow_is_a_table_of_lists(ids: list[str], data: st.DataObject) -> None:
    pa = pytest.importorskip("pyarrow")
    names = st.none() | st.lists(st.sampled_from(["Erbil", "Hewlêr", "Nowhere", "UN"]), max_size=2)
    kinds = st.none() | st.sampled_from(["a.b", "A.B", "c"])
    types = data.draw(st.lists(kinds, min_size=len(ids), max_size=len(ids)))
    places = data.draw(st.lists(names, min_size=len(ids), max_size=len(ids)))
    plain = plain_table(ids, event_type=types, places=places)
    strings, lists = pa.chunked_array([pa.array(types, type=pa.string())]), pa.array(places, type=pa.list_(pa.string()))
    arrow = plain_table(ArrowStrings(pa.array(ids)), event_type=ArrowStrings(strings), places=ArrowLists(lists))
    assert (arrow.ids, arrow.place.tolist()) == (plain.ids, plain.place.tolist())
    assert Aligner().align_table(arrow).labels.tolist() == Aligner().align_table(plain).labels.tolist()
