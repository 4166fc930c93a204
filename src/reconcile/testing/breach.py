"""Prevent a bare `assert False`: a broken law is told with its name, the claims it broke on and what was found.

>>> demand(False, "law 2 (nothing lost)", "claim a has no home event", claims=["a"])
Traceback (most recent call last):
...
AssertionError: law 2 (nothing lost) is broken: claim a has no home event
  claims: a
"""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.claims import Claim

_MOST = 12


def demand(holds: bool, law: str, found: str, *, claims: Iterable[Claim | str] = ()) -> None:  # noqa: FBT001 - as assert
    """Raise `AssertionError` where something does not hold.

    Args:
        holds: whether it does.
        law: number and name of the law.
        found: what was found instead.
        claims: the claims, or their ids, that it was found on.
    """
    if holds:
        return
    ids = list(dict.fromkeys(one if isinstance(one, str) else one.id for one in claims))
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    told = f"\n  claims: {', '.join(ids[:_MOST])}{more}" if ids else ""
    raise AssertionError(f"{law} is broken: {found}{told}")
