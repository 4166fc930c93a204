"""Prevent a hundred million small steps from being taken as arrays of arrays: plain loops, compiled by numba.

Each has a twin in numpy, which runs where numba is not installed or where the work is small; laws hold the two
to one result, bit for bit. Get them through `compiled.loops`, never by importing this package.
"""

from reconcile.align.loops.edges import rooted
from reconcile.align.loops.keys import beside, neighbors, rarest, reached, within
from reconcile.align.loops.linkage import linked
from reconcile.align.loops.names import asked, members_alike, name_likenesses
from reconcile.align.loops.order import counted_into_place
from reconcile.align.loops.pairs import days_alike, leveled, texts_alike, weighed

__all__ = [
    "asked",
    "beside",
    "counted_into_place",
    "days_alike",
    "leveled",
    "linked",
    "members_alike",
    "name_likenesses",
    "neighbors",
    "rarest",
    "reached",
    "rooted",
    "texts_alike",
    "weighed",
    "within",
]
