"""The company a claim keeps, and learning inside affairs."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from reconcile import Claim, Identity
from reconcile.align import Aligner, Model, resolve_names
from reconcile.align.affairs import against_affairs, tells_affairs
from reconcile.align.columns import Field
from reconcile.align.company import COMPANY, company, in_company
from reconcile.align.defaults import default_scale
from reconcile.align.table import Table
from reconcile.values import Action

TOWNS = ("Aleppo", "Basra", "Cairo", "Derna")


class Told(Claim):
    happened: Annotated[Action | None, Identity()] = None


def told(town: str, document: int, word: str) -> Told:
    """Return a claim of one of a town's documents."""
    about = " ".join(f"{town.lower()}{thing}" for thing in ("bridge", "market", "mayor", "river", "mill"))
    return Told.model_validate(
        {
            "id": f"{town}{document}{word}",
            "source": {"outlet": "x", "document": f"{town}{document}"},
            "about": about,
            "happened": word,
            "parties": [f"{town} council", f"{town} brigade"],
        }
    )


CLAIMS = [told(town, n, word) for town in TOWNS for n in (1, 2, 3) for word in ("bombed", "protest", "elected")]


def model() -> Model:
    """Return the weights to learn from: shipped ones, with company."""
    learned = Aligner().fit(CLAIMS).model
    assert learned is not None
    return learned


def test_one_word_in_two_affairs_is_two_events() -> None:
    aligner = Aligner().fit(CLAIMS)
    labels = aligner.align(CLAIMS, names=resolve_names(CLAIMS)).labels.tolist()
    found = {(str(c.source.document)[:-1], str(c.happened)): n for c, n in zip(CLAIMS, labels, strict=True)}
    assert len(set(labels)) == len(found) == len(TOWNS) * 3


def test_a_claim_alone_in_its_document_keeps_no_company() -> None:
    assert company(["d", None, "e", "d"], [["a", "b", "c", None]]) == ["a", None, None, "a"]


def test_company_is_a_scale_only_where_documents_hold_several_claims() -> None:
    assert tells_affairs(model())
    alone = [c.model_copy(update={"source": c.source.model_copy(update={"document": c.id})}) for c in CLAIMS]
    learned = Aligner().fit(alone).model
    assert learned is not None
    assert COMPANY not in [scale.name for scale in learned.scales]


def test_a_scale_for_company_is_added_once() -> None:
    scale = default_scale(Field(COMPANY, "company"))
    assert in_company(in_company(Model(()), scale), scale) == Model((scale,))


def test_a_model_with_company_survives_json_and_explains_itself() -> None:
    again = Model.from_json(model().to_json())
    assert again == model()
    names = resolve_names(CLAIMS)
    alignment = Aligner(model=again).align(CLAIMS, names=names)
    pairs = alignment.candidates.pairs
    score = alignment.table.scores(again, pairs)
    given_at = np.argsort(alignment.table.place)
    for a, b, bits in zip(pairs.a.tolist(), pairs.b.tolist(), score.tolist(), strict=True):
        match = alignment.match(int(given_at[a]), int(given_at[b]))
        assert abs(min(max(match.total, again.absent), again.top) - bits / 1000) < 0.001
        assert COMPANY in [weight.field for weight in match.weights]


def test_order_changes_nothing() -> None:
    names = resolve_names(CLAIMS)
    backward = Aligner().fit(CLAIMS[::-1])
    assert backward == Aligner().fit(CLAIMS)
    there = backward.align(CLAIMS, names=names).labels
    back = backward.align(CLAIMS[::-1], names=names).labels[::-1]
    assert (there[:, None] == there[None, :]).tolist() == (back[:, None] == back[None, :]).tolist()


def test_learning_does_not_run_away() -> None:
    many = [told(f"Town{n:03d}", d, word) for n in range(40) for d in (1, 2, 3, 4) for word in ("bombed", "protest")]
    start = model()
    table = Table.of(many, names=resolve_names(many), model=start)
    learned = against_affairs(start, table._levels(table.blocking().pairs))  # pyright: ignore[reportPrivateUsage]
    happened = next(scale for scale in learned.scales if scale.kind == "action")
    assert happened.weights[0] < -1.0
    assert happened.weights[-1] > 0.0
    assert learned.prior < 2.0
