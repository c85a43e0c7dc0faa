-- Groups of voters, points of projects, stubs of sheets, counts under way, the key that signs them.

-- What a voter chose to say of herself, on line; a pair that fewer than five gave is forgotten when the ballot closes.
ALTER TABLE budget_ballot ADD COLUMN age TEXT;
ALTER TABLE budget_ballot ADD COLUMN zone TEXT;

-- Where a project is, in millionths of a degree (WGS 84).
ALTER TABLE budget_project ADD COLUMN latitude INTEGER;
ALTER TABLE budget_project ADD COLUMN longitude INTEGER;

-- Hash of the code of the stub that the voter tears off.
ALTER TABLE budget_sheet ADD COLUMN receipt TEXT;
CREATE UNIQUE INDEX budget_sheet_receipt ON budget_sheet (receipt);

-- The Ed25519 signature of the transcript, as JSON; empty for a count made before there was a key.
ALTER TABLE budget_count ADD COLUMN signature TEXT NOT NULL DEFAULT '';

-- The count asked for last, one for a budget: how far it is.
CREATE TABLE budget_run (
    budget   ID PRIMARY KEY REFERENCES budget (id),
    id       ID NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    -- The step under way, from 1; 0 as long as it waits.
    step     INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    -- Code of what stopped it; empty otherwise.
    problem  TEXT NOT NULL,
    person   ID REFERENCES person (id),
    asked_at INTEGER NOT NULL
) STRICT;

-- The key of this site: it signs every transcript.
CREATE TABLE budget_key (
    site       INTEGER PRIMARY KEY CHECK (site = 1),
    seed       TEXT NOT NULL,
    public_key TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
