"""Prevent "2014-21" from being 2021 or "1442-09-15" from being Gregorian: formal dates are told from numeric ones.

>>> read_formal("2014-21").lower, read_formal("13/10/2020") is None
(datetime.date(2014, 3, 1), True)
"""

from __future__ import annotations

import re

from reconcile.errors import ClaimError, shown
from reconcile.language.dates.edtf import looks_like_edtf, read_edtf
from reconcile.language.dates.reading import DateReading
from reconcile.language.dates.spans import year_span

_NUMERIC = re.compile(
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}[/.-]\d{4}|\d{4}/\d{1,2}|\d{4}-\d{4}|\d{4}-(?:\d-\d{1,2}|\d{2}-\d)",
    re.ASCII,
)
_SPACED = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(Z|[+-]\d{2}:?\d{2}))?", re.ASCII)
# "2014-17" and "2014/15" are years; 21 to 41 are the seasons of EDTF.
_TWO_YEARS = re.compile(r"(\d\d)(\d\d)[-–/](\d\d)", re.ASCII)
_OTHER_CALENDAR = re.compile(r"1[34]\d\d(?!\d)|1500|2[67]\d\d", re.ASCII)


def read_formal(text: str) -> DateReading | None:
    """Return the reading of EDTF and ISO 8601, or None where the text may be read in another way.

    Args:
        text: a text with digits 0–9.

    Raises:
        ClaimError: if its year may be of another calendar, or it has the signs of EDTF and is none.

    >>> read_formal("2020-10-13 14:30").lower
    datetime.datetime(2020, 10, 13, 14, 30)
    """
    spaced = _SPACED.fullmatch(text) if text[10:11] == " " else None
    if spaced:
        text = f"{spaced[1]}T{spaced[2]}{spaced[3] or ''}"
    years = _TWO_YEARS.fullmatch(text)
    if years and int(years[3]) > max(12, int(years[2])) and not 21 <= int(years[3]) <= 41:
        return DateReading(*year_span(int(years[1] + years[2]), int(years[1] + years[3])))
    if not looks_like_edtf(text) or _NUMERIC.fullmatch(text):
        return None
    if _OTHER_CALENDAR.match(text):
        raise ClaimError(f"the year of {shown(text)} may be of another calendar", repair="add AD or AH")
    return read_edtf(text)
