"""Writing a file whole: what may be replaced, and what must not be."""

import os
import sys
from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.reporting.atomic import check_target, write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")


def test_a_pipe_is_refused_and_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path / "link"):
        if path.name == "link":
            path.symlink_to(tmp_path / "pipe")
        with pytest.raises(UserError, match="no ordinary file"):
            check_target(path)
        with pytest.raises(UserError, match="no ordinary file"):
            write_whole(path, b"x")
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real.pdf"
    real.write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(real)
    (tmp_path / "second.pdf").symlink_to(tmp_path / "link.pdf")
    write_whole(tmp_path / "second.pdf", b"new")
    assert (tmp_path / "second.pdf").is_symlink()
    assert (tmp_path / "link.pdf").is_symlink()
    assert real.read_bytes() == b"new"
    assert list(real.parent.iterdir()) == [real]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("later")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "later").read_bytes() == b"x"
    assert (tmp_path / "link").is_symlink()


def test_a_link_into_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "file")
    with pytest.raises(UserError, match="gone” does not exist"):
        write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()


def test_links_in_a_circle_are_told_and_stay(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UserError, match="could not be written"):
        write_whole(tmp_path / "a", b"x")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_symlink()) == ["a", "b"]


def test_a_link_to_the_case_is_the_case_itself(tmp_path: Path) -> None:
    case = tmp_path / "c.variorum"
    case.write_bytes(b"case")
    (tmp_path / "link.pdf").symlink_to(case)
    with pytest.raises(UserError, match="is the case itself"):
        check_target(tmp_path / "link.pdf", never=case)
