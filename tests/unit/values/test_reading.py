"""Values read a text in the same way, wherever it stands; a bare number is a figure or a year, never an instant."""

from __future__ import annotations

import pytest

from reconcile import Claim, ClaimError, EventType, Parties, Period, Places, Quantity, Text


@pytest.mark.parametrize("text", ["40", "about 40", "أكثر من 40", "two dozen"])
def test_a_quantity_reads_its_text_like_the_other_types(text: str) -> None:
    assert Quantity(text) == Quantity.parse(text) == Quantity.model_validate(text)


def test_a_quantity_read_from_a_text_takes_its_frame() -> None:
    assert Quantity("at least 40", of="killed") == Quantity.parse("at least 40", of="killed")


@pytest.mark.parametrize("text", ["many", ""])
def test_a_text_without_a_number_is_one_error(text: str) -> None:
    with pytest.raises(ClaimError) as caught:
        Quantity(text)
    assert len(caught.value.errors) == 1
    assert caught.value.repair


@pytest.mark.parametrize("given", [20201013, "20201013"])
def test_a_date_without_hyphens_is_told_how_to_write_it(given: object) -> None:
    with pytest.raises(ClaimError, match="2020-10-13"):
        Period(given)
    with pytest.raises(ValueError, match=r"write 2020-10-13"):
        Claim(about="x", source="A", when=given)


@pytest.mark.parametrize("given", [20201399, "20201399", 123456789])
def test_digits_that_are_no_date_are_told_the_range(given: object) -> None:
    with pytest.raises(ClaimError, match="year of that range"):
        Period(given)


def test_a_bare_number_is_a_year_and_never_the_seconds_since_1970() -> None:
    assert Period(2020) == Period.model_validate(2020)
    assert str(Period(2020)) == "2020"
    assert Period(2019, 2020) == Period(lower=2019, upper=2020) == Period(lower="2019", upper="2020")


BAD = "x\x00y"


@pytest.mark.parametrize("kind", [Text, Places, Parties])
def test_a_control_character_is_refused(kind: type) -> None:
    with pytest.raises(ValueError, match="pattern"):
        kind(BAD)
    assert kind("x\ty\u200f\x93")


def test_a_control_character_in_an_event_type_is_refused() -> None:
    with pytest.raises(ClaimError, match=r"U\+0007.*take it out"):
        EventType("a.b\x07")
    assert EventType("a.b\u200f")
