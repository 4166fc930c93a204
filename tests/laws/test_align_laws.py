"""Laws of alignment: order, nothing lost, locality, batch equals single, and greedy average linkage as the oracle."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import Claim
from reconcile.align import Aligner, arrays, average_linkage, resolve_names
from reconcile.align.arrays import Ints, Pairs, lists
from reconcile.align.cluster import Rules, numbered
from reconcile.align.fields import whole
from reconcile.align.table import Table

TYPES = st.sampled_from(["clash", "clash.raid", "coordination", "coordination.centre", "meeting"])
ENGLISH = ["centre", "opened", "Erbil", "raid", "village", "talks", "Peshmerga", "meeting", "army", "checkpoint"]
WORDS = st.sampled_from([*ENGLISH, "مركز", "تنسيق", "اجتماع"])
NAMES = st.sampled_from(["Peshmerga", "البيشمركة", "Iraqi army", "Ahmad Khaffaji", "Ahmed Khafaji", "UN"])
PLACES = st.sampled_from(["Erbil", "Hewlêr", "Diyala", "Khanaqin", "Baghdad", "Nowhere Hill"])
DAYS = st.sampled_from(["2020-10-13", "2020-10-14", "2020-10", "2020-12-01", "2019"])


@st.composite
def some_claims(draw: st.DrawFn, *, most: int = 9) -> list[Claim]:
    """Return a handful of claims with distinct ids."""
    found: list[Claim] = []
    for number in range(draw(st.integers(1, most))):
        fields = {
            "event_type": draw(st.none() | TYPES) or "event",
            "about": " ".join(draw(st.lists(WORDS, max_size=6))) or None,
            "parties": draw(st.lists(NAMES, max_size=2)) or None,
            "places": draw(st.lists(PLACES, max_size=2)) or None,
            "when": draw(st.none() | DAYS),
            "key": draw(st.none() | st.sampled_from(["k1", "k2"])) if draw(st.booleans()) else None,
        }
        found.append(Claim.model_validate({"id": f"c{number}", "source": "outlet", **fields}))
    return found


def events(claims: list[Claim], aligner: Aligner | None = None) -> set[frozenset[str]]:
    """Return the events as sets of ids."""
    labels = (aligner or Aligner()).align(claims, names=resolve_names(claims)).labels.tolist()
    found: dict[int, set[str]] = {}
    for claim, label in zip(claims, labels, strict=True):
        found.setdefault(label, set()).add(claim.id)
    return {frozenset(ids) for ids in found.values()}


@given(some_claims(), st.randoms(use_true_random=False))
def test_order_changes_nothing(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert events(shuffled) == events(claims)


@given(some_claims())
def test_every_claim_has_one_event_numbered_by_first_member(claims: list[Claim]) -> None:
    labels = Aligner().align(claims, names=resolve_names(claims)).labels
    assert len(labels) == len(claims)
    assert labels.tolist() == numbered(labels).tolist()


@given(some_claims())
def test_keys_join_and_part(claims: list[Claim]) -> None:
    for event in events(claims):
        assert len({c.key for c in claims if c.id in event and c.key}) <= 1
    for key in ("k1", "k2"):
        assert len({event for event in events(claims) for c in claims if c.id in event and c.key == key}) <= 1


@given(some_claims(most=6))
def test_batch_equals_single(claims: list[Claim]) -> None:
    table = Table.of(claims, names=resolve_names(claims))
    pairs = np.array(list(combinations(range(len(claims)), 2)), dtype=np.int64).reshape(-1, 2)
    for column in table.columns:
        batch = column.compare(pairs[:, 0], pairs[:, 1])
        for row, (a, b) in enumerate(pairs.tolist()):
            similarity, share = column.single(a, b)
            assert (similarity is None) == bool(np.isnan(batch.similarity[row]))
            assert (share is None) == bool(np.isnan(batch.share[row]))
            assert similarity is None or abs(similarity - batch.similarity[row]) < 1e-9
            assert share is None or abs(share - batch.share[row]) < 1e-12


@given(some_claims(most=6))
def test_no_value_in_common_is_rarer_than_a_column_says(claims: list[Claim]) -> None:
    table = Table.of(claims, names=resolve_names(claims))
    pairs = np.array(list(combinations(range(len(claims)), 2)), dtype=np.int64).reshape(-1, 2)
    for scale, column in zip(table.model.scales, table.columns, strict=True):
        found = column.compare(pairs[:, 0], pairs[:, 1])
        assert not (found.share < column.least_share).any()
        assert not (scale.bits(found) > scale.most_of(column.least_share)).any()


@given(some_claims(), st.booleans())
def test_pairs_are_given_up_early_only_where_they_weigh_nothing(claims: list[Claim], frozen: bool) -> None:
    learned = Aligner().fit(claims).model if frozen else None
    table = Table.of(claims, names=resolve_names(claims), model=learned)
    pairs = table.blocking().pairs
    score = table.with_model(table.model).scores(table.model, pairs)
    table.compared.clear()  # else what was compared is weighed, and no field asked
    (a, b), weighed = table.weighed(table.model, pairs)
    told = score > round(table.model.absent * 1000)
    assert (a.tolist(), b.tolist(), weighed.tolist()) == tuple(
        side[told].tolist() for side in (pairs.a, pairs.b, score)
    )


LISTS = st.lists(st.lists(st.integers(0, 5), max_size=4), max_size=8)


@given(LISTS, st.lists(st.sampled_from("abc"), min_size=6, max_size=6))
def test_few_lists_are_told_apart_as_many(rows: list[list[int]], keys: list[str]) -> None:
    held = lists(rows)
    shares = [{"a": 0.5, "b": 0.25, "c": 0.125}[key] for key in keys]
    few = whole.Whole.of(held, keys, shares)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "FEW", 0)
        many = whole.Whole.of(held, keys, shares)
    a, b = np.array(list(product(range(len(rows)), repeat=2)), dtype=np.int64).reshape(-1, 2).T
    single = np.full(len(a), np.nan)
    np.testing.assert_array_equal(few.share(a, b, single), many.share(a, b, single))


@given(st.lists(st.none() | st.integers(0, 4) | st.sampled_from([0.0, 1.0, True])))
def test_few_values_are_numbered_as_many(values: list[float | None]) -> None:
    few = arrays.encode(values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "ONE_BY_ONE", -1)
        many = arrays.encode(values)
    assert (few[0].tolist(), few[1]) == (many[0].tolist(), many[1])


@given(some_claims(most=6))
def test_the_explanation_adds_up_to_the_score(claims: list[Claim]) -> None:
    alignment = Aligner().align(claims, names=resolve_names(claims))
    pairs = alignment.candidates.pairs
    score = alignment.table.scores(alignment.model, Pairs(pairs.a, pairs.b))
    given_at = np.argsort(alignment.table.place)
    for a, b, bits in zip(pairs.a.tolist(), pairs.b.tolist(), score.tolist(), strict=True):
        match = alignment.match(int(given_at[a]), int(given_at[b]))
        least, most = alignment.model.absent, alignment.model.top
        assert abs(min(max(match.total, least), most) - bits / 1000) < 0.001


@given(some_claims())
def test_with_a_frozen_model_a_claim_that_shares_no_key_changes_nothing(claims: list[Claim]) -> None:
    frozen = Aligner().fit(claims)
    stranger = Claim(id="z", event_type="flood", about="zzyzx river bursts", places=["Zzyzx"], source="other")
    assert events([*claims, stranger], frozen) == events(claims, frozen) | {frozenset({"z"})}


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[tuple[int, int, int]], Rules]:
    size = draw(st.integers(1, 8))
    every = list(combinations(range(size), 2))
    chosen = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    edges = [(a, b, draw(st.integers(-5, 8))) for a, b in sorted(chosen)]
    keys = np.array(draw(st.lists(st.integers(-1, 1), min_size=size, max_size=size)), dtype=np.int64)
    records = np.array(draw(st.lists(st.sampled_from([-1, 0, 1, 70]), min_size=size, max_size=size)), dtype=np.int64)
    return size, edges, Rules(key=keys, record=records)


@given(graphs())
def test_average_linkage_is_the_greedy_one(graph: tuple[int, list[tuple[int, int, int]], Rules]) -> None:
    size, edges, rules = graph
    a, b, score = (np.array([edge[i] for edge in edges], dtype=np.int64) for i in range(3))
    found = average_linkage(size, a, b, score, threshold=1, absent=-4, rules=rules)
    assert found.tolist() == _greedy(size, edges, rules).tolist()


def _greedy(size: int, edges: list[tuple[int, int, int]], rules: Rules) -> Ints:
    score = {(a, b): s for a, b, s in edges}
    clusters = [{i} for i in range(size)]
    while True:
        options = [
            (-_mean(a, b, score), *sorted((min(a), min(b))), i, j)
            for (i, a), (j, b) in combinations(enumerate(clusters), 2)
            if _may(a | b, rules) and _mean(a, b, score) >= 1
        ]
        if not options:
            break
        *_, i, j = min(options)
        clusters[i] |= clusters.pop(j)
    label = np.zeros(size, dtype=np.int64)
    for cluster in clusters:
        label[sorted(cluster)] = min(cluster)
    return numbered(label)


def _mean(a: set[int], b: set[int], score: dict[tuple[int, int], int]) -> float:
    return sum(score.get((min(x, y), max(x, y)), -4) for x in a for y in b) / (len(a) * len(b))


def _may(members: set[int], rules: Rules) -> bool:
    assert rules.key is not None
    assert rules.record is not None
    keys = {int(rules.key[i]) for i in members} - {-1}
    records = [int(rules.record[i]) for i in members if rules.record[i] >= 0]
    return len(keys) <= 1 and len(records) == len(set(records))
