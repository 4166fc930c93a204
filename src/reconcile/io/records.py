"""Prevent a record from becoming the wrong class of claim: the class that knows most of its keys takes it.

>>> claim_from({"about": "two centres", "count": 2, "source": "Rudaw"}).count.low
2
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from reconcile.claims import Claim
from reconcile.errors import ClaimError
from reconcile.io.faults import claim_errors
from reconcile.io.found import quoted

C = TypeVar("C", bound=Claim)


def claim_from(data: object, claim_type: type[C] = Claim, where: str = "") -> C:
    """Return the claim that a record states.

    Args:
        data: the record: a mapping of fields, as JSON gives it.
        claim_type: the class of the claim.
        where: file and line, for errors.

    Raises:
        ClaimError: the record is no claim; one error per field.

    >>> claim_from({"about": "x", "source": "Rudaw", "count": {"low": 5, "high": 3}}, where="line 2")
    Traceback (most recent call last):
    reconcile.errors.ClaimError: line 2, count: low 5 exceeds high 3 (swap them or drop one)
    """
    if not isinstance(data, Mapping):
        raise ClaimError(f"not a claim: {quoted(data)}", where=where, repair="write an object, as {…}")
    try:
        return claim_type.model_validate(data)
    except ValidationError as error:
        raise ClaimError.gather(claim_errors(error, where, claim_type=claim_type, data=cast("object", data))) from None
    except TypeError:
        if not _has_odd_key(cast("object", data)):
            raise
        raise ClaimError("a key that is no text", where=where, repair="write keys in quotation marks") from None
    except RecursionError:
        raise ClaimError("lists are nested too deeply", where=where, repair="a claim nests six levels") from None


def _has_odd_key(data: object) -> bool:
    """Tell whether an object has a key that JSON could not have, at any depth."""
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Mapping):
            entries = cast("Mapping[object, object]", here)
            if not all(isinstance(key, str) for key in entries):
                return True
            waiting.extend(entries.values())
        elif isinstance(here, list | tuple):
            waiting.extend(cast("list[object]", here))
    return False


class Chooser:
    """Chooses the class of each record, and remembers the choice for its keys.

    Args:
        types: the classes on offer, at least one.

    >>> Chooser((Claim,)).choose({"about": "x"}).__name__
    'Claim'
    """

    def __init__(self, types: Sequence[type[Claim]]) -> None:
        self._types = [(claim_type, _names(claim_type)) for claim_type in types]
        self._known: dict[frozenset[Any], type[Claim]] = {}
        self.names = frozenset(name for _, names in self._types for name in names)

    def choose(self, data: object) -> type[Claim]:
        """Return the class whose fields know most of the record's keys; of equals, the one given first."""
        if len(self._types) == 1 or not isinstance(data, Mapping):
            return self._types[0][0]
        keys = frozenset(cast("Mapping[Any, Any]", data))
        if keys not in self._known:
            chosen = max(self._types, key=lambda entry: len(keys & entry[1]))[0]
            if len(self._known) >= 1000:
                return chosen
            self._known[keys] = chosen
        return self._known[keys]


def _names(claim_type: type[Claim]) -> frozenset[str]:
    aliases = (info.alias for info in claim_type.model_fields.values() if info.alias)
    return frozenset([*claim_type.model_fields, *aliases])
