from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.report.cases import claim

from reconcile import Claim, Period, Ruling
from reconcile.diff.model import Reading
from reconcile.report.dated import date_forms, decision_of, reason_words, with_dates_in_words
from reconcile.report.dates import date_words
from reconcile.report.decided import other_notes, ruling_words
from reconcile.strategies import periods
from reconcile.strategies.about import CHARACTERS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-09 lies within 2017", "September 2017 lies within 2017"),
        ("agreed by ../2020-10-12, begun by 2017-09", "agreed by 12 October 2020 or earlier, begun by September 2017"),
        ("fell from 5 (2017-09) to 3", "fell from 5 (September 2017) to 3"),
        ("throughout 2018/2019 lies", "from 2018 to 2019 lies"),
        ("2017-09-01, x2017-09, 2017-09/2017-10, ..2017-09, 2017-09~", None),
        ("2017-10 is nobody's date", None),
    ],
)
def test_only_whole_dates_of_the_claims_are_told_in_words(text: str, words: str | None) -> None:
    known = [
        claim("a", when="2017-09", said="../2020-10-12"),
        claim("b", when="2017", due=Period.parse("2018/2019", kind="throughout")),
    ]
    assert with_dates_in_words(text, date_forms(known)) == (words or text)


def test_an_id_that_looks_like_a_date_stays() -> None:
    known = [claim("2017-09", when="2017-09", said="2020-10-12")]
    assert with_dates_in_words("2017-09 retracts 2020-10-12", date_forms(known)) == "2017-09 retracts 12 October 2020"


_NEITHER = st.text(st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="/-[]?~%.:"), max_size=20)


@given(periods(), _NEITHER, _NEITHER)
def test_law_a_date_is_told_wherever_it_stands_and_nothing_else_changes(when: Period, before: str, after: str) -> None:
    forms = date_forms([Claim(id="x", about="x", when=when, source="s")])
    told = forms.get(str(when), str(when))
    assert told == (date_words(when) if when.known and not str(when).isdecimal() else str(when))
    assert with_dates_in_words(f"{before} {when} {after}", forms) == f"{before} {told} {after}"
    assert with_dates_in_words(f"{before} {after}", forms) == f"{before} {after}"


@given(st.lists(periods(), max_size=3), st.text(CHARACTERS, max_size=60))
def test_law_a_text_without_digits_stays(known: list[Period], text: str) -> None:
    plain = re.sub(r"[\dX]", "", text)
    forms = date_forms(Claim(id="x", about="x", when=one, source="s") for one in known)
    assert with_dates_in_words(plain, forms) == plain


def decided(**fields: str) -> Ruling:
    two = [claim("a", count=2), claim("b", "INA", count=3)]
    given = {
        "kind": "both-stand",
        "who": "the desk",
        "when": "2020-10-14",
        "why": "seen in 2020-10: two rooms",
        **fields,
    }
    return Ruling.on(two, **given)  # pyright: ignore[reportArgumentType]


def test_the_day_of_a_decision_is_told_in_words_and_its_reason_stays() -> None:
    reading = Reading("ruled by a person", str(decided()), certain=True)
    assert reason_words(reading, {}) == "both-stand: a, b – the desk, 14 October 2020: seen in 2020-10: two rooms"
    assert decision_of(Reading("ruled by a person", "by hand")) is None
    assert reason_words(Reading("ruled by a person", "by hand"), {}) == "by hand"


def test_a_ruling_is_told_once_and_notes_do_not_repeat_it() -> None:
    one = decided(field="count")
    told = "Both may stand in count (claims a and b): decided by the desk, 14 October 2020: seen in 2020-10: two rooms"
    assert ruling_words(one) == told
    assert ruling_words(one, stale=True) == f"Not applied, for the claims have changed since. {told}"
    assert other_notes([f"ruling applied: {one}", "key: 9 claims"], [one]) == ("key: 9 claims",)
