-- Publications of a procedure and their ends, in their order.
SELECT publication.id, publication.draft, publication.at, json_build_object('id', publisher.id, 'name', publisher.name) AS by,
  publication.withdrawn_at AS "withdrawnAt", CASE WHEN withdrawer.id IS NOT NULL THEN json_build_object('id', withdrawer.id, 'name', withdrawer.name) END AS "withdrawnBy", publication.reason
FROM office.publication
JOIN office.account AS publisher ON publisher.id = publication.by_account
LEFT JOIN office.account AS withdrawer ON withdrawer.id = publication.withdrawn_by
WHERE publication.procedure_key = ${key}
ORDER BY publication.id
