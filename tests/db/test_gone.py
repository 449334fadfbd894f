"""A case that is taken away, replaced or protected while it is open: nothing is written where nobody would find it."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from db.store import CaseFile
from tests.db.builders import STORY, beside, filled_case, put, reading, tag
from workbench.errors import Cancelled, UserError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="on Windows nobody can take an open file away")

GONE = r"^“bridge.variorum” was moved, renamed or deleted while it was open: .*open it where it is now, .*\.$"
REPLACED = r"^Another file stands in the place of “bridge.variorum” now: .*\.$"


def kept(path: Path) -> set[str]:
    with closing(open_case(path)) as store:
        assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {found.id for found in store.tags()}


def refused(store: CaseFile, match: str) -> None:
    """Nothing that changes the case is done, and all of it can still be read."""
    for attempt in (
        lambda: store.do(put(tag(50))),
        store.undo,
        store.redo,
        lambda: store.add_reading(reading("New.", name="new.txt")),
        lambda: store.replace_families([]),
        lambda: store.wind(0, 1),
    ):
        with pytest.raises(UserError, match=match):
            attempt()
    assert store.read_only
    assert store.texts()[1] == STORY
    assert [found.id for found in store.tags()] == ["tag-1"]


def test_a_deleted_case_takes_no_step_and_can_still_be_read(filled, case_path: Path) -> None:
    case_path.unlink()
    refused(filled, GONE)
    assert beside(case_path) == [], "what SQLite had beside it is gone too"


def test_a_copy_put_in_the_place_of_a_deleted_case_is_gone_on_with(filled, case_path: Path, tmp_path: Path) -> None:
    case_path.unlink()
    refused(filled, GONE)
    filled.save_copy(tmp_path / "copy.variorum")
    shutil.copy(tmp_path / "copy.variorum", case_path)
    filled.do(put(tag(2)))
    assert kept(tmp_path / "copy.variorum") == {"tag-1"}
    assert kept(case_path) == {"tag-1", "tag-2"}


def test_an_older_copy_in_its_place_is_another_file(filled, case_path: Path, tmp_path: Path) -> None:
    older, stranger = tmp_path / "older.variorum", tmp_path / "stranger.variorum"
    filled.undo()
    filled.save_copy(older)
    filled.redo()
    case_path.rename(stranger)
    older.rename(case_path)
    refused(filled, REPLACED)
    assert kept(case_path) == set()
    stranger.replace(case_path)
    filled.do(put(tag(2)))
    assert len(filled.tags()) == 2


@pytest.mark.parametrize("way", ["renamed", "into another folder", "with its folder"])
def test_a_moved_case_is_gone_on_with_when_it_is_back(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    path = filled_case(folder / "bridge.variorum")
    (tmp_path / "elsewhere").mkdir()
    source, target = {
        "renamed": (path, folder / "other.variorum"),
        "into another folder": (path, tmp_path / "elsewhere" / "bridge.variorum"),
        "with its folder": (folder, tmp_path / "moved"),
    }[way]
    with closing(open_case(path)) as store:
        source.rename(target)
        refused(store, "The folder of" if way == "with its folder" else GONE)
        before = store.revision()
        target.rename(source)
        assert store.loss() == ""
        assert not store.read_only
        assert store.revision() != before
        store.do(put(tag(2)))
    assert kept(path) == {"tag-1", "tag-2"}
    assert beside(path) == []


def test_a_removed_folder_is_told(tmp_path: Path) -> None:
    path = filled_case(Path(shutil.copytree(tmp_path, tmp_path / "cases")) / "bridge.variorum")
    with closing(open_case(path)) as store:
        shutil.rmtree(path.parent)
        refused(store, "^The folder of “bridge.variorum” is gone or cannot be reached: .*")
        path.parent.write_text("a file where the folder was")
        refused(store, "^The folder of “bridge.variorum” is gone or cannot be reached: .*")


def test_another_case_in_its_place_is_never_written_to(case_path: Path, tmp_path: Path) -> None:
    filled_case(case_path)
    other = tmp_path / "other.variorum"
    with closing(open_case(other, create=True)) as made:
        made.add_reading(reading("Another story altogether.", name="another.txt"))
    before = other.read_bytes()
    with closing(open_case(case_path)) as store:
        other.replace(case_path)
        refused(store, REPLACED)
        with closing(open_case(case_path)) as opened:
            opened.do(put(tag(9)))
            refused(store, REPLACED)
            opened.undo()
            assert opened.texts()[1] == "Another story altogether."
    assert len(case_path.read_bytes()) >= len(before)
    assert kept(case_path) == set()


def test_a_case_copied_over_from_outside_is_read_anew_and_stays_sound(case_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.variorum"
    shutil.copy(filled_case(case_path), copy)
    with closing(open_case(copy)) as store:
        for number in range(2, 100):
            store.do(put(tag(number)))
    with closing(open_case(case_path)) as store:
        assert len(store.tags()) == 1
        before = store.revision()
        with copy.open("rb") as source, case_path.open("wb") as target:  # what copying over a file does
            shutil.copyfileobj(source, target)
        assert store.loss() == ""
        assert store.revision() != before
        assert len(store.tags()) == 99
        store.do(put(tag(500)))
    assert len(kept(case_path)) == 100


@pytest.mark.parametrize("content", [b"", b"a letter to the editor " * 5000], ids=["emptied", "a letter"])
def test_a_file_overwritten_by_something_else_is_left_alone(case_path: Path, content: bytes) -> None:
    filled_case(case_path)
    with closing(open_case(case_path)) as store:
        case_path.write_bytes(content)
        for _ in range(2):
            with pytest.raises(UserError, match=r"“bridge\.variorum”"):
                store.do(put(tag(2)))
        with pytest.raises(UserError, match=r"“bridge\.variorum”"):
            store.tags()
    assert case_path.read_bytes() == content


def test_another_case_copied_into_the_file_is_not_taken_for_this_one(case_path: Path, tmp_path: Path) -> None:
    filled_case(case_path)
    other = tmp_path / "other.variorum"
    with closing(open_case(other, create=True)) as made:
        made.add_reading(reading("Another story altogether.", name="another.txt"))
    with closing(open_case(case_path)) as store:
        case_path.write_bytes(other.read_bytes())
        with pytest.raises(UserError, match=REPLACED):
            store.do(put(tag(2)))
    assert kept(case_path) == set()


def test_a_case_made_read_only_is_not_written_until_it_may_be(filled, case_path: Path) -> None:
    case_path.chmod(0o444)
    refused(filled, r"^“bridge.variorum” was made read-only while it was open: allow writing .*\.$")
    case_path.chmod(0o644)
    filled.do(put(tag(2)))
    assert len(filled.tags()) == 2


def test_a_link_to_a_case_that_leads_elsewhere_now_is_told(case_path: Path, tmp_path: Path) -> None:
    filled_case(case_path)
    with closing(open_case(shutil.copy(case_path, tmp_path / "second.variorum"))) as second:
        second.do(put(tag(2)))
    link = tmp_path / "link.variorum"
    link.symlink_to(case_path)
    with closing(open_case(link)) as store:
        link.unlink()
        link.symlink_to(tmp_path / "second.variorum")
        with pytest.raises(UserError, match=r"Another file stands in the place of “link\.variorum” now"):
            store.do(put(tag(3)))
    assert kept(case_path) == {"tag-1"}
    assert kept(tmp_path / "second.variorum") == {"tag-1", "tag-2"}


def test_what_another_window_does_is_no_loss(filled, case_path: Path) -> None:
    with closing(open_case(case_path)) as other:
        for number in range(2, 30, 2):
            other.do(put(tag(number)))
            assert filled.loss() == ""
            connection = filled._db
            filled.do(put(tag(number + 1)))
            assert filled._db is connection, "nobody has to connect anew for that"
            assert other.loss() == ""
    assert len(kept(case_path)) == 29


def test_a_case_that_goes_in_the_middle_of_a_step_does_not_take_it(filled, case_path: Path, tmp_path: Path) -> None:
    def work() -> None:
        with filled._writing() as db:
            db.execute("DELETE FROM tags")
            case_path.rename(tmp_path / "away.variorum")

    with pytest.raises(UserError, match=GONE):
        work()
    assert [found.id for found in filled.tags()] == ["tag-1"]
    assert kept(tmp_path / "away.variorum") == {"tag-1"}


def test_nothing_is_left_in_the_log_of_a_step_that_is_done(filled, case_path: Path) -> None:
    filled.do(put(tag(2)))
    log = case_path.with_name(f"{case_path.name}-wal")
    assert log.stat().st_size == 0, "it would be given to whatever file came to stand there"
    shutil.copyfile(case_path, case_path.with_name("copy.variorum"))
    assert kept(case_path.with_name("copy.variorum")) == {"tag-1", "tag-2"}


# Copies


def test_a_copy_holds_the_whole_case_in_one_file(filled, case_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.variorum"
    said: list[tuple[str, int, int]] = []
    filled.save_copy(copy, lambda *told: said.append(told))
    filled.do(put(tag(2)))
    assert beside(copy) == []
    assert said[-1][1] == said[-1][2] > 0
    with closing(open_case(copy)) as store:
        assert store.sources() == filled.sources()
        assert store.source_bytes(1) == STORY.encode()
        assert len(store.tags()) == len(store.history()) == 1
    assert len(filled.tags()) == 2
    assert sorted(file.name for file in tmp_path.iterdir() if "part" in file.name) == []


def test_a_copy_never_takes_the_place_of_a_file(filled, case_path: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.variorum"
    there.write_text("mine")
    for target in (there, case_path):
        before = target.read_bytes()
        with pytest.raises(UserError, match="is there already and is not overwritten"):
            filled.save_copy(target)
        assert target.read_bytes() == before
    with pytest.raises(UserError, match="does not exist"):
        filled.save_copy(tmp_path / "nowhere" / "copy.variorum")


def test_a_copy_into_a_folder_that_cannot_be_written_into_is_refused(filled, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):  # whoever is root may write everywhere but there
        folder = Path("/sys/kernel")
    if not folder.is_dir():
        pytest.skip("one may write everywhere on this system")
    with pytest.raises(UserError, match=f"The folder “{folder.name}” cannot be written into"):
        filled.save_copy(folder / "copy.variorum")


def test_a_stopped_copy_leaves_nothing(filled, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        filled.save_copy(tmp_path / "copy.variorum", stop)
    assert sorted(tmp_path.iterdir()) == before
    filled.do(put(tag(2)))


FULL = """
import resource, sys
from pathlib import Path
from db.casefile import open_case
from workbench.errors import UserError
store = open_case(Path(sys.argv[1]))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    store.save_copy(Path(sys.argv[2]))
except UserError as error:
    print(error)
"""


def test_a_copy_that_does_not_fit_is_told_and_not_kept(case_path: Path, tmp_path: Path, checkout: Path) -> None:
    filled_case(case_path)
    copy = tmp_path / "copy.variorum"
    command = [sys.executable, "-c", FULL, str(case_path), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=checkout, check=False)
    assert "The copy could not be written" in done.stdout, done.stderr
    assert [file.name for file in tmp_path.iterdir()] == [case_path.name]


def test_a_copy_is_of_one_moment(filled, case_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.variorum"
    with closing(open_case(case_path)) as other:
        filled.save_copy(copy, lambda *_: other.do(put(tag(77))) if len(other.tags()) == 1 else None)
        assert len(other.tags()) == 2
    assert kept(copy) == {"tag-1"}


def test_a_case_whose_file_cannot_be_read_any_more_is_told(filled, case_path: Path) -> None:
    case_path.unlink()
    case_path.mkdir()
    refused(filled, REPLACED)
