"""Prevent "no reports of casualties" from being zero: only what is counted can be counted as none.

>>> from reconcile.language.numbers.tokens import tokens
>>> counted_nothing("no casualties", *tokens("no casualties"), 1)
'casualties'
"""

# ruff: noqa: SIM905  (lists of words read better as text)

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reconcile.errors import ClaimError
from reconcile.language.fold import fold
from reconcile.language.numbers.tail import one_words, raw_words, strip_end
from reconcile.language.numbers.tokens import Token
from reconcile.language.numbers.words.duals import COUNTED_PLURALS

# Said of what is known, not of what is: "no reports of casualties" states no zero.
_UNKNOWING = frozenset(
    fold(word)
    for word in (
        "more less fewer further other longer matter report reports reported confirmed confirmation "
        "immediate information details word news official officially figures figure toll estimate "
        "estimates number numbers doubt comment idea way wonder clear exact precise known "
        "data evidence sign signs indication immediately one معلومات تقارير "
        "أنباء تأكيدات مؤشرات بيانات إحصائيات تفاصيل أدلة زالت تزال شك مخاوف"
    ).split()
)
_ARABIC_NO = frozenset({"لا", "دون", "بدون", "من", "بلا", "ليس", "ليست", "لم"})


@cache
def _countable() -> frozenset[str]:
    return one_words() | frozenset(map(fold, COUNTED_PLURALS))


def counted_nothing(text: str, words: Sequence[Token], chunks: Sequence[int], at: int) -> str | None:
    """Return the noun of which a text says that there is none.

    Raises:
        ClaimError: if the words after "no" are not known to be something counted.

    >>> from reconcile.language.numbers.tokens import tokens
    >>> counted_nothing("no casualties", *tokens("no casualties"), 1)
    'casualties'
    """
    last = strip_end(words, len(words), at)
    if at >= last:
        if words[at - 1].key in {"none", "nobody", "one", "احد", "شيء", "شي", "كهس", "kes"}:
            return None
        raise ClaimError("'no' without what is counted", repair="write 0, or 'no casualties'")
    first = words[at]
    if any(word.key in _UNKNOWING for word in words[at:last]) or first.kind or not first.key[0].isalpha():
        raise ClaimError("'no' of something that is not counted", repair="write 0, or 'no casualties'")
    if words[0].key in _ARABIC_NO and not _is_counted(first.key):
        raise ClaimError(f"{first.raw!r} is not known to be something counted", repair="write 0")
    return raw_words(text, words, chunks, at, last)


def _is_counted(key: str) -> bool:
    plain = key.removeprefix("ال")
    return plain in _countable() or (key.endswith(("ات", "ه")) and key[0] not in "يتن")
