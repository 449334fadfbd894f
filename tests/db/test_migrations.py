"""Steps are history: frozen, alone in the world, whole or not at all."""

import ast
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import casefile, connection, migrations
from db.casefile import open_case
from db.migrations import STEPS, VERSION, migrate
from db.schema import schema_of
from tests.db.builders import NOON, STORY, beside, filled_case, put, tag
from workbench.errors import UserError
from workbench.model import BaseChoice, Code, DatePrecision, Note, Place, Target, Zone, ZoneKind
from workbench.spans import OffsetMap, Run, Span

HERE = Path(__file__).parent

VERSION_1 = (HERE / "version_1.sql").read_text(encoding="utf-8")
"""A case of version 1 as that version wrote it. Never to be changed: such files are out in the world."""


def make_version_1(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1)
    return path


def test_a_case_of_version_1_opens_with_all_it_holds(case_path: Path) -> None:
    make_version_1(case_path)
    with closing(open_case(case_path)) as store:
        assert [source.name for source in store.sources()] == ["bridge.txt"]
        assert store.source_bytes(1) == STORY.encode()
        assert store.offset_map(1) == OffsetMap((Run(0, 90, 0, 90),))
        (article,) = store.articles()
        assert (article.title, article.published.precision) == ("Bridge closed", DatePrecision.DAY)
        assert article.zones == (Zone(ZoneKind.HEADLINE, Span(0, 13)), Zone(ZoneKind.BODY, Span(14, 70)))
        assert store.texts() == {1: STORY}
        (family,) = store.families()
        assert [witness.place.span for witness in family.witnesses] == [Span(14, 70), Span(71, 86)]
        assert store.aligned()
        assert store.codes() == (Code("figure", "Figure changed", "#cc6677", 1, "A number differs."),)
        target = Target(Place(1, Span(18, 32)), Place(1, Span(71, 76)))
        assert [(found.id, found.target, found.created) for found in store.tags()] == [("t1", target, NOON)]
        assert store.notes() == (Note(Target(Place(1, Span(18, 32))), "Who\0?", NOON),)
        assert store.base_choices() == (BaseChoice(Place(1, Span(14, 70))),)
        assert [(entry.step.summary, entry.undone) for entry in store.history()] == [("Tag", False), ("Note", True)]
        assert store.undo() is not None
        assert store.tags() == ()
    assert beside(case_path) == []


def test_step_1_makes_what_version_1_had(case_path: Path) -> None:
    make_version_1(case_path)
    made = Database(memory=True)
    migrate(made, STEPS[:1])
    with closing(sqlite3.connect(case_path)) as connection:
        assert schema_of(Database(connection)) == schema_of(made)
    made.close()


def test_every_step_sets_its_version() -> None:
    db = Database(memory=True)
    for number in range(1, VERSION + 1):
        migrate(db, STEPS[:number])
        assert db.execute("PRAGMA user_version").fetchone() == (number,)
    migrate(db)
    assert db.execute("SELECT name FROM _sqlite_migrations").fetchall() == [
        (f"{n:03d}",) for n in range(1, VERSION + 1)
    ]
    db.close()


def test_steps_import_nothing_of_the_program() -> None:
    files = sorted(Path(migrations.__file__).parent.glob("step_*.py"))
    assert len(files) == len(STEPS)
    for file in files:
        imported = {
            name
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
        }
        assert imported <= {"sqlite_utils"}


@pytest.fixture
def next_version(monkeypatch):
    """The program as it will be one version from now."""

    def use(step) -> None:
        steps = (*STEPS, step)
        monkeypatch.setattr(casefile, "migrate", lambda db: migrate(db, steps))
        monkeypatch.setattr(casefile, "VERSION", VERSION + 1)
        monkeypatch.setattr(connection, "VERSION", VERSION + 1)

    return use


def test_an_older_case_is_brought_up_to_date_and_keeps_everything(case_path: Path, next_version) -> None:
    filled_case(case_path)
    next_version(lambda db: db.execute("ALTER TABLE sources ADD COLUMN remark TEXT"))
    with closing(open_case(case_path)) as store:
        assert store._db.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert [row["remark"] for row in store._db.query("SELECT remark FROM sources")] == [None, None]
        assert store.tags() == (tag(),)
        store.do(put(tag(2)))
    assert beside(case_path) == []


def test_a_step_that_fails_halfway_changes_nothing(case_path: Path, next_version) -> None:
    before = schema_in(filled_case(case_path))

    def step(db: Database) -> None:
        db.execute("DROP TABLE history")
        db.execute("INSERT INTO notes DEFAULT VALUES")

    next_version(step)
    with pytest.raises(UserError):
        open_case(case_path)
    assert schema_in(case_path) == before
    assert beside(case_path) == []


def test_an_older_case_that_cannot_be_written_is_told(case_path: Path, next_version, monkeypatch) -> None:
    content = filled_case(case_path).read_bytes()
    next_version(lambda db: db.execute("CREATE TABLE more (id INTEGER) STRICT"))
    monkeypatch.setattr(connection, "_writable", lambda path: False)
    with pytest.raises(UserError, match="older version of Variorum and is write-protected"):
        open_case(case_path)
    assert case_path.read_bytes() == content
    assert beside(case_path) == []


def schema_in(path: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(path)) as opened:
        version = opened.execute("PRAGMA user_version").fetchone()
        return version, opened.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()
