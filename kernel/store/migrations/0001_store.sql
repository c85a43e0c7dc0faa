-- Append-only: one line per thing that happened. Ids and codes only, no personal text.
CREATE TABLE journal (
    seq          INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    actor        ID,
    role         TEXT,
    kind         TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      ID NOT NULL,
    initiative   ID,
    details      TEXT NOT NULL,
    previous     TEXT NOT NULL,
    hash         TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX journal_subject ON journal (subject, seq);
CREATE INDEX journal_actor ON journal (actor, seq);

-- The last line, so that cutting the journal's tail shows.
CREATE TABLE journal_head (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    seq  INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO journal_head (one, seq, hash) VALUES (1, 0, '');

CREATE TABLE job (
    id         ID PRIMARY KEY,
    kind       TEXT NOT NULL,
    payload    TEXT NOT NULL,
    unique_key TEXT UNIQUE,
    state      TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    attempts   INTEGER NOT NULL,
    run_at     INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    last_error TEXT
) STRICT;
CREATE INDEX job_due ON job (state, run_at);

CREATE TABLE file (
    id           ID PRIMARY KEY,
    sha256       TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size         INTEGER NOT NULL,
    width        INTEGER,
    height       INTEGER,
    content      BLOB NOT NULL,
    created_at   INTEGER NOT NULL
) STRICT;
