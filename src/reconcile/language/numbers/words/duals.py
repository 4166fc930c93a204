"""Prevent خانقين, فلسطين or المقاتلين from being read as "two": only a known count noun has a dual.

Dual forms are made from the singulars below, never found by their ending. A noun whose plural is written like its
oblique dual (مقاتلين: two fighters, or fighters) has its nominative dual only.

>>> dual_forms("محافظة")["oblique"], dual_forms("لواء")["nominative"]
(('محافظتين',), ('لواءان', 'لوائان'))
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Case = Literal["nominative", "oblique", "nominative-construct", "oblique-construct"]

# Nouns with a broken plural, or feminine ones: every dual form is a dual and nothing else.
COUNT_NOUNS = """
مركز محافظة لواء غرفة يوم شهر عام سنة أسبوع ساعة دقيقة ثانية قرن عقد مرة
جندي ضابط شرطي رجل امرأة طفل طفلة فتاة شاب فتى شخص قتيل جريح شهيد قائد عنصر أمير زعيم رئيس وزير نائب عضو سفير
سجين أسير رهينة عنصرة ضحية طالب طالبة مدرسة معلمة صحفية صحافية ناشطة شقيق شقيقة أخ أخت ابن ابنة زوجة قاض خبير عميل
عالم طبيب طبيبة ممرضة سائق حارس تاجر عائلة أسرة قبيلة عشيرة
جانب طرف جهة وزارة دولة بلد حكومة حزب كتلة حركة جماعة منظمة مؤسسة هيئة لجنة وفد فريق فصيل تنظيم خلية شبكة عصابة
قوة جيش فرقة فوج كتيبة سرية فصيلة مفرزة دورية كمين رتل قاعدة معسكر ثكنة مقر موقع نقطة سيطرة حاجز معبر منفذ مطار
ميناء جسر طريق نفق سد مصفاة حقل بئر أنبوب محطة مصنع معمل شركة بنك مصرف متجر سوق فندق مطعم مستشفى عيادة مبنى بناية
منزل بيت مسجد كنيسة جامع حسينية مرقد ضريح جامعة كلية معهد ملعب حديقة مخيم قرية مدينة بلدة ناحية قضاء منطقة حي إقليم
ولاية مقاطعة جبهة محور خط قاطع جبل واد نهر بحيرة جزيرة شارع ساحة دوار
عملية هجوم هجمة غارة ضربة انفجار تفجير قصف اشتباك معركة مواجهة حادث حادثة حريق جريمة اعتداء انتهاك خرق اغتيال اعتقال
قنبلة عبوة لغم صاروخ قذيفة طائرة مروحية مسيرة دبابة مدرعة آلية عجلة سيارة شاحنة حافلة دراجة زورق سفينة ناقلة قارب
سلاح بندقية مدفع رشاش مسدس رصاصة حزام مخزن مستودع كدس وكر مضافة
اجتماع لقاء مؤتمر قمة جولة جلسة زيارة اتفاق اتفاقية مذكرة معاهدة هدنة بيان تصريح تقرير قرار قانون مرسوم مادة بند
مشروع خطة مرحلة خطوة مبادرة مقترح ملف قضية مسألة نقطة شرط مطلب سبب هدف نتيجة خيار
صفقة عقد قرض منحة دفعة شحنة قافلة كيس صندوق طن كيلومتر متر ميل كيلوغرام دولار دينار ليرة ريال يورو برميل لتر
جثة جثمان رفات قبر مقبرة إصابة وفاة حالة جرعة عينة
انتخاب استفتاء مقعد صوت قائمة مرشحة دائرة كرسي منصب مديرية دائرة قسم فرع مكتب غرفة باب نسخة رسالة صورة شريط
قناة صحيفة وكالة إذاعة كتاب مقال
""".split()  # noqa: SIM905  (a list of words reads better as text)

# Nouns whose sound masculine plural is spelled as the oblique dual.
SOUND_PLURAL_NOUNS = """
مقاتل مسلح مدني إرهابي مسؤول مهندس عسكري صحفي صحافي مراسل نازح لاجئ مهاجر متظاهر محتج مواطن معتقل محتجز مصاب مختطف مفقود
مدرس معلم موظف مندوب ممثل مرشح ناشط مستشار مشتبه متهم مجرم مسافر سوري عراقي كردي لبناني إيراني تركي أمريكي أميركي روسي
انتحاري متمرد متطوع منتسب عامل مزارع ناخب لاعب محام مترجم مصور مدير مفتش محقق مراقب
""".split()  # noqa: SIM905

# Plurals that a zero is said of ("no casualties"), beside every noun that ends like a sound feminine.
COUNTED_PLURALS = """
ضحايا قتلى جرحى شهداء خسائر إصابات أضرار وفيات جنود أشخاص مدنيين مدنيون نازحين لاجئين معتقلين أسرى رهائن سجناء مفقودين
مصابين مسلحين مقاتلين إرهابيين قوات مراكز ألغام صواريخ هجمات اشتباكات خروقات مخالفات اتفاق اتفاقات مدارس مستشفيات أسلحة
ناجين مشاكل مشاكل حوادث انفجارات غارات ضربات عناصر ضباط
""".split()  # noqa: SIM905


class DualForms(NamedTuple):
    """The dual of one noun.

    Attributes:
        nominative: forms with ان.
        oblique: forms with ين.
        nominative_construct: forms with ا, before the noun they belong to.
        oblique_construct: forms with ي, before the noun they belong to.
    """

    nominative: tuple[str, ...]
    oblique: tuple[str, ...]
    nominative_construct: tuple[str, ...]
    oblique_construct: tuple[str, ...]


def _stems(noun: str) -> tuple[str, ...]:
    if noun.endswith("ة"):
        return (noun[:-1] + "ت",)
    if noun.endswith("اء"):
        return (noun, noun[:-1] + "ئ")
    if noun.endswith("ى"):
        return (noun[:-1] + "ي",)
    if noun in {"قاض", "واد", "محام"}:
        return (noun + "ي",)
    if noun == "أخ":
        return (noun + "و",)
    return (noun,)


def dual_forms(noun: str) -> dict[str, tuple[str, ...]]:
    """Return the dual forms of an Arabic singular by case.

    Args:
        noun: a singular as a dictionary gives it.

    >>> dual_forms("مستشفى")["nominative"]
    ('مستشفيان',)
    """
    stems = _stems(noun)
    ends = {"nominative": "ان", "oblique": "ين", "nominative-construct": "ا", "oblique-construct": "ي"}
    return {case: tuple(stem + end for stem in stems) for case, end in ends.items()}
