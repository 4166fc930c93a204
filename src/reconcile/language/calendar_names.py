"""Prevent months of one name from being parted: every month, weekday and season by all its names stands here.

>>> MONTHS["كانون الثاني"], MONTHS["cotmeh"], is_calendar_word("تشرين")
(1, 10, True)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reconcile.language.fold import fold

# Month → names, parted by "|": English, Levantine, Gregorian Arabic (east, Maghreb), Sorani, Kurmanji.
_GREGORIAN = {
    1: "january|jan|كانون الثاني|كانون ثاني|كانون2|ك2|يناير|جانفي|کانوونی دووەم|کانونی دووەم|کانونی دوهەم|rêbendan|çileya paşîn|çile|kanûna paşîn|kanûna duyem|kanûna duyê",
    2: "february|feb|شباط|فبراير|فيفري|شوبات|sibat|reşemî|şibat",
    3: "march|mar|آذار|مارس|ئازار|ئادار|adar|avdar",
    4: "april|apr|نيسان|أبريل|إبريل|أفريل|نیسان|nîsan|avrêl",
    5: "may|أيار|مايو|ماي|مايس|ئایار|gulan",
    6: "june|jun|حزيران|يونيو|يونيه|جوان|حوزەیران|حوزەيران|پووشپەڕ|hezîran|pûşper|heziran",
    7: "july|jul|تموز|يوليو|يوليه|جويلية|يوليوز|تەمموز|تەممووز|تەموز|tîrmeh|temûz|temmûz",
    8: "august|aug|آب|أغسطس|أوت|غشت|ئاب|tebax|gelawêj",
    9: "september|sept|sep|أيلول|سبتمبر|شتنبر|ئەیلوول|ئەیلول|ئەيلول|îlon|rezber|eylûl",
    10: "october|oct|تشرين الأول|تشرين أول|تشرين1|ت1|أكتوبر|تشرینی یەکەم|تشرینی یەکەمی|cotmeh|kewçêr|çirîya pêşîn|çiriya pêşîn|teşrîna pêşîn|teşrîna yekem|çiriya yekem",
    11: "november|nov|تشرين الثاني|تشرين ثاني|تشرين2|ت2|نوفمبر|نونبر|تشرینی دووەم|تشرینی دوهەم|mijdar|sermawez|çirîya paşîn|çiriya paşîn|teşrîna paşîn|teşrîna duyem|çiriya duyem",
    12: "december|dec|كانون الأول|كانون أول|كانون1|ك1|ديسمبر|دجنبر|کانوونی یەکەم|کانونی یەکەم|berfanbar|kanûn|çileya pêşîn|kanûna pêşîn|kanûna yekem|çileya yekem",
}  # fmt: skip
_HIJRI = {
    1: "محرم|محرم الحرام|muharram|موحەڕەم", 2: "صفر|صفر الخير|safar|سەفەر", 3: "ربيع الأول|ربيع أول|rabi al-awwal|ڕەبیعی یەکەم",
    4: "ربيع الثاني|ربيع الآخر|ربيع ثاني|rabi al-thani|ڕەبیعی دووەم", 5: "جمادى الأولى|جمادى الأول|جمادي الأول|jumada al-awwal|جەمادی یەکەم",
    6: "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني|jumada al-thani|جەمادی دووەم", 7: "رجب|rajab|ڕەجەب", 8: "شعبان|shaban|sha'ban|شەعبان",
    9: "رمضان|ramadan|ramadhan|ڕەمەزان|remezan", 10: "شوال|shawwal|شەوال", 11: "ذو القعدة|ذي القعدة|dhu al-qadah|زولقەعدە",
    12: "ذو الحجة|ذي الحجة|dhu al-hijjah|زولحەجە|زیلحەجە",
}  # fmt: skip
# Monday is 0.
_WEEKDAYS = {
    0: "monday|mon|الاثنين|الإثنين|اثنين|دووشەممە|دوو شەممە|duşem|duşemb",
    1: "tuesday|tue|tues|الثلاثاء|ثلاثاء|سێشەممە|سێ شەممە|sêşem|sêşemb",
    2: "wednesday|wed|الأربعاء|أربعاء|چوارشەممە|چوار شەممە|çarşem|çarşemb",
    3: "thursday|thu|thur|thurs|الخميس|خميس|پێنجشەممە|پێنج شەممە|pêncşem|pêncşemb",
    4: "friday|fri|الجمعة|جمعة|هەینی|în|înî",
    5: "saturday|sat|السبت|سبت|شەممە|şemî|şemb",
    6: "sunday|sun|الأحد|أحد|یەکشەممە|یەک شەممە|yekşem|yekşemb",
}  # fmt: skip
SEASONS = {
    21: "spring|ربيع|الربيع|بەهار|بەهاری|bihar|bihara",
    22: "summer|صيف|الصيف|هاوین|هاوینی|havîn|havîna",
    23: "autumn|fall|خريف|الخريف|پاییز|پاییزی|payîz|payîza",
    24: "winter|شتاء|الشتاء|زستان|زستانی|zivistan|zivistana",
}


def _by_name(names: Mapping[int, str]) -> dict[str, int]:
    return {fold(name): number for number, written in names.items() for name in written.split("|")}


MONTHS: Mapping[str, int] = _by_name(_GREGORIAN)
HIJRI_MONTHS: Mapping[str, int] = _by_name(_HIJRI)
WEEKDAYS: Mapping[str, int] = _by_name(_WEEKDAYS)
SEASON_NAMES: Mapping[str, int] = _by_name(SEASONS)
_TIMES = "am|pm|o'clock|صباحا|مساء|ظهرا|فجرا|عصرا|ليلا|ad|ce|bc|bce|ah|م|هـ"


@cache
def _first_words() -> frozenset[str]:
    months = {name.split()[0] for name in (*MONTHS, *HIJRI_MONTHS)} - {"ذو", "ذي", "rabi", "dhu"}
    return frozenset(months | set(WEEKDAYS) | {fold(word) for word in _TIMES.split("|")})


def is_calendar_word(key: str) -> bool:
    """Return whether a folded word begins a month, a weekday or a time of day.

    >>> is_calendar_word("october"), is_calendar_word("troops")
    (True, False)
    """
    return key in _first_words()
