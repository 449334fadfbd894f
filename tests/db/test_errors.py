"""Whatever SQLite says, people read one sentence of their own world."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import sentence, told
from db.header import APPLICATION_ID, parse
from workbench.errors import UserError, VariorumError

CASE = Path("/cases/bridge.variorum")


@pytest.mark.parametrize(
    "name", ["BUSY", "LOCKED", "FULL", "READONLY", "CORRUPT", "NOTADB", "CANTOPEN", "PERM", "IOERR"]
)
@pytest.mark.parametrize("extended", [0, 5 << 8])
def test_every_trouble_of_a_file_is_one_sentence_that_names_it(name: str, extended: int) -> None:
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{name}") | extended
    told_so = sentence(error, CASE)
    assert isinstance(told_so, UserError)
    assert "“bridge.variorum”" in str(told_so)
    assert "SQLite" not in str(told_so)
    assert str(told_so).endswith(".")


def test_a_mistake_of_ours_is_not_blamed_on_the_user() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(VariorumError, match="no such table") as caught,
        told(CASE),
    ):
        connection.execute("SELECT * FROM nowhere")
    assert not isinstance(caught.value, UserError)


def test_the_cause_is_kept_for_whoever_mends_it() -> None:
    with pytest.raises(UserError) as caught, told(CASE):
        raise ValueError("unknown zone")
    assert isinstance(caught.value.__cause__, ValueError)


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(LookupError, match="no such source"), told(CASE):
        raise LookupError("no such source")
    with pytest.raises(UserError, match="mine"), told(CASE):
        raise UserError("mine")


def test_a_header_tells_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "any.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 65536")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 7")
        connection.execute("CREATE TABLE a (b)")
        connection.commit()
    assert parse(path.read_bytes()[:100]) == (APPLICATION_ID, 7, 65536, 2)
    assert parse(path.read_bytes()[:99]) is None
