"""Prevent offsets from being right in ASCII only: documents in the scripts of the reports, with evidence that is true.

>>> from hypothesis import find
>>> paper = find(documents(), lambda paper: paper.evidence[0].start > 0)
>>> [paper.text[e.start : e.end] == quote for e, quote in zip(paper.evidence, paper.quotes)]
[True]
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.claims import Evidence, digest
from reconcile.strategies.about import ALPHABET, words
from reconcile.strategies.arguments import check_size, check_sizes, strategy_or

MOST = 100
_Part = Literal["headline", "lede", "body", "caption"]
_PARTS: SearchStrategy[_Part | None] = st.sampled_from([None, "headline", "lede", "body", "caption"])
_KEPT = st.booleans()


class Document(NamedTuple):
    """A document with evidence that stands in it.

    Attributes:
        name: its id, as `Source.document` names it.
        text: its whole text.
        evidence: stretches of it, with true offsets and hashes.
        quotes: for each evidence, the words that stand there.

    >>> Document("d", "two", (), ()).text
    'two'
    """

    name: str
    text: str
    evidence: tuple[Evidence, ...]
    quotes: tuple[str, ...]


def documents(
    *,
    texts: SearchStrategy[str] | None = None,
    names: SearchStrategy[str] | None = None,
    min_size: int = 1,
    max_size: int = 3,
) -> SearchStrategy[Document]:
    """Return documents over Arabic, no-break spaces, combining marks and astral characters, with true evidence.

    Args:
        texts: the documents' texts, of at least one character each.
        names: the documents' ids.
        min_size: the least number of stretches of evidence.
        max_size: the most, at most 100.

    Raises:
        InvalidArgument: a size is none, or an argument is no strategy.

    >>> from hypothesis import find
    >>> find(documents(), lambda paper: True).text
    '0'
    """
    check_sizes(min_size, max_size, ceiling=MOST)
    written = strategy_or(texts, _texts(), "texts").filter(bool)
    return _documents(written, strategy_or(names, words(), "names"), min_size, max_size)


def _texts() -> SearchStrategy[str]:
    return st.text(ALPHABET + "\n\t", min_size=1, max_size=80)


@composite
def _documents(draw: DrawFn, texts: SearchStrategy[str], names: SearchStrategy[str], least: int, most: int) -> Document:
    text = draw(texts)
    evidence = draw(st.lists(_stretches(text), min_size=least, max_size=most))
    return Document(draw(names), text, tuple(evidence), tuple(text[e.start : e.end] for e in evidence))


@composite
def _stretches(draw: DrawFn, text: str) -> Evidence:
    return _stretch(draw, text, _fields(2))


def _stretch(draw: DrawFn, text: str, fields: SearchStrategy[list[str]]) -> Evidence:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 5_000)))
    kept = draw(_KEPT)
    words_there = text[start:end]
    return Evidence(
        start=start,
        end=end,
        sha256=digest(text),
        quote=words_there if kept else None,
        quote_sha256=None if kept else digest(words_there),
        part=draw(_PARTS),
        fields=tuple(draw(fields)),
    )


@cache
def _fields(most: int) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(["count", "places", "when"]), unique=True, max_size=most)


def evidence(*, texts: SearchStrategy[str] | None = None, max_fields: int = 2) -> SearchStrategy[Evidence]:
    """Return `Evidence`, true of the document it was drawn from.

    Args:
        texts: the documents' texts, of at least one character each.
        max_fields: the most fields that one stretch is said to support.

    Raises:
        InvalidArgument: `texts` is no strategy, or `max_fields` no size.

    >>> from hypothesis import find
    >>> find(evidence(texts=st.just("two")), lambda e: True).problem("two") is None
    True
    """
    check_size(max_fields, "max_fields")
    written = strategy_or(texts, _texts(), "texts").filter(bool)
    return _evidence(written, _fields(max_fields))


@composite
def _evidence(draw: DrawFn, texts: SearchStrategy[str], fields: SearchStrategy[list[str]]) -> Evidence:
    return _stretch(draw, draw(texts), fields)
