"""The power goes at any moment: what had been shown as done is in the case, which is sound and opens at once.

A process that is killed with SIGKILL has no chance to put anything right, which is what a power cut comes to for the
file, as every step is written through to the disk before it is told.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from db.migrations import VERSION
from tests.db.builders import STORY, beside, put, reading
from tests.ui.conftest import write_pages
from workbench.model import Dismissal, Tag
from workbench.session import Session
from workbench.snapshot import Snapshot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")

TAGGING = """
import itertools, sys
from pathlib import Path
from db.casefile import open_case
from workbench.model import Place, Target
from workbench.session import Session
from workbench.spans import Span
session = Session(open_case(Path(sys.argv[1])))
for number in itertools.count(len(session.snapshot().tags)):
    target = Target(Place(1, Span(number % 60, number % 60 + number // 60 + 1)))
    shown = session.toggle_tag(target, session.snapshot().codes[0])
    session.set_note(target, f"note {number}")
    print(*sorted(tag.id for tag in shown.tags if tag.target == target), number, flush=True)
"""

IN_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from db.casefile import open_case
from db.search import WordIndex
from ui.desktop.app import build, start
app = QApplication([])
window, _ = build(open_case, QSettings(sys.argv[1] + ".ini", QSettings.Format.IniFormat), WordIndex)
window.show()
said = set()
def changed():
    for tag in window.case.snapshot.tags:
        if tag.id not in said:
            said.add(tag.id)
            print(tag.id, flush=True)
def act():
    for digit in range(1, 10):
        window.decisions._tag_by_digit(digit, on_witness=False)
        window.decisions._tag_by_digit(digit, on_witness=True)
    window.commands["next_edit"].trigger()
    QTimer.singleShot(30, act)
window.case.changed.connect(changed)
window.where.compared.connect(lambda: QTimer.singleShot(0, act))
start(window, Path(sys.argv[1]))
app.exec()
"""

IMPORTING = """
import sys
from pathlib import Path
from db.casefile import open_case
from workbench.session import Session
session = Session(open_case(Path(sys.argv[1]), create=True))
print("ready", flush=True)
session.import_paths([Path(sys.argv[2])], lambda stage, done, total: print(done, flush=True))
session.align()
print("kept", flush=True)
while True:
    session.align()
    print("kept again", flush=True)
"""

MIGRATING = """
import sys, time
from pathlib import Path
from db import casefile, migrations
from db.casefile import open_case
steps = list(migrations.STEPS)
def slow(step):
    def run(db):
        print("migrating", flush=True)
        step(db)
        time.sleep(0.02)
    return run
migrations.STEPS = tuple(map(slow, steps))
casefile.migrate = lambda db: migrations.migrate(db, migrations.STEPS)
open_case(Path(sys.argv[1]))
print("done", flush=True)
time.sleep(60)
"""


class Cut:
    """Runs a program, kills it, and knows what it had told before."""

    def __init__(self, checkout: Path) -> None:
        self._checkout = checkout
        self.chance = random.Random(7)

    def __call__(self, program: str, *arguments: Path, lines: int, longest: float) -> list[str]:
        """The whole lines that a program told until it was killed: at a random moment after so many lines."""
        command = [sys.executable, "-c", program, *map(str, arguments)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self._checkout
        ) as run:
            assert run.stdout is not None
            told = [run.stdout.readline() for _ in range(lines)]
            time.sleep(self.chance.random() * longest)
            run.send_signal(signal.SIGKILL)
            told += run.stdout.readlines()
            assert run.stderr is not None
            assert "Traceback" not in run.stderr.read()
        return [line.strip() for line in told if line.endswith("\n")]


@pytest.fixture
def cut(checkout: Path) -> Cut:
    return Cut(checkout)


def reopened(path: Path, look: Callable[[Session], None] = lambda _: None) -> Snapshot:
    """The case as it is found after the power came back; one can work in it at once, and nothing is left beside it."""
    session = Session(open_case(path))
    assert not session.store.read_only
    snapshot = session.snapshot()
    look(session)
    session.toggle_dismissal("after the power came back")
    session.undo()
    session.close()
    assert beside(path) == []
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return snapshot


def test_every_tag_and_note_that_was_told_survives_many_cuts(tmp_path: Path, cut: Cut) -> None:
    path = tmp_path / "case.variorum"
    with closing(open_case(path, create=True)) as store:
        store.add_reading(reading(STORY))
    told: set[str] = set()
    for _ in range(8):
        lines = cut(TAGGING, path, lines=cut.chance.randint(1, 12), longest=0.05)
        told |= {line.split()[0] for line in lines}
        found = reopened(path)
        assert {one.id for one in found.tags} >= told
        assert {note.text for note in found.notes} >= {f"note {line.split()[1]}" for line in lines}
        assert 0 <= len(found.tags) - len(told) <= 10, "at most the step it was at is there untold, once a cut"
    assert len(told) > 30


def test_every_tag_that_the_window_showed_survives(tmp_path: Path, cut: Cut) -> None:
    path = tmp_path / "case.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([write_pages(tmp_path / "pages")])
    session.align()
    session.close()
    for lines in (3, 20):
        told = set(cut(IN_THE_WINDOW, path, lines=lines, longest=0.2))
        assert len(told) >= lines
        assert reopened(path).codes
        with closing(open_case(path)) as store:
            every = {
                one.after.id for step in store.history() for one in step.step.changes if isinstance(one.after, Tag)
            }
        assert every >= told, "a digit pressed again takes its tag away; that it was put on is in the history"


@pytest.mark.parametrize("lines", [1, 2, 4, 6, 7, 8])
def test_an_import_or_alignment_cut_short_leaves_whole_sources_and_whole_families(
    tmp_path: Path, cut: Cut, lines: int
) -> None:
    path, pages = tmp_path / "case.variorum", write_pages(tmp_path / "pages")
    told = cut(IMPORTING, path, pages, lines=lines, longest=0.02)
    done = max((int(line) for line in told if line.isdecimal()), default=0)

    def look(session: Session) -> None:
        snapshot = session.snapshot()
        assert len(snapshot.sources) == len(snapshot.articles) >= done
        assert all(session.store.source_bytes(source.id) for source in snapshot.sources)
        if any(line.startswith("kept") for line in told):
            assert snapshot.aligned
        assert all(len(family.witnesses) == 3 for family in snapshot.families)

    reopened(path, look)
    session = Session(open_case(path))
    assert session.import_paths([pages]).known >= done
    assert [len(family.witnesses) for family in session.align().families] == [3]
    session.close()


@pytest.mark.parametrize("lines", [1, 2, 4, 6, 7])
def test_a_migration_cut_short_is_made_anew(tmp_path: Path, checkout: Path, cut: Cut, lines: int) -> None:
    path = tmp_path / "old.variorum"
    with closing(sqlite3.connect(path)) as db:
        db.executescript((checkout / "tests/db/version_1.sql").read_text("utf-8"))
        before = db.execute("SELECT count(*) FROM sources").fetchone()
    assert cut(MIGRATING, path, lines=min(lines, VERSION), longest=0.03)
    with closing(open_case(path)) as store:
        assert len(store.sources()) == before[0]
        assert store._db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        store.do(put(Dismissal("after the power came back")))
    assert beside(path) == []


def test_each_step_waits_for_the_disk(tmp_path: Path) -> None:
    with closing(open_case(tmp_path / "case.variorum", create=True)) as store:
        said = {name: store._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        assert said["journal_mode"] in ("wal", "delete")
        assert said["synchronous"] == 3, "EXTRA: the journal, too, is gone from the folder before a step is told"
        assert store._db.execute("PRAGMA fullfsync").fetchone() == (1,)
