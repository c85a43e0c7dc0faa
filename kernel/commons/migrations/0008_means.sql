-- What doing it takes, as the answer says it: cents, and the day by which it is done.
ALTER TABLE answer ADD COLUMN cost INTEGER;
ALTER TABLE answer ADD COLUMN by_day TEXT;
