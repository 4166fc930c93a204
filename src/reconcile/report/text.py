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
_MOST_AT_ONCE = 12
_INDENT, _DEEPER = " " * 4, " " * 6


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
    blocks += _entries("DIFFERENCES, WHICH MAY ALL STAND", plan.differences, width)
    for title, listing in (("RULINGS", plan.rulings), ("NOTES", plan.notes)):
        if listing:
            blocks.append([title, *(line for one in listing for line in wrapped(one, width=width, first="- "))])
    return "\n\n".join("\n".join(block) for block in blocks)


def _head(plan: Outline, width: int) -> list[str]:
    lines = [_TITLE, *(line for fact in plan.facts for line in wrapped(fact, width=width))]
    if plan.conflicts:
        lines.append("")
        lines += [line for entry in plan.conflicts[:_MOST_AT_ONCE] for line in _glance(entry, width)]
    if len(plan.conflicts) > _MOST_AT_ONCE:
        lines.append(f"and {len(plan.conflicts) - _MOST_AT_ONCE:,} more below")
    return [*lines, "", "EVENTS, IN TIME ORDER"] if plan.events else lines


def _glance(entry: Entry, width: int) -> list[str]:
    about = f", {entry.about}" if entry.about else ""
    return wrapped(f"{entry.kind}: {entry.title}{about}", width=width, first=_mark(entry.mark))


def _mark(mark: str) -> str:
    return f"{mark:<3} "


def _event(event: EventPart, width: int) -> list[str]:
    lines = wrapped(event.heading, width=width, first=_mark(event.mark))
    lines += wrapped(" · ".join(event.facts), width=width, first=_INDENT)
    if event.sole is not None:
        lines += wrapped(f"{event.opening} {_backing(event.sole)}", width=width, first=_INDENT, then=_DEEPER)
    lines += [line for account in event.accounts for line in _account(account, width)]
    if event.unheard:
        voices = ", ".join(_backer(one) for one in event.unheard)
        lines += wrapped(f"spoken of by {voices}", width=width, first=_INDENT, then=_DEEPER)
    return lines


def _account(account: AccountPart, width: int) -> Iterator[str]:
    told = [part for part in (account.status, f"see {listed(account.see)}" if account.see else "") if part]
    if len(account.positions) == 1 and not account.derived:
        position = account.positions[0]
        parts = [f"{account.heading}: {position.value}", _backing(position), *told]
        yield from wrapped(" – ".join(part for part in parts if part), width=width, first=_INDENT, then=_DEEPER)
        return
    yield from wrapped(f"{account.heading}: {', '.join(told)}", width=width, first=_INDENT, then=_DEEPER)
    for position in account.positions:
        yield from wrapped(f"{position.value} – {_backing(position)}", width=width, first=f"{_DEEPER}• ")
        if position.beside:
            yield from wrapped(position.beside, width=width, first=f"{_DEEPER}  ")
    if account.derived:
        yield from wrapped(account.derived, width=width, first=f"{_DEEPER}  ")


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
    heading = wrapped(f"{entry.kind.upper()}{about}", width=width, first=_mark(entry.mark))
    return [*heading, *wrapped(entry.text, width=width, first=_INDENT)]
