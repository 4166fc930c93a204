"""Stories that nobody printed, in English and Arabic, with the light edits that copies get on their way.

>>> import random
>>> story = Story.invented(random.Random(1), "en")
>>> story.told(random.Random(2)) != story.told(random.Random(3))
True
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Literal, NamedTuple, Self

Language = Literal["en", "ar"]

_SYLLABLES = {
    "en": ("tal", "nor", "vash", "kir", "dal", "meth", "os", "bar", "ul", "wen", "zar", "hol", "pe", "ran", "gud"),
    "ar": ("تل", "نور", "فاش", "كر", "دال", "مز", "اوس", "بار", "ول", "ون", "زار", "هول", "بي", "ران", "جود"),
}

# Each slot is filled anew by each teller; place, number and name are facts and stay.
_SLOTS: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "who": ("the provincial council", "local officials", "the water board", "residents", "an engineer on site",
                "the mayor's office", "a union of farmers", "two drivers", "the relief committee", "hospital staff"),
        "says": ("said", "announced", "told reporters", "confirmed", "stated", "explained", "reported", "made known"),
        "what": ("pumping stations", "grain stores", "school buildings", "bridges", "clinics", "checkpoints",
                 "fishing boats", "power lines", "wells", "buses", "market stalls", "workshops"),
        "done": ("had been damaged by the flood", "would reopen before winter", "were handed over to new owners",
                 "lay idle for want of fuel", "had to be cleared within hours", "were searched during the night",
                 "would be paid for out of the reserve", "stood empty after the quarrel"),
        "when": ("on Monday morning", "late on Thursday", "at the weekend", "shortly before noon", "after midnight",
                 "during the holiday", "earlier this month", "on the first day of the harvest"),
        "why": ("because repairs had been put off for years", "although money had been set aside in spring",
                "as a dispute over land dragged on", "since the old road can no longer be used",
                "while talks with the contractor continued", "after several complaints went unheard"),
        "next": ("A meeting with the owners is planned for next week", "Nobody was hurt, and work goes on",
                 "The cost has not been made public so far", "An inquiry will look into who gave the order",
                 "Neighbours offered tents, blankets and bread", "The ministry did not answer written questions",
                 "Engineers are to survey the remaining sites by boat", "Traffic was led through the eastern quarter"),
    },
    "ar": {
        "who": ("مجلس المحافظة", "مسؤولون محليون", "دائرة المياه", "سكان المنطقة", "مهندس في الموقع",
                "مكتب رئيس البلدية", "اتحاد الفلاحين", "سائقان", "لجنة الإغاثة", "كوادر المستشفى"),
        "says": ("قال", "أعلن", "أكد", "ذكر", "أوضح", "أفاد", "صرح", "بين"),
        "what": ("محطات ضخ", "مخازن حبوب", "أبنية مدرسية", "جسور", "عيادات", "نقاط تفتيش", "قوارب صيد", "خطوط كهرباء",
                 "آبار", "حافلات", "أكشاك سوق", "ورش"),
        "done": ("تضررت جراء السيول", "سيعاد افتتاحها قبل الشتاء", "سلمت إلى مالكين جدد", "توقفت لنقص الوقود",
                 "أخليت خلال ساعات", "جرى تفتيشها أثناء الليل", "ستدفع كلفتها من الاحتياطي", "بقيت خالية بعد الخلاف"),
        "when": ("صباح الاثنين", "في ساعة متأخرة من الخميس", "في عطلة نهاية الأسبوع", "قبيل الظهر", "بعد منتصف الليل",
                 "خلال العطلة", "مطلع هذا الشهر", "في أول أيام الحصاد"),
        "why": ("لأن الصيانة أجلت سنوات طويلة", "رغم رصد الأموال في الربيع", "مع استمرار نزاع على الأرض",
                "إذ لم يعد الطريق القديم صالحا", "بينما تتواصل المباحثات مع المقاول", "بعد شكاوى عدة لم تجد جوابا"),
        "next": ("ومن المقرر عقد اجتماع مع المالكين الأسبوع المقبل", "ولم يصب أحد بأذى والعمل متواصل",
                 "ولم تعلن الكلفة حتى الآن", "وسيبحث تحقيق في الجهة التي أصدرت الأمر",
                 "وقدم الجيران خياما وبطانيات وخبزا", "ولم تجب الوزارة على أسئلة مكتوبة",
                 "ويعتزم المهندسون مسح المواقع الباقية بالقوارب", "وحولت حركة السير عبر الحي الشرقي"),
    },
}  # fmt: skip

_ORDERS: dict[Language, tuple[str, ...]] = {
    "en": (
        "{who} in {place} {says} {when} that {number} {what} {done}, {why}. {next}.",
        "{when}, {number} {what} near {place} {done}, {who} {says} through {name}. {next}.",
        "In {place}, {number} {what} {done}, {why}; {name} {says} so {when}. {next}.",
        "{name} {says} that in {place} some {what}, {number} in all, {done}. {next}, {who} added {when}.",
        "{next}, {who} {says} {when}: {number} {what} of {place} {done}, {why}.",
        "Of the {what} around {place}, {number} {done}. {who}, speaking {when}, named {name}, no reason. {next}.",
    ),
    "ar": (
        "{says} {who} في {place} {when} إن {number} {what} {done} {why}. {next}.",
        "{when} {done} {number} {what} قرب {place} بحسب {who} على لسان {name}. {next}.",
        "في {place} {number} {what} {done} {why} كما {says} {name} {when}. {next}.",
        "{name} {says} إن {what} في {place} عددها {number} {done}. {next} وفق {who} {when}.",
        "{next} حسبما {says} {who} {when} في شأن {number} {what} من {place} {done} {why}.",
        "من بين {what} المحيطة ببلدة {place} {done} {number}. {who} سمى {name} {when} ولم يذكر سببا. {next}.",
    ),
}


def invented_name(rng: random.Random, language: Language) -> str:
    """Return the name of a place or a person that does not exist."""
    return "".join(rng.choices(_SYLLABLES[language], k=rng.randrange(2, 4))).capitalize()


class Story(NamedTuple):
    """The facts of one story."""

    language: Language
    place: str
    name: str
    number: int
    what: str

    @classmethod
    def invented(cls, rng: random.Random, language: Language) -> Self:
        """Return facts that nobody reported."""
        place, name = (invented_name(rng, language) for _ in range(2))
        return cls(language, place, name, rng.randrange(3, 90), rng.choice(_SLOTS[language]["what"]))

    def told(self, rng: random.Random, order: int | None = None) -> str:
        """Return the story in one teller's own words."""
        slots = {slot: rng.choice(words) for slot, words in _SLOTS[self.language].items()} | self._asdict()
        orders = _ORDERS[self.language]
        text = orders[rng.randrange(len(orders)) if order is None else order].format(**slots)
        return text[0].upper() + text[1:]

    def tellings(self, rng: random.Random, count: int) -> list[str]:
        """Return the story as `count` tellers word it, each in an order of its own."""
        orders = rng.sample(range(len(_ORDERS[self.language])), count)
        return [self.told(rng, order) for order in orders]


def short(rng: random.Random, language: Language) -> str:
    """Return a short text of 5 to 14 words that shares no facts with others."""
    words = Story.invented(rng, language).told(rng).replace(".", "").split()
    start = rng.randrange(0, max(1, len(words) - 14))
    return " ".join(words[start : start + rng.randrange(5, 15)])


def edited(text: str, rng: random.Random, language: Language) -> str:
    """Return a copy with one to three light edits."""
    for edit in rng.sample(EDITS, rng.randrange(1, 4)):
        text = edit(text, rng, language)
    return text


def _other_word(text: str, rng: random.Random, language: Language) -> str:
    slot = rng.choice(("says", "when", "who"))
    stated = [words for words in _SLOTS[language][slot] if words in text]
    return text.replace(stated[0], rng.choice(_SLOTS[language][slot]), 1) if stated else text


def _other_figure(text: str, rng: random.Random, language: Language) -> str:
    del language
    return re.sub(r"\d+", lambda found: str(int(found.group()) + rng.choice((-1, 1, 10))), text, count=1)


def _lead(text: str, rng: random.Random, language: Language) -> str:
    leads = {
        "en": ("Breaking: ", "(Wire) - ", "Update 2 - ", "News desk | "),
        "ar": ("عاجل: ", "(وكالات) - ", "تحديث - ", "خاص | "),
    }
    return rng.choice(leads[language]) + text


def _tail(text: str, rng: random.Random, language: Language) -> str:
    tails = {
        "en": (" More to follow.", " (Editing by the night desk)"),
        "ar": (" والتفاصيل لاحقا.", " (تحرير قسم الأخبار)"),
    }
    return text + rng.choice(tails[language])


def _cut(text: str, rng: random.Random, language: Language) -> str:
    del language
    words = text.split()
    return " ".join(words[: len(words) - rng.randrange(1, 1 + max(1, len(words) // 8))])


def _dropped(text: str, rng: random.Random, language: Language) -> str:
    del language
    words = text.split()
    at = rng.randrange(len(words))
    return " ".join(words[:at] + words[at + 1 :])


def _typed(text: str, rng: random.Random, language: Language) -> str:
    if language == "en":
        return rng.choice((text.upper(), text.replace(",", " –"), text.replace("'", "’")))
    return rng.choice((text.replace("أ", "ا").replace("إ", "ا"), text.replace("ة", "ه"), text.replace("ال", "الـ", 2)))


EDITS: tuple[Callable[[str, random.Random, Language], str], ...] = (
    _other_word, _other_figure, _lead, _tail, _cut, _dropped, _typed
)  # fmt: skip
