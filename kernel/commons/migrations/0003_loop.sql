-- Ways of acting, side by side: an option rests on contributions and themes by links.
CREATE TABLE option (
    id          ID PRIMARY KEY,
    initiative  ID NOT NULL REFERENCES initiative (id),
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    cost        TEXT NOT NULL,
    cost_euros  INTEGER CHECK (cost_euros >= 0),
    delay       TEXT NOT NULL,
    delay_days  INTEGER CHECK (delay_days >= 0),
    staff       TEXT NOT NULL,
    -- One per line.
    advantages  TEXT NOT NULL,
    limits      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    UNIQUE (initiative, title)
) STRICT;

-- What is measured, and which change would matter.
CREATE TABLE metric (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    title      TEXT NOT NULL,
    unit       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('proportion', 'mean')),
    aim        TEXT NOT NULL CHECK (aim IN ('up', 'down')),
    margin     REAL NOT NULL CHECK (margin >= 0),
    min_n      INTEGER NOT NULL CHECK (min_n >= 1),
    method     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    UNIQUE (initiative, title)
) STRICT;

-- A value with its n, period and source. A correction is a new row of the same series; the old value stays.
CREATE TABLE measure (
    id           ID PRIMARY KEY,
    metric       ID NOT NULL REFERENCES metric (id),
    series       ID NOT NULL,
    version      INTEGER NOT NULL,
    label        TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end   TEXT NOT NULL CHECK (period_end >= period_start),
    n            INTEGER NOT NULL CHECK (n >= 1),
    successes    INTEGER CHECK (successes >= 0 AND successes <= n),
    mean         REAL,
    sd           REAL CHECK (sd >= 0),
    source       TEXT NOT NULL,
    method       TEXT NOT NULL,
    -- Why the earlier value was wrong; empty for the first one.
    reason       TEXT NOT NULL,
    person       ID,
    role         TEXT NOT NULL,
    at           INTEGER NOT NULL,
    UNIQUE (series, version),
    UNIQUE (metric, label, period_start, period_end, version),
    CHECK ((successes IS NULL) <> (mean IS NULL) AND (mean IS NULL) = (sd IS NULL))
) STRICT;
CREATE INDEX measure_metric ON measure (metric, period_start);

-- A trial in its simplest form; the full one comes with the lab.
CREATE TABLE experiment (
    id              ID PRIMARY KEY,
    initiative      ID NOT NULL REFERENCES initiative (id),
    title           TEXT NOT NULL,
    hypothesis      TEXT NOT NULL,
    metric          ID NOT NULL REFERENCES metric (id),
    aim             TEXT NOT NULL CHECK (aim IN ('up', 'down')),
    threshold       REAL NOT NULL,
    min_n           INTEGER NOT NULL CHECK (min_n >= 1),
    verdict_rule    TEXT NOT NULL,
    start_day       TEXT NOT NULL,
    end_day         TEXT NOT NULL CHECK (end_day >= start_day),
    place           TEXT NOT NULL,
    touches_work    INTEGER NOT NULL,
    user_metric     ID REFERENCES metric (id),
    agent_metric    ID REFERENCES metric (id),
    authorised_by   ID,
    authorised_role TEXT,
    authorised_at   INTEGER,
    created_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    UNIQUE (initiative, title)
) STRICT;

-- What was observed; a correction is a new version, the old one stays.
CREATE TABLE experiment_result (
    experiment ID NOT NULL REFERENCES experiment (id),
    version    INTEGER NOT NULL,
    n          INTEGER NOT NULL CHECK (n >= 1),
    successes  INTEGER CHECK (successes >= 0 AND successes <= n),
    mean       REAL,
    sd         REAL CHECK (sd >= 0),
    text       TEXT NOT NULL,
    reason     TEXT NOT NULL,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (experiment, version),
    CHECK ((successes IS NULL) <> (mean IS NULL) AND (mean IS NULL) = (sd IS NULL))
) STRICT;

-- What a body of representatives was told, was asked or debated (CGFP L253-5, décret 2021-571). Never retouched.
CREATE TABLE consultation (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    kind       TEXT NOT NULL CHECK (kind IN ('information', 'opinion', 'debate')),
    body       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    sent_day   TEXT NOT NULL,
    met_day    TEXT NOT NULL CHECK (met_day >= sent_day),
    opinion    TEXT CHECK (opinion IN ('favourable', 'unfavourable')),
    unanimous  INTEGER,
    text       TEXT NOT NULL,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (initiative, kind, body, subject)
) STRICT;

CREATE TABLE consultation_vote (
    consultation ID NOT NULL REFERENCES consultation (id),
    organisation ID NOT NULL REFERENCES organisation (id),
    in_favour    INTEGER NOT NULL CHECK (in_favour >= 0),
    against      INTEGER NOT NULL CHECK (against >= 0),
    abstained    INTEGER NOT NULL CHECK (abstained >= 0),
    PRIMARY KEY (consultation, organisation)
) STRICT;

-- Immutable once published; a correction is a new row that replaces it.
CREATE TABLE decision (
    id                   ID PRIMARY KEY,
    initiative           ID NOT NULL REFERENCES initiative (id),
    -- The first version: commitments and versions meet there.
    root                 ID NOT NULL,
    revision             INTEGER NOT NULL,
    replaces             ID UNIQUE REFERENCES decision (id),
    correction           TEXT NOT NULL,
    title                TEXT NOT NULL,
    question             TEXT NOT NULL,
    choice               TEXT NOT NULL,
    reasons              TEXT NOT NULL,
    departs_from_verdict TEXT NOT NULL,
    organisation         ID NOT NULL REFERENCES organisation (id),
    legal_base           TEXT NOT NULL,
    cost                 TEXT NOT NULL,
    cost_euros           INTEGER CHECK (cost_euros >= 0),
    review_day           TEXT NOT NULL,
    state                TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    decider              ID,
    decider_role         TEXT,
    decided_on           TEXT,
    published_at         INTEGER,
    created_at           INTEGER NOT NULL,
    version              INTEGER NOT NULL,
    UNIQUE (root, revision),
    CHECK (state = 'draft' OR (decider_role IS NOT NULL AND decided_on IS NOT NULL AND published_at IS NOT NULL))
) STRICT;
CREATE INDEX decision_initiative ON decision (initiative, state);

-- Those who do not agree, in their words.
CREATE TABLE decision_dissent (
    decision     ID NOT NULL REFERENCES decision (id),
    position     INTEGER NOT NULL,
    person       ID REFERENCES person (id),
    organisation ID REFERENCES organisation (id),
    text         TEXT NOT NULL,
    PRIMARY KEY (decision, position)
) STRICT;

CREATE TABLE commitment (
    id              ID PRIMARY KEY,
    initiative      ID NOT NULL REFERENCES initiative (id),
    decision        ID NOT NULL REFERENCES decision (id),
    organisation    ID NOT NULL REFERENCES organisation (id),
    holder          ID NOT NULL REFERENCES person (id),
    role            TEXT NOT NULL,
    text            TEXT NOT NULL,
    metric          ID REFERENCES metric (id),
    expected_change TEXT NOT NULL,
    expected_value  REAL,
    signed_day      TEXT NOT NULL,
    due_day         TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    UNIQUE (decision, organisation, text)
) STRICT;
CREATE INDEX commitment_initiative ON commitment (initiative, due_day);

CREATE TABLE commitment_report (
    id         ID PRIMARY KEY,
    commitment ID NOT NULL REFERENCES commitment (id),
    day        TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('in_progress', 'done')),
    text       TEXT NOT NULL,
    proof      TEXT NOT NULL,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (commitment, day, state, text)
) STRICT;

-- A withdrawn commitment stays visible with its reason.
CREATE TABLE commitment_withdrawal (
    commitment ID PRIMARY KEY REFERENCES commitment (id),
    day        TEXT NOT NULL,
    reason     TEXT NOT NULL,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

-- The two measures a commitment is judged by, named by their series so that a correction is followed. Without an
-- `after`, the latest measure of the metric taken since the signature stands.
CREATE TABLE commitment_comparison (
    commitment ID PRIMARY KEY REFERENCES commitment (id),
    before     ID NOT NULL,
    after      ID,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

-- What is remembered from a commitment or a démarche, in one or two sentences.
CREATE TABLE learning (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL REFERENCES initiative (id),
    commitment ID REFERENCES commitment (id),
    text       TEXT NOT NULL,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (initiative, text)
) STRICT;

-- Who closed a démarche, and why no decision was taken when none was.
CREATE TABLE closing (
    initiative         ID PRIMARY KEY REFERENCES initiative (id),
    no_decision_reason TEXT NOT NULL,
    person             ID,
    role               TEXT NOT NULL,
    at                 INTEGER NOT NULL
) STRICT;
