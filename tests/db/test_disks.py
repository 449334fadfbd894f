"""Cases on network drives, and cases whose names have signs that mean something in an address."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import connection
from db.casefile import open_case
from db.disks import is_remote, mounts_of_linux, mounts_of_macos, on_network
from db.errors import told
from tests.db.builders import beside, fill, filled_case, put, tag
from workbench.errors import UserError

LINUX = """/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /mnt/shared\\040files nfs4 rw 0 0
//nas/case /mnt/shared\\040files/nas cifs rw 0 0
/dev/sdb1 /mnt/shared\\040files/nas/stick vfat rw 0 0
server:/old /srv nfs rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
"""
MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ann@nas.example/desk on /Volumes/desk (old) (smbfs, nodev, nosuid, mounted by ann)
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/ann/a.variorum", False),
        ("/tmp/a.variorum", False),
        ("/mnt/shared files/a.variorum", True),
        ("/mnt/shared files", True),
        ("/mnt/shared filesystem/a.variorum", False),
        ("/mnt/shared files/nas/a.variorum", True),
        ("/mnt/shared files/nas/stick/a.variorum", False),
        ("/srv/a.variorum", False),
    ],
)
def test_the_disk_that_holds_a_file_is_found_on_linux(path: str, remote: bool) -> None:
    assert is_remote(path, mounts_of_linux(LINUX)) is remote


@pytest.mark.parametrize(
    ("path", "remote"),
    [("/Users/ann/a.variorum", False), ("/Volumes/desk (old)/a.variorum", True), ("/Volumes/desk/a.variorum", False)],
)
def test_the_disk_that_holds_a_file_is_found_on_macos(path: str, remote: bool) -> None:
    assert is_remote(path, mounts_of_macos(MACOS)) is remote


def test_of_every_path_it_is_told_whether_it_is_on_a_network(tmp_path: Path) -> None:
    told = [
        on_network(path) for path in (tmp_path, tmp_path / "not made yet.variorum", tmp_path / ".." / tmp_path.name)
    ]
    assert told in ([True] * 3, [False] * 3)
    assert on_network(Path("relative.variorum")) is on_network(Path.cwd())


@pytest.fixture
def network(own_disk: None, monkeypatch) -> None:
    """A machine that says of every disk that it is reached over a network."""
    monkeypatch.setattr(connection, "on_network", lambda path: True)


def mode_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute("PRAGMA journal_mode").fetchone()[0]


@pytest.mark.usefixtures("network")
def test_windows_on_a_network_drive_take_turns_and_share_no_memory(case_path: Path) -> None:
    with closing(open_case(case_path, create=True)) as first, closing(open_case(case_path)) as second:
        fill(first)
        second.do(put(tag(2)))
        assert first.tags() == second.tags()
        assert len(first.tags()) == 2
        assert beside(case_path) == []
    assert mode_of(case_path) == "delete"


@pytest.mark.usefixtures("network")
@pytest.mark.skipif(sys.platform == "win32", reason="on Windows nobody can take an open file away")
def test_a_case_that_is_gone_from_a_network_drive_is_told_and_taken_up_again(case_path: Path, tmp_path: Path) -> None:
    with closing(open_case(case_path, create=True)) as store:
        fill(store)
        case_path.rename(tmp_path / "away.variorum")
        with pytest.raises(UserError, match="was moved, renamed or deleted while it was open"):
            store.do(put(tag(2)))
        assert len(store.tags()) == 1
        (tmp_path / "away.variorum").rename(case_path)
        store.do(put(tag(2)))
        assert len(store.tags()) == 2
        assert beside(case_path) == []


@pytest.mark.usefixtures("network")
@pytest.mark.skipif(sys.platform == "win32", reason="on Windows nobody can take an open file away")
def test_what_sqlite_itself_says_of_a_moved_case_is_told_alike(case_path: Path, tmp_path: Path) -> None:
    with closing(open_case(case_path, create=True)) as store:
        fill(store)
        case_path.rename(tmp_path / "away.variorum")
        with pytest.raises(UserError, match="was moved, renamed or deleted while it was open"), told(case_path):
            store._db.execute("DELETE FROM tags")


def test_a_case_that_was_written_ahead_is_opened_after_it_went_to_a_network_drive(case_path, monkeypatch) -> None:
    filled_case(case_path)
    assert mode_of(case_path) == "wal"
    with monkeypatch.context() as moved:
        moved.setattr(connection, "on_network", lambda path: True)
        with closing(open_case(case_path)) as store:
            store.do(put(tag(2)))
            assert beside(case_path) == []
    assert mode_of(case_path) == "delete"
    with closing(open_case(case_path)) as store:
        assert len(store.tags()) == 2
    assert mode_of(case_path) == "wal"


def test_a_case_that_another_window_writes_ahead_is_not_torn_from_it(case_path, monkeypatch) -> None:
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0.05)
    filled_case(case_path)
    with closing(open_case(case_path)) as first:
        first.do(put(tag(2)))
        with monkeypatch.context() as moved:
            moved.setattr(connection, "on_network", lambda path: True)
            with pytest.raises(UserError, match="Another window is busy"):
                open_case(case_path)
        first.do(put(tag(3)))
        assert len(first.tags()) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for such a file system is there on Unix only")
@pytest.mark.parametrize("before", ["wal", "delete"])
def test_where_windows_cannot_share_memory_they_take_turns(case_path: Path, before: str) -> None:
    with closing(sqlite3.connect(filled_case(case_path))) as opened:
        opened.execute(f"PRAGMA journal_mode = {before}")
    with closing(connection.open_uri(case_path, "mode=rw&vfs=unix-dotfile")) as db:
        connection.prepare_for_writing(db, case_path)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        with connection.transaction(db):
            db.execute("DELETE FROM notes")
        assert db.execute("SELECT count(*) FROM tags").fetchone() == (1,)
    assert beside(case_path) == []


@pytest.mark.parametrize(
    "name",
    ["what? now.variorum", "#1.variorum", "100 % sure.variorum", "%41.variorum", "Über München.variorum",
     "a&b=c;d.variorum",
     "?mode=memory.variorum", "two  blanks .variorum", "报道.variorum", "'quoted'.variorum"],
)  # fmt: skip
def test_a_case_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"in {name.removesuffix('.variorum')}"
    try:
        folder.mkdir()
        (folder / name).touch()
    except OSError:
        pytest.skip("this system does not have such names")
    (folder / name).unlink()
    with closing(open_case(folder / name, create=True)) as store:
        fill(store)
        assert len(store.tags()) == 1
    with closing(open_case(folder / name)) as store:
        assert len(store.tags()) == 1
    assert [file.name for file in folder.iterdir()] == [name]
