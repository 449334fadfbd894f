"""Version 6: a person may say where a passage is from, and set pairs of conflicting figures aside."""

from sqlite_utils import Database

_TABLES = (
    """CREATE TABLE derivations (
        article_id INTEGER NOT NULL REFERENCES articles (id),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        parent_article_id INTEGER REFERENCES articles (id),
        parent_start INTEGER CHECK (parent_start >= 0),
        parent_end INTEGER CHECK (parent_end >= parent_start),
        PRIMARY KEY (article_id, start, "end")
    ) STRICT""",
    """CREATE TABLE dismissals (
        key ANY PRIMARY KEY NOT NULL
    ) STRICT""",
)


def apply(db: Database) -> None:
    """Make both tables, empty."""
    for table in _TABLES:
        db.execute(table)
