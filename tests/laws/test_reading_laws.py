"""Laws of the readers: numbers written out are read back, EDTF agrees with its reference, nothing else is raised."""

# ruff: noqa: SIM905  (lists of words read better as text)

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reconcile import ClaimError
from reconcile.language import DateReading, read_date, read_edtf, read_number, write_edtf
from reconcile.language.dates.plan import _plan, plan_of
from reconcile.language.dates.words import ROLES
from reconcile.language.numbers.frames import framed
from reconcile.language.numbers.grammar import parse
from reconcile.language.numbers.lexicon import VOCABULARIES
from reconcile.strategies.about import CHARACTERS

# Slow, obvious spellers, written without the readers' tables.
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def english(value: int) -> str:
    if value < 20:
        return _ENGLISH[value]
    if value < 100:
        tens, unit = divmod(value, 10)
        return _ENGLISH_TENS[tens - 2] + (f"-{_ENGLISH[unit]}" if unit else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            many, rest = divmod(value, size)
            link = " and " if 0 < rest < 100 else " "
            return f"{english(many)} {name}" + (link + english(rest) if rest else "")
    raise AssertionError(value)


_ARABIC = {
    "m": "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(),
    "f": "صفر واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر".split(),
}
_ARABIC_TEENS = {
    "m": ["أحد عشر", "اثنا عشر", *(f"{word} عشر" for word in "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split())],
    "f": ["إحدى عشرة", "اثنتا عشرة", *(f"{word} عشرة" for word in "ثلاث أربع خمس ست سبع ثماني تسع".split())],
}
_ARABIC_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
_ARABIC_SCALES = {
    10**9: ("مليار", "مليار", "مليارات"),
    10**6: ("مليون", "مليون", "ملايين"),
    1000: ("ألف", "ألف", "آلاف"),
}


def arabic(value: int, gender: str, *, oblique: bool, hundred: str) -> str:
    end = "ين" if oblique else "ون"
    dual = "ين" if oblique else "ان"
    parts: list[str] = []
    for size, (one, stem, many) in _ARABIC_SCALES.items():
        count, value = divmod(value, size)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(stem + dual)
        elif count:
            last = count % 100
            noun = many if 3 <= last <= 10 else one
            parts.append(f"{arabic(count, 'm', oblique=oblique, hundred=hundred)} {noun}")
    hundreds, value = divmod(value, 100)
    if hundreds == 1:
        parts.append(hundred)
    elif hundreds == 2:
        parts.append(hundred[:-1] + "ت" + dual)
    elif hundreds:
        parts.append(_ARABIC["f"][hundreds].replace("ثماني", "ثمان") + hundred)
    if value > 19:
        unit = value % 10
        if unit:
            parts.append(_ARABIC[gender][unit] if unit != 2 or not oblique else "اثنين" if gender == "m" else "اثنتين")
        parts.append(_ARABIC_TENS[value // 10 - 2] + end)
    elif value > 10:
        parts.append(_ARABIC_TEENS[gender][value - 11])
    elif value or not parts:
        parts.append(_ARABIC[gender][value])
    return " و".join(parts)


_SORANI = "سفر یەک دوو سێ چوار پێنج شەش حەوت هەشت نۆ دە یازدە دوازدە سێزدە چواردە پازدە شازدە حەڤدە هەژدە نۆزدە".split()
_SORANI_TENS = "بیست سی چل پەنجا شەست حەفتا هەشتا نەوەد".split()
_KURMANJI = (
    "sifir yek du sê çar pênc şeş heft heşt neh deh yazdeh donzdeh sêzdeh çardeh panzdeh şanzdeh hevdeh hijdeh nozdeh"
).split()
_KURMANJI_TENS = "bîst sî çil pêncî şêst heftê heştê nod".split()


def kurdish(value: int, words: Sequence[str], tens: Sequence[str], scales: Sequence[str], link: str) -> str:
    parts: list[str] = []
    for size, name in zip((10**9, 10**6, 1000, 100), scales, strict=True):
        count, value = divmod(value, size)
        if count == 1 and size <= 1000:
            parts.append(name)
        elif count:
            parts.append(f"{kurdish(count, words, tens, scales, link)} {name}")
    if value > 19:
        parts.append(tens[value // 10 - 2])
        value %= 10
    if value or not parts:
        parts.append(words[value])
    return f" {link} ".join(parts)


numbers = st.one_of(
    st.integers(0, 200), st.integers(0, 10_000), st.integers(0, 10**9), st.sampled_from([10**n for n in range(10)])
)


@given(numbers)
def test_english_words_are_read_back(value: int) -> None:
    assert read_number(english(value))[:2] == (value, value)


@given(numbers, st.sampled_from("mf"), st.booleans(), st.sampled_from(["مئة", "مائة"]))
def test_arabic_words_are_read_back(value: int, gender: str, oblique: bool, hundred: str) -> None:
    written = arabic(value, gender, oblique=oblique, hundred=hundred)
    assert read_number(written)[:2] == (value, value), written


@given(numbers)
def test_sorani_words_are_read_back(value: int) -> None:
    written = kurdish(value, _SORANI, _SORANI_TENS, ("ملیار", "ملیۆن", "هەزار", "سەد"), "و")
    assert read_number(written)[:2] == (value, value), written


@given(numbers)
def test_kurmanji_words_are_read_back(value: int) -> None:
    written = kurdish(value, _KURMANJI, _KURMANJI_TENS, ("milyar", "milyon", "hezar", "sed"), "û")
    assert read_number(written)[:2] == (value, value), written


@given(
    numbers,
    st.sampled_from(["{}", "{:,}", "{} killed", "{} مقاتل", "نحو {}", "{} کەس"]),
    st.sampled_from(["0", "٠", "۰", "०"]),
)
def test_digits_of_every_script_are_one(value: int, form: str, zero: str) -> None:
    text = form.format(value).translate({ord("0") + n: ord(zero) + n for n in range(10)})
    assert read_number(text)[:2] == (value, value)


@given(numbers, numbers)
def test_ranges_hold_both_ends(one: int, two: int) -> None:
    low, high = sorted((one, two))
    for form in (
        "between {} and {}",
        "{} to {} people",
        "من {} إلى {}",
        "بين {} و{}",
        "لە نێوان {} بۆ {}",
        "di navbera {} û {} de",
    ):
        assert read_number(form.format(low, high))[:2] == (low, high)


@given(numbers)
def test_bounds_of_whole_numbers_are_closed(value: int) -> None:
    assert read_number(f"more than {value}")[:2] == (value + 1, None)
    assert read_number(f"أقل من {value}")[:2] == (None, value - 1)
    assert read_number(f"لانیکەم {value}")[:2] == (value, None)
    assert read_number(f"heta {value}")[:2] == (None, value)


_pieces = st.sampled_from(
    sorted(
        {
            word
            for vocabulary in VOCABULARIES
            for table in vocabulary.cardinals.values()
            for words in table.values()
            for word in words.split()
        }
        | {
            phrase
            for vocabulary in VOCABULARIES
            for phrases in vocabulary.phrases.values()
            for phrase in phrases.split("|")
        }
        | {phrase for phrases in ROLES.values() for phrase in phrases.split("|")}
        | {
            "2020",
            "13",
            "10",
            "1,200",
            "1.200",
            "-",
            "/",
            ".",
            "½",
            "%",
            "هـ",
            "th",
            "s",
            "October",
            "كانون",
            "الأول",
            "رمضان",
            "Tuesday",
        }
    )
)
soups = st.one_of(
    st.text(CHARACTERS),
    st.lists(_pieces, min_size=1, max_size=8).map(" ".join),
    st.lists(_pieces, max_size=5).map("".join),
)
locales = st.sampled_from([None, "de", "en-US", "ar-IQ", "", "xx", "-"])
anchors = st.one_of(st.none(), st.dates())


_listed = [
    line.split("|")[0].strip()
    for path in sorted((Path(__file__).parents[1] / "unit" / "language" / "lists").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_nouns = st.sampled_from("people نازح الجنود وكركوك ئاوارە malbat 1,234 2019 ١٢٣٤ 99 killed, عام 2020an".split())


@given(st.sampled_from(_listed) | soups, st.lists(_nouns, max_size=3), st.integers(100, 10**7))
def test_a_frame_with_its_figure_is_read_as_the_whole(text: str, nouns: list[str], figure: int) -> None:
    words = " ".join([str(figure) if word.isdecimal() else word for word in text.split()] + nouns)
    found = framed(words)
    assert found is None or repr(found) == repr(parse(words, None))


@given(st.sampled_from(_listed) | soups, st.lists(_nouns, max_size=1), st.integers(1000, 9999))
def test_a_plan_with_its_year_is_the_whole(text: str, more: list[str], year: int) -> None:
    words = " ".join([str(year) if len(word) == 4 and word.isdecimal() else word for word in text.split()] + more)
    with contextlib.suppress(ClaimError):
        assert plan_of(words, None) == _plan(words, None)


@given(soups, locales)
def test_numbers_raise_nothing_but_claim_errors(text: str, locale: str | None) -> None:
    try:
        found = read_number(text, locale=locale)
    except ClaimError:
        return
    assert found.low is None or found.high is None or found.low <= found.high


@given(soups, anchors, locales)
def test_dates_raise_nothing_but_claim_errors_and_round_trip(
    text: str, reported: date | None, locale: str | None
) -> None:
    try:
        found = read_date(text, reported=reported, locale=locale)
    except ClaimError:
        return
    assert read_edtf(write_edtf(found), kind=found.kind) == found._replace(part=None)


@given(st.text(alphabet="0123456789X-/.~?%TZ:[]+", max_size=24))
def test_edtf_raises_nothing_but_claim_errors(text: str) -> None:
    try:
        found = read_edtf(text)
    except ClaimError:
        return
    assert read_edtf(write_edtf(found)) == found


days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@st.composite
def readings(draw: st.DrawFn) -> DateReading:
    """Return any reading that the readers can return, on days or on times."""
    moments: Any = draw(st.sampled_from([days, st.datetimes().map(lambda moment: moment.replace(microsecond=0))]))
    one, two, three, four = sorted(draw(st.lists(moments, min_size=4, max_size=4)))
    hide = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    approximate, uncertain = draw(st.booleans()), draw(st.booleans())
    lower, upper = (None if hide[0] else one), (None if hide[1] else four)
    if draw(st.booleans()):
        return DateReading(lower, upper, approximate, uncertain)
    starts, ends = (None if hide[2] else two), (None if hide[3] else three)
    dated = any(moment is not None for moment in (lower, upper, starts, ends))
    return DateReading(lower, upper, approximate and dated, uncertain and dated, "throughout", None, starts, ends)


@given(readings())
def test_edtf_is_read_back_as_written(reading: DateReading) -> None:
    assert read_edtf(write_edtf(reading), kind=reading.kind) == reading


@st.composite
def edtf_dates(draw: st.DrawFn, *, whole: bool = False) -> str:
    """Return a date of EDTF level 0 or 1, without the forms in which the package is wrong (docs/reading-dates.md).

    Whole ones have neither a season nor a digit left open.
    """
    day = draw(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
    year, month = f"{day.year:04}", f"{day.year:04}-{day.month:02}"
    forms = [year, month, day.isoformat()]
    if not whole:
        forms += [f"{year}-{draw(st.integers(21, 23))}", f"{year[:3]}X", f"{year[:2]}XX"]
        forms += [f"{year}-XX", f"{month}-XX", f"{year}-XX-XX"]
    form = draw(st.sampled_from(forms))
    season = len(form) == 7 and form[5:] in {"21", "22", "23"}
    return form + ("" if season else draw(st.sampled_from(["", "", "?", "~", "%"])))


def bounds(moment: Any) -> date | None:
    return None if isinstance(moment, float) else date(*moment[:3])


@settings(deadline=None)  # the reference builds its grammar on first use
@given(edtf_dates())
def test_bounds_are_those_of_the_edtf_package(text: str) -> None:
    edtf = pytest.importorskip("edtf", reason="the reference is a development dependency")
    known = edtf.parse_edtf(text)
    found = read_edtf(text)
    assert (found.lower, found.upper) == (bounds(known.lower_strict()), bounds(known.upper_strict()))
    assert found.approximate == text.endswith(("~", "%"))
    assert found.uncertain == text.endswith(("?", "%"))


@settings(deadline=None)  # the reference builds its grammar on first use
@given(edtf_dates(whole=True), edtf_dates(whole=True), st.sampled_from(["both", "open start", "open end"]))
def test_intervals_are_those_of_the_edtf_package(one: str, two: str, form: str) -> None:
    edtf = pytest.importorskip("edtf", reason="the reference is a development dependency")
    first, second = sorted((one, two))
    assume(cast("date", read_edtf(first).lower) <= cast("date", read_edtf(second).upper))
    text = {"both": f"{first}/{second}", "open start": f"../{second}", "open end": f"{first}/.."}[form]
    known = edtf.parse_edtf(text)
    found = read_edtf(text)
    assert (found.lower, found.upper) == (bounds(known.lower_strict()), bounds(known.upper_strict()))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_days_ago_are_counted(reported: date, count: int) -> None:
    expected = reported - timedelta(days=count)
    for text in (f"{count} days ago", f"قبل {count} يوما", f"پێش {count} ڕۆژ", f"{count} roj berê"):
        assert read_date(text, reported=reported)[:2] == (expected, expected)


_NAMES = {
    "en": "January February March April May June July August September October November December".split(),
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    "iq": "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|"),
    "ckb": (
        "کانوونی دووەمی|شوباتی|ئازاری|نیسانی|ئایاری|حوزەیرانی|تەممووزی|ئابی|ئەیلوولی|"
        "تشرینی یەکەمی|تشرینی دووەمی|کانوونی یەکەمی"
    ).split("|"),
    "kmr": "Çile Sibat Adar Nîsan Gulan Hezîran Tîrmeh Tebax Îlon Cotmeh Mijdar Berfanbar".split(),
}


@given(st.dates(date(1600, 1, 1), date(2500, 1, 1)), st.sampled_from(sorted(_NAMES)))
def test_days_are_read_in_every_language(day: date, language: str) -> None:
    month = _NAMES[language][day.month - 1]
    assert read_date(f"{day.day} {month} {day.year}")[:2] == (day, day)
    whole = read_date(f"{month} {day.year}")
    assert isinstance(whole.lower, date)
    assert isinstance(whole.upper, date)
    assert (whole.lower.month, whole.lower.day, (whole.upper + timedelta(days=1)).day) == (day.month, 1, 1)


@given(
    st.datetimes(min_value=datetime(1600, 1, 1), max_value=datetime(2500, 1, 1)),
    st.sampled_from(["", "Z", "+03:00", "-05:30"]),
)
def test_iso_times_are_kept(moment: datetime, zone: str) -> None:
    text = moment.replace(microsecond=0).isoformat() + zone
    expected = datetime.fromisoformat(text)
    found = read_date(text)
    assert (found.lower, found.upper) == (expected, expected)
    assert cast("datetime", found.lower).utcoffset() == expected.utcoffset()
