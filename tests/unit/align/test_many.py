"""Work in slices and in stages finds what work in one piece finds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reconcile import Claim
from reconcile.align import Aligner, Table, compiled, resolve_names
from reconcile.align import arrays as arrays_module
from reconcile.align import keyed as keyed_module
from reconcile.align import table as table_module
from reconcile.align import weigh as weigh_module
from reconcile.align.arrays import Pairs, lists
from reconcile.align.cluster import components
from reconcile.align.fields import rarest as rarest_module
from reconcile.align.fields import texts as texts_module
from reconcile.align.fields.whole import numbered_lists
from reconcile.align.order import distinct_pairs
from reconcile.align.threads import begun, in_threads

PLACES = ("Erbil", "Baghdad", "Mosul", "Kirkuk", "Basra")


def _claims(count: int) -> list[Claim]:
    random = np.random.default_rng(3)
    return [
        Claim(
            id=f"c{at:04}",
            event_type=("clash", "aid.blocked")[at % 2],
            about=" ".join(f"word{number}" for number in random.integers(0, 60, 6).tolist()),
            parties=[f"Group {random.integers(0, 9)} of Tall Yasin"],
            places=[PLACES[i] for i in random.integers(0, len(PLACES), 1 + at % 2).tolist()],
            when=f"2020-10-{1 + at % 28:02}",
            source="x",
        )
        for at in range(count)
    ]


def _table(claims: list[Claim]) -> Table:
    return Table.of(claims, names=resolve_names(claims))


def test_pairs_given_up_early_are_those_that_weigh_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    table = _table(_claims(150))
    model = Aligner().fit_table(table).model
    assert model is not None
    pairs = table.blocking().pairs
    score = table.scores(model, pairs)
    told = score > round(model.absent * table_module.SCALE)
    table.compared.clear()  # else what was compared is weighed, and no field asked
    monkeypatch.setattr(table_module, "AT_ONCE", 700)
    kept, weighed = table.weighed(model, pairs)
    assert 0 < told.sum() < len(told)
    for found, wanted in zip((*kept, weighed), (pairs.a[told], pairs.b[told], score[told]), strict=True):
        np.testing.assert_array_equal(found, wanted)
    (a, b), by_day = table.weighed(model, table.blocking().neighbors)
    order = np.lexsort((b, a))
    for found, wanted in zip((a, b, by_day), (*kept, weighed), strict=True):
        np.testing.assert_array_equal(found[order], wanted)


def test_slices_change_neither_pairs_nor_words(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = _claims(150)
    monkeypatch.setattr(texts_module, "FEW", -1)  # so few are taken one by one otherwise
    whole = _table(claims)
    wanted, about = whole.blocking(limit=5), whole.columns[1]
    for module, size in ((keyed_module, 40), (texts_module, 7), (rarest_module, 7)):
        monkeypatch.setattr(module, "AT_ONCE", size)
    monkeypatch.setattr(arrays_module, "_AT_ONCE", 7)
    sliced = _table(claims)
    found, about_2 = sliced.blocking(limit=5), sliced.columns[1]
    assert (found.found, found.refined, found.capped) == (wanted.found, wanted.refined, wanted.capped)
    np.testing.assert_array_equal(found.pairs, wanted.pairs)
    assert isinstance(about, texts_module.TextColumn)
    assert isinstance(about_2, texts_module.TextColumn)
    assert (about.stems, about.tally) == (about_2.stems, about_2.tally)
    for one, two in zip(
        (*about.words, about.bits, about.lengths), (*about_2.words, about_2.bits, about_2.lengths), strict=True
    ):
        np.testing.assert_array_equal(one, two)


@pytest.mark.parametrize("threshold", [0.0, -4.5])
def test_compiled_loops_teach_and_join_the_same(threshold: float, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba")
    monkeypatch.setattr(weigh_module, "NEAR_ENOUGH", 10)
    found: list[tuple[object, list[int]]] = []
    for on in (True, False):
        with compiled.forced(on=on):
            claims = _claims(150)
            table = _table(claims)
            blocking = table.blocking(limit=5)
            model = Aligner().fit_table(table, blocking=blocking).model
            assert model is not None
            model = replace(model, threshold=threshold)
            labels = Aligner().align_table(table.with_model(model), blocking=blocking).labels
        found.append((model, labels.tolist()))
    assert found[0] == found[1]
    assert max(found[0][1]) < 149


def test_components_are_those_of_a_walk() -> None:
    random = np.random.default_rng(5)
    for count in (0, 5, 40, 90):
        a, b = random.integers(0, 80, count), random.integers(0, 80, count)
        pairs: list[tuple[int, int]] = list(zip(a.tolist(), b.tolist(), strict=True))
        lowest = list(range(80))
        for _ in range(80):
            for x, y in pairs:
                lowest[x] = lowest[y] = min(lowest[x], lowest[y])
        assert components(80, a, b).tolist() == lowest


def test_equal_lists_have_one_number() -> None:
    rows = [[1], [1, 2], [], [2, 1], [1, 2], [1], [1, 2, 3]]
    number, first = numbered_lists(lists(rows))
    same = [[one == two for two in rows] for one in rows]
    assert (number[:, None] == number[None, :]).tolist() == same
    assert [rows[at] for at in first[number].tolist()] == rows


def test_couples_marked_in_a_table_are_the_sorted_ones() -> None:
    random = np.random.default_rng(7)
    a, b = random.integers(0, 9, 500), random.integers(0, 9, 500)
    few = distinct_pairs(a, b)
    many = distinct_pairs(a[:5] + 1_000_000, b[:5] + 1_000_000)
    assert sorted(set(zip(np.minimum(a, b).tolist(), np.maximum(a, b).tolist(), strict=True))) == list(
        zip(few[0].tolist(), few[1].tolist(), strict=True)
    )
    for (low, high, place), (x, y) in ((few, (a, b)), (many, (a[:5] + 1_000_000, b[:5] + 1_000_000))):
        np.testing.assert_array_equal(low[place], np.minimum(x, y))
        np.testing.assert_array_equal(high[place], np.maximum(x, y))


def test_pairs_of_32_bits_are_made_whole() -> None:
    narrow = Pairs(*(np.array([1, 2], dtype=np.int32) for _ in "ab"))  # pyright: ignore[reportArgumentType]
    assert narrow.whole().a.dtype == np.int64
    assert narrow.whole(slice(1, 2)).b.tolist() == [2]


def test_threads_work_in_the_context_of_the_caller() -> None:
    with compiled.forced(on=False):
        assert in_threads(lambda _: compiled.loops(10**9), [1, 2, 3]) == [None] * 3
        assert begun(lambda: compiled.loops(10**9))() is None
