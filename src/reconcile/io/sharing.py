"""Prevent a value that a thousand records write alike from being read a thousand times: it is read once and shared.

Values are frozen, so that sharing one changes nothing. Only what has been read without an error is shared; a record
that fails is read again by itself, so that its errors are its own.

>>> shared = Sharing()
>>> one = {"about": "x", "places": ["Erbil"], "source": "Rudaw"}
>>> shared.remember(shared.filled(one, Claim)[1], Claim.model_validate(one))
>>> shared.filled({"about": "y", "places": ["Erbil"], "source": "NRT"}, Claim)[0]["places"]
Places(items=(Place(name='Erbil'),))
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reconcile.claims import Claim
from reconcile.claims.roles import period_fields

Unknown = Sequence[tuple[str, str]]
MOST = 200_000
LONGEST = 400
_ALONE = frozenset({"id", "about", "evidence", "refers", "key", "part_of", "polarity", "certainty", "mode"})


class Sharing:
    """The values read so far, by field and by how they were written."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], object] = {}

    def filled(self, data: Mapping[str, object], claim_type: type[Claim]) -> tuple[dict[str, object], Unknown]:
        """Return a record with the values that are known in the place of what was written, and what is not known yet.

        Args:
            data: the record.
            claim_type: the class it is to be read as.
        """
        known, fields, found = self._known, shareable(claim_type), dict(data)
        unknown: list[tuple[str, str]] = []
        for name in data:
            if name in fields:
                key = (name, written(data, name))
                value = known.get(key)
                if value is None:
                    unknown.append(key)
                else:
                    found[name] = value
        return found, unknown

    def remember(self, unknown: Unknown, claim: Claim) -> None:
        """Keep the values of a claim for the next records.

        Args:
            unknown: the fields that `filled` did not know, and how they are written.
            claim: the claim.
        """
        for name, form in unknown:
            if len(form) <= LONGEST and len(self._known) < MOST and (value := getattr(claim, name)) is not None:
                self._known.setdefault((name, form), value)


def written(data: Mapping[str, object], name: str) -> str:
    """Return how a field is written; for a date together with the day of the report, which it may be relative to.

    >>> written({"when": "yesterday", "reported": "2020-10-13"}, "when")
    "'yesterday' '2020-10-13'"
    >>> written({"when": "2020-10-12", "reported": "2020-10-13"}, "when")
    "'2020-10-12'"
    """
    form = repr(data[name])
    if name not in _RELATIVE or _ABSOLUTE.fullmatch(form):
        return form
    return f"{form} {data.get('reported')!r}"


_ABSOLUTE = re.compile(r"'[0-9]{4}-[0-9]{2}-[0-9]{2}'")


@lru_cache(maxsize=256)
def shareable(claim_type: type[Claim]) -> frozenset[str]:
    """Return the fields whose values may be shared: none where a class of a user's own looks at what is written.

    >>> sorted(shareable(Claim))[:3]
    ['as_of', 'count', 'due']
    """
    ours, theirs = Claim.__pydantic_decorators__, claim_type.__pydantic_decorators__
    if theirs.field_validators or theirs.validators or theirs.model_validators.keys() != ours.model_validators.keys():
        return frozenset()
    fields = Claim.model_fields.items()
    same = {name for name, info in fields if claim_type.model_fields[name].annotation == info.annotation}
    return frozenset(same - _ALONE - {"credibility"})


_RELATIVE = frozenset(period_fields(Claim)) - {"reported"}
