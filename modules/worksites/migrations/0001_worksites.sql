-- Where inhabitants come to work with their hands for a démarche (chantier participatif).
CREATE TABLE worksite (
    id             ID PRIMARY KEY,
    initiative     ID NOT NULL REFERENCES initiative (id),
    title          TEXT NOT NULL,
    -- Who leads it: an organisation the territory knows, or a name.
    organisation   ID REFERENCES organisation (id),
    lead_name      TEXT NOT NULL,
    place          TEXT NOT NULL,
    lat            REAL,
    lon            REAL,
    work           TEXT NOT NULL,
    bring          TEXT NOT NULL,
    access         TEXT NOT NULL,
    -- The sheet without which nothing is published: volunteers work for the public service, and it answers for them.
    insurer        TEXT NOT NULL,
    contract       TEXT NOT NULL,
    deliberation   TEXT NOT NULL,
    deliberated_on TEXT,
    safety         TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
    -- Why it was cancelled; empty otherwise.
    reason         TEXT NOT NULL,
    published_at   INTEGER,
    created_at     INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    CHECK (state <> 'published' OR (insurer <> '' AND contract <> '' AND deliberation <> '' AND deliberated_on IS NOT NULL
           AND safety <> ''))
) STRICT;
CREATE INDEX worksite_initiative ON worksite (initiative);

-- When: a few hours of one day.
CREATE TABLE worksite_shift (
    id               ID PRIMARY KEY,
    worksite         ID NOT NULL REFERENCES worksite (id),
    starts_at        INTEGER NOT NULL,
    ends_at          INTEGER NOT NULL CHECK (ends_at > starts_at),
    capacity         INTEGER NOT NULL CHECK (capacity > 0),
    -- Adults of the team, there whoever signs up.
    leaders          INTEGER NOT NULL CHECK (leaders >= 0),
    -- Most minors for one adult; 0 when none is received.
    minors_per_adult INTEGER NOT NULL CHECK (minors_per_adult >= 0),
    state            TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
    reason           TEXT NOT NULL,
    -- Last place in the line: taking the next one makes those who sign up at the same instant wait for each other.
    last_position    INTEGER NOT NULL DEFAULT 0,
    created_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL
) STRICT;
CREATE INDEX worksite_shift_days ON worksite_shift (worksite, starts_at);
CREATE INDEX worksite_shift_ends ON worksite_shift (state, ends_at);

-- Who wishes to come. The code is a capability; the rest is forgotten some months after.
CREATE TABLE worksite_sign_up (
    id             ID PRIMARY KEY,
    shift          ID NOT NULL REFERENCES worksite_shift (id),
    -- In the order they came.
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    email          TEXT,
    phone          TEXT,
    band           TEXT NOT NULL CHECK (band IN ('adult', 'minor')),
    person         ID REFERENCES person (id),
    code           TEXT NOT NULL UNIQUE,
    language       TEXT NOT NULL,
    -- The same form sent twice is one seat.
    submission     TEXT NOT NULL UNIQUE,
    state          TEXT NOT NULL CHECK (state IN ('confirmed', 'waiting', 'cancelled')),
    -- What a guardian opens the form of her consent with; minors only.
    consent_code   TEXT UNIQUE,
    guardian       TEXT NOT NULL,
    guardian_email TEXT,
    guardian_phone TEXT,
    consent_how    TEXT CHECK (consent_how IN ('form', 'paper')),
    consented_at   INTEGER,
    -- When she was told by telephone that the shift is cancelled.
    called_at      INTEGER,
    present_at     INTEGER,
    created_at     INTEGER NOT NULL,
    UNIQUE (shift, position),
    CHECK ((band = 'minor') = (consent_code IS NOT NULL)),
    CHECK ((consented_at IS NULL) = (consent_how IS NULL))
) STRICT;
CREATE INDEX worksite_sign_up_line ON worksite_sign_up (shift, state, position);
CREATE INDEX worksite_sign_up_email ON worksite_sign_up (email);
CREATE INDEX worksite_sign_up_guardian ON worksite_sign_up (guardian_email);
CREATE INDEX worksite_sign_up_person ON worksite_sign_up (person);

-- What the authority lends to worksites, and where it is kept.
CREATE TABLE worksite_item (
    id         ID PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    quantity   INTEGER NOT NULL CHECK (quantity >= 0),
    kept       TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Who has it, half a day at a time. The row of the item is the door: whoever holds it is alone in counting what is left.
CREATE TABLE worksite_booking (
    item      ID NOT NULL REFERENCES worksite_item (id),
    day       TEXT NOT NULL,
    half      TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
    shift     ID NOT NULL REFERENCES worksite_shift (id),
    quantity  INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (item, day, half, shift)
) STRICT;
CREATE INDEX worksite_booking_shift ON worksite_booking (shift);

-- What a shift gave; a correction is a new version, the one before stays.
CREATE TABLE worksite_debrief (
    shift    ID NOT NULL REFERENCES worksite_shift (id),
    version  INTEGER NOT NULL,
    adults   INTEGER NOT NULL CHECK (adults >= 0),
    minors   INTEGER NOT NULL CHECK (minors >= 0),
    quantity REAL NOT NULL CHECK (quantity >= 0),
    unit     TEXT NOT NULL,
    done     TEXT NOT NULL,
    -- Read by the team only.
    incident TEXT NOT NULL,
    -- Why the version before was wrong; empty for the first one.
    reason   TEXT NOT NULL,
    role     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (shift, version)
) STRICT;

CREATE TABLE worksite_photo (
    file  ID PRIMARY KEY REFERENCES file (id),
    shift ID NOT NULL REFERENCES worksite_shift (id),
    alt   TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT;
CREATE INDEX worksite_photo_shift ON worksite_photo (shift);
