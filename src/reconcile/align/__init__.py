"""Which claims speak of the same event: columns → resolve → block → compare → weigh → cluster → explain."""

from reconcile.align.aligner import Aligner, Alignment
from reconcile.align.block import Blocking
from reconcile.align.cluster import average_linkage
from reconcile.align.explain import Match, Weight, chart
from reconcile.align.model import Model, Scale
from reconcile.align.resolve import RunNames, resolve_names
from reconcile.align.table import Table

__all__ = [
    "Aligner",
    "Alignment",
    "Blocking",
    "Match",
    "Model",
    "RunNames",
    "Scale",
    "Table",
    "Weight",
    "average_linkage",
    "chart",
    "resolve_names",
]
