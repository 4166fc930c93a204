"""Prevent "more than 40" from becoming 40: numbers are read with all that a report says of them.

>>> read_number("أكثر من 40").low
41
"""

from reconcile.language.numbers.reader import ends_open, read_number
from reconcile.language.numbers.reading import NumberReading

__all__ = ["NumberReading", "ends_open", "read_number"]
