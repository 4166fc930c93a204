"""Prevent an English reason in an Arabic sentence: what a reason says of which value is found again and said anew.

A reading's text is a form of the house ("A lies within B") around values of its claims. Each form is taken apart at
its fixed words, and what stood between them is told in Arabic from the claims themselves.

>>> taken_apart("3 lies within at least 2", ("", " lies within ", ""))
('3', 'at least 2')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from reconcile.diff.model import Conflict
from reconcile.diff.statements import bare, values_of
from reconcile.report.arabic.values_ar import field_ar, value_ar
from reconcile.report.arabic.words_ar import LEFT_TO_RIGHT, calculated, identified, isolated_ar, quoted_ar
from reconcile.values import Parties, Places


def taken_apart(text: str, fixed: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return what stands between the fixed words of a form, or None where the text is not of that form.

    Args:
        text: the text of a reading.
        fixed: the words before the first gap, between gaps and after the last; each gap holds something.
    """
    if not text.startswith(fixed[0]):
        return None
    rest, gaps = text[len(fixed[0]) :], list[str]()
    for words in fixed[1:-1]:
        gap, found, rest = rest.partition(words)
        if not (gap and found):
            return None
        gaps.append(gap)
    last = rest.removesuffix(fixed[-1])
    if not last or not rest.endswith(fixed[-1]):
        return None
    return (*gaps, last)


def told_values(conflict: Conflict) -> dict[str, str]:
    """Return the Arabic of all that a reason can quote of the claims, by the form in which it quotes it.

    Args:
        conflict: the conflict.
    """
    values: dict[str, str] = {}
    for one in (*(position.value for position in conflict.positions), *_stated(conflict)):
        for form in (_listed(one), bare(_listed(one))):
            values.setdefault(str(form), value_ar(form))
    return values | {claim.id: identified(claim.id) for claim in conflict.claims}


def _listed(value: Any) -> Any:  # noqa: ANN401 - any field of a user's class
    """Return a list as a reason quotes it: its members, not whether they are said to be all."""
    return value.model_copy(update={"complete": False}) if isinstance(value, Places | Parties) else value


def _stated(conflict: Conflict) -> Iterable[Any]:
    for claim in conflict.claims:
        for name in type(claim).model_fields:
            if name not in _NO_VALUES:
                yield from values_of(getattr(claim, name))


_NO_VALUES = frozenset({"id", "source", "evidence", "refers", "key", "part_of", "polarity", "mode", "certainty"})


_NUMBER = "a number"


def told(gap: str, kind: str, values: Mapping[str, str]) -> str:
    """Return what stands in a gap in Arabic, or an empty string where it should be a value and no claim states it.

    Args:
        gap: the text in the gap.
        kind: `v` a value, `w` a value after a preposition, `q` words, `n` a name, `i` a claim's id, `f` a field, `c` a
            calculation, `o` an origin.
        values: the Arabic of what the claims state.
    """
    match kind:
        case "v":
            return values.get(gap) or (calculated(gap) if _is_figure(gap) else "")
        case "w":
            value = told(gap, "v", values)
            return f"ما هو {value}" if is_range(value) else value
        case "q":
            return "عددًا" if gap == _NUMBER else values.get(gap) or quoted_ar(gap)
        case "n":
            return isolated_ar(gap)
        case "i":
            return identified(gap)
        case "f":
            return field_ar(gap)
        case "c":
            return calculated(gap) if not set(gap) - _CALCULATION else ""
        case _:
            return _origin(gap)


def is_range(value: str) -> bool:
    """Return whether a value in Arabic begins as a range does, so that no preposition may stand before it.

    >>> is_range("بين 10 و20"), is_range("بين النهرين")
    (True, False)
    """
    return _RANGE.match(value) is not None


_RANGE = re.compile(f"بين [0-9{LEFT_TO_RIGHT}]")
_CALCULATION = frozenset("0123456789,. +-=e")


def _is_figure(gap: str) -> bool:
    return any(char in "0123456789" for char in gap) and not set(gap) - _CALCULATION


def _origin(gap: str) -> str:
    if gap in _ORIGINS:
        return _ORIGINS[gap]
    return next((f"{words} {isolated_ar(gap.removeprefix(by))}" for by, words in _FROM if gap.startswith(by)), "")


_ORIGINS = {
    "one document": "القولان في وثيقة واحدة",
    "one quotes the other's statement": "أحد القولين يقتبس الآخر",
    "the same quoted words": "الكلمات المقتبسة واحدة",
    "near-equal wording": "الصياغة شبه متطابقة",
}
_FROM = (("both through ", "وصل القولان عبر"), ("one statement of ", "القولان من بيان واحد من"))
