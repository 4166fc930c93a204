from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import Period
from reconcile.report.dates import date_words
from reconcile.report.words import CLOSE, OPEN, isolated, listed, named, plainly
from reconcile.report.wrap import columns, wrapped
from reconcile.strategies.about import CHARACTERS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rudaw", "Rudaw"),
        ("رووداو", f"{OPEN}رووداو{CLOSE}"),
        ("كوردستان 24", f"{OPEN}كوردستان 24{CLOSE}"),
        ("\u202eevil\u2069\u2066", "evil"),
        ("a\r\nb\x1b[31m\u2028c", "a b [31m c"),
        ("پێشمەرگە\u200cی", f"{OPEN}پێشمەرگە\u200cی{CLOSE}"),
    ],
)
def test_names_are_isolated_and_harmless(text: str, shown: str) -> None:
    assert named(text) == shown


def test_runs_inside_a_sentence_are_isolated_one_by_one() -> None:
    said = isolated("areas in ديالى, كركوك against (غرب كركوك).")
    assert said == f"areas in {OPEN}ديالى{CLOSE}, {OPEN}كركوك{CLOSE} against ({OPEN}غرب كركوك{CLOSE})."


@given(st.text(CHARACTERS, max_size=60))
def test_isolation_is_balanced_and_keeps_the_text(text: str) -> None:
    for made in (named(text), isolated(text)):
        assert made.count(OPEN) == made.count(CLOSE)
        assert made.replace(OPEN, "").replace(CLOSE, "") == plainly(text)
        made.encode("utf-8")


@given(
    st.lists(
        st.text(CHARACTERS, max_size=30).map(named) | st.sampled_from(["word", "x" * 70, "日本" * 20]), max_size=12
    ),
    st.integers(20, 90),
    st.sampled_from(["", "E1  ", "      • "]),
)
def test_lines_stay_inside_their_width_and_balanced(words: list[str], width: int, first: str) -> None:
    lines = wrapped(" ".join(words), width=width, first=first)
    for line in lines:
        assert columns(line) <= width
        assert line.count(OPEN) == line.count(CLOSE)
    seen = "".join(lines).replace(" ", "").replace(OPEN, "").replace(CLOSE, "").replace("•", "").removeprefix("E1")
    assert seen.endswith("".join("".join(words).split()).replace(OPEN, "").replace(CLOSE, "").replace("•", ""))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (None, "undated"),
        (Period("2020-10-13"), "13 October 2020"),
        (Period("2020-10"), "October 2020"),
        (Period("2020"), "2020"),
        (Period("2020-10-13~"), "about 13 October 2020"),
        (Period(lower=None, upper="2013-12-31"), "2013 or earlier"),
        (Period(lower="2014-01-01"), "2014 or later"),
        (Period(lower="2014-03-02"), "2 March 2014 or later"),
        (Period("2020-10-01", "2020-10-10"), "between 1 and 10 October 2020"),
        (Period("2020-09-01", "2020-10-10"), "between 1 September and 10 October 2020"),
        (Period("2019-09-01", "2020-10-10"), "between 1 September 2019 and 10 October 2020"),
        (Period.parse("late June 2014"), "late June 2014"),
        (Period.parse("since 2018"), "since 2018"),
        (Period.parse("last week"), "“last week”, date not known"),
        (Period("2020-10-13T08:30:00Z"), "13 October 2020, 08:30 UTC"),
        (Period("2020-10-13T08:30:00+03:00"), "13 October 2020, 08:30 UTC+0300"),
    ],
)
def test_dates_in_words(period: Period | None, words: str) -> None:
    assert date_words(period) == words


def test_lists_in_words() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"], word="or") == "a or b"
    assert listed("abcd", most=3) == "a, b, c and d"
