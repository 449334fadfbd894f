"""Version 5: a person may change the word lists that labels come from.

A row is one change to the program's lists: an entry put into a list, or one of the program's own taken out of it.
`key` is the entry as it is looked up, `against` says which lists of the program the person had before them.
"""

from sqlite_utils import Database

_TABLE = """CREATE TABLE amendments (
        list_id TEXT NOT NULL,
        key ANY NOT NULL,
        entry ANY NOT NULL,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
        against TEXT NOT NULL,
        PRIMARY KEY (list_id, key)
    ) STRICT"""


def apply(db: Database) -> None:
    """Make the table, empty."""
    db.execute(_TABLE)
