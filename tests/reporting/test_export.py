"""Exporting to a file, whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.reporting.cases import CaseMaker
from workbench.errors import Cancelled, UserError
from workbench.reporting.atomic import write_whole
from workbench.reporting.export import FORMATS, export_case

FIRST_BYTES = {"pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "json": b'{\n "variorum": 1', "csv": b"\xef\xbb\xbfrow,"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for exports; nothing but them may ever stand in it."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow over 1,000 bytes, as on a disk that is full; the log of the tests may, before and after."""
    resource = pytest.importorskip("resource", reason="this system has no limits on the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_whole_and_alone(quay: CaseMaker, folder: Path, name: str) -> None:
    path = folder / f"Überblick 1.{name}"
    export_case(quay.store, path, name)
    assert path.read_bytes().startswith(FIRST_BYTES[name])
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", FORMATS)
def test_an_older_export_is_replaced(quay: CaseMaker, folder: Path, name: str) -> None:
    path = folder / "report"
    path.write_text("old")
    export_case(quay.store, path, name)
    assert path.read_bytes().startswith(FIRST_BYTES[name])


@pytest.mark.parametrize("name", FORMATS)
def test_cancelling_leaves_the_older_export_as_it_was(quay: CaseMaker, folder: Path, name: str) -> None:
    path = folder / "report"
    path.write_text("old")

    def stop_late(stage: str, done: int, total: int) -> None:
        if stage == "Writing":
            raise Cancelled

    with pytest.raises(Cancelled):
        export_case(quay.store, path, name, stop_late)
    assert [found.read_text() for found in folder.iterdir()] == ["old"]


def test_progress_ends_with_all_steps_done(quay: CaseMaker, folder: Path) -> None:
    stages: list[tuple[str, int, int]] = []
    export_case(quay.store, folder / "out.pdf", "pdf", lambda *stage: stages.append(stage))
    assert stages[0][0] == "Comparing"
    assert stages[-1] == ("Writing", 1, 1)
    assert all(0 <= done <= total for _, done, total in stages)


def test_an_unknown_format_is_refused_by_name(quay: CaseMaker, folder: Path) -> None:
    with pytest.raises(UserError, match="There is no format “docx”; choose one of pdf, html, json, csv"):
        export_case(quay.store, folder / "out.docx", "docx")
    assert not list(folder.iterdir())


def test_a_missing_folder_is_named(quay: CaseMaker, folder: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        export_case(quay.store, folder / "missing" / "out.csv", "csv")


def test_a_folder_in_the_place_of_the_file_is_left_alone(quay: CaseMaker, folder: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        export_case(quay.store, folder, "csv")
    assert folder.is_dir()


def test_a_file_in_the_place_of_the_folder_is_told(quay: CaseMaker, folder: Path) -> None:
    (folder / "file").write_text("x")
    with pytest.raises(UserError, match="does not exist"):
        export_case(quay.store, folder / "file" / "out.csv", "csv")


def test_the_case_itself_is_never_overwritten(quay: CaseMaker) -> None:
    before = quay.store.path.read_bytes()
    with pytest.raises(UserError, match="is the case itself"):
        export_case(quay.store, quay.store.path, "json")
    assert quay.store.path.read_bytes() == before


def test_a_name_that_is_too_long_is_told_in_one_sentence(quay: CaseMaker, folder: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        export_case(quay.store, folder / ("x" * 300 + ".csv"), "csv")
    assert not list(folder.iterdir())


def test_a_full_disk_leaves_the_older_file_and_nothing_else(folder: Path) -> None:
    path = folder / "out.pdf"
    path.write_bytes(b"old")
    with small_disk(), pytest.raises(UserError, match=r"could not be written .*; free some space"):
        write_whole(path, b"x" * 5000)
    assert {found.name: found.read_bytes() for found in folder.iterdir()} == {"out.pdf": b"old"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever runs this may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(UserError, match="or choose a folder that you may write to"):
            write_whole(folder / "out.pdf", b"x")
    finally:
        folder.chmod(0o700)


def test_a_file_is_readable_by_those_who_could_read_any_new_file(folder: Path) -> None:
    plain = folder / "plain"
    plain.write_bytes(b"")
    write_whole(folder / "written", b"")
    assert (folder / "written").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("name", FORMATS)
def test_exporting_changes_nothing_in_the_case(quay: CaseMaker, folder: Path, name: str) -> None:
    before = (quay.store.families(), quay.store.tags(), quay.store.history())
    export_case(quay.store, folder / "out", name)
    assert (quay.store.families(), quay.store.tags(), quay.store.history()) == before
