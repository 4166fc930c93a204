"""EDTF: what is read, what is refused, and where the `edtf` package is not followed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reconcile import ClaimError
from reconcile.language import DateReading, read_edtf, write_edtf


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("1985-04-12", date(1985, 4, 12), date(1985, 4, 12)),
        ("1985-04", date(1985, 4, 1), date(1985, 4, 30)),
        ("1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("1964/2008", date(1964, 1, 1), date(2008, 12, 31)),
        ("2004-06/2006-08", date(2004, 6, 1), date(2006, 8, 31)),
        ("2004-02-01/2005-02", date(2004, 2, 1), date(2005, 2, 28)),
        ("2001-21", date(2001, 3, 1), date(2001, 5, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31)),
        ("1985-04-XX", date(1985, 4, 1), date(1985, 4, 30)),
        ("1985-XX-XX", date(1985, 1, 1), date(1985, 12, 31)),
        ("2004-02-XX", date(2004, 2, 1), date(2004, 2, 29)),
        ("1985-1X", date(1985, 10, 1), date(1985, 12, 31)),
        ("15XX-12-25", date(1500, 12, 25), date(1599, 12, 25)),
        ("20XX-02-29", date(2000, 2, 29), date(2096, 2, 29)),
        ("2001-34", date(2001, 4, 1), date(2001, 6, 30)),
        ("2001-37", date(2001, 1, 1), date(2001, 4, 30)),
        ("1985-04-12/..", date(1985, 4, 12), None),
        ("../1985-04-12", None, date(1985, 4, 12)),
        ("1985-04-12/", date(1985, 4, 12), None),
        ("/1985-04-12", None, date(1985, 4, 12)),
        ("[2018-06-01..2018-06-10]", date(2018, 6, 1), date(2018, 6, 10)),
        ("XXXX", None, None),
        ("../..", None, None),
    ],
)
def test_bounds(text: str, lower: date | None, upper: date | None) -> None:
    assert read_edtf(text)[:2] == (lower, upper)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984?", False, True),
        ("2004-06~", True, False),
        ("2004-06-11%", True, True),
        ("2004-06~-11", True, False),
        ("?2004-06", False, True),
        ("1984~/2004?", True, True),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    assert read_edtf(text)[2:4] == (approximate, uncertain)


def test_throughout_fills_the_inner_ends() -> None:
    found = read_edtf("2018/2020-05", kind="throughout")
    assert found == DateReading(
        date(2018, 1, 1), date(2020, 5, 31), kind="throughout", starts_by=date(2018, 12, 31), ends_from=date(2020, 5, 1)
    )


def test_winter_holds_both_ends_of_its_year() -> None:
    assert read_edtf("2014-24")[:2] == (date(2014, 1, 1), date(2015, 2, 28))


def test_times() -> None:
    found = read_edtf("1985-04-12T23:20:30Z")
    assert isinstance(found.lower, datetime)
    assert found.lower == found.upper
    assert found.lower.tzinfo is not None
    with pytest.raises(ClaimError):
        read_edtf("1985-04-12T25:20:30")


@pytest.mark.parametrize(
    "text",
    [
        "2004-13", "2004-00", "2004-06-31", "2005-02-29", "2004-06-00", "0000", "-0001", "Y17000", "Y-17000",
        "12004", "{1960,1961}", "[1667,1668]", "1E3", "2004S3", "2004-20", "2004-42", "2004-21-03", "2020/2019",
        "2020/2021/2022", "20200101", "2004-6", "2004-06-1", "…",
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(ClaimError):
        read_edtf(text)


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (DateReading(date(2020, 10, 1), date(2020, 10, 31), approximate=True), "2020-10~"),
        (DateReading(date(2010, 1, 1), date(2019, 12, 31)), "201X"),
        (DateReading(date(2014, 6, 1), date(2014, 8, 31)), "2014-22"),
        (DateReading(date(2014, 6, 21), date(2014, 6, 30), part="late"), "2014-06-21/2014-06-30"),
        (DateReading(None, date(2013, 12, 31)), "../2013-12-31"),
        (DateReading(None, None, uncertain=True), "XXXX?"),
        (DateReading(date(2018, 1, 1), None, kind="throughout", starts_by=date(2018, 12, 31)), "2018/.."),
        (
            DateReading(date(2018, 6, 1), None, kind="throughout", starts_by=date(2018, 6, 10)),
            "[2018-06-01..2018-06-10]/..",
        ),
    ],
)
def test_written(reading: DateReading, text: str) -> None:
    assert write_edtf(reading) == text
    assert read_edtf(text, kind=reading.kind) == reading._replace(part=None)


def test_reversed_bounds_are_not_written() -> None:
    with pytest.raises(ClaimError):
        write_edtf(DateReading(date(2020, 1, 2), date(2020, 1, 1)))
