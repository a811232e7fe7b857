-- All procedures in short, by name. A city has some dozens.
SELECT procedure.key, procedure.version, procedure.name, procedure.kind, procedure.events, procedure.changed_at AS "changedAt",
  CASE WHEN leader.id IS NOT NULL THEN json_build_object('id', leader.id, 'name', leader.name) END AS lead,
  json_build_array(round(ST_XMin(box)::numeric, 7), round(ST_YMin(box)::numeric, 7), round(ST_XMax(box)::numeric, 7), round(ST_YMax(box)::numeric, 7)) AS bbox,
  (SELECT count(*)::integer FROM office.draft WHERE draft.procedure_key = procedure.key AND draft.deleted_at IS NULL) AS drafts,
  EXISTS (SELECT FROM office.publication WHERE publication.procedure_key = procedure.key AND publication.withdrawn_at IS NULL) AS published
FROM office.procedure
LEFT JOIN office.account AS leader ON leader.id = procedure.lead
CROSS JOIN LATERAL (SELECT Box3D(ST_Transform(procedure.geom, 4326)) AS box) AS lonlat
ORDER BY procedure.name, procedure.key
