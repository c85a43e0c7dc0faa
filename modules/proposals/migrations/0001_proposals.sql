-- What people write beside a contribution. Withdrawn and hidden ones keep their place, so that replies still make sense.
CREATE TABLE proposals_comment (
    id           ID PRIMARY KEY,
    contribution ID NOT NULL REFERENCES contribution (id),
    reply_to     ID REFERENCES proposals_comment (id),
    -- Emptied when the person is erased.
    person       ID REFERENCES person (id),
    alignment    TEXT NOT NULL CHECK (alignment IN ('for', 'against', 'neutral')),
    text         TEXT NOT NULL,
    submission   TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('published', 'withdrawn', 'hidden')),
    ground       TEXT,
    reason       TEXT,
    created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX proposals_comment_contribution ON proposals_comment (contribution, created_at);
CREATE INDEX proposals_comment_person ON proposals_comment (person);

-- One person, one contribution, one support: the key says it.
CREATE TABLE proposals_support (
    contribution ID NOT NULL REFERENCES contribution (id),
    person       ID NOT NULL REFERENCES person (id),
    at           INTEGER NOT NULL,
    PRIMARY KEY (contribution, person)
) STRICT;
CREATE INDEX proposals_support_person ON proposals_support (person);

-- Supports counted by an agent on paper or by a show of hands: people without an account count too, marked as such.
CREATE TABLE proposals_gathered (
    id           ID PRIMARY KEY,
    contribution ID NOT NULL REFERENCES contribution (id),
    channel      TEXT NOT NULL CHECK (channel IN ('paper', 'oral', 'outing', 'kiosk')),
    count        INTEGER NOT NULL CHECK (count BETWEEN 1 AND 10000),
    counted_on   TEXT NOT NULL,
    keyed_by     ID REFERENCES person (id),
    submission   TEXT NOT NULL UNIQUE,
    at           INTEGER NOT NULL
) STRICT;
CREATE INDEX proposals_gathered_contribution ON proposals_gathered (contribution);

-- Who prepares the answer. A theme that is assigned assigns its contributions, present and to come; a contribution
-- assigned by itself follows its own line.
CREATE TABLE proposals_assignment (
    id           ID PRIMARY KEY,
    contribution ID UNIQUE REFERENCES contribution (id),
    theme        ID UNIQUE,
    unit         ID REFERENCES unit (id),
    assignee     ID REFERENCES person (id),
    -- Empty: the day promised to each author.
    due_day      TEXT,
    -- Between colleagues, never published.
    note         TEXT NOT NULL,
    assigned_by  ID REFERENCES person (id),
    assigned_at  INTEGER NOT NULL,
    -- Given back to the facilitators; an answer ends the work by itself.
    done_at      INTEGER,
    CHECK ((contribution IS NULL) <> (theme IS NULL)),
    CHECK (unit IS NOT NULL OR assignee IS NOT NULL)
) STRICT;
CREATE INDEX proposals_assignment_unit ON proposals_assignment (unit);
CREATE INDEX proposals_assignment_assignee ON proposals_assignment (assignee);

-- A file brought in. Its content is forgotten when it has been imported, or after a day.
CREATE TABLE proposals_import (
    id          ID PRIMARY KEY,
    initiative  ID NOT NULL REFERENCES initiative (id),
    file        ID REFERENCES file (id),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    mapping     TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'running', 'done', 'failed', 'forgotten')),
    read        INTEGER NOT NULL,
    created     INTEGER NOT NULL,
    again       INTEGER NOT NULL,
    refused     INTEGER NOT NULL,
    person      ID REFERENCES person (id),
    created_at  INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX proposals_import_initiative ON proposals_import (initiative, created_at);

-- A photograph sent before the last screen of the form: it waits there for a day at most.
CREATE TABLE proposals_pending_photo (
    file       ID PRIMARY KEY REFERENCES file (id),
    created_at INTEGER NOT NULL
) STRICT;
