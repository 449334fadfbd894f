"""What can be opened, what is refused, and that a refusal leaves no trace."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from db.header import APPLICATION_ID
from db.migrations import VERSION
from tests.db.builders import STORY, beside, filled_case
from workbench.codebook import default_codes
from workbench.errors import UserError


def refusal(path: Path, *, create: bool = False) -> str:
    """The sentence with which a file is refused, after seeing that nothing was touched."""
    before = snapshot_of(path.parent)
    with pytest.raises(UserError) as caught:
        open_case(path, create=create)
    assert snapshot_of(path.parent) == before
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert "sqlite" not in message.lower()
    return message


def snapshot_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = [file for file in folder.iterdir() if file.is_file()]
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_a_new_case_is_empty_but_for_the_codebook(case_path: Path) -> None:
    with closing(open_case(case_path, create=True)) as store:
        assert store.path == case_path
        assert not store.read_only
        assert store.codes() == default_codes()
        assert store.history() == ()
        assert store.sources() == store.articles() == store.families() == store.tags() == ()


def test_the_file_says_whose_it_is_and_of_which_version(case_path: Path) -> None:
    filled_case(case_path)
    with closing(sqlite3.connect(case_path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_open_case_enforces_its_keys_and_every_commit_reaches_the_disk(store) -> None:
    assert store._db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert store._db.execute("PRAGMA synchronous").fetchone() == (3,)
    assert store._db.execute("PRAGMA trusted_schema").fetchone() == (0,)


def test_a_closed_case_has_nothing_beside_it_and_opens_elsewhere(case_path: Path, tmp_path: Path) -> None:
    filled_case(case_path)
    assert beside(case_path) == []
    elsewhere = tmp_path / "another machine" / "ünïcode ? 100% #1.variorum"
    elsewhere.parent.mkdir()
    shutil.move(case_path, elsewhere)
    with closing(open_case(elsewhere)) as store:
        assert store.texts()[1] == STORY
        assert store.source_bytes(1) == STORY.encode()
        assert [tag.id for tag in store.tags()] == ["tag-1"]
    assert [file.name for file in elsewhere.parent.iterdir()] == [elsewhere.name]


def test_a_copy_made_while_the_case_is_open_has_the_last_decision(filled, tmp_path: Path) -> None:
    copy = tmp_path / "copy.variorum"
    shutil.copyfile(filled.path, copy)
    with closing(open_case(copy)) as store:
        assert [tag.id for tag in store.tags()] == ["tag-1"]


def test_creating_over_a_case_opens_it_as_it_is(case_path: Path) -> None:
    filled_case(case_path)
    with closing(open_case(case_path, create=True)) as store:
        assert len(store.tags()) == 1


def test_closing_twice_is_the_same_as_once(store) -> None:
    store.close()
    once = store.path.read_bytes()
    store.close()
    assert store.path.read_bytes() == once
    assert [path.name for path in store.path.parent.iterdir() if path.name.startswith(store.path.name)] == [
        store.path.name
    ]


def test_a_link_to_a_case_opens_the_case(case_path: Path, tmp_path: Path) -> None:
    filled_case(case_path)
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "link.variorum"
    try:
        link.symlink_to(case_path)
    except OSError:
        pytest.skip("this system makes no links")
    with closing(open_case(link)) as store:
        assert store.path == link
        assert len(store.articles()) == 2
    assert beside(case_path) == []


def test_a_file_name_that_is_no_text_works(tmp_path: Path) -> None:
    path = tmp_path / b"caf\xe9.variorum".decode("utf-8", "surrogateescape")
    try:
        path.touch()
    except (OSError, UnicodeError):
        pytest.skip("this file system has names of text only")
    assert refusal(path).startswith("“caf?.variorum” is empty")
    path.unlink()
    filled_case(path)
    with closing(open_case(path)) as store:
        assert len(store.articles()) == 2


def test_a_missing_file_is_told(case_path: Path) -> None:
    assert refusal(case_path).startswith("There is no case “bridge.variorum”")
    assert not case_path.exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "bridge.variorum"
    with pytest.raises(UserError, match="cannot be made in that folder"):
        open_case(path, create=True)
    with pytest.raises(UserError, match="There is no case"):
        open_case(path)


@pytest.mark.parametrize("create", [False, True])
def test_an_empty_file_is_refused(case_path: Path, create: bool) -> None:
    case_path.touch()
    assert "is empty" in refusal(case_path, create=create)


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("content", [b"Dear editor, " * 30, b"hi", b"\0" * 5000, b"SQLite format 3 is a format\n" * 9])
def test_a_file_that_is_no_database_is_refused(case_path: Path, content: bytes, create: bool) -> None:
    case_path.write_bytes(content)
    assert "is not a case of Variorum" in refusal(case_path, create=create)


def test_a_folder_is_refused(case_path: Path) -> None:
    case_path.mkdir()
    assert "is a folder" in refusal(case_path, create=True)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_database_of_another_program_is_refused(case_path: Path, mode: str) -> None:
    with closing(sqlite3.connect(case_path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("CREATE TABLE bookmarks (url)")
        connection.commit()
    assert "another program" in refusal(case_path)


def test_a_newer_case_is_refused(case_path: Path) -> None:
    filled_case(case_path)
    with closing(sqlite3.connect(case_path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "newer version" in refusal(case_path)


def test_a_newer_case_that_another_window_has_open_is_refused(filled) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        with pytest.raises(UserError, match="newer version"):
            open_case(filled.path)


@pytest.mark.parametrize("kept", [50, 99, 100, 3000, 0.5, 0.99])
def test_a_case_that_was_cut_off_is_refused(case_path: Path, kept: float) -> None:
    content = filled_case(case_path).read_bytes()
    case_path.write_bytes(content[: int(kept if kept > 1 else kept * len(content))])
    assert "damaged" in refusal(case_path)


def test_a_large_case_that_was_cut_off_is_refused_without_reading_it_all(case_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("db.connection._CHECKED_WHOLE", 0)
    content = filled_case(case_path).read_bytes()
    case_path.write_bytes(content[:-1])
    assert "damaged" in refusal(case_path)


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_case_with_a_spoilt_page_is_refused(case_path: Path, page: int) -> None:
    content = bytearray(filled_case(case_path).read_bytes())
    start = max(100, page * 4096)
    content[start : start + 2000] = bytes([0xAA]) * 2000
    case_path.write_bytes(content)
    assert "damaged" in refusal(case_path)


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON tags BEGIN DELETE FROM notes; END",
        "CREATE TRIGGER spy AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM notes; END",
        "CREATE VIEW more AS SELECT * FROM tags",
        "CREATE TABLE more (id)",
        "DROP TABLE notes",
        "ALTER TABLE notes ADD COLUMN more TEXT",
    ],
)
def test_a_case_whose_tables_a_stranger_changed_is_refused(case_path: Path, statement: str, mode: str) -> None:
    filled_case(case_path)
    with closing(sqlite3.connect(case_path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute(statement)
        connection.commit()
    assert "damaged" in refusal(case_path)


def test_something_that_is_neither_file_nor_folder_is_refused(case_path: Path) -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes in folders")
    os.mkfifo(case_path)
    with pytest.raises(UserError, match="is not a file that can hold a case"):
        open_case(case_path, create=True)


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300 + ".variorum")
    with pytest.raises(UserError, match="cannot be read"):
        open_case(path, create=True)
