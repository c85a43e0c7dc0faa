-- A text that people and the authority write together, then sign because they want to. One for each démarche.
CREATE TABLE charter (
    id         ID PRIMARY KEY,
    initiative ID NOT NULL UNIQUE REFERENCES initiative (id),
    title      TEXT NOT NULL,
    intent     TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Written in the open while it is a draft, never changed once it is published.
CREATE TABLE charter_version (
    id           ID PRIMARY KEY,
    charter      ID NOT NULL REFERENCES charter (id),
    number       INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    from_day     TEXT,
    to_day       TEXT,
    -- The vote of the council, in words one can find again.
    deliberation TEXT NOT NULL,
    published_at INTEGER,
    evaluated_on TEXT,
    evaluation   TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    UNIQUE (charter, number),
    CHECK (state = 'draft' OR (from_day IS NOT NULL AND to_day > from_day AND published_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX charter_one_draft ON charter_version (charter) WHERE state = 'draft';

-- An article keeps its id from version to version, and so does each of its paragraphs.
CREATE TABLE charter_article (
    version     ID NOT NULL REFERENCES charter_version (id),
    article     ID NOT NULL,
    position    INTEGER NOT NULL,
    orientation TEXT NOT NULL,
    title       TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    PRIMARY KEY (version, article)
) STRICT;

CREATE TABLE charter_paragraph (
    version   ID NOT NULL REFERENCES charter_version (id),
    paragraph ID NOT NULL,
    article   ID NOT NULL,
    position  INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (version, paragraph)
) STRICT;

-- What one kind of signatory is asked.
CREATE TABLE charter_sub (
    version     ID NOT NULL REFERENCES charter_version (id),
    sub         ID NOT NULL,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    intro       TEXT NOT NULL,
    minimum     INTEGER NOT NULL CHECK (minimum BETWEEN 0 AND 100),
    individuals INTEGER NOT NULL,
    PRIMARY KEY (version, sub)
) STRICT;

-- Actions to choose from, prohibitions to accept.
CREATE TABLE charter_item (
    version  ID NOT NULL REFERENCES charter_version (id),
    item     ID NOT NULL,
    sub      ID NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('action', 'prohibition')),
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (version, item)
) STRICT;

-- A contribution that proposes other words for a paragraph. Who said it, what was answered: the contribution's own.
CREATE TABLE charter_suggestion (
    contribution ID PRIMARY KEY REFERENCES contribution (id),
    version      ID NOT NULL REFERENCES charter_version (id),
    article      ID NOT NULL,
    paragraph    ID NOT NULL,
    -- The paragraph as it was when it was read.
    replaced     TEXT NOT NULL,
    proposed     TEXT NOT NULL,
    why          TEXT NOT NULL,
    -- The version whose text took these words.
    taken_in     ID REFERENCES charter_version (id)
) STRICT;
CREATE INDEX charter_suggestion_article ON charter_suggestion (article);

-- A signature belongs to one version. Only `signed` is counted.
CREATE TABLE charter_signature (
    id           ID PRIMARY KEY,
    -- What its page and its certificate are known by.
    code         TEXT NOT NULL UNIQUE,
    version      ID NOT NULL REFERENCES charter_version (id),
    sub          ID,
    organisation ID REFERENCES organisation (id),
    -- An organisation that the territory does not know yet.
    other_name   TEXT NOT NULL,
    -- In one's own name.
    individual   INTEGER NOT NULL,
    -- Emptied when the person is erased.
    person       ID REFERENCES person (id),
    public_name  INTEGER NOT NULL,
    -- Signed on paper: by whom, where to write, which document gives the mandate.
    signer       TEXT NOT NULL,
    email        TEXT,
    proof        TEXT NOT NULL,
    keyed_by     ID REFERENCES person (id),
    -- One per line.
    commitments  TEXT NOT NULL,
    reservations TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'pending', 'signed')),
    signed_on    TEXT,
    created_at   INTEGER NOT NULL,
    CHECK (state <> 'signed' OR (sub IS NOT NULL AND signed_on IS NOT NULL))
) STRICT;
CREATE INDEX charter_signature_version ON charter_signature (version, state);
CREATE INDEX charter_signature_person ON charter_signature (person);
CREATE UNIQUE INDEX charter_signed_once ON charter_signature (version, sub, organisation) WHERE state = 'signed';
CREATE UNIQUE INDEX charter_signed_once_each ON charter_signature (version, sub, person)
    WHERE state = 'signed' AND individual = 1;

-- Actions chosen, prohibitions accepted.
CREATE TABLE charter_choice (
    signature ID NOT NULL REFERENCES charter_signature (id) ON DELETE CASCADE,
    item      ID NOT NULL,
    PRIMARY KEY (signature, item)
) STRICT;

-- Who signed the version before, and when she was asked to sign the new one.
CREATE TABLE charter_invitation (
    version   ID NOT NULL REFERENCES charter_version (id),
    signature ID NOT NULL REFERENCES charter_signature (id),
    asked_at  INTEGER,
    PRIMARY KEY (version, signature)
) STRICT;

-- What a signatory did in a year for one of its actions.
CREATE TABLE charter_report (
    id         ID PRIMARY KEY,
    signature  ID NOT NULL REFERENCES charter_signature (id),
    item       ID NOT NULL,
    year       INTEGER NOT NULL,
    text       TEXT NOT NULL,
    place      TEXT NOT NULL,
    quantity   REAL CHECK (quantity >= 0),
    unit       TEXT NOT NULL,
    photo      ID REFERENCES file (id),
    photo_alt  TEXT NOT NULL,
    person     ID REFERENCES person (id),
    submission TEXT NOT NULL UNIQUE,
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX charter_report_signature ON charter_report (signature, year);

-- What is given in return: training, advice, awards.
CREATE TABLE charter_support (
    id         ID PRIMARY KEY,
    charter    ID NOT NULL REFERENCES charter (id),
    kind       TEXT NOT NULL CHECK (kind IN ('training', 'advice', 'award')),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    day        TEXT,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX charter_support_charter ON charter_support (charter);

CREATE TABLE charter_request (
    support   ID NOT NULL REFERENCES charter_support (id),
    signature ID NOT NULL REFERENCES charter_signature (id),
    text      TEXT NOT NULL,
    person    ID REFERENCES person (id),
    at        INTEGER NOT NULL,
    done_at   INTEGER,
    PRIMARY KEY (support, signature)
) STRICT;
