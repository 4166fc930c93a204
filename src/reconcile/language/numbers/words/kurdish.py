"""Prevent Kurdish number words from being read as words of their neighbours: Sorani and Kurmanji forms stand here.

Sorani سێ (3) and سی (30) differ in one letter that folding makes one, as do Kurmanji "heftê" (70) and "hefte" (week):
such words are read by their exact letters only.

>>> SORANI.cardinals["unit"][3], SORANI.cardinals["tens"][30]
('سێ', 'سی')
"""

# ruff: noqa: E501  (tables of words read better in long lines)

from __future__ import annotations

from reconcile.language.numbers.words.vocabulary import Vocabulary

_SORANI_UNITS = {
    1: "یەک",
    2: "دوو",
    3: "سێ",
    4: "چوار",
    5: "پێنج",
    6: "شەش",
    7: "حەوت حەفت",
    8: "هەشت",
    9: "نۆ",
}
_KURMANJI_UNITS = {1: "yek", 2: "du", 3: "sê", 4: "çar", 5: "pênc", 6: "şeş", 7: "heft", 8: "heşt", 9: "neh"}


def _compounds(units: dict[int, str], end: str, *, size: int) -> dict[int | float, str]:
    """200–900 (or 2,000–9,000) written as one word."""
    return {unit * size: " ".join(word + end for word in words.split()) for unit, words in units.items() if unit > 1}


SORANI = Vocabulary(
    language="ckb",
    cardinals={
        "unit": {0: "سفر سیفر", **_SORANI_UNITS},
        "ten": {10: "دە"},
        "teen": {
            11: "یازدە یانزە یازده", 12: "دوازدە دوانزە", 13: "سێزدە سیازدە سێزە سیانزە", 14: "چواردە چوارده", 15: "پازدە پانزە پانزدە",
            16: "شازدە شانزە شانزدە", 17: "حەڤدە حەقدە حەفدە", 18: "هەژدە هەشدە", 19: "نۆزدە نۆزە",
        },
        "tens": {
            20: "بیست", 30: "سی", 40: "چل", 50: "پەنجا", 60: "شەست", 70: "حەفتا", 80: "هەشتا", 90: "نەوەد نەوەت",
        },
        "hundred": {100: "سەد"},
        "hundreds": _compounds(_SORANI_UNITS, "سەد", size=100),
        "scale": {
            10**3: "هەزار هەزارێک هەزاری", 10**6: "ملیۆن ملیۆنی ملیۆنێک میلیۆن میلیۆنێک", 10**9: "ملیار ملیاری ملیارێک میلیار میلیارد بلیۆن", 10**12: "تریلیۆن ترلیۆن",
        },
        "plural": {10**3: "هەزاران", 10**6: "ملیۆنان ملیۆنەها میلیۆنان", 10**9: "ملیاران"},
        "multiple": {12: "دەرزەن دەرزەنێک"},
        "fraction": {0.5: "نیو نیوێک", 0.25: "چارەک چارەکێک"},
        "both": {2: "هەردوو هەردووک", 3: "هەرسێ", 4: "هەرچوار"},
    },
    open={(20, 99): "دەیان", (200, 999): "سەدان"},
    vague={(3, None): "چەند چەندین"},
    phrases={
        "more": "زیاتر لە|زیاد لە|پتر لە|لەسەرووی|سەرووی|لە سەرووی|زیاتر له",
        "more-behind": "زیاتر|پتر",
        "fewer-behind": "کەمتر",
        "fewer": "کەمتر لە|کەم تر لە|لەخوار|خوار|لە خوار|ژێر",
        "at-least": "لانیکەم|لانی کەم|بەلایەنی کەمەوە|بەلایەنی کەم|بە لایەنی کەمەوە|کەمترین|هیچ نەبێ|هیچ نەبێت|یان زیاتر|و زیاتر|بەلانی کەم|بەلای کەمەوە",
        "at-most": "زۆرترین|لانی زۆر|ئەوپەڕی|بەلایەنی زۆرەوە|بە لایەنی زۆرەوە|تا|هەتا|یان کەمتر|زۆربەی زۆر",
        "about": "نزیکەی|دەوروبەری|نزیک لە|نزیک بە|تەقریبەن|بە نزیکەیی|بەنزیکەیی|نزیک|لە دەوروبەری|لە نزیکەی|کەم تا زۆر|کەم و زۆر|خەمڵێنراو",
        "skip": "تەنها|تەنیا|کۆی گشتی|بە گشتی|بەگشتی|سەرجەم|هەموو|ژمارەی|ئەو|ئەم",
        "only-behind": "تەنها|تەنیا|بە گشتی|بەگشتی",
        "between": "نێوان|لە نێوان|لەنێوان|لە نێوانی|نێوانی",
        "from": "لە",
        "to": "بۆ|تا|هەتا|تاکو|تاوەکو",
        "or": "یان|یا",
        "and": "و",
        "point": "پۆینت|فاریزە",
        "none": "هیچ|بێ|بەبێ|بێ هیچ|بەبێ هیچ",
        "nobody": "هیچ کەس|کەس نا",
        "another": "",
        "others": "تر|دیکە|تریش|دیکەش|زیادە",
        "best": "باشترین خەمڵاندن|باشترین مەزەندە|بە ئەگەری زۆر|بە ئەگەرێکی زۆر|ئەگەری زۆرتر|زۆرترین ئەگەر|بە زۆری|پێدەچێت",
        "percent-before": "%|لە سەدا|لەسەدا|سەدا|لە سەدی|لەسەدی|سەدی|ڕێژەی لە سەدا|ڕێژەی سەدا",
        "refuse": "یەکێک لە|یەک لە|شەممە|دووشەممە|سێشەممە|چوارشەممە|پێنجشەممە|یەکشەممە|نیوەی|ژمارەیەک",
    },
)  # fmt: skip

KURMANJI = Vocabulary(
    language="kmr",
    cardinals={
        "unit": {0: "sifir sifr", **_KURMANJI_UNITS},
        "ten": {10: "deh"},
        "teen": {
            11: "yazdeh yanzdeh yazde", 12: "donzdeh dwazdeh diwanzdeh diwazdeh dwanzdeh", 13: "sêzdeh sêzde", 14: "çardeh çarde",
            15: "panzdeh pazdeh pazde", 16: "şanzdeh şazdeh şazde", 17: "hevdeh hivdeh hefdeh huvdeh", 18: "hijdeh hejdeh heştdeh hîjdeh",
            19: "nozdeh nozde nehdeh",
        },
        "tens": {
            20: "bîst", 30: "sî sih", 40: "çil çel", 50: "pêncî pêncih", 60: "şêst şest", 70: "heftê heftî", 80: "heştê heştî",
            90: "nod newed not",
        },
        "hundred": {100: "sed"},
        "hundreds": _compounds(_KURMANJI_UNITS, "sed", size=100) | {500: "pêncsed pênsed"},
        "scale": {10**3: "hezar hezarek hezarî", 10**6: "milyon milyonî milyonek mîlyon mîlyonek", 10**9: "milyar milyarî milyarek mîlyar milyard", 10**12: "trîlyon trilyon"},
        "plural": {10**3: "hezaran", 10**6: "milyonan mîlyonan", 10**9: "milyaran"},
        "multiple": {12: "derzen derzenek"},
        "fraction": {0.5: "nîv", 0.25: "çarêk çaryek"},
        "both": {2: "herdu", 3: "hersê", 4: "herçar"},
    },
    open={(20, 99): "dehan", (200, 999): "sedan"},
    vague={(3, None): "çend"},
    phrases={
        "more": "zêdetir ji|bêtir ji|pirtir ji|zêdeyî|zêdetirî|bêhtir ji|jorî|ji sêrî",
        "more-behind": "zêdetir|bêtir|bêhtir|pirtir",
        "fewer-behind": "kêmtir",
        "fewer": "kêmtir ji|kêmtirî|binê",
        "at-least": "herî kêm|bi kêmanî|bi kêmî|qet nebe|kêmanî|kêm zêde herî kêm|û zêdetir|an zêdetir|an bêtir|û bêtir",
        "at-most": "herî zêde|heta|heya|an kêmtir|herî pir",
        "about": "nêzîkî|nêzî|teqrîben|li dora|derdora|dora|qasî|bi qasî|qederê|bi qederê|nêzîkê|texmînî|bi texmînî|kêm zêde|kêm û zêde",
        "skip": "bi|tenê|bi tevahî|bi giştî|hemû|hejmara|van|ev|wan",
        "only-behind": "tenê|bi tevahî|bi giştî",
        "between": "di navbera|navbera|di nav bera|di neqeba",
        "from": "ji",
        "to": "heta|ta|heya|û heta",
        "or": "an|yan|an jî|yan jî",
        "and": "û",
        "point": "nuqte|xal",
        "none": "tu|ti|bê|bêyî|qet|tu kes",
        "nobody": "tu kes|ti kes|kes nîn e",
        "others": "din|dîtir|dî|zêde",
        "best": "texmîna herî baş|texmîna baştirîn|bi îhtîmaleke mezin|bi îhtîmaleke xurt|herî zêde îhtîmal|bi piranî|dibe ku",
        "percent-before": "%|ji %|ji sedî|ji sedê|sedî",
        "refuse": "yek ji|nîvê|nîvî|hejmareke|hejmarek",
    },
)  # fmt: skip
