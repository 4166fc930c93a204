"""Prevent "Khaffaji" and "Khafaji" from being two men in one run: names are resolved together.

Tables go first. Spellings that no table knows are grouped when they are near-equal (`name_similarity` of at
least `NEAR`, as a mean over all couples of the group, so that groups do not chain): being one name is an
equivalence.

>>> from reconcile import Claim
>>> one = Claim(about="a", parties=["Yahya Rasool Abdullah"], source="x")
>>> two = Claim(about="b", parties=["Yahya Rasoul Abdullah"], source="y")
>>> names = resolve_names([one, two])
>>> names.spelling("Yahya Rasool Abdullah") == names.spelling("Yahya Rasoul Abdullah")
True
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from reconcile.align.arrays import Floats, Ints, Pairs, packed, ragged
from reconcile.align.block import Family, candidates
from reconcile.align.cluster import average_linkage, components
from reconcile.align.order import as_sets, told_apart
from reconcile.align.sounds import Spelled
from reconcile.align.threads import in_threads
from reconcile.align.voices import VoiceGroups, names_of_voices, voice_groups
from reconcile.claims import Claim
from reconcile.claims.roles import value_types
from reconcile.collecting import uncollected
from reconcile.language import Gazetteer, Lexicon, Node, fold
from reconcile.values import Parties, Places
from reconcile.values.names import BUILTIN, TableNames

NEAR = 0.9
SHORTEST = 5
RUN = 4
LIMIT = 60
FEW = 200
THOUSAND = 1000
_SCALE = 1_000_000
AT_ONCE = 250_000
NO_VOICES = VoiceGroups({}, {})


class RunNames(TableNames):
    """The names of one run: by tables first, then by groups of near-equal spellings.

    Args:
        groups: the key of each spelling that is grouped, by its folded text.
        voices: names of voices that are, or may be, one, by their folded text.
        gazetteer: the table of places; by default the built-in one.
        lexicon: the table of people and organizations; by default the built-in one.
        known: what has been looked up in the same tables.
    """

    def __init__(
        self,
        groups: Mapping[str, str],
        *,
        voices: VoiceGroups = NO_VOICES,
        gazetteer: Gazetteer | None = None,
        lexicon: Lexicon | None = None,
        known: TableNames | None = None,
    ) -> None:
        super().__init__(gazetteer, lexicon)
        if known is not None:
            self._knows(known)
        self._groups, self._voices = dict(groups), voices

    def spelling(self, name: str) -> str:
        """Return the key that all near-equal spellings of an unresolved name share."""
        key = fold(name) or name
        return self._groups.get(key, key)

    def voice(self, name: str, *, likely: bool = False) -> str:
        """Return the key that all names of one voice share; with `likely`, all names that may be one.

        >>> RunNames({}).voice("Rudaw")
        'rudaw'
        """
        known = self.party(name)
        if known is not None:
            return known
        key = self.spelling(name)
        return (self._voices.likely if likely else self._voices.near).get(key, key)

    def containers(self, node: Hashable) -> tuple[str, ...]:
        """Return the ids of a resolved place and of what contains it, without the country.

        >>> RunNames({}).containers(None)
        ()
        """
        if not isinstance(node, Node):
            return ()
        chain = self.gazetteer.chain(node.high)
        return tuple(dict.fromkeys((node.low, *(chain[:-1] or chain))))


@uncollected()
def resolve_names(
    claims: Iterable[Claim], *, gazetteer: Gazetteer | None = None, lexicon: Lexicon | None = None
) -> RunNames:
    """Return the names of a run of claims.

    Args:
        claims: all claims of the run; their order changes nothing.
        gazetteer: the table of places; by default the built-in one.
        lexicon: the table of people and organizations; by default the built-in one.
    """
    given = list(claims)
    # Claims that are read together share most of their values: one object is asked once.
    sources = {id(claim.source): claim.source for claim in given}.values()
    values = {id(one): one for claim in given for one in map(claim.__dict__.get, _naming(type(claim)))}.values()
    places = {place.name for value in values if isinstance(value, Places) for place in value.items}
    parties = {party.name for value in values if isinstance(value, Parties) for party in value.items}
    voices = names_of_voices(sources)
    return names_of(places=places, parties=parties, voices=voices, gazetteer=gazetteer, lexicon=lexicon)


@lru_cache(maxsize=256)
def _naming(claim_type: type[Claim]) -> tuple[str, ...]:
    """Return the fields of a class that may hold names: most fields hold none, and there are many claims."""
    fields = claim_type.model_fields.items()
    return tuple(name for name, info in fields if any(map(_may_name, value_types(info.annotation))))


def _may_name(kind: type) -> bool:
    return kind is object or issubclass(kind, Places | Parties)


def names_of(
    *,
    places: Iterable[str],
    parties: Iterable[str],
    voices: Iterable[str] = (),
    gazetteer: Gazetteer | None = None,
    lexicon: Lexicon | None = None,
) -> RunNames:
    """Return the names of a run, given all names that stand in it.

    Args:
        places: names of places.
        parties: names of parties.
        voices: names of speakers, organizations and outlets.
        gazetteer: the table of places; by default the built-in one.
        lexicon: the table of people and organizations; by default the built-in one.
    """
    # What the shipped tables know is looked up once in a process, not once in a run.
    tables = BUILTIN if gazetteer is None and lexicon is None else TableNames(gazetteer, lexicon)
    groups = grouped(unresolved(places, parties, tables))
    told = {groups.get(name, name) for name in unresolved((), voices, tables)}
    return RunNames(groups, voices=voice_groups(sorted(told)), gazetteer=gazetteer, lexicon=lexicon, known=tables)


def unresolved(places: Iterable[str], parties: Iterable[str], tables: TableNames) -> list[str]:
    """Return the folded names that no table knows, sorted.

    Args:
        places: names of places.
        parties: names of parties.
        tables: the tables.
    """
    unknown = {name for name in places if tables.place(name) is None and not tables.meanings(name)}
    unknown |= {name for name in parties if tables.party(name) is None}
    return sorted({fold(name) or name for name in unknown})


def grouped(names: Sequence[str]) -> dict[str, str]:
    """Return, for each name that has near-equal spellings, the first of them in alphabetical order.

    Args:
        names: folded names, sorted and distinct. Names of fewer than five letters, and names that hold a
            digit, stand alone: one letter or digit is too much of them.

    >>> grouped(["abdul rahman al jaburi", "abdul rahman al jabouri", "b12"])["abdul rahman al jaburi"]
    'abdul rahman al jabouri'
    """
    long = sorted(name for name in names if len(name) >= SHORTEST and not _has_digit(name))
    pairs = _neighbors(long)
    a, b, alike = _near(Spelled(long), pairs) if len(pairs.a) else (*pairs, np.zeros(0))
    if not len(a):
        return {}
    score = np.round(alike * _SCALE).astype(np.int64)
    label = average_linkage(len(long), a, b, score, threshold=round(NEAR * _SCALE), absent=0)
    first: dict[int, str] = {}
    for name, number in zip(long, label.tolist(), strict=True):
        first.setdefault(number, name)
    return {name: first[number] for name, number in zip(long, label.tolist(), strict=True) if first[number] != name}


def _has_digit(name: str) -> bool:
    return not name.replace(" ", "").isalpha() and any(map(str.isdigit, name))


def _near(names: Spelled, pairs: Pairs) -> tuple[Ints, Ints, Floats]:
    """Return the pairs of names that can matter, and how alike they are: near names link both ends."""
    slices = [slice(at, at + AT_ONCE) for at in range(0, len(pairs.a), AT_ONCE)]

    def near(some: slice) -> tuple[Ints, Ints]:
        a, b = pairs.whole(some)
        alike = names.alike(a, b, least=int(NEAR * THOUSAND)) >= NEAR
        return a[alike], b[alike]

    found = [near(slices[0]), *in_threads(near, slices[1:])]  # the first one sounds the names, for all
    a, b = (np.concatenate(side) for side in zip(*found, strict=True))
    if not len(a):
        return a, b, np.zeros(0)
    linked = components(len(names.names), a, b)
    kept = [pairs.whole(some) for some in slices]
    kept = [pair.whole(linked[pair.a] == linked[pair.b]) for pair in kept]
    a, b = (np.concatenate(side) for side in zip(*kept, strict=True))
    return a, b, names.alike(a, b)


def _neighbors(names: Sequence[str]) -> Pairs:
    """Return pairs of names that share a run of four letters, in bounded number."""
    told = _of_few(names) if len(names) <= FEW else None
    if told is not None:
        return told
    lengths = np.fromiter(map(len, names), dtype=np.int64, count=len(names))
    letters = np.frombuffer("".join(names).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    owner, place = ragged(lengths)
    whole = np.flatnonzero(place <= lengths[owner] - RUN)
    keys = as_sets(owner[whole], _runs(letters)[whole], size=len(names))
    found = candidates([Family("letters", keys)], lengths, lengths, limit=LIMIT, window=2)
    return found.neighbors.whole(slice(None))


def _of_few(names: Sequence[str]) -> Pairs | None:
    """Return what `_neighbors` does, without arrays of letters; None where a run of letters stands in many names."""
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}  # most runs stand in one name, and need no list
    for row, name in enumerate(names):
        for run in {name[at : at + RUN] for at in range(len(name) - RUN + 1)}:
            if first.setdefault(run, row) != row:
                shared.setdefault(run, [first[run]]).append(row)
    if max(map(len, shared.values()), default=0) > LIMIT:
        return None
    pairs = sorted({pair for rows in shared.values() for pair in combinations(rows, 2)})
    return Pairs(*np.array(pairs, dtype=np.int64).reshape(-1, 2).T)


def _runs(letters: npt.NDArray[np.uint32]) -> Ints:
    """Return a number for the `RUN` letters that begin at each place, in alphabetical order."""
    codes = letters.astype(np.int64)
    two = told_apart(packed(codes[:-1], codes[1:])[0])[1]
    return told_apart(packed(two[:-2], two[2:])[0])[1]
