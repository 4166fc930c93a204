"""Units, nouns, locales, limits and refusals of the reader of numbers."""

from __future__ import annotations

from typing import Any

import pytest

from reconcile import ClaimError
from reconcile.language import NumberReading, read_number
from reconcile.language.numbers.words.duals import COUNT_NOUNS, SOUND_PLURAL_NOUNS, dual_forms


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("nearly 3,000 troops", "troops"),
        ("13 في نينوى", "في نينوى"),
        ("4 غرف عمليات", "غرف عمليات"),
        ("مركزين في بغداد", "مركزين في بغداد"),
        ("hundreds of families", "families"),
        ("20 قتيلا على الأقل", "قتيلا"),
        ("20 people or more", "people"),
        ("13قتيلا", "قتيلا"),
        ("5 km from the city", "from the city"),
        ("3 days", "days"),
        ("two centres.", "centres"),
        ("7", None),
        ("7, police said", None),
        ("دوو ناوەند", "ناوەند"),
    ],
)
def test_noun_is_kept_as_written(text: str, noun: str | None) -> None:
    assert read_number(text).noun == noun


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("1.200", "de", 1200),
        ("1.200", "de-DE", 1200),
        ("1.200", "tr_TR", 1200),
        ("1.200", "en", 1.2),
        ("1.200", "ar-IQ", 1.2),
        ("1.200", "ar-MA", 1200),
        ("1,200", "de", 1.2),
        ("1,200", "en-US", 1200),
        ("1.200,5", "fr", 1200.5),
        ("1200,5", "fr", 1200.5),
        ("1,200", None, 1200),
    ],
)
def test_locale_decides_separators(text: str, locale: str | None, value: float) -> None:
    assert read_number(text, locale=locale).low == value


@pytest.mark.parametrize(
    ("text", "locale"), [("1.200", None), ("1.200", "xx"), ("12,5", "en"), ("12.5", "de"), ("1,200.5", "de")]
)
def test_separators_that_do_not_fit_are_refused(text: str, locale: str | None) -> None:
    with pytest.raises(ClaimError):
        read_number(text, locale=locale)


def test_ambiguity_names_both_readings() -> None:
    with pytest.raises(ClaimError, match=r"1200 or 1\.2"):
        read_number("1.200")


@pytest.mark.parametrize(
    "text", ["9" * 19, "1" + "0" * 30, "10 trillion trillion", "nan", "inf", "-inf", "1e400", "٩" * 25]
)
def test_too_large_or_not_finite(text: str) -> None:
    with pytest.raises(ClaimError):
        read_number(text)


def test_limit_itself_is_read() -> None:
    assert read_number("1" + "0" * 18).low == 10**18


@pytest.mark.parametrize("value", [None, 5, 5.0, b"5", ["5"], object()])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(ClaimError):
        read_number(value)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200f", "\ud800", "\x00", "🙂", "ـ", "٪", "½", "-", "+", "()"])
def test_small_oddities_are_refused_or_read(text: str) -> None:
    try:
        assert isinstance(read_number(text), NumberReading)
    except ClaimError:
        return


def test_long_texts_are_refused() -> None:
    with pytest.raises(ClaimError, match="1,001"):
        read_number("5" + " " * 1000)


def test_plurals_that_look_dual_are_refused() -> None:
    for noun in SOUND_PLURAL_NOUNS:
        for form in dual_forms(noun)["oblique"]:
            with pytest.raises(ClaimError):
                read_number(form)
        assert read_number(dual_forms(noun)["nominative"][0])[:2] == (2, 2)


def test_every_dual_is_two() -> None:
    cases = ("nominative", "oblique")
    forms = [form for noun in COUNT_NOUNS for case in cases for form in dual_forms(noun)[case]]
    assert [form for form in forms if read_number(form)[:2] != (2, 2)] == []
    assert [form for form in forms if read_number(f"ب{form}")[:2] != (2, 2)] == []


@pytest.mark.parametrize(
    "word",
    [
        "خانقين",
        "تحسين",
        "فلسطين",
        "المقاتلين",
        "حسين",
        "ياسين",
        "البحرين",
        "تشرين",
        "العراقيين",
        "الدين",
        "بساتين",
        "قوانين",
        "ملايين",
    ],
)
def test_false_duals_are_not_two(word: str) -> None:
    try:
        assert read_number(word)[:2] != (2, 2)
    except ClaimError:
        return


def test_marked_dual_of_a_sound_noun_is_two() -> None:
    assert read_number("مقاتلَين")[:2] == (2, 2)


def test_percent_bounds_stay_closed() -> None:
    assert read_number("more than 40%")[:2] == (40, None)
    assert read_number("fewer than 2.5 tonnes")[:2] == (None, 2.5)


@pytest.mark.parametrize(
    ("text", "low", "high", "best", "noun"),
    [
        ("between 40 and 60, most likely 45", 40, 60, 45, None),
        ("40-60 killed (best estimate 50)", 40, 60, 50, "killed"),
        ("between 40 and 60 (most likely 45) people", 40, 60, 45, "people"),
        ("at least 40, most likely 45", 40, None, 45, None),
        ("dozens, probably 40", 24, 99, 40, None),
        ("between 5 and 10 km, most likely 7 km", 5, 10, 7, None),
        ("بين 40 و60 قتيلا، على الأرجح 45", 40, 60, 45, "قتيلا"),
        ("40-60 (أفضل تقدير 50)", 40, 60, 50, None),
        ("لە نێوان ٤٠ بۆ ٦٠ کەس، بە ئەگەری زۆر ٤٥", 40, 60, 45, "کەس"),
        ("ji 40 heta 60 kes (texmîna herî baş 50)", 40, 60, 50, "kes"),
        ("40 people, likely 5 fighters", 40, 40, None, "people, likely 5 fighters"),
    ],
)
def test_the_best_value_of_a_range(
    text: str, low: int | None, high: int | None, best: int | None, noun: str | None
) -> None:
    found = read_number(text)
    assert (found.low, found.high, found.best, found.noun) == (low, high, best, noun)


@pytest.mark.parametrize(
    "text", ["between 40 and 60, most likely 90", "5-10 km (best estimate 7 kg)", "most likely 45"]
)
def test_a_best_value_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ClaimError):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ji 100 kesî zêdetir", 101, None),
        ("لە ١٠٠ کەس زیاتر", 101, None),
        ("ji deh kesan kêmtir", None, 9),
        ("bi deh hezaran kes", 20_000, 99_999),
        ("bi sed hezaran", 200_000, 999_999),
    ],
)
def test_kurdish_comparisons_and_plurals(text: str, low: int | None, high: int | None) -> None:
    assert read_number(text)[:2] == (low, high)


def test_two_units_are_refused() -> None:
    with pytest.raises(ClaimError, match="units"):
        read_number("$5 km")


@pytest.mark.parametrize(
    "text", ["1991 uprising", "the 2005 Iraqi constitution", "2003 US-led invasion of Iraq", "خُمس"]
)
def test_a_year_that_names_an_event_counts_nothing(text: str) -> None:
    with pytest.raises(ClaimError, match=r"year of one|a fifth"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("1991 uprisings", 1991), ("2000 attack helicopters", 2000), ("1,991 uprising", 1991), ("خَمس مدن", 5)],
)
def test_what_only_looks_like_such_a_year_counts(text: str, count: int) -> None:
    assert read_number(text)[:2] == (count, count)
