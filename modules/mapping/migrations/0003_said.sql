-- Where what someone says is, when she drew it: a point, a line or a zone beside her contribution.
CREATE TABLE mapping_said (
    contribution ID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    initiative   ID NOT NULL REFERENCES initiative (id),
    -- GeoJSON.
    geometry     TEXT NOT NULL,
    -- Its sign, in whole steps of the map.
    x            INTEGER NOT NULL,
    y            INTEGER NOT NULL
) STRICT;
CREATE INDEX mapping_said_view ON mapping_said (initiative, x, y);
