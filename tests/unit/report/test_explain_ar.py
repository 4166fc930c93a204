from __future__ import annotations

import datetime as dt
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.report.cases import COMMAND, RUDAW, claim, conflict, two_and_three

from reconcile import Claim, Lexicon, Period, Phase, Places, Quantity, Ruling, read_claims, reconcile
from reconcile.claims.claim import Certainty, Mode
from reconcile.diff.model import Breadth, Conflict, Kind, Reading, Why
from reconcile.report.arabic.dates_ar import date_ar
from reconcile.report.arabic.explain_ar import BREADTHS, VERDICTS, explain_in_arabic
from reconcile.report.arabic.forms_ar import FORMS
from reconcile.report.arabic.readings_ar import SENTENCES, readings_ar
from reconcile.report.arabic.values_ar import said_ar, value_ar
from reconcile.report.arabic.words_ar import ids_ar, isolated_ar, joined
from reconcile.strategies import claims, stories

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "examples" / "data"
OPENERS, CLOSE = "\u2066\u2067\u2068", "\u2069"


def plain(text: str) -> str:
    return "".join(char for char in text if char not in OPENERS + CLOSE)


def outside(text: str) -> str:
    """Return what stands outside all isolates; every isolate opens and closes once and holds no other."""
    seen, inside = "", False
    for char in text:
        if char in OPENERS:
            assert not inside
            inside = True
        elif char == CLOSE:
            assert inside
            inside = False
        elif not inside:
            seen += char
    assert not inside
    return seen


def holds_in_a_right_to_left_line(text: str) -> bool:
    directions = [unicodedata.bidirectional(char) for char in outside(text)]
    return "L" not in directions and next(one for one in directions if one in ("L", "R", "AL")) == "AL"


def test_a_contradiction_names_who_says_what_when_and_through_whom() -> None:
    found = two_and_three(readings=(Reading("sum of parts", "2 + 1 = 3"),), same_outlet=False)
    assert plain(explain_in_arabic(found)) == (
        "بشأن «centres»: بحسب رووداو (بكلام الوسيلة نفسها، نُشر: 13 تشرين الأول/أكتوبر 2020؛ الإفادة a)، العدد: 2"
        " («centres»)؛ وبحسب تحسين الخفاجي، المتحدث، عن قيادة العمليات المشتركة (عبر بيت نهرين، نقلًا عن رووداو، قيل:"
        " 12 تشرين الأول/أكتوبر 2020؛ الإفادة b)، العدد: 3 («centres»). لا يمكن أن يصح كل ذلك معًا؛ ومما قد يفسّر ذلك:"
        " مجموع أجزاء: 2 + 1 = 3 (ممكن)."
    )


def test_a_calculation_keeps_its_direction() -> None:
    found = two_and_three(readings=(Reading("sum of parts", "2 + 1 = 3"),))
    assert "\u20662 + 1 = 3\u2069" in explain_in_arabic(found)


@pytest.mark.parametrize(("breadth", "word"), [("whole", "كلي:"), ("partial", "جزئي:"), ("unknown", "كلي أم جزئي")])
def test_a_denial_says_who_denies_what_and_how_much(breadth: Breadth, word: str) -> None:
    target = claim("t", {"outlet": "K24", "kind": "collective", "speaker": "وسائل إعلام"}, phase="agreed")
    denial = claim("d", {"outlet": "K24", "organization": "القيادة"}, polarity="denied", phase="discussed")
    found = conflict(Kind.DENIAL, "polarity", ("affirmed", [target]), ("denied", [denial]), breadth=breadth)
    text = plain(explain_in_arabic(found))
    assert text.startswith(
        "عبر K24: ورد نفي من القيادة (بلا تاريخ؛ الإفادة d) لما يأتي: «centres» (جرى بحث الأمر)؛ وورد تأكيد من جهات غير"
        " محددة («وسائل إعلام») (بلا تاريخ؛ الإفادة t) لما يأتي: «centres» (جرى الاتفاق على الأمر). "
    )
    assert word in text


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ({"same_voice": True, "same_document": True}, "الجهة نفسها"),
        ({"same_document": True, "same_outlet": True}, "وثيقة واحدة"),
        ({"same_outlet": True}, "وسيلة إعلام واحدة"),
    ],
)
def test_what_both_sides_share_is_said(marks: dict[str, bool], words: str) -> None:
    assert words in explain_in_arabic(two_and_three(**marks)).rsplit(". ", 1)[-1]


def test_every_kind_breadth_phase_and_manner_has_its_words() -> None:
    assert set(VERDICTS) == set(Kind)
    assert set(BREADTHS) == set(get_args(Breadth))
    assert set(SENTENCES) == set(Why)
    assert len({said_ar("phase", one) for one in Phase}) == len(Phase)
    for mode in get_args(Mode):
        for certainty in get_args(Certainty):
            told = claim("a", RUDAW, mode=mode, certainty=certainty)
            found = conflict(Kind.DIFFERENCE, "phase", (Phase.AGREED, [told]), (Phase.BEGUN, [claim("b")]))
            assert holds_in_a_right_to_left_line(explain_in_arabic(found))


@pytest.mark.parametrize("why", list(Why))
@pytest.mark.parametrize("certain", [True, False])
def test_every_kind_of_reading_is_told_in_arabic(why: Why, certain: bool) -> None:
    for text in ("", "made by hand – not as the house writes it", "a lies within b", "one side does not state it"):
        found = two_and_three(readings=(Reading(why.value, text, certain=certain, claims=("a", "b")),))
        assert ("(ممكن)" in explain_in_arabic(found)) is not certain
        assert holds_in_a_right_to_left_line(explain_in_arabic(found))


def test_every_form_holds_the_gaps_it_tells() -> None:
    for form in (one for forms in FORMS.values() for one in forms):
        assert len(form.fixed) == len(form.kinds) + 1
        assert form.arabic.format(*form.kinds)


def first(*rows: dict[str, Any], field: str, **more: Any) -> list[str]:
    both = {"event_type": "example", "key": "k", "reported": "2021-03-05"}
    found = reconcile(
        [Claim.model_validate({**both, "id": n, "source": n, **row}) for n, row in zip("abcd", rows, strict=False)],
        **more,
    )
    return [plain(text) for one in found.find(field=field) for text in readings_ar(one)]


@pytest.mark.parametrize(
    ("rows", "field", "words"),
    [
        (({"count": 987}, {"count": 1000}), "count", "الرقم 987 يُقرَّب إلى 1,000"),
        (({"when": "2017-09"}, {"when": "2017"}), "when", "أيلول/سبتمبر 2017 ضمن 2017"),
        (
            ({"count": {"low": 3, "high": 3, "of": "bridges"}}, {"count": {"low": 4, "high": 4, "of": "قتلى"}}),
            "count",
            "أحد القولين يخص «bridges» والآخر يخص «قتلى»",
        ),
        (({"count": {"low": 3, "high": 3, "of": "bridges"}}, {"count": 11}), "count", "أحد القولين لا يحدد المعدود"),
        (({"phase": "begun"}, {"phase": "completed"}), "phase", "مرحلة اكتمال التنفيذ تسبقها مرحلة بدء التنفيذ"),
        (
            ({"phase": "agreed", "reported": "2021-03-04"}, {"phase": "begun"}),
            "phase",
            "الاتفاق بحلول 4 آذار/مارس 2021، ثم بدء التنفيذ بحلول 5 آذار/مارس 2021",
        ),
        (
            ({"count": {"low": 2, "high": 2, "increment": True}}, {"count": 3}),
            "count",
            "إضافة قدرها 2، لا مجموع كلي: 3 + 2 = 5",
        ),
        (({"count": 2, "mode": "opinion"}, {"count": 3}), "count", "الإفادة a رأي"),
        (
            ({"count": 3}, {"count": 2, "refers": [{"kind": "corrects", "claim": "a"}]}),
            "count",
            "الإفادة b تصحح الإفادة a",
        ),
        (({"places": ["Erbil"]}, {"places": ["Erbil", "Baghdad"]}), "places", "Erbil"),
    ],
)
def test_a_reading_is_told_with_its_own_values(rows: Sequence[dict[str, Any]], field: str, words: str) -> None:
    assert any(words in text for text in first(*rows, field=field)), first(*rows, field=field)


def test_what_is_not_stated_and_not_known_is_told() -> None:
    text = "one side does not state its unit and what it counts; it is not known whether both speak of one place"
    found = two_and_three(readings=(Reading("scope unstated", text, certain=True),))
    words = "أحد القولين لا يحدد وحدة القياس والمعدود، ولا يُعرف هل القولان عن مكان واحد"
    assert words in explain_in_arabic(found)


def test_a_persons_decision_is_told() -> None:
    two = [claim("a", count=2), claim("b", "INA", count=3)]
    one = Ruling.on(two, kind="both-stand", who="المحرر", when="2020-10-14", why="other rooms")
    text = plain(" ".join(readings_ar(reconcile(two, rulings=[one]).find(field="count")[0])))
    assert text == "قرار من المحرر، 14 تشرين الأول/أكتوبر 2020: «other rooms»"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (None, "بلا تاريخ"),
        (Period("2020-10"), "تشرين الأول/أكتوبر 2020"),
        (Period("2020"), "2020"),
        (Period("2020-10~"), "تشرين الأول/أكتوبر 2020 تقريبًا"),
        (Period("2020-10?"), "تشرين الأول/أكتوبر 2020 (غير مؤكد)"),
        (Period("2013/.."), "2013 أو بعد ذلك"),
        (Period("2020-10-01", "2020-10-10"), "بين 1 و10 تشرين الأول/أكتوبر 2020"),
        (Period.parse("late June 2014"), "أواخر حزيران/يونيو 2014"),
        (Period.parse("2018/2019", kind="throughout"), "من 2018 إلى 2019"),
        (Period.parse("2018/..", kind="throughout"), "منذ 2018"),
        (Period.parse("../2018", kind="throughout"), "حتى 2018"),
        (Period.parse("last week"), "«last week»، والتاريخ غير معروف"),
        (Period(dt.datetime(2020, 1, 2, 14, 30, tzinfo=dt.UTC)), "2 كانون الثاني/يناير 2020، الساعة 14:30 بتوقيت UTC"),
    ],
)
def test_dates_are_told_with_both_names_of_their_months(period: Period | None, words: str) -> None:
    assert plain(date_ar(period)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(low=20), "20 على الأقل"),
        (Quantity(high=20), "20 على الأكثر"),
        (Quantity(20, approximate=True), "نحو 20"),
        (Quantity(low=20, high=30, approximate=True), "بين 20 و30 تقريبًا"),
        (Quantity(2, increment=True), "إضافة قدرها 2"),
        (Quantity(low=20, high=30, best=25), "بين 20 و30 (الأرجح 25)"),
        (Quantity(1200, of="قتلى"), "1,200 («قتلى»)"),
        (Quantity(-5), "-5"),
        (Places("أربيل", "بغداد", part=True), "مناطق من أربيل وبغداد"),
        (None, "لا شيء"),
        (True, "نعم"),
        ((), "قائمة فارغة"),
        ({"a": 2}, "a: 2"),
        (dt.date(2020, 5, 1), "1 أيار/مايو 2020"),
        ("x", "x"),
    ],
)
def test_values_need_no_agreement(value: object, words: str) -> None:
    assert plain(value_ar(value)) == words


def test_names_are_isolated_unless_they_are_arabic() -> None:
    assert isolated_ar("رووداو") == "رووداو"
    assert isolated_ar("كوردستان 24") == "\u2068كوردستان 24\u2069"
    assert isolated_ar("\u202eErbil\u2069\n") == "\u2068Erbil\u2069"
    assert plain(ids_ar(["a"])) == "الإفادة a"
    assert plain(ids_ar("ab")) == "الإفادتان a وb"
    assert plain(ids_ar("abcdefghi")) == "الإفادات a وb وc وd وe وf وغير ذلك (3)"
    assert joined([]) == ""


def test_a_voice_is_introduced_once_and_many_are_counted() -> None:
    found = conflict(
        Kind.REVISION, "phase", (Phase.AGREED, [claim("a", COMMAND)]), (Phase.BEGUN, [claim("b", COMMAND)])
    )
    assert "وبحسب الجهة نفسها (بلا تاريخ؛ الإفادة b)، بدأ التنفيذ" in plain(explain_in_arabic(found))
    many = [claim(f"c{n:02}", f"Outlet {n}") for n in range(20)]
    crowd = conflict(Kind.CONTRADICTION, "phase", (Phase.BEGUN, many), (Phase.CANCELLED, [claim("z")]))
    assert "وغير ذلك (16؛ الإفادات c04" in plain(explain_in_arabic(crowd))


def test_a_reprint_is_told_by_its_voice() -> None:
    reprint = claim("b", {"outlet": "Daily Plain", "via": ["Northwire"]})
    found = conflict(Kind.DIFFERENCE, "phase", (Phase.AGREED, [claim("a")]), (Phase.BEGUN, [reprint]))
    assert "Northwire (in Daily Plain, undated; claim b) says it has begun" in found.explain()
    assert "وبحسب Northwire (عبر Daily Plain، بلا تاريخ؛ الإفادة b)" in plain(found.explain(language="ar"))


def told_everywhere(found: Sequence[Conflict]) -> None:
    for one in found:
        text = one.explain(language="ar")
        assert holds_in_a_right_to_left_line(text)
        assert text.endswith(".")
        assert "\n" not in text
        assert all(position.claims for position in one.positions)


# The sentences are many, their forms few: a quarter of the examples meets them all.
quarter = settings(max_examples=max(1, settings().max_examples // 4))


@given(st.lists(claims(Claim, key=st.sampled_from(["k", "m"])), max_size=6, unique_by=lambda one: one.id))
@quarter
def test_law_every_conflict_of_any_claims_has_its_sentence(given_claims: list[Claim]) -> None:
    result = reconcile(given_claims)
    told_everywhere([*result.conflicts, *result.differences])


@given(stories())
@quarter
def test_law_every_conflict_of_a_story_has_its_sentence(story: Any) -> None:
    result = reconcile(story.claims)
    told_everywhere([*result.conflicts, *result.differences])


def case() -> list[Conflict]:
    read = read_claims(DATA / "coordination_centres.jsonl")
    result = reconcile(read, lexicon=Lexicon.load(DATA / "lexicon.jsonl"))
    return [*result.conflicts, *result.differences]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_snapshot_of_the_founding_case(language: Any) -> None:
    """Set RECONCILE_SNAPSHOTS=write to write the files anew, then read what changed before it is committed."""
    told = [f"{one.kind} {one.field}: {' '.join(sorted(c.id for c in one.claims))}\n{one.explain(language=language)}\n"
            for one in case()]  # fmt: skip
    text, path = "\n".join(told), HERE / "snapshots" / f"coordination_centres.{language}.txt"
    if os.environ.get("RECONCILE_SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_reading_of_the_founding_case_is_left_general() -> None:
    general = set(SENTENCES.values())
    assert not [text for one in case() for text in readings_ar(one) if text.removesuffix(" (ممكن)") in general]
