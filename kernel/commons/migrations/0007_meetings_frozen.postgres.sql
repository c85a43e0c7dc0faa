-- Published minutes are corrected by a new version.
CREATE TRIGGER meeting_minutes_immutable BEFORE UPDATE OR DELETE ON meeting_minutes FOR EACH ROW EXECUTE FUNCTION record_is_immutable();

-- One more meaning of an arrow.
ALTER TABLE link DROP CONSTRAINT link_kind_check;
ALTER TABLE link ADD CONSTRAINT link_kind_check CHECK (kind IN ('rests_on', 'answers', 'chooses', 'examines', 'tests', 'carries_out', 'measured_by', 'addresses', 'reuses', 'replaces', 'noted_at'));
