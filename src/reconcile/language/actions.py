"""Prevent "seized" and "captured" from being two events: words for what happened are known by root, family and kin.

A root is a word without its inflection, a family is what one root derives ("protest", "protester"), and kin are the
words and phrases that news uses for one kind of event (`data/actions.txt`). Only English has kin; words of other
scripts are compared as they stand.

>>> (
...     action_similarity("seized", "the capture"),
...     action_similarity("acquisition", "buys"),
...     action_similarity("shot", "won"),
... )
(0.75, 0.75, 0.0)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.language.fold import fold

SAME, SHARED, FAMILY, KIN = 1.0, 0.9, 0.8, 0.75
SPELLED, LEAST = 0.6, 0.8
MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
_PAIR = re.compile(r"(\w+):(\w+)")
_LIGHT = frozenset(_WORD.findall("""
    a an the of to in into on up down out off over away back from at by for with as be is was were been being am are
    has have had do did does will would can could may might must should not no and or but it its this that these those
    he she they his her their him them we us our you your i my me who which what there pron
"""))  # fmt: skip
_IRREGULAR = dict(_PAIR.findall("""
    shot:shoot sold:sell bought:buy won:win lost:lose fought:fight held:hold took:take taken:take stole:steal
    stolen:steal broke:break broken:break struck:strike hung:hang found:find said:say told:tell met:meet left:leave
    fell:fall fallen:fall rose:rise risen:rise led:lead shook:shake shaken:shake sank:sink sunk:sink gave:give
    given:give went:go gone:go came:come made:make ran:run threw:throw thrown:throw wrote:write written:write
    drove:drive driven:drive flew:fly flown:fly beaten:beat caught:catch dealt:deal paid:pay died:die dying:die
    dies:die sent:send built:build burnt:burn slain:slay slew:slay hid:hide hidden:hide fled:flee agreed:agree
    freed:free grew:grow grown:grow began:begin begun:begin chose:choose chosen:choose swore:swear sworn:swear
    withdrew:withdraw withdrawn:withdraw spoke:speak spoken:speak fought:fight sought:seek thought:think knew:know
    known:know saw:see seen:see drew:draw drawn:draw kept:keep became:become overcame:overcome tying:tie lying:lie
"""))  # fmt: skip
_TAILS = ("ings", "ing", "ed", "es", "s")
_VOWELS = frozenset("aeiouy")
_DERIVED = (
    "ization", "isation", "ation", "ition", "ement", "ment", "ance", "ence", "sion", "tion", "ion", "ure", "al", "er",
    "or", "i",
)  # fmt: skip


class Action(NamedTuple):
    """What the words of one action are compared by.

    Args:
        roots: the distinct roots, sorted.
        families: their families.
        kin: the groups of words for one kind of event that they stand in.
    """

    roots: tuple[str, ...]
    families: frozenset[str]
    kin: frozenset[int]


@lru_cache(maxsize=1 << 16)
def read_action(text: str) -> Action:
    """Return the roots, families and kin of the words for what happened; at most twelve words are read.

    >>> read_action("was checked into").roots
    ('check',)
    """
    every = [root(word) for word in _WORD.findall(fold(text))[:MOST_WORDS]]
    roots = sorted({one for one in every if one not in _light()})
    groups = _groups()
    kin = {group for phrase in _phrases(every) if phrase not in _light() for group in groups.get(phrase, ())}
    return Action(tuple(roots), frozenset(_family(one) for one in roots if len(one) > 3), frozenset(kin))


def action_similarity(a: str, b: str) -> float | None:
    """Return how alike two wordings of what happened are; None where one of them says nothing.

    Args:
        a: a word or a few.
        b: others.

    Returns:
        1 for the same roots, .9 where they share one, .8 for one family, .75 for kin, up to .6 for like spelling, else
        0.
    """
    return action_similarities([a], [b])[0]


def action_similarities(left: Sequence[str], right: Sequence[str]) -> list[float | None]:
    """Return `action_similarity` of the wordings at the same place of two sequences."""
    from rapidfuzz.distance import JaroWinkler

    spelled = JaroWinkler.normalized_similarity
    found: list[float | None] = []
    for one, two in zip(map(read_action, left), map(read_action, right), strict=True):
        known = _known(one, two)
        if known == 0.0:
            alike = spelled(" ".join(one.roots), " ".join(two.roots))
            known = SPELLED * alike if alike >= LEAST else 0.0
        found.append(known)
    return found


def _known(one: Action, two: Action) -> float | None:
    if not one.roots or not two.roots:
        return None
    if one.roots == two.roots:
        return SAME
    if not set(one.roots).isdisjoint(two.roots):
        return SHARED
    if not one.families.isdisjoint(two.families):
        return FAMILY
    return 0.0 if one.kin.isdisjoint(two.kin) else KIN


def root(word: str) -> str:
    """Return a folded English word without its inflection, doubled and silent letters; others as they are.

    >>> root("stopped") == root("stops") == root("stopping"), root("shot") == root("shooting")
    (True, True)
    """
    if not word.isascii():
        return word
    word = _IRREGULAR.get(word, word)
    for tail in _TAILS:
        stem = word[: -len(tail)]
        if word.endswith(tail) and len(stem) > 1 and not _VOWELS.isdisjoint(stem) and not word.endswith(("ss", "eed")):
            word = stem
            break
    if len(word) > 2 and word[-1] == word[-2]:
        word = word[:-1]
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word[-1] == "y" else word


def _family(one: str) -> str:
    tail = next((tail for tail in _DERIVED if one.endswith(tail) and len(one) - len(tail) >= 4), "")
    return one[: len(one) - len(tail)]


def _phrases(words: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        yield word
        if at + 1 < len(words):
            yield f"{word} {words[at + 1]}"


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(map(root, _LIGHT)) | _LIGHT


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[int, ...]]:
    """Return the groups of each root and phrase of the table."""
    from importlib.resources import files

    lines = files("reconcile.language").joinpath("data/actions.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for entry in () if line.startswith("#") else line.split():
            phrase = " ".join(map(root, _WORD.findall(fold(entry))))
            found.setdefault(phrase, set()).add(number)
    return {phrase: tuple(sorted(numbers)) for phrase, numbers in found.items()}
