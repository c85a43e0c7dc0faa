-- Where people meet, for one démarche: announced, held or cancelled.
CREATE TABLE meeting (
    id            ID PRIMARY KEY,
    initiative    ID NOT NULL REFERENCES initiative (id),
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('public_meeting', 'workshop', 'outing', 'stand', 'worksite', 'other')),
    agenda        TEXT NOT NULL,
    place         TEXT NOT NULL,
    area          ID REFERENCES area (id),
    starts_at     INTEGER NOT NULL,
    ends_at       INTEGER NOT NULL CHECK (ends_at > starts_at),
    -- Seats; none counted when 0.
    capacity      INTEGER NOT NULL CHECK (capacity >= 0),
    state         TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'held', 'cancelled')),
    -- Why it was cancelled; empty otherwise.
    reason        TEXT NOT NULL,
    -- Last place in the line: taking the next one makes those who sign up at the same instant wait for each other.
    last_position INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_initiative ON meeting (initiative, starts_at);
CREATE INDEX meeting_days ON meeting (state, starts_at);

-- Who wishes to come. The code is a capability; the rest is forgotten some months after the meeting.
CREATE TABLE meeting_sign_up (
    id         ID PRIMARY KEY,
    meeting    ID NOT NULL REFERENCES meeting (id),
    -- In the order they came.
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    email      TEXT,
    phone      TEXT,
    capacity   TEXT NOT NULL CHECK (capacity IN ('inhabitant', 'user', 'association', 'agent', 'union', 'elected')),
    person     ID REFERENCES person (id),
    code       TEXT NOT NULL UNIQUE,
    language   TEXT NOT NULL,
    -- The same form sent twice is one seat.
    submission TEXT NOT NULL UNIQUE,
    state      TEXT NOT NULL CHECK (state IN ('confirmed', 'waiting', 'cancelled')),
    present_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (meeting, position)
) STRICT;
CREATE INDEX meeting_sign_up_line ON meeting_sign_up (meeting, state, position);
CREATE INDEX meeting_sign_up_email ON meeting_sign_up (email);
CREATE INDEX meeting_sign_up_person ON meeting_sign_up (person);

-- Those who came without signing up: counted, never named.
CREATE TABLE meeting_walk_in (
    meeting  ID NOT NULL REFERENCES meeting (id),
    capacity TEXT NOT NULL CHECK (capacity IN ('inhabitant', 'user', 'association', 'agent', 'union', 'elected')),
    n        INTEGER NOT NULL CHECK (n >= 0),
    PRIMARY KEY (meeting, capacity)
) STRICT;

-- Where a contribution was noted: at which table, by whom. The arrow to the meeting is a link.
CREATE TABLE meeting_note (
    contribution ID PRIMARY KEY REFERENCES contribution (id),
    meeting      ID NOT NULL REFERENCES meeting (id),
    table_label  TEXT NOT NULL,
    facilitator  TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_note_meeting ON meeting_note (meeting);

-- What is remembered of it; a correction is a new version, the old one stays.
CREATE TABLE meeting_minutes (
    meeting ID NOT NULL REFERENCES meeting (id),
    version INTEGER NOT NULL,
    text    TEXT NOT NULL,
    -- Why the version before was wrong; empty for the first one.
    reason  TEXT NOT NULL,
    person  ID,
    role    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (meeting, version)
) STRICT;
