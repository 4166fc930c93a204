"""Prevent one voice's figure from being merged with another's: equal statements are one position, others stand beside.

>>> from reconcile import Claim
>>> from reconcile.diff.statements import statements
>>> claims = [Claim(id=i, about="x", count=n, source=i) for i, n in (("a", 2), ("b", 2), ("c", 3))]
>>> groups = grouped([s for c in claims for s in statements(c)], Lineage())
>>> [[len(p) for p in account] for account in groups]
[[2, 1]]
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any

from reconcile.diff.frames import Apart, Standing, never_apart, standing
from reconcile.diff.statements import Frame, Statement
from reconcile.diff.voices.lineage import Lineage
from reconcile.values import Names, Places, Quantity, Relation, relation

Stated = list[Statement]
_Stand = Callable[[Frame, Frame], Standing]


def grouped(
    statements: Sequence[Statement],
    lineage: Lineage,
    *,
    side_by_side: Apart = never_apart,
    relate: Callable[[Statement, Statement], Relation] | None = None,
    stand: _Stand | None = None,
) -> list[list[Stated]]:
    """Return the accounts of one field of one event, each as its positions, each as its statements.

    Statements whose frames are equal, or leave a part unstated that the other states, belong to one account; a frame
    that would fit several accounts stands alone. Inside an account, equal values are one position.

    Args:
        statements: all statements of the field.
        lineage: how names are resolved.
        side_by_side: whether one voice stated two lists of places beside each other.
        relate: how the value of one statement stands to that of another; by default it is worked out anew.
        stand: how one frame stands to another; by default it is worked out anew.

    Returns:
        Accounts, positions and statements, all in an order that follows from their content.
    """
    if relate is None:
        relate = partial(_related, names=lineage.names)
    if stand is None:
        stand = partial(standing, names=lineage.names, side_by_side=side_by_side)
    accounts: list[list[Stated]] = []
    for group in _alike(statements):
        fits = [account for account in accounts if _fits(group, account, lineage.names, side_by_side, stand)]
        if len(fits) == 1:
            fits[0].append(group)
        else:
            accounts.append([group])
    found = [equal_values([one for group in account for one in group], relate) for account in accounts]
    return sorted(found, key=lambda account: min(s.order for position in account for s in position))


def one_value(statements: Sequence[Statement]) -> bool:
    """Return whether several claims state the same value in the same frame, which is one position of one account.

    Args:
        statements: all statements of the field, at least one, in order.
    """
    first = statements[0]
    alike = all(one.frame == first.frame and one.bare == first.bare for one in statements[1:])
    return alike and len({one.claim.id for one in statements}) == len(statements)


def _related(a: Statement, b: Statement, *, names: Names) -> Relation:
    return relation(a.bare, b.bare, names=names)


def _alike(statements: Sequence[Statement]) -> list[Stated]:
    """Group by equal frames (and equal lists of places), the most fully stated first; one figure of a claim in each."""
    groups: dict[Hashable, Stated] = {}
    seen: dict[Hashable, int] = {}
    for one in sorted(statements, key=lambda s: s.order):
        said = (one.frame, one.bare) if isinstance(one.bare, Places) else one.frame
        seen[one.claim.id, said] = nth = seen.get((one.claim.id, said), 0) + 1
        groups.setdefault((said, nth), []).append(one)
    return sorted(groups.values(), key=lambda group: (-len(group[0].frame.stated), group[0].order))


def _fits(group: Stated, account: Sequence[Stated], names: Names, side_by_side: Apart, stand: _Stand) -> bool:
    """Whether a group joins an account: its frame joins every frame there, and no claim would stand in it twice."""
    mine = {one.claim.id for one in group}
    return all(
        mine.isdisjoint(one.claim.id for one in other) and _joins(group[0], other[0], names, side_by_side, stand)
        for other in account
    )


def _joins(a: Statement, b: Statement, names: Names, side_by_side: Apart, stand: _Stand) -> bool:
    if lists_apart(a, b, names=names, side_by_side=side_by_side):
        return False
    return a.frame is b.frame or stand(a.frame, b.frame).joins


def lists_beside(a: Statement, b: Statement, *, lineage: Lineage, side_by_side: Apart) -> bool:
    """Return whether one voice itself sets two lists of places beside each other, so that nothing is to be said.

    Args:
        a: a list of places.
        b: another.
        lineage: tells whose voice a claim is.
        side_by_side: whether one voice stated two lists of places beside each other.
    """
    if not lists_apart(a, b, names=lineage.names, side_by_side=side_by_side):
        return False
    if isinstance(a.value, Places) and isinstance(b.value, Places) and side_by_side(a.value, b.value):
        return True
    return lineage.voice(a.claim) == lineage.voice(b.claim)


def distributed(a: Statement, b: Statement) -> bool:
    """Return whether two lists of places look like parts beside each other rather than a dispute about where.

    "Two centres in two capitals" and "one in a third governorate" name other places because they count other
    centres: their counts differ, or a count is the length of its own list, or what is told of the places is of two
    phases. "Two centres" in two other cities each is a dispute about where the two are.

    Args:
        a: a list of places.
        b: another.
    """
    first, second = a.frame.number, b.frame.number
    if first is not None and second is not None:
        return first.relate(second) is Relation.EXCLUSIVE
    if any(count is not None and _is_length(count, one) for count, one in ((first, a), (second, b))):
        return True
    phases = (a.claim.phase, b.claim.phase)
    return None not in phases and phases[0] is not phases[1]


def _is_length(count: Quantity, one: Statement) -> bool:
    size = len(one.value.items)
    return size > 1 and count.interval == (size, size)


def lists_apart(a: Statement, b: Statement, *, names: Names, side_by_side: Apart) -> bool:
    """Return whether two lists of places are of two things: counted apart, or stated beside each other.

    Args:
        a: a list of places.
        b: another.
        names: how names are resolved.
        side_by_side: whether one voice stated two lists of places beside each other.
    """
    if not (isinstance(a.value, Places) and isinstance(b.value, Places)):
        return False
    if a.value == b.value:
        return False
    if distributed(a, b):
        return a.value.relate(b.value, names=names) is Relation.EXCLUSIVE
    return side_by_side(a.value, b.value)


def equal_values(statements: Sequence[Statement], relate: Callable[[Statement, Statement], Relation]) -> list[Stated]:
    """Return the statements in groups of equal values: identical ones by hash, the distinct rest pair by pair.

    Args:
        statements: statements of one field.
        relate: how the value of one statement stands to that of another.
    """
    if len(statements) == 1:
        return [[*statements]]
    same: dict[Hashable, Stated] = {}
    for one in statements:
        same.setdefault(hashable(one.bare), []).append(one)
    groups = [_in_order(group) for group in same.values()]
    groups.sort(key=lambda group: group[0].order)
    return _joined(groups, lambda a, b: relate(a[0], b[0]) is Relation.EQUAL)


def _in_order(group: Stated) -> Stated:
    return sorted(group, key=lambda s: s.order) if len(group) > 1 else group


def hashable(value: Any) -> Hashable:  # noqa: ANN401 - any value of a user's class
    """Return `value`, or where it cannot be hashed its text.

    >>> hashable([1])
    '[1]'
    """
    return value if isinstance(value, Hashable) else repr(value)


def _joined(groups: list[Stated], equal: Callable[[Stated, Stated], bool]) -> list[Stated]:
    kept: list[Stated] = []
    for group in groups:
        home = next((other for other in kept if equal(other, group)), None)
        if home is None:
            kept.append(list(group))
        else:
            home.extend(group)
    return sorted(map(_in_order, kept), key=lambda g: (-len(g), g[0].order))
