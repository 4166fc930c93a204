"""Prevent a described place ("عاصمة إقليم كردستان", "Tikrit, Iraq") from being looked up as if it were a name.

>>> from reconcile.language.places import Gazetteer
>>> places = Gazetteer.builtin()
>>> places.candidates("Tikrit, Iraq") == places.candidates("Tikrit")
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reconcile.language.fold import fold
from reconcile.language.places.model import Place
from reconcile.language.places.words import place_key, unqualified

Find = Callable[[str], tuple[str, ...]]
Paths = Callable[[str], Sequence[Place]]

_SHORT = 2
_PARTS = re.compile(r"\s*[,،;(（]\s*")
_CAPITAL_OF = re.compile(
    r"^(?:the )?capital(?: city)? of (?:the )?|^عاصمه |^پايته?ختي? |^paytexta |^столиця |^столица |^مركز محافظه "
)
_THE_CAPITAL = re.compile(r"^the capital(?: city)? (?:of )?|^العاصمه | العاصمه$|ي پايته?خت$|,? the capital$")


def find(name: str, lookup: Find, path: Paths) -> tuple[str, ...]:
    """Return the ids that `name` may mean.

    Args:
        name: a place's name as a report writes it.
        lookup: gives the ids of a key.
        path: gives the places from an id outward.

    Returns:
        Ids in sorted order: of the whole name; else of the name without its generic head, of the kinds that the head
        allows; else of what the name describes.
    """
    return lookup(place_key(name)) or _without_head(name, lookup, path) or _described(name, lookup, path)


def _without_head(name: str, lookup: Find, path: Paths) -> tuple[str, ...]:
    cut = unqualified(name)
    if cut is None:
        return ()
    key, kinds = cut
    found = lookup(key)
    if not found and key[-1] in "eai":
        found = lookup(key[:-1])  # the oblique ending of Kurmanji: parêzgeha Hewlêrê
    return tuple(number for number in found if path(number)[0].info.kind in kinds)


def _described(name: str, lookup: Find, path: Paths) -> tuple[str, ...]:
    parts = [part for part in _PARTS.split(name.replace(")", " ")) if part.strip()]
    if len(parts) > 1:
        return _inside(parts, lookup, path)
    text = fold(name)
    cut = _CAPITAL_OF.sub("", text, count=1)
    if cut and cut != text:
        return _capital(cut, lookup, path)
    return _apposed(text, lookup, path)


def _inside(parts: list[str], lookup: Find, path: Paths) -> tuple[str, ...]:
    inner = find(parts[0], lookup, path)
    for part in parts[1:]:
        outer = set(find(part, lookup, path))
        inner = tuple(one for one in inner if any(place.info.id in outer for place in path(one)[1:]))
    return inner


def _capital(name: str, lookup: Find, path: Paths) -> tuple[str, ...]:
    owners = [path(number)[0] for number in find(name, lookup, path)]
    seats = {owner.capital for owner in owners if owner.capital}
    if len(seats) != 1:
        return ()
    # The plain name's candidates, so that "the capital of X" equals the capital's plain name.
    seat = seats.pop()
    plain = _below_countries(lookup(place_key(path(seat)[0].info.name)), path)
    return plain if seat in plain else (seat,)


def _apposed(text: str, lookup: Find, path: Paths) -> tuple[str, ...]:
    cut = _THE_CAPITAL.sub("", text, count=1).strip()
    return _below_countries(find(cut, lookup, path), path) if len(cut) > _SHORT and cut != text else ()


def _below_countries(numbers: Sequence[str], path: Paths) -> tuple[str, ...]:
    """The ids without those of countries, since none is a capital ("تونس العاصمة"); all where nothing else is left."""
    return tuple(number for number in numbers if path(number)[0].info.kind != "country") or tuple(numbers)
