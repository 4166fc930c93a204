from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.report.cases import whole

from reconcile import Claim, ClaimError, Reconciliation, reconcile
from reconcile.report import render_csv, render_html, render_markdown, render_text, save
from reconcile.report.table import COLUMNS, guarded
from reconcile.report.wrap import columns
from reconcile.strategies.about import CHARACTERS
from reconcile.values.base import control_character

VOID = {"meta", "br"}


class Balance(HTMLParser):
    """Checks that every element is closed where it was opened, and collects ids and links."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.stack.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append((value or "")[1:])

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def test_the_text_report_has_its_parts_in_order() -> None:
    text = render_text(whole())
    parts = ["WHAT THE SOURCES SAY", "5 claims in 5 outlets", "EVENTS, IN TIME ORDER", "CONFLICTS, SHARPEST FIRST"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "DENIAL" in text
    assert "Elaph (own words) [e]" in text
    assert "sources”, as an opinion [c]" in text


@pytest.mark.parametrize("width", [40, 60, 88, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    for line in render_text(whole(), width=width).splitlines():
        assert columns(line) <= width
        assert line.count("\u2068") == line.count("\u2069")


def test_silent_fields_are_not_printed() -> None:
    text = render_text(reconcile([Claim.model_validate({"id": "a", "about": "x", "source": "R"})]))
    assert "count" not in text
    assert "No conflicts." in text
    assert "spoken of by R (own words) [a]" in text


def test_an_empty_result_can_be_read() -> None:
    empty = reconcile(list[Claim]())
    for render in (render_text, render_markdown, render_html, render_csv):
        assert render(empty)


def test_order_of_claims_changes_nothing() -> None:
    claims = list(whole().claims)
    for render in (render_text, render_markdown, render_html, render_csv):
        assert render(reconcile(claims)) == render(reconcile(claims[::-1]))


def test_the_page_is_well_formed_and_self_contained() -> None:
    page = render_html(whole())
    parser = Balance()
    parser.feed(page)
    assert parser.stack == []
    assert len(parser.ids) == len(set(parser.ids))
    assert set(parser.links) <= set(parser.ids)
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "&lt;b&gt;*x*&lt;/b&gt;" in page
    assert '<bdi dir="auto">رووداو</bdi>' in page
    assert "\u2068" not in page


def test_markdown_shows_names_letter_by_letter() -> None:
    text = render_markdown(whole())
    assert r"\<b\>\*x\*\</b\> \| =cmd" in text
    assert all(line.count(" | ") in (3, 5) for line in text.splitlines() if line.startswith("| "))


def test_the_table_is_safe_for_spreadsheets() -> None:
    rows = list(csv.reader(io.StringIO(render_csv(whole()))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + len(whole().conflicts) + len(whole().differences)
    for text in ("=1", "+1", "-1", "@x", "\t=1", " =1", "\u2068=1\u2069", "|x", "＝1"):
        assert guarded(text).startswith("'")
    assert guarded("a=1") == "a=1"


class Noted(Claim):
    note: str | None = None


@pytest.mark.parametrize("form", ["txt", "md", "html", "json", "csv"])
def test_control_characters_of_a_users_own_text_reach_no_form(form: str, tmp_path: Path) -> None:
    notes = ("p\x00q\x07", "z")
    claims = [Noted.model_validate({"id": n[0], "about": "x", "key": "k", "source": n[0], "note": n}) for n in notes]
    result = reconcile(claims)
    result.save(tmp_path / f"report.{form}")
    text = (tmp_path / f"report.{form}").read_bytes().decode()
    assert not [char for char in text if control_character(char)]
    assert "q" in text
    assert Reconciliation.from_json(result.to_json(), Noted) == result


HOSTILE = (
    st.text(CHARACTERS, min_size=1, max_size=30)
    .filter(str.strip)
    .map(lambda s: s.encode("utf-8", "ignore").decode())
    .filter(lambda s: control_character(s) is None)
)


@settings(max_examples=40)
@given(
    names=st.lists(HOSTILE.filter(str.strip), min_size=2, max_size=3),
    values=st.lists(st.integers(0, 5), min_size=2, max_size=3),
)
def test_no_name_breaks_any_form(names: list[str], values: list[int]) -> None:
    claims = [
        Claim.model_validate(
            {
                "id": f"{n}{names[0]}", "about": names[n % len(names)], "key": "k", "count": value,
                "places": names, "parties": [{"name": name, "role": names[0]} for name in names],
                "source": {"outlet": names[-1], "via": names, "speaker": names[0], "role": names[1]},
            }
        )
        for n, value in enumerate(values)
    ]  # fmt: skip
    result = reconcile(claims)
    for line in render_text(result).splitlines():
        assert columns(line) <= 88
        assert line.count("\u2068") == line.count("\u2069")
        assert line.isprintable() or not [c for c in line if not c.isprintable() and c not in "\u2068\u2069\u200c\u200d"
                                          and not _harmless(c)]  # fmt: skip
    parser = Balance()
    parser.feed(render_html(result))
    assert parser.stack == []
    assert set(parser.links) <= set(parser.ids)
    rows = list(csv.reader(io.StringIO(render_csv(result))))
    assert all(len(row) == len(COLUMNS) for row in rows)


def _harmless(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char) in ("Cn", "Co", "Zs", "Cf")


@pytest.mark.parametrize("ending", ["txt", "md", "html", "json", "csv"])
def test_save_goes_by_the_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report.{ending}"
    save(whole(), path)
    text = path.read_text(encoding="utf-8")
    starts = {"txt": "WHAT", "md": "# What", "html": "<!doctype", "json": "{", "csv": "id,kind"}
    assert text.startswith(starts[ending])
    if ending == "json":
        json.loads(text)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_save_refuses_what_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(ClaimError, match=r"no form of report ends in '\.docx'"):
        save(whole(), tmp_path / "a.docx")
    with pytest.raises(ClaimError, match="cannot be written"):
        save(whole(), tmp_path / "none" / "a.md")
