"""Nothing that was done is lost: not when the program is killed, not when the disk is full."""

import itertools
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.db.builders import beside, filled_case, place, put, reading, tag
from workbench.errors import UserError
from workbench.model import Note, Target
from workbench.ports import FoundFamily

WRITER = """
import itertools, sys
from pathlib import Path
from db.casefile import open_case
from tests.db.builders import put, tag
store = open_case(Path(sys.argv[1]))
for number in itertools.count(100):
    store.do(put(tag(number)))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
@pytest.mark.parametrize("lines", [1, 7, 40])
def test_every_tag_survives_a_killed_program(case_path: Path, checkout: Path, lines: int) -> None:
    filled_case(case_path)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(case_path)], stdout=subprocess.PIPE, text=True, cwd=checkout
    ) as program:
        told = [program.stdout.readline() for _ in range(lines)]
        program.send_signal(signal.SIGKILL)
        told += program.stdout.readlines()
    done = {f"tag-{line.strip()}" for line in told if line.endswith("\n")}
    assert len(done) >= lines
    with closing(open_case(case_path)) as store:
        kept = {found.id for found in store.tags()}
        assert kept >= done
        assert len(kept) <= len(done) + 2, "at most the step it was at is there untold"
        assert len(store.history()) == len(kept)
    assert beside(case_path) == []


def test_a_full_disk_is_told_and_nothing_is_changed(filled) -> None:
    before = filled.sources(), filled.tags(), filled.history()
    ((pages,),) = filled._db.execute("PRAGMA page_count").fetchall()
    filled._db.execute(f"PRAGMA max_page_count = {pages + 1}")
    big = reading("\u4e00".join(map(str, range(20_000))), name="big.txt")
    note = Note(Target(place()), "so long" * 10_000, tag().created)
    families = [FoundFamily((place(), place(article_id=2)), boilerplate=False)] * 5_000
    for attempt in (
        lambda: filled.add_reading(big),
        lambda: filled.do(put(note)),
        lambda: filled.replace_families(families),
    ):
        with pytest.raises(UserError, match="is full and nothing was changed"):
            attempt()
    assert (filled.sources(), filled.tags(), filled.history()) == before
    assert filled.families() == ()
    filled._db.execute("PRAGMA max_page_count = 1000000")
    assert filled.add_reading(big) is not None


@pytest.fixture
def small_disk(tmp_path: Path):
    """A disk with room for hardly more than an empty case."""
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "variorum", str(tmp_path)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("disks cannot be mounted here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_disk_that_fills_up_loses_no_step_that_was_told_done(small_disk: Path) -> None:
    path = small_disk / "case.variorum"
    done = []
    with closing(open_case(path, create=True)) as store:
        store.add_reading(reading())
        for number in itertools.count():
            try:
                store.do(put(tag(number)))
            except UserError as error:
                refusal = str(error)
                break
            done.append(f"tag-{number}")
        assert "is full" in refusal
        assert {found.id for found in store.tags()} == set(done)
    assert done
    with closing(open_case(path)) as store:
        assert {found.id for found in store.tags()} == set(done)


def test_a_case_that_does_not_fit_on_the_disk_is_not_begun(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(b"x" * 350_000)
    path = small_disk / "case.variorum"
    with pytest.raises(UserError, match="is full"):
        open_case(path, create=True)
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]
