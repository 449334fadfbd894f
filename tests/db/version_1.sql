-- A case of version 1 of the file format, as that version wrote it. Never change this file.
PRAGMA application_id = 1447121485;
BEGIN;
CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        name ANY NOT NULL,
        origin ANY NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        imported TEXT NOT NULL
    ) STRICT;
CREATE TABLE contents (
        source_id INTEGER PRIMARY KEY REFERENCES sources(id),
        size INTEGER NOT NULL,
        content BLOB NOT NULL,
        text ANY NOT NULL,
        offsets BLOB NOT NULL
    ) STRICT;
CREATE TABLE articles (
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
    ) STRICT;
CREATE INDEX articles_by_source ON articles (source_id, start);
CREATE TABLE families (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        boilerplate INTEGER NOT NULL
    ) STRICT;
CREATE TABLE witnesses (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        family_id INTEGER NOT NULL REFERENCES families(id) ON DELETE CASCADE,
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start)
    ) STRICT;
CREATE INDEX witnesses_by_family ON witnesses (family_id);
CREATE TABLE alignment (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        articles INTEGER NOT NULL
    ) STRICT;
CREATE TABLE codes (
        id TEXT PRIMARY KEY,
        name ANY NOT NULL,
        colour TEXT NOT NULL,
        digit INTEGER NOT NULL CHECK (digit BETWEEN -1 AND 9),
        description ANY NOT NULL
    ) STRICT;
CREATE TABLE tags (
        id TEXT PRIMARY KEY,
        code_id TEXT NOT NULL REFERENCES codes(id) DEFERRABLE INITIALLY DEFERRED,
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        base_article_id INTEGER REFERENCES articles(id),
        base_start INTEGER,
        base_end INTEGER,
        created TEXT NOT NULL
    ) STRICT;
CREATE INDEX tags_by_code ON tags (code_id);
CREATE TABLE notes (
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        base_article_id INTEGER REFERENCES articles(id),
        base_start INTEGER,
        base_end INTEGER,
        text ANY NOT NULL,
        changed TEXT NOT NULL
    ) STRICT;
CREATE UNIQUE INDEX notes_by_target ON notes (
        article_id, start, end, coalesce(base_article_id, -1), coalesce(base_start, -1), coalesce(base_end, -1)
    );
CREATE TABLE base_choices (
        article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        PRIMARY KEY (article_id, start, end)
    ) STRICT;
CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        summary ANY NOT NULL,
        changes ANY NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
CREATE TABLE "_sqlite_migrations" ("id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT, "applied_at" TEXT);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name" ON "_sqlite_migrations" ("migration_set", "name");
INSERT INTO _sqlite_migrations VALUES (1, 'variorum', '001', '2026-03-04 12:00:00.000000+00:00');
INSERT INTO sources VALUES (1, 'bridge.txt', '/articles/bridge.txt', '67247421e816547b1b598203a5a9c493e3e727f14ce8bd6f5b5706b4391a3781',
    'text/plain', 'utf-8', '2026-03-04T12:00:00.000005+00:00');
INSERT INTO contents VALUES (1, 90,
    x'789c732aca4c494f5548cec92f4e4de10ac94855c8482c4aca2f2d524882c89467e6e42824c1542894e69564e628f82656ea28940015e72656e61729142766a6e871050375a60245338b150a12d35301b7c21ff5',
    'Bridge closed
The harbour bridge will be closed until May, the mayor said.
Share this page',
    x'789c8b8e36d0b134d00111b1b10015f40327');
INSERT INTO articles VALUES (1, 1, 0, 90, 'Bridge closed', 'Harbour Post', '', 'Ann Lee', '2026-03-04', 'day', '4 March 2026',
    'https://harbour.example/bridge', 'en', '[["headline",0,13],["body",14,70]]');
INSERT INTO families VALUES (1, 0);
INSERT INTO witnesses VALUES (1, 1, 1, 14, 70), (2, 1, 1, 71, 86);
INSERT INTO alignment VALUES (1, 1);
INSERT INTO codes VALUES ('figure', 'Figure changed', '#cc6677', 1, 'A number differs.');
INSERT INTO tags VALUES ('t1', 'figure', 1, 18, 32, 1, 71, 76, '2026-03-04T12:00:00.000005+00:00');
INSERT INTO notes VALUES (1, 18, 32, NULL, NULL, NULL, x'57686f003f', '2026-03-04T12:00:00.000005+00:00');
INSERT INTO base_choices VALUES (1, 14, 70);
INSERT INTO history VALUES (1, '2026-03-04T12:00:01.000000+00:00', 'Tag',
    '[[null,{"kind":"tag","id":"t1","code_id":"figure","created":"2026-03-04T12:00:00.000005+00:00","article_id":1,"start":18,"end":32,"base_article_id":1,"base_start":71,"base_end":76}]]', 0);
INSERT INTO history VALUES (2, '2026-03-04T12:00:02.000000+00:00', 'Note',
    '[[null,{"kind":"base choice","article_id":1,"start":0,"end":13}]]', 1);
PRAGMA user_version = 1;
COMMIT;
PRAGMA journal_mode = WAL;
