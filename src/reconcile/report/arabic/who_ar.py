"""Prevent a verb of the wrong gender: who says what is told in Arabic with "بحسب", whoever it is.

>>> from reconcile.claims import Claim
>>> c = Claim(id="a", about="x", source={"outlet": "رووداو", "via": ["واع"], "organization": "القيادة"})
>>> voice_ar(c), way_ar(c)
('القيادة', 'عبر رووداو، نقلًا عن واع، بلا تاريخ')
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims import Claim, Source
from reconcile.language import fold
from reconcile.report.arabic.dates_ar import UNDATED, date_ar
from reconcile.report.arabic.words_ar import ids_ar, isolated_ar, joined, quoted_ar
from reconcile.report.who import called, common_way

MOST_SPEAKERS = 4
_MODES = {"conditional": "بشرط", "opinion": "على سبيل الرأي", "obligation": "على سبيل الواجب"}
_CERTAINTIES = {"probable": "على وجه الترجيح", "possible": "على وجه الاحتمال", "unknown": "من دون بيان درجة اليقين"}


def voice_ar(claim: Claim) -> str:
    """Return who asserts a claim, in Arabic."""
    source = claim.source
    match source.kind:
        case "own":
            return isolated_ar(source.carrier)
        case "unnamed":
            return _masked("مصدر لم يُذكر اسمه", source)
        case "collective":
            return _masked("جهات غير محددة", source)
        case _:
            return _person(source)


def _masked(kind: str, source: Source) -> str:
    said = source.organization or source.speaker or source.role
    return f"{kind} ({quoted_ar(said)})" if said else kind


def _person(source: Source) -> str:
    if source.speaker is None:
        return isolated_ar(source.organization or source.carrier)
    told = fold(source.organization or "") in fold(source.role or "")
    role = f"، {isolated_ar(source.role)}" if source.role else ""
    behind = f"، عن {isolated_ar(source.organization)}" if source.organization and not told else ""
    return f"{isolated_ar(source.speaker)}{role}{behind}"


def way_ar(claim: Claim, *, carried: bool = True) -> str:
    """Return through whom a statement came, when it was said or published, and how surely it was made.

    Args:
        claim: the statement.
        carried: name the outlets; else only the date and the manner.
    """
    ways = _carried(claim.source) if carried else ()
    return "، ".join(part for part in (*ways, _when(claim), *manner_ar(claim)) if part)


def _carried(source: Source) -> tuple[str, ...]:
    if source.kind != "own":
        return _through(source, source.via)
    return _through(source, source.via[:-1]) if source.via else ("بكلام الوسيلة نفسها",)


def _through(source: Source, via: Sequence[str]) -> tuple[str, ...]:
    taken = (f"نقلًا عن {joined([isolated_ar(one) for one in via])}",) if via else ()
    return (f"عبر {isolated_ar(source.outlet)}", *taken)


def _when(claim: Claim) -> str:
    when = date_ar(claim.stated_at)
    return when if when == UNDATED else f"{'نُشر' if claim.said is None else 'قيل'}: {when}"


def manner_ar(claim: Claim) -> list[str]:
    """Return how a statement was made, where not as a certain fact, and its grade on the Admiralty scales."""
    grade = isolated_ar(f"{claim.source.reliability or 'F'}{claim.credibility or 6}")
    graded = claim.source.reliability is not None or claim.credibility is not None
    words = (_MODES.get(claim.mode), _CERTAINTIES.get(claim.certainty), f"بتقدير {grade}" if graded else "")
    return [one for one in words if one]


def common_way_ar(claims: Sequence[Claim]) -> str:
    """Return through whom all of the claims came, where English tells it first, too (see `common_way`).

    Args:
        claims: the claims of a conflict.
    """
    return "، ".join(one for one in _through(claims[0].source, claims[0].source.via)) if common_way(claims) else ""


class TellingAr:
    """Tells who says what in Arabic: a voice is introduced once, then only named.

    Args:
        carried: name the outlets at each statement.

    >>> telling = TellingAr()
    >>> [telling.who([Claim(id="a", about="x", source="رووداو")]).partition(" (")[0] for _ in "ab"]
    ['رووداو', 'الجهة نفسها']
    """

    def __init__(self, *, carried: bool = True) -> None:
        self._carried, self._told, self._last = carried, set[str](), ""

    def who(self, claims: Sequence[Claim]) -> str:
        """Return who states something, each voice with its way and claim ids.

        Args:
            claims: the claims of one position.
        """
        grouped: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            grouped.setdefault((voice_ar(claim), way_ar(claim, carried=self._carried)), []).append(claim)
        shown, hidden = list(grouped.items())[:MOST_SPEAKERS], list(grouped.values())[MOST_SPEAKERS:]
        told = [f"{self._voice(voice, mine[0])} ({way}؛ {_ids(mine)})" for (voice, way), mine in shown]
        if hidden:
            rest = [claim for mine in hidden for claim in mine]
            told.append(f"غير ذلك ({len(hidden):,}؛ {_ids(rest)})")
        return joined(told)

    def _voice(self, voice: str, claim: Claim) -> str:
        again = _again(claim.source)
        known, last = bool(again) and voice in self._told, self._last == voice
        self._told.add(voice)
        self._last = voice
        return voice if not known else "الجهة نفسها" if last else again


def _again(source: Source) -> str:
    """Return how a voice is called where it was introduced before; nothing for one that nobody can tell apart."""
    return isolated_ar(called(source)) if source.named else ""


def _ids(claims: Sequence[Claim]) -> str:
    return ids_ar([claim.id for claim in claims])
