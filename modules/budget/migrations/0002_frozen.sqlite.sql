-- The rule is not changed while people vote, and a count is never rewritten: the database itself refuses.
CREATE TRIGGER budget_rule_frozen BEFORE UPDATE ON budget
WHEN old.state IN ('voting', 'closed', 'counted') AND (new.settings <> old.settings OR new.state IN ('draft', 'published'))
BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER budget_count_no_update BEFORE UPDATE ON budget_count BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
CREATE TRIGGER budget_count_no_delete BEFORE DELETE ON budget_count BEGIN SELECT raise(ABORT, 'this record is immutable'); END;
