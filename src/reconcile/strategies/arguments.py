"""Prevent a wrong argument from surfacing as an odd example: every argument is checked where it is given.

>>> check_size(-1, "min_size")
Traceback (most recent call last):
...
hypothesis.errors.InvalidArgument: min_size=-1 is not a size (give a whole number of at least 0)
"""

from __future__ import annotations

from typing import TypeVar

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def strategy_or(given: SearchStrategy[T] | None, default: SearchStrategy[T], name: str) -> SearchStrategy[T]:
    """Return the strategy that was given, or `default` where none was.

    Args:
        given: the argument.
        default: the strategy to take instead of None.
        name: the argument's name.

    Raises:
        InvalidArgument: the argument is neither a strategy nor None.
    """
    if given is None:
        return default
    check_strategy(given, name)
    return given


def check_strategies(**given: object) -> None:
    """Raise `InvalidArgument` where an argument that was given is not a strategy.

    Args:
        given: the arguments by name; None was not given.
    """
    for name, one in given.items():
        if one is not None:
            check_strategy(one, name)


def check_strategy(given: object, name: str) -> None:
    """Raise `InvalidArgument` where an argument is not a strategy.

    Args:
        given: the argument.
        name: its name.
    """
    if not isinstance(given, SearchStrategy):
        raise InvalidArgument(f"{name}={given!r} is not a strategy (for one value, give st.just(…))")


def check_size(given: object, name: str) -> None:
    """Raise `InvalidArgument` where an argument is not a whole number of at least 0.

    Args:
        given: the argument.
        name: its name.
    """
    if not isinstance(given, int) or isinstance(given, bool) or given < 0:
        raise InvalidArgument(f"{name}={given!r} is not a size (give a whole number of at least 0)")


def check_sizes(least: object, most: object, *, floor: int = 0, ceiling: int) -> None:
    """Raise `InvalidArgument` where `min_size` and `max_size` are no sizes, or not between `floor` and `ceiling`.

    Args:
        least: the argument `min_size`.
        most: the argument `max_size`.
        floor: the least legal size.
        ceiling: the greatest legal size.
    """
    check_size(least, "min_size")
    check_size(most, "max_size")
    check_between(least, most, low_name="min_size", high_name="max_size")
    check_between(floor, least, low_name=f"the least legal size {floor}", high_name="min_size")
    check_between(most, ceiling, low_name="max_size", high_name=f"the greatest legal size {ceiling}")


def check_between(low: object, high: object, *, low_name: str, high_name: str) -> None:
    """Raise `InvalidArgument` where a lower bound exceeds an upper one; None bounds nothing.

    Args:
        low: the lower bound.
        high: the upper bound.
        low_name: the lower bound's name.
        high_name: the upper bound's name.
    """
    if low is not None and high is not None and low > high:  # pyright: ignore[reportOperatorIssue]
        raise InvalidArgument(f"{low_name}={low!r} exceeds {high_name}={high!r} (swap them)")


def check_type(given: object, wanted: type | tuple[type, ...], name: str) -> None:
    """Raise `InvalidArgument` where an argument is of another type.

    Args:
        given: the argument.
        wanted: the types that are legal.
        name: the argument's name.
    """
    if not isinstance(given, wanted):
        kinds = " or ".join(kind.__name__ for kind in (wanted if isinstance(wanted, tuple) else (wanted,)))
        raise InvalidArgument(f"{name}={given!r} is of type {type(given).__name__} (give a {kinds})")
