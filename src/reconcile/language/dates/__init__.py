"""Prevent "late 2017" from becoming one day: dates are read as the bounds that their words allow.

>>> read_date("صيف 2014").upper
datetime.date(2014, 8, 31)
"""

from reconcile.language.dates.edtf import read_edtf
from reconcile.language.dates.grammar import read_date
from reconcile.language.dates.reading import DateReading
from reconcile.language.dates.writing import write_edtf

__all__ = ["DateReading", "read_date", "read_edtf", "write_edtf"]
