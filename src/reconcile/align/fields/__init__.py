"""The weighing fields of many claims as columns: each compares pairs of rows in batch, and one pair slowly."""

from reconcile.align.fields.base import Column, Tally
from reconcile.align.fields.distinct import DistinctColumn
from reconcile.align.fields.elsewhere import ElsewhereColumn
from reconcile.align.fields.member import Member
from reconcile.align.fields.members import MembersColumn
from reconcile.align.fields.texts import TextColumn
from reconcile.align.fields.times import TimeColumn

__all__ = [
    "Column",
    "DistinctColumn",
    "ElsewhereColumn",
    "Member",
    "MembersColumn",
    "Tally",
    "TextColumn",
    "TimeColumn",
]
