"""Prevent three companies from buying back one lot of shares: texts that differ in the very parties share but a form.

"Toyota announces share buy-back" and "Siemens announces share buy-back" agree in every word but the names of their
parties. What they share is the form of such news, and tells nothing. Two outlets may well name two different parties
of one event, the one a body and the other its spokesman; so this weighs only where all parties of both sides are
unlike, where no table relates them, where they are of one kind as far as tables and words of office tell, and where
one outlet says both, or two parties of each side stand in the texts.

>>> read_slots("Toyota Motor announces buy-back of $2bn", ["Toyota Motor"])[0]
('_', 'announc', 'buy', 'back', 'of')
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from reconcile.align.arrays import MISSING, Bools, Ints, encode
from reconcile.align.fields.base import Compared, nothing
from reconcile.align.fields.joint import Joint
from reconcile.align.fields.member import Member
from reconcile.align.fields.members import MembersColumn
from reconcile.align.fields.texts import TextColumn
from reconcile.align.words import stems, word_stems

FIELD, KIND = "parties in the wording", "slots"
UNLIKE = 0.8
FEW = 1_000
SLOT = "_"
_OFFICES = frozenset(
    stems(
        """
        army police military navy militia force forces security troops soldiers rebels militants gunmen fighters
        government ministry minister president presidency premier parliament senate council court cabinet official
        officials authority authorities administration office agency department commission committee command commander
        spokesman spokeswoman spokesperson source sources witness witnesses resident residents protester protesters
        worker workers governor governorate mayor party company group region leader leaders general king union
        الجيش الشرطة القوات قوة الأمن الأمنية جنود مسلحون مسلحين مقاتلون الحكومة حكومة الوزارة وزارة الوزير وزير
        رئيس الرئيس رئاسة الرئاسة البرلمان مجلس المجلس محكمة المحكمة مسؤول مسؤولون السلطات سلطة إدارة هيئة لجنة دائرة
        قيادة قائد متحدث المتحدث الناطق ناطق مصدر مصادر شهود سكان متظاهرون محافظ محافظة حزب الحزب شركة إقليم زعيم
        سوپا پۆلیس هێز ئاسایش حکومەت وەزارەت وەزیر سەرۆک سەرۆکایەتی پەرلەمان ئەنجومەن دادگا بەرپرس دەسەڵات لیژنە
        فەرماندە فەرماندەیی وتەبێژ سەرچاوە پارێزگار پارێزگا پارت کۆمپانیا هەرێم
        """
    )
)


class Slots(NamedTuple):
    """What is known of one text and its parties.

    Args:
        form: the words of the text, with `_` where parties stand; none where none does.
        named: how many of the parties stand in it.
        names: the stems of each party's name, and whether a table knows it.
    """

    form: tuple[str, ...]
    named: int
    names: tuple[tuple[frozenset[str], bool], ...]


_NOTHING = Slots((), 0, ())


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> frozenset[str]:
    return frozenset(stems(name))


def read_slots(text: str, names: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Return the words of a text with `_` for the names of its parties, and how many of these stand in it.

    Args:
        text: the wording. Words that hold a digit are left out: a figure must never part claims.
        names: the names of the parties.
    """
    known = frozenset[str]().union(*map(_words, names))
    light = frozenset(word.lower() for name in names for word in name.split())
    found: list[str] = []
    said: set[str] = set()
    for piece in text.split():
        read = word_stems(piece)
        if not known.isdisjoint(read):
            said.update(read)
            read = (SLOT,)
        elif not piece.isalpha() and any(map(str.isdigit, piece)):
            continue
        elif not read:
            read = (SLOT if found[-1:] == [SLOT] and piece.lower() in light else piece.lower(),)
        found += read if read != (SLOT,) or found[-1:] != [SLOT] else ()
    named = sum(not said.isdisjoint(_words(name)) for name in names) if said else 0
    return (tuple(found), named) if named and len(found) > 1 else ((), 0)


class SlotsColumn(Joint):
    """Which claims say the same of different parties.

    Args:
        about: the wording of each claim.
        parties: its parties.
        outlets: its outlet, or None.
    """

    def __init__(self, about: TextColumn, parties: MembersColumn, outlets: Sequence[str | None]) -> None:
        self._about, self._parties, self._outlets = about, parties, outlets
        self._known: dict[tuple[int, tuple[int, ...]], Slots] = {}

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._about.codes)

    def compare(self, a: Ints, b: Ints, *, shares: bool = True) -> Compared:  # noqa: ARG002 - nothing is shared
        """Return how alike the parties of such pairs are, below .8; NaN, no evidence, for all others."""
        similarity = nothing(len(a))
        rows = np.flatnonzero(self._comparable(a, b))
        if len(rows):
            rows = rows[self._candidate(a[rows], b[rows])]
        if len(rows):
            alike = self._parties.compare(a[rows], b[rows]).similarity
            rows, alike = rows[alike < UNLIKE], alike[alike < UNLIKE]
            told = [
                self._unlike(*pair) for pair in zip(a[rows].tolist(), b[rows].tolist(), alike.tolist(), strict=True)
            ]
            similarity[rows] = np.where(np.array(told, dtype=np.bool_), alike, np.nan)
        return Compared(similarity, nothing(len(a)))

    def _comparable(self, a: Ints, b: Ints) -> Bools:
        """Return which pairs have a wording and parties, and are of one outlet or state two parties each."""
        outlet, parties = self._outlet, self._parties.lists.counts
        one = (outlet[a] == outlet[b]) & (outlet[a] != MISSING)
        return self._formed[a] & self._formed[b] & (one | ((parties[a] > 1) & (parties[b] > 1)))

    def _candidate(self, a: Ints, b: Ints) -> Bools:
        """Return which pairs say the same of some parties, and are of one outlet or name two parties each."""
        if len(a) < FEW:
            told = (self._same_form(*pair) for pair in zip(a.tolist(), b.tolist(), strict=True))
            return np.fromiter(told, dtype=np.bool_, count=len(a))
        form, named = self._codes
        one = (self._outlet[a] == self._outlet[b]) & (self._outlet[a] != MISSING)
        return (form[a] == form[b]) & (form[a] != MISSING) & (one | ((named[a] > 1) & (named[b] > 1)))

    def _same_form(self, a: int, b: int) -> bool:
        one, two = self._slot(a), self._slot(b)
        same = self._outlets[a] is not None and self._outlets[a] == self._outlets[b]
        return bool(one.form) and one.form == two.form and (same or min(one.named, two.named) > 1)

    @cached_property
    def _formed(self) -> Bools:
        """Which rows state parties and a wording."""
        return (self._about.codes != MISSING) & (self._parties.lists.counts > 0)

    @cached_property
    def _outlet(self) -> Ints:
        return encode(self._outlets)[0]

    @cached_property
    def _codes(self) -> tuple[Ints, Ints]:
        rows = [self._slot(row) for row in range(self.size)]
        named = np.array([one.named for one in rows], dtype=np.int64)
        return encode([one.form or None for one in rows])[0], named

    def _slot(self, row: int) -> Slots:
        """Return the slots of a row; rows of one text and one list of parties are read once."""
        if not self._formed[row]:
            return _NOTHING
        lists = self._parties.lists
        key = (int(self._about.codes[row]), tuple(lists.codes[lists.start[row] : lists.start[row + 1]].tolist()))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._read(*key)
        return found

    def _read(self, text: int, members: tuple[int, ...]) -> Slots:
        held: list[Member] = [self._parties.members[code] for code in members]
        form, named = read_slots(self._about.texts[text], [one.name for one in held])
        return Slots(form, named, tuple((_words(one.name), one.node is not None) for one in held)) if form else _NOTHING

    def _unlike(self, a: int, b: int, alike: float) -> bool:
        """Return whether all parties of two rows are unlike, and of one kind as far as one can tell."""
        one, two = self._slot(a).names, self._slot(b).names
        if alike > 0.0 and min(len(one), len(two)) > 1:
            return False
        offices = [{name & _OFFICES for name, _ in names} for names in (one, two)]
        tables = [{known for _, known in names} for names in (one, two)]
        own = [name for name, _ in (*one, *two) if not name <= _OFFICES]
        nested = any(x <= y or y <= x or _short(x, y) or _short(y, x) for x, _ in one for y, _ in two)
        return not nested and offices[0] == offices[1] and tables[0] == tables[1] and len(own) == len(one) + len(two)

    def single(self, a: int, b: int) -> tuple[float | None, float | None]:
        """Return the likeness of the parties of one pair, or None, slowly."""
        if not self._same_form(a, b):
            return None, None
        alike = self._parties.single(a, b)[0]
        return (alike, None) if alike is not None and alike < UNLIKE and self._unlike(a, b, alike) else (None, None)


def _short(short: frozenset[str], long: frozenset[str]) -> bool:
    """Return whether one name may be made of the first letters of the other's words."""
    return len(short) == 1 < len(long) and sorted(next(iter(short))) == sorted(word[0] for word in long)
