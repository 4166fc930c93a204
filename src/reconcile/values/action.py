"""Prevent "the killing" and "was murdered" from parting two reports: words for what happened know their kin.

>>> Action("captured").similarity(Action("was seized")), Action("captured").relate(Action("was seized"))
(0.75, <Relation.UNKNOWN: 'unknown'>)
"""

from __future__ import annotations

from typing import Any

from reconcile.language.actions import action_similarity, read_action
from reconcile.values.relation import alien
from reconcile.values.text import Text


class Action(Text):
    """The word or few words that say what happened: a verb, or a noun made of one.

    A field of a claim class weighs by it when marked `Identity()`; it is never compared as a dispute.

    Args:
        text: the words.
        language: their BCP 47 tag, if known.

    >>> print(Action("checked into"))
    checked into
    """

    def __init__(self, text: Any = None, /, **fields: Any) -> None:  # noqa: ANN401 - pydantic validates
        super().__init__(text, **fields)

    def similarity(self, other: Text, /) -> float | None:
        """Return 1 for the same roots, .9 for a shared one, .8 for one family, .75 for kin, less for like spelling.

        >>> Action("explosions").similarity(Action("exploded"))
        0.75
        """
        return None if alien(other, Text) else action_similarity(self.text, other.text)

    def blocking_keys(self) -> frozenset[str]:
        """Return the roots, and the groups of kin.

        >>> Action("raid").blocking_keys() & Action("stormed").blocking_keys() != frozenset()
        True
        """
        read = read_action(self.text)
        return frozenset(f"word:{root}" for root in read.roots) | frozenset(f"kin:{group}" for group in read.kin)
