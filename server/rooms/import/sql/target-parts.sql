-- Tables of parts (land uses of a parcel, events of a plan): they refer to the table and are in order. $<table>: qualified name of the owner.
SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS name, owner.attname AS owner
FROM pg_constraint
JOIN pg_class ON pg_class.oid = conrelid
JOIN pg_namespace ON pg_namespace.oid = relnamespace
JOIN pg_attribute AS owner ON owner.attrelid = conrelid AND owner.attnum = conkey[1]
JOIN pg_attribute AS place ON place.attrelid = conrelid AND place.attname = 'ordinal'
WHERE contype = 'f' AND confrelid = $<table>::regclass;
