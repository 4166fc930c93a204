"""Who reprints, who decided and where it stands are each told in a place of their own."""

from __future__ import annotations

import pytest
from tests.unit.report.cases import claim, conflict

from reconcile import Phase, Reconciliation, Ruling, reconcile
from reconcile.claims import Claim
from reconcile.diff.model import Kind
from reconcile.report import render_html, render_markdown, render_text
from reconcile.report.claim_rows import claim_row
from reconcile.report.who import common_way, short_voice, voice_words, way_words

REPRINT = {"outlet": "Daily Plain", "via": ["Northwire"]}
LONGER = {"outlet": "Daily Plain", "via": ["Hill Courier", "Northwire"]}


@pytest.mark.parametrize(
    ("source", "voice", "way", "short"),
    [
        (REPRINT, "Northwire", "in Daily Plain, undated", "Northwire (in Daily Plain)"),
        (LONGER, "Northwire", "in Daily Plain, taken from Hill Courier, undated", "Northwire (in Daily Plain)"),
        ("Northwire", "Northwire in its own words", "undated", "Northwire (own words)"),
        (
            {**REPRINT, "speaker": "the mayor"},
            "the mayor",
            "in Daily Plain, taken from Northwire, undated",
            "the mayor",
        ),
    ],
)
def test_a_reprint_is_told_by_its_voice(source: object, voice: str, way: str, short: str) -> None:
    told = claim("a", source)
    assert (voice_words(told), way_words(told), short_voice(told)) == (voice, way, short)


def test_two_reprints_through_one_outlet_share_their_way() -> None:
    assert common_way([claim("a", REPRINT), claim("b", REPRINT)]) == "in Daily Plain, taken from Northwire"


def test_what_was_taken_back_is_told_with_verbs() -> None:
    found = conflict(Kind.REVISION, "polarity", ("affirmed", [claim("a")]), ("retracted", [claim("b")]))
    assert "(undated; claim a) states it; the same voice (undated; claim b) takes it back." in found.explain()


def test_evidence_names_its_document_once() -> None:
    source = {"outlet": "Rudaw", "document": "d1"}
    told = claim(
        "a",
        source,
        evidence=[
            {"start": 1, "end": 2, "sha256": "0" * 64},
            {"start": 5, "end": 9, "sha256": "0" * 64, "part": "body"},
        ],
    )
    assert claim_row(told, "E1").evidence == "document 1–2 and body 5–9 of d1"


def ruled() -> Reconciliation[Claim]:
    two = [claim("a", count=2, phase="agreed"), claim("b", "INA", count=3, phase=Phase.AGREED)]
    one = Ruling.on(two, kind="both-stand", who="<desk>", when="2020-10-14", why="other rooms", field="count")
    return reconcile(two, rulings=[one, one.model_copy(update={"evidence": "0" * 64, "why": "an older reason"})])


def test_rulings_have_a_heading_of_their_own() -> None:
    text = " ".join(render_text(ruled()).split())
    assert "RULINGS - Both may stand in count (claims a and b): decided by <desk>, 14 October 2020: other rooms" in text
    assert "- Not applied, for the claims have changed since." in text
    assert "NOTES" not in text
    assert "## Rulings" in render_markdown(ruled())
    assert '<h2 id="rulings">Rulings</h2>' in render_html(ruled())
    assert "<desk>" not in render_html(ruled())


def test_a_denial_links_to_its_event_once() -> None:
    both = [claim("a"), claim("b", "INA", polarity="denied")]
    assert '<p class=where><a href="#E1">E1</a></p>' in render_html(reconcile(both))
