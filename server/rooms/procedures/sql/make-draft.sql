-- A draft without zones, numbered after all there ever were. The procedure is locked.
INSERT INTO office.draft (procedure_key, number, version, note, origin, created_at, created_by, changed_at, changed_by)
SELECT ${key}, coalesce((SELECT max(number) FROM office.draft WHERE procedure_key = ${key}), 0) + 1, 1, ${note}, ${origin}, clock_timestamp(), ${account}, clock_timestamp(), ${account}
RETURNING number
