"""Prevent a hand-made mend from hiding in the data: every one is a line of `patches.jsonl`, applied by rule.

A line names a place by `id` (a country also by its two letters) and may `add` or `drop` names, set `name`, `kind`,
`parent`, `country`, `lat`, `lon`, `population` or `capital` (an unknown `id` makes a new place), say that it is `known`
world-wide, found by full names only (`strict`), `loose` in its container or `claimed` by others, or be one place with
another (`same_as`). A line with `like` gives `names` the candidates of that name.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gazetteer.records import Record, Records

from reconcile.language.places.words import place_key

Patch = dict[str, Any]
_SET = (
    "name",
    "kind",
    "parent",
    "country",
    "lat",
    "lon",
    "population",
    "loose",
    "capital",
    "known",
    "strict",
)


def read_patches(path: Path) -> list[Patch]:
    """Return the patches of a JSON Lines file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line and not line.startswith("#")]


def apply_patches(records: Records, patches: list[Patch]) -> None:
    """Change `records` as the patches say.

    Raises:
        KeyError: when a patch without a `kind` names an unknown place, so that a stale patch is noticed.
    """
    countries = {record.country: record.id for record in records.values() if record.kind == "country"}
    for patch in patches:
        if "like" not in patch:
            _apply(records, _with_ids(patch, countries))


def _with_ids(patch: Patch, countries: dict[str, str]) -> Patch:
    """Return `patch` with the ids of countries in place of their two letters."""
    changed = {key: countries.get(patch[key], patch[key]) for key in ("id", "parent") if key in patch}
    return patch | changed | {"claimed": [countries.get(one, one) for one in patch.get("claimed", ())]}


def _apply(records: Records, patch: Patch) -> None:
    number = patch["id"]
    if "same_as" in patch:
        _merge(records, number, patch["same_as"])
        return
    if "kind" in patch and number not in records:
        records[number] = Record(number, patch["name"], patch["kind"], names={patch["name"]})
    record = records[number]
    for name in _SET:
        if name in patch:
            setattr(record, name, patch[name])
    dropped = {place_key(name) for name in patch.get("drop", ())}
    record.names = {name for name in record.names if place_key(name) not in dropped}
    record.names |= {*patch.get("add", ()), *((record.name,) if "name" in patch else ())}
    record.claimed |= set(patch.get("claimed", ()))


def _merge(records: Records, number: str, other: str) -> None:
    gone = records.pop(number)
    records[other].names |= gone.names
    for record in records.values():
        if record.parent == number:
            record.parent = other


def likenesses(patches: list[Patch]) -> dict[str, str]:
    """Return descriptive names with the plain name that each stands for."""
    return {name: patch["like"] for patch in patches if "like" in patch for name in patch["names"]}
