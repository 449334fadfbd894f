"""Version 4: what the engine found of the articles is kept, so that it need not be found again when more come.

A row of `known_articles` is the tokens of one article, `known` what all these articles share; `key` says by which
engine, at which sensitivity. Both may be emptied at any time: the next alignment fills them again.
"""

from sqlite_utils import Database

_TABLES = (
    """CREATE TABLE known_articles (
        article_id INTEGER PRIMARY KEY REFERENCES articles(id),
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE known (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
)


def apply(db: Database) -> None:
    """Make the two tables, empty."""
    for statement in _TABLES:
        db.execute(statement)
