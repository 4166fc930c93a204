"""Prevent documents that say what the code no longer does: docs/reference and all outputs come from the code.

`uv run docs/generate.py` writes docs/reference/*.md and the outputs below the examples of the pages that teach; with
`--check` it writes nothing and exits 1 where a page is not current.
"""
# ruff: noqa: INP001, T201

from __future__ import annotations

import argparse
import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

from outputs import refreshed

import reconcile as rc
from reconcile.claims import specs
from reconcile.diff.model import Why
from reconcile.values import relation

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
NOTE = "<!-- Written by `uv run docs/generate.py`. Change the code, not this page. -->"

Samples = dict[str, tuple[Any, ...]]
QUANTITIES = (
    rc.Quantity(25),
    rc.Quantity(40),
    rc.Quantity(low=20),
    rc.Quantity(low=20, high=30),
    rc.Quantity(low=20, high=30, best=25),
    rc.Quantity(24, approximate=True),
    rc.Quantity(25, of="killed"),
    rc.Quantity(25, of="injured"),
)
DATES = ("2020-10-13", "2020-10", "2020-11", "2020", "2020-10-15~", "2020-11?", "2020-10/..")
TIMES = tuple(map(rc.Period, DATES))
SPANS = tuple(map(rc.Period.parse, ("since 2018", "since 2019", "since March 2018")))
PLACES = (
    rc.Places("Erbil"),
    rc.Places("أربيل"),
    rc.Places("Erbil", "Baghdad"),
    rc.Places("Baghdad"),
    rc.Places("Diyala"),
    rc.Places("Khanaqin"),
    rc.Places("Diyala", "Kirkuk"),
    rc.Places("Baghdad", complete=True),
    rc.Places("Nowhereville"),
)
PARTIES = (
    rc.Parties("ISIS"),
    rc.Parties("داعش"),
    rc.Parties("ISIS", "UN"),
    rc.Parties("UN"),
    rc.Parties({"name": "ISIS", "role": "actor"}),
    rc.Parties({"name": "ISIS", "role": "target"}),
    rc.Parties("Some village guard"),
)
TYPES = tuple(map(rc.EventType, ("assault", "assault.shelling", "assault.airstrike", "protest")))
WORDINGS = ("Two centres agreed", "two CENTRES agreed", "Three centres agreed", "اتفاق على مركزين")
TEXTS = tuple(map(rc.Text, WORDINGS))
RELATIONS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "Quantity": ("One number inside [low, high], of a thing.", QUANTITIES),
    "Period, one time": ("One time inside an interval: `within`.", TIMES),
    "Period, a span": ("From a start to an end: `throughout`.", SPANS),
    "Places": ("At least these places, by the built-in gazetteer.", PLACES),
    "Parties": ("At least these parties, by the built-in lexicon.", PARTIES),
    "Phase": ("How far a thing has come.", tuple(rc.Phase)),
    "EventType": ("A dotted path, general to special.", TYPES),
    "Text": ("Wording: it never excludes wording.", TEXTS),
    "Plain values": ("Strings and numbers of a user's own fields.", ("B 12", "b  12", "B 13", 12, 12.0)),
}


def relations() -> Iterator[str]:
    """Yield the page of relation tables: for each type, how sample values stand to each other."""
    yield "# Relations, type by type\n"
    yield "Each cell says how the value of its row stands to the value of its column.\n"
    yield table(("relation", "of statements a and b"), attributes(rc.Relation).items())
    for name, (meaning, samples) in RELATIONS.items():
        yield f"\n## {name}\n\n{meaning}\n"
        rows = [(label(a), *(f"{relation(a, b)}" for b in samples)) for a in samples]
        yield table(("", *map(label, samples)), rows)


def label(value: object) -> str:
    """Return how a sample is shown: its text, kept apart from the direction of the line."""
    text = repr(value) if type(value) is str else str(value)
    return f"<bdi>{text}{' (complete)' if getattr(value, 'complete', False) else ''}</bdi>"


def fields() -> Iterator[str]:
    """Yield the page of the fields of a claim: what each means and what it is used for."""
    yield "# The fields of a claim\n"
    yield "*weighs*: brings claims of one event together or parts them."
    yield "*compared*: makes accounts and conflicts.\n"
    used = {spec.name: spec for spec in specs(rc.Claim)}
    rows: list[tuple[str, ...]] = []
    for name, meaning in attributes(rc.Claim).items():
        spec = used.get(name)
        marks = ("yes" if spec and spec.weighs else "", "yes" if spec and spec.compared else "")
        rows.append((f"`{name}`", meaning, *marks))
    yield table(("field", "meaning", "weighs", "compared"), rows)
    for part in (rc.Source, rc.Evidence, rc.Reference):
        yield f"\n## {part.__name__}\n\n{summary(part)}\n"
        yield table(("field", "meaning"), ((f"`{k}`", v) for k, v in attributes(part).items()))


def readings() -> Iterator[str]:
    """Yield the page of kinds and readings, each with what its reader looks for."""
    from reconcile.diff.readings.readers import READERS

    yield "# Kinds and readings\n\nA reading is a stated reason why differing values may both stand.\n"
    yield "## Kinds, sharp to soft\n"
    sharpness = {True: "conflict", False: "difference"}
    yield table(("kind", "counts as"), ((kind.value, sharpness[kind.is_conflict]) for kind in rc.Kind))
    yield "\n## What is looked for\n\nEvery pair of statements is shown to each of these, in this order.\n"
    yield table(("what is looked for", "reading", "effect"), map(row_of, READERS))
    yield "\n*softens* lowers the severity, *explains* makes a difference of it, *revises* a revision.\n"
    yield "\n## All readings\n\n" + "\n".join(f"- {why.value}" for why in Why) + "\n"


def row_of(reader: Callable[..., Any]) -> tuple[str, str, str]:
    """Return what a reader looks for, the readings that its code names, and what they do."""
    code = inspect.getsource(reader)
    named = [why.value for why in Why if re.search(rf"Why\.{why.name}\b", code)]
    effects = dict.fromkeys(re.findall(r"Effect\.(\w+)", code)) or {"SOFTENS": None}
    return summary(reader), ", ".join(named) or "by the part that differs", ", ".join(effects).lower()


MODULES = ("reconcile", "reconcile.strategies", "reconcile.testing")


def interface() -> Iterator[str]:
    """Yield the page of every public name with its signature, fields and methods."""
    yield "# Public names\n"
    for path in MODULES:
        if importlib.util.find_spec(path) is not None:
            module = importlib.import_module(path)
            yield f"\n## {path}\n\n{summary(module)}\n"
            for name in sorted(module.__all__):
                yield from entry(name, getattr(module, name))


def entry(name: str, thing: Any) -> Iterator[str]:  # noqa: ANN401 - a class or function
    """Yield what is said of one public name."""
    yield f"\n### {name}\n\n{summary(thing)}\n"
    if isinstance(thing, FunctionType):
        yield f"```python\n{name}{signature(thing)}\n```\n"
    listed = attributes(thing)
    if listed:
        yield table(("field", "meaning"), ((f"`{key}`", meaning) for key, meaning in listed.items()))
    found = members(thing) if isinstance(thing, type) else ()
    methods = [(f"`{key}{mark}`", text) for key, mark, text in found]
    if methods:
        yield "\n" + table(("asked for", "answer"), methods)


def members(cls: type) -> Iterator[tuple[str, str, str]]:
    """Yield the public methods and properties that a class defines: name, signature, first line."""
    for name, thing in sorted(vars(cls).items()):
        function: Any = getattr(thing, "__func__", thing)
        if name.startswith("_") or not inspect.getdoc(function):
            continue
        if isinstance(function, FunctionType):
            yield name, signature(function), summary(function)
        elif isinstance(function, property):
            yield name, "", summary(function)


def signature(function: Callable[..., Any]) -> str:
    """Return the names and defaults of a function's arguments, without types."""
    parts: list[str] = []
    starred = False
    for one in inspect.signature(function).parameters.values():
        if one.name in ("self", "cls"):
            continue
        stars = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "")
        if one.kind is one.KEYWORD_ONLY and not starred:
            parts.append("*")
        starred = starred or one.kind in (one.VAR_POSITIONAL, one.KEYWORD_ONLY)
        parts.append(stars + one.name + ("" if one.default is one.empty else f"={default(one.default)}"))
    return f"({', '.join(parts)})"


def default(value: object) -> str:
    """Return a default that is the same on every machine."""
    return value.__name__ if isinstance(value, type | FunctionType) else re.sub(r" at 0x\w+", "", repr(value))


def summary(thing: object) -> str:
    """Return the first line of a docstring."""
    return (inspect.getdoc(thing) or "").split("\n\n")[0].replace("\n", " ")


def attributes(thing: object) -> dict[str, str]:
    """Return what the `Args` or `Attributes` of a docstring say of each name."""
    text = inspect.getdoc(thing) or ""
    found = re.search(r"^(?:Args|Attributes):\n((?:    .*\n?|\n)+)", text, re.MULTILINE)
    if found is None:
        return {}
    listed = re.findall(r"^    (\w+): ((?:.|\n(?!    \w+: ))+)", found.group(1), re.MULTILINE)
    return {name: " ".join(meaning.split()) for name, meaning in listed}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    titles = [cell(one) for one in head]
    lines = [titles, ["---"] * len(titles), *([cell(one) for one in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def cell(text: str) -> str:
    """Return text that cannot end its cell."""
    return text.replace("|", "\\|").replace("\n", " ")


PAGES = {"relations.md": relations, "claim.md": fields, "readings.md": readings, "interface.md": interface}
TEACHING = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/index.md",
    "docs/quick-start.md",
    "docs/model.md",
    "docs/alignment.md",
    "docs/property-tests.md",
)


def current() -> Iterator[tuple[Path, str]]:
    """Yield every generated page, and every page with generated outputs, as it should be."""
    for name, page in PAGES.items():
        yield REFERENCE / name, NOTE + "\n\n" + "\n".join(page())
    for name in TEACHING:
        yield ROOT / name, refreshed((ROOT / name).read_text(encoding="utf-8"), name)


def main() -> int:
    """Write or check every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a page is stale")
    check: bool = parser.parse_args().check
    stale = [(path, text) for path, text in current() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)}: {'stale, run `uv run docs/generate.py`' if check else 'written'}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
