"""A first start on a machine without a screen, and on one that lacks a library of Qt."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from ui.display import apt_line

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows and macOS always have a display")


def environment_of_a_server(folder: Path) -> dict[str, str]:
    """No display, no Qt to import, a home of its own."""
    (folder / "PySide6.py").write_text("raise RuntimeError('Qt was imported')", "utf-8")
    home = folder / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ}
    return kept | {"HOME": str(home), "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    return environment_of_a_server(tmp_path)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_first_start_prints_the_families_and_writes_the_report_and_a_second_one_has_them_still(
    main: Callable[..., Any], bare: dict[str, str], tmp_path: Path
) -> None:
    ran = main(tmp_path, environment=bare)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith("There is no display")
    assert ran.out.count("no display") == 1
    assert "At least 3,800 tonnes of ammonium nitrate" in ran.out
    assert "Daily Lantern" in ran.out
    (pdf,) = (tmp_path / "home").rglob("*.pdf")
    assert str(pdf) in ran.out
    assert "Daily Lantern" in text_of(pdf)

    again = main(tmp_path, environment=bare | {"PYTHONIOENCODING": "ascii"})  # a terminal that cannot draw boxes
    assert again.status == 0
    assert "Imported" not in again.out
    assert "+===" in again.out
    assert again.out.count("\n| ") == ran.out.count("\n│ ")
    assert list((tmp_path / "home").rglob("*.pdf")) == [pdf]


@pytest.mark.parametrize("name", ["mine.variorum", "mine.VARIORUM"])
def test_a_case_of_ones_own_is_worked_on_when_it_is_named(
    main: Callable[..., Any],
    inside: Callable[..., Any],
    bare: dict[str, str],
    tmp_path: Path,
    checkout: Path,
    name: str,
) -> None:
    pages = [
        checkout / "resources" / "sample" / name for name in ("01-tessera-news-agency.html", "02-harbour-courier.html")
    ]
    assert inside(tmp_path, "import", name, *pages).status == 0
    ran = main(tmp_path, name, environment=bare)
    assert ran.status == 0
    assert "“mine”" in ran.out.splitlines()[0]
    assert (tmp_path / "mine.pdf").is_file()


def test_a_report_that_stands_beside_a_case_of_ones_own_is_not_replaced(
    main: Callable[..., Any], inside: Callable[..., Any], bare: dict[str, str], tmp_path: Path, checkout: Path
) -> None:
    page = checkout / "resources" / "sample" / "02-harbour-courier.html"
    assert inside(tmp_path, "import", "mine.variorum", page).status == 0
    (tmp_path / "mine.pdf").write_bytes(b"a letter of mine")
    (tmp_path / "mine (2).pdf").symlink_to(tmp_path / "nowhere")
    ran = main(tmp_path, "mine.variorum", environment=bare)
    assert (ran.status, ran.err) == (0, "")
    assert "Wrote mine (3).pdf." in ran.out
    assert (tmp_path / "mine.pdf").read_bytes() == b"a letter of mine"
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "mine (3).pdf").read_bytes().startswith(b"%PDF-")


def test_a_named_case_that_is_not_there_is_told(main: Callable[..., Any], bare: dict[str, str], tmp_path: Path) -> None:
    ran = main(tmp_path, "gone.variorum", environment=bare)
    assert ran.status == 2
    assert "gone.variorum" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "gone.variorum").exists()


def test_a_home_that_cannot_be_written_is_no_obstacle(
    main: Callable[..., Any], bare: dict[str, str], tmp_path: Path
) -> None:
    ran = main(tmp_path, environment=bare | {"HOME": "/dev/null", "TMPDIR": str(tmp_path)})
    assert ran.status == 0, ran
    assert list(tmp_path.rglob("*.pdf"))


def test_a_missing_library_is_named_instead_of_an_abort(
    main: Callable[..., Any], bare: dict[str, str], tmp_path: Path
) -> None:
    del bare["PYTHONPATH"]  # the real Qt, which must not be reached
    (tmp_path / "libEGL.so.1").touch()
    ran = main(tmp_path, environment=bare | {"QT_QPA_PLATFORM": "offscreen", "LD_LIBRARY_PATH": str(tmp_path)})
    assert ran.status == 2
    assert ran.err == (
        "Error: The window cannot be opened because the system library libEGL.so.1 (Debian package libegl1) "
        f"is missing; this line installs all that is needed: {apt_line()}\n"
    )
