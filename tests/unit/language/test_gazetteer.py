"""Prevent the gazetteer from missing the places its users write of, or from answering where it cannot know."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.errors import ClaimError
from reconcile.language import Gazetteer, Node
from reconcile.language.places.words import place_key, unqualified

PLACES = Gazetteer.builtin()
LANGUAGES = ("english", "arabic", "sorani", "kurmanji")


def iraq() -> Iterator[tuple[str, str, str]]:
    with (Path(__file__).parent / "iraq.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in LANGUAGES:
                for name in row[language].split(";"):
                    yield row["id"], row["inside"], name


def node(name: str, *among: str) -> Node:
    found = PLACES.node(name, among=among)
    assert found is not None, name
    return found


def order(a: str, b: str) -> str:
    return PLACES.order(node(a), node(b))


@pytest.mark.parametrize(("number", "inside", "name"), [*iraq()])
def test_places_of_iraq_by_every_spelling(number: str, inside: str, name: str) -> None:
    found = node(name)
    assert number in PLACES.candidates(name)
    assert found.high in PLACES.chain(number)
    assert PLACES.order(found, node(inside)) in {"inside", "equal"}
    assert PLACES.order(found, node("Iraq")) == "inside"


def test_every_spelling_of_a_place_of_iraq_is_equal() -> None:
    nodes: dict[str, set[tuple[str, bool]]] = {}
    for number, _, name in iraq():
        found = node(name)
        nodes.setdefault(number, set()).add((found.high, found.is_one))
    assert {number: found for number, found in nodes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("number", [number for number, _, _ in iraq() if number == "gn:95445"][:1])
def test_a_level_in_the_name_is_that_level(number: str) -> None:
    for name in (
        "محافظة أربيل", "Erbil Governorate", "Erbil province", "the Governorate of Erbil",
        "پارێزگای هەولێر", "Parêzgeha Hewlêrê", "parêzgeha Hewlêr", "استان اربیل",
    ):  # fmt: skip
        assert node(name) == Node(number, number), name
    for name in ("مدينة أربيل", "city of Erbil", "Erbil city", "شاری هەولێر", "bajarê Hewlêrê"):
        assert node(name) == Node("gn:95446", "gn:95446"), name
    assert node("قضاء خانقين") == node("Khanaqin District") == node("قەزای خانەقین") == Node("gn:94590", "gn:94590")


def test_the_order_of_a_name_that_is_city_and_governorate() -> None:
    erbil = node("Erbil")
    assert not erbil.is_one
    assert PLACES.order(node("مدينة أربيل"), erbil) == "inside"
    assert PLACES.order(erbil, node("محافظة أربيل")) == "inside"
    assert PLACES.order(node("محافظة أربيل"), erbil) == "contains"
    assert PLACES.order(node("Shaqlawa"), erbil) == "inside"
    assert PLACES.order(erbil, erbil) == "equal"
    assert order("Hawija", "Kirkuk") == "inside"
    assert order("Erbil", "Kirkuk") == "apart"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Khanaqin", "Diyala", "inside"),
        ("أربيل", "Hewlêr", "equal"),
        ("أربيل", "إقليم كوردستان", "inside"),
        ("Halabja", "Kurdistan Region", "inside"),
        ("Kurdistan Region", "Iraq", "inside"),
        ("Kirkuk", "Kurdistan Region", "apart"),
        ("ديالى", "كركوك", "apart"),
        ("Iraq", "Syria", "apart"),
        ("العراق", "بغداد", "contains"),
        ("the capital of the Kurdistan Region", "Erbil", "equal"),
        ("عاصمة إقليم كوردستان", "هەولێر", "equal"),
        ("بەغدای پایتەخت", "Baghdad", "equal"),
        ("العاصمة بغداد", "Bexda", "equal"),
        ("the Iraqi capital", "بغداد", "equal"),
        ("المناطق المتنازع عليها", "Iraq", "inside"),
        ("المناطق المتنازع عليها", "Kirkuk", "unknown"),
        ("disputed territories", "المناطق المتنازع عليها", "equal"),
        ("المناطق المتنازع عليها", "Damascus", "apart"),
        ("سهل نينوى", "Nineveh", "inside"),
        ("سهل نينوى", "Mosul", "unknown"),
        ("Makhmur", "Nineveh", "unknown"),
        ("Makhmur", "Erbil", "inside"),
        ("Golan Heights", "Syria", "unknown"),
        ("Crimea", "Russia", "unknown"),
        ("Crimea", "Ukraine", "inside"),
        ("Hong Kong", "China", "inside"),
        ("Darfur", "Sudan", "inside"),
        ("South Darfur", "Darfur", "inside"),
    ],
)
def test_containment(a: str, b: str, expected: str) -> None:
    converse = {"inside": "contains", "contains": "inside"}
    assert order(a, b) == expected
    assert order(b, a) == converse.get(expected, expected)


def test_an_ambiguous_name_stays_so_until_the_claim_tells() -> None:
    assert PLACES.node("Tripoli") is None
    assert PLACES.is_ambiguous("Tripoli")
    assert not PLACES.is_ambiguous("nowhere at all")
    assert PLACES.info(node("Tripoli", "Beirut").high).country == "LB"
    assert PLACES.info(node("Tripoli", "Benghazi").high).country == "LY"
    assert PLACES.node("Tripoli", among=["Paris"]) is None
    assert PLACES.node("Georgia") is None
    assert PLACES.info(node("Georgia", "Tbilisi").high).kind == "country"


@pytest.mark.parametrize(
    ("name", "among", "kinds"),
    [
        ("Tunis", (), ("city", "admin1")),
        ("Tunisia", (), ("country", "country")),
        ("تونس", (), ("city", "country")),
        ("تونس", ("ليبيا", "مصر"), ("country", "country")),
        ("تونس", ("القاهرة", "باريس"), ("city", "admin1")),
        ("تونس", ("صفاقس",), ("city", "country")),
        ("تونس", ("القاهرة", "ليبيا"), ("city", "country")),
        ("تونس العاصمة", (), ("city", "admin1")),
        ("Kuwait", ("Iraq",), ("country", "country")),
        ("الكويت", ("بغداد", "الرياض"), ("city", "city")),
        ("الكويت", ("بغداد", "السعودية"), ("city", "country")),
        ("the capital of Luxembourg", (), ("city", "admin1")),
        ("Macau", (), ("city", "country")),
    ],
)
def test_a_country_or_its_capital(name: str, among: tuple[str, ...], kinds: tuple[str, str]) -> None:
    found = node(name, *among)
    assert (PLACES.info(found.low).kind, PLACES.info(found.high).kind) == kinds


def test_a_village_abroad_does_not_make_a_capital_ambiguous() -> None:
    assert PLACES.info(node("Baghdad").low).country == "IQ"
    assert PLACES.info(node("Najaf", "Tehran").low).country == "IQ"
    assert len(PLACES.candidates("Baghdad")) > 2


def test_a_name_followed_by_its_container() -> None:
    assert node("Tripoli, Lebanon") == node("Tripoli", "Beirut")
    assert node("خانقين، ديالى") == node("خانقين")
    assert PLACES.candidates("Khanaqin, Syria") == ()
    assert node("Tikrit (Iraq)") == node("تكريت")


@pytest.mark.parametrize("country", ["Iraq", "العراق", "عێراق", "Îraq", "Irak", "جمهورية العراق", "Republic of Iraq"])
def test_countries_by_their_names(country: str) -> None:
    assert node(country) == Node("gn:99237", "gn:99237")


def test_every_country_is_found_by_its_name() -> None:
    table = Path(__file__).parents[3] / "tools" / "gazetteer" / "countries.csv"
    if not table.exists():
        pytest.skip("the table of countries is not shipped")
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["en"]]
    names = [name for row in rows for key in ("en", "ar", "ckb", "ku") for name in row[key].split("|")]
    assert [name for name in names if not PLACES.candidates(name)] == []
    ambiguous = {
        row["iso"] for row in rows for key in ("en", "ar") for name in row[key].split("|") if not PLACES.node(name)
    }
    assert ambiguous <= {"GE", "OM", "MF"}


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("US", "USA|U.S.|America|أمريكا|أميركا|الولايات المتحدة الأمريكية|ئەمریکا|ئەمەریکا|Amerîka"),
        ("GB", "UK|Britain|بريطانيا|المملكة المتحدة|بەریتانیا|Brîtanya"),
        ("SA", "السعودية|المملكة العربية السعودية|سعودیە|KSA|Siûdî"),
        ("AE", "UAE|الإمارات|ئیمارات|Emirates"),
        ("PS", "Palestine|فلسطين|فەلەستین|Filistîn"),
        ("RU", "Russia|روسيا|روسيا الاتحادية|ڕووسیا|Rûsya"),
        ("TR", "Turkey|Türkiye|تركيا|تورکیا|Tirkiye"),
        ("SY", "Syria|سوريا|سورية|Sûriye"),
        ("OM", "Oman|سلطنة عمان"),
    ],
)
def test_countries_by_the_names_of_every_day(country: str, names: str) -> None:
    assert {PLACES.info(node(name).high).country for name in names.split("|")} == {country}
    assert {PLACES.info(node(name).low).kind for name in names.split("|")} == {"country"}


def test_congo_alone_is_either() -> None:
    assert PLACES.is_ambiguous("Congo")
    assert PLACES.is_ambiguous("الكونغو")
    assert not PLACES.is_ambiguous("DR Congo")


@pytest.mark.parametrize("name", ["", " ", "،", "x" * 10_000, "\ud800", "()", "،(", "محافظة", "the capital of"])
def test_odd_names_are_unknown(name: str) -> None:
    assert PLACES.candidates(name) == ()
    assert PLACES.node(name) is None
    assert PLACES.node(name, typos=1) is None


def test_one_wrong_letter() -> None:
    for name in ("Khanaqinn", "Khanaqn", "Khanaqim", "Khanqain", "Sulaymaniyyah"):
        assert PLACES.node(name, typos=1) is not None, name
    assert PLACES.node("Khanaqinn") is None
    assert PLACES.node("Abc", typos=1) is None


def test_info() -> None:
    info = PLACES.info("gn:98182")
    assert (info.name, info.kind, info.country, info.parent) == ("Baghdad", "city", "IQ", "gn:98180")
    assert info.lat == pytest.approx(33.34, abs=0.1)
    with pytest.raises(ClaimError, match="no place has the id 'gn:0'"):
        PLACES.info("gn:0")


def test_keys_and_heads() -> None:
    assert place_key("Deir ez-Zor") == place_key("Deir Ezzor")
    assert place_key("السُّليمانيّة") == place_key("سليمانيه")
    assert unqualified("Subdistrict of Saadiya") == ("saadiya", frozenset({"admin2", "city"}))
    assert unqualified("governorate") is None


def test_loading_is_quick() -> None:
    from importlib.resources import files

    from reconcile.language.places.table import TableLayer, read_columns

    paths = [files("reconcile.language") / "data" / name for name in ("places.npz", "place_keys.npz")]
    times: list[float] = []
    for _ in range(3):
        begin = time.process_time()
        with paths[0].open("rb") as places, paths[1].open("rb") as keys:
            TableLayer({**read_columns(places), **read_columns(keys)})
        times.append(time.process_time() - begin)
    assert min(times) < 0.1
    assert max(len(path.read_bytes()) for path in paths) < 1_500_000


# Places of the user's own


def test_rows_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(
        "id,name,parent,aliases,lat,lon,kind\n"
        "camp,Camp Alpha,gn:96965,معسكر ألفا;Alpha Base,34.1,45.2,camp\n"
        "gate,North Gate,camp,,,,\n",
        encoding="utf-8",
    )
    places = Gazetteer.load(path, extends=PLACES)
    camp, diyala, gate = places.node("معسكر ألفا"), places.node("Diyala"), places.node("North Gate")
    assert camp is not None
    assert diyala is not None
    assert gate is not None
    assert places.order(camp, diyala) == "inside"
    assert places.order(gate, diyala) == "inside"
    assert places.info("gate").country == "IQ"
    assert places.chain("gate")[:3] == ("gate", "camp", "gn:96965")
    assert places == Gazetteer.load(path, extends=PLACES)
    assert hash(places) == hash(Gazetteer.load(path, extends=PLACES))
    assert places != PLACES
    assert PLACES.candidates("Camp Alpha") == ()


@pytest.mark.parametrize(("aliases", "found"), [("معسكر ألفا؛ Alpha Base", ("camp",)), ("معسكر ألفا، Alpha Base", ())])
def test_aliases_are_parted_at_the_semicolon_of_either_script(aliases: str, found: tuple[str, ...]) -> None:
    places = Gazetteer.from_rows([{"id": "camp", "name": "Camp Alpha", "aliases": aliases}])
    assert places.candidates("معسكر ألفا") == places.candidates("Alpha Base") == found


def test_own_names_go_before_the_built_in_ones() -> None:
    mine = [{"id": "mine", "name": "Erbil"}, {"id": "gn:94591", "name": "", "aliases": "Base X"}]
    places = Gazetteer.from_rows(mine, extends=PLACES)
    assert places.candidates("Erbil") == ("mine",)
    assert places.candidates("Base X") == ("gn:94591",)
    assert places.info("gn:94591").name == "Khanaqin"
    assert places.info("gn:94591").parent == "gn:94590"


def test_a_hierarchy_with_numbers_as_parents() -> None:
    rows = [{"id": 0, "name": "Root", "parent_id": -1}, {"id": 1, "name": "India", "parent_id": 0}]
    places = Gazetteer.from_rows([*rows, {"id": 2, "name": "Indore", "parent_id": 1}])
    assert places.chain("2") == ("2", "1", "0")


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    rows = [{"id": "a", "name": "Alpha", "aliases": ["ألفا", "A1"], "lat": 1.5, "lon": 2, "population": 10}]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    places = Gazetteer.load(path)
    assert places.candidates("ألفا") == places.candidates("a1") == ("a",)
    assert places.info("a")[5:] == (1.5, 2.0, 10)


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(
        "id,name,parent,lat\n,Nameless,,\nb,,,\nc,C,,100\nd,D,nobody,\ne,E,f,\nf,F,e,\ng,G,,\ng,G again,,\n",
        encoding="utf-8",
    )
    with pytest.raises(ClaimError) as caught:
        Gazetteer.load(path)
    told = [str(error) for error in caught.value.errors]
    assert len(told) == 7
    for line, field in ((2, "id"), (3, "name"), (4, "lat"), (5, "parent"), (6, "parent"), (7, "parent"), (9, "id")):
        assert any(f"line {line}, field {field}: " in one for one in told), (line, field, told)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", b"x,y\n1,2\n", "columns are missing: id, name; there are .'x', 'y'."),
        ("a.csv", b"x,id\n1,2\n", "columns are missing: name; there are .'x', 'id'."),
        ("a.csv", b"\xff\xfe", "not UTF-8"),
        ("a.csv", b"", "columns are missing: id, name; there are none"),
        ("a.csv", b'id,name\n"a,b\n', "not CSV"),
        ("a.jsonl", b"[1]\n", "no JSON object"),
        ("a.jsonl", b'{"id": "a", "name": ["x"]}\n', "not a text"),
        ("a.jsonl", b'{"id": "a", "name": "A", "lat": "NaN"}\n', "not within -90 to 90"),
        ("a.jsonl", b'{"id": "a", "name": "A", "lat": 1e999}\n', "not within -90 to 90"),
        ("a.jsonl", b'{"id": "a", "name": "?"}\n', "no letter"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, text: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(text)
    with pytest.raises(ClaimError, match=told):
        Gazetteer.load(path)
