"""Prevent a result from needing a program to be read: it prints as a report, in lines that hold in any terminal.

>>> from reconcile import Claim, reconcile
>>> print(render_text(reconcile([Claim(id="a", about="centre opens", count=2, source="Rudaw")])))
WHAT THE SOURCES SAY
...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.report.accounts import AccountPart, Backer, PositionPart
from reconcile.report.outline import Entry, EventPart, Outline, Result, outline
from reconcile.report.words import listed, named
from reconcile.report.wrap import wrapped

WIDTH = 88
_TITLE = "WHAT THE SOURCES SAY"


def render_text(result: Result, *, width: int = WIDTH) -> str:
    """Return a result as a report in plain text.

    Args:
        result: a reconciliation.
        width: columns of a line, at least 20.

    Returns:
        Events in time order with who says what of each; then conflicts, sharpest first; then differences.
        Right-to-left names stand between U+2068 and U+2069, opened and closed within each line.
    """
    plan = outline(result)
    blocks = [_head(plan, width), *(_event(event, width) for event in plan.events)]
    blocks += _entries("CONFLICTS, SHARPEST FIRST", plan.conflicts, width)
    blocks += _entries("DIFFERENCES, WHICH MAY BOTH STAND", plan.differences, width)
    blocks += [["NOTES", *(line for note in plan.notes for line in wrapped(note, width=width, first="- "))]] * bool(plan.notes)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _head(plan: Outline, width: int) -> list[str]:
    lines = [line for fact in plan.facts for line in wrapped(fact, width=width)]
    return [_TITLE, *lines, *(["", "EVENTS, IN TIME ORDER"] if plan.events else [])]


def _event(event: EventPart, width: int) -> list[str]:
    facts = wrapped(" · ".join(event.facts), width=width, first="    ")
    heading = wrapped(event.heading, width=width, first=f"{event.mark:<4}")
    return [*heading, *facts, *(line for account in event.accounts for line in _account(account, width))]


def _account(account: AccountPart, width: int) -> Iterator[str]:
    see = f" – see {listed(account.see)}" if account.see else ""
    if len(account.positions) == 1 and not account.derived:
        yield from _single(account, account.positions[0], see, width)
        return
    yield from wrapped(f"{account.heading}: {account.status}{see}", width=width, first="    ")
    for position in account.positions:
        yield from wrapped(f"{position.value} – {_backing(position)}", width=width, first="      • ")
        if position.beside:
            yield from wrapped(position.beside, width=width, first="        ")
    if account.derived:
        yield from wrapped(account.derived, width=width, first="      ")


def _single(account: AccountPart, position: PositionPart, see: str, width: int) -> Iterator[str]:
    status = "" if account.state == "single-voice" else f" – {account.status}"
    said = f"{account.heading}: {position.value} – {_backing(position)}{status}{see}"
    yield from wrapped(said, width=width, first="    ", then="      ")


def _backing(position: PositionPart) -> str:
    voices = ", ".join(_backer(one) for one in position.backers)
    return f"{voices}; {position.carried}" if position.carried else voices


def _backer(backer: Backer) -> str:
    return f"{backer.voice} [{' '.join(named(one) for one in backer.ids)}]"


def _entries(title: str, entries: Sequence[Entry], width: int) -> list[list[str]]:
    blocks = [_entry(entry, width) for entry in entries]
    if blocks:
        blocks[0] = [title, "", *blocks[0]]
    return blocks


def _entry(entry: Entry, width: int) -> list[str]:
    about = f" – {entry.about}" if entry.about else ""
    heading = wrapped(f"{entry.kind.upper()}{about}", width=width, first=f"{entry.mark:<4}")
    return [*heading, *wrapped(entry.text, width=width, first="    ")]
