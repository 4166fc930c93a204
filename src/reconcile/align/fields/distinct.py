"""Prevent the same two values from being compared a thousand times: each distinct couple is compared once.

>>> import numpy as np
>>> column = number_column([3, 4, None, 3])
>>> column.compare(np.array([0, 0, 0]), np.array([1, 2, 3])).similarity.tolist()
[0.75, nan, 1.0]
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from reconcile.align.arrays import DIGITS, MISSING, Floats, Ints, Lists, encode, gathered, lists, settled
from reconcile.align.fields.base import Compared, Tally, nothing
from reconcile.align.order import distinct_pairs
from reconcile.language import fold
from reconcile.language.actions import action_similarities, read_action
from reconcile.values import Action, EventType, relation
from reconcile.values.base import Value, plain_key
from reconcile.values.relation import Relation

Closeness = Callable[[Sequence[Any], Sequence[Any]], Sequence[float | None]]
Keys = Callable[[Any], Iterable[str]]


@dataclass(frozen=True)
class DistinctColumn:
    """A field whose values are compared couple by couple of distinct values.

    Args:
        codes: which distinct value each row holds, or -1.
        values: the distinct values.
        names: a string per distinct value that stands for it in frequencies.
        tally: how frequent they are.
        base: the usual share of one value among all claims.
        closeness: how alike the values at the same place of two sequences are.
        blocking: the blocking keys of a value.
    """

    codes: Ints
    values: Sequence[Any]
    names: Sequence[str]
    tally: Tally
    base: float
    closeness: Closeness
    blocking: Keys

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:
        """Return how alike each pair of rows is, and how common the value is that both hold."""
        left, right = self.codes[a], self.codes[b]
        similarity = self._grid[left, right] if len(self.values) ** 2 <= len(a) else self._similarity(left, right)
        if not shares:
            return Compared(similarity, nothing(len(a)))
        return Compared(similarity, np.where(left == right, self._shares[left], np.nan))

    @property
    def least_share(self) -> float:
        """The share of the rarest value."""
        return float(self._shares[:-1].min(initial=1.0))

    @cached_property
    def _grid(self) -> Floats:
        """How alike any two values are; the last row and column stand for what is missing."""
        every = np.append(np.arange(len(self.values)), MISSING)
        left, right = np.meshgrid(every, every)
        return self._similarity(left.reshape(-1), right.reshape(-1)).reshape(left.shape)

    def _similarity(self, left: Ints, right: Ints) -> Floats:
        known = np.flatnonzero((left != MISSING) & (right != MISSING))
        low, high, place = distinct_pairs(left[known], right[known])
        found = self.closeness([self.values[i] for i in low.tolist()], [self.values[i] for i in high.tolist()])
        alike = np.array([np.nan if x is None else x for x in found], dtype=np.float64)
        similarity = np.full(len(left), np.nan)
        similarity[known] = settled(alike[place])
        return similarity

    @cached_property
    def _shares(self) -> Floats:
        return np.append(self.tally.share(self.names, base=self.base), np.nan)

    def keys(self) -> Lists:
        """Return the blocking keys of each row."""
        index = {name: number for number, name in enumerate(self.key_names())}
        of_value = [[index[key] for key in sorted(set(self.blocking(value)))] for value in self.values]
        return gathered(self.codes, lists(of_value))

    def key_names(self) -> Sequence[str]:
        """Return all blocking keys, sorted."""
        return sorted({key for value in self.values for key in self.blocking(value)})

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return similarity and share of two rows, slowly."""
        left, right = int(self.codes[a]), int(self.codes[b])
        if MISSING in (left, right):
            return None, None
        low, high = sorted((left, right))
        alike = self.closeness([self.values[low]], [self.values[high]])[0]
        share = float(self.tally.share([self.names[left]], base=self.base)[0]) if left == right else None
        return None if alike is None else round(alike, DIGITS), share


def _column(
    values: Sequence[Any], *, name: Callable[[Any], str], closeness: Closeness, blocking: Keys | None = None,
    base: float, tally: Tally | None,
) -> DistinctColumn:  # fmt: skip
    codes, distinct = encode(values)
    return _coded(codes, distinct, name=name, closeness=closeness, blocking=blocking, base=base, tally=tally)


def _coded(
    codes: Ints, distinct: Sequence[Any], *, name: Callable[[Any], str], closeness: Closeness, blocking: Keys | None,
    base: float, tally: Tally | None,
) -> DistinctColumn:  # fmt: skip
    names = [name(value) for value in distinct]
    counted = tally or _counted(codes, names)
    return DistinctColumn(codes, distinct, names, counted, base, closeness, blocking or (lambda v: (name(v),)))


def _counted(codes: Ints, names: Sequence[str]) -> Tally:
    counts: dict[str, int] = {}
    for name, count in zip(names, np.bincount(codes[codes >= 0], minlength=len(names)).tolist(), strict=True):
        counts[name] = counts.get(name, 0) + count
    return Tally(sum(counts.values()), counts)


def path_column(values: Sequence[EventType | None], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of event types: the same, one broader, siblings, others.

    >>> column = path_column([EventType("a.b"), EventType("a"), EventType("a.c")])
    >>> column.single(0, 1)[0], column.single(0, 2)[0]
    (0.8, 0.2)
    """
    return coded_paths(*encode(values), tally=tally)


def coded_paths(codes: Ints, values: Sequence[EventType], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of event types given as codes.

    Args:
        codes: which of `values` each row holds, or -1.
        values: the distinct event types.
        tally: frozen frequencies; by default counted here.
    """
    return _coded(
        codes, values, name=lambda v: ".".join(v.path), base=0.1, tally=tally, blocking=lambda v: v.blocking_keys(),
        closeness=lambda left, right: [type_closeness(x, y) for x, y in zip(left, right, strict=True)],
    )  # fmt: skip


@lru_cache(maxsize=1 << 14, typed=True)
def type_closeness(a: EventType, b: EventType) -> float:
    """Return 1 for one type, .6 to 1 where one is broader, below .4 for others, by the path in common.

    >>> type_closeness(EventType("coordination.centre"), EventType("coordination"))
    0.8
    """
    kin = a.relate(b)
    if kin is Relation.EQUAL:
        return 1.0
    shared = a.similarity(b) or 0.0
    return 0.6 + 0.4 * shared if kin is not Relation.UNKNOWN else 0.4 * shared


def label_column(values: Sequence[Hashable | None], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of plain values that are the same or not: truth values, enumerations, others."""
    return _column(values, name=lambda v: str(plain_key(v)[1]), closeness=_same, base=0.1, tally=tally)


def _same(left: Sequence[Any], right: Sequence[Any]) -> list[float]:
    return [float(relation(x, y) is Relation.EQUAL) for x, y in zip(left, right, strict=True)]


def number_column(values: Sequence[float | None], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of numbers, alike as the smaller is to the larger."""
    return _column(values, name=lambda v: repr(float(v)), closeness=_ratio, base=0.01, tally=tally)


def _ratio(left: Sequence[float], right: Sequence[float]) -> list[float]:
    return [
        1.0 if x == y else max(0.0, 1.0 - abs(x - y) / max(abs(x), abs(y))) for x, y in zip(left, right, strict=True)
    ]


def string_column(values: Sequence[str | None], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of short strings (names, codes), alike by Jaro–Winkler of the folded text.

    >>> string_column(["mitchell", "mitchel"]).single(0, 1)[0] > 0.9
    True
    """
    folded = [None if value is None else fold(value) or value for value in values]
    return _column(folded, name=str, closeness=_jaro_winkler, base=0.001, tally=tally)


def _jaro_winkler(left: Sequence[str], right: Sequence[str]) -> list[float]:
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import cpdist

    if not len(left):
        return []
    return cpdist(left, right, scorer=JaroWinkler.normalized_similarity, dtype=np.float64, workers=1).tolist()


def action_column(values: Sequence[str | None], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of words for what happened, alike by root, family and kin; words without a root say nothing.

    >>> action_column(["seized", "the capture", "it"]).single(0, 1)[0]
    0.75
    """
    told = [value if value is not None and read_action(value).roots else None for value in values]
    return _column(
        told, name=lambda v: " ".join(read_action(v).roots), closeness=action_similarities, base=0.01, tally=tally,
        blocking=lambda v: Action(v).blocking_keys(),
    )  # fmt: skip


def value_column(values: Sequence[Value | None], *, tally: Tally | None = None) -> DistinctColumn:
    """Return the column of any user's value class, by its own `similarity` and `blocking_keys`."""
    return _column(
        values, name=repr, base=0.01, tally=tally, blocking=lambda v: v.blocking_keys(),
        closeness=lambda left, right: [x.similarity(y) for x, y in zip(left, right, strict=True)],
    )  # fmt: skip
