"""Prevent tests from meeting half a claim: every field, and every field of a class of your own, by its annotation.

>>> from hypothesis import find
>>> class Ward(Claim):
...     beds: int | None = None
>>> find(claims(Ward), lambda claim: claim.beds is not None).beds
0
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, overload

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy, composite
from pydantic import ValidationError

from reconcile.claims import Claim, Reference
from reconcile.language import fold
from reconcile.strategies.about import texts, words
from reconcile.strategies.annotated import of_field
from reconcile.strategies.arguments import check_strategy
from reconcile.strategies.counts import quantities
from reconcile.strategies.kinds import event_types, phases
from reconcile.strategies.listed import parties, places
from reconcile.strategies.papers import evidence
from reconcile.strategies.sourced import sources
from reconcile.strategies.times import periods
from reconcile.values import Quantity

C = TypeVar("C", bound=Claim)
Field = tuple[SearchStrategy[Any], SearchStrategy[bool] | None]
"""What draws a field, and what says whether it is stated; None where it always is."""


def references(*, claims: SearchStrategy[str] | None = None) -> SearchStrategy[Reference]:
    """Return `Reference`s to other claims.

    Args:
        claims: the ids of the other claims.

    >>> from hypothesis import find
    >>> find(references(), lambda one: True).kind
    'denies'
    """
    kinds = st.sampled_from(["denies", "corrects", "retracts", "confirms", "quotes"])
    fields = st.lists(st.sampled_from(["count", "places"]), unique=True).map(tuple)
    return st.builds(Reference, kind=kinds, claim=words() if claims is None else claims, fields=fields)


@overload
def claims(**field_strategies: SearchStrategy[Any]) -> SearchStrategy[Claim]: ...
@overload
def claims(claim_type: type[C], /, **field_strategies: SearchStrategy[Any]) -> SearchStrategy[C]: ...
def claims(claim_type: type[Any] = Claim, /, **field_strategies: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return claims of a class, every field drawn by its annotation unless a strategy for it is given.

    Without a strategy for `id`, ids are hashes of the content, so that two claims of one id are one claim.

    Args:
        claim_type: `Claim` or a class of your own that derives from it.
        field_strategies: strategies for single fields; `count=st.none()` leaves one out.

    Raises:
        InvalidArgument: the class is no class of claims, has no such field, or a field has an annotation that
            nothing is known of.

    >>> from hypothesis import find
    >>> print(find(claims(count=quantities(min_value=2)), lambda claim: True).count)
    2
    """
    if not (isinstance(claim_type, type) and issubclass(claim_type, Claim)):
        raise InvalidArgument(f"{claim_type!r} is not a class of claims (derive it from reconcile.Claim)")
    for name, strategy in field_strategies.items():
        if name not in claim_type.model_fields:
            known = ", ".join(claim_type.model_fields)
            raise InvalidArgument(f"{claim_type.__name__} has no field {name!r} (give one of {known})")
        check_strategy(strategy, name)
    drawn = {
        name: (field_strategies[name], None) if name in field_strategies else _default(claim_type, name)
        for name in claim_type.model_fields
    }
    return _claims(_Plan(claim_type, drawn, frozenset(field_strategies)))


class _Plan:
    """What claims are drawn from; shown short, for Hypothesis shows strategies in its messages."""

    __slots__ = ("claim_type", "fields", "given")

    def __init__(self, claim_type: type[Claim], fields: Mapping[str, Field], given: frozenset[str]) -> None:
        self.claim_type, self.fields, self.given = claim_type, fields, given

    def __repr__(self) -> str:
        return f"{self.claim_type.__name__}, {', '.join(sorted(self.given)) or 'nothing'} given"


_SUBJECTS: Mapping[str, SearchStrategy[Any]] = {"event_type": event_types(), "about": texts()}


@composite
def _claims(draw: DrawFn, plan: _Plan) -> Claim:
    given = plan.given
    data = {
        name: draw(strategy) if stated is None or draw(stated) else None
        for name, (strategy, stated) in plan.fields.items()
    }
    if data["event_type"] is None and data["about"] is None and not {"event_type", "about"} <= given:
        missing = "event_type" if "event_type" not in given else "about"
        data[missing] = draw(_SUBJECTS[missing])
    try:
        return plan.claim_type(**data)
    except ValidationError as error:
        if _blames(error, given):
            raise
        reject()


def _blames(error: ValidationError, given: frozenset[str]) -> bool:
    """Whether fields that the caller draws are at fault; else a validator of the class asks for more than it says."""
    at_fault = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
    return bool(at_fault) and at_fault <= given


def _default(claim_type: type[Claim], name: str) -> Field:
    field = claim_type.model_fields[name]
    if name in Claim.model_fields and field.annotation == Claim.model_fields[name].annotation:
        return _of_claim(name)
    try:
        return of_field(claim_type, name), None
    except InvalidArgument as error:
        raise InvalidArgument(f"{error} (give {name}=…)") from None


_ALWAYS, _FIRST = None, st.sampled_from([True, False])
_HALF, _OFTEN = st.booleans(), st.sampled_from([False, True, True, True])


@cache  # strategies are dear to make and are asked for at every draw of a composite
def _of_claim(name: str) -> Field:
    match name:
        case "id":
            return st.just(""), _ALWAYS
        case "event_type":
            return event_types(), _FIRST
        case "about":
            return texts(), _HALF
        case "source":
            return sources(), _ALWAYS
        case "polarity":
            return st.sampled_from(["affirmed", "denied"]), _ALWAYS
        case "certainty":
            return st.sampled_from(["certain", "probable", "possible", "unknown"]), _ALWAYS
        case "mode":
            return st.sampled_from(["fact", "conditional", "opinion", "obligation"]), _ALWAYS
        case "refers":
            return _several(references()), _ALWAYS
        case "evidence":
            return _several(evidence()), _ALWAYS
        case _:
            return _stated(name)


def _stated(name: str) -> Field:
    match name:
        case "parties":
            return parties(), _HALF
        case "places":
            return places(), _HALF
        case "count":
            several = st.lists(quantities(), min_size=1, max_size=3, unique_by=_frame).map(tuple)
            return quantities() | several, _OFTEN
        case "phase":
            return phases(), _HALF
        case "credibility":
            return st.integers(1, 6), _HALF
        case "key" | "part_of":
            return words(), _HALF
        case _:
            return periods(), _OFTEN


def _frame(count: Quantity) -> Hashable:
    """Return what a figure is of: one claim gives one figure of each thing."""
    return tuple(fold(part or "") for part in (count.of, count.scope, count.unit)), count.increment


def _several(one: SearchStrategy[Any]) -> SearchStrategy[Iterable[Any]]:
    return st.lists(one, max_size=2).map(tuple)
