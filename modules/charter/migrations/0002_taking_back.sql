-- A signature taken back stays where it was read, with its day, and is counted no more.
ALTER TABLE charter_signature ADD COLUMN withdrawn_on TEXT;
ALTER TABLE charter_signature ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
DROP INDEX charter_signed_once;
DROP INDEX charter_signed_once_each;
-- Whoever took a signature back may sign again.
CREATE UNIQUE INDEX charter_signed_once ON charter_signature (version, sub, organisation)
    WHERE state = 'signed' AND withdrawn_on IS NULL;
CREATE UNIQUE INDEX charter_signed_once_each ON charter_signature (version, sub, person)
    WHERE state = 'signed' AND individual = 1 AND withdrawn_on IS NULL;
-- A report that is not to be read; why is, by everyone.
ALTER TABLE charter_report ADD COLUMN hidden_ground TEXT;
ALTER TABLE charter_report ADD COLUMN hidden_why TEXT NOT NULL DEFAULT '';
