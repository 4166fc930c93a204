"""Prevent places from being compared as letters: a gazetteer of names, containers and order.

>>> Gazetteer.builtin().is_ambiguous("Erbil")
False
"""

from reconcile.language.places.gazetteer import Gazetteer
from reconcile.language.places.model import Node, PlaceInfo

__all__ = ["Gazetteer", "Node", "PlaceInfo"]
