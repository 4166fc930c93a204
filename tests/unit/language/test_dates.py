"""Kinds, anchors, locales, limits and refusals of the reader of dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from reconcile import ClaimError
from reconcile.language import DateReading, read_date

TUESDAY = date(2020, 10, 13)


def test_since_lasts_from_its_start() -> None:
    assert read_date("since 2018") == DateReading(
        date(2018, 1, 1), None, kind="throughout", starts_by=date(2018, 12, 31)
    )


def test_until_lasts_to_its_end() -> None:
    assert read_date("حتى عام 2017") == DateReading(
        None, date(2017, 12, 31), kind="throughout", ends_from=date(2017, 1, 1)
    )


def test_from_to_knows_both_ends() -> None:
    found = read_date("from March to June 2014")
    assert (found.lower, found.starts_by) == (date(2014, 3, 1), date(2014, 3, 31))
    assert (found.ends_from, found.upper) == (date(2014, 6, 1), date(2014, 6, 30))


def test_throughout_a_year_is_all_of_it() -> None:
    found = read_date("throughout 2018")
    assert found.lower == found.starts_by == date(2018, 1, 1)
    assert found.upper == found.ends_from == date(2018, 12, 31)


def test_between_is_one_time_inside() -> None:
    assert read_date("between 2014 and 2017") == DateReading(date(2014, 1, 1), date(2017, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "on Tuesday",
        "yesterday",
        "two days ago",
        "last month",
        "8 October",
        "اليوم الأحد",
        "الأسبوع الماضي",
        "دوێنێ",
        "meha borî",
        "recently",
    ],
)
def test_relative_without_anchor_is_unknown(text: str) -> None:
    found = read_date(text)
    assert (found.lower, found.upper) == (None, None)


def test_relative_without_anchor_keeps_what_is_said() -> None:
    assert read_date("early next month").part == "early"
    assert read_date("قبل نحو يومين").approximate


def test_anchor_may_be_a_datetime() -> None:
    assert read_date("yesterday", reported=datetime(2020, 10, 13, 9, tzinfo=UTC)).lower == date(2020, 10, 12)


@pytest.mark.parametrize("days", range(14))
def test_weekday_is_the_last_one(days: int) -> None:
    reported = TUESDAY + timedelta(days=days)
    found = read_date("الأربعاء", reported=reported).lower
    assert isinstance(found, date)
    assert found.weekday() == 2
    assert 0 <= (reported - found).days <= 6
    strictly = read_date("الأربعاء الماضي", reported=reported).lower
    assert isinstance(strictly, date)
    assert 1 <= (reported - strictly).days <= 7


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("03/04/2020", "en-US", date(2020, 3, 4)),
        ("03/04/2020", "en-GB", date(2020, 4, 3)),
        ("03/04/2020", "ar-IQ", date(2020, 4, 3)),
        ("٣/٤/٢٠٢٠", "ckb", date(2020, 4, 3)),
        ("3.4.2020", "de", date(2020, 4, 3)),
    ],
)
def test_locale_decides_the_order(text: str, locale: str, expected: date) -> None:
    assert read_date(text, locale=locale).lower == expected


@pytest.mark.parametrize(
    ("text", "locale"), [("03/04/2020", None), ("03/04/2020", "en"), ("13/10/2020", "en-US"), ("10/13/2020", "ar")]
)
def test_order_that_is_not_the_locales_is_refused(text: str, locale: str | None) -> None:
    with pytest.raises(ClaimError):
        read_date(text, locale=locale)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("in 2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("since 2018-03", date(2018, 3, 1), None),
        ("حتى ٢٠٢٠-٠١", None, date(2020, 1, 31)),
        ("from 2018-03 to 2018-05", date(2018, 3, 1), date(2018, 5, 31)),
        ("winter 2010-11", date(2010, 12, 1), date(2011, 2, 28)),
    ],
)
def test_a_month_in_digits_stands_among_words(text: str, lower: date | None, upper: date | None) -> None:
    found = read_date(text)
    assert (found.lower, found.upper) == (lower, upper)


def test_times_keep_their_zone() -> None:
    found = read_date("2020-10-13T14:30:00+03:00")
    assert isinstance(found.lower, datetime)
    assert found.lower.utcoffset() == timedelta(hours=3)
    assert read_date("2020-10-13 14:30").upper == datetime(2020, 10, 13, 14, 30, 59)


@pytest.mark.parametrize(
    "text", ["Wednesday 13 October 2020", "13 أكتوبر/أيلول 2020", "اليوم الأربعاء (13 تشرين الأول 2020)"]
)
def test_two_readings_that_disagree_are_refused(text: str) -> None:
    with pytest.raises(ClaimError):
        read_date(text, reported=TUESDAY)


@pytest.mark.parametrize("value", [None, 2020, TUESDAY, b"2020", ["2020"]])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(ClaimError):
        read_date(value)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "/", "..", "\ud800", "\x00", "☪", "12345", "0000", "0000-01-01", "10000"]
)
def test_oddities_raise_nothing_else(text: str) -> None:
    try:
        assert isinstance(read_date(text), DateReading)
    except ClaimError:
        return


def test_long_texts_are_refused() -> None:
    with pytest.raises(ClaimError, match="1,004"):
        read_date("2020" + " " * 1000)


@pytest.mark.parametrize("reported", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "text",
    [
        "two days ago",
        "last month",
        "next month",
        "next year",
        "في العام الماضي",
        "last week",
        "a century ago",
        "next Friday",
        "in July",
    ],
)
def test_ends_of_the_calendar(text: str, reported: date) -> None:
    try:
        read_date(text, reported=reported)
    except ClaimError:
        return
