"""What tables a case of each version has, to tell a case from a file that only says it is one."""

from functools import cache

from sqlite_utils import Database

from db.migrations import STEPS, migrate

Schema = frozenset[tuple[str, str, str]]
"""Type, name and SQL of everything in a database that has SQL of its own."""


def schema_of(db: Database) -> Schema:
    """What is in a database, apart from what SQLite and the log of migrations keep for themselves."""
    rows = db.execute(
        "SELECT type, name, sql FROM sqlite_schema"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        " AND NOT (tbl_name = '_sqlite_migrations' AND type IN ('table', 'index'))"
    )
    return frozenset((kind, name, sql) for kind, name, sql in rows)


@cache
def expected_schema(version: int) -> Schema:
    """What a case of this version has inside."""
    db = Database(memory=True, execute_plugins=False)
    try:
        migrate(db, STEPS[:version])
        return schema_of(db)
    finally:
        db.close()
