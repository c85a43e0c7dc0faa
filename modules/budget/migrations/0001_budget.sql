-- The participatory budget of a démarche, from ideas to realisation.
CREATE TABLE budget (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL UNIQUE REFERENCES initiative (id),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    -- What a project must respect, one sentence a line.
    criteria   TEXT NOT NULL,
    -- How one votes and how votes are counted, as JSON; frozen when the ballot opens.
    settings   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('draft', 'published', 'voting', 'closed', 'counted')),
    -- What makes the hashes of the voter list; destroyed with the first count, after which nobody can test a name any more.
    secret     TEXT,
    created_at INTEGER NOT NULL,
    version    INTEGER NOT NULL
) STRICT;

CREATE TABLE budget_phase (
    budget    ID NOT NULL REFERENCES budget (id),
    step      TEXT NOT NULL CHECK (step IN ('ideas', 'study', 'vote', 'count', 'works')),
    start_day TEXT NOT NULL,
    end_day   TEXT NOT NULL CHECK (end_day >= start_day),
    PRIMARY KEY (budget, step)
) STRICT;

-- What may be spent, by zone or by theme; one alone when the budget is not divided.
CREATE TABLE budget_envelope (
    id       ID PRIMARY KEY,
    budget   ID NOT NULL REFERENCES budget (id),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    -- In cents.
    amount   INTEGER NOT NULL CHECK (amount > 0),
    UNIQUE (budget, name)
) STRICT;

-- What ideas became. The ideas themselves stay contributions of the commons: arrows `rests_on` lead to them.
CREATE TABLE budget_project (
    id          ID PRIMARY KEY,
    budget      ID NOT NULL REFERENCES budget (id),
    -- People quote it, ballots name it.
    number      INTEGER NOT NULL,
    title       TEXT NOT NULL,
    text        TEXT NOT NULL,
    place       TEXT NOT NULL,
    envelope    ID NOT NULL REFERENCES budget_envelope (id),
    state       TEXT NOT NULL CHECK (state IN ('study', 'admissible', 'refused', 'merged', 'withdrawn')),
    -- In cents, once it was studied.
    cost        INTEGER CHECK (cost >= 0),
    delay       TEXT NOT NULL,
    -- Why it is admissible, refused, merged or withdrawn: everyone reads it.
    reason      TEXT NOT NULL,
    merged_into ID REFERENCES budget_project (id),
    unit        ID REFERENCES unit (id),
    due_day     TEXT,
    -- It was on the ballot when it opened.
    voted_on    INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    UNIQUE (budget, number)
) STRICT;

-- Every verdict given; the project holds the latest.
CREATE TABLE budget_verdict (
    id      ID PRIMARY KEY,
    project ID NOT NULL REFERENCES budget_project (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('admissible', 'refused', 'merged', 'withdrawn')),
    cost    INTEGER,
    reason  TEXT NOT NULL,
    person  ID,
    role    TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_verdict_project ON budget_verdict (project, at);

-- Who may vote and who has, by keyed hashes. Nothing here leads to a ballot: no shared id, no instant, no order.
CREATE TABLE budget_voter (
    budget     ID NOT NULL REFERENCES budget (id),
    hash       TEXT NOT NULL,
    -- Hash of the code sent to an address, and the last day it serves.
    code       TEXT,
    code_until TEXT,
    voted      INTEGER NOT NULL,
    channel    TEXT CHECK (channel IN ('online', 'paper')),
    PRIMARY KEY (budget, hash)
) STRICT;
CREATE INDEX budget_voter_voted ON budget_voter (budget, voted, hash);

-- The box. The id is drawn at random and says nothing of when; whose it is, nothing says.
CREATE TABLE budget_ballot (
    id      ID PRIMARY KEY,
    budget  ID NOT NULL REFERENCES budget (id),
    -- {"project number": points, rank or grade}
    marks   TEXT NOT NULL,
    -- Hash of the code that the voter alone holds.
    receipt TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX budget_ballot_budget ON budget_ballot (budget, id);

-- Numbered sheets of the booths, and what was read on them once two readings agreed.
CREATE TABLE budget_sheet (
    id     ID PRIMARY KEY,
    budget ID NOT NULL REFERENCES budget (id),
    number INTEGER NOT NULL,
    state  TEXT NOT NULL CHECK (state IN ('printed', 'counted', 'spoiled')),
    marks  TEXT,
    UNIQUE (budget, number)
) STRICT;

-- A reading of a sheet: two by two people, a third one when they differ.
CREATE TABLE budget_entry (
    sheet    ID NOT NULL REFERENCES budget_sheet (id),
    round    INTEGER NOT NULL CHECK (round IN (1, 2, 3)),
    -- Empty for a spoiled sheet.
    marks    TEXT,
    keyed_by ID REFERENCES person (id),
    at       INTEGER NOT NULL,
    PRIMARY KEY (sheet, round)
) STRICT;
CREATE INDEX budget_entry_keyed_by ON budget_entry (keyed_by);

-- A count, never rewritten: what is wrong with one is said in the next.
CREATE TABLE budget_count (
    id         ID PRIMARY KEY,
    budget     ID NOT NULL REFERENCES budget (id),
    number     INTEGER NOT NULL,
    -- The Pabulib file that was counted, ballots in an order drawn at random, without receipts.
    input      TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    -- What the page shows, as JSON.
    outcome    TEXT NOT NULL,
    transcript TEXT NOT NULL,
    -- Why it differs from the one before, or why strikes and sheets do not add up.
    reason     TEXT NOT NULL,
    person     ID,
    role       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (budget, number)
) STRICT;

-- What becomes of a project that won.
CREATE TABLE budget_stage (
    id      ID PRIMARY KEY,
    project ID NOT NULL REFERENCES budget_project (id),
    stage   TEXT NOT NULL CHECK (stage IN ('planned', 'designed', 'tendered', 'built', 'delivered', 'stopped')),
    day     TEXT NOT NULL,
    text    TEXT NOT NULL,
    unit    ID REFERENCES unit (id),
    person  ID,
    role    TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_stage_project ON budget_stage (project, day, at);

CREATE TABLE budget_line (
    id        ID PRIMARY KEY,
    project   ID NOT NULL REFERENCES budget_project (id),
    kind      TEXT NOT NULL CHECK (kind IN ('voted', 'committed', 'spent')),
    amount    INTEGER NOT NULL,
    day       TEXT NOT NULL,
    -- Reference of the deliberation, the order, the invoice.
    reference TEXT NOT NULL,
    person    ID,
    role      TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_line_project ON budget_line (project, day, at);
