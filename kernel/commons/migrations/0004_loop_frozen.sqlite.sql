-- What was said, measured, signed or published is never rewritten: the database itself refuses.
CREATE TRIGGER measure_no_update BEFORE UPDATE ON measure BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER measure_no_delete BEFORE DELETE ON measure BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER experiment_result_no_update BEFORE UPDATE ON experiment_result BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER experiment_result_no_delete BEFORE DELETE ON experiment_result BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER consultation_no_update BEFORE UPDATE ON consultation BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER consultation_no_delete BEFORE DELETE ON consultation BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER consultation_vote_no_update BEFORE UPDATE ON consultation_vote BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER consultation_vote_no_delete BEFORE DELETE ON consultation_vote BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER commitment_no_update BEFORE UPDATE ON commitment BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER commitment_no_delete BEFORE DELETE ON commitment BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER commitment_report_no_update BEFORE UPDATE ON commitment_report BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER commitment_report_no_delete BEFORE DELETE ON commitment_report BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER commitment_withdrawal_no_update BEFORE UPDATE ON commitment_withdrawal BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER commitment_withdrawal_no_delete BEFORE DELETE ON commitment_withdrawal BEGIN SELECT raise(ABORT, 'this record is immutable'); END;

-- The hypothesis, the threshold and the size are frozen when the experiment is authorised.
CREATE TRIGGER experiment_no_update BEFORE UPDATE ON experiment WHEN old.authorised_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER experiment_no_delete BEFORE DELETE ON experiment WHEN old.authorised_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;

-- A published decision is corrected by a new version.
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER decision_dissent_no_insert BEFORE INSERT ON decision_dissent WHEN EXISTS (SELECT 1 FROM decision d WHERE d.id = new.decision AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER decision_dissent_no_update BEFORE UPDATE ON decision_dissent WHEN EXISTS (SELECT 1 FROM decision d WHERE d.id = old.decision AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER decision_dissent_no_delete BEFORE DELETE ON decision_dissent WHEN EXISTS (SELECT 1 FROM decision d WHERE d.id = old.decision AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;

-- Nor can the arrows of a published decision be moved.
CREATE TRIGGER link_of_decision_stays BEFORE DELETE ON link
WHEN old.from_kind = 'decision' AND old.kind IN ('examines', 'chooses', 'rests_on', 'replaces') 
    AND EXISTS (SELECT 1 FROM decision d WHERE d.id = old.from_id AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER link_of_decision_full BEFORE INSERT ON link
WHEN new.from_kind = 'decision' AND new.kind IN ('examines', 'chooses', 'rests_on', 'replaces') 
    AND EXISTS (SELECT 1 FROM decision d WHERE d.id = new.from_id AND d.state = 'published')
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
