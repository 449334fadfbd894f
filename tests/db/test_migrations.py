"""Steps are history: frozen, alone in the world, whole or not at all."""

import ast
import json
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
        assert imported <= {"sqlite_utils", "json", "collections.abc", "typing"}


DOUBLED = """
INSERT INTO codes VALUES ('quote', 'Quote cut', '#117733', 2, '');
INSERT INTO tags VALUES ('t3', 'figure', 1, 18, 32, 1, 71, 76, '2026-03-04T12:00:02.000000+00:00');
INSERT INTO tags VALUES ('t4', 'quote', 1, 18, 32, 1, 71, 76, '2026-03-04T12:00:03.000000+00:00');
DELETE FROM tags WHERE id = 't1';
DELETE FROM history;
"""
"""Two windows tagged the same edit with the same code, then the first tag was removed."""


def tag_of_edit(number: int, code_id: str = "figure") -> dict[str, object]:
    target = {"article_id": 1, "start": 18, "end": 32, "base_article_id": 1, "base_start": 71, "base_end": 76}
    created = f"2026-03-04T12:00:0{number - 1}.000000+00:00"
    return {"kind": "tag", "id": f"t{number}", "code_id": code_id, "created": created, **target}


CHOICE = {"kind": "base choice", "article_id": 1, "start": 14, "end": 70}
TOLD_TWICE = [
    ("Choose and tag", [[None, CHOICE], [None, tag_of_edit(1)]], 0),
    ("Tag again", [[None, tag_of_edit(3)]], 0),
    ("Tag otherwise", [[None, tag_of_edit(4, "quote")]], 0),
    ("Remove the first", [[tag_of_edit(1), None]], 0),
    ("Remove the second", [[tag_of_edit(3), None]], 1),
]


def test_a_code_that_stood_twice_on_a_target_stands_once_and_every_step_can_be_undone(case_path: Path) -> None:
    make_version_1(case_path)
    with closing(sqlite3.connect(case_path)) as connection, connection:
        connection.executescript(DOUBLED)
        steps = [(summary, json.dumps(changes), undone) for summary, changes, undone in TOLD_TWICE]
        insert = "INSERT INTO history (at, summary, changes, undone) VALUES ('2026-03-04T12:00:00+00:00', ?, ?, ?)"
        connection.executemany(insert, steps)
    with closing(open_case(case_path)) as store:
        assert [tag.id for tag in store.tags()] == ["t1", "t4"]
        summaries = [entry.step.summary for entry in store.history()]
        assert summaries == ["Choose and tag", "Tag otherwise", "Remove the second"]
        states = [tuple(tag.id for tag in store.tags())]
        while store.undo():
            states.append(tuple(tag.id for tag in store.tags()))
        assert states == [("t1", "t4"), ("t1",), ()]
        assert store.base_choices() == ()
        while store.redo():
            states.append(tuple(tag.id for tag in store.tags()))
        assert states[3:] == [("t1",), ("t1", "t4"), ("t4",)]
        assert len(store.base_choices()) == 1


def test_tags_that_stand_twice_without_a_history_are_made_one(case_path: Path) -> None:
    make_version_1(case_path)
    with closing(sqlite3.connect(case_path)) as connection, connection:
        connection.execute("INSERT INTO tags SELECT 't0', code_id, article_id, start, end, base_article_id, base_start,"
                           " base_end, '2026-03-04T13:00:00.000000+00:00' FROM tags")  # fmt: skip
        connection.execute("DELETE FROM history")
    with closing(open_case(case_path)) as store:
        assert [tag.id for tag in store.tags()] == ["t1"]


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
