"""One voice is one witness, however it is spelt: twins of an outside review."""

from __future__ import annotations

from typing import Any

import pytest

import reconcile as rc


def claim(outlet: str, **source: Any) -> rc.Claim:
    stated: dict[str, Any] = {"outlet": outlet, "basis": "statement", **source}
    return rc.Claim(id=outlet, key="k", about=f"{outlet} reports", count=5, source=stated)


def independent(*claims: rc.Claim) -> tuple[int, int]:
    """The independent voices and carriers behind the one figure."""
    (position,) = rc.reconcile(claims).events[0].account("count")[0].positions
    return position.independent_voices, position.independent_carriers


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bashar al-Assad", "بشار الأسد"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Masoud Barzani", "مسعود بارزاني"),
        ("Health Ministry", "Ministry of Health"),
    ],
)
def test_one_speaker_in_two_spellings_is_one_voice(a: str, b: str) -> None:
    assert independent(claim("Alpha", speaker=a), claim("Omega", speaker=b))[0] == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ministry of Health", "Ministry of Interior"),
        ("Governor of Basra", "Governor of Mosul"),
        ("Masoud Barzani", "Mustafa al-Kadhimi"),
        ("resident of Aleppo", "resident of Homs"),
    ],
)
def test_two_speakers_are_two_voices_twin(a: str, b: str) -> None:
    assert independent(claim("Alpha", speaker=a), claim("Omega", speaker=b))[0] == 2


def test_outlets_whose_names_may_be_one_are_not_shown_to_be_two() -> None:
    one, other = claim("Reuters", basis="own-reporting"), claim("رويترز", basis="own-reporting")
    assert independent(one, other) == (1, 1)


def test_outlets_of_other_names_are_two_twin() -> None:
    assert independent(claim("Reuters", basis="own-reporting"), claim("Rudaw", basis="own-reporting")) == (2, 2)


def test_a_speaker_with_and_without_his_organization_is_one_voice() -> None:
    with_it, without = claim("Alpha", speaker="Karim Khan", organization="ICC"), claim("Omega", speaker="Karim Khan")
    assert independent(with_it, without)[0] == 1
    assert rc.reconcile([with_it, without]).links("Alpha")[0][2].reason == "the same speaker, Karim Khan"


def test_another_speaker_without_it_is_another_voice_twin() -> None:
    assert (
        independent(claim("Alpha", speaker="Karim Khan", organization="ICC"), claim("Omega", speaker="Jo Lee"))[0] == 2
    )


def test_a_wire_that_is_not_named_is_no_known_chain() -> None:
    assert independent(claim("Alpha", basis="wire"), claim("Omega", basis="wire")) == (1, 1)


def test_wires_that_are_named_are_twin() -> None:
    rows = [claim("Alpha", basis="wire", via=["Reuters"]), claim("Omega", basis="wire", via=["INA"])]
    assert independent(*rows) == (2, 2)


def test_one_address_is_one_publication() -> None:
    same, other = ({"basis": "own-reporting", "url": f"https://example.org/{n}"} for n in (1, 2))
    assert independent(claim("Alpha", **same), claim("Omega", **same)) == (1, 1)
    assert independent(claim("Alpha", **same), claim("Omega", **other)) == (2, 2)


def test_a_later_figure_of_one_voice_in_another_script_is_a_revision() -> None:
    rows = [
        rc.Claim(id=name, key="k", about="x", count=n, source={"outlet": name, "speaker": who}, reported=day)
        for name, n, who, day in (
            ("Alpha", 5, "Masoud Barzani", "2023-01-01"),
            ("Omega", 9, "مسعود بارزاني", "2023-01-05"),
        )
    ]
    (one,) = rc.reconcile(rows).find(field="count")
    assert (one.kind, one.same_voice) == (rc.Kind.REVISION, True)


def test_outlets_own_words_may_be_in_many_outlets() -> None:
    names = ["Rudaw", "Kurdistan 24", "Northwire", "Alsumaria"]
    assert independent(*(claim(name, basis="own-reporting") for name in names)) == (4, 4)
