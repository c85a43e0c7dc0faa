-- One more meaning of an arrow, 'came_from': SQLite changes a check by making the table again.
CREATE TABLE link_again (
    kind      TEXT NOT NULL CHECK (kind IN ('rests_on', 'answers', 'chooses', 'examines', 'tests', 'carries_out', 'measured_by', 'addresses', 'reuses', 'replaces', 'noted_at', 'came_from')),
    from_kind TEXT NOT NULL,
    from_id   BLOB NOT NULL,
    to_kind   TEXT NOT NULL,
    to_id     BLOB NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (from_id, kind, to_id)
) STRICT;
INSERT INTO link_again (kind, from_kind, from_id, to_kind, to_id, at)
    SELECT kind, from_kind, from_id, to_kind, to_id, at FROM link;
DROP TABLE link;
ALTER TABLE link_again RENAME TO link;
CREATE INDEX link_to ON link (to_id, kind);
CREATE TRIGGER link_of_decision_stays BEFORE DELETE ON link
WHEN old.from_kind = 'decision' AND old.kind IN ('examines', 'chooses', 'rests_on', 'replaces')
    AND EXISTS (SELECT 1 FROM decision d WHERE d.id = old.from_id AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER link_of_decision_full BEFORE INSERT ON link
WHEN new.from_kind = 'decision' AND new.kind IN ('examines', 'chooses', 'rests_on', 'replaces')
    AND EXISTS (SELECT 1 FROM decision d WHERE d.id = new.from_id AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
