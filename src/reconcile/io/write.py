"""Prevent claims from changing on their way to a file and back: one line of JSON each, what was left out left out.

>>> from tempfile import TemporaryDirectory
>>> from reconcile.io.read import read_claims
>>> with TemporaryDirectory() as folder:
...     write_claims([Claim(id="a", about="x", source="Rudaw")], f"{folder}/claims.jsonl")
...     print(read_claims(f"{folder}/claims.jsonl")[0].id)
a
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from reconcile.claims import Claim
from reconcile.io.atomic import write_whole


def write_claims(claims: Iterable[Claim], path: str | os.PathLike[str]) -> None:
    r"""Write claims as JSON Lines, packed where the name ends in `.gz`.

    Args:
        claims: in the order they shall stand.
        path: the file; it appears whole or not at all.

    Raises:
        ClaimError: the file cannot be written.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "claims.jsonl"
    >>> write_claims([Claim(id="a", about="x", source="Rudaw")], path)
    >>> path.read_text(encoding="utf-8")
    '{"id":"a","about":{"text":"x"},"source":{"outlet":"Rudaw"}}\n'
    """
    write_whole(path, (claim.to_json() + "\n" for claim in claims))
