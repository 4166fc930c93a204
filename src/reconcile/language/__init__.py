"""The ground floor: reading words, numbers, dates and names as reports write them. Imports no other room."""

from reconcile.language.dates import DateReading, read_date, read_edtf, write_edtf
from reconcile.language.fold import fold
from reconcile.language.lexicon import Lexicon
from reconcile.language.names import name_similarities, name_similarity
from reconcile.language.numbers import NumberReading, read_number
from reconcile.language.places import Gazetteer, Node, PlaceInfo

__all__ = [
    "DateReading",
    "Gazetteer",
    "Lexicon",
    "Node",
    "NumberReading",
    "PlaceInfo",
    "fold",
    "name_similarities",
    "name_similarity",
    "read_date",
    "read_edtf",
    "read_number",
    "write_edtf",
]
