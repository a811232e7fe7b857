-- A draft has changed, or is put away: its next version. Parameters: key, number, account, deleted. Leans on the primary key.
UPDATE office.draft SET version = version + 1, changed_at = clock_timestamp(), changed_by = ${account}, deleted_at = CASE WHEN ${deleted} THEN clock_timestamp() END
WHERE procedure_key = ${key} AND number = ${number}
