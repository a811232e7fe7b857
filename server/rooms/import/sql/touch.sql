-- Keys of the rows that came or changed, beside those that went.
INSERT INTO import_touched SELECT key FROM import_staged WHERE staged_verdict IN ('inserted', 'updated');
