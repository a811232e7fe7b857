-- Tables of parts (land uses of a parcel, events of a plan): they refer to the id of the table and are in order; what refers to its key is no part. $<table>: qualified name of the owner.
SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS name, owner.attname AS owner
FROM pg_constraint
JOIN pg_class ON pg_class.oid = conrelid
JOIN pg_namespace ON pg_namespace.oid = relnamespace
JOIN pg_attribute AS owner ON owner.attrelid = conrelid AND owner.attnum = conkey[1]
JOIN pg_attribute AS place ON place.attrelid = conrelid AND place.attname = 'ordinal'
JOIN pg_attribute AS target ON target.attrelid = confrelid AND target.attnum = confkey[1] AND target.attname = 'id'
WHERE contype = 'f' AND confrelid = $<table>::regclass;
