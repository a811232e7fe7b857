-- The columns of a table that an import writes: not the generated ones, not the identity. $<table>: qualified name.
SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AND NOT atthasdef AS required
FROM pg_attribute
WHERE attrelid = $<table>::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
ORDER BY attnum;
