-- The contour of an area in WGS84, from a file an administrator brought in; maps are schematic where there is none.
CREATE TABLE area_contour (
    area          ID PRIMARY KEY REFERENCES area (id),
    -- A GeoJSON geometry, as it was imported.
    contour       TEXT NOT NULL,
    -- The same with fewer points, borders shared with the neighbours' own: closed lines of [longitude, latitude] in JSON.
    outline       TEXT NOT NULL,
    -- Computed on the ellipsoid, never typed.
    square_metres REAL NOT NULL CHECK (square_metres > 0),
    source        TEXT NOT NULL,
    imported_at   INTEGER NOT NULL
) STRICT;
