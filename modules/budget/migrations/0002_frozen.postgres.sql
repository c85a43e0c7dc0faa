-- The rule is not changed while people vote, and a count is never rewritten: the database itself refuses.
CREATE TRIGGER budget_rule_frozen BEFORE UPDATE ON budget FOR EACH ROW
    WHEN (old.state IN ('voting', 'closed', 'counted') AND (new.settings <> old.settings OR new.state IN ('draft', 'published')))
    EXECUTE FUNCTION record_is_immutable();
CREATE TRIGGER budget_count_immutable BEFORE UPDATE OR DELETE ON budget_count FOR EACH ROW EXECUTE FUNCTION record_is_immutable();
