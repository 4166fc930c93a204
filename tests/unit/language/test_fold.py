"""Prevent folding from keeping two spellings apart, from joining two words, and from taking its time."""

from __future__ import annotations

import time

import pytest

from reconcile.language import fold


@pytest.mark.parametrize(
    "spellings",
    [
        ("أربيل", "اربيل", "إربيل", "ٱربيل", "أَرْبِيل", "أربـيل"),
        ("كركوك", "کرکوک", "كركوك\u200f", "ﻛﺮﻛﻮﻙ"),
        ("نينوى", "نينوي", "نینوی"),
        ("محافظة", "محافظه", "محافظۀ", "مُحَافَظَةٌ"),
        ("هەولێر", "ھەولێر", "هه‌ولێر"),
        ("مسؤول", "مسوول"),
        ("Hewlêr", "hewler", "HEWLÊR", "Hewle\u0302r"),
        ("Ba'quba", "Ba’quba", "Baʿquba", "Ba‘quba", "Ba`quba"),
        ("İstanbul", "istanbul", "Istanbul", "ıstanbul"),
        ("Straße", "STRASSE", "strasse"),
        ("١٢٣", "۱۲۳", "123", "１２３"),
        ("a b", " a\u00a0 b\t", "a\u2003b"),
        ("1–2", "1-2", "1—2"),
    ],
)
def test_spellings_of_one_word(spellings: tuple[str, ...]) -> None:
    assert len({fold(one) for one in spellings}) == 1


@pytest.mark.parametrize(("a", "b"), [("دهوك", "كركوك"), ("علي", "عال"), ("ذات", "دات"), ("سور", "صور"), ("a b", "ab")])
def test_different_words_stay_different(a: str, b: str) -> None:
    assert fold(a) != fold(b)


def test_nothing_is_left_of_what_is_not_seen() -> None:
    assert fold("") == fold(" ") == fold("\u200b\ufeff") == fold("ـــ") == fold("\u064b\u0651") == ""


@pytest.mark.parametrize(
    "pattern",
    ["ا", "a ", "\u064e", "e\u0301", "\u0327\u0301", "\ufdfa", "\u0390", "\uac01", "`", "\U0001d7ce"],
)
def test_time_is_linear(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern.encode()))
    begin = time.process_time()
    fold(text)
    assert time.process_time() - begin < 0.2


def test_lone_surrogates_and_every_code_point_fold_once() -> None:
    assert fold("\ud800") == "\ud800"
    letters = map(chr, range(0x3000))
    assert [char for char in letters if fold(fold(char)) != fold(char)] == []
