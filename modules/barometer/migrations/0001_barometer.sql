-- A satisfaction barometer of a démarche: its protocol comes in versions, its waves each follow one.
CREATE TABLE barometer (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    slug       TEXT NOT NULL UNIQUE,
    title      TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX barometer_initiative ON barometer (initiative);

-- What is asked, of whom, and how it will be read. Frozen before collection; a change afterwards is a new version.
CREATE TABLE barometer_protocol (
    id         ID PRIMARY KEY,
    barometer  ID NOT NULL REFERENCES barometer (id),
    number     INTEGER NOT NULL,
    document   TEXT NOT NULL,
    -- SHA-256 of the frozen document, so that anyone can check that the published figures follow it.
    sha256     TEXT,
    -- What breaks the series, in words; empty for the first version and for a change that breaks nothing.
    break_note TEXT NOT NULL,
    -- Items whose series starts anew, as a JSON array of question codes.
    broken     TEXT NOT NULL,
    frozen_at  INTEGER,
    version    INTEGER NOT NULL,
    UNIQUE (barometer, number)
) STRICT;

CREATE TABLE barometer_wave (
    id         ID PRIMARY KEY,
    barometer  ID NOT NULL REFERENCES barometer (id),
    protocol   ID NOT NULL REFERENCES barometer_protocol (id),
    number     INTEGER NOT NULL,
    title      TEXT NOT NULL,
    -- Two waves are compared only within the same season.
    season     TEXT NOT NULL CHECK (season IN ('winter', 'spring', 'summer', 'autumn')),
    opens      TEXT NOT NULL,
    closes     TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('prepared', 'open', 'closed', 'published')),
    -- Random for each wave: what is derived from a person's code in one wave says nothing of another.
    salt       TEXT NOT NULL,
    -- Paper sheets are keyed twice by two people before they count.
    double_entry INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    UNIQUE (barometer, number)
) STRICT;

-- What someone answered. No column tells who: the id is random, the day is the Monday of its week, no network address,
-- no account, no invitation is kept with it.
CREATE TABLE barometer_answer (
    id          ID PRIMARY KEY,
    wave        ID NOT NULL REFERENCES barometer_wave (id),
    population  TEXT NOT NULL,
    mode        TEXT NOT NULL CHECK (mode IN ('web', 'qr', 'embedded', 'kiosk', 'paper', 'phone', 'face', 'invited', 'import')),
    place       TEXT,
    week        TEXT NOT NULL,
    complete    INTEGER NOT NULL,
    -- Stays the same from wave to wave for someone of the panel, and means nothing elsewhere.
    respondent  TEXT,
    stratum     TEXT,
    base_weight REAL,
    replies     TEXT NOT NULL,
    -- Hash of the secret the answering device holds, or of the code printed on the sheet: a second sending changes nothing.
    key         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL
) STRICT;
CREATE INDEX barometer_answer_wave ON barometer_answer (wave, population, complete, mode);

-- Who is invited. Whether she answered is known, for reminders; what she answered is not: see barometer_pass.
CREATE TABLE barometer_invitation (
    id         ID PRIMARY KEY,
    wave       ID NOT NULL REFERENCES barometer_wave (id),
    population TEXT NOT NULL,
    stratum    TEXT,
    email      TEXT,
    name       TEXT NOT NULL,
    language   TEXT NOT NULL,
    -- Hash of the part of her link that marks the invitation as used.
    secret     TEXT,
    sent_on    TEXT,
    reminders  INTEGER NOT NULL,
    reminded_on TEXT,
    answered   INTEGER NOT NULL,
    bounced    TEXT,
    UNIQUE (wave, email)
) STRICT;
CREATE INDEX barometer_invitation_secret ON barometer_invitation (secret);

-- The right to answer once, drawn apart from the invitations: nothing stored ties one to the other.
CREATE TABLE barometer_pass (
    hash       TEXT PRIMARY KEY,
    wave       ID NOT NULL REFERENCES barometer_wave (id),
    population TEXT NOT NULL,
    stratum    TEXT
) STRICT;

-- Places where people answer: a poster with its code, a tablet.
CREATE TABLE barometer_point (
    id         ID PRIMARY KEY,
    wave       ID NOT NULL REFERENCES barometer_wave (id),
    kind       TEXT NOT NULL CHECK (kind IN ('poster', 'kiosk', 'embedded')),
    population TEXT NOT NULL,
    service    TEXT,
    place      TEXT,
    title      TEXT NOT NULL,
    -- Part of its address.
    code       TEXT NOT NULL UNIQUE,
    closed     INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX barometer_point_wave ON barometer_point (wave);

-- Sheets printed, each with its own code.
CREATE TABLE barometer_sheet (
    id         ID PRIMARY KEY,
    wave       ID NOT NULL REFERENCES barometer_wave (id),
    population TEXT NOT NULL,
    place      TEXT,
    code       TEXT NOT NULL,
    UNIQUE (wave, code)
) STRICT;

-- A sheet as it was keyed; two that agree make one answer.
CREATE TABLE barometer_entry (
    id         ID PRIMARY KEY,
    sheet      ID NOT NULL REFERENCES barometer_sheet (id),
    round      INTEGER NOT NULL CHECK (round IN (1, 2)),
    replies    TEXT NOT NULL,
    keyed_by   ID REFERENCES person (id),
    at         INTEGER NOT NULL,
    UNIQUE (sheet, round)
) STRICT;

-- A file of answers brought in.
CREATE TABLE barometer_import (
    id          ID PRIMARY KEY,
    wave        ID NOT NULL REFERENCES barometer_wave (id),
    file        ID REFERENCES file (id),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    mapping     TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'done', 'forgotten')),
    read        INTEGER NOT NULL,
    created     INTEGER NOT NULL,
    again       INTEGER NOT NULL,
    refused     INTEGER NOT NULL,
    person      ID REFERENCES person (id),
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX barometer_import_wave ON barometer_import (wave, created_at);

-- What is published of a wave: computed once, suppressed once; every page and file is cut from it.
CREATE TABLE barometer_cube (
    id           ID PRIMARY KEY,
    wave         ID NOT NULL REFERENCES barometer_wave (id),
    document     TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    answers      INTEGER NOT NULL,
    computed_at  INTEGER NOT NULL,
    published_at INTEGER
) STRICT;
CREATE INDEX barometer_cube_wave ON barometer_cube (wave, computed_at);

-- An item that calls for someone: it arrives once, and a person says what becomes of it.
CREATE TABLE barometer_signal (
    id         ID PRIMARY KEY,
    wave       ID NOT NULL REFERENCES barometer_wave (id),
    kind       TEXT NOT NULL CHECK (kind IN ('under_threshold', 'falling', 'bad_run')),
    item       TEXT NOT NULL,
    population TEXT NOT NULL,
    -- Empty but for a run of bad marks at one place.
    place      TEXT NOT NULL,
    evidence   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('raised', 'challenge', 'dismissed')),
    reason     TEXT NOT NULL,
    -- The contribution that carries the challenge into the loop.
    contribution ID REFERENCES contribution (id),
    raised_at  INTEGER NOT NULL,
    handled_by ID REFERENCES person (id),
    handled_at INTEGER,
    UNIQUE (wave, kind, item, population, place)
) STRICT;

-- A service that a metric of the démarche follows: each published wave measures it, and judges the commitments on it.
CREATE TABLE barometer_followed (
    metric     ID PRIMARY KEY REFERENCES metric (id),
    barometer  ID NOT NULL REFERENCES barometer (id),
    population TEXT NOT NULL,
    item       TEXT NOT NULL,
    UNIQUE (barometer, population, item)
) STRICT;
