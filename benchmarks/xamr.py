"""X-AMR: claims that two people wrote for the event mentions of ECB+, each in their own words.

    python benchmarks/xamr.py --data ../shared/data/ecbplus [--annotator ann1] [--held-out] [--predictions FILE]
    python benchmarks/xamr.py --data ../shared/data/ecbplus --fit              (writes the weights of all three tasks)

Reads `xamr_claims.jsonl.gz`: a role set, who did what to whom, where and when, as free text. `--annotator both`, which
is the default, takes all claims together; ids are `mention_id/annotator`. The weights in `weights/` were fitted on the
topics of the development split, since no others have such claims: on that split only `--held-out` is a fair score,
where each topic is scored by weights learned without it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from conll import arguments, finish, labelled, read_lines, scores, write
from reconcile import Claim, ClaimError, EventType, Identity, Period, Text
from reconcile.align import Aligner, Model, Table, average_linkage, resolve_names
from reconcile.values import Action

WEIGHTS = Path(__file__).parent / "weights"
LIMIT = 150
PARTS = 4
THOUSANDTHS = 1000
TASKS = ("ann1", "ann2", "both")
# By --held-out on the development split: two people's words differ more than one's.
THRESHOLDS = {"ann1": -0.25, "ann2": -1.0, "both": -1.75}
GAP = 4.0
Clusters = dict[str, str]


class Told(Claim):
    """One annotator's account of one mention."""

    happened: Annotated[Action | None, Identity()] = None
    arg0: Text | None = None
    arg1: Text | None = None
    where: Text | None = None
    dated: Text | None = None


def told(row: dict[str, Any]) -> Told:
    """Return a row of the file as a claim."""
    role = str(row["roleset"]).replace(".", "-") if row["roleset"] else None
    words = (row["trigger"], row["lemma"], str(row["roleset"] or "").split(".")[0])
    return Told(
        id=f"{row['mention_id']}/{row['annotator']}",
        source={"outlet": row["outlet"] or "unknown", "document": row["doc_id"]},
        event_type=EventType(role) if role else "event",
        happened=_plain(" ".join(word for word in words if word)),
        when=_period(row["when"]),
        dated=_plain(row["when"]),
        **{name: _plain(row[name]) for name in ("arg0", "arg1", "where")},
    )


def _plain(text: str | None) -> str | None:
    return (text or "").replace("_", " ").strip() or None


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ClaimError:
        return None


def read(folder: Path, annotator: str) -> tuple[list[Told], Clusters]:
    """Return claims and gold clusters of one annotator, or of both."""
    rows = [r for r in read_lines(folder / "xamr_claims.jsonl.gz") if annotator in (r["annotator"], "both")]
    claims = [told(row) for row in rows]
    return claims, {claim.id: row["cluster"] for claim, row in zip(claims, rows, strict=True)}


def learned(claims: list[Told], gold: Clusters, annotator: str) -> Model:
    """Return weights learned from claims whose events are known."""
    events = {claim.id: gold[claim.id] for claim in claims}
    model = Aligner(limit=LIMIT).fit(claims, events=events).model or Model(())
    threshold = THRESHOLDS[annotator]
    return replace(model, tallies={}, threshold=threshold, absent=threshold - GAP)


def held_out(claims: list[Told], gold: Clusters, annotator: str) -> Clusters:
    """Return clusters found by weights that were learned, for each topic, from the topics of other parts."""
    topics = sorted({_topic(claim.id) for claim in claims})
    part = {topic: at % PARTS for at, topic in enumerate(topics)}
    models = [learned([c for c in claims if part[_topic(c.id)] != at], gold, annotator) for at in range(PARTS)]
    table = Table.of(claims, names=resolve_names(claims), model=models[0])
    pairs = table.blocking(limit=LIMIT).pairs
    of_row = np.array([part[_topic(name)] for name in table.ids])
    score = np.stack([table.with_model(model).scores(model, pairs) for model in models])
    label = average_linkage(
        len(table.ids),
        *pairs,
        score[of_row[pairs.a], np.arange(len(pairs.a))],
        threshold=round(models[0].threshold * THOUSANDTHS),
        absent=round(models[0].absent * THOUSANDTHS),
    )
    return labelled(table.ids, label.tolist())


def _topic(name: str) -> int:
    return int(name.split("_", 1)[0])


def main() -> None:
    """Fit the weights, or align one annotator's claims, or both's, and score them."""
    parser = arguments(__doc__)
    parser.add_argument("--annotator", choices=TASKS, default="both")
    parser.add_argument("--fit", action="store_true", help="fit the weights of all tasks on the folder, and keep them")
    parser.add_argument("--held-out", action="store_true", help="score each topic by weights learned without it")
    given = parser.parse_args()
    if given.fit:
        for task in TASKS:
            learned(*read(given.data, task), task).save(WEIGHTS / f"xamr-{task}.json")
        return
    claims, gold = read(given.data, given.annotator)
    if given.held_out:
        found = held_out(claims, gold, given.annotator)
    else:
        aligner = Aligner(limit=LIMIT, model=Model.load(WEIGHTS / f"xamr-{given.annotator}.json"))
        labels = aligner.align(claims, names=resolve_names(claims)).labels.tolist()
        found = labelled([claim.id for claim in claims], labels)
    write(given.predictions, found)
    finish("xamr", annotator=given.annotator, held_out=given.held_out, **scores(gold, found))


if __name__ == "__main__":
    main()
