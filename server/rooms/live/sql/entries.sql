-- The entries of the audit trail after a number, in their order; of annotations with what decides who hears of it: who could see it then, and who can now.
-- Primary keys.
-- Parameters: after, limit.
SELECT entry.seq::float8 AS seq, entry.at, entry.action, entry.subject_kind AS kind, entry.subject,
  (SELECT json_build_object('id', id, 'name', name) FROM office.account WHERE id = entry.actor) AS by,
  coalesce((entry.detail ->> 'version')::integer, annotation.version, 1) AS version,
  coalesce((entry.detail ->> 'author')::integer, annotation.author) AS author,
  ARRAY[entry.detail ->> 'was', entry.detail ->> 'visibility', CASE WHEN entry.detail ? 'visibility' THEN NULL ELSE annotation.visibility END] AS "seenThen",
  CASE WHEN annotation.deleted_at IS NULL THEN annotation.visibility END AS "seenNow"
FROM (SELECT * FROM audit.entry WHERE seq > ${after} ORDER BY seq LIMIT ${limit}) AS entry
LEFT JOIN office.annotation ON annotation.id = CASE WHEN entry.subject_kind = 'annotation' THEN entry.subject::uuid END
ORDER BY entry.seq
