"""Laws of the compiled loops: what numba computes is what numpy computes, bit for bit."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile.align.fields.texts as texts_module
import reconcile.align.keyed as keyed_module
import reconcile.align.order as order_module
import reconcile.align.resolve as resolve_module
import reconcile.align.sounds as sounds_module
import reconcile.align.strings as strings_module
from reconcile.align import Aligner, compiled
from reconcile.align.arrays import Floats, Ints, Lists, Pairs
from reconcile.align.block import Family, candidates
from reconcile.align.cluster import Rules, average_linkage, components
from reconcile.align.fields import Member, MembersColumn, TextColumn, TimeColumn
from reconcile.align.fields.base import Column, Compared, Tally
from reconcile.align.fields.member import nothing_known
from reconcile.align.model import Model, Scale
from reconcile.align.order import as_sets, order_of, told_apart
from reconcile.align.plain import plain_table
from reconcile.align.sounds import Spelled
from reconcile.align.staged import above
from reconcile.align.strings import ArrowLists, ArrowStrings, numbered
from reconcile.language import fold
from reconcile.language.names.batch import similarities
from reconcile.strategies.about import CHARACTERS

pytestmark = pytest.mark.skipif(find_spec("numba") is None, reason="numba comes with the extra `fast`")

LETTERS = "abgkmnrtuiس مكلنابيرةh-'1"
NAMES = st.text(LETTERS, max_size=24) | st.sampled_from(
    ["Khaffaji", "الخفاجي", "Abdul Rahman", "k" * 90, "Ministry of Oil"]
)
SPELLINGS = ("abdul rahman al jaburi", "abdul rahman al jabouri", "yahya rasool abdullah", "yahya rasoul abdullah")
WORDS = ["raid", "village", "talks", "army", "مركز", "two", "three", "four", "five", "six", "seven", "eight"]
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
        st.none() | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
        min_size=2,
        max_size=8,
    )
)
def test_texts(texts: list[str | None]) -> None:
    column = TextColumn.of(texts)
    both_ways(column, len(texts))
    with compiled.forced(on=True):
        fast = column.keys()
    with compiled.forced(on=False):
        slow = column.keys()
    assert [side.tolist() for side in fast] == [side.tolist() for side in slow]


@given(st.lists(NAMES, min_size=1, max_size=6), st.integers(0, 1000))
def test_names(names: list[str], least: int) -> None:
    a, b = (side.reshape(-1) for side in np.meshgrid(np.arange(len(names)), np.arange(len(names))))
    slow = similarities([names[i] for i in a.tolist()], [names[i] for i in b.tolist()])
    with compiled.forced(on=True):
        assert np.array_equal(Spelled(names).alike(a, b), slow)
        enough = Spelled(names).alike(a, b, least=least)
    with compiled.forced(on=False):
        plain = Spelled(names).alike(a, b, least=least)
    with compiled.forced(on=False), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sounds_module, "FEW", -1)
        many = Spelled(names).alike(a, b, least=least)
    for found in (enough, plain, many):
        assert np.array_equal(np.where(found >= least / 1000, found, 0.0), np.where(slow >= least / 1000, slow, 0.0))
    assert nothing_known(Member("a", "a"), Member("b", "b")) is None


@given(st.lists(NAMES | st.sampled_from(SPELLINGS), unique=True, max_size=12), st.integers(1, 4))
def test_few_names_are_grouped_as_many(names: list[str], limit: int) -> None:
    folded = sorted({fold(name) for name in names})
    found = resolve_module.grouped(folded)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resolve_module, "FEW", -1)
        assert resolve_module.grouped(folded) == found
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resolve_module, "LIMIT", limit)
        bounded = resolve_module.grouped(folded)
        patch.setattr(resolve_module, "FEW", -1)
        assert resolve_module.grouped(folded) == bounded


@given(
    st.lists(
        st.none()
        | st.text(CHARACTERS, max_size=12)
        | st.lists(st.sampled_from(["Raid", "raids", "القرى", "a b"])).map(" ".join),
        max_size=6,
    )
)
def test_words_told_apart_in_arrow(texts: list[str | None]) -> None:
    pa = pytest.importorskip("pyarrow")
    if any("\ud800" <= char <= "\udfff" for text in texts for char in text or ""):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts_module, "FEW", -1)
        arrow = TextColumn.of(ArrowStrings(pa.chunked_array([pa.array(texts, type=pa.string())])))
    plain = TextColumn.of(texts)
    assert arrow.stems == plain.stems
    assert [arrow.words.codes.tolist(), arrow.words.start.tolist()] == [
        plain.words.codes.tolist(),
        plain.words.start.tolist(),
    ]
    assert arrow.codes.tolist() == plain.codes.tolist()
    assert list(arrow.texts) == list(plain.texts)
    unkept = TextColumn.of(texts, keep=False)
    couples = [(a, b) for b in range(len(texts)) for a in range(b)]
    assert all(unkept.single(a, b) == pytest.approx(plain.single(a, b)) for a, b in couples)


@given(
    st.lists(
        st.text(CHARACTERS, max_size=3) | st.sampled_from(["b", "a", "ab", "ا", "𐎠", "\uffee", "\ud800"]), max_size=9
    )
)
def test_texts_are_numbered_in_arrow_as_in_python(texts: list[str]) -> None:
    pytest.importorskip("pyarrow")
    codes, distinct = numbered(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strings_module, "ENOUGH", 0)
        found = numbered(texts)
    assert (found[0].tolist(), found[1]) == (codes.tolist(), distinct)
    assert distinct == sorted(set(texts))
    assert [distinct[code] for code in codes.tolist()] == texts


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
    assert (tuple(arrow.ids), arrow.place.tolist()) == (plain.ids, plain.place.tolist())
    assert Aligner().align_table(arrow).labels.tolist() == Aligner().align_table(plain).labels.tolist()


DAYS = st.none() | st.sampled_from([0.0, 3.0, 3.25, 9.0, float("-inf"), float("inf")])


@given(st.lists(st.tuples(DAYS, DAYS), min_size=2, max_size=8))
def test_days(rows: list[tuple[float | None, float | None]]) -> None:
    low, high = (np.array([np.nan if day is None else day for day in side]) for side in zip(*rows, strict=True))
    with np.errstate(invalid="ignore"):  # an open end from an open end
        both_ways(TimeColumn(low, high), len(rows))


class Told(NamedTuple):
    """A column that says what it was told of each row, and that a tenth of all claims share it."""

    alike: Floats

    @property
    def tally(self) -> Tally:
        return Tally(0, {})

    @property
    def least_share(self) -> float:
        return 0.03

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:
        return Compared(self.alike[a], np.where(shares & (self.alike[b] > 0.5), 0.03, np.nan))

    def keys(self) -> Lists:
        raise NotImplementedError

    def key_names(self) -> list[str]:
        raise NotImplementedError

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        raise NotImplementedError


WEIGHTS = st.lists(st.floats(-9, 9).map(lambda bits: round(bits, 3)), min_size=3, max_size=3).map(tuple)


@given(
    st.lists(st.sampled_from([0.0, 0.2, 0.3, 0.55, 0.8, 1.0, float("nan")]), min_size=1, max_size=9),
    st.lists(st.tuples(st.sampled_from(["text", "time"]), WEIGHTS, WEIGHTS, st.sampled_from([0.0, 0.7])), min_size=1),
)
def test_weights(alike: list[float], scales: list[tuple[str, tuple[float, ...], tuple[float, ...], float]]) -> None:
    first = tuple(Scale(str(at), kind, (0.2, 0.8), bits, rare=rare) for at, (kind, bits, _, rare) in enumerate(scales))
    near = tuple(replace(scale, weights=one[2]) for scale, one in zip(first, scales, strict=True))
    model = Model(first, near=near, near_prior=-2.0)
    columns = [Told(np.roll(alike, at)) for at in range(len(scales))]
    rows: Ints = np.arange(len(alike))
    found: list[tuple[list[int], list[float]]] = []
    for on in (True, False):
        with compiled.forced(on=on):
            kept, total = above(model, columns, Pairs(rows, rows))
        found.append((kept.tolist(), total.tolist()))
    assert found[0] == found[1]


KEYED = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 2)), max_size=60)


@given(KEYED, KEYED, st.lists(st.integers(0, 9), min_size=20, max_size=20), st.integers(1, 5))
def test_blocking(one: list[tuple[int, int]], two: list[tuple[int, int]], days: list[int], limit: int) -> None:
    low: Ints = np.array(days, dtype=np.int64)
    families = [
        Family(name, as_sets(*np.array(rows, dtype=np.int64).reshape(-1, 2).T, size=len(days)))
        for name, rows in (("one", one), ("two", two))
    ]
    found: list[object] = []
    for on, at_once in ((True, keyed_module.AT_ONCE), (False, keyed_module.AT_ONCE), (True, 3)):
        with compiled.forced(on=on), pytest.MonkeyPatch.context() as patch:
            patch.setattr(order_module, "ENOUGH", 1 if on else order_module.ENOUGH)
            patch.setattr(keyed_module, "AT_ONCE", at_once)
            blocking = candidates(families, low, low + low % 3, limit=limit, window=1, few=-1)
        found.append((np.stack(blocking.pairs).tolist(), blocking.found, blocking.refined, blocking.capped))
    assert found[0] == found[1] == found[2]
    few = candidates(families, low, low + low % 3, limit=limit, window=1)
    assert found[0] == (np.stack(few.pairs).tolist(), few.found, few.refined, few.capped)


@given(st.lists(st.integers(0, (1 << 63) - 1) | st.integers(0, 9), max_size=30), st.integers(1, 11))
def test_order(numbers: list[int], bits: int) -> None:
    with compiled.forced(on=True), pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_module, "ENOUGH", 1)
        patch.setattr(order_module, "MOST_BITS", bits)
        given_: Ints = np.array(numbers, dtype=np.int64)
        assert order_module.ascending(given_.copy()).tolist() == sorted(numbers)
        order, (first, number) = order_of(given_), told_apart(given_)
    assert order.tolist() == sorted(range(len(numbers)), key=numbers.__getitem__)
    assert given_[first].tolist() == sorted(set(numbers))
    assert first.tolist() == [numbers.index(one) for one in sorted(set(numbers))]
    assert given_[first][number].tolist() == numbers


@given(st.lists(st.integers(0, 1 << 40), max_size=30), st.integers(1, 11))
def test_order_of_numbers_that_are_partly_in_order(high: list[int], bits: int) -> None:
    known = max(1, len(high)).bit_length()
    numbers: Ints = np.array([one << known | at for at, one in enumerate(high)], dtype=np.int64)
    wanted = sorted(numbers.tolist())
    with compiled.forced(on=True), pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_module, "ENOUGH", 1)
        patch.setattr(order_module, "MOST_BITS", bits)
        assert order_module.ascending(numbers.copy(), known=known).tolist() == wanted
    with compiled.forced(on=False):
        assert order_module.ascending(numbers, known=known).tolist() == wanted


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_components(pairs: list[tuple[int, int]]) -> None:
    a, b = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    with compiled.forced(on=True):
        fast = components(13, a, b)
    with compiled.forced(on=False):
        assert fast.tolist() == components(13, a, b).tolist()


EDGES = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]), st.integers(-4, 5)
)


@given(EDGES, st.lists(st.integers(0, 8), min_size=9, max_size=9))
def test_linkage(edges: dict[tuple[int, int], int], joined: list[int]) -> None:
    pairs: Ints = np.array(list(edges), dtype=np.int64).reshape(-1, 2)
    score: Ints = np.array(list(edges.values()), dtype=np.int64)
    lowest = components(9, np.arange(9), np.array(joined))
    found: list[list[int]] = []
    for on, rules in ((True, Rules()), (False, Rules()), (True, Rules(lowest)), (False, Rules(lowest))):
        with compiled.forced(on=on):
            label = average_linkage(9, pairs[:, 0], pairs[:, 1], score, threshold=1, absent=-4, rules=rules)
        found.append(label.tolist())
    assert found[0] == found[1]
    assert found[2] == found[3]
