"""Version 1: sources and their articles, families, and what people decide.

Columns of type ANY hold text; a text that UTF-8 cannot carry or that has a NUL inside is a BLOB of the same bytes.
Spans are code points, half open. Keys that a step of a person may touch in any order are checked when it is whole.
Numbers of families and witnesses are never used again, so that a stale one cannot mean another.
"""

from sqlite_utils import Database

_TABLES = (
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        name ANY NOT NULL,
        origin ANY NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        imported TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE contents (
        source_id INTEGER PRIMARY KEY REFERENCES sources(id),
        size INTEGER NOT NULL,
        content BLOB NOT NULL,
        text ANY NOT NULL,
        offsets BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES sources(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        title ANY NOT NULL,
        outlet ANY NOT NULL,
        republisher ANY NOT NULL,
        byline ANY NOT NULL,
        published TEXT NOT NULL,
        precision TEXT NOT NULL,
        evidence ANY NOT NULL,
        url ANY NOT NULL,
        language TEXT NOT NULL,
        zones TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX articles_by_source ON articles (source_id, start)",
    """CREATE TABLE families (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        boilerplate INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE witnesses (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        family_id INTEGER NOT NULL REFERENCES families(id) ON DELETE CASCADE,
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start)
    ) STRICT""",
    "CREATE INDEX witnesses_by_family ON witnesses (family_id)",
    """CREATE TABLE alignment (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        articles INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE codes (
        id TEXT PRIMARY KEY,
        name ANY NOT NULL,
        colour TEXT NOT NULL,
        digit INTEGER NOT NULL CHECK (digit BETWEEN -1 AND 9),
        description ANY NOT NULL
    ) STRICT""",
    """CREATE TABLE tags (
        id TEXT PRIMARY KEY,
        code_id TEXT NOT NULL REFERENCES codes(id) DEFERRABLE INITIALLY DEFERRED,
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        base_article_id INTEGER REFERENCES articles(id),
        base_start INTEGER,
        base_end INTEGER,
        created TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX tags_by_code ON tags (code_id)",
    """CREATE TABLE notes (
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        base_article_id INTEGER REFERENCES articles(id),
        base_start INTEGER,
        base_end INTEGER,
        text ANY NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    """CREATE UNIQUE INDEX notes_by_target ON notes (
        article_id, start, end, coalesce(base_article_id, -1), coalesce(base_start, -1), coalesce(base_end, -1)
    )""",
    """CREATE TABLE base_choices (
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        PRIMARY KEY (article_id, start, end)
    ) STRICT""",
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        summary ANY NOT NULL,
        changes ANY NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
)


def apply(db: Database) -> None:
    """Make the tables of an empty case."""
    for statement in _TABLES:
        db.execute(statement)
