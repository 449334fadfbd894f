"""Cases that can be looked at but not changed: protected files, protected folders, protected disks."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.casefile import open_case
from db.store import CaseFile
from tests.db.builders import STORY, beside, filled_case, put, reading, tag
from workbench.errors import UserError

NOBODY = 65534

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders are protected in another way on Windows")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may enter."""
    path = Path(tempfile.mkdtemp(prefix="variorum-"))
    path.chmod(0o755)
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


@contextmanager
def as_somebody() -> Iterator[None]:
    """Without the powers of the superuser, whom no permission stops."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


WRITES: dict[str, Callable[[CaseFile], object]] = {
    "add_reading": lambda store: store.add_reading(reading("New.", name="new.txt")),
    "replace_families": lambda store: store.replace_families([]),
    "do": lambda store: store.do(put(tag(2))),
    "undo": lambda store: store.undo(),
    "redo": lambda store: store.redo(),
}


def assert_only_looks(path: Path) -> None:
    before = path.read_bytes(), beside(path)
    with closing(open_case(path)) as store:
        assert store.read_only
        assert store.texts()[1] == STORY
        assert store.source_bytes(1) == STORY.encode()
        assert [found.id for found in store.tags()] == ["tag-1"]
        assert len(store.history()) == 1
        assert store.revision() == store.revision()
        for write in WRITES.values():
            with pytest.raises(UserError, match=r"^“.*” is write-protected and can only be looked at: .*\.$"):
                write(store)
        assert len(store.tags()) == 1
    assert (path.read_bytes(), beside(path)) == before


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o444, 0o555), (0o666, 0o555)])
def test_a_protected_case_can_be_looked_at(folder: Path, file_mode: int, folder_mode: int) -> None:
    path = filled_case(folder / "case.variorum")
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    with as_somebody():
        assert_only_looks(path)


def test_a_case_nobody_may_read_is_told(folder: Path) -> None:
    path = filled_case(folder / "case.variorum")
    path.chmod(0)
    with as_somebody(), pytest.raises(UserError, match="cannot be read"):
        open_case(path)


def test_a_case_cannot_be_made_in_a_protected_folder(folder: Path) -> None:
    folder.chmod(0o555)
    with as_somebody(), pytest.raises(UserError, match="cannot be made in that folder"):
        open_case(folder / "case.variorum", create=True)
    assert list(folder.iterdir()) == []


def test_a_case_in_a_protected_folder_that_should_be_made_is_opened(folder: Path) -> None:
    path = filled_case(folder / "case.variorum")
    folder.chmod(0o555)
    with as_somebody(), closing(open_case(path, create=True)) as store:
        assert store.read_only


def test_a_case_left_unfinished_on_a_protected_disk_is_refused_untouched(folder: Path) -> None:
    """The last steps stand in a file beside it, which cannot be brought in there; leaving them out would lose them."""
    origin = filled_case(folder / "open.variorum")
    copy = folder / "copied" / "case.variorum"
    copy.parent.mkdir()
    with closing(open_case(origin)) as store, closing(sqlite3.connect(origin, isolation_level=None)) as reader:
        store._db.execute("PRAGMA wal_autocheckpoint = 0")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM tags").fetchall()  # while somebody reads, the last steps stay beside the file
        store.do(put(tag(2)))
        shutil.copyfile(origin, copy)
        shutil.copyfile(f"{origin}-wal", f"{copy}-wal")
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    before = copy.read_bytes()
    with as_somebody(), pytest.raises(UserError, match="was not closed"):
        open_case(copy)
    assert copy.read_bytes() == before
    assert beside(copy) == ["case.variorum-wal"]
    copy.chmod(0o644)
    copy.parent.chmod(0o755)
    with closing(open_case(copy)) as store:
        assert len(store.tags()) == 2


@pytest.mark.parametrize("by_link", [False, True])
def test_a_protected_case_that_another_window_changes_is_read_as_it_is_now(folder: Path, by_link: bool) -> None:
    path = filled_case(folder / "case.variorum")
    link = folder / "link.variorum"
    link.symlink_to(path)
    with closing(open_case(path)) as writer:
        writer._db.execute("PRAGMA wal_autocheckpoint = 0")
        writer.do(put(tag(2)))
        path.chmod(0o444)
        Path(f"{path}-shm").chmod(0o666)
        Path(f"{path}-wal").chmod(0o666)
        with as_somebody(), closing(open_case(link if by_link else path)) as reader:
            assert reader.read_only
            assert len(reader.tags()) == 2
    assert beside(path) == []


@pytest.fixture
def protected_disk(folder: Path) -> Iterator[Path]:
    """A disk of its own with a case on it, mounted so that nothing on it can change."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "variorum", str(disk)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("disks cannot be mounted here")
    try:
        filled_case(disk / "case.variorum")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_case_on_a_protected_disk_can_be_looked_at_even_by_the_superuser(protected_disk: Path) -> None:
    assert_only_looks(protected_disk / "case.variorum")
    with pytest.raises(UserError, match="cannot be made in that folder"):
        open_case(protected_disk / "new.variorum", create=True)
