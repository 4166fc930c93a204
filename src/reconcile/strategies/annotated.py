"""Prevent a field of a user's class from being drawn as something its annotation refuses.

>>> from hypothesis import find
>>> from reconcile import Claim
>>> class Ward(Claim):
...     beds: int | None = None
>>> find(of_field(Ward, "beds"), lambda beds: beds is not None)
0
"""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument, ResolutionFailed
from hypothesis.strategies import SearchStrategy
from pydantic import ConfigDict, PydanticUserError, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from reconcile.claims import Claim
from reconcile.strategies.about import CHARACTERS
from reconcile.strategies.registry import register


def of_field(claim_type: type[Claim], name: str) -> SearchStrategy[Any]:
    """Return values for one field of a class of claims, by its annotation; its default first where it has one.

    Args:
        claim_type: the class.
        name: the field.

    Raises:
        InvalidArgument: nothing is known of its annotation.
    """
    register()
    field = claim_type.model_fields[name]
    found = _checked(of_annotation(field.annotation, tuple(field.metadata), name=name), field)
    return found if field.is_required() else st.just(field.get_default(call_default_factory=True)) | found


def of_annotation(annotation: Any, marks: tuple[object, ...] = (), *, name: str = "value") -> SearchStrategy[Any]:  # noqa: ANN401
    """Return values of an annotation, None first where it is optional.

    Args:
        annotation: any annotation.
        marks: what `Annotated` says beside it: bounds and lengths are kept to.
        name: the field it is of, for the error.

    Raises:
        InvalidArgument: nothing is known of it.

    >>> from hypothesis import find
    >>> find(of_annotation(float | None), lambda x: x is not None)
    0.0
    """
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return of_annotation(args[0], (*_opened(args[1:]), *marks), name=name)
    if origin in (Union, UnionType):
        parts = sorted(args, key=lambda part: part is not type(None))
        return st.one_of([st.none() if p is type(None) else of_annotation(p, marks, name=name) for p in parts])
    if annotation is float:
        return _within(st.floats(allow_nan=False, allow_infinity=False), float, marks)
    if annotation is str and (pattern := _pattern(marks)) is not None:
        return st.from_regex(pattern, alphabet=CHARACTERS)
    try:
        found = st.from_type(_with(annotation, marks))
        found.validate()
    except (ResolutionFailed, InvalidArgument, TypeError) as error:
        raise InvalidArgument(f"no strategy is known for field {name!r}: {str(error)[:300]}") from None
    return found


def _opened(marks: tuple[object, ...]) -> tuple[object, ...]:
    """Return the bounds that pydantic's `Field` holds, beside all other marks."""
    return tuple(part for mark in marks for part in (mark.metadata if isinstance(mark, FieldInfo) else (mark,)))


def _with(annotation: Any, marks: tuple[object, ...]) -> Any:  # noqa: ANN401 - any annotation
    kept = tuple(mark for mark in marks if type(mark).__module__ == "annotated_types")
    return Annotated[(annotation, *kept)] if kept else annotation


def _pattern(marks: tuple[object, ...]) -> str | None:
    return next((mark.pattern for mark in marks if isinstance(getattr(mark, "pattern", None), str)), None)  # pyright: ignore


def _within(found: SearchStrategy[Any], kind: type, marks: tuple[object, ...]) -> SearchStrategy[Any]:
    """Return finite floats, drawn inside the bounds where there are any."""
    bounds = {key: getattr(mark, key) for mark in marks for key in ("ge", "gt", "le", "lt") if hasattr(mark, key)}
    if not bounds:
        return found
    low, high = bounds.get("ge", bounds.get("gt")), bounds.get("le", bounds.get("lt"))
    return st.floats(
        None if low is None else kind(low),
        None if high is None else kind(high),
        exclude_min="gt" in bounds,
        exclude_max="lt" in bounds,
        allow_nan=False,
        allow_infinity=False,
    )


def _checked(found: SearchStrategy[Any], field: FieldInfo) -> SearchStrategy[Any]:
    """Keep only what pydantic takes: patterns and validators say more than Hypothesis reads."""
    annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(annotation, config=ConfigDict(allow_inf_nan=False))
    except PydanticUserError:
        adapter = TypeAdapter(annotation)

    def legal(value: object) -> bool:
        try:
            adapter.validate_python(value)
        except ValidationError:
            return False
        return True

    return found.filter(legal)
