"""What the engine knows of the articles, as blobs: kept in the case, given back, replaced."""

from sqlite_utils import Database

from workbench.ports import Remembered


def kept(db: Database) -> Remembered | None:
    """What is kept; `None` when there is nothing."""
    found = db.execute("SELECT key, content FROM known").fetchone()
    if not found:
        return None
    rows = db.execute("SELECT article_id, content FROM known_articles ORDER BY article_id").fetchall()
    return Remembered(found[0], dict(rows), found[1])


def keep(db: Database, remembered: Remembered | None) -> None:
    """Put it in the place of what was kept before; the rows of articles that are there already stay as they are."""
    before = db.execute("SELECT key FROM known").fetchone()
    if remembered is None or before is None or before[0] != remembered.key:
        db.execute("DELETE FROM known_articles")
    db.execute("DELETE FROM known")
    if remembered is None:
        return
    db.execute("INSERT INTO known VALUES (1, ?, ?)", [remembered.key, remembered.content])
    there = {article_id for (article_id,) in db.execute("SELECT article_id FROM known_articles")}
    new = [(article_id, row) for article_id, row in remembered.rows.items() if article_id not in there]
    db.conn.executemany("INSERT INTO known_articles VALUES (?, ?)", new)
