"""Prevent a third source from pulling two events together: sources are taken in turn, and the first record leads.

Curated data sets list an event once. Merged in turn, each record of the next source joins the event whose first
record it is most like, or begins an event of its own; later records are compared with that first one only, so
that windows do not grow from source to source. This is how people merge such lists by hand, and how the R
package MELTT does it (Donnay et al. 2019).

>>> pairs, score = Pairs(np.array([0, 0]), np.array([1, 2])), np.array([3, 5])
>>> found, _ = in_turn(pairs, score, source=np.array([0, 1, 1]), day=np.zeros(3), threshold=0, top=9)
>>> list(zip(found.a.tolist(), found.b.tolist()))
[(0, 2)]
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from reconcile.align.arrays import MISSING, Floats, Ints, Pairs


def in_turn(
    pairs: Pairs, score: Ints, *, source: Ints, day: Floats | Ints, threshold: int, top: int
) -> tuple[Pairs, Ints]:
    """Return the pairs that taking sources in turn joins, each with the score `top`.

    The best pair of a turn comes first. Among equals the earlier event chooses first; it takes the nearest record
    of the days before, then those of its own day and after.

    Args:
        pairs: the compared pairs.
        score: the score of each.
        source: a number per row, in the order of turns; -1 for a row of no source, whose pairs stay as they are.
        day: a day per row.
        threshold: the least score that joins.
        top: the score of what is joined.
    """
    rank = np.empty(len(source), dtype=np.int64)
    rank[np.lexsort((np.arange(len(source)), source, day))] = np.arange(len(source))
    lead = np.arange(len(source))
    told = (source[pairs.a] != MISSING) & (source[pairs.b] != MISSING)
    open_ = np.flatnonzero(told & (source[pairs.a] != source[pairs.b]) & (score >= threshold))
    for rows in _turns(pairs, source, open_):
        later = np.where(source[pairs.a[rows]] > source[pairs.b[rows]], pairs.a[rows], pairs.b[rows])
        first = pairs.a[rows] + pairs.b[rows] - later
        leading = lead[first] == first
        _choose(lead, first[leading], later[leading], score[rows][leading], rank=rank, day=day)
    joined = _couples(lead, source)
    a, b = (np.concatenate([side[~told], more]) for side, more in zip(pairs, joined, strict=True))
    return Pairs(a, b), np.concatenate([score[~told], np.full(len(joined.a), top)])


def _turns(pairs: Pairs, source: Ints, open_: Ints) -> list[Ints]:
    """Return the open pairs of each turn: that of the later of their two sources."""
    turn = np.maximum(source[pairs.a[open_]], source[pairs.b[open_]])
    order = np.argsort(turn, kind="stable")
    ends = np.flatnonzero(np.diff(turn[order])) + 1
    return np.split(open_[order], ends)


def _choose(lead: Ints, first: Ints, later: Ints, score: Ints, *, rank: Ints, day: Floats | Ints) -> None:
    """Give each record of one turn its event, best pair first, one to one."""
    before = day[later] < day[first]
    near = np.where(before, -rank[later], rank[later])
    taken: set[int] = set()
    for at in np.lexsort((near, ~before, rank[first], -score)).tolist():
        one, two = int(first[at]), int(later[at])
        if one not in taken and two not in taken:
            taken |= {one, two}
            lead[two] = one


def _couples(lead: Ints, source: Ints) -> Pairs:
    """Return all couples within each event, so that a mean over pairs keeps it whole."""
    events: dict[int, list[int]] = {}
    for row in np.flatnonzero((lead != np.arange(len(lead))) & (source != MISSING)).tolist():
        events.setdefault(int(lead[row]), [int(lead[row])]).append(row)
    found = sorted(tuple(sorted(pair)) for rows in events.values() for pair in combinations(rows, 2))
    packed = np.array(found, dtype=np.int64).reshape(-1, 2)
    return Pairs(packed[:, 0], packed[:, 1])
