-- Seats kept for those the facilitator invites by name, among the seats of the meeting.
ALTER TABLE meeting ADD COLUMN guest_seats INTEGER NOT NULL DEFAULT 0 CHECK (guest_seats >= 0);
-- Where on a map (WGS 84), when it was pointed at.
ALTER TABLE meeting ADD COLUMN latitude REAL;
ALTER TABLE meeting ADD COLUMN longitude REAL;
-- When it was last said: calendars date what they hold by it (DTSTAMP of RFC 5545, 3.8.7.2).
ALTER TABLE meeting ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
UPDATE meeting SET changed_at = created_at;

-- She was invited by name: her seat is one of those kept.
ALTER TABLE meeting_sign_up ADD COLUMN invited INTEGER NOT NULL DEFAULT 0 CHECK (invited IN (0, 1));

-- A table of a meeting: who held the pen there, and the photograph of its sheet, which only the team sees.
CREATE TABLE meeting_table (
    meeting     ID NOT NULL REFERENCES meeting (id),
    label       TEXT NOT NULL,
    facilitator TEXT NOT NULL,
    photo       ID REFERENCES file (id),
    PRIMARY KEY (meeting, label)
) STRICT;
INSERT INTO meeting_table (meeting, label, facilitator)
    SELECT meeting, table_label, MAX(facilitator) FROM meeting_note GROUP BY meeting, table_label;

-- What someone said at a table, as it was written down; read again before it becomes a contribution, or stays a note.
CREATE TABLE meeting_said (
    id               ID PRIMARY KEY,
    meeting          ID NOT NULL REFERENCES meeting (id),
    table_label      TEXT NOT NULL,
    text             TEXT NOT NULL,
    capacity         TEXT NOT NULL CHECK (capacity IN ('inhabitant', 'user', 'association', 'agent', 'union', 'elected')),
    -- On the stub its author keeps; the contribution it becomes takes it over.
    code             TEXT NOT NULL UNIQUE,
    -- The same form sent twice is one note.
    submission       TEXT NOT NULL UNIQUE,
    transcriber      ID REFERENCES person (id),
    transcriber_role TEXT NOT NULL,
    noted_at         INTEGER NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('to_check', 'kept', 'proposed')),
    checker          ID REFERENCES person (id),
    checker_role     TEXT NOT NULL,
    checked_at       INTEGER,
    contribution     ID UNIQUE REFERENCES contribution (id),
    version          INTEGER NOT NULL,
    FOREIGN KEY (meeting, table_label) REFERENCES meeting_table (meeting, label)
) STRICT;
CREATE INDEX meeting_said_meeting ON meeting_said (meeting, table_label, noted_at);
INSERT INTO meeting_said (id, meeting, table_label, text, capacity, code, submission, transcriber, transcriber_role, noted_at,
    state, checker_role, checked_at, contribution, version)
    SELECT n.contribution, n.meeting, n.table_label, c.text, c.capacity, k.code, c.submission, c.keyed_by, '', c.created_at,
    'proposed', '', c.created_at, n.contribution, 1
    FROM meeting_note n JOIN contribution c ON c.id = n.contribution JOIN contribution_contact k ON k.contribution = c.id;
DROP TABLE meeting_note;
