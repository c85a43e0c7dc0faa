-- What is drawn together: the perimeters of a park, its allotments, the trees that people tell of.
CREATE TABLE mapping_layer (
    id         ID PRIMARY KEY,
    -- Empty: of the whole territory, shown on every map.
    initiative ID REFERENCES initiative (id),
    name       TEXT NOT NULL,
    text       TEXT NOT NULL,
    source     TEXT NOT NULL,
    from_day   TEXT,
    to_day     TEXT,
    who_adds   TEXT NOT NULL CHECK (who_adds IN ('staff', 'accounts', 'everyone')),
    -- A contribution with a place says in which of its zones it lies.
    zoning     INTEGER NOT NULL CHECK (zoning IN (0, 1)),
    -- Its sign on the map.
    tone       INTEGER NOT NULL CHECK (tone BETWEEN 0 AND 4),
    created_at INTEGER NOT NULL,
    version    INTEGER NOT NULL
) STRICT;
CREATE INDEX mapping_layer_initiative ON mapping_layer (initiative);

-- What everyone reads of a place. Of something sensitive this is a cell of a grid, never the place itself.
CREATE TABLE mapping_object (
    id            ID PRIMARY KEY,
    layer         ID NOT NULL REFERENCES mapping_layer (id),
    -- The first of the perimeters that followed one another: itself, most often.
    lineage       ID NOT NULL,
    shape         TEXT NOT NULL CHECK (shape IN ('point', 'line', 'zone')),
    title         TEXT NOT NULL,
    text          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    source        TEXT NOT NULL,
    from_day      TEXT,
    to_day        TEXT,
    -- GeoJSON.
    geometry      TEXT NOT NULL,
    -- Its sign and the box around it, in whole steps of the map.
    x             INTEGER NOT NULL,
    y             INTEGER NOT NULL,
    west          INTEGER NOT NULL,
    north         INTEGER NOT NULL,
    east          INTEGER NOT NULL,
    south         INTEGER NOT NULL,
    -- Computed on the ellipsoid, never typed.
    square_metres REAL,
    metres        REAL,
    folded        TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('published', 'pending', 'refused', 'removed')),
    -- Emptied when the person is erased.
    person        ID REFERENCES person (id),
    submission    TEXT NOT NULL UNIQUE,
    created_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL
) STRICT;
-- A view of twenty thousand objects is counted from here, without opening one of them.
CREATE INDEX mapping_object_view ON mapping_object (layer, state, shape, x, y, from_day, to_day, created_at, id);
CREATE INDEX mapping_object_lineage ON mapping_object (lineage, from_day);
CREATE INDEX mapping_object_person ON mapping_object (person);

-- A layer that people fill: what is looked for, what is asked, how it is confirmed.
CREATE TABLE mapping_programme (
    layer         ID PRIMARY KEY REFERENCES mapping_layer (id),
    purpose       TEXT NOT NULL,
    -- What is asked beside the place and the name: a line each.
    fields        TEXT NOT NULL,
    -- Names that are always sensitive, a line each.
    sensitive     TEXT NOT NULL,
    -- Side of the cells in which what is sensitive is shown.
    blur_metres   INTEGER NOT NULL,
    votes_needed  INTEGER NOT NULL,
    votes_force   INTEGER NOT NULL,
    votes_against INTEGER NOT NULL,
    days_least    INTEGER NOT NULL,
    days_most     INTEGER NOT NULL,
    version       INTEGER NOT NULL
) STRICT;

-- What someone saw, one day.
CREATE TABLE mapping_observation (
    object     ID PRIMARY KEY REFERENCES mapping_object (id),
    seen_on    TEXT NOT NULL,
    sensitive  INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
    details    TEXT NOT NULL,
    photo      ID REFERENCES file (id),
    photo_alt  TEXT NOT NULL,
    -- Who holds it follows her observation and may take it back.
    code       TEXT NOT NULL UNIQUE,
    -- Peers did not agree, or too few came: a validator decides.
    escalated  INTEGER NOT NULL CHECK (escalated IN (0, 1)),
    -- By whom it was confirmed or refused, when and why.
    decided    TEXT CHECK (decided IN ('peers', 'validator')),
    decided_at INTEGER,
    reason     TEXT NOT NULL
) STRICT;
CREATE INDEX mapping_observation_escalated ON mapping_observation (escalated);

-- Where something sensitive really is: read by those who validate, and by nobody else.
CREATE TABLE mapping_exact (
    object   ID PRIMARY KEY REFERENCES mapping_object (id),
    geometry TEXT NOT NULL
) STRICT;

CREATE TABLE mapping_vote (
    object ID NOT NULL REFERENCES mapping_object (id),
    person ID NOT NULL REFERENCES person (id),
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    at     INTEGER NOT NULL,
    PRIMARY KEY (object, person)
) STRICT;
CREATE INDEX mapping_vote_person ON mapping_vote (person);

-- Something on the map is wrong, gone, off charter or there twice.
CREATE TABLE mapping_report (
    id         ID PRIMARY KEY,
    object     ID NOT NULL REFERENCES mapping_object (id),
    ground     TEXT NOT NULL CHECK (ground IN ('wrong', 'gone', 'off_charter', 'double')),
    text       TEXT NOT NULL,
    person     ID REFERENCES person (id),
    submission TEXT NOT NULL UNIQUE,
    at         INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;
CREATE INDEX mapping_report_object ON mapping_report (object);
CREATE INDEX mapping_report_open ON mapping_report (settled_at);

-- A file brought in. Its content is forgotten when it has been imported, or after a day.
CREATE TABLE mapping_import (
    id         ID PRIMARY KEY,
    layer      ID NOT NULL REFERENCES mapping_layer (id),
    file       ID REFERENCES file (id),
    file_name  TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('pending', 'done', 'forgotten')),
    created    INTEGER NOT NULL,
    person     ID REFERENCES person (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mapping_import_layer ON mapping_import (layer, created_at);

-- What lies under the maps, as the administrator chose.
CREATE TABLE mapping_setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
