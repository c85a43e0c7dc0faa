-- What was said, measured, signed or published is never rewritten: the database itself refuses.
CREATE FUNCTION record_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'this record is immutable' USING ERRCODE = 'check_violation'; END $$;
CREATE TRIGGER measure_immutable BEFORE UPDATE OR DELETE ON measure FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER experiment_result_immutable BEFORE UPDATE OR DELETE ON experiment_result FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER consultation_immutable BEFORE UPDATE OR DELETE ON consultation FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER consultation_vote_immutable BEFORE UPDATE OR DELETE ON consultation_vote FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER commitment_immutable BEFORE UPDATE OR DELETE ON commitment FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER commitment_report_immutable BEFORE UPDATE OR DELETE ON commitment_report FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER commitment_withdrawal_immutable BEFORE UPDATE OR DELETE ON commitment_withdrawal FOR EACH ROW EXECUTE FUNCTION record_is_immutable();

-- The hypothesis, the threshold and the size are frozen when the experiment is authorised.
CREATE TRIGGER experiment_immutable BEFORE UPDATE OR DELETE ON experiment
    FOR EACH ROW WHEN (old.authorised_at IS NOT NULL) EXECUTE FUNCTION record_is_immutable();

-- A published decision is corrected by a new version.
CREATE TRIGGER decision_immutable BEFORE UPDATE OR DELETE ON decision
    FOR EACH ROW WHEN (old.state = 'published') EXECUTE FUNCTION record_is_immutable();
CREATE FUNCTION dissent_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM decision d WHERE d.state = 'published' AND d.id = COALESCE(NEW.decision, OLD.decision)) THEN
        RAISE EXCEPTION 'this record is immutable' USING ERRCODE = 'check_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER decision_dissent_immutable BEFORE INSERT OR UPDATE OR DELETE ON decision_dissent
    FOR EACH ROW EXECUTE FUNCTION dissent_is_immutable();

-- Nor can the arrows of a published decision be moved.
CREATE FUNCTION arrows_of_decision_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF COALESCE(NEW.from_kind, OLD.from_kind) = 'decision'
        AND COALESCE(NEW.kind, OLD.kind) IN ('examines', 'chooses', 'rests_on', 'replaces') AND EXISTS (
        SELECT 1 FROM decision d WHERE d.state = 'published' AND d.id = COALESCE(NEW.from_id, OLD.from_id)) THEN
        RAISE EXCEPTION 'this record is immutable' USING ERRCODE = 'check_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER link_of_decision BEFORE INSERT OR UPDATE OR DELETE ON link
    FOR EACH ROW EXECUTE FUNCTION arrows_of_decision_stay();
