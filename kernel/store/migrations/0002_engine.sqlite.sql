-- One searchable text per record; `tokens` holds folded stems computed by Arpent, the same on both engines.
CREATE TABLE search_doc (
    doc        INTEGER PRIMARY KEY,
    record     BLOB NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    initiative BLOB,
    visibility TEXT NOT NULL CHECK (visibility IN ('public', 'internal')),
    title      TEXT NOT NULL,
    excerpt    TEXT NOT NULL,
    href       TEXT NOT NULL,
    tokens     TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (tokens, content = 'search_doc', content_rowid = 'doc', prefix = '3 4');
CREATE TRIGGER search_doc_added AFTER INSERT ON search_doc BEGIN
    INSERT INTO search_index (rowid, tokens) VALUES (new.doc, new.tokens);
END;
CREATE TRIGGER search_doc_removed AFTER DELETE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', old.doc, old.tokens);
END;
CREATE TRIGGER search_doc_changed AFTER UPDATE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', old.doc, old.tokens);
    INSERT INTO search_index (rowid, tokens) VALUES (new.doc, new.tokens);
END;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
