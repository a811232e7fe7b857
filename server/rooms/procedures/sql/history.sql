-- What was done in a procedure, the newest first. Index procedure_entry_procedure.
SELECT entry.at, json_build_object('id', account.id, 'name', account.name) AS by, entry.action, entry.version, entry.draft, entry.draft_version AS "draftVersion", entry.note,
  entry.content, ST_AsGeoJSON(ST_Transform(entry.geom, 4326), 10)::json AS boundary
FROM office.procedure_entry AS entry JOIN office.account ON account.id = entry.by_account
WHERE entry.procedure_key = ${key}
ORDER BY entry.seq DESC
