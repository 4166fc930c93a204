"""Prevent "the prime minister" of 2019 from being the one of 2021: names of people and bodies, with dates.

>>> lexicon = Lexicon.builtin()
>>> lexicon.resolve("داعش") == lexicon.resolve("Islamic State") == "isis"
True
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, cast

from reconcile.errors import ClaimError
from reconcile.language.lexicon_rows import Entry, read_entries
from reconcile.language.names.keys import first_key, name_keys
from reconcile.language.read_table import read_table

_DEEPEST = 64
_FILES = ("organizations.jsonl", "states.jsonl")
_KEYS = "lexicon_keys.txt"


class Entity(NamedTuple):
    """A person, organization or office.

    Attributes:
        id: its id.
        name: the first name of its first row.
        kind: `person`, `organization`, `state`, `office`, or a user's word.
        part_of: id of the body it belongs to, or None.

    >>> Entity("un", "United Nations", "organization", None).name
    'United Nations'
    """

    id: str
    name: str
    kind: str
    part_of: str | None


class LexiconTable(NamedTuple):
    """The names and the entities of one file of rows.

    Attributes:
        names: the rows of each key.
        entities: the entities by id.

    >>> LexiconTable.of([]).names
    {}
    """

    names: Mapping[str, tuple[Entry, ...]]
    entities: Mapping[str, Entity]

    @classmethod
    def of(cls, entries: Iterable[Entry], *, key: Callable[[str], str] = first_key) -> LexiconTable:
        """Return the table of `entries`; of several rows of one id the first gives the name and the kind.

        Args:
            entries: the rows.
            key: what gives the key of a name; the built-in table comes with its keys.
        """
        names: dict[str, tuple[Entry, ...]] = {}
        entities: dict[str, Entity] = {}
        for entry in entries:
            known = entities.get(entry.id, Entity(entry.id, entry.names[0], entry.kind, None))
            entities[entry.id] = known._replace(part_of=known.part_of or entry.part_of)
            for one in dict.fromkeys(map(key, entry.names)):
                names[one] = (*names.get(one, ()), entry)
        return cls(names, entities)


class Lexicon:
    """Names of people and organizations; immutable, and hashed by content.

    Args:
        entries: the rows, in the order that decides which name is shown.
        extends: a lexicon whose entries stand behind: a name of ours goes first.
        key: what gives the key of a name; the built-in table comes with its keys.

    >>> office = {"id": "pm-2020", "names": "the prime minister", "valid_from": "2020-05-07", "valid_to": "2022-10-27"}
    >>> lexicon = Lexicon.from_rows([{"id": "pm-2020", "names": "A. Person"}, office])
    >>> lexicon.resolve("the Prime Minister"), lexicon.resolve("the Prime Minister", on=date(2021, 3, 28))
    (None, 'pm-2020')
    """

    __slots__ = ("_tables", "digest")

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        extends: Lexicon | None = None,
        key: Callable[[str], str] = first_key,
    ) -> None:
        entries = tuple(entries)
        self._tables = (LexiconTable.of(entries, key=key), *(extends.tables if extends else ()))
        total = hashlib.sha256(extends.digest.encode() if extends else b"")
        for entry in entries:
            total.update(json.dumps(entry, ensure_ascii=True, default=str).encode())
        self.digest = total.hexdigest()

    @classmethod
    def builtin(cls) -> Lexicon:
        """Return the built-in lexicon: states, international bodies and armed groups known world-wide.

        >>> Lexicon.builtin() is Lexicon.builtin()
        True
        """
        return _builtin()

    @classmethod
    def load(cls, path: str | Path, *, extends: Lexicon | None = None) -> Lexicon:
        """Return a lexicon read from a CSV or JSON Lines file.

        Args:
            path: a file with the columns `id`, `names` (a list, or parted by `;`), `kind`, `valid_from`, `valid_to`,
                `part_of`, `holder`; all but `id` and `names` may be missing, and one id may have several rows.
            extends: a lexicon to put the file's entries above.

        Raises:
            ClaimError: gathers every fault with its line and field.

        >>> Lexicon.load("no such file.jsonl")
        Traceback (most recent call last):
        ...
        reconcile.errors.ClaimError: no such file.jsonl: cannot be read: No such file or directory (give the path of a CSV or JSON Lines file)
        """  # noqa: E501
        rows = ((f"{path}, line {line}", row) for line, row in read_table(Path(path), columns=("id",)))
        return cls(read_entries(rows, known=_ids(extends)), extends=extends)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]], *, extends: Lexicon | None = None) -> Lexicon:
        """Return a lexicon of rows with the fields that `load` reads.

        Raises:
            ClaimError: gathers every fault with its row and field.

        >>> Lexicon.from_rows([{"id": "x", "names": "X Corps"}]).resolve("x corps")
        'x'
        """
        numbered = ((f"row {number}", row) for number, row in enumerate(rows, 1))
        return cls(read_entries(numbered, known=_ids(extends)), extends=extends)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Lexicon) and other.digest == self.digest)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Lexicon {self.digest[:12]}>"

    @property
    def tables(self) -> tuple[LexiconTable, ...]:
        """The tables it is made of, the upper one first."""
        return self._tables

    def resolve(self, name: str, *, on: date | None = None) -> str | None:
        """Return the id of the one entity that `name` means, or None.

        Args:
            name: a name as a report writes it; titles before a person's name do not matter.
            on: the day that the name is used of. A name that holds for a time only (an office) needs it.

        >>> Lexicon.builtin().resolve("الأمم المتحدة")
        'un'
        """
        for key in name_keys(name):
            for table in self._tables:
                if entries := table.names.get(key):
                    ids = {entry.holder or entry.id for entry in entries if entry.holds(on)}
                    return ids.pop() if len(ids) == 1 else None
        return None

    def chain(self, number: str) -> tuple[str, ...]:
        """Return the entity's id and those of the bodies it is part of, outward; empty where the id is unknown.

        >>> Lexicon.builtin().chain("unicef")
        ('unicef', 'un')
        """
        ids: list[str] = []
        entity = self._entity(number)
        while entity and entity.id not in ids and len(ids) < _DEEPEST:
            ids.append(entity.id)
            entity = self._entity(entity.part_of) if entity.part_of else None
        return tuple(ids)

    def order(self, a: str, b: str) -> str:
        """Return how two entities stand: `equal`, `inside` (a is part of b), `contains`, `apart` or `unknown`.

        >>> lexicon = Lexicon.builtin()
        >>> lexicon.order("unicef", "un"), lexicon.order("un", "nato"), lexicon.order("un", "nobody")
        ('inside', 'apart', 'unknown')
        """
        if a == b:
            return "equal"
        ours, theirs = self.chain(a), self.chain(b)
        if not ours or not theirs:
            return "unknown"
        if b in ours:
            return "inside"
        return "contains" if a in theirs else "apart"

    def name_of(self, number: str) -> str:
        """Return the name that an entity is shown by.

        Raises:
            ClaimError: when no entity has this id.

        >>> Lexicon.builtin().name_of("nato")
        'NATO'
        """
        return self.info(number).name

    def info(self, number: str) -> Entity:
        """Return what is known of an entity.

        Raises:
            ClaimError: when no entity has this id.

        >>> Lexicon.builtin().info("unicef").part_of
        'un'
        """
        entity = self._entity(number)
        if entity is None:
            raise ClaimError(f"no entity has the id {number!r}", repair="use an id that resolve() gives")
        return entity

    def _entity(self, number: str) -> Entity | None:
        return next((table.entities[number] for table in self._tables if number in table.entities), None)


def _ids(lexicon: Lexicon | None) -> frozenset[str]:
    return frozenset(number for table in (lexicon.tables if lexicon else ()) for number in table.entities)


def builtin_rows() -> list[dict[str, object]]:
    """Return the rows of the built-in lexicon, as its files have them.

    >>> builtin_rows()[0]["id"]
    'un'
    """
    folder = files("reconcile.language") / "data"
    lines = (line for name in _FILES for line in (folder / name).read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines]


@lru_cache(maxsize=1)
def _builtin() -> Lexicon:
    rows = builtin_rows()
    keys = (files("reconcile.language") / "data" / _KEYS).read_text(encoding="utf-8").splitlines()
    known = {**dict(zip(names_in(rows), keys, strict=True)), "": ""}
    numbered = ((f"row {number}", row) for number, row in enumerate(rows, 1))
    return Lexicon(read_entries(numbered, key=known.__getitem__), key=known.__getitem__)


def names_in(rows: Iterable[Mapping[str, object]]) -> list[str]:
    """Return all names of the rows, each once.

    >>> names_in([{"id": "x", "names": ["X", "X Corps"]}, {"id": "y", "names": ["X"]}])
    ['X', 'X Corps']
    """
    return list(dict.fromkeys(name for row in rows for name in cast("list[str]", row["names"])))
