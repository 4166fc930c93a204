"""Prevent an engine from being tested against itself: made-up affairs whose events, conflicts and voices are known.

>>> from hypothesis import find
>>> story = find(stories(max_events=1), lambda story: any(v.kind == "contradiction" for v in story.verdicts))
>>> len(story.events), {verdict.field for verdict in story.verdicts} <= {"count", "phase", "due"}
(1, True)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.claims import Claim
from reconcile.strategies.arguments import check_sizes, strategy_or
from reconcile.strategies.scenes import Scene, Setting, Verdict, Witnesses, scenes

SETTINGS = (
    Setting("coordination.centre", "joint coordination centres open", "Erbil", "Duhok", "2020-10-13"),
    Setting("assault.shelling", "artillery hits the market", "Aleppo", "Idlib", "2014-03-02"),
    Setting("disaster.flood", "the river leaves its bed", "Khartoum", "Kassala", "2018-08-20"),
    Setting("vote.parliament", "deputies elect a new speaker", "Lyon", "Nantes", "2011-11-22"),
)


class Story(NamedTuple):
    """Claims in any order, and what must be found in them.

    Attributes:
        claims: the claims.
        events: the ids of the claims of each event, denials with what they deny.
        verdicts: every pair of claims that must stand against each other: kind, field and the two ids.
        witnesses: positions with the number of independent voices that must stand behind them.
        copies: for each reprint, the id of the claim that it copies.

    >>> Story((), (), (), (), {}).quiet
    frozenset()
    """

    claims: tuple[Claim, ...]
    events: tuple[frozenset[str], ...]
    verdicts: tuple[Verdict, ...]
    witnesses: tuple[Witnesses, ...]
    copies: dict[str, str]

    @property
    def quiet(self) -> frozenset[frozenset[str]]:
        """The pairs of claims that must stand in no denial, contradiction or discrepancy."""
        pairs = {frozenset(two) for two in combinations((claim.id for claim in self.claims), 2)}
        return frozenset(pairs - {v.claims for v in self.verdicts if v.sharp})


def stories(
    *, min_events: int = 1, max_events: int = 3, keyed: SearchStrategy[bool] | None = None
) -> SearchStrategy[Story]:
    """Return made-up affairs with their gold: which claims are of one event, and which stand against each other how.

    Events differ by their `key`, or else by type, wording, place and time all at once. Inside an event, voices agree,
    contradict each other, give bounds, doubt, correct themselves, list more places, deny, and are reprinted.

    Args:
        min_events: the least number of events, at least 1.
        max_events: the most, at most 4.
        keyed: whether the events of a story are told apart by keys; else by what is said of them.

    Raises:
        InvalidArgument: a size is none, or `keyed` no strategy.

    >>> from hypothesis import find
    >>> len(find(stories(min_events=2), lambda story: True).events)
    2
    """
    check_sizes(min_events, max_events, floor=1, ceiling=len(SETTINGS))
    settings = {
        by_key: st.lists(st.sampled_from(SETTINGS), min_size=min_events, max_size=max_events, unique=not by_key)
        for by_key in (True, False)
    }
    return _stories(settings, strategy_or(keyed, st.booleans(), "keyed"))


@composite
def _stories(
    draw: DrawFn, settings: Mapping[bool, SearchStrategy[list[Setting]]], keyed: SearchStrategy[bool]
) -> Story:
    by_key = draw(keyed)
    if not isinstance(by_key, bool):
        raise InvalidArgument(f"keyed drew {by_key!r} (give a strategy for True and False)")
    drawn = [
        draw(_scenes(setting, prefix="abcd"[n], key=f"key {'abcd'[n]}" if by_key else None))
        for n, setting in enumerate(draw(settings[by_key]))
    ]
    return _told(drawn, draw(st.permutations([claim for scene in drawn for claim in scene.claims])))


_scenes = cache(scenes)  # strategies are dear to make


def _told(parts: Sequence[Scene], claims: Sequence[Claim]) -> Story:
    return Story(
        claims=tuple(claims),
        events=tuple(frozenset(claim.id for claim in part.claims) for part in parts),
        verdicts=tuple(verdict for part in parts for verdict in part.verdicts),
        witnesses=tuple(one for part in parts for one in part.witnesses),
        copies={copy: original for part in parts for copy, original in part.copies.items()},
    )
