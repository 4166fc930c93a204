"""Prevent a rung of the ladder from being forgotten: relations, phases and event types, all of them.

>>> from hypothesis import find
>>> find(phases(), lambda phase: phase.rung is None)
<Phase.SUSPENDED: 'suspended'>
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from reconcile.strategies.arguments import check_size, strategy_or
from reconcile.values import EventType, Phase, Relation

_PATH_WORDS = ("coordination", "centre", "force-movement", "redeployment", "assault", "shelling")


def relations() -> SearchStrategy[Relation]:
    """Return every `Relation`; shrinks to `EQUAL`.

    >>> from hypothesis import find
    >>> find(relations(), lambda relation: not relation.entails)
    <Relation.BROADER: 'broader'>
    """
    return st.sampled_from(Relation)


def phases() -> SearchStrategy[Phase]:
    """Return every `Phase`; shrinks to `DISCUSSED`.

    >>> from hypothesis import find
    >>> find(phases(), lambda phase: True)
    <Phase.DISCUSSED: 'discussed'>
    """
    return st.sampled_from(Phase)


def event_types(*, words: SearchStrategy[str] | None = None, max_depth: int = 3) -> SearchStrategy[EventType]:
    """Return `EventType`s: dotted paths, general to special.

    Args:
        words: the words of a path, without dots or outer blanks.
        max_depth: the most words of one path.

    Raises:
        InvalidArgument: `max_depth` is not at least 1, or `words` no strategy.

    >>> from hypothesis import find
    >>> find(event_types(), lambda kind: len(kind.path) == 2)
    'coordination.coordination'
    """
    check_size(max_depth, "max_depth")
    if max_depth == 0:
        raise InvalidArgument("max_depth=0 leaves no word (give at least 1)")
    steps = strategy_or(words, st.sampled_from(_PATH_WORDS), "words")
    return st.lists(steps, min_size=1, max_size=max_depth).map(lambda path: EventType(".".join(path)))
