"""Prevent months of one name from being parted: every month, weekday and season by all its names stands here.

>>> MONTHS["كانون الثاني"], MONTHS["cotmeha"], is_calendar_word("تشرين")
(1, 10, True)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reconcile.language.fold import fold


class Names(NamedTuple):
    """The names of one month, weekday or season in each language, parted by `|`."""

    en: str
    ar: str
    ckb: str
    kmr: str


# Arabic: Levantine, then eastern Gregorian, then the Maghreb's.
_MONTHS = {
    1: Names(
        "january|jan",
        "كانون الثاني|كانون ثاني|كانون2|ك2|يناير|جانفي",
        "کانوونی دووەم|کانونی دووەم|کانوونی دوهەم|یەنایەر|جانیوەری",
        "çile|rêbendan|çileya paşîn|kanûna paşîn|kanûna duyem",
    ),
    2: Names("february|feb", "شباط|فبراير|فيفري", "شوبات|فێبریوەری", "sibat|şibat|reşemî"),
    3: Names("march|mar", "آذار|مارس", "ئازار|ئادار", "adar|avdar"),
    4: Names("april|apr", "نيسان|أبريل|إبريل|أفريل", "نیسان|ئەپریل", "nîsan|avrêl"),
    5: Names("may", "أيار|مايو|ماي|مايس", "ئایار|مایس", "gulan"),
    6: Names("june|jun", "حزيران|يونيو|يونيه|جوان", "حوزەیران", "hezîran|pûşper"),
    7: Names("july|jul", "تموز|يوليو|يوليه|جويلية|يوليوز", "تەممووز|تەمووز|تەموز|تەمموز", "tîrmeh|temmûz|temûz"),
    8: Names("august|aug", "آب|أغسطس|أوت|غشت", "ئاب|ئۆگست", "tebax|gelawêj"),
    9: Names("september|sept|sep", "أيلول|سبتمبر|شتنبر", "ئەیلوول|ئەیلول|سێپتەمبەر", "îlon|rezber|eylûl"),
    10: Names(
        "october|oct",
        "تشرين الأول|تشرين أول|تشرين1|ت1|أكتوبر",
        "تشرینی یەکەم|ئۆکتۆبەر",
        "cotmeh|kewçêr|çiriya pêşîn|çirîya pêşîn|çiriya yekem|teşrîna pêşîn|teşrîna yekem",
    ),
    11: Names(
        "november|nov",
        "تشرين الثاني|تشرين ثاني|تشرين2|ت2|نوفمبر|نونبر",
        "تشرینی دووەم|تشرینی دوهەم|نۆڤەمبەر",
        "mijdar|sermawez|çiriya paşîn|çirîya paşîn|çiriya duyem|teşrîna paşîn|teşrîna duyem",
    ),
    12: Names(
        "december|dec",
        "كانون الأول|كانون أول|كانون1|ك1|ديسمبر|دجنبر",
        "کانوونی یەکەم|کانونی یەکەم|دیسەمبەر",
        "berfanbar|çileya pêşîn|kanûna pêşîn|kanûna yekem",
    ),
}
_HIJRI = {
    1: Names("muharram", "محرم|محرم الحرام", "موحەڕەم|موحەرەم", "miherem"),
    2: Names("safar", "صفر|صفر الخير", "سەفەر", "sefer"),
    3: Names("rabi al-awwal|rabi i", "ربيع الأول|ربيع أول", "ڕەبیعی یەکەم", "rebîulewel"),
    4: Names("rabi al-thani|rabi ii", "ربيع الثاني|ربيع الآخر|ربيع ثاني|ربيع آخر", "ڕەبیعی دووەم", "rebîulaxir"),
    5: Names("jumada al-awwal|jumada i", "جمادى الأولى|جمادى الأول|جمادى أولى", "جەمادی یەکەم", "cemazîlewel"),
    6: Names(
        "jumada al-thani|jumada ii",
        "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني|جمادى آخرة|جمادى ثانية",
        "جەمادی دووەم",
        "cemazîlaxir",
    ),
    7: Names("rajab", "رجب", "ڕەجەب|رەجەب", "receb"),
    8: Names("shaban|sha'ban", "شعبان", "شەعبان", "şeban"),
    9: Names("ramadan|ramadhan", "رمضان", "ڕەمەزان|رەمەزان", "remezan"),
    10: Names("shawwal", "شوال", "شەووال|شەوال", "şewal"),
    11: Names("dhu al-qadah|dhul qadah", "ذو القعدة|ذي القعدة|ذو قعدة|ذي قعدة", "زولقەعدە", "zîlqîde"),
    12: Names("dhu al-hijjah|dhul hijjah", "ذو الحجة|ذي الحجة|ذو حجة|ذي حجة", "زولحەجە|زیلحەجە", "zîlhîce"),
}
# Monday is 0, as in `date.weekday`.
_WEEKDAYS = {
    0: Names("monday|mon", "الاثنين|الإثنين|اثنين|إثنين", "دووشەممە|دوو شەممە|دوشەممە", "duşem|duşemb"),
    1: Names("tuesday|tue|tues", "الثلاثاء|ثلاثاء", "سێشەممە|سێ شەممە", "sêşem|sêşemb"),
    2: Names("wednesday|wed", "الأربعاء|أربعاء", "چوارشەممە|چوار شەممە", "çarşem|çarşemb"),
    3: Names("thursday|thu|thur|thurs", "الخميس|خميس", "پێنجشەممە|پێنج شەممە", "pêncşem|pêncşemb"),
    4: Names("friday|fri", "الجمعة|جمعة", "هەینی", "înî|înê|îna"),
    5: Names("saturday|sat", "السبت|سبت", "شەممە", "şemî|şemiyê|şemb"),
    6: Names("sunday|sun", "الأحد|أحد", "یەکشەممە|یەک شەممە", "yekşem|yekşemb"),
}
# By the codes of EDTF.
_SEASONS = {
    21: Names("spring", "ربيع|الربيع", "بەهار", "bihar"),
    22: Names("summer", "صيف|الصيف", "هاوین", "havîn"),
    23: Names("autumn|fall", "خريف|الخريف", "پاییز|پایز", "payîz"),
    24: Names("winter", "شتاء|الشتاء", "زستان", "zivistan"),
}
_TIMES = "am|pm|o'clock|صباحا|مساء|ظهرا|فجرا|عصرا|ليلا|ad|ce|bc|bce|ah|م|هـ"
# A Kurdish name bears the ending of its case: "Cotmehê", "Cotmeha 2020", "تشرینی یەکەمی ٢٠٢٠".
_SORANI_ENDS = ("", "ی", "دا", "یدا")
_KURMANJI_ENDS = ("", "a", "ê", "ya", "yê", "an", "î")


def _forms(names: Names) -> Iterator[str]:
    yield from names.en.split("|")
    yield from names.ar.split("|")
    for written, ends in ((names.ckb, _SORANI_ENDS), (names.kmr, _KURMANJI_ENDS)):
        yield from (name + end for name in written.split("|") for end in ends)


def _by_name(table: Mapping[int, Names]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, names in table.items():
        for form in _forms(names):
            found.setdefault(fold(form), number)
    return found


MONTHS: Mapping[str, int] = _by_name(_MONTHS)
HIJRI_MONTHS: Mapping[str, int] = _by_name(_HIJRI)
WEEKDAYS: Mapping[str, int] = _by_name(_WEEKDAYS)
SEASONS: Mapping[str, int] = _by_name(_SEASONS)


@cache
def _first_words() -> frozenset[str]:
    months = {name.split()[0] for name in (*MONTHS, *HIJRI_MONTHS)} - {"ذو", "ذي", "rabi", "dhu", "dhul"}
    return frozenset(months | set(WEEKDAYS) | {fold(word) for word in _TIMES.split("|")})


def is_calendar_word(key: str) -> bool:
    """Return whether a folded word begins a month, a weekday or a time of day.

    Args:
        key: one word, folded.

    >>> is_calendar_word("october"), is_calendar_word("troops")
    (True, False)
    """
    return key in _first_words()
