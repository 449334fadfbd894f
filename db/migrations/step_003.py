"""Version 3: how passages are found is set in the case.

Row 1 holds the settings in force, row 2 those that the families were found with: where the two differ, the families
are not up to date. All families of before were found with what are the defaults from now on.
"""

from sqlite_utils import Database

_TABLE = """CREATE TABLE settings (
        id INTEGER PRIMARY KEY CHECK (id IN (1, 2)),
        sensitivity TEXT NOT NULL CHECK (sensitivity IN ('careful', 'balanced', 'sensitive')),
        shortest INTEGER NOT NULL CHECK (shortest > 0),
        boilerplate INTEGER NOT NULL CHECK (boilerplate IN (0, 1)),
        same_outlet INTEGER NOT NULL CHECK (same_outlet IN (0, 1)),
        days INTEGER CHECK (days >= 0)
    ) STRICT"""


def apply(db: Database) -> None:
    """Make the table of settings and put the defaults in."""
    db.execute(_TABLE)
    for number in (1, 2):
        db.execute("INSERT INTO settings VALUES (?, 'balanced', 6, 1, 1, NULL)", [number])
