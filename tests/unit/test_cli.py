from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.cli import main

GOOD = [
    {"id": "a", "about": "centres opened", "key": "k", "count": 2, "source": "رووداو"},
    {"id": "b", "about": "centres opened", "key": "k", "count": 3, "source": "K24"},
]


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in GOOD))
    return path


def test_a_report_is_printed(claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(claims)]) == 0
    out, err = capsys.readouterr()
    assert "CONTRADICTION" in out
    assert err == ""


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "WHAT"), ("markdown", "# What"), ("html", "<!doctype"), ("json", "{"), ("csv", "id,kind")],
)
def test_every_form(claims: Path, capsys: pytest.CaptureFixture[str], form: str, start: str) -> None:
    assert main(["report", str(claims), "--format", form]) == 0
    assert capsys.readouterr().out.startswith(start)


@pytest.mark.parametrize(
    ("kinds", "code"), [(["denial"], 0), (["contradiction"], 1), (["denial", "contradiction"], 1), (["conflict"], 1)]
)
def test_fail_on(claims: Path, kinds: list[str], code: int) -> None:
    arguments = [part for kind in kinds for part in ("--fail-on", kind)]
    assert main(["report", str(claims), *arguments]) == code


def test_output_goes_by_its_ending(claims: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.md"
    assert main(["report", str(claims), "--output", str(path), "--fail-on", "conflict"]) == 1
    assert path.read_text().startswith("# What")
    assert capsys.readouterr().out == ""


def test_errors_are_lines_and_leave_no_output(claims: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims.write_text(claims.read_text() + '\n{"about": "x"}\n{"coutn": 1, "about": "x", "source": "R"}\n')
    output = tmp_path / "report.html"
    assert main(["report", str(claims), "--output", str(output)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(": ")[0].removeprefix(f"{claims}, ") for line in err.splitlines()] == [
        "line 3, source", "line 4, coutn"
    ]  # fmt: skip
    assert not output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["report"],
        ["nonsense"],
        ["report", "nowhere.jsonl"],
        ["report", "CLAIMS", "--format", "docx"],
        ["report", "CLAIMS", "--output", "report.docx"],
        ["report", "CLAIMS", "--output", "none/report.md"],
        ["report", "CLAIMS", "--lexicon", "nowhere.jsonl"],
        ["report", "CLAIMS", "--gazetteer", "nowhere.csv"],
        ["report", "CLAIMS", "--rulings", "nowhere.jsonl"],
        ["report", "CLAIMS", "--fail-on", "nonsense"],
        ["report", "CLAIMS", "--width", "7"],
        ["report", "CLAIMS", "--output", "CLAIMS"],
        ["check", "CLAIMS", "--evidence", "nowhere"],
    ],
)
def test_what_cannot_be_done_is_one_line(
    claims: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    before = claims.read_bytes()
    assert main([str(claims) if one == "CLAIMS" else one for one in arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert claims.read_bytes() == before


def test_check(claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(claims)]) == 0
    assert capsys.readouterr().out == "2 claims in 1 file, no errors\n"
    claims.write_text("{")
    assert main(["check", str(claims), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["errors"][0]["found"] == "the record ends too early"
    assert err.count("\n") == 1


def test_check_proves_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from reconcile import Claim, Evidence, write_claims

    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "doc.txt").write_text("two centres", encoding="utf-8")
    evidence = Evidence.of("two centres", "two")
    claim = Claim.model_validate(
        {"id": "a", "about": "x", "source": {"outlet": "R", "document": "doc"}, "evidence": [evidence]}
    )
    write_claims([claim], tmp_path / "a.jsonl")
    arguments = ["check", str(tmp_path / "a.jsonl"), "--evidence", str(tmp_path / "texts")]
    assert main(arguments) == 0
    assert capsys.readouterr().out == "1 claim in 1 file, 1 piece of evidence proved, no errors\n"
    (tmp_path / "texts" / "doc.txt").write_text("Two centres", encoding="utf-8")
    assert main(arguments) == 2
    assert "claim 'a', evidence 0, document 'doc': at offset 0–3 stands 'Two'" in capsys.readouterr().err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert main(["report", "--help"]) == 0
    assert main(["--version"]) == 0
    assert "reconcile" in capsys.readouterr().out


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reconcile", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment}, timeout=120)  # noqa: S603


def test_the_module_runs_without_a_utf8_terminal(claims: Path) -> None:
    done = run("report", str(claims), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"\\u0631" in done.stdout
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_is_told_on_a_terminal_and_taken_away(claims: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reconcile", "check", str(claims)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False, timeout=120)  # noqa: S603
    said = os.read(ours, 10_000)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0
    assert said.startswith("checking …".encode())
    assert said.endswith(b"\r\x1b[K")


def test_a_reader_that_leaves_early_is_no_error(claims: Path) -> None:
    command = f'"{sys.executable}" -m reconcile report "{claims}" --format html | head -c 10; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=120)  # noqa: S603, S607
    assert done.stderr == b""
    assert done.stdout.endswith(b"0\n")
