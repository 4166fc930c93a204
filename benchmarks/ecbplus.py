"""ECB+: which event mentions of news articles speak of the same event. Gold mentions, whole split at once, no topics.

    python benchmarks/ecbplus.py --data ../shared/data/ecbplus [--split dev] [--unsupervised] [--predictions FILE]
    python benchmarks/ecbplus.py --data ../shared/data/ecbplus --fit        (writes the weights, from train only)

Reads `mentions.jsonl.gz` and `docs.jsonl.gz`. The weights in `weights/ecbplus.json` were fitted on the train topics.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from conll import read_lines
from reconcile import Claim, Identity, Text

WEIGHTS = Path(__file__).parent / "weights" / "ecbplus.json"
LONGEST = 9_000


class Mention(Claim):
    """An event mention: its head word, its arguments, its sentence and its article."""

    lemma: Annotated[str | None, Identity()] = None
    objects: Annotated[str | None, Identity()] = None
    dated: Annotated[str | None, Identity()] = None
    article: Text | None = None


def mention(row: dict[str, Any], article: str) -> Mention:
    """Return a row of the mentions file as a claim."""
    return Mention(
        id=row["mention_id"],
        source={"outlet": row["outlet"] or "unknown", "document": row["doc_id"]},
        event_type=row["event_type"].removeprefix("NEG_ACTION_").removeprefix("ACTION_").lower(),
        polarity="denied" if row["negated"] else "affirmed",
        lemma=row["lemma"],
        about=row["sentence"][:LONGEST] or None,
        parties=_texts(row["participants"]) or None,
        places=_texts(row["places"]) or None,
        objects=" ; ".join(_texts(row["objects"])) or None,
        dated=" ; ".join(_texts(row["times"])) or None,
        article=article,
    )


def _texts(spans: Sequence[dict[str, Any]]) -> list[str]:
    return [text for span in spans if (text := str(span["text"])[:400]).strip()]


def read(folder: Path, split: str) -> tuple[list[Mention], dict[str, str]]:
    """Return the mentions of a split as claims, and their gold clusters."""
    articles = {row["doc_id"]: " ".join(row["sentences"])[:LONGEST] for row in read_lines(folder / "docs.jsonl.gz")}
    rows = [row for row in read_lines(folder / "mentions.jsonl.gz") if split in (row["split"], "all")]
    rows = [row for row in rows if row.get("scored", True)]
    gold = {row["mention_id"]: row["cluster"] for row in rows}
    return [mention(row, articles.get(row["doc_id"], row["sentence"])) for row in rows], gold
