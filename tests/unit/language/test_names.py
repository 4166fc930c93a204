"""Prevent names in two scripts from being strangers, and two bodies of one kind from being one."""

from __future__ import annotations

import pytest

from reconcile.errors import ClaimError
from reconcile.language import name_similarities, name_similarity
from reconcile.language.names.keys import name_keys
from reconcile.language.names.parts import CORE, HEAD, parts

SAME = [
    ("الفريق جبار ياور", "Jabbar Yawar"),
    ("الفريق جبار ياور", "جبار ياور"),
    ("Lt. Gen. Jabbar Yawar", "Jabar Yawer"),
    ("اللواء يحيى رسول", "Maj. Gen. Yehia Rasool"),
    ("مصطفى الكاظمي", "Mustafa al-Kadhimi"),
    ("تحسين الخفاجي", "Tahsin al-Khafaji"),
    ("عبد الله", "Abdullah"),
    ("عبد العزيز الحكيم", "Abdul Aziz al-Hakim"),
    ("نور الدين", "Noureddine"),
    ("صلاح الدين", "Salahaddin"),
    ("أبو بكر البغدادي", "Abu Bakr al-Baghdadi"),
    ("كركوك", "Kirkuk"),
    ("کەرکووک", "Kerkûk"),
    ("هەولێر", "Hewlêr"),
    ("پێشمەرگە", "Pêşmerge"),
    ("البيشمركة", "البيش مركه"),
    ("Ivan Petrov", "Иван Петров"),
    ("خانقين", "Khanaqin"),
]
OTHER = [
    ("وزارة الدفاع", "وزارة الداخلية"),
    ("Ministry of Defence", "Ministry of Interior"),
    ("جبار ياور", "جبار لعيبي"),
    ("بغداد", "بعقوبة"),
    ("كركوك", "دهوك"),
    ("Kirkuk", "Duhok"),
    ("Mosul", "Basra"),
    ("أربيل", "Babil"),
    ("القوات الاتحادية", "القوات الكردية"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name_in_two_spellings(a: str, b: str) -> None:
    assert name_similarity(a, b) >= 0.75


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_names(a: str, b: str) -> None:
    assert name_similarity(a, b) <= 0.65


def test_a_title_does_not_matter_and_a_head_little() -> None:
    assert name_similarity("General Ali Hassan", "Ali Hassan") == 1.0
    assert name_similarity("وزارة الدفاع", "الدفاع") > 0.8
    assert [weight for _, weight in parts("Ministry of Defence")] == [HEAD, CORE]
    assert [weight for _, weight in parts("Emir Hamza")] == [HEAD, CORE]


def test_names_without_letters() -> None:
    assert name_similarity("", "Ali") == name_similarity("", "") == name_similarity("...", "...") == 0.0
    assert name_similarity("bin", "bin") == name_similarity("the", "the") == 1.0
    assert name_similarity("11", "11") == 1.0
    assert name_similarity("Brigade 11", "Brigade 12") < 1.0


def test_the_batch_takes_pairs() -> None:
    assert name_similarities([], []).tolist() == []
    left, right = [a for a, _ in SAME + OTHER], [b for _, b in SAME + OTHER]
    found = name_similarities(left, right).tolist()
    assert found == [name_similarity(a, b) for a, b in zip(left, right, strict=True)]
    with pytest.raises(ClaimError, match="1 names against 2"):
        name_similarities(["a"], ["a", "b"])


def test_long_names_are_cut() -> None:
    assert name_similarity("x" * 1_000_000, "x" * 300) == 1.0
    assert len(parts("a b " * 1000)) == 12


def test_keys_for_looking_up() -> None:
    assert name_keys("تنظيم 'الدولة الإسلامية' (داعش)") == name_keys("تنظيم الدولة الاسلامية داعش")
    assert name_keys("الفريق أول الركن جبار ياور")[-1] == name_keys("جبار ياور")[0]
    assert name_keys("U.N.") == name_keys("UN") == ("un",)
    assert name_keys("...") == name_keys("x" * 1000) == ()


def test_few_and_many_pairs_are_compared_alike() -> None:
    left, right = ["Kirkuk", "الفريق جبار ياور", "", "b12"] * 80, ["كركوك", "Jabbar Yawar", "x", "B-12"] * 80
    many = name_similarities(left, right)
    assert many.tolist() == [*name_similarities(left[:4], right[:4]).tolist()] * 80
    assert many.dtype == name_similarities([], []).dtype == name_similarities(left[:1], right[:1]).dtype
