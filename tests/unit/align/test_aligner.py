"""What alignment must get right on a handful of claims, without training."""

from __future__ import annotations

from typing import Annotated

import numpy as np
import pytest

from reconcile import Claim, ClaimError, Identity
from reconcile.align import Aligner, Model, chart, resolve_names
from reconcile.align.block import LIMIT
from reconcile.align.columns import fields_of
from reconcile.align.defaults import default_model
from reconcile.align.plain import plain_table


def claim(name: str, **fields: object) -> Claim:
    return Claim.model_validate({"id": name, "source": f"outlet of {name}", **fields})


def same(*claims: Claim, aligner: Aligner | None = None) -> bool:
    labels = (aligner or Aligner()).align(claims, names=resolve_names(claims)).labels
    return len(set(labels.tolist())) == 1


RAID = {"event_type": "assault.raid", "parties": ["Peshmerga"], "about": "night raid on a farm near Makhmur"}


def test_close_wording_shared_party_and_near_day_make_one_event() -> None:
    other = {**RAID, "about": "a farm near Makhmur raided at night"}
    assert same(claim("a", when="2020-10-13", **RAID), claim("b", when="2020-10-14", **other))


def test_wording_in_another_language_is_missing_evidence() -> None:
    arabic = {"event_type": "assault.raid", "parties": ["البيشمركة"], "about": "مداهمة ليلية لمزرعة قرب مخمور"}
    assert same(claim("a", when="2020-10-13", **RAID), claim("b", when="2020-10-13", **arabic))


def test_other_wording_months_later_is_another_event() -> None:
    later = {**RAID, "about": "vehicles searched at a bridge in the east"}
    assert not same(claim("a", when="2020-10-13", **RAID), claim("b", when="2021-03-01", **later))


def test_one_wrong_city_does_not_part_two_claims() -> None:
    assert same(
        claim("a", when="2020-10-13", places=["Erbil"], **RAID),
        claim("b", when="2020-10-13", places=["Basra"], **RAID),
    )


def test_a_differing_count_weighs_nothing() -> None:
    a, b = claim("a", count=2, phase="agreed", **RAID), claim("b", count=300, phase="completed", **RAID)
    plain = claim("a", **RAID), claim("b", **RAID)
    with_counts = Aligner().align([a, b], names=resolve_names([a, b])).match(0, 1)
    without = Aligner().align(plain, names=resolve_names(plain)).match(0, 1)
    assert with_counts.total == without.total


def test_a_broader_type_can_match_and_a_sibling_weighs_against() -> None:
    told = {"places": ["Erbil"], "when": "2020-10-13", "parties": ["Peshmerga"]}
    assert same(claim("a", event_type="coordination", **told), claim("b", event_type="coordination.centre", **told))
    assert not same(
        claim("a", event_type="meeting", when="2020-10-13"), claim("b", event_type="flood", when="2020-10-13")
    )


def test_type_place_and_day_are_enough() -> None:
    told = {"event_type": "clash", "places": ["Khanaqin"], "when": "2020-10-13"}
    assert same(claim("a", **told), claim("b", **told))


def test_keys_and_references_decide_before_weights() -> None:
    assert not same(claim("a", key="1", **RAID), claim("b", key="2", **RAID))
    assert same(claim("a", key="1", about="x"), claim("b", key="1", about="quite other words"))
    assert same(claim("a", about="x"), claim("b", about="other", refers=[{"kind": "corrects", "claim": "a"}]))
    third = claim("c", about="x y", refers=[{"kind": "quotes", "claim": "a"}, {"kind": "quotes", "claim": "b"}])
    claims = [claim("a", key="1", **RAID), claim("b", key="2", **RAID), third]
    labels = Aligner().align(claims, names=resolve_names(claims)).labels.tolist()
    assert labels[0] != labels[1]


def test_rulings_join_and_part() -> None:
    claims = [claim("a", **RAID), claim("b", **RAID), claim("c", about="quite other words")]
    names = resolve_names(claims)
    assert Aligner().align(claims, names=names, apart=[("a", "b")]).labels.tolist() == [0, 1, 2]
    assert Aligner().align(claims, names=names, together=[("a", "c")]).labels.tolist() == [0, 0, 0]


def test_one_per_outlet() -> None:
    twice = [Claim.model_validate({"id": name, "source": "one", **RAID}) for name in ("a", "b")]
    assert not same(*twice, aligner=Aligner(one_per="outlet"))
    with pytest.raises(ClaimError, match="outlet"):
        Aligner(one_per="speaker")


def test_no_claims_and_one_claim() -> None:
    assert Aligner().align([], names=resolve_names([])).labels.tolist() == []
    assert Aligner().fit([]).align([claim("a", **RAID)], names=resolve_names([])).labels.tolist() == [0]


class Product(Claim):
    name: Annotated[str | None, Identity()] = None
    title: Annotated[str | None, Identity()] = None
    price: Annotated[float | None, Identity()] = None


FIELDS = {
    "id": "a",
    "about": "x",
    "source": "s",
    "name": "mitchell",
    "title": "a long title of five words",
    "price": 3.0,
}


def test_a_users_fields_weigh() -> None:
    rows = [Product.model_validate(FIELDS)]
    kinds = {field.name: field.kind for field in fields_of(rows)}
    assert (kinds["name"], kinds["title"], kinds["price"]) == ("string", "words", "number")


def test_labels_teach_and_a_model_survives_json() -> None:
    claims = [
        claim(f"{n}{side}", event_type=f"kind{n}.x", about=f"word{n} other{n}") for n in range(6) for side in "ab"
    ]
    fitted = Aligner().fit(claims, events={c.id: c.id[:-1] for c in claims})
    assert fitted.model is not None
    again = Model.from_json(fitted.model.to_json())
    assert again == fitted.model
    labels = Aligner(model=again).align(claims, names=resolve_names(claims)).labels
    assert labels.tolist() == [n for n in range(6) for _ in "ab"]
    assert "event_type" in chart(again)


def test_judged_pairs_teach() -> None:
    claims = [claim(f"{n}{side}", event_type="clash", about=f"word{n} other{n}") for n in range(6) for side in "ab"]
    judged = {(a.id, b.id): a.id[0] == b.id[0] for a in claims for b in claims if a.id < b.id}
    fitted = Aligner().fit(claims, pairs=judged)
    assert not same(*claims, aligner=fitted)
    assert same(claims[0], claims[1], aligner=fitted)


def test_a_broken_model_is_refused() -> None:
    with pytest.raises(ClaimError, match="not a model"):
        Model.from_json('{"scales": 3}')


def test_what_was_capped_is_reported() -> None:
    claims = [claim(f"c{n:03d}", event_type="clash", about="same words here") for n in range(3 * LIMIT)]
    found = Aligner().align(claims, names=resolve_names(claims))
    assert found.capped
    assert found.candidates.refined["event_type"] > 0
    assert len(set(found.labels.tolist())) < len(claims)


def test_plain_columns_and_objects_agree() -> None:
    days = ["2020-10-13", "2020-10-13", "2021-03-01"]
    claims = [claim(name, when=day, places=["Erbil"], **RAID) for name, day in zip("abc", days, strict=True)]
    ordinals = np.array([737711.0, 737711.0, 737850.0])
    table = plain_table(
        [c.id for c in claims],
        event_type=[str(RAID["event_type"])] * 3,
        about=[str(RAID["about"])] * 3,
        parties=[["Peshmerga"]] * 3,
        places=[["Erbil"]] * 3,
        days=(ordinals.tolist(), ordinals.tolist()),
        names=resolve_names(claims),
    )
    objects = Aligner(model=default_model(fields_of(claims))).align(claims, names=resolve_names(claims))
    assert Aligner().align_table(table).labels.tolist() == objects.labels.tolist()


def test_bad_names_of_columns_are_told_together() -> None:
    with pytest.raises(ClaimError) as told:
        plain_table(["a", "b"], parties=[["UN", ""], ["", "x" * 501]], places=[[""], ["Erbil"]])
    assert [str(one).split(":")[0] for one in told.value.errors] == ["parties", "parties", "places"]
