"""Prevent a reprint under another name from counting as a second witness: near-equal wording is one origin.

Wording is the quoted words of the evidence and an `about` of at least ten words; shorter texts are too easily alike.
In a large event, candidates share one of a text's eight smallest shingle hashes (bottom-k sketch; Broder, SEQUENCES
1997), so that the work stays bounded; they are confirmed by rapidfuzz's ratios of the folded texts.

>>> from reconcile import Claim
>>> text = "the army and the police agreed on Tuesday to open two joint centres in the north"
>>> claims = [Claim(id=i, about=a, source=i) for i, a in (("a", text), ("b", text.replace("Tuesday", "Wednesday")))]
>>> same_wording(claims) == {"a": "a", "b": "a"}
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from reconcile.claims import Claim
from reconcile.language import fold

MIN_WORDS = 10
FEW = 200
ALIKE, ALIKE_SHORT, LONG_ENOUGH = 80.0, 88.0, 14
WITHIN, QUOTED = 90.0, 16
_SKETCH = 8
_SHINGLE = 3
_MOST_IN_BUCKET = 64


def same_wording(claims: Iterable[Claim]) -> dict[str, str]:
    """Return for each claim whose wording others share, by id, the smallest id of those that share it.

    Up to 200 texts are all compared with each other; of more, only those that share a sketch value.

    Args:
        claims: the claims of one event, in any order.
    """
    ordered = sorted(claims, key=lambda c: c.id)
    if len(ordered) < 2:
        return {}
    texts = [(claim.id, text) for claim in ordered for text in wordings(claim)]
    if len(texts) < 2:
        return {}
    groups = _Groups()
    for bucket in _buckets([text for _, text in texts]):
        for n, i in enumerate(bucket):
            for j in bucket[:n]:
                a, b = texts[i], texts[j]
                if a[0] != b[0] and groups.apart(a[0], b[0]) and near_equal(a[1], b[1]):
                    groups.join(a[0], b[0])
    return groups.found()


def wordings(claim: Claim) -> tuple[str, ...]:
    """Return the folded texts of a claim that are long enough to tell who copied whom.

    Args:
        claim: a claim; a figure in its text does not part it from a copy with another figure.
    """
    texts = [claim.about.text] if claim.about is not None else []
    texts += [one.quote for one in claim.evidence if one.quote is not None]
    folded = (" ".join(fold(text).split()[:400]) for text in texts)
    return tuple(text for text in folded if len(text.split()) >= MIN_WORDS)


def near_equal(a: str, b: str) -> bool:
    """Return whether two folded texts are the same but for light editing, or one stands in the other.

    Args:
        a: a folded text.
        b: another. The normalized indel similarity (rapidfuzz's `ratio`) is at least 80 of 100, of texts under 14
            words at least 88; or the shorter text is less than two thirds of the longer and stands in it word for
            word, or, with 16 words or more, has a `partial_ratio` of at least 90 with it.
    """
    from rapidfuzz.fuzz import partial_ratio, ratio

    short, long = sorted((a, b), key=len)
    words = short.count(" ") + 1
    if len(short) * 3 >= len(long) * 2:
        least = ALIKE if words >= LONG_ENOUGH else ALIKE_SHORT
        return ratio(a, b, score_cutoff=least) >= least
    return short in long or (words >= QUOTED and partial_ratio(short, long, score_cutoff=WITHIN) >= WITHIN)


def _buckets(texts: Sequence[str]) -> Iterable[list[int]]:
    """Return groups of texts to compare: all of a few, else those that share a sketch value and are near in content."""
    if len(texts) <= FEW:
        yield list(range(len(texts)))
        return
    homes: dict[int, list[int]] = {}
    for i, text in enumerate(texts):
        for value in _sketch(text):
            homes.setdefault(value, []).append(i)
    for members in homes.values():
        ordered = sorted(members, key=lambda i: (texts[i], i))
        step = _MOST_IN_BUCKET // 2
        if len(ordered) <= _MOST_IN_BUCKET:
            yield ordered
        else:
            yield from (ordered[n : n + _MOST_IN_BUCKET] for n in range(0, len(ordered) - step, step))


def _sketch(text: str) -> list[int]:
    words = text.split()
    shingles = {" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}
    hashes = (int.from_bytes(hashlib.blake2b(s.encode(), digest_size=8).digest(), "big") for s in shingles)
    return sorted(hashes)[:_SKETCH]


class _Groups:
    """Disjoint sets of ids; the smallest id stands for its set."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def _root(self, one: str) -> str:
        while (up := self._parent.get(one, one)) != one:
            self._parent[one] = one = self._parent.get(up, up)
        return one

    def apart(self, a: str, b: str) -> bool:
        return self._root(a) != self._root(b)

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self._root(a), self._root(b)))
        self._parent[second] = first

    def found(self) -> dict[str, str]:
        roots = {one: self._root(one) for one in self._parent}
        return roots | {root: root for root in roots.values()}
