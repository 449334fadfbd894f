"""Everything that can be wrong in the user's world: one sentence, exit status 2, and nothing lost."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.casefile import open_case

PROSE = "The harbour office said that the boats would not sail before Monday because of the ice in the fairway. " * 3


def test_an_empty_file(variorum, folder: Path) -> None:
    (folder / "empty.txt").touch()
    assert "empty.txt" in variorum("import", "c.variorum", "empty.txt").sentence
    assert not (folder / "c.variorum").exists()


def test_a_binary_file(variorum, folder: Path) -> None:
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20)
    assert "photo.txt" in variorum("import", "c.variorum", "photo.txt").sentence
    assert not (folder / "c.variorum").exists()


def test_a_0_byte_case(variorum, stories: Path, folder: Path) -> None:
    (folder / "c.variorum").touch()
    for command in (["align"], ["import"], ["export"]):
        rest = {"import": [stories], "export": ["-o", "x.pdf"]}.get(command[0], [])
        assert "c.variorum" in variorum(*command, "c.variorum", *rest).sentence
    assert (folder / "c.variorum").stat().st_size == 0
    assert not (folder / "x.pdf").exists()


def test_a_folder_without_texts(variorum, folder: Path) -> None:
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"\xff\xd8")
    assert "photos" in variorum("import", "c.variorum", "photos").sentence
    assert not (folder / "c.variorum").exists()


def test_a_path_that_is_not_there(variorum, folder: Path) -> None:
    assert "gone.html" in variorum("import", "c.variorum", "gone.html").sentence
    assert not (folder / "c.variorum").exists()


def test_a_file_that_lies_about_its_encoding_is_read_or_refused_but_never_breaks(variorum, folder: Path) -> None:
    page = f'<html><head><meta charset="utf-8"><title>Ice</title></head><body><p>“{PROSE}” é</p></body></html>'
    (folder / "lies.html").write_bytes(page.encode("windows-1252"))
    outcome = variorum("import", "c.variorum", "lies.html")
    assert "Traceback" not in outcome.err
    if outcome.status:
        assert "lies.html" in outcome.sentence
    else:
        store = open_case(folder / "c.variorum")
        text = store.texts()[store.articles()[0].id]
        store.close()
        assert "�" not in text
        assert "“The harbour office" in text


def test_a_file_in_an_encoding_that_does_not_exist(variorum, folder: Path) -> None:
    page = f'<html><head><meta charset="klingon-8"></head><body><p>{PROSE}</p></body></html>'
    (folder / "odd.html").write_text(page, "utf-8")
    assert variorum("import", "c.variorum", "odd.html").status in (0, 2)


def test_a_case_that_is_not_there(variorum, folder: Path) -> None:
    assert "gone.variorum" in variorum("align", "gone.variorum").sentence
    assert "gone.variorum" in variorum("export", "gone.variorum", "-o", "x.pdf").sentence
    assert list(folder.iterdir()) == []


def test_a_foreign_file_as_case_is_refused_and_untouched(variorum, stories: Path, folder: Path) -> None:
    for name in ("pages.sqlite", "letter.doc"):
        path = folder / name
        if name.endswith("sqlite"):
            db = sqlite3.connect(path)
            db.execute("CREATE TABLE mine (x)")
            db.commit()
            db.close()
        else:
            path.write_text("Dear Sir", "utf-8")
        before = path.read_bytes()
        assert name in variorum("import", path, stories).sentence
        assert name in variorum("align", path).sentence
        assert path.read_bytes() == before


@pytest.fixture
def read_only(case: Path) -> Iterator[Path]:
    case.chmod(0o444)
    case.parent.chmod(0o555)
    if os.access(case, os.W_OK) or os.access(case.parent, os.W_OK):
        pytest.skip("nothing is read-only here, as for the administrator")
    yield case
    case.parent.chmod(0o755)
    case.chmod(0o644)


def test_a_case_on_a_read_only_disk_can_be_exported_but_not_changed(
    variorum, read_only: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "new.txt").write_text(PROSE, "utf-8")
    before = read_only.read_bytes()
    assert "ice.variorum" in variorum("import", read_only, elsewhere / "new.txt").sentence
    assert "ice.variorum" in variorum("align", read_only).sentence
    assert variorum("export", read_only, "-o", elsewhere / "x.json").status == 0
    assert read_only.read_bytes() == before


def test_a_case_opened_twice_loses_nothing(variorum, case: Path, folder: Path) -> None:
    (folder / "new.txt").write_text(PROSE, "utf-8")
    store = open_case(case)
    try:
        assert variorum("import", case, "new.txt").status == 0
        assert variorum("align", case).status == 0
        assert len(store.sources()) == 4
    finally:
        store.close()


def test_a_case_that_another_program_holds_locked_is_told_and_unchanged(
    variorum, case: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0.05)
    (folder / "new.txt").write_text(PROSE, "utf-8")
    db = sqlite3.connect(case, isolation_level=None)
    try:
        db.execute("BEGIN IMMEDIATE")
        outcome = variorum("import", case, "new.txt")
        assert "ice.variorum" in outcome.sentence
    finally:
        db.execute("ROLLBACK")
        db.close()
    assert variorum("import", case, "new.txt").out.startswith("Imported 1 source;")


def test_an_output_that_cannot_be_written(variorum, case: Path, folder: Path) -> None:
    assert "nowhere" in variorum("export", case, "-o", "nowhere/x.pdf").sentence
    (folder / "dir.pdf").mkdir()
    assert "dir.pdf" in variorum("export", case, "-o", "dir.pdf").sentence
    assert "is the case itself" in variorum("export", case, "--format", "json", "-o", case).sentence
    assert "nowhere" in variorum("compare", folder / "pages", "-o", "nowhere/x.pdf").sentence


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["frobnicate"], "No such command"),
        (["import"], "Missing argument"),
        (["import", "c.variorum"], "Missing argument"),
        (["align", "c.variorum", "--jobs", "0"], "0 is not in the range"),
        (["align", "c.variorum", "--jobs", "many"], "not a valid integer"),
        (["export", "c.variorum", "--format", "docx", "-o", "x"], "docx"),
        (["export", "c.variorum"], "Missing option"),
        (["compare", "pages"], "Missing option"),
        (["engine", "pairs", "list"], "Missing option"),
        (["--wrong"], "No such option"),
    ],
)
def test_a_command_line_that_makes_no_sense(variorum, arguments: list[str], says: str) -> None:
    assert says in variorum(*arguments).sentence
