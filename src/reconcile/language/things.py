"""Prevent "12 dead" and "١٢ قتيلا" from counting two things: what is counted has one key in every language.

>>> thing("12 people killed") >= thing("قتلى"), grows("fatalities"), thing("the centres") == thing("center")
(True, True, True)
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.fold import fold
from reconcile.language.thing_forms import FORMS

_GROWING = frozenset(["killed", "injured", "displaced", "arrested", "missing", "abducted", "casualties"])
_CASUALTIES = frozenset(["killed", "injured"])
_POPULATIONS = frozenset(["soldier", "civilian", "child", "woman", "militant", "police"])
_FILLER = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "by",
        "for",
        "new",
        "people",
        "person",
        "persons",
        "individuals",
        "others",
        "total",
        "joint",
        "من",
        "في",
        "شخص",
        "شخصا",
        "اشخاص",
        "اخرين",
        "اخر",
        "كس",
        "kes",
    ]
)
_PERSONS = frozenset(["people", "person", "persons", "individuals", "شخص", "شخصا", "اشخاص", "كس", "kes"])
_LEMMAS = {fold(form): lemma for lemma, forms in FORMS.items() for form in forms.split()}


# What stands behind these says where, by whom or for what, and is not what is counted.
_ABOUT = frozenset(
    fold(
        "in at near inside outside around within across on from by to for against with under after before during "
        "including who that which "
        "في داخل خارج قرب عند على ضد إلى بين بينهم بينهن خلال بعد قبل لە نزیک ناو بۆ li ji bi bo"
    ).split()
)


@lru_cache(maxsize=16384)
def thing(text: str) -> frozenset[str]:
    """Return the words that name what is counted, each as the lemma all its forms and languages share.

    Args:
        text: a noun phrase ("coordination centres", "قتلى مدنيين"); figures and filler words are dropped.

    >>> sorted(thing("killed civilians"))
    ['civilian', 'killed']
    """
    words = [word.strip("'\".,;:()") for word in fold(text).split()]
    kept = [lemma for word in words if word and not word[0].isdigit() and (lemma := _lemma(word)) not in _FILLER]
    return frozenset(kept) or frozenset([fold(text) or text])


def _lemma(word: str) -> str:
    bare = word.removeprefix("ال")
    if (known := _LEMMAS.get(word) or _LEMMAS.get(bare)) is not None:
        return known
    if word.isascii() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _LEMMAS.get(word[:-1], word[:-3] + "y" if word.endswith("ies") else word[:-1])
    return bare


def known_things(text: str) -> frozenset[str]:
    """Return the lemmas in `text` that the table knows, so that they can be told from each other in every language.

    >>> sorted(known_things("three governorates")), known_things("widgets")
    (['governorate'], frozenset())
    """
    return thing(text) & frozenset(FORMS)


def head(noun: str) -> str:
    """Return what a noun phrase names, without where it is or who did it.

    Args:
        noun: what stands behind a figure.

    >>> head("people in the city"), head("civilians killed by gunmen"), head("in Mosul")
    ('people', 'civilians killed', '')
    """
    words = noun.split()
    ends = (at for at, word in enumerate(words) if fold(word).strip(",;:()") in _ABOUT)
    return " ".join(words[: next(ends, len(words))])


def grows(text: str) -> bool:
    """Return whether figures of this thing only rise as more becomes known (killed, injured, displaced …).

    >>> grows("checkpoints")
    False
    """
    return not _GROWING.isdisjoint(thing(text))


def by_families(a: str, b: str) -> bool:
    """Return whether one text counts families and the other people, so that their figures are of two things.

    >>> by_families("families displaced", "displaced people"), by_families("families displaced", "displaced")
    (True, False)
    """
    first, second = thing(a), thing(b)
    return ("family" in first and _persons(b)) if "family" not in second else ("family" not in first and _persons(a))


def taken_in(words: frozenset[str], by: frozenset[str]) -> frozenset[str]:
    """Return lemmas with those that `by` takes in under its own word: who counts casualties counts the killed.

    >>> sorted(taken_in(frozenset({"killed", "child"}), frozenset({"casualties"})))
    ['casualties', 'child']
    """
    if "casualties" not in by or words.isdisjoint(_CASUALTIES):
        return words
    return (words - _CASUALTIES) | {"casualties"}


def _persons(text: str) -> bool:
    return not (_PERSONS.isdisjoint(fold(text).split()) and _POPULATIONS.isdisjoint(thing(text)))


def is_population(words: frozenset[str]) -> bool:
    """Return whether all of the lemmas `words` name parts of a population (civilians, children, soldiers …).

    >>> is_population(frozenset({"child"}))
    True
    """
    return bool(words) and words <= _POPULATIONS
