from __future__ import annotations

import pytest
from tests.unit.report.cases import COMMAND, RUDAW, claim, conflict, summed, two_and_three

from reconcile import Claim, Period, Phase, Places
from reconcile.diff.model import Kind, Reading
from reconcile.report import explain_conflict


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_a_contradiction_names_who_says_what_when_and_through_whom() -> None:
    assert plain(explain_conflict(two_and_three(readings=(summed(),), same_outlet=False))) == (
        "On “centres”: رووداو in its own words (published 13 October 2020; claim a) says 2 centres; تحسين الخفاجي,"
        " المتحدث, for قيادة العمليات المشتركة (in بيت نهرين, taken from رووداو, said 12 October 2020; claim b) says"
        " 3 centres. Not all of this can be true; what may explain it: possibly 2 + 1 = 3 (sum of parts)."
    )


def test_names_are_isolated() -> None:
    text = explain_conflict(two_and_three())
    assert "\u2068رووداو\u2069" in text
    assert text.count("\u2068") == text.count("\u2069")


def test_every_reading_is_told_once() -> None:
    readings = (summed(), summed(), Reading("precision", "a lies within b", certain=True))
    text = explain_conflict(two_and_three(readings=readings))
    assert text.count("2 + 1 = 3") == 1
    assert "a lies within b (precision)" in text


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ({"same_voice": True, "same_document": True}, "One voice stands on both sides."),
        ({"same_document": True, "same_outlet": True}, "One document carries both sides."),
        ({"same_outlet": True}, "One outlet carries both sides."),
    ],
)
def test_what_both_sides_share_is_said(marks: dict[str, bool], words: str) -> None:
    assert explain_conflict(two_and_three(**marks)).endswith(words)


def test_a_denial_says_who_denies_what_and_how_much() -> None:
    target = claim("t", {"outlet": "K24", "kind": "collective", "speaker": "local media"}, phase="agreed")
    denial = claim("d", {"outlet": "K24", "organization": "the Command"}, polarity="denied", phase="discussed")
    for breadth, words in (
        ("whole", "The denial reaches all of it."),
        ("partial", "The denial reaches only part of it."),
        ("unknown", "How much of it the denial reaches is not stated."),
    ):
        found = conflict(Kind.DENIAL, "polarity", ("affirmed", [target]), ("denied", [denial]), breadth=breadth)
        assert explain_conflict(found) == (
            "In K24: the Command (undated; claim d) denies “centres” (discussed); a collective voice, “local media”"
            f" (undated; claim t) states “centres” (agreed). {words}"
        )


def test_a_denial_of_the_same_words_does_not_repeat_them() -> None:
    found = conflict(
        Kind.DENIAL, "polarity", ("affirmed", [claim("t")]), ("denied", [claim("d", "INA", polarity="denied")])
    )
    assert "denies “centres”; Rudaw in its own words (undated; claim t) states it." in explain_conflict(found)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("phase", Phase.BEGUN, "says it has begun"),
        ("phase", Phase.NOT_IMPLEMENTED, "says it was not implemented"),
        ("places", Places("Erbil", "Baghdad", part=True), "places it in areas in Erbil and Baghdad"),
        ("when", Period("2020-10"), "dates it October 2020"),
        ("due", Period("2020-11"), "plans it for November 2020"),
        ("staff", 1200, "gives 1,200 as staff"),
        ("opens_on", Period("2020-11-01"), "gives 1 November 2020 as opens on"),
        ("sure", True, "gives yes as sure"),
        ("tags", ("a", "b"), "gives a and b as tags"),
    ],
)
def test_each_field_has_its_words(field: str, value: object, words: str) -> None:
    found = conflict(Kind.DIFFERENCE, field, (value, [claim("a")]), (value, [claim("b", "INA")]))
    assert words in explain_conflict(found)


def test_many_voices_are_counted() -> None:
    many = [claim(f"c{n:02}", f"Outlet {n}") for n in range(20)]
    found = conflict(Kind.CONTRADICTION, "phase", (Phase.BEGUN, many), (Phase.CANCELLED, [claim("z")]))
    text = explain_conflict(found)
    assert "and 16 more (claims c04, c05, c06, c07, c08, c09 and 10 more) say it has begun" in text


def test_a_voice_is_introduced_once() -> None:
    later = {**COMMAND, "document": "x"}
    found = conflict(
        Kind.REVISION, "phase", (Phase.AGREED, [claim("a", COMMAND)]), (Phase.BEGUN, [claim("b", later)]),
    )  # fmt: skip
    assert "the same voice (undated; claim b) says it has begun" in explain_conflict(found)


def test_an_unnamed_voice_is_never_the_same() -> None:
    hidden = {"outlet": "K24", "kind": "unnamed"}
    found = conflict(
        Kind.CONTRADICTION, "phase", (Phase.AGREED, [claim("a", hidden)]), (Phase.BEGUN, [claim("b", hidden)])
    )
    assert explain_conflict(found).count("an unnamed source") == 2


def test_grades_are_shown() -> None:
    graded = claim("a", {**RUDAW, "reliability": "B"}, credibility=2)
    found = conflict(Kind.DIFFERENCE, "phase", (Phase.AGREED, [graded]), (Phase.BEGUN, [claim("b")]))
    assert "(undated, graded B2; claim a)" in explain_conflict(found)


def test_how_surely_it_was_said_is_told() -> None:
    weak: Claim = claim("a", RUDAW, certainty="possible", mode="conditional")
    found = conflict(Kind.DIFFERENCE, "phase", (Phase.AGREED, [weak]), (Phase.BEGUN, [claim("b")]))
    assert "(undated, on a condition, as possible; claim a)" in explain_conflict(found)
