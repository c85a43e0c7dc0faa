-- A person may exist without an account (paper, street).
CREATE TABLE person (
    id         ID PRIMARY KEY,
    name       TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    erased_at  INTEGER
) STRICT;

CREATE TABLE account (
    id            ID PRIMARY KEY,
    person        ID NOT NULL UNIQUE REFERENCES person (id),
    email         TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    language      TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    disabled_at   INTEGER
) STRICT;

-- Only the hash of the cookie is kept: reading the table opens no session.
CREATE TABLE session (
    id           ID PRIMARY KEY,
    account      ID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    secret_hash  TEXT NOT NULL UNIQUE,
    device       TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    seen_at      INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account);

CREATE TABLE login_link (
    secret_hash TEXT PRIMARY KEY,
    email       TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    used_at     INTEGER
) STRICT;

-- A role on a scope for a period. No row, no right.
CREATE TABLE role_grant (
    id         ID PRIMARY KEY,
    person     ID NOT NULL REFERENCES person (id),
    role       TEXT NOT NULL,
    scope_kind TEXT NOT NULL CHECK (scope_kind IN ('instance', 'initiative', 'organisation')),
    scope      ID,
    from_at    INTEGER NOT NULL,
    to_at      INTEGER,
    granted_by ID
) STRICT;
CREATE INDEX role_grant_person ON role_grant (person);

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
