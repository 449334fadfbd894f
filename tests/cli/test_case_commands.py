"""Import, align, export and compare on a real case file."""

import json
from pathlib import Path

import pytest

from db.casefile import open_case


def sources_of(case: Path) -> list[str]:
    store = open_case(case)
    try:
        return [source.name for source in store.sources()]
    finally:
        store.close()


def test_import_makes_a_case_and_a_second_time_adds_nothing(variorum, stories: Path, folder: Path) -> None:
    first = variorum("import", "ice.variorum", stories)
    assert first == (0, "Imported 3 sources; ice.variorum holds 3 articles.\n", "")
    again = variorum("import", "ice.variorum", stories)
    assert again == (0, "Imported 0 sources (3 more were there already); ice.variorum holds 3 articles.\n", "")
    assert sources_of(folder / "ice.variorum") == ["evening.txt", "garden.txt", "wire.txt"]


def test_import_extends_a_case_by_single_files(variorum, stories: Path, folder: Path) -> None:
    variorum("import", "ice.variorum", stories / "wire.txt")
    outcome = variorum("import", "ice.variorum", stories / "garden.txt", stories / "wire.txt")
    assert outcome.out == "Imported 1 source (1 more was there already); ice.variorum holds 2 articles.\n"


def test_a_refused_file_is_named_and_the_others_go_in(variorum, stories: Path, folder: Path) -> None:
    (stories / "empty.txt").touch()
    outcome = variorum("import", "ice.variorum", stories)
    assert outcome.status == 0
    assert outcome.out.startswith("Imported 3 sources;")
    assert outcome.err.startswith("Left out: ")
    assert "empty.txt" in outcome.err
    assert outcome.err.count("\n") == 1


def test_when_no_file_can_be_read_no_case_is_left_behind(variorum, folder: Path) -> None:
    (folder / "one.txt").touch()
    (folder / "two.txt").touch()
    assert "one.txt" in variorum("import", "ice.variorum", "one.txt").sentence
    both = variorum("import", "ice.variorum", "one.txt", "two.txt")
    assert both.status == 2
    assert both.err.count("Left out: ") == 2
    assert both.err.endswith("Error: None of the 2 files could be read; nothing was imported.\n")
    assert sorted(path.name for path in folder.iterdir()) == ["one.txt", "two.txt"]


def test_align_tells_what_was_found(variorum, stories: Path) -> None:
    variorum("import", "ice.variorum", stories)
    assert variorum("align", "ice.variorum", "--jobs", 1) == (0, "Found 1 family in 3 articles.\n", "")


@pytest.mark.parametrize("start", [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("json", b"{"), ("csv", b"")])
def test_export_writes_every_format(variorum, case: Path, folder: Path, start: tuple[str, bytes]) -> None:
    format_, magic = start
    outcome = variorum("export", case, "--format", format_, "-o", "out.file")
    assert outcome == (0, "Wrote out.file.\n", "")
    content = (folder / "out.file").read_bytes()
    assert content.lower().startswith(magic.lower())
    assert len(content) > 200


def test_export_takes_the_format_from_the_suffix(variorum, case: Path, folder: Path) -> None:
    assert variorum("export", case, "-o", "out.json").status == 0
    assert json.loads((folder / "out.json").read_text("utf-8"))["variorum"] == 1
    assert "does not say which format" in variorum("export", case, "-o", "out.docx").sentence


def test_export_aligns_first_where_that_was_not_done(variorum, stories: Path, folder: Path) -> None:
    variorum("import", "ice.variorum", stories)
    outcome = variorum("export", "ice.variorum", "--format", "json", "-o", "out.json")
    assert outcome.out.splitlines() == [
        "The case has not been aligned since its last import or change of settings, so that is done first.",
        "Found 1 family in 3 articles.",
        "Wrote out.json.",
    ]
    assert len(json.loads((folder / "out.json").read_text("utf-8"))["families"]) == 1


def test_compare_does_all_in_one_and_keeps_the_case_beside_the_report(variorum, stories: Path, folder: Path) -> None:
    outcome = variorum("compare", stories / "wire.txt", stories / "evening.txt", "-o", "ice.pdf")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        "Imported 2 sources; ice.variorum holds 2 articles.",
        "Found 1 family in 2 articles.",
        "Wrote ice.pdf.",
        "The case is kept in ice.variorum.",
    ]
    assert (folder / "ice.pdf").read_bytes().startswith(b"%PDF-")
    assert sources_of(folder / "ice.variorum") == ["wire.txt", "evening.txt"]


def test_compare_can_be_run_again_and_says_what_else_the_case_holds(variorum, stories: Path) -> None:
    variorum("compare", stories / "wire.txt", stories / "evening.txt", "-o", "ice.json")
    again = variorum("compare", stories / "wire.txt", stories / "evening.txt", "-o", "ice.json")
    assert again.status == 0
    assert "earlier" not in again.out
    other = variorum("compare", stories / "garden.txt", "-o", "ice.json")
    assert "ice.variorum also holds 2 sources from earlier; the report covers them too." in other.out


def test_compare_with_an_unknown_suffix_does_nothing(variorum, stories: Path, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert "does not say which format" in variorum("compare", stories, "-o", "report").sentence
    assert sorted(folder.rglob("*")) == before
