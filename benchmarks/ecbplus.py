"""ECB+: which event mentions of news articles speak of one event; gold mentions, no topics given.

    python benchmarks/ecbplus.py --data ../shared/data/ecbplus [--split dev] [--unsupervised] [--predictions
    FILE] python benchmarks/ecbplus.py --data ../shared/data/ecbplus --fit        (writes the weights, from
    train only)

Reads `mentions.jsonl.gz` and `docs.jsonl.gz`. The weights in `weights/ecbplus.json` were fitted on the train
topics.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from conll import arguments, finish, labelled, read_lines, scores, write
from reconcile import Claim, Identity, Text
from reconcile.align import Aligner, Model, Table, resolve_names

WEIGHTS = Path(__file__).parent / "weights" / "ecbplus.json"
LONGEST = 9_000
LIMIT = 150
ABSENT = -6.0
THRESHOLDS = (-2.5, -2.0, -1.5, -1.0, -0.5, 0.0)


class Mention(Claim):
    """An event mention: its head word, its arguments, its sentence and its article."""

    lemma: Annotated[str | None, Identity()] = None
    arguments: Text | None = None
    dated: Text | None = None
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
        arguments=_words(row, "participants", "objects", "places"),
        dated=_words(row, "times"),
        article=article,
    )


def _words(row: dict[str, Any], *names: str) -> str | None:
    return " ".join(str(span["text"]) for name in names for span in row[name])[:LONGEST].strip() or None


def read(folder: Path, split: str) -> tuple[list[Mention], dict[str, str]]:
    """Return the mentions of a split as claims, and their gold clusters."""
    articles = {row["doc_id"]: " ".join(row["sentences"])[:LONGEST] for row in read_lines(folder / "docs.jsonl.gz")}
    rows = [row for row in read_lines(folder / "mentions.jsonl.gz") if split in (row["split"], "all")]
    rows = [row for row in rows if row.get("scored", True)]
    gold = {row["mention_id"]: row["cluster"] for row in rows}
    return [mention(row, articles.get(row["doc_id"], row["sentence"])) for row in rows], gold


def fit(folder: Path, *, split: str = "train") -> Model:
    """Return weights fitted on a split, and the threshold that serves it best among a few, by CoNLL F1."""
    claims, gold = read(folder, split)
    names = resolve_names(claims)
    aligner = Aligner(limit=LIMIT).fit(claims, names=names, events=gold)
    model = replace(aligner.model or Model(()), tallies={}, absent=ABSENT)
    table = Table.of(claims, names=names, model=model)
    blocking = table.blocking(limit=LIMIT)

    def served(threshold: float) -> float:
        found = Aligner(threshold=threshold).align_table(table, blocking=blocking)
        return scores(gold, labelled([claim.id for claim in claims], found.labels.tolist()))["conll"]

    return replace(model, threshold=max(THRESHOLDS, key=served))


def main() -> None:
    """Fit the weights, or align a split and score it."""
    parser = arguments(__doc__)
    parser.add_argument("--split", default="all", help="train, dev, test; by default all that the folder holds")
    parser.add_argument("--fit", action="store_true", help="fit the weights on the train split, and keep them")
    parser.add_argument("--unsupervised", action="store_true", help="learn the weights without labels instead")
    given = parser.parse_args()
    if given.fit:
        fit(given.data).save(WEIGHTS)
        return
    claims, gold = read(given.data, given.split)
    names = resolve_names(claims)
    if given.unsupervised:
        aligner = Aligner(limit=LIMIT).fit(claims, names=names)
    else:
        aligner = Aligner(limit=LIMIT, model=Model.load(WEIGHTS))
    found = labelled([claim.id for claim in claims], aligner.align(claims, names=names).labels.tolist())
    write(given.predictions, found)
    finish("ecbplus", split=given.split, unsupervised=given.unsupervised, **scores(gold, found))


if __name__ == "__main__":
    main()
