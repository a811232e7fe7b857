-- New documents go straight into the index: the embedded database has no autovacuum that would empty the list of pending ones, and every search
-- would read that list from end to end.
ALTER INDEX search.document_body SET (fastupdate = off);
