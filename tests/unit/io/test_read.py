from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reconcile import Claim, ClaimError, Period, reconcile
from reconcile.io import claim_from, read_claims, write_claims
from reconcile.io.read import collect_files, read_files

GOOD = {"about": "two centres", "source": "Rudaw"}


class Opening(Claim):
    opens: Period | None = None


class Casualties(Claim):
    hospital: str | None = None


def lines(*records: object) -> str:
    return "\n".join(record if isinstance(record, str) else json.dumps(record) for record in records)


def test_ten_kinds_of_broken_lines_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    nested = "[" * 10_000 + "]" * 10_000
    text = lines(
        {**GOOD, "id": "g1"},
        {**GOOD, "about": "x" * 1_000_000},
        '{"about": "x", "source": "R", "count": NaN}',
        {**GOOD, "count": {"low": 5, "high": 3}},
        {**GOOD, "when": {"lower": "2021-01-02", "upper": "2020-01-01"}},
        {**GOOD, "id": "g1", "count": 3},
        '{"about": "\\ud800", "source": "R"}',
        f'{{"about": "x", "source": "R", "count": {nested}}}',
        {**GOOD, "coutn": 3},
        '{"about": "x", "about": "y", "source": "R"}',
        {**GOOD, "phase": "begon"},
        {**GOOD, "id": "g2"},
    )
    path.write_text(text)
    claims = read_claims(path, errors="collect")
    assert [claim.id for claim in claims] == ["g1", "g2"]
    told = [(error.where.removeprefix(f"{path}, "), error.repair) for error in claims.errors]
    assert [where for where, _ in told] == [
        "line 2, about",
        "line 3, column 40, count",
        "line 4, count",
        "line 5, when",
        "line 6, id",
        "line 7, column 18, about",
        "line 8, column 240, count[0][0][0][0][0]",
        "line 9, coutn",
        "line 10, about",
        "line 11, phase",
    ]
    assert all(repair for _, repair in told)
    assert told[7][1] == 'did you mean "count"?'
    with pytest.raises(ClaimError) as caught:
        read_claims(path)
    assert [str(error) for error in caught.value.errors] == [str(error) for error in claims.errors]


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("empty.jsonl", b"", "holds no claims"),
        ("blank.jsonl", b"\n\n", "holds no claims"),
        ("empty.json", b"", "holds no claims"),
        ("empty.csv", b"", "holds no claims"),
        ("head.csv", b"about,source\n", "holds no claims"),
        ("utf16.jsonl", b"\xff\xfe{\x00", "UTF-16"),
        ("bare16.jsonl", "{}".encode("utf-16-le"), "UTF-16"),
        ("bare32.jsonl", "{}".encode("utf-32-be"), "UTF-32"),
        ("little32.jsonl", "{}".encode("utf-32-le"), "UTF-32"),
        ("latin.jsonl", b'{"about": "\xe9"}', "not UTF-8"),
        ("object.json", b'{"a": 1}', "no list of claims"),
        ("text.json", b'"x"', "no list of claims"),
        ("deep.json", b"[" * 10_000, "200 deep"),
        ("cut.jsonl", b'{"about": "x"', "ends too early"),
        ("huge.jsonl", b'{"count": ' + b"9" * 5_000 + b"}", "4,300 digits"),
        ("large.jsonl", b'{"about":"x","source":"R","count":' + b"9" * 4_000 + b"}", "about 4,000 digits"),
        ("float.jsonl", b'{"about":"x","source":"R","count":1e400}', "too large"),
        ("list.jsonl", b"[1]", "not a claim"),
        ("not.jsonl.gz", b"plain", "cannot be read to its end"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, name: str, data: bytes, found: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ClaimError, match=found) as caught:
        read_claims(path)
    assert str(path) in str(caught.value)


def test_missing_files_folders_and_odd_names(tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    cases = {
        str(tmp_path / "none.jsonl"): "no such file",
        str(tmp_path / "folder.jsonl"): "a folder",
        str(tmp_path): "a folder",
        str(tmp_path / "a.docx"): "does not tell the format",
        "a\0.jsonl": "cannot be opened",
        "\ud800.jsonl": "cannot be opened|no such file",
    }
    for path, found in cases.items():
        with pytest.raises(ClaimError, match=found) as caught:
            read_claims(path)
        str(caught.value).encode("utf-8")


def test_marks_line_ends_and_packing(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbf{"about": "x", "source": "R"}\r\n\r\n{"about": "y", "source": "R"}\r\n'
    (tmp_path / "a.ndjson").write_bytes(data)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    assert read_claims(tmp_path / "a.ndjson") == read_claims(tmp_path / "a.jsonl.gz")
    assert len(read_claims(tmp_path / "a.ndjson")) == 2


def test_json_is_a_list_or_an_object_with_claims(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([GOOD]))
    (tmp_path / "b.json").write_text(json.dumps({"claims": [GOOD], "title": "x"}, indent=1))
    assert read_claims(tmp_path / "a.json") == read_claims(tmp_path / "b.json")
    (tmp_path / "c.json").write_text(json.dumps([GOOD, {"about": "x"}]))
    with pytest.raises(ClaimError, match=r"c\.json, record 2, source: the field is missing"):
        read_claims(tmp_path / "c.json")


def test_each_record_goes_to_the_class_that_knows_most_of_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({**GOOD, "opens": "2020-11"}, {**GOOD, "hospital": "x"}, GOOD))
    claims = read_claims(path, Opening, Casualties)
    assert [type(claim) for claim in claims] == [Opening, Casualties, Opening]
    with pytest.raises(ClaimError, match="line 1, opens: no such field"):
        read_claims(path)


def test_equal_claims_are_kept_as_often_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(GOOD, GOOD))
    assert len(read_claims(path)) == 2


def test_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(GOOD, {**GOOD, "about": "x" * 300}, GOOD, GOOD))
    short = read_claims(path, errors="collect", max_line=200)
    assert len(short) == 3
    assert "line 2: the line is longer than 200 bytes" in str(short.errors[0])
    assert len(read_claims(path, errors="collect", max_records=2)) == 2
    assert "more than 60 bytes" in str(read_claims(path, errors="collect", max_bytes=60).errors[-1])
    path.write_text("x\n" * 50)
    few = read_claims(path, errors="collect", max_errors=3)
    assert [*map(str, few.errors)][-1] == "and 47 more errors (mend these first)"


def test_a_bomb_stops_at_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"0" * 50_000_000, 1))
    claims = read_claims(path, errors="collect", max_bytes=10_000_000)
    assert "more than 10,000,000 bytes" in str(claims.errors[-1])


def test_a_cut_archive_keeps_what_could_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((lines(*[GOOD] * 5_000) + "\n").encode(), 1)[:-30])
    claims = read_claims(path, errors="collect")
    assert claims
    assert "cannot be read to its end" in str(claims.errors[-1])


@pytest.mark.parametrize(
    ("types", "options"),
    [((), {"errors": "ignore"}), ((), {"format": "xml"}), ((dict,), {}), (("Claim",), {})],
)
def test_arguments_are_checked(tmp_path: Path, types: Any, options: Any) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(GOOD))
    with pytest.raises(ClaimError, match="give"):
        read_claims(path, *types, **options)


def test_a_saved_result_reads_as_its_claims(tmp_path: Path) -> None:
    claims = [claim_from({**GOOD, "id": name, "count": n}) for n, name in enumerate("abc")]
    reconcile(claims).save(tmp_path / "result.json")
    assert read_claims(tmp_path / "result.json") == claims


def test_several_files_share_their_ids(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text(lines({**GOOD, "id": "x"}))
    second.write_text(lines({**GOOD, "id": "x", "count": 2}))
    assert len(read_files([first, first])) == 1
    with pytest.raises(ClaimError, match=r"b.jsonl, line 1, id: another claim than that of .*a.jsonl, line 1"):
        read_files([first, second])
    assert len(collect_files([first, second])) == 1


def test_writing_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("before")

    def broken() -> Iterator[Claim]:
        yield Claim(id="a", about="x", source="R")  # pyright: ignore
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_claims(broken(), path)
    assert path.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["a.jsonl"]
    with pytest.raises(ClaimError, match="cannot be written"):
        write_claims([], tmp_path / "none" / "a.jsonl")
    with pytest.raises(ClaimError, match="cannot be written"):
        write_claims([], tmp_path)


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write_claims([Claim(id="a", about="x", source="R")], tmp_path / "link.jsonl")  # pyright: ignore
    assert (tmp_path / "link.jsonl").is_symlink()
    assert read_claims(tmp_path / "real.jsonl")[0].id == "a"
