"""Prevent five checkpoints in Diyala from contradicting six in Kirkuk: values are compared inside one frame only.

>>> from reconcile.diff.statements import Frame
>>> from reconcile.values import BUILTIN, Places
>>> standing(Frame(places=Places("Diyala")), Frame(places=Places("Kirkuk")), names=BUILTIN).disjoint
True
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reconcile.diff.statements import Frame
from reconcile.language.measures import is_share
from reconcile.language.things import by_families, grows, is_population, known_things, taken_in, thing
from reconcile.values import Names, Places, Relation

Apart = Callable[[Places, Places], bool]


class Standing(NamedTuple):
    """How two frames stand: what differs between them, by part.

    Attributes:
        disjoint: other places or another scope: separate accounts, no relation.
        other: parts that are both stated and differ, so that the values are of other things: of, unit, as_of,
            phase, increment; and places of which nobody knows whether they are one, unless both lie on the map.
        unstated: parts that one side states and the other does not: of, scope, unit, places.
        places: how the places of a stand to those of b.
        part: the same by names alone: a radius says how far off a place may be, not how large it is.
    """

    disjoint: bool = False
    other: tuple[str, ...] = ()
    unstated: tuple[str, ...] = ()
    places: Relation = Relation.EQUAL
    part: Relation = Relation.EQUAL

    @property
    def joins(self) -> bool:
        """Whether values in the two frames belong to one account."""
        return not (self.disjoint or self.other)


def never_apart(_a: Places, _b: Places) -> bool:
    """Return False: nobody stated the two lists side by side."""
    return False


def standing(a: Frame, b: Frame, *, names: Names, side_by_side: Apart = never_apart) -> Standing:
    """Return how frame `a` stands to frame `b`.

    Args:
        a: a frame.
        b: another of the same field.
        names: how names are resolved.
        side_by_side: whether one voice stated two lists of places beside each other, as two things.
    """
    if a == b:
        return Standing()
    if _one_said(a, b):
        a, b = (one._replace(of=None, scope=None, implied=frozenset()) for one in (a, b))
    where = _places(a, b, names=names)
    other = [name for name in ("of", "unit", "phase") if _differ(getattr(a, name), getattr(b, name), name == "of")]
    other += ["of"] if "of" not in other and (_implies_other(a, b) or _implies_other(b, a)) else []
    others = _of_others(a, b)
    other += ["of"] if others and "of" not in other else []
    other += ["unit"] if "unit" not in other and (_share(a.unit) != _share(b.unit) or _measured(a, b)) else []
    other += ["as_of"] if _dates_differ(a, b) else []
    other += ["increment"] if a.increment != b.increment else []
    other += ["places"] if where is Relation.UNKNOWN and not (_located(a) and _located(b)) else []
    unstated = [name for name in ("of", "scope", "unit") if (getattr(a, name) is None) != (getattr(b, name) is None)]
    unstated = [name for name in unstated if name not in other and not (others and name == "scope")]
    unstated += ["of"] if "of" not in (*other, *unstated) and _things(a.of) != _things(b.of) else []
    unstated += ["places"] if (a.places is None) != (b.places is None) or where is Relation.UNKNOWN else []
    return Standing(
        disjoint=_scopes_differ(a, b, names) or where is Relation.EXCLUSIVE or _beside(a, b, side_by_side),
        other=tuple(other),
        unstated=tuple(unstated),
        places=where,
        part=where if where in _APART else _places(a, b, names=names, circles=False),
    )


_APART = (Relation.EQUAL, Relation.EXCLUSIVE)


def _differ(a: object, b: object, nested: bool) -> bool:  # noqa: FBT001 - things may contain one another
    if a is None or b is None or a == b:
        return False
    if not (isinstance(a, str) and isinstance(b, str)):
        return True
    first, second = _things(a), _things(b)
    if nested:
        return not (first <= taken_in(second, first) or second <= taken_in(first, second)) or by_families(a, b)
    return first != second


def _measured(a: Frame, b: Frame) -> bool:
    """Whether one counts a thing and the other measures, in a unit, it does not say what: 9 killed and 5 km."""
    return any(one.of is not None and one.unit is None and two.of is None and two.unit for one, two in ((a, b), (b, a)))


def _one_said(a: Frame, b: Frame) -> bool:
    """Whether both count the same part of the same thing, one in a scope and one in its thing: "civilians killed"."""
    if a.of is None or b.of is None or (a.scope is None) == (b.scope is None):
        return False
    return _things(a.of) | _things(a.scope) == _things(b.of) | _things(b.scope)


def _of_others(a: Frame, b: Frame) -> bool:
    """Whether one counts a population in a scope and the other another one in its thing: civilians and soldiers."""
    if a.of is None or b.of is None or (a.scope is None) == (b.scope is None):
        return False
    (scoped, part), (whole, _) = ((a.of, a.scope), (b.of, b.scope))[:: 1 if a.scope is not None else -1]
    extra, scope = _things(whole) - _things(scoped), _things(part)
    return is_population(extra) and is_population(scope) and extra.isdisjoint(scope)


def _implies_other(a: Frame, b: Frame) -> bool:
    """Whether `a` counts what its event type is about, and `b` says that it counts another thing known."""
    if a.of is not None or b.of is None or not a.implied:
        return False
    stated = known_things(b.of)
    return bool(stated) and a.implied.isdisjoint(stated) and not grows(b.of)


def _things(text: str | None) -> frozenset[str]:
    return thing(text) if text is not None else frozenset()


def _places(a: Frame, b: Frame, *, names: Names, circles: bool = True) -> Relation:
    if a.places is None or b.places is None or a.places == b.places:
        return Relation.EQUAL
    return a.places.area(b.places, names=names, circles=circles)


def _located(frame: Frame) -> bool:
    return frame.places is not None and all(place.lat is not None for place in frame.places.items)


def _share(unit: str | None) -> bool:
    return unit is not None and is_share(unit)


def _beside(a: Frame, b: Frame, side_by_side: Apart) -> bool:
    return a.places is not None and b.places is not None and side_by_side(a.places, b.places)


def _scopes_differ(a: Frame, b: Frame, names: Names) -> bool:
    if a.scope is None or b.scope is None or names.spelling(a.scope) == names.spelling(b.scope):
        return False
    return _things(a.scope) != _things(b.scope)


def _dates_differ(a: Frame, b: Frame) -> bool:
    if a.as_of is None or b.as_of is None:
        return False
    return a.as_of.relate(b.as_of) is Relation.EXCLUSIVE
