-- Drafts of a procedure, the newest first; one of them where number is given. What was deleted is not among them.
SELECT draft.number, draft.version, draft.note, draft.origin, draft.created_at AS "createdAt", json_build_object('id', author.id, 'name', author.name) AS "createdBy",
  draft.changed_at AS "changedAt", json_build_object('id', changer.id, 'name', changer.name) AS "changedBy", last.at AS "publishedAt", last.withdrawn_at AS "withdrawnAt",
  (SELECT count(*)::integer FROM office.draft_zone AS zone WHERE zone.procedure_key = draft.procedure_key AND zone.draft = draft.number AND zone.until IS NULL) AS zones
FROM office.draft
JOIN office.account AS author ON author.id = draft.created_by
JOIN office.account AS changer ON changer.id = draft.changed_by
LEFT JOIN LATERAL (
  SELECT publication.at, publication.withdrawn_at FROM office.publication
  WHERE publication.procedure_key = draft.procedure_key AND publication.draft = draft.number ORDER BY publication.id DESC LIMIT 1
) AS last ON true
WHERE draft.procedure_key = ${key} AND draft.deleted_at IS NULL AND (${number}::integer IS NULL OR draft.number = ${number})
ORDER BY draft.number DESC
