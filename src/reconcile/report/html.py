"""Prevent a name from becoming markup, or a page from phoning home: a report as one web page that needs nothing else.

>>> from reconcile import Claim, reconcile
>>> "<script>" in render_html(reconcile([Claim(id="a", about="<script>", source="Rudaw")]))
False
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from reconcile.report.accounts import AccountPart, Backer, PositionPart
from reconcile.report.claim_rows import HEADINGS, claim_row
from reconcile.report.outline import Entry, EventPart, Outline, Result, outline
from reconcile.report.page import page
from reconcile.report.words import CLOSE, OPEN, named

_TITLE = "What the sources say"


def render_html(result: Result) -> str:
    """Return a result as one self-contained web page: no script, nothing loaded from elsewhere.

    Args:
        result: a reconciliation.

    Returns:
        HTML with a table for each event, links from each claim's id to the claim, and names isolated by `bdi`.
    """
    plan = outline(result)
    parts = [
        f"<header><h1>{_TITLE}</h1>",
        *(f"<p>{inline(fact)}</p>" for fact in plan.facts),
        "</header>",
        *_glance(plan.conflicts),
        *_section("conflicts", "Conflicts, sharpest first", plan.conflicts),
        *_section("differences", "Differences, which may all stand", plan.differences),
        *_events(plan),
        *_claims(plan),
        *_listing("rulings", "Rulings", plan.rulings),
        *_listing("notes", "Notes", plan.notes),
    ]
    return page(_TITLE, "\n".join(parts))


def inline(text: str) -> str:
    """Return a text as HTML, its isolated names in `bdi`.

    >>> inline("a & b")
    'a &amp; b'
    """
    return escape(text).replace(OPEN, '<bdi dir="auto">').replace(CLOSE, "</bdi>")


def _glance(entries: Sequence[Entry]) -> Iterator[str]:
    if entries:
        yield '<nav aria-label="Conflicts at a glance"><ul>'
        for entry in entries:
            yield f"<li>{_see(entry.mark)} {inline(entry.kind)}: {inline(entry.title)}</li>"
        yield "</ul></nav>"


def _section(name: str, title: str, entries: Sequence[Entry]) -> Iterator[str]:
    if entries:
        yield f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
        for entry in entries:
            yield from _entry(entry)
        yield "</section>"


def _entry(entry: Entry) -> Iterator[str]:
    kind = entry.kind.split()[0]
    field, where = inline(entry.field), " ".join(_see(mark) for mark in entry.events)
    yield f'<article id="{entry.mark}" class="{kind}">'
    yield f"<h3>{entry.mark} {inline(entry.kind)}: {inline(entry.title)}</h3>"
    yield f"<p>{inline(entry.text)}</p><p class=where>{' '.join(part for part in (field, where) if part)}</p></article>"


def _events(plan: Outline) -> Iterator[str]:
    if plan.events:
        yield '<section aria-labelledby="events"><h2 id="events">Events, in time order</h2>'
        for event in plan.events:
            yield from _event(event)
        yield "</section>"


def _event(event: EventPart) -> Iterator[str]:
    yield f'<article id="{event.mark}"><h3>{event.mark} {inline(event.heading)}</h3>'
    yield f"<p class=facts>{inline(' · '.join(event.facts))}</p>"
    if event.sole is not None:
        yield f"<p>{event.opening.capitalize()} {_backing(event.sole)}</p>"
    if event.accounts:
        yield from _table(event)
    if event.unheard:
        yield f"<p>Spoken of by {', '.join(_backer(one) for one in event.unheard)}</p>"
    yield "</article>"


def _table(event: EventPart) -> Iterator[str]:
    columns = ("Field", "Value", "Who") if event.sole is None else ("Field", "Value")
    yield f"<div class=wide tabindex=0 role=region aria-label='{event.mark}'><table><thead><tr>"
    yield "".join(f"<th scope=col>{column}</th>" for column in columns) + "</tr></thead>"
    for account in event.accounts:
        yield from _account(account, told=event.sole is None)
    yield "</table></div>"


def _account(account: AccountPart, *, told: bool) -> Iterator[str]:
    rows = len(account.positions) + bool(account.derived)
    status = f"<br><small>{inline(account.status)}</small>" if account.status else ""
    see = "".join(f" {_see(mark)}" for mark in account.see)
    yield f'<tbody class="{account.state}">'
    head = f"<th scope=rowgroup rowspan={rows}>{inline(account.heading)}{status}{see}</th>"
    for position in account.positions:
        beside = f"<br><small>{inline(position.beside)}</small>" if position.beside else ""
        who = f"<td>{_backing(position)}</td>" if told else ""
        yield f"<tr>{head}<td>{inline(position.value)}{beside}</td>{who}</tr>"
        head = ""
    if account.derived:
        yield f"<tr><td colspan=2><small>{inline(account.derived)}</small></td></tr>"
    yield "</tbody>"


def _backing(position: PositionPart) -> str:
    voices = ", ".join(_backer(one) for one in position.backers)
    return f"{voices}; {inline(position.carried)}" if position.carried else voices


def _backer(backer: Backer) -> str:
    links = " ".join(f'<a href="#{_anchor(one)}">{inline(named(one))}</a>' for one in backer.ids)
    return f"{inline(backer.voice)} [{links}]"


def _see(mark: str) -> str:
    return f'<a href="#{mark}">{mark}</a>'


def _anchor(claim_id: str) -> str:
    """Return a name that no id can break out of, and that no two ids share."""
    return "claim-" + claim_id.encode("utf-8", "surrogatepass").hex()


def _claims(plan: Outline) -> Iterator[str]:
    if not plan.claims:
        return
    yield '<section aria-labelledby="claims"><h2 id="claims">Claims</h2>'
    yield "<div class=wide tabindex=0 role=region aria-labelledby=claims><table><thead><tr>"
    yield "".join(f"<th scope=col>{heading}</th>" for heading in HEADINGS) + "</tr></thead><tbody>"
    for claim in plan.claims:
        row = claim_row(claim, plan.homes.get(claim.id, ""))
        cells = "".join(f"<td>{inline(cell)}</td>" for cell in row[2:])
        home = f"<td>{_see(row.event)}</td>" if row.event else "<td></td>"
        yield f'<tr id="{_anchor(row.id)}"><th scope=row>{inline(named(row.id))}</th>{home}{cells}</tr>'
    yield "</tbody></table></div></section>"


def _listing(name: str, title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2><ul>'
        yield from (f"<li>{inline(one)}</li>" for one in items)
        yield "</ul></section>"
