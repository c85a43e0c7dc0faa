CREATE TABLE initiative (
    id                ID PRIMARY KEY,
    slug              TEXT NOT NULL UNIQUE,
    title             TEXT NOT NULL,
    title_en          TEXT NOT NULL,
    purpose           TEXT NOT NULL,
    purpose_en        TEXT NOT NULL,
    sponsor           TEXT NOT NULL,
    promise_level     TEXT NOT NULL CHECK (promise_level IN ('inform', 'consult', 'concert', 'co_build', 'co_decide')),
    promise           TEXT NOT NULL,
    who_decides       TEXT NOT NULL,
    who_answers       TEXT NOT NULL,
    answer_delay_days INTEGER NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    next_day          TEXT,
    next_text         TEXT NOT NULL,
    closing_text      TEXT NOT NULL,
    opened_at         INTEGER,
    closed_at         INTEGER,
    -- Last number given to a contribution: taking the next one makes concurrent senders wait in line.
    last_number       INTEGER NOT NULL DEFAULT 0,
    created_at        INTEGER NOT NULL,
    version           INTEGER NOT NULL
) STRICT;

-- What is open to discussion, and what is not, with the reason.
CREATE TABLE scope_question (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    open       INTEGER NOT NULL,
    question   TEXT NOT NULL,
    reason     TEXT NOT NULL,
    position   INTEGER NOT NULL
) STRICT;
CREATE INDEX scope_question_initiative ON scope_question (initiative, position);

CREATE TABLE phase (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    step       TEXT NOT NULL CHECK (step IN ('hear', 'understand', 'design', 'try', 'decide', 'commit', 'measure')),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    start_day  TEXT NOT NULL,
    end_day    TEXT NOT NULL,
    UNIQUE (initiative, step)
) STRICT;

CREATE TABLE initiative_area (
    initiative ID NOT NULL REFERENCES initiative (id),
    area       ID NOT NULL REFERENCES area (id),
    PRIMARY KEY (initiative, area)
) STRICT;

CREATE TABLE initiative_organisation (
    initiative   ID NOT NULL REFERENCES initiative (id),
    organisation ID NOT NULL REFERENCES organisation (id),
    part         TEXT NOT NULL,
    PRIMARY KEY (initiative, organisation)
) STRICT;

-- A module switched on inside a démarche.
CREATE TABLE component (
    initiative ID NOT NULL REFERENCES initiative (id),
    module     TEXT NOT NULL,
    PRIMARY KEY (initiative, module)
) STRICT;

CREATE TABLE theme (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    title      TEXT NOT NULL,
    summary    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    UNIQUE (initiative, title)
) STRICT;

-- What someone said.
CREATE TABLE contribution (
    id           ID PRIMARY KEY,
    initiative   ID NOT NULL REFERENCES initiative (id),
    -- Number within the démarche: people quote it.
    number       INTEGER NOT NULL,
    title        TEXT NOT NULL,
    text         TEXT NOT NULL,
    channel      TEXT NOT NULL CHECK (channel IN ('web', 'paper', 'oral', 'outing', 'kiosk', 'import')),
    capacity     TEXT NOT NULL CHECK (capacity IN ('inhabitant', 'user', 'association', 'agent', 'union', 'elected')),
    person       ID REFERENCES person (id),
    organisation ID REFERENCES organisation (id),
    area         ID REFERENCES area (id),
    place        TEXT NOT NULL,
    latitude     REAL,
    longitude    REAL,
    photo        ID REFERENCES file (id),
    photo_alt    TEXT NOT NULL,
    keyed_by     ID REFERENCES person (id),
    -- The same form sent twice, or the same line of a file imported twice, is one contribution.
    submission   TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('published', 'hidden')),
    merged_into  ID REFERENCES contribution (id),
    theme        ID REFERENCES theme (id),
    said_on      TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    UNIQUE (initiative, number)
) STRICT;
-- A list without filter reads its twenty lines from here and stops.
CREATE INDEX contribution_list ON contribution (initiative, state, merged_into, created_at, number);
CREATE INDEX contribution_theme ON contribution (theme, state);
CREATE INDEX contribution_person ON contribution (person);
CREATE INDEX contribution_merged ON contribution (merged_into);

-- How its author is told, kept apart so that erasing her keeps what she said. The code is a capability.
CREATE TABLE contribution_contact (
    contribution ID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    code         TEXT NOT NULL UNIQUE,
    email        TEXT,
    language     TEXT NOT NULL,
    told_on_paper_at INTEGER
) STRICT;

CREATE TABLE moderation (
    id           ID PRIMARY KEY,
    contribution ID NOT NULL REFERENCES contribution (id),
    decision     TEXT NOT NULL CHECK (decision IN ('hide', 'publish')),
    ground       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    person       ID,
    at           INTEGER NOT NULL
) STRICT;
CREATE INDEX moderation_contribution ON moderation (contribution, at);

-- The authority's reasoned answer. The latest one stands; the others stay readable.
CREATE TABLE answer (
    id           ID PRIMARY KEY,
    contribution ID NOT NULL REFERENCES contribution (id),
    initiative   ID NOT NULL REFERENCES initiative (id),
    status       TEXT NOT NULL CHECK (status IN ('retained', 'partly_retained', 'set_aside', 'out_of_scope', 'under_study')),
    reason       TEXT NOT NULL,
    person       ID,
    role         TEXT NOT NULL,
    at           INTEGER NOT NULL,
    current      INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_contribution ON answer (contribution, current);
CREATE INDEX answer_initiative ON answer (initiative, current, status);

-- A typed, dated arrow of the loop between any two records.
CREATE TABLE link (
    kind      TEXT NOT NULL CHECK (kind IN ('rests_on', 'answers', 'chooses', 'examines', 'tests', 'carries_out', 'measured_by', 'addresses', 'reuses', 'replaces')),
    from_kind TEXT NOT NULL,
    from_id   ID NOT NULL,
    to_kind   TEXT NOT NULL,
    to_id     ID NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (from_id, kind, to_id)
) STRICT;
CREATE INDEX link_to ON link (to_id, kind);
