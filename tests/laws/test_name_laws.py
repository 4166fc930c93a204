"""Laws of names and places: reflexive, symmetric, batch equal to single, an order that is one, errors of one kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ClaimError
from reconcile.language import Gazetteer, Lexicon, Node, fold, name_similarity
from reconcile.language.names.batch import similarities
from reconcile.language.names.bits import Rows
from reconcile.language.names.parts import parts, plain_sound
from reconcile.language.names.plain import plain_sounds
from reconcile.language.names.score import alike
from reconcile.language.names.sounds import sounds
from reconcile.strategies.about import CHARACTERS

PLACES = Gazetteer.builtin()
LEXICON = Lexicon.builtin()
LETTERS = st.sampled_from("abcdehiklmnorstuwyzABEKêşîûçğ'-. ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىئءپچژگڤێۆەڵڕکیًُِّـ0٣")
NAMES = st.one_of(st.text(LETTERS, max_size=20), st.text(CHARACTERS, max_size=12))
KNOWN = """
    Erbil; أربيل; محافظة أربيل; مدينة أربيل; Hewlêr; Iraq; العراق; Kirkuk; Hawija; Diyala; Khanaqin; قضاء خانقين;
    Kurdistan Region; Baghdad; Sadr City; Makhmur; Nineveh; سهل نينوى; المناطق المتنازع عليها; Mosul; Syria; Damascus;
    Aleppo; Golan Heights; Crimea; Russia; Ukraine; Kyiv; Darfur; Sudan; Kuwait; Kuwait City; Mexico; Mexico City; Gaza;
    Gaza Strip; West Bank; Hong Kong; China; Halabja; northern Iraq; Mount Sinjar; Sinjar; Duhok; Zakho; Tehran;
    Middle East
"""
PLACE = st.sampled_from([name.strip() for name in KNOWN.split(";")])
CONVERSE = {"inside": "contains", "contains": "inside"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(CHARACTERS, max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(CHARACTERS, max_size=5), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["id", "name", "names", "parent", "aliases", "lat", "lon", "kind", "population", "valid_from", "part_of"]


def node(name: str) -> Node:
    found = PLACES.node(name)
    assert found is not None, name
    return found


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(name) == " ".join(fold(name).split())


@given(NAMES, NAMES)
def test_folding_goes_word_by_word(a: str, b: str) -> None:
    assert fold(f"{a} {b}") == " ".join(f"{fold(a)} {fold(b)}".split())


@given(NAMES, NAMES)
def test_similarity_is_symmetric_and_within_bounds(a: str, b: str) -> None:
    found = name_similarity(a, b)
    assert 0.0 <= found <= 1.0
    assert found == name_similarity(b, a)


@given(NAMES)
def test_a_name_is_most_like_itself(name: str) -> None:
    assert name_similarity(name, name) == (1.0 if parts(name) else 0.0)
    assert name_similarity(name, fold(name)) >= name_similarity(fold(name), name)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_batch_equals_single(pairs: list[tuple[str, str]]) -> None:
    found = similarities([a for a, _ in pairs], [b for _, b in pairs]).tolist()
    assert found == [by_hand(a, b) for a, b in pairs] == [name_similarity(a, b) for a, b in pairs]


PIECES = st.lists(
    st.one_of(NAMES, st.sampled_from(["\ue000", "al-Din", "الله", "کەرکووک", "Ed", "x\ue000"])), max_size=9
)


@given(PIECES)
def test_pieces_sounded_together_sound_as_each_alone(pieces: list[str]) -> None:
    cut = [piece for name in pieces for piece in name.split()]
    assert plain_sounds(cut) == [plain_sound(piece) for piece in cut]
    names = [" ".join(pieces), *pieces]
    assert similarities(names, names[::-1]).tolist() == list(map(name_similarity, names, names[::-1]))


@given(st.lists(st.text("KkRrMmPp1\u0663\U0001f600", max_size=40), min_size=1, max_size=6, unique=True))
def test_words_compared_as_bits_are_compared_as_each_alone(words: list[str]) -> None:
    pairs = [(a, b) for a in range(len(words)) for b in range(len(words))]
    a, b = (np.array(side) for side in zip(*pairs, strict=True))
    assert Rows(words).alike(a, b).tolist() == [alike(words[one], words[other]) for one, other in pairs]


def by_hand(a: str, b: str) -> float:
    """The similarity of two names, spelt out with a plain table of longest common rows."""
    left, right = parts(a), parts(b)
    if not left or not right:
        return 0.0
    total = weights = 0
    for ours, theirs in ((left, right), (right, left)):
        for part, weight in ours:
            weights += weight
            total += weight * max(thousandths(part, other) for other, _ in theirs)
    ours, theirs = (joined(name) for name in (left, right))
    return ((total // weights) * 600 + thousandths(ours, theirs) * 400) // 1000 / 1000


def joined(name: tuple[tuple[str, int], ...]) -> str:
    heaviest = [part for part, weight in name if weight > 1]
    return "".join(heaviest or [part for part, _ in name])


def thousandths(a: str, b: str) -> int:
    row = [0] * (len(b) + 1)
    for one in a:
        before = row[:]
        for at, other in enumerate(b):
            row[at + 1] = before[at] + 1 if one == other else max(before[at + 1], row[at])
    return 2 * row[-1] * 1000 // (len(a) + len(b))


@given(NAMES)
def test_every_part_has_a_sound(name: str) -> None:
    assert all(sound and weight > 0 for sound, weight in parts(name))
    assert isinstance(sounds(name), str)


@given(PLACE, PLACE)
def test_the_order_has_its_mirror(a: str, b: str) -> None:
    found = PLACES.order(node(a), node(b))
    assert PLACES.order(node(b), node(a)) == CONVERSE.get(found, found)
    assert (found == "equal") == (path(node(a))[0] == path(node(b))[0])


@given(PLACE, PLACE, PLACE)
def test_inside_is_transitive(a: str, b: str, c: str) -> None:
    within = {"inside", "equal"}
    one, two, three = node(a), node(b), node(c)
    if PLACES.order(one, two) in within and PLACES.order(two, three) in within:
        assert PLACES.order(one, three) in within


@given(PLACE, PLACE)
def test_the_order_is_that_of_the_tree(a: str, b: str) -> None:
    ours, theirs = path(node(a)), path(node(b))
    found = PLACES.order(node(a), node(b))
    if ours[0] == theirs[0]:
        assert found == "equal"
    elif theirs[0] in ours:
        assert found == "inside"
    elif ours[0] in theirs:
        assert found == "contains"
    else:
        assert found in {"apart", "unknown"}


def path(found: Node) -> list[tuple[str, bool]]:
    """Positions from a node outward; below each place stands the position of names that mean it or a part of it."""
    positions = [(number, exact) for number in PLACES.chain(found.high) for exact in (False, True)]
    return positions[1:] if found.low == found.high else positions


@given(st.lists(PLACE, max_size=4), PLACE)
def test_other_places_in_any_order_give_the_same_answer(among: list[str], name: str) -> None:
    assert PLACES.node(name, among=among) == PLACES.node(name, among=reversed(among))


@given(NAMES)
def test_any_text_is_a_name_or_unknown(name: str) -> None:
    candidates = PLACES.candidates(name)
    assert list(candidates) == sorted(set(candidates))
    found = PLACES.node(name)
    assert (found is None) == (not candidates or PLACES.is_ambiguous(name))
    assert found is None or {found.low, found.high} <= set(candidates)
    resolved = LEXICON.resolve(name)
    assert resolved is None or LEXICON.chain(resolved)


@given(
    st.lists(st.dictionaries(st.sampled_from(FIELDS) | st.text(CHARACTERS, max_size=4), JSON, max_size=5), max_size=4)
)
def test_any_rows_are_a_table_or_one_error(rows: list[dict[str, object]]) -> None:
    for read in (Gazetteer.from_rows, Lexicon.from_rows):
        told = [str(error) for error in faults(lambda read=read: read(rows))]
        assert all(one.startswith("row ") for one in told)


@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()), st.sampled_from((".csv", ".jsonl")))
def test_any_file_is_a_table_or_one_error(content: bytes, ending: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(content)
        for load in (Gazetteer.load, Lexicon.load):
            told = [str(error) for error in faults(lambda load=load: load(path))]
            assert all(one.startswith(str(path)) for one in told)


def faults(read: Callable[[], object]) -> tuple[ClaimError, ...]:
    """The faults that reading tells of; any other exception is a failure."""
    try:
        read()
    except ClaimError as error:
        return error.errors
    return ()
