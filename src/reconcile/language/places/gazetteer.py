"""Prevent two names of one place from reading as two places, and one name of two places from reading as one.

>>> places = Gazetteer.builtin()
>>> places.node("أربيل") == places.node("Hewlêr") == places.node("the capital of the Kurdistan Region")
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from reconcile.errors import ClaimError
from reconcile.language.places import stack
from reconcile.language.places.model import Layer, Node, PlaceInfo
from reconcile.language.places.order import order
from reconcile.language.places.resolve import nodes_of
from reconcile.language.places.rows import RowLayer
from reconcile.language.places.stack import Stack
from reconcile.language.places.table import builtin_table
from reconcile.language.places.words import MAX_LENGTH
from reconcile.language.read_table import read_table


class Gazetteer:
    """Places with their names, containers and order; immutable, and hashed by content.

    Args:
        layers: tables of places; a name or an id in one hides the same in those after it.

    >>> Gazetteer.builtin().candidates("قضاء خانقين")
    ('gn:94590',)
    """

    __slots__ = ("_stack",)

    def __init__(self, layers: Iterable[Layer]) -> None:
        self._stack = Stack(tuple(layers))

    @classmethod
    def builtin(cls) -> Gazetteer:
        """Return the built-in gazetteer, read once.

        >>> Gazetteer.builtin() is Gazetteer.builtin()
        True
        """
        return _builtin()

    @classmethod
    def load(cls, path: str | Path, *, extends: Gazetteer | None = None) -> Gazetteer:
        """Return a gazetteer read from a CSV or JSON Lines file.

        Args:
            path: a file with the columns `id`, `name`, `parent` (or `parent_id`), `aliases` (parted by `;`), `lat`,
                `lon`, `kind`, `country`, `population`; all but `id` and `name` may be missing.
            extends: a gazetteer to put the file's places above: its names go first, and a row with an id of it adds
                names to that place.

        Raises:
            ClaimError: gathers every fault with its line and field.

        >>> Gazetteer.load("no such file.csv")
        Traceback (most recent call last):
        ...
        reconcile.errors.ClaimError: no such file.csv: cannot be read: No such file or directory (give the path of a CSV or JSON Lines file)
        """  # noqa: E501
        below = extends.layers if extends else ()
        rows = ((f"{path}, line {line}", row) for line, row in read_table(Path(path), columns=("id", "name")))
        return cls((RowLayer.numbered(rows, below=below), *below))

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]], *, extends: Gazetteer | None = None) -> Gazetteer:
        """Return a gazetteer of rows with the fields that `load` reads.

        Args:
            rows: one mapping for each place.
            extends: a gazetteer to put the places above.

        Raises:
            ClaimError: gathers every fault with its row and field.

        >>> camp = {"id": "camp", "name": "Camp Alpha", "parent": "gn:96965"}
        >>> places = Gazetteer.from_rows([camp], extends=Gazetteer.builtin())
        >>> places.order(places.node("Camp Alpha"), places.node("Diyala"))
        'inside'
        """
        below = extends.layers if extends else ()
        return cls((RowLayer.of(rows, below=below), *below))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Gazetteer) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self._stack)

    def __repr__(self) -> str:
        return f"<Gazetteer {self.digest[:12]}>"

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The tables it is made of, the upper one first."""
        return self._stack.layers

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, as hexadecimal digits."""
        return self._stack.digest

    def candidates(self, name: str, *, typos: int = 0) -> tuple[str, ...]:
        """Return the ids that `name` may mean, sorted; empty where it is unknown.

        Args:
            name: a place's name, plain, with a generic head ("محافظة"), described ("capital of …") or followed by
                its container ("Tikrit, Iraq").
            typos: letters that may be wrong (0 or 1); tried only where the name as written is unknown.

        >>> Gazetteer.builtin().candidates("nowhere at all")
        ()
        """
        return stack.candidates(self._stack, name, typos) if len(name) <= MAX_LENGTH else ()

    def node(self, name: str, *, among: Iterable[str] = (), typos: int = 0) -> Node | None:
        """Return where `name` stands in the tree of places, or None where it is unknown or ambiguous.

        Args:
            name: a place's name.
            among: other names of the same claim, which may tell two places of one name apart.
            typos: letters that may be wrong (0 or 1); taken only where one place is nearest.

        >>> places = Gazetteer.builtin()
        >>> places.node("Khanaqinn"), places.node("Khanaqinn", typos=1) == places.node("Khanaqin")
        (None, True)
        """
        others = frozenset(other for other in among if len(other) <= MAX_LENGTH) - {name}
        return stack.node(self._stack, name, others, typos) if len(name) <= MAX_LENGTH else None

    def nodes(self, name: str) -> tuple[Node, ...]:
        """Return every place that `name` may mean: one node where it is clear, several where it is ambiguous.

        Args:
            name: a place's name.

        >>> len(Gazetteer.builtin().nodes("Tripoli")) > 1
        True
        """
        return nodes_of(self.candidates(name), lambda number: stack.path(self._stack, number))

    def is_ambiguous(self, name: str, *, among: Iterable[str] = ()) -> bool:
        """Return whether `name` is known but does not say which place it means.

        >>> Gazetteer.builtin().is_ambiguous("Tripoli"), Gazetteer.builtin().is_ambiguous("Mosul")
        (True, False)
        """
        return bool(self.candidates(name)) and self.node(name, among=among) is None

    def chain(self, number: str) -> tuple[str, ...]:
        """Return the place's id and its containers' ids, outward; empty where the id is unknown.

        >>> places = Gazetteer.builtin()
        >>> [places.info(one).name for one in places.chain("gn:95446")][2:]
        ['Erbil Governorate', 'Kurdistan Region', 'Iraq']
        """
        return tuple(place.info.id for place in stack.path(self._stack, number))

    def order(self, a: Node, b: Node) -> str:
        """Return how two nodes stand: `equal`, `inside` (a in b), `contains`, `apart` or `unknown`.

        >>> places = Gazetteer.builtin()
        >>> places.order(places.node("مدينة أربيل"), places.node("أربيل"))
        'inside'
        """
        return order(a, b, lambda number: stack.path(self._stack, number))

    def info(self, number: str) -> PlaceInfo:
        """Return what is known of a place.

        Raises:
            ClaimError: when no place has this id.

        >>> Gazetteer.builtin().info("gn:94591").name
        'Khanaqin'
        """
        places = stack.path(self._stack, number)  # it and its containers, which are remembered
        if not places:
            raise ClaimError(f"no place has the id {number!r}", repair="use an id that candidates() gives")
        return places[0].info


@lru_cache(maxsize=1)
def _builtin() -> Gazetteer:
    return Gazetteer((builtin_table(),))
