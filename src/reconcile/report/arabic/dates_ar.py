"""Prevent a reader in Cairo or in Baghdad from having to guess a month: each is given by both of its names.

>>> from reconcile.values import Period
>>> date_ar(Period("2020-10-13"))
'13 تشرين الأول/أكتوبر 2020'
"""

from __future__ import annotations

from reconcile.report.arabic.words_ar import calculated, quoted_ar
from reconcile.report.period_words import Phrases, period_words
from reconcile.values import Period

UNDATED = "بلا تاريخ"
ARABIC = Phrases(
    months=(
        "", "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو", "تموز/يوليو",
        "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ),
    parts={"early": "أوائل", "mid": "أواسط", "late": "أواخر"},
    undated=UNDATED,
    unread="{}، والتاريخ غير معروف",
    about="{} تقريبًا",
    uncertain="{} (غير مؤكد)",
    earlier="{} أو قبل ذلك",
    later="{} أو بعد ذلك",
    part="{} {}",
    between="بين {}",
    since="منذ {}",
    until="حتى {}",
    span="من {} إلى {}",
    edge="ما بين {}",
    both="{} و{}",
    clock="{}، الساعة {}",
    zone=" بتوقيت {}",
    quoted=quoted_ar,
    clocked=calculated,
)  # fmt: skip


def date_ar(period: Period | None) -> str:
    """Return a period in Arabic words, or what was written where its bounds are unknown.

    Args:
        period: a time or a span; None is "بلا تاريخ".

    >>> from reconcile.values import Period
    >>> date_ar(Period(upper="2013-12-31")), date_ar(Period("2020-01-05", "2020-02-01"))
    ('2013 أو قبل ذلك', 'بين 5 كانون الثاني/يناير و1 شباط/فبراير 2020')
    """
    return period_words(period, ARABIC)
