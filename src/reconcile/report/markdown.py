"""Prevent a name from becoming markup: a report in Markdown, in which whatever sources wrote is plain text.

>>> from reconcile import Claim, reconcile
>>> print(render_markdown(reconcile([Claim(id="a", about="*x*", source="Rudaw")])).splitlines()[0])
# What the sources say
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.report.accounts import AccountPart, Backer, PositionPart
from reconcile.report.claim_rows import HEADINGS, claim_row
from reconcile.report.outline import Entry, EventPart, Outline, Result, outline
from reconcile.report.words import listed, named

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$@]|(?<=:)/(?=/)|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=www)\.)")
_HEAD = ("Field", "Value", "Who", "Status")


def render_markdown(result: Result) -> str:
    """Return a result as Markdown (GitHub flavor), with a table for each event and one of all claims.

    Args:
        result: a reconciliation.

    Returns:
        Text in which all that sources wrote is escaped, right-to-left names between U+2068 and U+2069.
    """
    plan = outline(result)
    blocks = ["# What the sources say", *map(escaped, plan.facts)]
    blocks += _section("Conflicts, sharpest first", plan.conflicts)
    blocks += _section("Differences, which may all stand", plan.differences)
    blocks += ["## Events, in time order", *(block for event in plan.events for block in _event(event))]
    blocks += _claims(plan)
    for title, listing in (("Rulings", plan.rulings), ("Notes", plan.notes)):
        if listing:
            blocks += [f"## {title}", "\n".join(f"- {escaped(one)}" for one in listing)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows letter by letter.

    >>> print(escaped("a*b"))
    a\*b
    """
    return _SPECIAL.sub(r"\\\1", text)


def _section(title: str, entries: Sequence[Entry]) -> list[str]:
    return [f"## {title}", *(block for entry in entries for block in _entry(entry))] if entries else []


def _entry(entry: Entry) -> Iterator[str]:
    about = f" – {escaped(entry.about)}" if entry.about else ""
    yield f"### {entry.mark} {entry.kind}{about}"
    yield escaped(entry.text)


def _event(event: EventPart) -> Iterator[str]:
    yield f"### {event.mark} {escaped(event.heading)}"
    yield escaped(" · ".join(event.facts))
    if event.sole is not None:
        yield escaped(f"{event.opening.capitalize()} {_backing(event.sole)}.")
    if event.accounts:
        yield _table(_HEAD, [row for account in event.accounts for row in _rows(account)])
    if event.unheard:
        yield escaped(f"Spoken of by {', '.join(_backer(one) for one in event.unheard)}.")


def _rows(account: AccountPart) -> Iterator[tuple[str, ...]]:
    see = f"see {listed(account.see)}" if account.see else ""
    status = ", ".join(part for part in (account.status, see) if part)
    for number, position in enumerate(account.positions):
        value = f"{position.value} ({position.beside})" if position.beside else position.value
        first = number == 0
        yield account.heading if first else "", value, _backing(position), status if first else ""
    if account.derived:
        yield "", account.derived, "", ""


def _backing(position: PositionPart) -> str:
    voices = ", ".join(_backer(one) for one in position.backers)
    return f"{voices}; {position.carried}" if position.carried else voices


def _backer(backer: Backer) -> str:
    return f"{backer.voice} [{' '.join(named(one) for one in backer.ids)}]"


def _claims(plan: Outline) -> list[str]:
    rows = [claim_row(claim, plan.homes.get(claim.id, "")) for claim in plan.claims]
    return ["## Claims", _table(HEADINGS, [(named(row.id), *row[1:]) for row in rows])] if rows else []


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings)]
    body = [[escaped(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in [*lines, *body])
