-- What the authority does there: a sheet for an object of the map.
CREATE TABLE mapping_project (
    object  ID PRIMARY KEY REFERENCES mapping_object (id),
    stage   TEXT NOT NULL CHECK (stage IN ('idea', 'study', 'voted', 'works', 'done', 'stopped')),
    owner   TEXT NOT NULL,
    -- What it carries out of a charter, in words.
    actions TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- Cents. What is spent was committed, what is committed was voted.
CREATE TABLE mapping_budget_line (
    id           ID PRIMARY KEY,
    object       ID NOT NULL REFERENCES mapping_project (object),
    label        TEXT NOT NULL,
    voted        INTEGER NOT NULL CHECK (voted >= 0),
    committed    INTEGER NOT NULL CHECK (committed BETWEEN 0 AND voted),
    spent        INTEGER NOT NULL CHECK (spent BETWEEN 0 AND committed),
    deliberation TEXT NOT NULL
) STRICT;
CREATE INDEX mapping_budget_line_object ON mapping_budget_line (object);

-- How far it went, and when.
CREATE TABLE mapping_project_step (
    id     ID PRIMARY KEY,
    object ID NOT NULL REFERENCES mapping_project (object),
    stage  TEXT NOT NULL,
    text   TEXT NOT NULL,
    day    TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX mapping_project_step_object ON mapping_project_step (object, day);

CREATE TABLE mapping_project_photo (
    file   ID PRIMARY KEY REFERENCES file (id),
    object ID NOT NULL REFERENCES mapping_project (object),
    moment TEXT NOT NULL CHECK (moment IN ('before', 'after')),
    alt    TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX mapping_project_photo_object ON mapping_project_photo (object, at);

-- Who is told of each step.
CREATE TABLE mapping_follower (
    object ID NOT NULL REFERENCES mapping_project (object),
    person ID NOT NULL REFERENCES person (id),
    at     INTEGER NOT NULL,
    PRIMARY KEY (object, person)
) STRICT;
CREATE INDEX mapping_follower_person ON mapping_follower (person);
