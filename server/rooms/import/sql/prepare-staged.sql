-- Staged rows are joined by key from here on.
CREATE INDEX import_staged_key ON import_staged (key);
ANALYZE import_staged;
