"""X-AMR: claims that two people wrote for the event mentions of ECB+, each in their own words.

    python benchmarks/xamr.py --data ../shared/data/ecbplus [--annotator ann1] [--predictions FILE]

Reads `xamr_claims.jsonl.gz`: a role set, who did what to whom, where and when, as free text. There are no labels apart
from those it is scored on, so the weights are judgements: what the words of each field tell, nothing fitted.
`--annotator both` takes all claims together; ids are `mention_id/annotator`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from conll import arguments, finish, labelled, read_lines, scores, write
from reconcile import Claim, ClaimError, EventType, Identity, Period, Text
from reconcile.align import Aligner, Model, Scale, resolve_names
from reconcile.align.columns import Field
from reconcile.align.defaults import default_model

LIMIT = 150
THRESHOLD = 2.0
WORDS = (0.05, 0.12, 0.2, 0.3, 0.45, 0.65, 0.85)


class Told(Claim):
    """One annotator's account of one mention."""

    lemma: Annotated[str | None, Identity()] = None
    arg0: Text | None = None
    arg1: Text | None = None
    where: Text | None = None


def model() -> Model:
    """Return the weights: the role and what was done count most, the doer and the place less."""
    shipped = default_model([Field("when", "time")]).scales[0]
    return Model(
        (
            Scale("event_type", "path", (0.6, 1.0), (-2.0, 1.0, 1.5), rare=1.0, base=0.1),
            Scale("lemma", "string", (0.7, 0.8, 0.88, 0.94, 1.0), (-3.0, -2.0, -1.0, 1.0, 3.0, 3.5), 1.0, 0.01),
            Scale("arg0", "text", WORDS, (-2.5, -1.0, 0.0, 0.7, 1.4, 2.0, 2.5, 3.0)),
            Scale("arg1", "text", WORDS, (-3.5, -1.0, 0.0, 1.0, 2.0, 3.0, 3.5, 4.0)),
            Scale("where", "text", WORDS, (-2.5, -1.0, 0.0, 0.5, 1.0, 1.5, 1.5, 2.0)),
            shipped,
        ),
        threshold=THRESHOLD,
    )


def told(row: dict[str, Any]) -> Told:
    """Return a row of the file as a claim."""
    role = str(row["roleset"]).replace(".", "-") if row["roleset"] else None
    return Told(
        id=f"{row['mention_id']}/{row['annotator']}",
        source={"outlet": row["outlet"] or "unknown", "document": row["doc_id"]},
        event_type=EventType(role) if role else None,
        about=row["lemma"] or row["trigger"],
        lemma=row["lemma"],
        arg0=row["arg0"] or None,
        arg1=row["arg1"] or None,
        where=row["where"] or None,
        when=_period(row["when"]),
    )


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ClaimError:
        return None


def read(folder: Path, annotator: str) -> tuple[list[Told], dict[str, str]]:
    """Return claims and gold clusters of one annotator, or of both."""
    rows = [r for r in read_lines(folder / "xamr_claims.jsonl.gz") if annotator in (r["annotator"], "both")]
    claims = [told(row) for row in rows]
    return claims, {claim.id: row["cluster"] for claim, row in zip(claims, rows, strict=True)}


def main() -> None:
    """Align one annotator's claims, or both's, and score them."""
    parser = arguments(__doc__)
    parser.add_argument("--annotator", choices=["ann1", "ann2", "both"], default="both")
    given = parser.parse_args()
    claims, gold = read(given.data, given.annotator)
    names = resolve_names(claims)
    alignment = Aligner(limit=LIMIT, model=model()).align(claims, names=names)
    found = labelled([claim.id for claim in claims], alignment.labels.tolist())
    write(given.predictions, found)
    finish("xamr", annotator=given.annotator, **scores(gold, found))


if __name__ == "__main__":
    main()
