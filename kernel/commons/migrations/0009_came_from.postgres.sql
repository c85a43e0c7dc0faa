-- One more meaning of an arrow: what came out of a meeting.
ALTER TABLE link DROP CONSTRAINT link_kind_check;
ALTER TABLE link ADD CONSTRAINT link_kind_check CHECK (kind IN ('rests_on', 'answers', 'chooses', 'examines', 'tests', 'carries_out', 'measured_by', 'addresses', 'reuses', 'replaces', 'noted_at', 'came_from'));
