"""Wildcards as the shell of Windows hands them over."""

import sys
from pathlib import Path

import pytest

from tests.cli.test_case_commands import sources_of


@pytest.fixture
def shell_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cli.wildcards.LEFT_TO_PROGRAMS", True)


@pytest.fixture
def saved_twice(stories: Path) -> Path:
    """A page and another one that a browser saved under the same name."""
    (stories / "wire.txt").rename(stories / "page1.txt")
    (stories / "evening.txt").rename(stories / "page[1].txt")
    return stories


@pytest.mark.usefixtures("shell_of_windows")
def test_a_wildcard_among_the_paths_stands_for_every_file_it_fits(variorum, stories: Path, folder: Path) -> None:
    assert variorum("import", "ice.variorum", "pages/*e*.txt").status == 0
    assert sources_of(folder / "ice.variorum") == ["evening.txt", "garden.txt", "wire.txt"]


@pytest.mark.usefixtures("shell_of_windows")
def test_a_name_with_brackets_that_is_there_is_meant_as_it_stands(variorum, saved_twice: Path, folder: Path) -> None:
    assert variorum("import", "ice.variorum", "pages/page[1].txt").status == 0
    assert sources_of(folder / "ice.variorum") == ["page[1].txt"]


@pytest.mark.usefixtures("shell_of_windows")
def test_the_value_of_an_option_is_never_a_wildcard(variorum, stories: Path, folder: Path) -> None:
    (folder / "out1.json").write_text("mine", "utf-8")
    for out in (["-o", "out[1].json"], ["--output=out[1].json"]):
        assert variorum("compare", stories, *out).status == 0
    assert (folder / "out1.json").read_text("utf-8") == "mine"
    assert (folder / "out[1].json").is_file()


@pytest.mark.usefixtures("shell_of_windows")
def test_a_wildcard_that_fits_nothing_is_named(variorum, folder: Path) -> None:
    assert "*.html" in variorum("import", "ice.variorum", "*.html").sentence


@pytest.mark.skipif(sys.platform == "win32", reason="there the program does it")
def test_where_the_shell_resolves_wildcards_the_program_does_not(variorum, saved_twice: Path, folder: Path) -> None:
    (saved_twice / "page[1].txt").unlink()
    assert "page[1].txt" in variorum("import", "ice.variorum", "pages/page[1].txt").sentence
