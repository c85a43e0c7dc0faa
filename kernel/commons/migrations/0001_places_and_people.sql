-- Where: communes, EPCI, districts. Geometry comes when an administrator imports it.
CREATE TABLE area (
    id         ID PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('commune', 'epci', 'district', 'zone')),
    code       TEXT UNIQUE,
    name       TEXT NOT NULL,
    population INTEGER,
    source     TEXT
) STRICT;
CREATE INDEX area_name ON area (kind, name);

CREATE TABLE organisation (
    id   ID PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    area ID REFERENCES area (id)
) STRICT;

CREATE TABLE unit (
    id           ID PRIMARY KEY,
    organisation ID NOT NULL REFERENCES organisation (id),
    name         TEXT NOT NULL,
    UNIQUE (organisation, name)
) STRICT;

-- In which capacity a person takes part, from one day to another.
CREATE TABLE membership (
    id           ID PRIMARY KEY,
    person       ID NOT NULL REFERENCES person (id),
    organisation ID REFERENCES organisation (id),
    unit         ID REFERENCES unit (id),
    capacity     TEXT NOT NULL,
    category     TEXT CHECK (category IN ('A', 'B', 'C')),
    from_day     TEXT NOT NULL,
    to_day       TEXT
) STRICT;
CREATE INDEX membership_person ON membership (person);

-- What a person may do for an organisation.
CREATE TABLE mandate (
    id           ID PRIMARY KEY,
    person       ID NOT NULL REFERENCES person (id),
    organisation ID NOT NULL REFERENCES organisation (id),
    power        TEXT NOT NULL CHECK (power IN ('observe', 'speak', 'commit', 'sign', 'decide')),
    from_day     TEXT NOT NULL,
    to_day       TEXT,
    document     TEXT
) STRICT;
CREATE INDEX mandate_person ON mandate (person);
