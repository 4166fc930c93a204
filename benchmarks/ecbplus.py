"""ECB+: which event mentions of news articles speak of one event; gold mentions, no topics given.

    python benchmarks/ecbplus.py --data ../shared/data/ecbplus [--split dev] [--unsupervised] [--predictions FILE]
    python benchmarks/ecbplus.py --data ../shared/data/ecbplus --fit        (writes the weights, from train only)

Reads `mentions.jsonl.gz` and `docs.jsonl.gz`. The weights in `weights/ecbplus.json` were fitted on the train
topics.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from conll import arguments, finish, labelled, read_lines, scores, write
from reconcile import Claim, Evidence, Identity, Text
from reconcile.align import Aligner, Model, Table, resolve_names
from reconcile.values import Action

WEIGHTS = Path(__file__).parent / "weights" / "ecbplus.json"
LONGEST = 9_000
LIMIT = 150
ABSENT = -4.0
LEAST_GAP = 4.0
PARTS = 4
THRESHOLDS = (-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5)


class Mention(Claim):
    """An event mention: its words and lemma, its arguments, its sentence and its article."""

    happened: Annotated[Action | None, Identity()] = None
    participants: Text | None = None
    objects: Text | None = None
    where: Text | None = None
    dated: Text | None = None
    article: Text | None = None


def mention(row: dict[str, Any], article: str, *, trained: bool) -> Mention:
    """Return a row of the mentions file as a claim.

    The sentence is its evidence, and so part of the company it keeps. Trained weights know besides what the likeness of
    sentences and articles is worth; untrained, they would say the same thing twice.
    """
    sentence = row["sentence"][:LONGEST]
    return Mention(
        id=row["mention_id"],
        source={"outlet": row["outlet"] or "unknown", "document": row["doc_id"]},
        event_type=row["event_type"].removeprefix("NEG_ACTION_").removeprefix("ACTION_").lower(),
        polarity="denied" if row["negated"] else "affirmed",
        happened=" ".join(filter(None, (row["trigger"], row["lemma"])))[:LONGEST] or None,
        about=(sentence or None) if trained else None,
        participants=_words(row, "participants"),
        objects=_words(row, "objects"),
        where=_words(row, "places"),
        dated=_words(row, "times"),
        article=article if trained else None,
        evidence=[Evidence.of(article, sentence, keep_quote=True)] if sentence and sentence in article else [],
    )


def _words(row: dict[str, Any], *names: str) -> str | None:
    return " ".join(str(span["text"]) for name in names for span in row[name])[:LONGEST].strip() or None


def read(folder: Path, split: str, *, trained: bool = True) -> tuple[list[Mention], dict[str, str]]:
    """Return the mentions of a split as claims, and their gold clusters."""
    articles = {row["doc_id"]: " ".join(row["sentences"])[:LONGEST] for row in read_lines(folder / "docs.jsonl.gz")}
    rows = [row for row in read_lines(folder / "mentions.jsonl.gz") if split in (row["split"], "all")]
    rows = [row for row in rows if row.get("scored", True)]
    gold = {row["mention_id"]: row["cluster"] for row in rows}
    return [mention(row, articles.get(row["doc_id"], row["sentence"]), trained=trained) for row in rows], gold


def fit(folder: Path, *, split: str = "train") -> Model:
    """Return weights fitted on a split, with the threshold that serves topics best whose labels were not learned from.

    The topics are dealt into four parts; each part is aligned by weights learned from the three others.
    """
    claims, gold = read(folder, split)
    topics = sorted({_topic(claim) for claim in claims})
    parts = [[c for c in claims if topics.index(_topic(c)) % PARTS == part] for part in range(PARTS)]
    served = np.zeros(len(THRESHOLDS))
    for part in parts:
        learned = _learned([c for other in parts if other is not part for c in other], gold)
        table = Table.of(part, names=resolve_names(part), model=learned)
        blocking, ids = table.blocking(limit=LIMIT), [claim.id for claim in part]
        for at, threshold in enumerate(THRESHOLDS):
            found = Aligner(threshold=threshold).align_table(table, blocking=blocking).labels.tolist()
            served[at] += scores({i: gold[i] for i in ids}, labelled(ids, found))["conll"] / PARTS
    print({threshold: round(float(f1), 4) for threshold, f1 in zip(THRESHOLDS, served, strict=True)})
    best = THRESHOLDS[int(served.argmax())]
    return replace(_learned(claims, gold), threshold=best, absent=min(ABSENT, best - LEAST_GAP))


def _topic(claim: Mention) -> int:
    return int(claim.id.split("_", 1)[0])


def _learned(claims: list[Mention], gold: dict[str, str]) -> Model:
    events = {claim.id: gold[claim.id] for claim in claims}
    model = Aligner(limit=LIMIT).fit(claims, events=events).model or Model(())
    return replace(model, tallies={}, absent=ABSENT)


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
    claims, gold = read(given.data, given.split, trained=not given.unsupervised)
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
