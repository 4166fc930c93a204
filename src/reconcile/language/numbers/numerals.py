"""Prevent "1.200" from being read as 1.2 by luck: a separator that may be either is refused until a locale decides.

>>> numeral("1,200"), numeral("1.200.000"), numeral("1.200", locale="de-DE"), numeral("٣٫٥")
(1200, 1200000, 1200, 3.5)
"""

from __future__ import annotations

import re
import unicodedata

from reconcile.errors import ClaimError, shown

LIMIT = 10**18
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

# Where CLDR writes the decimal sign as a comma (languages, then territories that differ from their language).
_COMMA = frozenset(
    [
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "tr",
        "ku",
        "kmr",
        "ru",
        "uk",
        "pl",
        "sv",
        "da",
        "nb",
        "no",
        "fi",
        "cs",
        "sk",
        "el",
        "ro",
        "bg",
        "hr",
        "sr",
        "sl",
        "az",
        "hy",
        "ka",
        "id",
        "vi",
    ]
)
_POINT = frozenset(["en", "ar", "ckb", "he", "ja", "zh", "ko", "th", "hi", "ur", "fa", "sw"])
_COMMA_PLACES = frozenset({"ar-DZ", "ar-MA", "ar-TN", "ar-LY", "ar-MR", "ar-LB", "en-ZA"})
_POINT_PLACES = frozenset({"es-MX", "es-US", "de-CH", "de-LI", "it-CH"})

_SIGNS = str.maketrans({"٬": "'", "٫": "~", "،": ",", "’": "'", "\u00a0": "'", "\u202f": "'", " ": "'"})
_GROUPED = re.compile(r"[0-9]{1,3}(?:([,.'])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,~][0-9]+)?", re.ASCII)
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+", re.ASCII)
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}", re.ASCII)
_DECIMAL = re.compile(r"([0-9]+)[.,~]([0-9]+)", re.ASCII)


def decimal_sign(locale: str | None) -> str | None:
    """Return the decimal sign of a locale, or None where it is not known.

    Args:
        locale: such as "de" or "ar-IQ"; None knows nothing.

    >>> decimal_sign("de_DE"), decimal_sign("en"), decimal_sign(None)
    (',', '.', None)
    """
    if locale is None:
        return None
    language, _, place = locale.replace("_", "-").partition("-")
    name = f"{language.lower()}-{place.rpartition('-')[2].upper()}"
    if name in _COMMA_PLACES or (language.lower() in _COMMA and name not in _POINT_PLACES):
        return ","
    return "." if language.lower() in _POINT or name in _POINT_PLACES else None


def plain_digits(text: str) -> str:
    """Return `text` with the digits of every script written 0–9.

    >>> plain_digits("١٣ ۴")
    '13 4'
    """
    if text.isascii():
        return text
    return text.translate(_DIGITS)


class _Digits(dict[int, str]):
    """The digit 0–9 of every decimal character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = str(unicodedata.decimal(char)) if char.isdecimal() else char
        return self[code]


_DIGITS = _Digits()


def numeral(raw: str, *, locale: str | None = None) -> int | float:
    """Return the number that a numeral states.

    Args:
        raw: digits of any one script, with separators.
        locale: decides separators that may be read in two ways.

    Returns:
        An int, or a float where decimals are written.

    Raises:
        ClaimError: if the separators are ambiguous or out of place, or the number exceeds 10**18.

    >>> numeral("1.200")
    Traceback (most recent call last):
        ...
    reconcile.errors.ClaimError: '1.200' is 1200 or 1.2 (give a locale, or write 1,200 or 1200)
    """
    whole = whole_figure(raw) if locale is None or raw.isdecimal() else None
    value = _separated(plain_digits(raw).translate(_SIGNS), raw, locale) if whole is None else whole
    if value > LIMIT:
        raise ClaimError(f"{shown(raw)} exceeds 10**18", repair="check the figure")
    return value


def whole_figure(raw: str) -> int | None:
    """Return the whole number of plain digits, or of digits parted by commas in threes; None for anything else.

    >>> whole_figure("1,200"), whole_figure("١٣"), whole_figure("1.200")
    (1200, 13, None)
    """
    if raw.isdecimal():
        return int(raw)
    return int(raw.replace(",", "")) if _ENGLISH.fullmatch(raw) else None


def _separated(text: str, raw: str, locale: str | None) -> int | float:
    sign = decimal_sign(locale)
    if _INDIAN.fullmatch(text) and sign != ",":
        return int(text.replace(",", ""))
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        return _grouped(text, grouped[1], raw, sign)
    parts = _DECIMAL.fullmatch(text)
    if parts is None or (sign and text[len(parts[1])] not in (sign, "~")):
        raise ClaimError(f"the separators of {shown(raw)} are out of place", repair="write digits, as 1,200 or 1200.5")
    return _fraction(parts[1], parts[2])


def _grouped(text: str, mark: str, raw: str, sign: str | None) -> int | float:
    """A text of digits in threes: separators of thousands, or one decimal sign."""
    whole, rest = text, ""
    for char in "~.,".replace(mark, ""):
        if char in text:
            whole, _, rest = text.rpartition(char)
            if sign and char not in (sign, "~"):
                raise ClaimError(
                    f"the separators of {shown(raw)} are not those of the locale", repair="check the figure"
                )
    digits = whole.replace(mark, "")
    if rest:
        return _fraction(digits, rest)
    if text.count(mark) == 1 and mark != "'":
        if mark == sign or (mark == "." and text.startswith("0")):
            return _fraction(*text.split(mark))
        if mark == "." and sign is None:
            raise ClaimError(
                f"{shown(raw)} is {digits} or {float(text)}",
                repair=f"give a locale, or write {_english(digits)} or {digits}",
            )
    elif mark == sign:
        raise ClaimError(f"the separators of {shown(raw)} are not those of the locale", repair="check the figure")
    if text.startswith("0"):
        raise ClaimError(f"the separators of {shown(raw)} are out of place", repair="write digits, as 1,200 or 1200.5")
    return int(digits)


def _english(digits: str) -> str:
    return f"{int(digits):,}"


def _fraction(whole: str, rest: str) -> int | float:
    """Whole decimals stay whole: "3.0" is stated with a decimal, so it is a float."""
    if len(whole) > 19:
        return LIMIT + 1
    return float(f"{whole}.{rest}")
