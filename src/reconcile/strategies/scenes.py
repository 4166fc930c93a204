"""Prevent gold from being guessed: each scene of a story is small enough that its verdicts follow from DESIGN.

An event is a few statements of which each varies one field only, so that claims of different scenes agree.

>>> from hypothesis import find
>>> setting = Setting("coordination.centre", "centres open", "Erbil", "Duhok", "2020-10-13")
>>> bool(find(scenes(setting, prefix="a", key=None), lambda scene: scene.copies).copies)
True
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.claims import Claim
from reconcile.strategies.copies import reprints_of

OUTLETS = (
    *("Anemone", "Birch", "Cedar", "Dahlia", "Elder", "Fennel", "Gorse", "Heather", "Juniper", "Kelp", "Laurel"),
    *("Mallow", "Nettle", "Orchid", "Poppy", "Quince", "Rowan", "Sorrel", "Thistle", "Violet", "Willow", "Yarrow"),
)
COPIERS = ("Zinnia", "Umbra")
_SHARP = ("denial", "contradiction", "discrepancy")


class Verdict(NamedTuple):
    """Two claims that must stand against each other.

    Attributes:
        kind: `denial`, `contradiction`, `discrepancy`, `revision` or `difference`.
        field: the field, or `polarity` for a denial.
        claims: the ids of the two.

    >>> Verdict("revision", "count", frozenset({"a", "b"})).sharp
    False
    """

    kind: str
    field: str
    claims: frozenset[str]

    @property
    def sharp(self) -> bool:
        """Whether it is a conflict, not only a difference."""
        return self.kind in _SHARP


class Witnesses(NamedTuple):
    """A position, by field and claims, and how many independent voices must stand behind it."""

    field: str
    claims: frozenset[str]
    independent: int


class Setting(NamedTuple):
    """What all claims of one event have in common, and a second place."""

    event_type: str
    about: str
    place: str
    other_place: str
    day: str


@dataclass
class Scene:
    """One event while it is told.

    Attributes:
        setting: what its claims have in common.
        prefix: the first letter of its claims' ids.
        key: the key of the event, or None.
    """

    setting: Setting
    prefix: str
    key: str | None
    claims: list[Claim] = field(default_factory=list[Claim])
    verdicts: list[Verdict] = field(default_factory=list[Verdict])
    witnesses: list[Witnesses] = field(default_factory=list[Witnesses])
    copies: dict[str, str] = field(default_factory=dict[str, str])

    def say(self, *, source: Mapping[str, Any] | None = None, **fields: Any) -> Claim:  # noqa: ANN401
        """Add one claim by an outlet of its own, on its own reporting."""
        number = len(self.claims)
        told = {
            "id": f"{self.prefix}{number:02}", "event_type": self.setting.event_type, "about": self.setting.about,
            "places": [self.setting.place], "when": self.setting.day, "reported": self.setting.day, "key": self.key,
            "source": source or {"outlet": OUTLETS[number], "basis": "own-reporting"},
        }  # fmt: skip
        self.claims.append(Claim(**{**told, **fields}))
        return self.claims[-1]

    def oppose(self, kind: str, name: str, sides: Sequence[Sequence[Claim]]) -> None:
        """Note that the claims of every two sides stand against each other."""
        for one, other in combinations(sides, 2):
            self.verdicts += [Verdict(kind, name, frozenset({a.id, b.id})) for a in one for b in other]

    def quantity(self, low: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a quantity
        """Return an exact figure of a thing that does not grow."""
        return {"low": low, "high": low, "of": "centres", **more}


@composite
def scenes(draw: DrawFn, setting: Setting, prefix: str, key: str | None) -> Scene:
    """Return one event with all that is said of it."""
    scene = Scene(setting, prefix, key)
    told = [tell for told in _TOLD if (tell := draw(told)) is not None]
    told = [tell for tell in told if not (tell is _lists_more and _doubt in told)]
    for tell in told:
        tell(draw, scene)
    for original in draw(_copied(len(scene.claims))):
        _reprint(draw, scene, scene.claims[original])
    _settle(scene, longer=_lists_more in told)
    if _doubt not in told and draw(_DENIED):
        _deny(scene)
    return scene


@cache
def _copied(size: int) -> SearchStrategy[list[int]]:
    """Return which of so many claims are reprinted, two at most."""
    return st.lists(st.sampled_from(range(size)), max_size=2, unique=True)


@cache
def _sets(size: int) -> SearchStrategy[set[int]]:
    return st.sets(st.integers(1, 50), min_size=size, max_size=size)


def _figures(draw: DrawFn, size: int) -> list[int]:
    return sorted(draw(_sets(size)))


def _agree(draw: DrawFn, scene: Scene) -> None:
    (figure,) = _figures(draw, 1)
    claims = [scene.say(count=scene.quantity(figure)) for _ in range(draw(_ONE_TO_THREE))]
    scene.witnesses.append(Witnesses("count", frozenset(c.id for c in claims), len(claims)))


def _contradict(draw: DrawFn, scene: Scene) -> None:
    claims = [scene.say(count=scene.quantity(n)) for n in _figures(draw, draw(_TWO_OR_THREE))]
    scene.oppose("contradiction", "count", [[claim] for claim in claims])


def _bound(draw: DrawFn, scene: Scene) -> None:
    low, figure, high = _figures(draw, 3)
    sides = [scene.say(count=scene.quantity(figure)), scene.say(count=scene.quantity(low, high=high))]
    scene.oppose("difference", "count", [[claim] for claim in sides])


def _doubt(draw: DrawFn, scene: Scene) -> None:
    one, other = (scene.quantity(n) for n in _figures(draw, 2))
    scene.oppose("difference", "count", [[scene.say(count=one)], [scene.say(count=other, certainty="possible")]])


def _count_parts(draw: DrawFn, scene: Scene) -> None:
    one, other = _figures(draw, 2)
    scene.say(count=scene.quantity(one, scope="main"))
    scene.say(count=scene.quantity(other, scope="temporary"))


def _correct(draw: DrawFn, scene: Scene) -> None:
    one, other = (scene.quantity(n) for n in _figures(draw, 2))
    source = {"outlet": OUTLETS[len(scene.claims)], "speaker": "Speaker Oaks", "basis": "own-reporting"}
    day = scene.setting.day
    early = scene.say(count=one, source={**source, "document": f"{scene.prefix} early"})
    late = scene.say(
        count=other, source={**source, "document": f"{scene.prefix} late"}, reported=f"{day[:-2]}{int(day[-2:]) + 2:02}"
    )
    scene.oppose("revision", "count", [[early], [late]])


def _stall(draw: DrawFn, scene: Scene) -> None:  # noqa: ARG001 - nothing is drawn
    sides = [[scene.say(phase="begun")], [scene.say(phase="not-implemented")]]
    scene.oppose("contradiction", "phase", sides)


def _climb(draw: DrawFn, scene: Scene) -> None:  # noqa: ARG001 - nothing is drawn
    sides = [[scene.say(phase="begun")], [scene.say(phase="completed")]]
    scene.oppose("difference", "phase", sides)


def _postpone(draw: DrawFn, scene: Scene) -> None:  # noqa: ARG001 - nothing is drawn
    year = str(int(scene.setting.day[:4]) + 1)
    scene.oppose("contradiction", "due", [[scene.say(due=f"{year}-01-10")], [scene.say(due=f"{year}-06-10")]])


def _lists_more(draw: DrawFn, scene: Scene) -> None:  # noqa: ARG001 - nothing is drawn
    scene.say(places=[scene.setting.place, scene.setting.other_place])


# Made once: strategies are dear to make.
_TOLD = (
    st.sampled_from([_agree, _contradict, _bound, _doubt, _count_parts, _correct]),
    st.sampled_from([None, None, _climb, _stall]),
    st.sampled_from([None, None, _postpone, _lists_more]),
)
_ONE_TO_THREE, _TWO_OR_THREE, _DENIED = st.integers(1, 3), st.integers(2, 3), st.booleans()
_COPIERS, _NO_DOCUMENT = tuple(map(st.just, COPIERS)), st.none()


def _reprint(draw: DrawFn, scene: Scene, original: Claim) -> None:
    """Add a copy: it stands where its original stands, and is no further witness."""
    outlet = _COPIERS[len(scene.copies)]
    drawn = draw(reprints_of(original, outlets=outlet, documents=_NO_DOCUMENT))
    source = drawn.source.model_copy(update={"basis": "wire" if drawn.source.via else "statement"})
    fresh = {"id": f"{scene.prefix}{len(scene.claims):02}", "reported": original.reported, "source": source}
    copy = drawn.model_copy(update=fresh)
    scene.claims.append(copy)
    scene.copies[copy.id] = original.id


def _settle(scene: Scene, *, longer: bool) -> None:
    """Let copies stand where their originals do, and lists of places against each other."""
    family = _families(scene)
    scene.verdicts = [
        Verdict(v.kind, v.field, frozenset({x, y}))
        for v in scene.verdicts
        for a, b in [sorted(v.claims)]
        for x in family[a]
        for y in family[b]
    ]
    scene.witnesses = [
        w._replace(claims=frozenset(x for one in w.claims for x in family[one])) for w in scene.witnesses
    ]
    if longer:
        sizes = {n: [c for c in scene.claims if c.places and len(c.places.items) == n] for n in (1, 2)}
        scene.oppose("discrepancy", "places", list(sizes.values()))


def _families(scene: Scene) -> dict[str, list[str]]:
    return {c.id: [c.id, *_copies(scene, c.id)] for c in scene.claims}


def _copies(scene: Scene, claim: str) -> Iterator[str]:
    return (copy for copy, original in scene.copies.items() if original == claim)


def _deny(scene: Scene) -> None:
    """Add a denial of the event as such: it reaches every claim that was made of it."""
    affirmed = list(scene.claims)
    denial = scene.say(polarity="denied")
    scene.oppose("denial", "polarity", [affirmed, [denial]])
