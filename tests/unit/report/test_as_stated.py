"""What a report says is what the sources said: their units, what they deny, whether a list is all, who speaks."""

from __future__ import annotations

from typing import Annotated, Any

import pytest

import reconcile as rc
from reconcile.report import render_csv, render_html, render_markdown, render_text
from reconcile.report.arabic.gaps_ar import is_range
from reconcile.report.values import quantity_words


class Priced(rc.Claim):
    price: Annotated[float | None, rc.Disputed(rel_tol=0.05)] = None
    seller: rc.Text | None = None


UNNAMED = {"outlet": "A", "kind": "unnamed"}


def said(name: str, source: Any, kind: type[rc.Claim] = rc.Claim, **fields: Any) -> rc.Claim:
    return kind.model_validate({"id": name, "about": "storm", "key": "k", "source": source, **fields})


def two(first: dict[str, Any], second: dict[str, Any], kind: type[rc.Claim] = rc.Claim) -> rc.Reconciliation[rc.Claim]:
    return rc.reconcile([said("a", "A", kind, **first), said("b", "B", kind, **second)])


def text(result: rc.Reconciliation[rc.Claim]) -> str:
    return " ".join(render_text(result).split())


def forms(result: rc.Reconciliation[rc.Claim]) -> list[str]:
    return [text(result), render_markdown(result), render_html(result), render_csv(result)]


def arabic(result: rc.Reconciliation[rc.Claim]) -> str:
    told = " ".join(one.explain(language="ar") for one in (*result.conflicts, *result.differences))
    return "".join(char for char in told if char not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("written", "words", "never"),
    [
        ("5 km", "5 km", "5,000"),
        ("5000 metres", "5,000 m", "5 km"),
        ("2.5 tonnes", "2.5 t", "2,500"),
        ("3 days", "3 days", "259,200"),
        ("1 day", "1 day", "1 days"),
        ("50,000 barrels", "50,000 bbl", "e+06"),
        ("at least 3 weeks", "at least 3 weeks", "1,814,400"),
        ("40 killed", "40 killed", "km"),
    ],
)
def test_a_figure_keeps_the_unit_in_which_it_was_stated(written: str, words: str, never: str) -> None:
    for form in forms(two({"count": written}, {"count": 987_654_321})):
        assert words in form
        assert never not in form


def test_a_unit_in_any_language_is_not_put_in_the_plural() -> None:
    assert quantity_words(rc.Quantity(3, unit="يوم")) == "3 \u2068يوم\u2069"
    assert quantity_words(rc.Quantity(3, unit="century")) == "3 centuries"


def test_what_statements_allow_together_is_told_in_their_unit() -> None:
    assert "all statements together allow 6–8 km (derived)" in text(two({"count": "5-8 km"}, {"count": "6-9 km"}))
    assert "all statements together allow 6–8 (derived)" in text(two({"count": "5-8"}, {"count": "6-9"}))


@pytest.mark.parametrize(
    ("one", "other", "units", "heading"),
    [
        ("5 kg", "8 km", ("kg", "km"), "count (in km): 8 km"),
        ("5 kg", "8 metres", ("kg", "m"), "count (in m): 8 m"),
        ("2 weeks", "8 km", ("week", "km"), "count (in weeks): 2 weeks"),
    ],
)
def test_other_units_are_named_as_stated(one: str, other: str, units: tuple[str, str], heading: str) -> None:
    result = two({"count": one}, {"count": other})
    assert f"one is said of {units[0]}, the other of {units[1]}" in text(result)
    assert f"أحد القولين يخص «{units[0]}» والآخر يخص «{units[1]}»" in arabic(result)
    assert heading in text(result)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("987 tonnes", "1000 tonnes", "987 rounds to 1,000"),
        ("987", "1000", "987 rounds to 1,000"),
        ("987 tonnes", "1000000 kilograms", "987,000 rounds to 1,000,000"),
    ],
)
def test_arithmetic_is_told_in_the_unit_of_both_sides(one: str, other: str, words: str) -> None:
    assert words in text(two({"count": one}, {"count": other}))


def test_what_a_difference_explains_may_all_stand() -> None:
    explained = text(two({"price": 100}, {"price": 103}, Priced))
    assert "price: differs, all may stand, see D1" in explained
    assert "All of this may be true" in explained
    assert "price: contested, see C1" in text(two({"price": 100}, {"price": 130}, Priced))


def test_what_nobody_can_compare_is_said_to_be_so() -> None:
    unknown = text(two({"places": "Qaryat Nowhere"}, {"places": "Tell Elsewhere"}))
    assert "differs, and nobody can tell whether one excludes the other" in unknown
    three = [said("a", "A", count=2), said("b", "B", count=3, mode="opinion"), said("c", "C", count=3, mode="opinion")]
    assert "count: differs, all may stand" in text(rc.reconcile(three))


def denial(**link: Any) -> dict[str, Any]:
    return {"refers": [{"kind": "denies", "claim": "a", **link}]}


STATED = {"count": 30, "when": "2024-01-01"}


@pytest.mark.parametrize(
    ("link", "own", "english", "in_arabic"),
    [
        ({"fields": ["count"]}, {}, "denies the count (30) of “storm”", "«storm» من حيث العدد (30)"),
        (
            {"fields": ["when"]}, {},
            "denies the when (1 January 2024) of “storm”",
            "«storm» من حيث التاريخ (1 كانون الثاني/يناير 2024)",
        ),
        (
            {"fields": ["when", "count"]}, {},
            "denies the count (30) and the when (1 January 2024) of “storm”",
            "«storm» من حيث العدد (30) والتاريخ (1 كانون الثاني/يناير 2024)",
        ),
        ({"fields": ["count"]}, {"count": 50}, "denies the count (30) of “storm”", "«storm» من حيث العدد (30)"),
        (
            {"fields": ["count"]}, {"count": 30, "places": "Erbil", "polarity": "denied"},
            "denies the count (30) of “storm” (in Erbil)",
            "«storm» (المكان: Erbil) من حيث العدد (30)",
        ),
        ({"fields": ["source"]}, {}, "denies the source of “storm”", "«storm» من حيث «source»"),
        (
            {}, {"count": 50},
            "denies “storm” (30; 1 January 2024); A",
            "لما يأتي: «storm» (العدد: 30؛ التاريخ: 1 كانون الثاني/يناير 2024)",
        ),
        ({}, {"polarity": "denied"}, "denies “storm”; A", "لما يأتي: «storm»؛"),
    ],
)  # fmt: skip
def test_a_denial_names_what_it_denies(link: dict[str, Any], own: dict[str, Any], english: str, in_arabic: str) -> None:
    result = two(STATED, {**denial(**link), **own})
    assert english in text(result)
    assert in_arabic in arabic(result)


@pytest.mark.parametrize(
    ("kind", "english", "in_arabic"),
    [
        ("corrects", "a was corrected by c", "صُحِّحت الإفادة a بالإفادة c"),
        ("retracts", "a was taken back by c", "سُحبت الإفادة a بالإفادة c"),
    ],
)
def test_a_correction_is_no_retraction(kind: str, english: str, in_arabic: str) -> None:
    by = said("c", "A", count=None if kind == "retracts" else 40, refers=[{"kind": kind, "claim": "a"}])
    result = rc.reconcile([said("a", "A", count=30), said("b", "B", count=40), by])
    assert all(english in form for form in forms(result))
    assert in_arabic in arabic(result)


@pytest.mark.parametrize(
    ("field", "members", "words", "in_arabic"),
    [
        ("places", ["Erbil"], "places it in Erbil and nowhere else", "المكان: Erbil فقط"),
        (
            "places", ["Erbil", "Baghdad"], "places it in Erbil and Baghdad, and nowhere else",
            "المكان: Erbil وBaghdad فقط",
        ),
        ("parties", ["ISIS"], "names ISIS and nobody else", "الأطراف: ISIS فقط"),
    ],
)  # fmt: skip
def test_a_complete_list_is_told_as_one(field: str, members: list[str], words: str, in_arabic: str) -> None:
    longer = {field: ["Basra", "Erbil"] if field == "places" else ["ISIS", "Peshmerga"]}
    complete = two({field: {"items": members, "complete": True}}, longer)
    assert words in text(complete)
    assert f"• {words.rsplit(' in ', maxsplit=1)[-1].removeprefix('names ')} – A (own words) [a]" in text(complete)
    assert in_arabic in arabic(complete)
    open_list = two({field: {"items": members}}, longer)
    assert not any("else" in form for form in forms(open_list))
    assert "فقط" not in arabic(open_list)


def test_a_list_that_is_said_to_be_all_is_not_said_to_be_open() -> None:
    complete = two({"places": {"items": ["Erbil", "Baghdad"], "complete": True}}, {"places": "Erbil"})
    assert "only one list is said to be all: Erbil, Baghdad against Erbil (open list)" in text(complete)
    assert "قائمة واحدة فقط ورد أنها كاملة: Erbil وBaghdad مقابل Erbil" in arabic(complete)
    assert "neither list is said to be all" in text(two({"places": ["Erbil", "Baghdad"]}, {"places": "Erbil"}))


@pytest.mark.parametrize(
    ("field", "one", "other", "words"),
    [
        ("count", "10-20 killed", "15-30 killed", "القولان متوافقان: بين 10 و20 («killed»)، وبين 15 و30 («killed»)"),
        ("count", {"low": 15}, {"high": 30}, "لا تعارض بين 15 على الأقل و30 على الأكثر"),
        (
            "when", "2024-01-01/2024-01-05", "2024-01-03/2024-01-08",
            "القولان متوافقان: بين 1 و5 كانون الثاني/يناير 2024، وبين 3 و8 كانون الثاني/يناير 2024",
        ),
        ("count", {"low": 20, "high": 99}, {"low": 25, "high": 30}, "بين 25 و30 ضمن ما هو بين 20 و99"),
        ("count", {"low": 20}, {"low": 25, "high": 30}, "بين 25 و30 ضمن 20 على الأقل"),
        ("when", "2024-01-03/2024-01-08", "2024-01", "بين 3 و8 كانون الثاني/يناير 2024 ضمن كانون الثاني/يناير 2024"),
        (
            "count", {"low": 10, "high": 20, "approximate": True}, {"low": 21, "high": 30},
            "الفرق بين القولين ضمن ما يسمح به التقريب: بين 10 و20 تقريبًا، وبين 21 و30",
        ),
        (
            "count", {"low": 20, "high": 20, "approximate": True}, {"low": 21, "high": 21},
            "ضمن ما يسمح به التقريب",
        ),
    ],
)  # fmt: skip
def test_no_range_stands_after_a_preposition(field: str, one: Any, other: Any, words: str) -> None:
    told = arabic(two({field: one}, {field: other}))
    assert words in told
    assert not any(f"{before} بين" in told for before in ("بين", "ضمن"))


def test_a_name_that_begins_like_a_range_is_none() -> None:
    assert is_range("بين 10 و20")
    assert not is_range("بين النهرين")


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ((UNNAMED, "B"), "all from each of an unnamed source [a], B (own words) [b]"),
        (
            (UNNAMED, {"outlet": "B", "kind": "unnamed"}),
            "all from each of an unnamed source [a], an unnamed source [b]",
        ),
        ((UNNAMED, UNNAMED), "all from each of an unnamed source [a], an unnamed source [b]"),
        (({**UNNAMED, "document": "d"}, {**UNNAMED, "document": "d"}), "all from an unnamed source [a b]"),
        (("B", "B"), "all from B (own words) [a b]"),
        (("A", "B"), "all from each of A (own words) [a], B (own words) [b]"),
    ],
)
def test_all_from_means_one_voice(sources: tuple[Any, Any], words: str) -> None:
    result = rc.reconcile([said(name, source, count=5) for name, source in zip("ab", sources, strict=True)])
    assert words in text(result)
    capital = words[:1].upper() + words[1:].split(" [", maxsplit=1)[0]
    assert capital in render_markdown(result)
    assert capital in render_html(result)
