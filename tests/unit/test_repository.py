"""Rules of the house: public names are documented, imports go down, rooms stay small, nothing leaks."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "reconcile"
MOST_LINES, MOST_IN_FUNCTION = 300, 40


# Public names


def public() -> list[tuple[str, str]]:
    paths = ("reconcile", "reconcile.strategies", "reconcile.testing")
    there = [path for path in paths if importlib.util.find_spec(path) is not None]
    return [(path, name) for path in there for name in importlib.import_module(path).__all__]


@pytest.mark.parametrize(("path", "name"), public())
def test_a_public_name_has_a_docstring_with_an_example(path: str, name: str) -> None:
    text = inspect.getdoc(getattr(importlib.import_module(path), name)) or ""
    assert text, f"{path}.{name} has no docstring"
    assert ">>> " in text, f"{path}.{name} has no example in its docstring"


def test_the_examples_of_docstrings_run_with_the_tests() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert "--doctest-modules" in options["addopts"]
    assert "src" in options["testpaths"]


@pytest.mark.parametrize(("path", "name"), public())
def test_a_public_name_stands_in_the_generated_reference(path: str, name: str) -> None:
    page = (ROOT / "docs/reference/interface.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {path}\n")[1].split("\n## ")[0]
    assert f"\n### {name}\n" in section


def test_public_names_are_sorted_and_few() -> None:
    names: list[str] = importlib.import_module("reconcile").__all__
    assert names == sorted(names)
    assert len(names) == len(set(names)) <= 40


def test_the_generated_reference_is_current() -> None:
    assert output(sys.executable, str(ROOT / "docs/generate.py"), "--check") == ""


def output(*command: str) -> str:
    """Return what a command prints; a command that fails fails the test with it."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# Rooms

LEVELS = {
    "errors": 0,
    "collecting": 0,
    "language": 1,
    "values": 2,
    "claims": 3,
    "align": 4,
    "diff": 5,
    "settings": 6,
    "result": 7,
    "reconciliation": 8,
}
UPSTAIRS = {
    "report": 9,
    "io": 9,
    "bulk": 10,
    "strategies": 10,
    "testing": 10,
    "cli": 10,
    "__main__": 11,
    "__init__": 11,
}
LEVEL = LEVELS | UPSTAIRS
LATE = {("settings", "align"), ("result", "io"), ("result", "report"), ("result", "reconciliation"), ("diff", "report")}
"""A result shows, writes and asks itself again, a conflict explains itself: imported when asked for, not before."""


class Import(NamedTuple):
    """One import of a module of the house."""

    where: str
    room: str
    target: str
    late: bool


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(SOURCE.rglob("*.py")))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(path: Path) -> Iterator[Import]:
    relative = path.relative_to(SOURCE)
    room = relative.parts[0].removesuffix(".py")
    tree = tree_of(path)
    inner = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    typing = {id(n) for i in ast.walk(tree) if isinstance(i, ast.If) and _is_typing(i.test) for n in ast.walk(i)}
    for node in ast.walk(tree):
        for dotted in _imported(node):
            late = id(node) in inner or id(node) in typing
            yield Import(f"{relative}:{getattr(node, 'lineno', 0)}", room, room_of(dotted), late)


def _is_typing(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def _imported(node: ast.AST) -> list[str]:
    """Return the modules of the house that an import names; `from reconcile import io` is `reconcile.io`."""
    if isinstance(node, ast.Import):
        return [one.name for one in node.names if one.name.split(".")[0] == "reconcile"]
    if not isinstance(node, ast.ImportFrom) or (node.module or "").split(".")[0] != "reconcile":
        return []
    if node.module == "reconcile":
        return [f"reconcile.{one.name}" if one.name in LEVEL else "reconcile" for one in node.names]
    return [node.module or ""]


def test_no_import_is_relative() -> None:
    nodes = [(path, node) for path in modules() for node in ast.walk(tree_of(path))]
    relative = [f"{path}:{node.lineno}" for path, node in nodes if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


def test_every_room_has_its_level() -> None:
    rooms = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in modules()}
    assert rooms <= LEVEL.keys(), "a new room: say in LEVEL between which others it stands"


def test_imports_go_down_only() -> None:
    up = [
        f"{one.where} ({one.room}) imports {one.target}"
        for path in modules()
        for one in imports(path)
        if LEVEL[one.room] < LEVEL[one.target] and not (one.late and (one.room, one.target) in LATE)
    ]
    assert up == []


def test_the_check_of_imports_sees_an_import_that_goes_up() -> None:
    node = ast.parse("from reconcile import io, Claim\nfrom reconcile.values import Period").body
    assert [room_of(dotted) for one in node for dotted in _imported(one)] == ["io", "__init__", "values"]


def test_modules_stay_small() -> None:
    long = {str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_functions_stay_small() -> None:
    long = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name} ({length(node)})"
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > MOST_IN_FUNCTION
    ]
    assert long == []


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its docstring: to document one well must not be punished."""
    said = function.body[0] if ast.get_docstring(function) is not None else None
    return _lines(function) - (_lines(said) if said is not None else 0)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


# The tree


@cache
def tree() -> tuple[str, ...]:
    """Return every file that is, or would be, in the repository; without git, what stands here."""
    if (ROOT / ".git").exists():
        listed = output("git", "ls-files", "-co", "--exclude-standard").splitlines()
        return tuple(sorted(one for one in listed if (ROOT / one).is_file()))
    folders = ("src", "tests", "examples", "docs", "benchmarks", "tools")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return tuple(sorted(str(path.relative_to(ROOT)) for path in found if "__pycache__" not in path.parts))


def texts() -> Iterator[tuple[str, str]]:
    for name in tree():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


HOSTS = (
    "py" + r"pi\.(?:org|python)",
    "python" + r"hosted\.org",
    "registry" + r"\.npmjs",
    "deb" + r"\.debian\.org",
)
FOLDERS = ("home", "root", "Users", "work", "opt", "tmp", "private", "mnt")
LEAKS = {
    "a registry host": re.compile("|".join(HOSTS)),
    "a path of one machine": re.compile(rf"(?<![\w.~>)\]}}/-])/(?:{'|'.join(FOLDERS)})/\w"),
}


@pytest.mark.parametrize("what", LEAKS)
def test_nothing_in_the_tree_names(what: str) -> None:
    found = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {text[hit.start() : hit.start() + 60]}"
        for name, text in texts()
        for hit in LEAKS[what].finditer(text)
    ]
    assert found == []


def test_the_checks_of_leaks_find_leaks() -> None:
    assert LEAKS["a registry host"].search("https://" + "py" + "pi.org/simple")
    assert LEAKS["a path of one machine"].search("see " + "/" + "home/me/x")
    assert not LEAKS["a path of one machine"].search("docs/work/x and https://example.org/home/x")


def test_no_lock_file_cache_or_large_file_is_in_the_tree() -> None:
    assert {Path(name).name for name in tree()} & {"uv.lock", "pylock.toml", "poetry.lock"} == set()
    assert [name for name in tree() if re.search(r"\.pyc$|__pycache__|\.egg-info|^site/|^dist/", name)] == []
    assert [name for name in tree() if (ROOT / name).stat().st_size > 16_000_000] == []


# The documents


def test_every_document_stands_in_the_navigation_and_exists() -> None:
    config = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))
    listed = sorted(_pages(config["project"]["nav"]))
    there = sorted(str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md"))
    assert listed == there


def _pages(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    else:
        parts: list[Any] = list(nav.values()) if isinstance(nav, dict) else nav  # pyright: ignore[reportUnknownArgumentType]
        yield from (page for part in parts for page in _pages(part))


def test_links_between_documents_lead_somewhere() -> None:
    pages = [name for name in tree() if name.endswith(".md")]
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
    dead = [
        f"{name}: {target}"
        for name in pages
        for target in link.findall((ROOT / name).read_text(encoding="utf-8"))
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert dead == []


def test_readme_shows_the_two_commands_first_and_ci_runs_the_same_tests() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    fences = re.findall(r"```\w*\n(.*?)```", readme, re.DOTALL)
    assert fences[0].split("\n")[:2] == ["uv run examples/coordination_centres.py", "uv run pytest"]
    assert "uv run pytest" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_version_has_its_entry_in_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
