"""Prevent two claims of one id: what is read is gathered, across files, with the place where each id first stood.

>>> from reconcile.io.jsonl import Record
>>> g = Gathering((Claim,), Limits())
>>> g.take(
...     [
...         Record("line 1", {"id": "a", "about": "x", "source": "R"}),
...         Record("line 2", {"id": "a", "about": "y", "source": "R"}),
...     ],
...     "f",
... )
>>> print(g.errors[0])
f, line 2, id: another claim than that of f, line 1 has the id 'a' (give each claim an id of its own)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.claims import Claim
from reconcile.errors import ClaimError, shown
from reconcile.io.jsonl import Found, Record
from reconcile.io.limits import Limits
from reconcile.io.records import Chooser, claim_from
from reconcile.io.sharing import Sharing


class Gathering:
    """Claims and errors of one or more files.

    Args:
        types: classes of claims.
        limits: how many errors are told.

    Attributes:
        claims: the good claims, in the order read.
        errors: what is wrong, in the order read.
    """

    def __init__(self, types: Sequence[type[Claim]], limits: Limits) -> None:
        self.types, self.limits = tuple(types), limits
        self.claims: list[Claim] = []
        self._told: list[ClaimError] = []
        self._untold = 0
        self._chooser = Chooser(types)
        self._shared = Sharing()
        self._first: dict[str, tuple[Claim, str, str]] = {}

    @property
    def errors(self) -> tuple[ClaimError, ...]:
        """The single errors; those beyond the limit as one that counts them."""
        if not self._untold:
            return tuple(self._told)
        return (*self._told, ClaimError(f"and {self._untold:,} more errors", repair="mend these first"))

    def take(self, found: Iterable[Found], name: str) -> None:
        """Add the records of the file called `name`; a file without any is an error."""
        empty = True
        for record in found:
            empty = False
            if isinstance(record, ClaimError):
                self.fail(record.at(name))
            else:
                self._add(record, name)
        if empty:
            self.fail(ClaimError("the file holds no claims", where=name, repair="give at least one"))

    def _add(self, record: Record, name: str) -> None:
        where, data = record
        claim_type = self._chooser.choose(data)
        claim = self._shared.claim(data, claim_type)
        if claim is None:
            try:
                claim = claim_from(data, claim_type, f"{name}, {where}")
            except ClaimError as error:
                self.fail(error)
                return
        known = self._first.setdefault(claim.id, (claim, name, where))
        if known[0] is not claim and known[0] != claim:
            found = f"another claim than that of {known[1]}, {known[2]} has the id {shown(claim.id)}"
            self.fail(ClaimError(found, where=f"{name}, {where}, id", repair="give each claim an id of its own"))
        else:
            self.claims.append(claim)

    def fail(self, error: ClaimError) -> None:
        """Add an error, opened where it gathers several."""
        for one in error.errors:
            if len(self._told) < self.limits.max_errors:
                self._told.append(one)
            else:
                self._untold += 1
