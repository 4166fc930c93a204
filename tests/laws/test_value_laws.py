"""Laws of the values: the algebra of relations, against oracles that count members, days and nodes one by one."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import ClaimError, EventType, Parties, Period, Phase, Places, Quantity, Relation
from reconcile import strategies as rs
from reconcile.language import Gazetteer, Lexicon
from reconcile.strategies.about import CHARACTERS
from reconcile.testing import assert_relations
from reconcile.values import TableNames, relation
from reconcile.values.base import changed

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "quantities": rs.quantities(),
    "near quantities": rs.quantities(
        min_value=-3, max_value=3, of=st.sampled_from([None, "dead"]), scope=st.none(), unit=st.none()
    ),
    "periods": rs.periods(),
    "near periods": rs.periods(min_date=dt.date(2020, 1, 30), max_date=dt.date(2020, 2, 2)),
    "places": rs.places(),
    "parties": rs.parties(),
    "phases": rs.phases(),
    "event types": rs.event_types(words=st.sampled_from(["a", "b", "É"])),
    "texts": rs.texts(max_size=3),
    "numbers": st.integers() | st.floats(allow_nan=False),
    "words": st.text(CHARACTERS, max_size=3),
    "dates": st.dates(),
    "switches": st.booleans(),
}
every_type = pytest.mark.parametrize("values", VALUES.values(), ids=VALUES)


@every_type
@given(data=st.data())
def test_relations_are_an_algebra(values: st.SearchStrategy[Any], data: st.DataObject) -> None:
    assert_relations(data.draw(st.lists(values, min_size=1, max_size=4)))


@pytest.mark.parametrize("name", [name for name in VALUES if name not in ("numbers", "words", "dates", "switches")])
@given(data=st.data())
def test_similarity_is_symmetric_and_bounded(name: str, data: st.DataObject) -> None:
    a, b = data.draw(VALUES[name]), data.draw(VALUES[name])
    alike = a.similarity(b)
    assert alike == b.similarity(a)
    assert alike is None or 0.0 <= alike <= 1.0
    assert a.similarity(a) in (None, 1.0)
    assert all(isinstance(key, str) for key in a.blocking_keys())
    assert hash(a) == hash(a)
    assert isinstance(str(a), str)


@given(rs.quantities() | rs.periods(), rs.texts(max_size=3))
def test_changed_values_are_model_copies(value: Quantity | Period, raw: Any) -> None:
    for fields in ({"raw": None}, {"raw": raw.text}, {}):
        one, two = changed(value, fields), value.model_copy(update=fields)
        assert (one, hash(one), repr(one)) == (two, hash(two), repr(two))
        assert one.model_dump(exclude_unset=True) == two.model_dump(exclude_unset=True)


@given(data=st.data())
def test_values_of_two_types_say_nothing_of_each_other(data: st.DataObject) -> None:
    one, two = (data.draw(st.sampled_from(_RELATING)) for _ in "ab")
    a, b = data.draw(VALUES[one]), data.draw(VALUES[two])
    if type(a) is not type(b):
        assert a.relate(b) is b.relate(a) is relation(a, b) is Relation.UNKNOWN
        assert a.similarity(b) is b.similarity(a) is None
    assert a.relate(str(b)) is Relation.UNKNOWN or isinstance(a, str)


_RELATING = ["quantities", "periods", "places", "parties", "phases", "event types", "texts"]


@pytest.mark.parametrize("name", ["quantities", "periods", "places", "parties", "texts"])
@given(data=st.data())
def test_values_survive_json(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    kind: Any = value.__class__  # pyright: ignore[reportUnknownMemberType]
    assert kind.model_validate_json(value.model_dump_json()) == value
    assert kind.model_validate_json(value.model_dump_json(exclude_defaults=True)) == value


# --- relations -------------------------------------------------------------------------------------------------------


@given(rs.relations())
def test_converse_is_its_own_inverse(one: Relation) -> None:
    assert one.converse.converse is one


@given(st.lists(rs.relations(), max_size=4))
def test_both_mirrors_its_parts(parts: list[Relation]) -> None:
    assert Relation.both(p.converse for p in parts) is Relation.both(parts).converse


@given(st.lists(rs.relations(), max_size=4))
def test_both_is_equal_or_narrower_where_all_parts_are(parts: list[Relation]) -> None:
    assert Relation.both(parts).entails is all(p.entails for p in parts)


# --- quantities: which whole numbers of a grid lie inside -------------------------------------------------------------

GRID = range(-12, 13)
bounds = st.tuples(st.none() | st.integers(-9, 9), st.none() | st.integers(-9, 9)).filter(
    lambda two: two != (None, None) and (two[0] is None or two[1] is None or two[0] <= two[1])
)


def by_members(mine: set[Any], theirs: set[Any]) -> Relation:
    """How two statements stand that each allow a set of answers."""
    if mine == theirs:
        return Relation.EQUAL
    if mine < theirs:
        return Relation.NARROWER
    if mine > theirs:
        return Relation.BROADER
    return Relation.COMPATIBLE if mine & theirs else Relation.EXCLUSIVE


def numbers(low: int | None, high: int | None) -> set[int]:
    return {n for n in GRID if (low is None or low <= n) and (high is None or n <= high)}


@given(bounds, bounds)
def test_quantities_are_sets_of_numbers(mine: tuple[Any, Any], theirs: tuple[Any, Any]) -> None:
    a, b = (Quantity(low=low, high=high) for low, high in (mine, theirs))
    assert a.relate(b) is by_members(numbers(*mine), numbers(*theirs))


@given(st.integers(-90, 90), st.integers(-90, 90), st.booleans(), st.booleans())
def test_about_allows_a_tenth_more_on_both_sides(x: int, y: int, about_x: bool, about_y: bool) -> None:
    def tenths(n: int, about: bool) -> set[Fraction]:
        room = abs(n) if about else 0
        return {Fraction(t, 10) for t in range(-1000, 1001) if 10 * n - room <= t <= 10 * n + room}

    found = Quantity(x, approximate=about_x).relate(Quantity(y, approximate=about_y))
    assert found is by_members(tenths(x, about_x), tenths(y, about_y))


@given(bounds, rs.quantities(min_value=-9, max_value=9))
def test_what_is_unstated_says_less(mine: tuple[Any, Any], other: Quantity) -> None:
    bare = Quantity(low=mine[0], high=mine[1])
    told = bare.model_copy(update={"of": "centres"})
    assert told.relate(bare) is Relation.NARROWER
    if other.of is not None and told.relate(other) is not Relation.UNKNOWN:
        assert other.of.strip().casefold() == "centres"


@given(rs.quantities(of=st.none()), rs.quantities(of=st.none()))
def test_one_frame_for_both_changes_nothing(a: Quantity, b: Quantity) -> None:
    same = {"of": "centres"}
    assert a.relate(b) is changed(a, same).relate(changed(b, same))


@given(rs.quantities(), rs.quantities())
def test_meeting_quantities_are_alike(a: Quantity, b: Quantity) -> None:
    (low, high), (low_2, high_2) = a.compared, b.compared
    assert (a.similarity(b) == 1.0) >= (max(low, low_2) <= min(high, high_2))


# --- periods: which days lie inside -----------------------------------------------------------------------------------

FIRST = dt.date(2020, 2, 20)
window = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)


def day(n: int) -> dt.date:
    return FIRST + dt.timedelta(n)


@given(window, window)
def test_periods_within_are_sets_of_days(mine: list[int], theirs: list[int]) -> None:
    a, b = (Period(day(first), day(last)) for first, last in (mine, theirs))
    days = [set(range(first, last + 1)) for first, last in (mine, theirs)]
    assert a.relate(b) is by_members(*days)


@given(window, window)
def test_spans_exclude_each_other_by_their_ends(mine: list[int], theirs: list[int]) -> None:
    a, b = (
        Period(lower=day(x), starts_by=day(x), ends_from=day(y), upper=day(y), kind="throughout")
        for x, y in (mine, theirs)
    )
    assert a.relate(b) is (Relation.EQUAL if mine == theirs else Relation.EXCLUSIVE)


@given(rs.periods(), rs.periods())
def test_a_doubted_date_excludes_nothing(a: Period, b: Period) -> None:
    if a.uncertain or b.uncertain:
        assert a.relate(b) is not Relation.EXCLUSIVE


@given(rs.periods(), rs.periods())
def test_an_unknown_date_says_nothing(a: Period, b: Period) -> None:
    assert (a.relate(b) is Relation.UNKNOWN) == (not (a.known and b.known))


@given(rs.periods(allow_unknown=False))
def test_edtf_reads_back(period: Period) -> None:
    back = Period.parse(period.edtf, kind=period.kind)
    assert back.relate(period) is Relation.EQUAL
    assert (back.stated, back.approximate, back.uncertain) == (period.stated, period.approximate, period.uncertain)


@given(st.text(CHARACTERS, max_size=30) | rs.texts().map(str))
def test_parse_reads_or_refuses(text: str) -> None:
    for kind in (Quantity, Period):
        try:
            value = kind.parse(text)
        except ClaimError:
            continue
        assert value.raw == text


# --- places and parties: a small tree, walked by hand -----------------------------------------------------------------

TREE = {"land": None, "north": "land", "south": "land", "town": "north", "port": "north", "farm": "town", "isle": None}
NAMES = TableNames(
    Gazetteer.from_rows([{"id": f"t:{n}", "name": n, "parent": f"t:{p}" if p else ""} for n, p in TREE.items()]),
    Lexicon.from_rows(
        [{"id": f"o:{n}", "name": n, "kind": "organization", "part_of": f"o:{p}" if p else ""} for n, p in TREE.items()]
    ),
)
some_names = st.lists(st.sampled_from(sorted(TREE)), min_size=1, max_size=3, unique=True)


def inside(member: str | None, container: str) -> bool:
    """Whether a node is another or lies below it."""
    while member is not None and member != container:
        member = TREE[member]
    return member == container


def by_lists(mine: list[str], theirs: list[str]) -> Relation:
    """DESIGN §3, read aloud: each member of b contains, or is, a member of a."""
    forward = all(any(inside(x, y) for x in mine) for y in theirs)
    backward = all(any(inside(y, x) for y in theirs) for x in mine)
    if forward and backward:
        return Relation.EQUAL
    if forward or backward:
        return Relation.NARROWER if forward else Relation.BROADER
    related = any(inside(x, y) or inside(y, x) for x in mine for y in theirs)
    return Relation.COMPATIBLE if related else Relation.EXCLUSIVE


@given(some_names, some_names)
def test_places_follow_the_tree(mine: list[str], theirs: list[str]) -> None:
    assert Places(mine).relate(Places(theirs), names=NAMES) is by_lists(mine, theirs)


@given(some_names, some_names)
def test_parties_follow_the_tree(mine: list[str], theirs: list[str]) -> None:
    found = Parties(mine).relate(Parties(theirs), names=NAMES)
    wanted = by_lists(mine, theirs)
    assert found is wanted or (wanted is Relation.EXCLUSIVE and found is Relation.UNKNOWN)


@given(some_names, some_names)
def test_a_whole_list_excludes_a_stranger(mine: list[str], theirs: list[str]) -> None:
    whole = Places(mine, complete=True).relate(Places(theirs), names=NAMES)
    stranger = any(not any(inside(x, y) or inside(y, x) for x in mine) for y in theirs)
    assert (whole is Relation.EXCLUSIVE) == stranger


@given(st.lists(rs.places(names=st.sampled_from(sorted(TREE)), max_size=3), max_size=4))
def test_resolved_places_are_an_algebra(values: list[Places]) -> None:
    assert_relations(values, names=NAMES)


# --- phases, types, texts ---------------------------------------------------------------------------------------------

LADDER = ("discussed", "proposed", "agreed", "ordered", "begun", "completed")


@given(rs.phases(), rs.phases())
def test_phases_say_the_rungs_below(a: Phase, b: Phase) -> None:
    if a.value in LADDER and b.value in LADDER:
        said = [set(LADDER[: LADDER.index(one.value) + 1]) for one in (a, b)]
        wanted = Relation.EQUAL if a is b else Relation.NARROWER if said[0] > said[1] else Relation.BROADER
    elif {a.value, b.value} in ({"not-implemented", "begun"}, {"not-implemented", "completed"}):
        wanted = Relation.EXCLUSIVE
    else:
        wanted = Relation.EQUAL if a is b else Relation.COMPATIBLE
    assert a.relate(b) is wanted


paths = st.lists(st.sampled_from("xyz"), min_size=1, max_size=3)


@given(paths, paths)
def test_event_types_are_prefixes(mine: list[str], theirs: list[str]) -> None:
    found = EventType(".".join(mine)).relate(EventType(".".join(theirs)))
    if mine == theirs:
        assert found is Relation.EQUAL
    elif mine[: len(theirs)] == theirs:
        assert found is Relation.NARROWER
    elif theirs[: len(mine)] == mine:
        assert found is Relation.BROADER
    else:
        assert found is Relation.UNKNOWN


@given(rs.texts(), rs.texts())
def test_wording_never_excludes(a: Any, b: Any) -> None:
    assert a.relate(b) in (Relation.EQUAL, Relation.UNKNOWN)


@given(rs.quantities(), rs.places())
def test_values_of_two_types_are_unknown_to_each_other(a: Quantity, b: Places) -> None:
    assert relation(a, b) is Relation.UNKNOWN
