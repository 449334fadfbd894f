"""Version 7: codes stand under codes; edits are reviewed and their labels judged; families are corrected by hand."""

from sqlite_utils import Database

_TARGET = """
        article_id INTEGER NOT NULL REFERENCES articles (id),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        base_article_id INTEGER REFERENCES articles (id),
        base_start INTEGER CHECK (base_start >= 0),
        base_end INTEGER CHECK (base_end >= base_start)"""

_KEY = """(
        article_id, start, "end", coalesce(base_article_id, -1), coalesce(base_start, -1), coalesce(base_end, -1)
    )"""

_STATEMENTS = (
    "ALTER TABLE codes ADD COLUMN parent TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE reviews ({_TARGET},
        at TEXT NOT NULL
    ) STRICT""",
    f"CREATE UNIQUE INDEX reviews_by_target ON reviews {_KEY}",
    f"""CREATE TABLE rulings ({_TARGET},
        said TEXT NOT NULL,
        labels TEXT NOT NULL
    ) STRICT""",
    f"CREATE UNIQUE INDEX rulings_by_target ON rulings {_KEY}",
    """CREATE TABLE corrections (
        number INTEGER PRIMARY KEY,
        places TEXT NOT NULL,
        settled TEXT NOT NULL,
        boilerplate INTEGER NOT NULL
    ) STRICT""",
)


def apply(db: Database) -> None:
    """Make the tables, empty, and let every code stand at the top."""
    for statement in _STATEMENTS:
        db.execute(statement)
