"""Prevent an error that says only "invalid": every complaint names the place, what stood there and the repair.

>>> from reconcile import ClaimError
>>> str(ClaimError("not a number: 'many'", where="claims.csv, line 3, field count", repair="write digits"))
"claims.csv, line 3, field count: not a number: 'many' (write digits)"
"""

from __future__ import annotations

from collections.abc import Iterable

_SHOWN = 120


def shown(value: object) -> str:
    """Return `value` as a short, printable quotation, however long or odd it is.

    Args:
        value: anything found in the input.

    Returns:
        Its `ascii`-safe or Unicode repr, cut to 120 characters, without lone surrogates.

    >>> shown("x" * 500)[-1]
    '…'
    """
    try:
        text = repr(value[: 2 * _SHOWN]) if isinstance(value, str) else repr(value)
    except (ValueError, RecursionError):  # an integer of over 4,300 digits; a list in a list in a list …
        text = f"a {type(value).__name__}"
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class ClaimError(ValueError):
    """Raised for input that is not a claim or a value: says where, what was found and how to mend it.

    Errors gather: one `ClaimError` may hold many, and `errors` lists the single ones.

    Args:
        found: what was found, as a short sentence.
        where: file, line and field, as far as they are known.
        repair: what to write instead.
        errors: single errors that this one gathers.

    Attributes:
        found: what was found.
        where: the place, or an empty string.
        repair: the mend, or an empty string.
        errors: the single errors; a single error holds itself only.

    >>> try:
    ...     raise ClaimError("low 5 exceeds high 3", where="count", repair="swap them")
    ... except ValueError as error:
    ...     print(error)
    count: low 5 exceeds high 3 (swap them)
    """

    def __init__(self, found: str, *, where: str = "", repair: str = "", errors: Iterable[ClaimError] = ()) -> None:
        self.found, self.where, self.repair = found, where, repair
        self.errors: tuple[ClaimError, ...] = tuple(errors) or (self,)
        super().__init__(self._message())

    def _message(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" ({self.repair})" if self.repair else ""
        return f"{place}{self.found}{mend}"

    def at(self, where: str) -> ClaimError:
        """Return the same error with `where` put before its place.

        >>> str(ClaimError("not a date", where="when").at("line 2"))
        'line 2, when: not a date'
        """
        place = f"{where}, {self.where}" if self.where else where
        if self.errors == (self,):
            return ClaimError(self.found, where=place, repair=self.repair)
        return ClaimError.gather(error.at(where) for error in self.errors)

    @classmethod
    def gather(cls, errors: Iterable[ClaimError]) -> ClaimError:
        """Return one error that holds all of `errors`, each on a line of its own.

        Args:
            errors: at least one error; gathered errors are opened.

        >>> print(ClaimError.gather([ClaimError("a"), ClaimError("b")]))
        2 errors
          a
          b
        """
        single = [one for error in errors for one in error.errors]
        if len(single) == 1:
            return single[0]
        lines = "\n".join(f"  {error}" for error in single)
        return cls(f"{len(single)} errors\n{lines}", errors=single)
