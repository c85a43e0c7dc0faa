-- The template that a démarche began from: what it provides for is read in its file.
ALTER TABLE initiative ADD COLUMN template TEXT NOT NULL DEFAULT '';
