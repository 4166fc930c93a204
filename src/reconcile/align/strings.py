"""Prevent a Python object per word of a million texts: strings are told apart in Arrow, where it is installed.

Arrow parts texts at other blanks than Python does, and that is no matter: a piece that holds a blank is cut
when its stems are read, and what is cut for being a blank would be cut for not being a letter.

>>> words, pieces = split(["a b", None, "b"])
>>> words.codes.tolist(), words.counts.tolist(), pieces
([0, 1, 1], [2, 0, 1], ['a', 'b'])
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

import numpy as np

from reconcile.align.arrays import MISSING, Ints, Lists, encode, starts

T = TypeVar("T")
ENOUGH = 20_000
MOSTLY = 0.9


class ArrowStrings(Sequence[str]):
    """Strings in Arrow's memory, made into Python's one by one when they are asked for.

    Args:
        array: an array of strings.
    """

    def __init__(self, array: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        self.array = array

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.array)

    def __iter__(self) -> Iterator[str]:
        """Return the strings, one after the other."""
        return iter(self.array.to_pylist())

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401
        """Return one string, or some."""
        return ArrowStrings(self.array[index]) if isinstance(index, slice) else self.array[index].as_py()


class ArrowLists(Sequence[list[str] | None]):
    """Lists of strings in Arrow's memory.

    Args:
        array: an array of lists of strings.
    """

    def __init__(self, array: Any) -> None:  # noqa: ANN401
        self.array = array

    def __len__(self) -> int:
        """Return how many lists there are."""
        return len(self.array)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401
        """Return one list, or some."""
        return ArrowLists(self.array[index]) if isinstance(index, slice) else self.array[index].as_py()


def taken(values: Sequence[T], rows: Ints) -> Sequence[T]:
    """Return the values of these rows, in Arrow where they are in Arrow.

    >>> taken(["a", "b"], np.array([1, 0]))
    ['b', 'a']
    """
    if isinstance(values, ArrowStrings | ArrowLists):
        return type(values)(values.array.take(rows))  # pyright: ignore[reportReturnType]
    return [values[row] for row in rows.tolist()]


def sorted_rows(ids: Sequence[str]) -> Ints:
    """Return the rows of `ids` in their order; equal ones as they stand.

    >>> sorted_rows(["b", "a", "b"]).tolist()
    [1, 0, 2]
    """
    if isinstance(ids, ArrowStrings):
        import pyarrow.compute as pc

        return pc.sort_indices(ids.array).to_numpy().astype(np.int64)
    return np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)


def coded_lists(rows: Sequence[Sequence[str] | None]) -> tuple[Lists, Sequence[str]]:
    """Return the members of each list as codes, and what the codes stand for; no list holds none.

    >>> coded_lists([["x"], None, ["y", "x"]])[0].codes.tolist()
    [0, 1, 0]
    """
    if isinstance(rows, ArrowLists):
        import pyarrow.compute as pc

        codes, distinct = _dictionary(pc.list_flatten(rows.array))
        counts = pc.fill_null(pc.list_value_length(rows.array), 0).to_numpy()
        return Lists(starts(counts), codes), distinct.to_pylist()
    counts = np.fromiter((len(row or ()) for row in rows), dtype=np.int64, count=len(rows))
    codes, distinct = encode(list(chain.from_iterable(row or () for row in rows)))
    return Lists(starts(counts), codes), distinct


def coded(texts: Sequence[str | None]) -> tuple[Ints, Sequence[str]]:
    """Return a code per text, and the distinct texts that the codes count; None is `MISSING`.

    Args:
        texts: texts, or None; `ArrowStrings` stay in Arrow.

    >>> coded(["x", None, "x"])
    (array([ 0, -1,  0]), ['x'])
    """
    if not isinstance(texts, ArrowStrings):
        return encode(texts)
    import pyarrow as pa

    codes, distinct = _dictionary(texts.array)
    pa.default_memory_pool().release_unused()  # what telling millions apart took is not needed again
    # Where all differ, the given ones are kept and not a copy.
    return codes, texts if len(distinct) == len(texts) else ArrowStrings(distinct)


def coded_texts(texts: Sequence[str | None]) -> tuple[Ints, Sequence[str]]:
    """Return what `coded` does; where nearly all of very many texts differ, each text has a code of its own.

    Args:
        texts: texts, or None; `ArrowStrings` stay in Arrow.

    >>> coded_texts(["x", None, "x"])
    (array([ 0, -1,  0]), ['x'])
    """
    if not isinstance(texts, ArrowStrings) or len(texts) < ENOUGH or texts.array.null_count:
        return coded(texts)
    first = texts[:ENOUGH]
    alone = len(coded(first)[1]) > MOSTLY * ENOUGH  # a copy of all texts is saved, and their comparison
    return (np.arange(len(texts)), texts) if alone else coded(texts)


def split(texts: Sequence[str | None]) -> tuple[Lists, Sequence[str]]:
    """Return the pieces of each text between blanks, as codes, and what the codes stand for.

    Args:
        texts: texts, or None; what is made of `ArrowStrings`, or of very many, stays in Arrow.
    """
    array = _arrow(texts)
    if array is None:
        found = [text.split() if text else () for text in texts]
        counts = np.fromiter(map(len, found), dtype=np.int64, count=len(found))
        codes, pieces = encode(list(chain.from_iterable(found)))
        return Lists(starts(counts), codes), pieces
    import pyarrow.compute as pc

    lists = pc.utf8_split_whitespace(array)
    codes, distinct = _dictionary(pc.list_flatten(lists))
    return Lists(starts(pc.fill_null(pc.list_value_length(lists), 0).to_numpy()), codes), ArrowStrings(distinct)


def united(parts: Sequence[Sequence[str]]) -> tuple[list[Ints], list[str]]:
    """Return a code for each text of each part, the same in all parts, and the distinct texts that the codes count.

    Args:
        parts: the distinct texts of each of some parts.

    >>> codes, texts = united([["a", "b"], ["b", "c"]])
    >>> [some.tolist() for some in codes], texts
    ([[0, 1], [1, 2]], ['a', 'b', 'c'])
    """
    arrays = [part.array for part in parts if isinstance(part, ArrowStrings)]
    if len(arrays) == len(parts) > 0:
        import pyarrow as pa

        codes, found = _dictionary(pa.chunked_array(arrays))
        texts = found.to_pylist()
    else:
        codes, texts = encode(list(chain.from_iterable(parts)))
    return np.split(codes, np.cumsum([len(part) for part in parts])[:-1]), texts


def numbered(texts: Sequence[str]) -> tuple[Ints, list[str]]:
    """Return the place of each text among the distinct ones in alphabetical order, and those.

    >>> numbered(["b", "a", "b"])[0].tolist()
    [1, 0, 1]
    """
    array = _arrow(texts)
    if array is None:
        distinct = sorted(set(texts))
        index = {text: place for place, text in enumerate(distinct)}
        return np.fromiter(map(index.__getitem__, texts), dtype=np.int64, count=len(texts)), distinct
    import pyarrow.compute as pc

    codes, found = _dictionary(array)
    order = pc.sort_indices(found).to_numpy()  # by bytes of UTF-8, which is the order of Python's strings
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return place[codes], found.take(order).to_pylist()


def _arrow(texts: Sequence[str | None]) -> Any:  # noqa: ANN401
    """Return texts as an Arrow array; None where that is not worth it, or cannot be."""
    if isinstance(texts, ArrowStrings):
        return texts.array
    if len(texts) < ENOUGH:
        return None
    try:
        import pyarrow as pa

        return pa.array(texts, type=pa.large_string())
    except (ImportError, UnicodeEncodeError):  # a lone surrogate has no UTF-8
        return None


def _dictionary(array: Any) -> tuple[Ints, Any]:  # noqa: ANN401
    import pyarrow as pa
    import pyarrow.compute as pc

    chunks = array.dictionary_encode()
    chunks = chunks.chunks if isinstance(chunks, pa.ChunkedArray) else [chunks]
    if not chunks:
        return np.zeros(0, dtype=np.int64), pa.array([], type=array.type)
    codes = [pc.fill_null(chunk.indices, MISSING).to_numpy(zero_copy_only=False) for chunk in chunks]
    return np.concatenate(codes).astype(np.int64), chunks[-1].dictionary  # each chunk has the last one's, or less
