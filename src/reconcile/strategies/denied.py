"""Prevent denials in tests from hitting by luck: denials of a claim whose breadth is known beforehand.

>>> from hypothesis import find
>>> from reconcile import Claim
>>> claim = Claim(event_type="force.redeploy", phase="agreed", source="A")
>>> find(denials_of(claim), lambda denial: True).phase.value
'discussed'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from reconcile.claims import Claim, Reference, Source, specs
from reconcile.strategies.about import words
from reconcile.strategies.arguments import check_type, strategy_or
from reconcile.strategies.variants import Wanted, variants

C = TypeVar("C", bound=Claim)
Part = Literal["whole", "partial", "unknown", "none"]


def denials_of(
    claim: C,
    *,
    part: Part = "whole",
    outlets: SearchStrategy[str] | None = None,
    named: bool = False,
) -> SearchStrategy[C]:
    """Return denials of `claim` by another voice, of the same kind of event, not far from it in time.

    Args:
        claim: an affirmed claim.
        part: what of the claim is denied. `whole`: each field that the denial states is equal to the claim's or
            broader. `partial`: one of them is narrower, or only compatible. `unknown`: nothing but the type is in
            common. `none`: a field excludes the claim's, or the type is another, so that the claim is not reached.
        outlets: the outlets that carry the denials.
        named: whether the denials name the claim's id as what they deny.

    Raises:
        InvalidArgument: the claim is denied itself, states no field that allows such a part, or an argument is of
            the wrong type.

    >>> from hypothesis import find
    >>> claim = Claim(event_type="x", count={"low": 2}, source="A")
    >>> print(find(denials_of(claim, part="partial"), lambda denial: True).count)
    3
    """
    check_type(claim, Claim, "claim")
    check_type(named, bool, "named")
    if part not in get_args(Part):
        raise InvalidArgument(f"part={part!r} is none of {', '.join(get_args(Part))}")
    if claim.polarity == "denied":
        raise InvalidArgument("the claim is a denial itself (give an affirmed one)")
    if named and part == "none":
        raise InvalidArgument('part="none" with named=True: a denial that names a claim reaches it (drop one)')
    options = _options(claim, part)
    if not options and part != "unknown":
        raise InvalidArgument(f"the claim states no field that a {part} denial needs: {claim.to_json()}")
    carried = strategy_or(outlets, st.just("D") | words(), "outlets")
    return _denials(claim, part, options, carried, named)


Options = dict[str, SearchStrategy[Any]]


def _stated(claim: Claim) -> dict[str, Any]:
    names = [spec.name for spec in specs(type(claim)) if spec.name not in ("event_type", "about")]
    return {name: value for name in names if (value := getattr(claim, name)) is not None and value != ()}


def _options(claim: Claim, part: Part) -> Options:
    """Return, by field, values that make the denial what it shall be."""
    wanted: dict[Part, Wanted | None] = {"whole": "wider", "partial": "other", "none": "apart", "unknown": None}
    kind = wanted[part]
    found = {name: variants(value, kind) for name, value in _stated(claim).items()} if kind else {}
    options = {name: values for name, values in found.items() if values is not None}
    if part == "none" and claim.event_type is not None:
        options["event_type"] = st.just("denied-elsewhere")
    return options


@composite
def _denials(
    draw: DrawFn,
    claim: Claim,
    part: Part,
    options: Options,
    outlets: SearchStrategy[str],
    named: bool,  # noqa: FBT001
) -> Any:  # noqa: ANN401 - of the claim's class
    told: Mapping[str, Any] = draw(_fields(claim, part, options)) if options else {}
    data: dict[str, Any] = {
        "event_type": claim.event_type,
        "about": claim.about if claim.event_type is None else None,
        "key": draw(st.sampled_from([claim.key, None])) if part != "none" else None,
        "polarity": "denied",
        "source": Source(outlet=draw(outlets), speaker="the denying spokesman", kind="named"),
        "reported": draw(st.sampled_from([claim.stated_at, None])),
        "refers": (Reference(kind="denies", claim=claim.id),) if named else (),
        **told,
    }
    required = {n: getattr(claim, n) for n, f in type(claim).model_fields.items() if f.is_required()}
    return type(claim)(**{**required, **data})


@composite
def _fields(draw: DrawFn, claim: Claim, part: Part, options: Options) -> Mapping[str, Any]:
    """Draw the fields of a denial: one at least that decides, and wider ones beside it."""
    deciding = draw(st.sampled_from(sorted(options)))
    told = {deciding: draw(options[deciding])}
    if part in ("whole", "partial"):
        beside = {
            n: wider for n, v in _stated(claim).items() if n != deciding and (wider := variants(v, "wider")) is not None
        }
        for name in draw(st.lists(st.sampled_from(sorted(beside)), unique=True)) if beside else ():
            told[name] = draw(beside[name])
    return told
