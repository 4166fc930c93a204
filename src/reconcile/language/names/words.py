"""Prevent a rank or "Ministry of" from making two names alike: words that say what one is, not who.

>>> "general" in TITLES, "وزاره" in HEADS
(True, True)
"""

from __future__ import annotations

from reconcile.language.fold import fold


def letters(word: str) -> str:
    """Return `word` folded, with the Sorani vowel ە kept apart from the consonant ه that `fold` makes of it.

    >>> letters("هەولێر"), fold("هەولێر")
    ('هاولير', 'ههولير')
    """
    return fold(word if word.isascii() else with_vowels(word))


def with_vowels(text: str) -> str:
    """Return `text` with the Sorani vowel ە, in one of its two ways of writing, as the letter alef.

    >>> with_vowels("هەولێر")
    'هاولێر'
    """
    return text.replace("ه\u200c", "ە").replace("ە", "ا")


def words_of(text: str) -> frozenset[str]:
    """Return the words of `text` as `letters` makes them.

    >>> sorted(words_of("Mr. أحمد"))
    ['mr.', 'احمد']
    """
    return frozenset(letters(word) for word in text.split())


# Ranks, honours, professions and forms of address; feminine and Kurdish forms beside them.
TITLES = words_of("""
    mr mrs ms miss dr prof professor sir dame lord lady rev hon sheikh shaikh shaykh sheik sayyid sayed seyyed mullah
    mulla ayatollah imam haji hajji hajj mam kak agha bey pasha khan ustad general gen lieutenant lt major maj colonel
    col captain capt brigadier brig brigade staff admiral adm commander cmdr sergeant sgt corporal private marshal
    president prime minister premier deputy vice secretary spokesman spokesperson spokeswoman chief director
    ambassador governor mayor judge senator mp king queen prince princess emir crown
    السيد السيده الدكتور الدكتوره دكتور دكتوره د الاستاذ الاستاذه استاذ الشيخ شيخ الحاج الحاجه الملا ملا المهندس
    المهندسه الفريق فريق اللواء لواء العميد عميد العقيد عقيد المقدم الرائد رائد النقيب نقيب الملازم ملازم اول الركن ركن
    المشير الجنرال جنرال القاضي النائب النائبه الرئيس رئيس الوزراء اركان وزير الوزير المتحدث الناطق باسم مستشار
    الامين العام اميرال الامام ايه الله السفير محافظ قائد القائد الشهيد الملك الامير معالي سعاده فخامه دوله سماحه
    کاک دکتۆر دوکتۆر مامۆستا شێخ فەریق لیوا عەمید سەرۆک وەزیر بەڕێز جەناب ملا سەید حاجی
    birêz dr mamoste şêx serok wezîr general ferîq mele seyîd hecî
""")  # fmt: skip

# What kind of body it is; two ministries are not alike for being ministries.
HEADS = words_of("""
    ministry department directorate office bureau agency authority council committee commission command headquarters
    university college faculty school hospital company corporation bank party movement front union federation
    association society organization organisation foundation institute institution center centre army forces force
    brigade division regiment battalion governorate province district city court group
    وزاره وزارتي مديريه دائره مكتب هيئه وكاله مجلس لجنه قياده قوات قوه جيش لواء فرقه فوج كتيبه جهاز جامعه كليه مدرسه
    مستشفى شركه مصرف بنك حزب حركه جبهه اتحاد جمعيه منظمه مؤسسه معهد مركز محكمه محافظه قضاء مدينه حكومه رئاسه
    وەزارەتی وەزارەت بەڕێوەبەرایەتی فەرمانگەی نووسینگەی ئەنجومەنی لیژنەی هێزی هێزەکانی سوپای زانکۆی پارتی کۆمەڵەی
    wezareta wezaret rêveberiya fermangeha nivîsgeha encumena komîteya hêzên artêşa zanîngeha partiya komeleya
""")  # fmt: skip

LINKS = words_of(
    "of the for and in at to de la le du von van bin ibn ben bint son e u w y و من في بن ابن بنت بو ي û ya yê yên"
)
