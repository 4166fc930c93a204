"""Prevent one name in two scripts from being two names: similarity of names of people and bodies.

>>> name_similarity("Kirkuk", "Kirkuk")
1.0
"""

from reconcile.language.names.similarity import name_similarities, name_similarity

__all__ = ["name_similarities", "name_similarity"]
