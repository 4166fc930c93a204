"""Prevent tests from meeting plain ASCII only: wording and names in the scripts, marks and spaces that reports have.

>>> from hypothesis import find
>>> print(find(texts(), lambda text: len(text.text) > 1))
00
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.strategies.arguments import check_sizes, strategy_or
from reconcile.values import Text

LONGEST_NAME = 500
LONGEST_TEXT = 10_000
LETTERS = "ABabcéîßİıأإاءبتثجدرسعغقكلمنهوىيةئەێگکڵۆپچژ𐎀𐎁😀"
MARKS = "\u064b\u064e\u0651\u0301\u0308"
SPACES = " \u00a0\u202f\u200c\u200f"
SIGNS = "-.'’،؟0١۲"
CHARACTERS = st.characters(exclude_categories=["Cs"])
"""All that UTF-8 can write; by their categories, for Hypothesis finds those of a codec by trying every character."""
ALPHABET = LETTERS + SPACES + SIGNS + MARKS


def has_letter(text: str) -> bool:
    """Return whether a text has more than blanks and marks in it, as every name must.

    >>> has_letter("Erbil"), has_letter("  ")
    (True, False)
    """
    return any(char.isalnum() for char in text)


def words(*, max_size: int = 12) -> SearchStrategy[str]:
    """Return short names in Latin, Arabic, Kurdish and rarer letters; shrinks to "0".

    Args:
        max_size: the most characters.
    """
    return st.text(ALPHABET, min_size=1, max_size=max_size).filter(has_letter)


WORDS = words()
_SAID = st.booleans()


def perhaps(draw: DrawFn, given: SearchStrategy[str | None] | None = None) -> str | None:
    """Return a short name or, as often, None; if a strategy is given, what it draws.

    Args:
        draw: what draws.
        given: the strategy that a caller gave, if any.
    """
    if given is not None:
        return draw(given)
    return draw(WORDS) if draw(_SAID) else None


def names_among(known: Sequence[str]) -> SearchStrategy[str]:
    """Return these names and, as often, any short names.

    Args:
        known: names that some table knows.
    """
    return _names(st.sampled_from([*known, *[""] * len(known)]))


@composite
def _names(draw: DrawFn, known: SearchStrategy[str]) -> str:
    return draw(known) or draw(WORDS)


def texts(
    *,
    alphabet: SearchStrategy[str] | None = None,
    min_size: int = 1,
    max_size: int = 40,
    languages: SearchStrategy[str | None] | None = None,
) -> SearchStrategy[Text]:
    """Return `Text`s: wording in some language.

    Args:
        alphabet: single characters; by default letters of several scripts, marks, digits and odd spaces.
        min_size: the least number of characters, at least 1.
        max_size: the most, at most 10,000.
        languages: BCP 47 tags, or None where the language is not said.

    Raises:
        InvalidArgument: a size is none, or an argument that must be a strategy is not.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: True).text
    '0'
    """
    check_sizes(min_size, max_size, floor=1, ceiling=LONGEST_TEXT)
    characters = strategy_or(alphabet, st.sampled_from(ALPHABET), "alphabet")
    tags = strategy_or(languages, st.sampled_from([None, "en", "ar", "ckb", "ku-Latn"]), "languages")
    wording = st.text(characters, min_size=min_size, max_size=max_size).filter(str.strip)
    return st.builds(Text, wording, language=tags)
