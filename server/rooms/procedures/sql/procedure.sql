-- A procedure as it stands, and whether an account may write it: a point of its boundary lies in one of the account's areas, or its plan is one
-- (be it that the register does not know the plan yet). Parameters: key, account. Primary key.
SELECT procedure.key, procedure.version, procedure.name, procedure.kind, procedure.procedure, procedure.definition_regime AS "definitionRegime", procedure.replaces,
  procedure.events, procedure.documents, procedure.changed_at AS "changedAt", json_build_object('id', changer.id, 'name', changer.name) AS "changedBy",
  CASE WHEN leader.id IS NOT NULL THEN json_build_object('id', leader.id, 'name', leader.name) END AS lead,
  ST_AsGeoJSON(ST_Transform(procedure.geom, 4326), 10)::json AS boundary,
  json_build_array(round(ST_XMin(box)::numeric, 7), round(ST_YMin(box)::numeric, 7), round(ST_XMax(box)::numeric, 7), round(ST_YMax(box)::numeric, 7)) AS bbox,
  office.may_write_at(${account}, ST_PointOnSurface(procedure.geom)) OR EXISTS (
    SELECT FROM office.account_area AS area JOIN office.account ON account.id = area.account_id
    WHERE area.account_id = ${account} AND area.kind = 'plan' AND area.key = procedure.key AND account.disabled_at IS NULL) AS "inArea"
FROM office.procedure
JOIN office.account AS changer ON changer.id = procedure.changed_by
LEFT JOIN office.account AS leader ON leader.id = procedure.lead
CROSS JOIN LATERAL (SELECT Box3D(ST_Transform(procedure.geom, 4326)) AS box) AS lonlat
WHERE procedure.key = ${key}
