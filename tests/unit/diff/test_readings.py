"""Every reading is told in docs/readings.md, with its rule and an example in which it is found."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Literal

import pytest
from tests.unit.diff.telling import between, of, said, told

import reconcile as rc
from reconcile.diff.model import Why

PAGE = Path(__file__).parents[3] / "docs" / "readings.md"
SECTIONS = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


def test_every_reading_has_a_section_and_no_other() -> None:
    assert set(SECTIONS) == {why.value for why in Why}


@pytest.mark.parametrize("why", list(SECTIONS))
def test_a_section_has_a_rule_and_an_example_that_shows_the_reading(why: str) -> None:
    text = SECTIONS[why]
    assert "*Rule.*" in text
    code, output = text.split("```python\n")[1].split("```text\n")
    assert "compare(" in code or "reconcile(" in code
    assert why in output or why in ("within tolerance", "ruled by a person")


def test_the_outputs_of_the_page_are_current() -> None:
    spec = importlib.util.spec_from_file_location("documents_outputs", PAGE.with_name("outputs.py"))
    assert spec is not None
    assert spec.loader is not None
    outputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(outputs)
    text = PAGE.read_text(encoding="utf-8")
    assert outputs.refreshed(text, PAGE.name) == text, "run `uv run docs/verdicts.py`"


class TestReadingsStandTogether:
    """A pair may have several readings; each is told once, in words of its own."""

    a = said("a", count=of(40, "killed"), source={"outlet": "a", "via": ["Wire"]}, reported=None)
    b = said("b", count=of(52, "killed", scope="children"), source={"outlet": "b", "via": ["Wire"]})

    def test_all_that_apply_are_shown(self) -> None:
        assert told(self.a, self.b).why >= {"scope unstated", "order of statements unknown"}

    def test_each_says_something(self) -> None:
        (one,) = between(self.a, self.b)
        assert all(reading.text.strip() for reading in one.readings)
        assert len({reading.text for reading in one.readings}) == len(one.readings)

    def test_each_names_claims_of_the_conflict(self) -> None:
        (one,) = between(self.a, self.b)
        ids = {claim.id for claim in one.claims}
        assert all(set(reading.claims) <= ids for reading in one.readings)

    def test_each_lowers_the_severity(self) -> None:
        plain = between(said("a", count=of(40, "killed")), said("b", count=of(52, "killed")))[0]
        assert between(self.a, self.b)[0].severity < plain.severity


class TestKinds:
    def test_the_first_three_are_conflicts(self) -> None:
        assert [kind.value for kind in rc.Kind] == ["denial", "contradiction", "discrepancy", "revision", "difference"]
        assert [kind.is_conflict for kind in rc.Kind] == [True, True, True, False, False]

    def test_each_stands_where_it_belongs(self) -> None:
        claims = [
            said("a", count=of(4, "rooms"), phase="begun"),
            said("b", count=of(6, "rooms"), phase="begun"),
            said("c", count=of(12, "killed"), as_of="2021-03-01"),
            said("d", count=of(19, "killed"), as_of="2021-03-04"),
            said("e", count=of(3, "vehicles")),
            said("f", phase="begun", polarity="denied"),
            said("g", places=["Erbil", "Baghdad"]),
            said("h", places=["Erbil", "Kirkuk"]),
        ]
        result = rc.reconcile(claims)
        assert {one.kind.value for one in result.conflicts} == {"denial", "contradiction", "discrepancy"}
        assert {one.kind.value for one in result.differences} == {"revision", "difference"}

    def test_severity_orders_them(self) -> None:
        denial = rc.reconcile([said("a", phase="begun"), said("b", phase="begun", polarity="denied")]).conflicts[0]
        contradiction = between(said("a", count=4), said("b", count=6))[0]
        discrepancy = between(said("a", places=["Erbil", "Mosul"]), said("b", places=["Erbil", "Basra"]))[0]
        difference = between(said("a", count=4), said("b", count={"low": 2}))[0]
        assert denial.severity > contradiction.severity > discrepancy.severity > difference.severity > 0


class TestExplanations:
    """One or two sentences that can be printed: who says what, through whom, and why both may stand."""

    a = said("a", count=of(1000, "tents"), source={"outlet": "رووداو", "speaker": "the mayor"})
    b = said("b", count=of(987, "tents"), source={"outlet": "Shafaq", "organization": "الهلال الأحمر"})

    def test_names_everything(self) -> None:
        (one,) = between(self.a, self.b)
        shown = one.explain()
        for part in ("رووداو", "Shafaq", "the mayor", "الهلال الأحمر", "1,000", "987", "987 rounds to 1,000"):
            assert part in shown

    def test_names_the_claims(self) -> None:
        (one,) = between(said("k-17", count=4), said("k-18", count=6))
        assert "k-17" in one.explain()
        assert "k-18" in one.explain()

    def test_passes_no_judgement(self) -> None:
        (one,) = between(self.a, self.b)
        assert not re.search(
            r"\b(true|false|wrong|right|lie[sd]?)\b", one.explain().replace("be true", ""), re.IGNORECASE
        )

    def test_a_denial_says_how_much_of_what(self) -> None:
        yes, no = said("a", phase="begun"), said("d", phase="begun", polarity="denied")
        (one,) = rc.reconcile([yes, no]).find(kind="denial")
        assert "den" in one.explain()

    def test_is_one_or_two_sentences_on_one_line_without_readings(self) -> None:
        (one,) = between(said("a", count=4), said("b", count=6))
        assert "\n" not in one.explain()
        assert len(re.findall(r"[.!?](?:\s|$)", one.explain().replace("test.case", ""))) <= 2


ARABIC = re.compile("[\u0600-\u06ff]")
PAIRS = {
    "contradiction": (said("k-17", count=of(4, "rooms")), said("k-18", count=of(6, "rooms"))),
    "difference": (said("k-17", count=of(1000, "tents")), said("k-18", count=of(987, "tents"))),
    "revision": (said("k-17", phase="ordered"), said("k-18", phase="completed", reported="2021-04-01")),
    "discrepancy": (said("k-17", places=["Erbil", "Mosul"]), said("k-18", places=["أربيل", "البصرة"])),
    "denial": (said("k-17", phase="begun"), said("k-18", phase="begun", polarity="denied")),
}


def explained(language: Literal["en", "ar"], *claims: rc.Claim) -> str:
    return " ".join(one.explain(language=language) for one in rc.reconcile(claims).find())


class TestArabicExplanations:
    @pytest.mark.parametrize("kind", list(PAIRS))
    def test_each_kind(self, kind: str) -> None:
        (one,) = rc.reconcile(PAIRS[kind]).find(kind=kind)
        shown = one.explain(language="ar")
        assert len(ARABIC.findall(shown)) > len(re.findall("[A-Za-z]", shown)), shown
        assert "k-17" in shown
        assert "k-18" in shown

    def test_keeps_names_and_figures(self) -> None:
        (one,) = between(TestExplanations.a, TestExplanations.b)
        shown = one.explain(language="ar")
        for part in ("رووداو", "الهلال الأحمر", "the mayor"):
            assert part in shown
        assert re.search("987|٩٨٧", shown)

    def test_shows_the_arithmetic(self) -> None:
        total = said("t", count=of(9, "rooms"))
        parts = [said(n, count=of(x, "rooms", scope=s)) for n, x, s in (("p", 4, "finished"), ("q", 5, "half built"))]
        assert "5 + 4 = 9" in explained("en", total, *parts)
        assert re.search(r"5 \+ 4 = 9|٥ \+ ٤ = ٩", explained("ar", total, *parts))

    def test_shows_who_ruled(self) -> None:
        a, b = PAIRS["contradiction"]
        ruling = rc.Ruling.on([a, b], kind="both-stand", who="Layla", when="2021-04-02", why="مبنيان")
        (one,) = rc.reconcile([a, b], rulings=[ruling]).find(reading="ruled by a person")
        for shown in (one.explain(), one.explain(language="ar")):
            assert "Layla" in shown
            assert "مبنيان" in shown

    def test_english_is_the_default_twin(self) -> None:
        (one,) = rc.reconcile(PAIRS["contradiction"]).conflicts
        assert one.explain() == one.explain(language="en") == str(one)
        assert not ARABIC.search(one.explain())

    @pytest.mark.parametrize("kind", list(PAIRS))
    def test_no_english_sentence_is_left(self, kind: str) -> None:
        """Beside names, ids and counted nouns as they were written, nothing is told in English."""
        (one,) = rc.reconcile(PAIRS[kind]).find(kind=kind)
        shown = one.explain(language="ar")
        assert not re.search(r"\b(the|says|rounds|to|by|of|and|is|was|neither)\b", shown), shown

    def test_says_the_same_every_time(self) -> None:
        for pair in PAIRS.values():
            first, second = (rc.reconcile(order).find() for order in (pair, pair[::-1]))
            assert [c.explain(language="ar") for c in first] == [c.explain(language="ar") for c in second]
