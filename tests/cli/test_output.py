"""Where output goes: never over what was read, never in the place of a device, and to standard output when asked."""

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest

from db.casefile import open_case
from ui.cli.app import run

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")


@pytest.mark.parametrize("name", ["wire.txt", "./wire.txt", "../pages/wire.txt", "link.html"])
def test_compare_refuses_an_output_that_is_one_of_the_pages(variorum, stories: Path, folder: Path, name: str) -> None:
    page = stories / "wire.html"
    page.write_bytes((stories / "wire.txt").read_bytes())
    if name == "link.html":
        (stories / name).symlink_to(page)
    out = stories / name.replace(".txt", ".html")
    before = {path: path.read_bytes() for path in stories.iterdir()}
    sentence = variorum("compare", page, stories / "evening.txt", "-o", out).sentence
    assert "is one of the files to read" in sentence
    assert {path: path.read_bytes() for path in stories.iterdir()} == before
    assert not list(folder.rglob("*.variorum"))


def test_compare_refuses_an_output_that_is_a_page_of_the_folder_to_read(variorum, stories: Path) -> None:
    page = stories / "wire.html"
    page.write_bytes((stories / "wire.txt").read_bytes())
    before = page.read_bytes()
    assert "is one of the files to read" in variorum("compare", stories, "-o", page).sentence
    assert page.read_bytes() == before
    assert variorum("compare", stories, "-o", stories / "report.html").status == 0


@pytest.mark.parametrize("command", ["families", "edits", "pairs"])
def test_the_engine_refuses_to_write_over_what_it_reads(variorum, folder: Path, command: str) -> None:
    (folder / "in").write_text("", "utf-8")
    (folder / "hard").hardlink_to(folder / "in")
    for out in ("in", "hard"):
        assert "is one of the files to read" in variorum("engine", command, "in", "-o", out).sentence


def test_pairs_refuses_to_write_over_a_text_of_the_list(variorum, folder: Path) -> None:
    (folder / "a.txt").write_text("A text.", "utf-8")
    (folder / "list").write_text("a.txt\ta.txt", "utf-8")
    assert "is one of the files to read" in variorum("engine", "pairs", "list", "-o", "a.txt").sentence
    assert (folder / "a.txt").read_text("utf-8") == "A text."


def test_export_over_the_case_is_refused_before_anything_is_aligned(variorum, stories: Path, folder: Path) -> None:
    variorum("import", "raw.variorum", stories)
    before = (folder / "raw.variorum").read_bytes()
    outcome = variorum("export", "raw.variorum", "--format", "json", "-o", "raw.variorum")
    assert "is the case itself" in outcome.sentence
    assert outcome.out == ""
    assert (folder / "raw.variorum").read_bytes() == before


def test_a_case_imported_into_itself_stays_as_it_is(variorum, case: Path) -> None:
    before = case.read_bytes()
    assert variorum("import", case, case).status == 2
    assert case.read_bytes() == before


def test_an_export_to_standard_output_is_the_report_and_nothing_else(variorum, case: Path, folder: Path) -> None:
    for name in ("-", "/dev/stdout"):
        outcome = variorum("export", case, "--format", "json", "-o", name)
        assert (outcome.status, outcome.err) == (0, "")
        assert json.loads(outcome.out)["variorum"] == 1
    table = variorum("export", case, "--format", "csv", "-o", "-").out
    assert len(list(csv.reader(io.StringIO(table)))) > 1
    assert not (folder / "-").exists()


def test_a_pdf_goes_to_standard_output_byte_for_byte(
    stories: Path, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["import", "ice.variorum", str(stories)], open_case) == 0
    assert run(["align", "ice.variorum"], open_case) == 0
    capsysbinary.readouterr()
    assert run(["export", "ice.variorum", "--format", "pdf", "-o", "-"], open_case) == 0
    out = capsysbinary.readouterr().out
    assert out.startswith(b"%PDF-")
    assert out.rstrip().endswith(b"%%EOF")
    assert not (folder / "-").exists()


def test_what_is_told_meanwhile_goes_to_standard_error(variorum, stories: Path) -> None:
    variorum("import", "raw.variorum", stories)
    outcome = variorum("export", "raw.variorum", "--format", "html", "-o", "-")
    assert outcome.out.startswith("<!DOCTYPE html>")
    assert outcome.err.splitlines() == [
        "The case has not been aligned since its last import or change of settings, so that is done first.",
        "Found 1 family in 3 articles.",
    ]


def test_standard_output_needs_a_format(variorum, case: Path) -> None:
    assert "--format" in variorum("export", case, "-o", "-").sentence


def test_compare_keeps_its_case_beside_a_report_and_so_needs_a_file(variorum, stories: Path, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert "“-”" in variorum("compare", stories, "-o", "-").sentence
    assert sorted(folder.rglob("*")) == before


@posix
def test_a_pipe_is_not_replaced_by_a_report(variorum, case: Path, folder: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    assert "no ordinary file" in variorum("export", case, "-o", "pipe.pdf").sentence
    assert "no ordinary file" in variorum("compare", folder / "pages", "-o", "pipe.pdf").sentence
    assert (folder / "pipe.pdf").is_fifo()
    assert not (folder / "pipe.variorum").exists()
