-- The marks of a layer are held in memory, and only those written since are read again: a layer counts the writes of its
-- objects, an object says which of them was its last.
ALTER TABLE mapping_layer ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mapping_object ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
CREATE INDEX mapping_object_touched ON mapping_object (layer, touched);
