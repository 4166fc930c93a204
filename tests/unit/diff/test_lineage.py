"""One statement in forty outlets is one witness: voices and carriers; issue 3, Build 4 and DESIGN §5, Voices."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

import pytest
from tests.unit.diff.telling import of, said, told

import reconcile as rc
from reconcile.diff import Lineage, link

TEXT = "The crossing at the river was closed on Tuesday morning after a dispute over customs duties, officials said."
SUM = of(6, "rooms")


def voiced(outlet: str, **source: Any) -> rc.Claim:
    """A claim with the same value as all others here, with fields of its source and some of its own."""
    claim = {name: source.pop(name) for name in ("refers", "evidence", "reported", "about", "id") if name in source}
    return said(outlet, source={"outlet": outlet, "basis": "own-reporting", **source}, count=SUM, **claim)


def position(*claims: rc.Claim, **options: Any) -> rc.Position:
    (event,) = rc.reconcile(claims, **options).events
    (account,) = event.account("count")
    (only,) = account.positions
    return only


def counted(*claims: rc.Claim, **options: Any) -> tuple[int, int]:
    """How many independent voices and carriers stand behind what the claims say."""
    found = position(*claims, **options)
    return found.independent_voices, found.independent_carriers


class TestIndependent:
    def test_two_outlets_with_a_stated_basis(self) -> None:
        assert counted(voiced("Rudaw"), voiced("Al-Mada")) == (2, 2)

    def test_unknown_basis_never_counts_twin(self) -> None:
        assert counted(voiced("Rudaw"), voiced("Al-Mada", basis="unknown")) == (1, 1)

    @pytest.mark.parametrize("kind", ["unnamed", "collective"])
    def test_nor_does_a_voice_nobody_can_name_twin(self, kind: str) -> None:
        vague = voiced("Al-Mada", speaker="مصدر أمني", kind=kind, basis="statement")
        assert counted(voiced("Rudaw"), vague) == (1, 1)

    def test_three(self) -> None:
        assert counted(voiced("Rudaw"), voiced("Al-Mada"), voiced("شفق نيوز")) == (3, 3)

    def test_status_follows(self) -> None:
        def status(*claims: rc.Claim) -> str:
            return rc.reconcile(claims).events[0].account("count")[0].status

        assert status(voiced("Rudaw"), voiced("Al-Mada")) == "corroborated"
        assert status(voiced("Rudaw"), voiced("Al-Mada", basis="unknown")) == "agreed"
        assert status(voiced("Rudaw")) == "single-voice"


class TestChain:
    def test_through_one_agency(self) -> None:
        assert counted(voiced("Rudaw", via=["Northwire"]), voiced("Al-Mada", via=["Northwire"])) == (1, 1)

    def test_through_two_agencies_twin(self) -> None:
        assert counted(voiced("Rudaw", via=["Northwire"]), voiced("Al-Mada", via=["Southwire"])) == (2, 2)

    def test_the_agency_itself_and_who_took_from_it(self) -> None:
        assert counted(voiced("Northwire"), voiced("Al-Mada", via=["Northwire"])) == (1, 1)

    def test_at_the_far_end_of_a_chain(self) -> None:
        one = voiced("Rudaw", via=["Daily", "Northwire"])
        assert counted(one, voiced("Al-Mada", via=["Northwire"])) == (1, 1)

    def test_one_outlet_in_two_spellings(self) -> None:
        assert counted(voiced("شفق نيوز"), voiced("Al-Mada", via=["شَفَق نيوز"])) == (1, 1)

    def test_the_voice_of_a_copy_is_whose_words_it_carries(self) -> None:
        assert position(voiced("Al-Mada", via=["Northwire"])).voices == ("Northwire",)


class TestDocument:
    def test_two_claims_of_one_document(self) -> None:
        a, b = (
            voiced("Rudaw", speaker="the mayor", document="d"),
            voiced("Rudaw", speaker="a guard", document="d", id="b"),
        )
        assert counted(a, b) == (1, 1)

    def test_one_document_under_two_outlets(self) -> None:
        assert counted(voiced("Rudaw", document="d"), voiced("Al-Mada", document="d")) == (1, 1)

    def test_two_documents_twin(self) -> None:
        assert counted(voiced("Rudaw", document="d"), voiced("Al-Mada", document="e")) == (2, 2)


class TestFamily:
    FAMILIES: ClassVar = {"Rudaw": "One House", "Al-Mada": "One House", "NRT": "Another House"}

    def test_two_papers_of_one_publisher(self) -> None:
        assert counted(voiced("Rudaw"), voiced("Al-Mada"), families=self.FAMILIES) == (1, 1)

    def test_two_publishers_twin(self) -> None:
        assert counted(voiced("Rudaw"), voiced("NRT"), families=self.FAMILIES) == (2, 2)

    def test_another_spelling_of_the_paper(self) -> None:
        """A table that names "Al-Mada" also means "al-mada": spelling alone makes no second publisher."""
        assert counted(voiced("Rudaw"), voiced("al-mada"), families=self.FAMILIES) == (1, 1)

    def test_a_paper_that_took_it_from_the_family(self) -> None:
        assert counted(voiced("Rudaw"), voiced("NRT", via=["Al-Mada"]), families=self.FAMILIES) == (1, 1)


class TestQuotation:
    def test_of_the_others_statement(self) -> None:
        a = voiced("Rudaw")
        assert counted(a, voiced("Al-Mada", refers=[{"kind": "quotes", "claim": "Rudaw"}])) == (1, 1)

    def test_confirmation_is_no_quotation_twin(self) -> None:
        assert counted(voiced("Rudaw"), voiced("Al-Mada", refers=[{"kind": "confirms", "claim": "Rudaw"}])) == (2, 2)

    def test_of_a_third_statement(self) -> None:
        refers = [{"kind": "quotes", "claim": "elsewhere"}]
        assert counted(voiced("Rudaw", refers=refers), voiced("Al-Mada", refers=refers)) == (1, 1)

    def test_of_two_statements_twin(self) -> None:
        a = voiced("Rudaw", refers=[{"kind": "quotes", "claim": "one"}])
        assert counted(a, voiced("Al-Mada", refers=[{"kind": "quotes", "claim": "two"}])) == (2, 2)

    def test_one_press_statement_in_two_outlets(self) -> None:
        office = {"organization": "وزارة الداخلية", "basis": "statement"}
        assert counted(voiced("Rudaw", **office), voiced("Al-Mada", **office)) == (1, 1)

    def test_press_statements_of_two_offices_twin(self) -> None:
        a = voiced("Rudaw", organization="وزارة الداخلية", basis="statement")
        assert counted(a, voiced("Al-Mada", organization="وزارة الدفاع", basis="statement")) == (2, 2)

    def test_two_interviews_with_one_office(self) -> None:
        """One voice; two outlets asked it themselves."""
        office = {"organization": "وزارة الداخلية", "basis": "own-reporting"}
        a, b = voiced("Rudaw", reported="2021-03-01", **office), voiced("Al-Mada", reported="2021-03-08", **office)
        assert counted(a, b) == (1, 2)


def worded(outlet: str, text: str, **source: Any) -> rc.Claim:
    """A claim whose evidence quotes the words of its own report, in which they stand at another place."""
    report = f"{outlet} reports. {text}"
    evidence = {
        "start": report.index(text),
        "end": len(report),
        "sha256": hashlib.sha256(report.encode()).hexdigest(),
        "quote": text,
    }
    return voiced(outlet, evidence=[evidence], **source)


LIGHTLY = TEXT.replace("Tuesday", "Tuesday,").replace("officials", "Officials")
EDITED = TEXT.replace("was closed", "was shut").replace("customs duties", "customs fees")
OTHERWISE = "Lorries have been turned back from the border post since the week began; traders blame a new tariff rule."
ARABIC = "أُغلِق المعبر الواقع على النهر صباح الثلاثاء بعد خلاف حول الرسوم الجمركية بحسب مسؤولين في الإدارة المحلية"
ARABIC_EDITED = (
    "اغلق المعبر الواقع على النهر صباح يوم الثلاثاء بعد خلاف حول الرسوم الجمركية بحسب مسؤولين في الادارة المحلية"
)


class TestWording:
    @pytest.mark.parametrize(("a", "b"), [(TEXT, TEXT), (TEXT, LIGHTLY), (TEXT, EDITED), (ARABIC, ARABIC_EDITED)])
    def test_a_lightly_edited_reprint(self, a: str, b: str) -> None:
        assert counted(worded("Rudaw", a), worded("Al-Mada", b)) == (1, 1)

    @pytest.mark.parametrize("more", [f"{TEXT} {OTHERWISE}", " ".join(TEXT.split()[:12])])
    def test_a_reprint_that_adds_or_cuts(self, more: str) -> None:
        """Whoever carries a long sentence word for word has it from where the other has it."""
        assert counted(worded("Rudaw", TEXT), worded("Al-Mada", more)) == (1, 1)

    def test_a_stock_phrase_in_common_twin(self) -> None:
        a, b = (f"{text} according to security sources who spoke" for text in (TEXT, OTHERWISE))
        assert counted(worded("Rudaw", a), worded("Al-Mada", b)) == (2, 2)

    @pytest.mark.parametrize(("a", "b"), [(TEXT, OTHERWISE), (ARABIC, OTHERWISE)])
    def test_other_words_twin(self, a: str, b: str) -> None:
        assert counted(worded("Rudaw", a), worded("Al-Mada", b)) == (2, 2)

    def test_short_words_prove_nothing(self) -> None:
        """Two outlets that both write "the crossing was closed" need not have copied."""
        assert counted(worded("Rudaw", "The crossing was closed."), worded("Al-Mada", "The crossing is closed.")) == (
            2,
            2,
        )

    def test_forty_reprints_are_one_carrier(self) -> None:
        copies = [worded(f"Paper {n}", TEXT.replace("Tuesday", f"Tuesday ({n})")) for n in range(40)]
        assert counted(*copies) == (1, 1)

    def test_a_reprint_between_two_witnesses_adds_none(self) -> None:
        alone = worded("Rudaw", TEXT), worded("NRT", OTHERWISE)
        assert counted(*alone) == (2, 2)
        assert counted(*alone, worded("Al-Mada", EDITED)) == (2, 2)


class TestReprintsNeverRaise:
    """Law 5, by example: whatever a copy shares, it adds no voice and no carrier."""

    @pytest.mark.parametrize(
        "source",
        [{"via": ["Rudaw"]}, {"document": "d"}, {"refers": [{"kind": "quotes", "claim": "Rudaw"}]}],
    )
    def test_any_copy(self, source: dict[str, Any]) -> None:
        first = voiced("Rudaw", document="d")
        for n in range(1, 5):
            copies = [voiced(f"Paper {i}", **source) for i in range(n)]
            assert counted(first, *copies) == (1, 1)

    def test_two_own_reports_twin(self) -> None:
        assert counted(voiced("Rudaw", document="d"), voiced("Paper 0", document="e")) == (2, 2)


class TestSameOrigin:
    def test_two_figures_of_one_agency(self) -> None:
        a = said("a", count=6, source={"outlet": "A", "via": ["Northwire"]})
        found = told(a, said("b", count=9, source={"outlet": "B", "via": ["Northwire"]}))
        assert found.conflict or found.kind == "revision"
        assert "same origin" in found.why

    def test_two_figures_of_two_agencies_twin(self) -> None:
        a = said("a", count=6, source={"outlet": "A", "via": ["Northwire"]})
        found = told(a, said("b", count=9, source={"outlet": "B", "via": ["Southwire"]}))
        assert found == ("contradiction", frozenset())


class TestReasons:
    @pytest.mark.parametrize(
        ("a", "b", "word"),
        [
            ({"via": ["Northwire"]}, {"via": ["Northwire"]}, "Northwire"),
            ({"document": "d"}, {"document": "d"}, "document"),
            ({"speaker": "Karim"}, {"speaker": "Karim"}, "Karim"),
            ({}, {"basis": "unknown"}, "Al-Mada"),
        ],
    )
    def test_each_link_says_why(self, a: dict[str, Any], b: dict[str, Any], word: str) -> None:
        found = link(voiced("Rudaw", **a), voiced("Al-Mada", **b))
        assert found.independence != "independent"
        assert word in found.reason

    def test_independence_needs_no_reason_twin(self) -> None:
        found = link(voiced("Rudaw"), voiced("Al-Mada"))
        assert (found.independence, found.reason) == ("independent", "")

    def test_a_family_is_named(self) -> None:
        lineage = Lineage(families={"Rudaw": "One House", "Al-Mada": "One House"})
        assert "One House" in link(voiced("Rudaw"), voiced("Al-Mada"), lineage=lineage).reason

    def test_a_link_is_the_same_both_ways(self) -> None:
        a, b = voiced("Rudaw", via=["X"]), voiced("Al-Mada", via=["X"])
        assert link(a, b).independence == link(b, a).independence == "dependent"


class TestGraph:
    """Each link between two claims of an event, with its reason and how sure it is."""

    def links(self, *claims: rc.Claim) -> dict[tuple[str, str], tuple[str, float]]:
        return {(a, b): (one.reason, one.strength) for a, b, one in rc.reconcile(claims).links(claims[0].id)}

    def test_names_who_depends_on_whom_and_why(self) -> None:
        a, b, c = voiced("A", via=["Northwire"]), voiced("B", via=["Northwire"]), voiced("C")
        (((pair, (reason, strength))),) = self.links(a, b, c).items()
        assert pair == ("A", "B")
        assert "Northwire" in reason
        assert 0 < strength <= 1

    def test_independent_claims_have_no_link_twin(self) -> None:
        assert self.links(voiced("A", via=["Northwire"]), voiced("B", via=["Southwire"]), voiced("C")) == {}

    def test_what_is_stated_is_surer_than_what_is_alike(self) -> None:
        stated = self.links(voiced("A", via=["X"]), voiced("B", via=["X"]))["A", "B"][1]
        alike = self.links(worded("A", TEXT), worded("B", EDITED))["A", "B"][1]
        assert stated > alike > 0

    def test_wording_is_given_as_the_reason(self) -> None:
        (reason, _) = self.links(worded("A", TEXT), worded("B", EDITED))["A", "B"]
        assert "word" in reason

    def test_it_does_not_hang_on_the_order_of_claims(self) -> None:
        claims = [voiced("A", via=["X"]), voiced("B", via=["X", "Y"]), voiced("C", via=["Y"])]
        assert self.links(*claims) == self.links(*claims[::-1])
        assert set(self.links(*claims)) == {("A", "B"), ("B", "C")}

    def test_of_another_event_is_not_listed(self) -> None:
        elsewhere = said("Z", key="other", source={"outlet": "Z", "via": ["X"]})
        assert self.links(voiced("A", via=["X"]), elsewhere) == {}
