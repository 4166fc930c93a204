"""Prevent an update from being read as a dispute: who said what first decides, and an unknown order stays unknown.

>>> later_figure.__name__
'later_figure'
"""

from __future__ import annotations

from reconcile.diff.model import Why
from reconcile.diff.readings.arithmetic import cumulative
from reconcile.diff.readings.pair import Effect, Found, Pair
from reconcile.diff.statements import Statement
from reconcile.values import Parties, Period, Phase, Places, Quantity

_PLANNED = frozenset({Phase.DISCUSSED, Phase.PROPOSED, Phase.AGREED, Phase.ORDERED})


def later_figure(pair: Pair) -> Found | None:
    """A figure that grows: the later date has the higher figure."""
    dated = _by_date(pair)
    if dated is None or not isinstance(pair.a.bare, Quantity) or not pair.exclusive or _other_things(pair):
        return None
    early, late = dated
    if early.bare.compared[1] >= late.bare.compared[0]:
        return None
    text = f"{early.value} was the figure of {_date(early)}, {late.value} that of {_date(late)}"
    firm = "as_of" in pair.standing.other or cumulative(pair)
    figures = f"{early.value} → {late.value}"
    return Found(
        pair.reading(Why.LATER, text, certain=firm, figures=figures), Effect.REVISES if firm else Effect.SOFTENS
    )


def _by_date(pair: Pair) -> tuple[Statement, Statement] | None:
    first, second = pair.a.frame.as_of, pair.b.frame.as_of
    if first is None or second is None:
        return pair.in_time
    if "as_of" not in pair.standing.other:
        return None
    return (pair.a, pair.b) if first.compared < second.compared else (pair.b, pair.a)


def _other_things(pair: Pair) -> bool:
    """Whether the two are said of other things, so that no figure can have replaced the other."""
    return bool(set(pair.standing.other) - {"as_of"})


def _date(statement: Statement) -> str:
    return str(statement.frame.as_of or statement.claim.stated_at)


def fell(pair: Pair) -> Found | None:
    """A figure that only grows is lower at the later date: one of the two must be wrong."""
    dated = _by_date(pair)
    if dated is None or not isinstance(pair.a.bare, Quantity) or not (pair.exclusive and cumulative(pair)):
        return None
    if "increment" in pair.standing.other:  # what is added is less than the total, and no fall
        return None
    early, late = dated
    if early.bare.compared[0] <= late.bare.compared[1]:
        return None
    text = f"a figure that only grows fell from {early.value} ({_date(early)}) to {late.value} ({_date(late)})"
    return Found(pair.reading(Why.FELL, text, certain=True, figures=f"{early.value} → {late.value}"))


def taken_back(pair: Pair) -> Found | None:
    """One side has been corrected or retracted since by a third claim."""
    for one in (pair.a, pair.b):
        for by, fields, kind in pair.lineage.taken_back.get(one.claim.id, ()):
            if by not in pair.ids and (not fields or one.field in fields):
                text = f"{one.claim.id} was {'corrected' if kind == 'corrects' else 'taken back'} by {by}"
                return Found(pair.reading(Why.CORRECTED, text, certain=True), Effect.REVISES)
    return None


def corrected(pair: Pair) -> Found | None:
    """The same voice, or a stated correction, later says otherwise."""
    if not (pair.exclusive or isinstance(pair.a.value, Places | Parties)):
        return None
    link = _correction(pair)
    if link is not None:
        return Found(pair.reading(Why.CORRECTED, link, certain=True), Effect.REVISES)
    if _other_things(pair):
        return None
    dated = pair.in_time or (_by_date(pair) if "as_of" in pair.standing.other else None)
    if pair.same_voice and dated is not None:
        early, late = dated
        text = f"{late.claim.voice} first said {early.value}, later {late.value}"
        return Found(pair.reading(Why.CORRECTED, text, certain=True), Effect.REVISES)
    return None


def _correction(pair: Pair) -> str | None:
    for new, old in ((pair.a, pair.b), (pair.b, pair.a)):
        for reference in new.claim.refers:
            touches = not reference.fields or new.field in reference.fields
            if reference.claim == old.claim.id and reference.kind in ("corrects", "retracts") and touches:
                return f"{new.claim.id} {reference.kind} {old.claim.id}"
    return None


def moved_on(pair: Pair) -> Found | None:
    """A phase that had come further by the later statement."""
    if not isinstance(pair.a.value, Phase) or pair.in_time is None:
        return None
    early, late = pair.in_time
    if not _follows(early.value, late.value):
        return None
    text = f"{early.value.value} by {early.claim.stated_at}, {late.value.value} by {late.claim.stated_at}"
    return Found(pair.reading(Why.MOVED, text, certain=True), Effect.REVISES)


def _follows(early: Phase, late: Phase) -> bool:
    if early.rung is not None and late.rung is not None:
        return early.rung < late.rung
    if early is Phase.NOT_IMPLEMENTED:
        return late is not Phase.DISCUSSED
    return late in (Phase.SUSPENDED, Phase.CANCELLED) or early is Phase.SUSPENDED


def order_unknown(pair: Pair) -> Found | None:
    """Nobody can tell which statement came first, so that the later state may have overtaken the earlier statement."""
    moving = isinstance(pair.a.value, Phase) or pair.field_name == "due" or pair.same_voice or _growing(pair)
    if not (pair.exclusive and pair.time == "unknown" and moving) or "as_of" in pair.standing.other:
        return None
    dated = all(s.claim.stated_at is not None and s.claim.stated_at.known for s in (pair.a, pair.b))
    why = "the dates overlap" if dated else "not all are dated"
    text = f"the order of the statements is unknown: {why}"
    return Found(pair.reading(Why.ORDER, text, certain=True))


def _growing(pair: Pair) -> bool:
    return isinstance(pair.a.bare, Quantity) and cumulative(pair)


def planned(pair: Pair) -> Found | None:
    """One side speaks of a plan, the other of what became of it: both stand."""
    if not isinstance(pair.a.value, Phase) or pair.exclusive or moved_on(pair) is not None:
        return None
    plan = next((s for s in (pair.a, pair.b) if s.value in _PLANNED), None)
    rest = pair.b if plan is pair.a else pair.a
    if plan is None or rest.value in _PLANNED:
        return None
    due = f" for {plan.claim.due}" if isinstance(plan.claim.due, Period) else ""
    text = f"{plan.value.value}{due} is the plan, {rest.value.value} is what became of it"
    return Found(pair.reading(Why.PLANNED, text), Effect.EXPLAINS)
